"""A file is chosen, seen as what it would do, and read in."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from styrehjul.documents.files import read_bytes, store_bytes
from styrehjul.documents.models import StoredFile
from styrehjul.documents.uploads import inspect
from styrehjul.imports.actions import carry_out
from styrehjul.imports.domain.lines import STOPS, Fate, Plan
from styrehjul.imports.domain.matching import CATEGORY_SHOWN, STATE_SHOWN
from styrehjul.imports.forms import FileForm, given_in, rows_in
from styrehjul.imports.reading import Asked, plan_of, read_sheets
from styrehjul.imports.words import FATES, counted, summary
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import OrgUnit, Person
from styrehjul.people.policy import may

SLUGS = {"projekter": "projects", "organisation": "organisation", "opfoelgninger": "followups"}
TITLES = {
    "projects": lazy("Læs projekter ind"),
    "organisation": lazy("Læs enheder og personer ind"),
    "followups": lazy("Læs opfølgninger ind"),
}
LEADS = {
    "projects": lazy("Ét projekt på hver række. Kun projektets navn skal være der."),
    "organisation": lazy("Enheder på ét ark og personer på et andet, eller i hver sin fil."),
    "followups": lazy("Åbne opfølgninger og beslutninger fra før Styrehjul."),
}
COLUMNS = {
    "projects": lazy(
        "Projektnavn, Kategori, Fagchefområde, Enhed, Tilstand, Prioritet, Projektejer, Projektleder, Ejer, Program, "
        "Start, Slut, Økonomi (1.000 kr.), Timer, Formål, Beskrivelse, Mål, Gevinst. Andre kolonner gemmes ved projektet."
    ),
    "organisation": lazy(
        "Enheder: Enhed, Overordnet, Type (Kommune, Direktion, Forvaltning, Stab, Fagchefområde, Afdeling, Institution). "
        "Personer: Navn, E-mail, Enhed, Titel, Leder (ja eller nej)."
    ),
    "followups": lazy("Organ, Opfølgning, Ansvarlig, Frist, Beslutning, Status (åben eller udført)."),
}
LANDS = {"projects": "/projekter/", "organisation": "/organisation/", "followups": "/beslutninger/"}
GIVEN = ("lead_area", "category", "state", "money_unit")
KIND = "import"
SHOWN_ROWS = 300


def _kind(request: HttpRequest, slug: str) -> tuple[str, Person]:
    kind = SLUGS.get(slug)
    if kind is None:
        raise Http404
    return kind, allowed(request, f"import.{kind}")


@page("page.see")
def index(request: HttpRequest) -> HttpResponse:
    """The three kinds of files, and which of them one may read in."""
    person, on = person_of(request), today()
    ways = [
        {"url": f"/start/import/{slug}/", "title": TITLES[kind], "lead": LEADS[kind], "columns": COLUMNS[kind]}
        for slug, kind in SLUGS.items()
        if may(person, f"import.{kind}", on=on)
    ]
    return render(request, "imports/index.html", {"ways": ways})


@page("page.see")
def upload(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a file. It is looked through at the door, kept, and nothing else is done with it yet."""
    kind, person = _kind(request, slug)
    form = FileForm(request.POST or None, request.FILES or None)
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            accepted = inspect(str(upload.name), upload.read())
            upload.seek(0)
            # What no row can mend (a CPR number, a sheet without titles) is refused before the file is kept.
            read_sheets(Asked(kind, accepted.name, accepted.data))
            return act(
                request,
                lambda: store_bytes(
                    accepted.data,
                    name=accepted.name,
                    content_type=accepted.content_type,
                    kind=KIND,
                    at=now(),
                    created_by_id=str(person.uuid),
                ),
                then=lambda file: f"/start/import/{slug}/{file.uuid}/",
            )
        except Refused as stop:
            if stop.code in ("busy", "key.reused"):
                raise
            refused = stop
    context = {
        "form": form,
        "title": TITLES[kind],
        "lead": LEADS[kind],
        "columns": COLUMNS[kind],
        "refused": refused,
        "trail": [(_("Indlæsning"), "/start/import/")],
    }
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "imports/upload.html", context, status=status)


@page("page.see")
def preview(request: HttpRequest, slug: str, file: str) -> HttpResponse:
    """What the file would do, row by row; and the button that does it."""
    kind, person = _kind(request, slug)
    stored = StoredFile.objects.filter(uuid=file, kind=KIND, created_by_id=str(person.uuid)).first()
    if stored is None:
        raise Http404
    query = request.GET if request.method == "GET" else request.POST
    asked = Asked(kind, stored.name, read_bytes(stored), given=given_in(query, GIVEN), skipped=rows_in(query))
    plan = plan_of(asked, today())
    refused: Refused | None = None
    if request.method == "POST":
        try:
            return _read_in(request, asked, person, plan)
        except Refused as stop:
            if stop.code in ("busy", "key.reused"):
                raise
            refused = stop
            plan = plan_of(asked, today())
    context = {
        "title": TITLES[kind],
        "file": stored,
        "slug": slug,
        "trail": [(_("Indlæsning"), "/start/import/"), (str(TITLES[kind]), f"/start/import/{slug}/")],
        "refused": refused,
        **_shown(plan, asked),
    }
    return render(request, "imports/preview.html", context, status=409 if refused else 200)


def _read_in(request: HttpRequest, asked: Asked, person: Person, plan: Plan) -> HttpResponse:
    """Carry it out, when what the person saw is what would happen."""
    if request.POST.get("shown") != _digest(plan):
        raise Refused("import.changed")
    return act(
        request,
        lambda: carry_out(asked, by=person, at=now(), shown=plan.fingerprint()),
        then=LANDS[asked.kind],
        said=summary(plan, dry_run=False),
    )


def _digest(plan: Plan) -> str:
    return hashlib.sha256(plan.fingerprint().encode()).hexdigest()


def _shown(plan: Plan, asked: Asked) -> dict[str, Any]:
    """The plan as the page tells it: what stops it first, then what would be done."""
    stops = [line for line in plan.lines if line.fate in STOPS]
    others = [line for line in plan.lines if line.fate not in STOPS and line.fate is not Fate.UNCHANGED]
    return {
        "plan": plan,
        "shown": _digest(plan),
        "summary": summary(plan, dry_run=True),
        "counts": [(fate.value, words, number) for fate, words, number in counted(plan)],
        "stops": stops,
        "rows": [(line, FATES[line.fate]) for line in others[:SHOWN_ROWS]],
        "more_rows": max(0, len(others) - SHOWN_ROWS),
        "absent": plan.absent,
        "skipped": sorted(asked.skipped),
        "given": asked.given,
        "choices": _choices(asked, plan) if asked.kind == "projects" else [],
    }


def _choices(asked: Asked, plan: Plan) -> list[tuple[str, Any, str, list[tuple[str, str]]]]:
    """What can be said for the whole file where it has no column of its own."""
    there = {meaning for _header, meaning in plan.columns}
    areas = OrgUnit.objects.on(today()).filter(kind="department_area").order_by("name").values_list("name", flat=True)
    offered = [
        ("lead_area", _("Fagchefområde"), [(name, name) for name in areas]),
        ("category", _("Kategori"), [(code, words.capitalize()) for code, words in CATEGORY_SHOWN.items()]),
        ("state", _("Tilstand"), [(code.replace("_", " "), words.capitalize()) for code, words in STATE_SHOWN.items()]),
    ]
    return [(name, words, asked.given.get(name, ""), rows) for name, words, rows in offered if str(words) not in there]
