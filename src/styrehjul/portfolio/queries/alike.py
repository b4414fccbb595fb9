"""The projects that a new one resembles, with whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from styrehjul.portfolio.domain.alike import alike
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.index import responsible_on
from styrehjul.portfolio.queries.lists import portfolio_on


@dataclass(frozen=True)
class Similar:
    """Another project, where it is, and who can tell about it ("" where nobody is named)."""

    title: str
    url: str
    place: str
    ask: str


def similar_to(project: Project, on: date) -> list[Similar]:
    """The nearest few that everybody may see. Two queries."""
    rows = portfolio_on().exclude(id=project.pk).order_by()
    told = {row[0]: row for row in rows.values_list("id", "title", "number", "org_unit__name", "contact__name")}
    near = alike(project.title, ((key, row[1]) for key, row in told.items()))
    people = responsible_on(on) if near else {}
    return [
        Similar(
            title=told[key][1],
            url=f"/projekter/{told[key][2]}/",
            place=told[key][3] or "",
            ask=next(iter(people.get(key, {}).values()), told[key][4] or ""),
        )
        for key in near
    ]
