"""The list of systems and a system's own page. They lie here because the portfolio knows the projects that touch each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.documents.sheets import to_csv, to_xlsx
from styrehjul.kernel.danish import day_text
from styrehjul.people.entry import page, person_of, today
from styrehjul.people.policy import may
from styrehjul.portfolio.exports.systems import COLUMNS, as_rows
from styrehjul.portfolio.queries.system_list import (
    LIFE,
    Asked,
    beside,
    suppliers_in_use,
    system_counts,
    system_lines,
)
from styrehjul.portfolio.queries.systems import LEVELS, system_card, system_units
from styrehjul.systems.domain.timeline import Span, draw
from styrehjul.systems.models import System
from styrehjul.systems.queries.money import bounds
from styrehjul.ui.lists import ListRequest, ListSpec, download

SPEC = ListSpec(
    filters=("q", "enhed", "niveau", "livscyklus", "leverandoer", "mangler", "kontrakt", "kitos"),
    sorts={"navn": (), "kontrakt": (), "pris": ()},
)

# A drawing of more than so many is no overview.
TIMELINE = replace(SPEC, size=50)


def _asked(listing: ListRequest) -> Asked:
    """What the address asks for: the same for the list and the timeline."""
    level = listing.value("niveau")
    return Asked(
        q=listing.value("q")[:100], area=listing.value("enhed"), level=level if level in LEVELS else "",
        lifecycle=listing.value("livscyklus"), supplier=listing.value("leverandoer"),
        without_owner=listing.value("mangler") == "ejer", ends_soon=listing.value("kontrakt") == "snart",
        gone=listing.value("kitos") == "ude", sort=listing.sort,
    )  # fmt: skip


@page("system.see")
def systems(request: HttpRequest) -> HttpResponse:
    """Each system with its owner, its contract and cost, and the projects that touch it."""
    on, person = today(), person_of(request)
    listing = ListRequest.of(request.GET, SPEC)
    asked = _asked(listing)
    tied = bounds(on)
    lines = system_lines(asked, on, tied)
    if listing.format:
        return download(
            listing.format, "systemer", [words for words, _key in COLUMNS], as_rows(lines, beside(lines, asked.level)),
            xlsx=partial(to_xlsx, "Systemer"), csv=to_csv, keys=[key for _words, key in COLUMNS],
        )  # fmt: skip
    shown = listing.page(lines)
    more = beside(list(shown.items), asked.level)
    counts = system_counts(on, tied)
    context = {
        "listing": listing,
        "page": shown,
        "lines": [
            (
                line,
                more.projects.get(line.system.pk, ()),
                more.potentials.get(line.system.pk),
                more.steering.get(line.system.pk),
            )
            for line in shown.items
        ],
        "is_steered": bool(more.steering),
        "asked": asked,
        "has_more": bool(asked.level or asked.sort),
        "chips": [
            (_("Kontrakten udløber inden et år"), counts["ends"], "kontrakt", "snart", asked.ends_soon),
            (_("Uden ejer"), counts["owner"], "mangler", "ejer", asked.without_owner),
            (_("Taget ud af Kitos"), counts["gone"], "kitos", "ude", asked.gone),
        ],
        "may_create": may(person, "system.create", on=on),
        "may_read_in": may(person, "kitos.run", on=on),
        "areas": system_units(),
        "levels": list(LEVELS.items()),
        "lives": [*LIFE.items(), ("alle", _("Alle, også ude af drift"))],
        "suppliers": suppliers_in_use(),
        "sorts": [("kontrakt", _("Kontraktens udløb")), ("pris", _("Pris om året"))],
        "file": listing.url(format="xlsx"),
        "timeline": f"/systemer/tidslinje/{listing.url(page=None)}",
    }
    return render(request, "portfolio/registers/systems.html", context)


@page("system.see")
def timeline(request: HttpRequest) -> HttpResponse:
    """The systems of the list over five years, with the same choices."""
    on = today()
    listing = ListRequest.of(request.GET, TIMELINE)
    shown = listing.page(system_lines(_asked(listing), on, bounds(on)))
    spans = [
        Span(line.system.in_use_from, line.system.in_use_to, line.system.support_ends_on, line.bound.end)
        for line in shown.items
    ]
    drawing = draw(spans, on.year, on)
    rows = [
        {
            "name": line.system.name, "short": shortened(line.system.name), "url": line.system.get_absolute_url(),
            "stage": line.system.lifecycle, "life": line.lifecycle, "contract": line.end or "–",
            "start": _day(span.start), "end": _day(span.end), "support": _day(span.support), "drawn": drawn,
            "words": ", ".join(part for part in (line.system.name, line.lifecycle, line.end) if part),
        }
        for line, span, drawn in zip(shown.items, spans, drawing.rows, strict=True)
    ]  # fmt: skip
    context = {
        "drawing": drawing, "rows": rows, "page": shown, "listing": listing, "trail": [(_("Systemer"), "/systemer/")],
        "back": f"/systemer/{listing.url(page=None)}",
    }  # fmt: skip
    return render(request, "portfolio/registers/system_timeline.html", context)


def _day(on: date | None) -> str:
    return day_text(on) if on else "–"


def shortened(name: str) -> str:
    """The name as far as there is room for it beside the lines."""
    return name if len(name) <= 38 else f"{name[:37]}…"


@page("system.see")
def system(request: HttpRequest, key: int) -> HttpResponse:
    """What is ours of the system, what is Kitos's, the projects on it and what they can give."""
    on, person = today(), person_of(request)
    found = System.objects.select_related("owner", "responsible_unit", "supplier", "parent").filter(pk=key).first()
    if found is None:
        raise Http404(_("Systemet findes ikke."))
    context = {
        "card": system_card(found, on),
        "may_change": may(person, "system.change", found, on=on),
        "may_keep": may(person, "contract.keep", on=on),
        "may_propose": may(person, "project.propose", on=on),
        "trail": [(_("Systemer"), "/systemer/")],
    }
    return render(request, "portfolio/registers/system.html", context)
