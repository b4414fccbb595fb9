"""The list, the areas, and what changed since the last meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from styrehjul.audit.current import Shown, kept
from styrehjul.kernel.danish import ZONE, day_text, sort_key
from styrehjul.people.entry import page, person_of, today
from styrehjul.people.models import OrgUnit
from styrehjul.people.policy import may
from styrehjul.portfolio.domain.life import Category
from styrehjul.portfolio.domain.periods import grid, years_shown
from styrehjul.portfolio.exports import portfolio_file
from styrehjul.portfolio.labels import CATEGORY, CATEGORY_SHORT, PROJECT_STATE
from styrehjul.portfolio.queries.areas import areas_on
from styrehjul.portfolio.queries.changes import changes_since, lines_of
from styrehjul.portfolio.queries.lists import (
    SORTS,
    Wanted,
    by_name,
    counts_by_category,
    filtered,
    placed,
    portfolio_on,
    rows_on,
)
from styrehjul.ui.lists import ListRequest, ListSpec, Page

FILTERS = ("q", "kategori", "omraade", "enhed", "tilstand", "lys", "mangler", "pr")
SPEC = ListSpec(filters=FILTERS, sorts=SORTS, default="prio", size=50)
COLUMNS = (
    ("prio", lazy("Prio"), "num"),
    ("projekt", lazy("Projekt"), ""),
    ("kategori", lazy("Kategori"), ""),
    ("tilstand", lazy("Tilstand"), ""),
    ("status", lazy("Status"), ""),
)


@page("project.see")
def index(request: HttpRequest) -> HttpResponse:
    """The municipality's whole portfolio, as it is or as it was."""
    on = today()
    listing = ListRequest.of(request.GET, SPEC)
    as_of = _past(listing.day("pr"), on)
    if listing.format:
        found = filtered(portfolio_on(as_of), _wanted(listing), as_of or on)
        return portfolio_file(listing.format, rows_on(_read(listing, found), as_of or on), as_of or on)
    name = ("portfolio", request.GET.urlencode(), on)
    context = kept(name, lambda: _list_context(request, listing, as_of, on))
    may_register = may(person_of(request), "project.register_local", on=on)
    return render(request, "portfolio/list.html", {**context, "shown": context, "may_register": may_register})


def _list_context(request: HttpRequest, listing: ListRequest, as_of: date | None, on: date) -> Shown:
    """What the list shows everybody who asks for the same."""
    everything, wanted = portfolio_on(as_of), _wanted(listing)
    found = filtered(everything, wanted, as_of or on)
    counted = counts_by_category(filtered(everything, replace(wanted, category=""), as_of or on))
    shown = _page(listing, found)
    return Shown(
        listing=listing,
        page=replace(shown, items=()),
        rows=rows_on(shown.items, as_of or on),
        columns=[*COLUMNS, ("periode", _period(as_of or on), "")],
        grid=grid(),
        day=on,
        as_of=as_of,
        lead=_lead(sum(counted.values()), as_of or on),
        categories=_categories(listing, counted),
        choices=_choices(as_of or on),
        views=views(request, "list", on),
    )


def _past(day: date | None, on: date) -> date | None:
    """A day that has been; today and later are now."""
    return day if day and day < on else None


def _wanted(listing: ListRequest) -> Wanted:
    def key(name: str) -> int | None:
        text = listing.value(name)
        return int(text) if text.isdecimal() and len(text) < 10 else None

    return Wanted(
        q=listing.value("q"),
        category=listing.value("kategori"),
        area=key("omraade"),
        unit=key("enhed"),
        state=listing.value("tilstand"),
        light=listing.value("lys"),
        lacking=listing.value("mangler"),
    )


def _in_order(listing: ListRequest, found: QuerySet[Any]) -> QuerySet[Any]:
    rows = placed(found).select_related("lead_area", "org_unit")
    return listing.sorted(rows)


def _read(listing: ListRequest, found: QuerySet[Any]) -> Sequence[Any]:
    """All of them, for a file."""
    if listing.sort.removeprefix("-") != "projekt":
        return list(_in_order(listing, found))
    order = by_name(found, falling=listing.sort.startswith("-"))
    rows = _in_order(listing, found).in_bulk(order)
    return [rows[key] for key in order]


