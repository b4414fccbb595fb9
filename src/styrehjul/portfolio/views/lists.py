"""The municipality's whole portfolio at one address: as a table, as drawings, in groups, as a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings as django_settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.audit.current import Shown, kept
from styrehjul.documents.files import download
from styrehjul.kernel.danish import day_text
from styrehjul.people.entry import now, page, person_of
from styrehjul.people.policy import may
from styrehjul.portfolio.domain.life import Category
from styrehjul.portfolio.domain.periods import years_shown
from styrehjul.portfolio.exports import portfolio_file
from styrehjul.portfolio.labels import CATEGORY
from styrehjul.portfolio.queries.attention import SHOWN
from styrehjul.portfolio.queries.cells import COLUMNS, STANDARD, Seen, chosen_columns, goals_of, light_mark, table_rows
from styrehjul.portfolio.queries.choices import choices_on
from styrehjul.portfolio.queries.index import Line, records_of
from styrehjul.portfolio.queries.lists import rows_on
from styrehjul.portfolio.queries.pictures import phase_names
from styrehjul.portfolio.queries.saved_views import standard_of, views_for
from styrehjul.portfolio.queries.settings import settings
from styrehjul.portfolio.reports import file_name, overview_pdf
from styrehjul.portfolio.views import pictures
from styrehjul.portfolio.views.asked import Asked, Found, find, ways
from styrehjul.ui.lists import ListRequest, Page

# The browser remembers the last choice; nothing is written for it.
LAST = "projekter_valg"
MAKERS: dict[str, tuple[str, Callable[[Asked, Found], dict[str, Any]]]] = {
    "tidslinje": ("portfolio/timeline.html", pictures.timeline_of),
    "boble": ("portfolio/bubble.html", pictures.bubble_of),
    "grupper": ("portfolio/groups.html", pictures.groups_of),
}


@page("project.see")
def index(request: HttpRequest) -> HttpResponse:
    """The portfolio as it is or as it was, as the address asks for it."""
    if not request.GET and (standard := standard_of(person_of(request))):
        return HttpResponseRedirect(standard.get_absolute_url())
    asked = Asked.of(request)
    if asked.listing.format:
        return _file(asked)
    template, make = MAKERS.get(asked.listing.value("vis"), ("portfolio/list.html", table_of))
    context = kept(("portfolio", *asked.name), lambda: _shown(asked, make))
    may_register = may(asked.person, "project.register_local", on=asked.on)
    own = {
        "shown": context,
        "listing": asked.listing,
        "may_register": may_register,
        "may_choose": may(asked.person, "project.settings", on=asked.on),
        "saved": views_for(asked.person),
        "person": asked.person,
        "address": request.GET.urlencode(),
        "last": "" if request.GET else request.COOKIES.get(LAST, "")[:1000],
    }
    answer = render(request, template, {**context, **own})
    if asked.narrowed and len(request.GET.urlencode()) <= 1000:
        answer.set_cookie(
            LAST, request.GET.urlencode(), httponly=True, samesite="Lax", secure=django_settings.SESSION_COOKIE_SECURE
        )
    return answer


def _file(asked: Asked) -> HttpResponse:
    """All rows of the choice, in its order."""
    found = find(asked)
    rows = rows_on(records_of(asked.everything(), found.lines), asked.day)
    return portfolio_file(asked.listing.format, rows, asked.day, at=None if asked.as_of else now())


@page("project.see")
def overview_file(request: HttpRequest) -> HttpResponse:
    """*Porteføljeoversigt*: the choice as a PDF, for a meeting or for paper."""
    asked, at = Asked.of(request), now()
    found = find(asked)
    chosen = _("Et udvalg af porteføljen") if asked.narrowed else ""
    lines = found.lines
    if settings().steering_shows_large_first and not request.GET.get("sort"):
        # For a body that decides: the larger ones first, each in the order of priority. An order that was chosen stands.
        lines = sorted(lines, key=lambda line: not line.large)
    made = overview_pdf(lines, found.attention, asked.day, at, chosen)
    return download(made, name=file_name("portefoeljeoversigt", at), content_type="application/pdf")


def _shown(asked: Asked, make: Callable[[Asked, Found], dict[str, Any]]) -> Shown:
    """What everybody sees who asks for the same, whatever the way of showing it."""
    found = find(asked)
    number = ngettext("%(number)d projekt", "%(number)d projekter", len(found.lines)) % {"number": len(found.lines)}
    return Shown(
        as_of=asked.as_of,
        day=asked.on,
        now_url=f"/projekter/{asked.listing.url(pr='')}",
        lead=f"{number} · {day_text(asked.day)}",
        categories=_categories(asked.listing, found.counted),
        choices=choices_on(asked.day),
        narrowed=asked.narrowed,
        more_open=asked.more_open,
        clear_url=f"/projekter/?vis={asked.listing.value('vis') or 'tabel'}",
        attention=_attention(asked, found),
        excel_url=f"/projekter/{asked.listing.url(format='xlsx')}",
        pdf_url=f"/projekter/oversigt.pdf{asked.listing.url()}",
        mine_url=f"/projekter/{asked.listing.url(mine='' if asked.listing.value('mine') else 'ja')}",
        mine=bool(asked.listing.value("mine")),
        hidden=[
            (name, value) for name in ("vis", "mine", "kraever", "pr_hvad") if (value := asked.listing.value(name))
        ],
        sort=asked.listing.sort if asked.listing.sort != asked.listing.spec.default else "",
        values={name: given[0] for name, given in asked.listing.values.items()},
        is_filtered=asked.narrowed,
        **make(asked, found),
    )


def table_of(asked: Asked, found: Found) -> dict[str, Any]:
    """The table: the columns chosen and one page of rows as finished cells."""
    shown = asked.listing.page(found.lines)
    columns = chosen_columns(asked.listing.values.get("kolonner", ()))
    labels = [_years(asked.day) if column.name == "periode" else str(column.label) for column in columns]
    keys = [line.key for line in shown.items]
    seen = Seen(
        on=asked.day,
        as_of=asked.as_of,
        responsible={line.key: line.responsible for line in shown.items},
        goals=goals_of(keys, asked.as_of) if any(column.name == "maal" for column in columns) else {},
        stale_days=settings().status_max_age_days,
        local_days=settings().local_reminder_days,
        phases=phase_names(),
    )
    rows = rows_on(records_of(asked.everything(), shown.items), asked.day)
    names = {column.name for column in columns}
    return {
        "pages": _pages(asked.listing, shown),
        "rows": table_rows(rows, columns, labels, seen),
        "columns": [
            _heading(asked.listing, column.name, column.kind, label)
            for column, label in zip(columns, labels, strict=True)
        ],
        "all_columns": [
            (column.name, column.label or _years(asked.day), column.name in names)
            for column in COLUMNS.values()
            if column.name != "projekt"
        ],
        "own_columns": names != set(STANDARD),
        "views": ways(asked, "tabel"),
        "view": "tabel",
    }


def _heading(listing: ListRequest, name: str, kind: str, label: str) -> dict[str, str]:
    return {"label": label, "kind": kind, "url": listing.sort_url(name), "direction": listing.direction(name)}


def _pages(listing: ListRequest, page: Page[Line]) -> dict[str, Any]:
    """The way to the other pages, as plain addresses."""
    return {
        "first": page.first,
        "last": page.last,
        "total": page.total,
        "number": page.number,
        "pages": page.pages,
        "before": listing.url(page=page.number - 1) if page.number > 1 else "",
        "after": listing.url(page=page.number + 1) if page.number < page.pages else "",
        "numbers": [(number, listing.url(page=number) if number else "") for number in page.numbers],
    }


def _years(on: date) -> str:
    first, last = years_shown(on)
    return f"{first} – {last}"


def _categories(listing: ListRequest, counted: dict[str, int]) -> list[dict[str, Any]]:
    chosen = listing.value("kategori")
    rows = [{"text": _("Alle"), "count": sum(counted.values()), "url": listing.url(kategori=""), "on": not chosen}]
    for category in Category:
        rows.append({
            "text": str(CATEGORY[category]), "count": counted.get(category.value, 0),
            "url": listing.url(kategori=category.value), "on": chosen == category.value,
        })  # fmt: skip
    return rows


def _attention(asked: Asked, found: Found) -> dict[str, Any]:
    """The worst few with why, and the way to all of them."""
    suffix = f"?pr={asked.as_of.isoformat()}" if asked.as_of else ""
    only = bool(asked.listing.value("kraever"))
    worst = [
        {
            "mark": light_mark(one.line.light, hidden=False),
            "title": one.line.title,
            "url": f"/projekter/{one.line.number}/{suffix}",
            "why": one.why,
        }
        # Who asks for all of them asks why, too.
        for one in found.attention[: len(found.lines) if only else SHOWN]
    ]
    return {
        "worst": worst,
        "count": len(found.attention),
        "more": max(0, len(found.attention) - len(worst)),
        "url": f"/projekter/{asked.listing.url(kraever='' if only else 'ja')}",
        "only": only,
    }
