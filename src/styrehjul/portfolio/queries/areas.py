"""The portfolio by fagchefområde: a row for every area, also where nothing is registered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from styrehjul.kernel.danish import sort_key
from styrehjul.people.domain.roles import UnitKind
from styrehjul.people.models import OrgUnit
from styrehjul.portfolio.domain.life import OVER, Category
from styrehjul.portfolio.labels import CATEGORY
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.lists import Row, row_of


@dataclass(frozen=True)
class Count:
    """How many projects of one category."""

    category: str
    words: str
    number: int


@dataclass(frozen=True)
class Area:
    """One area, its counts in the order of the categories, and its projects."""

    key: int | None
    name: str
    counts: list[Count]
    projects: list[Row]

    @property
    def total(self) -> int:
        """How many projects in all."""
        return sum(count.number for count in self.counts)


@dataclass(frozen=True)
class Areas:
    """All areas with the sums below them."""

    areas: list[Area]
    totals: list[Count]

    @property
    def total(self) -> int:
        """How many projects in all."""
        return sum(count.number for count in self.totals)


def areas_on(on: date) -> Areas:
    """The areas in force that day with the projects that are not over. Two queries."""
    known = dict(OrgUnit.objects.on(on).filter(kind=UnitKind.DEPARTMENT_AREA.value).values_list("pk", "name"))
    open_projects = Project.objects.exclude(state__in=[state.value for state in OVER])
    projects = list(open_projects.select_related("lead_area", "org_unit").order_by("priority", "title"))
    names: dict[int | None, str] = dict(known)
    for project in projects:
        names.setdefault(project.lead_area_id, project.lead_area.name if project.lead_area else "Uden område")
    found = []
    for key, name in sorted(names.items(), key=lambda pair: (pair[0] is None, sort_key(pair[1]))):
        rows = [row_of(project, on) for project in projects if project.lead_area_id == key]
        found.append(Area(key, name, _counts(rows), rows))
    return Areas(found, _counts([row for area in found for row in area.projects]))


def _counts(rows: list[Row]) -> list[Count]:
    counted = Counter(row.category for row in rows)
    return [Count(category.value, str(CATEGORY[category]), counted[category.value]) for category in Category]
