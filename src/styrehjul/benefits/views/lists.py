"""All benefits: the five fields, the last measurement and the next day, and what waits for the reader."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.benefits.labels import BENEFIT_STATE, KIND
from styrehjul.benefits.queries import Line, choices, crosscutting_without, lines, next_for, quarters_ahead, wanted
from styrehjul.documents.sheets import to_csv, to_xlsx
from styrehjul.people.entry import page, person_of, today
from styrehjul.people.policy import may
from styrehjul.ui.lists import ListRequest, ListSpec, download

FILTERS = ("q", "tilstand", "ejer", "mangler", "projekt", "omraade", "maal", "system", "slags", "pr")
SPEC = ListSpec(
    filters=FILTERS,
    sorts={"nummer": ("number",), "maales": ("due", "number"), "gevinst": ("title",)},
    default="maales",
    size=50,
)
FEW = 8
HEADERS = (
    "Nummer", "Gevinst", "Projekt", "Ejer", "Tallet i dag", "Målet", "Hvornår", "Seneste måling", "Målt den",
    "Måles næste gang", "Tilstand", "Slags", "Enhed", "Tallet i dag som tal", "Målet som tal", "Lavest", "Højest",
    "Taget imod",
)  # fmt: skip
KEYS = (
    "number", "title", "project", "owner", "baseline", "target", "target_on", "last", "last_on", "measure_on", "state",
    "kind", "unit", "baseline_number", "target_number", "target_low", "target_high", "accepted_on",
)  # fmt: skip


@page("benefit.see")
def index(request: HttpRequest) -> HttpResponse:
    """The five fields of every benefit, the last measurement and the next day; also as they were on a day."""
    listing, on, person = ListRequest.of(request.GET, SPEC), today(), person_of(request)
    day = listing.day("pr")
    as_of = day if day and day < on else None
    asked = {
        "q": listing.value("q"), "state": listing.value("tilstand"), "owner": listing.value("ejer"),
        "lacking": listing.value("mangler"), "project": listing.value("projekt"), "area": listing.value("omraade"),
        "goal": listing.value("maal"), "system": listing.value("system"), "kind": listing.value("slags"),
    }  # fmt: skip
    found = listing.sorted(wanted(on, as_of, **asked))
    if listing.format:
        rows = [_cells(line) for line in lines(found, on, as_of)]
        name = f"gevinster-{as_of.isoformat()}" if as_of else "gevinster"
        return download(listing.format, name, HEADERS, rows, xlsx=partial(to_xlsx, "Gevinster"), csv=to_csv, keys=KEYS)
    shown = listing.page(found)
    keys = [row.pk for row in shown.items]
    ordered = {line.benefit.pk: line for line in lines(found.filter(pk__in=keys), on, as_of)}
    without = [] if listing.is_filtered else crosscutting_without()
    ahead = [] if listing.is_filtered else quarters_ahead(on)
    context = {
        "listing": listing,
        "page": shown,
        "lines": [ordered[key] for key in keys],
        "values": {name: listing.value(name) for name in FILTERS},
        "choices": choices() | _words(),
        "more_open": any(listing.value(name) for name in ("maal", "system", "slags", "mangler", "projekt", "pr")),
        "as_of": as_of,
        "now_url": f"/gevinster/{listing.url(pr='')}",
        "waiting": [] if as_of else next_for(person, on),
        "ahead": ahead,
        "has_ahead": any(quarter.marks for quarter in ahead),
        "without": [(_("Se dem alle"), without)] if len(without) > FEW else [("", without)] if without else [],
        "without_count": len(without),
        "me": person.pk,
        "may_add": as_of is None and may(person, "benefit.add", on=on),
        "may_choose": may(person, "benefit.settings", on=on),
        "xlsx": listing.url(format="xlsx"),
        "csv": listing.url(format="csv"),
    }
    return render(request, "benefits/list.html", context)


def _words() -> dict[str, Any]:
    states = [(state.value, words) for state, words in BENEFIT_STATE.items()]
    return {
        "tilstand": [("aabne", _("Åbne")), ("forslag", _("I projekter, der ikke er godkendt")), *states],
        "slags": [(kind.value, words) for kind, words in KIND.items()],
        "mangler": [
            ("over", _("Måling over fristen")),
            ("ejer", _("Uden ejer")),
            ("tal", _("Uden tal i dag")),
            ("maaling", _("Uden måling")),
            ("dato", _("Uden dato for måling")),
            ("ja", _("Ejeren har ikke taget imod")),
        ],
    }


def _cells(line: Line) -> list[Any]:
    row, last = line.benefit, line.last
    return [
        row.number, row.title, line.project, row.owner.name if row.owner else "",
        row.baseline, row.target, row.target_on, last.value if last else "", last.on if last else None, row.measure_on,
        str(row.get_state_display()), str(row.get_kind_display()), row.unit, row.baseline_number, row.target_number,
        row.target_low, row.target_high, row.accepted_on,
    ]  # fmt: skip