def _page(listing: ListRequest, found: QuerySet[Any]) -> Page[Any]:
    """The page asked for. By name the keys are sorted here, since no database here knows the Danish alphabet."""
    if listing.sort.removeprefix("-") != "projekt":
        return listing.page(_in_order(listing, found))
    page = listing.page(by_name(found, falling=listing.sort.startswith("-")))
    rows = placed(found).select_related("lead_area", "org_unit").in_bulk(page.items)
    return Page([rows[key] for key in page.items], page.number, page.pages, page.total, page.size)


def _lead(total: int, on: date) -> str:
    return _("%(total)d projekter · %(day)s") % {"total": total, "day": day_text(on)}


def _period(on: date) -> str:
    first, last = years_shown(on)
    return f"{first} – {last}"


def _categories(listing: ListRequest, counted: dict[str, int]) -> list[dict[str, Any]]:
    chosen = listing.value("kategori")
    total = sum(counted.values())
    rows = [{"text": _("Alle"), "count": total, "url": listing.url(kategori=""), "on": not chosen}]
    for category in Category:
        text = str(CATEGORY[category])
        count = counted[category.value]
        url = listing.url(kategori=category.value)
        rows.append({"text": text, "count": count, "url": url, "on": chosen == category.value})
    return rows


def _choices(on: date) -> dict[str, Any]:
    areas = OrgUnit.objects.on(on).filter(led_projects__isnull=False).distinct().values_list("pk", "name")
    return {
        "kategori": [
            ("tvaergaaende", _("De tværgående (de to første)")),
            *((category.value, words) for category, words in CATEGORY_SHORT.items()),
        ],
        "omraade": sorted(areas, key=lambda pair: sort_key(pair[1])),
        "mangler": [
            ("leder", _("Projektleder")),
            ("ejer", _("Projektejer")),
            ("maal", _("Mål")),
            ("omraade", _("Fagchefområde")),
        ],
        "tilstand": [
            ("aabne", _("Alle, der ikke er slut")),
            *((state.value, words) for state, words in PROJECT_STATE.items()),
        ],
    }


def views(request: HttpRequest, current: str, on: date) -> list[tuple[str, str, bool]]:
    """The ways to see the portfolio."""
    since = day_text(_since(request, on), year=False)
    return [
        (_("Tabel"), "/projekter/", current == "list"),
        (_("Områder"), "/projekter/omraader/", current == "areas"),
        (_("Ændringer siden %(day)s") % {"day": since}, "/projekter/aendringer/", current == "changes"),
    ]


@page("project.see")
def areas(request: HttpRequest) -> HttpResponse:
    """Every area with its projects counted by category, also those with none; then each area's projects."""
    on = today()
    found = areas_on(on)
    return render(
        request,
        "portfolio/areas.html",
        {
            "areas": found.areas,
            "totals": found.totals,
            "total": found.total,
            "views": views(request, "areas", on),
            "trail": [(_("Projekter"), "/projekter/")],
            "lead": _lead(found.total, on),
        },
    )


@page("project.see")
def changes(request: HttpRequest) -> HttpResponse:
    """What changed between two days, in the order in which a meeting hears it."""
    on = today()
    since, until = _since(request, on), _day(request.GET.get("til", ""))
    moment = datetime.combine(since, time.max, tzinfo=ZONE)
    end = datetime.combine(until, time.max, tzinfo=ZONE) if until else None
    lines = lines_of(changes_since(moment, end))
    groups: dict[str, list[Any]] = {}
    for line in lines:
        groups.setdefault(line.what, []).append(line)
    return render(
        request,
        "portfolio/changes.html",
        {
            "groups": list(groups.items()),
            "count": len(lines),
            "undecided": sum(line.undecided for line in lines),
            "since": since,
            "until": until,
            "views": views(request, "changes", on),
        },
    )


def _since(request: HttpRequest, on: date) -> date:
    """The day asked for; else a quarter back. Links from a meeting bring the last meeting's day."""
    asked = _day(request.GET.get("siden", ""))
    return asked if asked and asked <= on else on - timedelta(days=91)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
