"""The portfolio by area and by unit."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.audit.current import Shown, kept
from styrehjul.documents.sheets import to_csv, to_xlsx
from styrehjul.kernel.danish import day_text
from styrehjul.people.entry import page
from styrehjul.portfolio.domain.life import Category
from styrehjul.portfolio.labels import CATEGORY, PROJECT_STATE
from styrehjul.portfolio.queries.areas import Areas, crossed_on
from styrehjul.portfolio.queries.cells import light_mark
from styrehjul.portfolio.views.asked import Asked, ways
from styrehjul.ui.lists import download

_STATES = {state.value: words for state, words in PROJECT_STATE.items()}


@page("project.see")
def areas(request: HttpRequest) -> HttpResponse:
    """Every area and unit with its projects counted by category, also those with none; then each area's projects."""
    asked = Asked.of(request)
    if asked.listing.format:
        return _file(asked)
    context = kept(("portfolio-areas", asked.as_of, asked.on), lambda: _shown(asked))
    return render(request, "portfolio/areas.html", {**context, "shown": context})


def _shown(asked: Asked) -> Shown:
    found = crossed_on(asked.day, asked.as_of)
    day = f"?pr={asked.as_of.isoformat()}" if asked.as_of else ""
    lead = _("%(total)d projekter · %(day)s") % {"total": found.areas.total, "day": day_text(asked.day)}
    return Shown(
        tables=[
            {"heading": _("Fagchefområde"), "caption": _("Projekter efter område og kategori"), "table": found.areas},
            {"heading": _("Enhed"), "caption": _("Projekter efter enhed og kategori"), "table": found.units},
        ],
        groups=[
            {"name": area.name, "id": f"omraade-{place}", "rows": [_row(line, day) for line in area.projects]}
            for place, area in enumerate(found.areas.areas, 1)
            if area.total
        ],
        lead=lead,
        as_of=asked.as_of,
        excel_url=f"/projekter/omraader/{asked.listing.url(format='xlsx')}",
        views=ways(asked, "omraader"),
        trail=[(_("Projekter"), f"/projekter/{day}")],
    )


def _row(line: Any, day: str) -> dict[str, Any]:
    under = (str(_STATES[line.state]), line.unit, line.responsible, line.sentence)
    return {
        "mark": light_mark(line.light, hidden=False),
        "title": line.title,
        "url": f"/projekter/{line.number}/{day}",
        "under": " · ".join(part for part in under if part),
    }


def _file(asked: Asked) -> HttpResponse:
    """Both tables in one sheet, areas first."""
    found = crossed_on(asked.day, asked.as_of)
    heads = [_("Opgjort efter"), _("Navn"), *(str(CATEGORY[category]) for category in Category), _("I alt")]
    rows = [*_lines(_("Fagchefområde"), found.areas), *_lines(_("Enhed"), found.units)]
    name = f"projekter-efter-omraade-{asked.day:%Y-%m-%d}"
    return download(asked.listing.format, name, heads, rows, xlsx=partial(to_xlsx, _("Områder")), csv=to_csv)


def _lines(kind: str, table: Areas) -> list[list[Any]]:
    rows = [[kind, area.name, *(count.number for count in area.counts), area.total] for area in table.areas]
    return [*rows, [kind, _("I alt"), *(count.number for count in table.totals), table.total]]
