"""Every project that a list is asked for, as short lines: enough to count, sort and see which need attention."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from styrehjul.kernel.danish import sort_key
from styrehjul.portfolio.domain.life import Category, Light, ProjectRoleKind, ProjectState
from styrehjul.portfolio.models import ProjectRole

_LAST = 1_000_000
_FAR = date(9999, 12, 31)
_FIELDS = (
    "id", "number", "title", "category", "state", "phase", "light", "status_sentence", "status_on", "priority", "large",
    "actual_start", "planned_start", "planned_end", "forecast_end", "actual_end", "lead_area_id", "lead_area__name",
    "org_unit_id", "org_unit__name", "cost_tdkk", "hours",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A project in short. `responsible` is the manager, else the owner, else the local coordinator; "" when nobody is."""

    key: int
    number: str
    title: str
    category: str
    state: str
    phase: str
    light: str
    sentence: str
    status_on: date | None
    priority: int | None
    large: bool
    actual_start: date | None
    planned_start: date | None
    planned_end: date | None
    forecast_end: date | None
    actual_end: date | None
    area_id: int | None
    area: str
    unit_id: int | None
    unit: str
    cost: Decimal | None
    hours: Decimal | None
    responsible: str = ""
    has_manager: bool = False

    @property
    def start(self) -> date | None:
        """When it began, or is to begin."""
        return self.actual_start or self.planned_start

    @property
    def end(self) -> date | None:
        """When it ended, or is expected to."""
        return self.actual_end or self.forecast_end or self.planned_end


def lines_on(projects: QuerySet[Any], on: date) -> list[Line]:
    """The projects as lines, with who was responsible that day. Two queries."""
    people = responsible_on(on)
    found = []
    for values in projects.order_by().values_list(*_FIELDS):
        row: list[Any] = list(values)
        row[17], row[19] = row[17] or "", row[19] or ""
        who = people.get(row[0], {})
        found.append(Line(*[*row, _first(who), ProjectRoleKind.MANAGER.value in who]))
    return found


def responsible_on(on: date) -> dict[int, dict[str, str]]:
    """Project -> kind of role -> name of the one who had it that day. One query."""
    kinds = [ProjectRoleKind.MANAGER.value, ProjectRoleKind.OWNER.value, ProjectRoleKind.LOCAL_COORDINATOR.value]
    rows = ProjectRole.objects.on(on).filter(kind__in=kinds).order_by("start", "pk")
    found: dict[int, dict[str, str]] = {}
    for project, kind, name in rows.values_list("project_id", "kind", "person__name"):
        found.setdefault(project, {})[kind] = name
    return found


def _first(who: Mapping[str, str]) -> str:
    order = (ProjectRoleKind.MANAGER, ProjectRoleKind.OWNER, ProjectRoleKind.LOCAL_COORDINATOR)
    return next((who[kind.value] for kind in order if kind.value in who), "")


_LIGHTS = {light.value: place for place, light in enumerate((Light.RED, Light.YELLOW, Light.GREEN, Light.NONE))}
_STATES = {state.value: place for place, state in enumerate(ProjectState)}
_CATEGORIES = {category.value: place for place, category in enumerate(Category)}
Place = Callable[[Line], Any]


def _named(text: str) -> tuple[bool, str]:
    """Without a name comes last."""
    return (not text, sort_key(text))


def _least(value: Decimal | int | None) -> Decimal:
    return Decimal(-1) if value is None else Decimal(value)


# The names of `?sort=`: what a line is placed by. Lines that are equal stand by priority and Danish title.
PLACES: Mapping[str, Place] = {
    "prio": lambda line: line.priority or _LAST,
    "projekt": lambda line: sort_key(line.title),
    "kategori": lambda line: _CATEGORIES.get(line.category, 9),
    "tilstand": lambda line: _STATES.get(line.state, 99),
    "fase": lambda line: _named(line.phase),
    "status": lambda line: _LIGHTS.get(line.light, 9),
    "omraade": lambda line: _named(line.area),
    "enhed": lambda line: _named(line.unit),
    "ansvarlig": lambda line: _named(line.responsible),
    "start": lambda line: line.start or _FAR,
    "slut": lambda line: line.end or _FAR,
    "periode": lambda line: line.end or _FAR,
    "oekonomi": lambda line: _least(line.cost),
    "timer": lambda line: _least(line.hours),
}
# For the list's own spec; the lines are placed here, since no database here knows the Danish alphabet.
SORTS: Mapping[str, tuple[str, ...]] = dict.fromkeys(PLACES, ())


def in_order(lines: Iterable[Line], sort: str) -> list[Line]:
    """The lines by one of the places; a minus turns it round."""
    place = PLACES.get(sort.removeprefix("-"), PLACES["prio"])
    settled = sorted(lines, key=lambda line: (line.priority or _LAST, sort_key(line.title), line.key))
    return sorted(settled, key=place, reverse=sort.startswith("-"))


def records_of(projects: QuerySet[Any], lines: Sequence[Line]) -> list[Any]:
    """The whole records behind the lines, in their order. One query."""
    wanted = projects.filter(id__in=[line.key for line in lines]).select_related("lead_area", "org_unit")
    found = {record.id: record for record in wanted}
    return [found[line.key] for line in lines if line.key in found]


def count_by(lines: Iterable[Line], of: Callable[[Line], Any]) -> dict[Any, int]:
    """How many lines there are of each."""
    found: dict[Any, int] = {}
    for line in lines:
        found[of(line)] = found.get(of(line), 0) + 1
    return found
