"""Which column is what: the guess with how sure it is, and the person's own word for it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.documents.sheets import Table
from styrehjul.imports.domain.cells import text_of
from styrehjul.imports.domain.columns import NEARLY, SURE, alike
from styrehjul.imports.domain.fields import CHOICES
from styrehjul.imports.domain.rows import Sheet
from styrehjul.imports.forms import COLUMN, UNIT
from styrehjul.imports.models import ImportProfile
from styrehjul.imports.reading import Asked, first_table, project_sheet
from styrehjul.imports.views.kinds import TITLES, file_of, kind_of
from styrehjul.imports.views.preview import asked_of
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import page
from styrehjul.ui import refusals

SAMPLES = 3
# Asked anew on this page, so not carried along from the address.
OWN = ("ark", "overskrift", "noegle", "profil", "repair")


@page("import.projects")
def columns(request: HttpRequest, slug: str, file: str) -> HttpResponse:
    """The file's columns with three values each, and what each is taken for."""
    kind, person = kind_of(request, slug)
    stored = file_of(person, file)
    asked = asked_of(kind, stored, request.GET)
    broken = ""
    try:
        table = first_table(asked)
    except Refused as stop:
        if stop.code != "import.double_encoded":
            raise
        broken = refusals.in_full(stop)
        table = first_table(Asked(kind, asked.name, asked.data, given={**asked.given, "repair": "ret"}))
    sheet = project_sheet(asked, table, needs_title=False)
    context = {
        "title": _("Kolonnerne"),
        "file": stored,
        "slug": slug,
        "trail": [
            (_("Indlæsning"), "/start/import/"),
            (str(TITLES[kind]), f"/start/import/{slug}/"),
            (stored.name, f"/start/import/{slug}/{file}/?{request.GET.urlencode()}"),
        ],
        "table": table,
        "asked": asked,
        "broken": broken,
        "columns": _columns(asked, table, sheet),
        "fields": list(CHOICES.items()),
        "kept": [
            (name, value)
            for name in request.GET
            for value in request.GET.getlist(name)
            if name not in OWN and not name.startswith((COLUMN, UNIT))
        ],
        "profiles": list(ImportProfile.objects.filter(kind=kind).order_by("name")),
        "same": alike(table.headers, list(sheet.columns.of.values()), asked.columns),
        "lacks_title": "title" not in sheet.columns.of,
    }
    return render(request, "imports/columns.html", context)


def _columns(asked: Asked, table: Table, sheet: Sheet) -> list[dict[str, Any]]:
    at = {place: name for name, place in sheet.columns.of.items()}
    return [
        {
            "header": header,
            "name": f"{COLUMN}{header}",
            "unit_name": f"{UNIT}{header}",
            "field": at.get(place, asked.columns.get(header, "")),
            "sure": _sure(at.get(place), sheet, header in asked.columns),
            "samples": _samples(sheet, place),
            "unit": asked.units.get(header, "") if at.get(place) == "cost_tdkk" else None,
            "hidden": place in table.hidden_columns,
        }
        for place, header in enumerate(sheet.columns.headers)
        if header
    ]


def _sure(name: str | None, sheet: Sheet, chosen: bool) -> str:
    if chosen:
        return _("valgt af dig")
    if name is None:
        return _("kendes ikke: gemmes ved projektet")
    share = sheet.columns.sure.get(name, 0)
    words = _("sikker") if share >= SURE else _("formodet") if share >= NEARLY else _("gættet ud fra indholdet")
    return f"{words} ({share} %)"


def _samples(sheet: Sheet, place: int) -> list[str]:
    found: list[str] = []
    for _number, cells in sheet.rows[:200]:
        text = text_of(cells[place])[:60] if place < len(cells) else ""
        if text and text not in found:
            found.append(text)
        if len(found) == SAMPLES:
            break
    return found
