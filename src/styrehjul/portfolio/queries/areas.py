"""The portfolio by fagchefområde and by unit: a row for each, also where nothing is registered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import sort_key
from styrehjul.people.domain.roles import UnitKind
from styrehjul.people.models import OrgUnit
from styrehjul.portfolio.domain.life import Category
from styrehjul.portfolio.labels import CATEGORY
from styrehjul.portfolio.queries.index import Line, in_order, lines_on
from styrehjul.portfolio.queries.lists import portfolio_on
from styrehjul.portfolio.queries.wanted import Wanted, filtered


@dataclass(frozen=True)
class Count:
    """How many projects of one category, and where they are listed."""

    category: str
    words: str
    number: int
    url: str


@dataclass(frozen=True)
class Area:
    """One area or unit, its counts in the order of the categories, the list of them all, and its projects."""

    key: int | None
    name: str
    counts: list[Count]
    url: str
    projects: list[Line]

    @property
    def total(self) -> int:
        """How many projects in all."""
        return sum(count.number for count in self.counts)


@dataclass(frozen=True)
class Areas:
    """A cross table with the sums below it."""

    areas: list[Area]
    totals: list[Count]
    url: str

    @property
    def total(self) -> int:
        """How many projects in all."""
        return sum(count.number for count in self.totals)


@dataclass(frozen=True)
class Crossed:
    """The same projects by area and by unit."""

    areas: Areas
    units: Areas


def crossed_on(on: date, as_of: date | None = None) -> Crossed:
    """The projects that were not over that day, by the areas and units in force. Three queries."""
    open_ones = filtered(portfolio_on(as_of).filter(visibility="all"), Wanted(state="aabne", as_of=as_of), on)
    lines = in_order(lines_on(open_ones, on), "prio")
    units = list(OrgUnit.objects.on(on).values_list("pk", "name", "kind"))
    areas = {key: name for key, name, kind in units if kind == UnitKind.DEPARTMENT_AREA.value}
    others = {key: name for key, name, kind in units}
    address = _Address(as_of)
    return Crossed(
        _table(lines, areas, lambda line: (line.area_id, line.area), _("Uden område"), address, "omraade"),
        _table(lines, others, lambda line: (line.unit_id, line.unit), _("Uden enhed"), address, "enhed"),
    )


@dataclass(frozen=True)
class _Address:
    as_of: date | None

    def of(self, **chosen: Any) -> str:
        """The list of what a number counts."""
        parts = {**chosen, "tilstand": "aabne", "pr": self.as_of.isoformat() if self.as_of else ""}
        return "/projekter/?" + "&".join(f"{name}={value}" for name, value in parts.items() if value not in ("", None))


def _table(
    lines: list[Line],
    known: Mapping[int, str],
    of: Callable[[Line], tuple[int | None, str]],
    none: str,
    address: _Address,
    filter_name: str,
) -> Areas:
    names: dict[int | None, str] = {}
    names.update(known.items())
    under: dict[int | None, list[Line]] = {}
    for line in lines:
        key, name = of(line)
        names.setdefault(key, name or none)
        under.setdefault(key, []).append(line)
    found = []
    for key, name in sorted(names.items(), key=lambda pair: (pair[0] is None, sort_key(pair[1]))):
        chosen = {filter_name: key} if key is not None else {"mangler": filter_name}
        rows = under.get(key, [])
        found.append(Area(key, name, _counts(rows, address, chosen), address.of(**chosen), rows))
    return Areas(found, _counts(lines, address, {}), address.of())


def _counts(lines: Iterable[Line], address: _Address, chosen: Mapping[str, Any]) -> list[Count]:
    counted: dict[str, int] = {}
    for line in lines:
        counted[line.category] = counted.get(line.category, 0) + 1
    return [
        Count(category.value, str(CATEGORY[category]), counted.get(category.value, 0), address.of(**chosen, kategori=category.value))
        for category in Category
    ]  # fmt: skip
