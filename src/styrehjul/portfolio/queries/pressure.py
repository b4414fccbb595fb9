"""Change pressure per area and quarter: from where, above the limit or not, and what could move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import sort_key
from styrehjul.people.domain.roles import UnitKind
from styrehjul.people.models import OrgUnit
from styrehjul.portfolio.domain.life import ProjectState
from styrehjul.portfolio.domain.pressure import COUNTS, PROPOSED, Bounds, Touch, moves, pressure
from styrehjul.portfolio.domain.quarters import between, quarter_day, quarter_short, quarter_words, shifted
from styrehjul.portfolio.models import Impact, Project
from styrehjul.portfolio.queries.part_dependencies import bounds_of
from styrehjul.portfolio.queries.settings import settings

QUARTERS = 8
_STATES = [state.value for state in (*COUNTS, *PROPOSED)]


@dataclass(frozen=True)
class Mover:
    """A project in an area that is asked too much, and the quarters it could begin in instead."""

    title: str
    url: str
    intensity: int
    to: str


@dataclass(frozen=True)
class Cell:
    """An area's quarter. `x`, `y` and `shade` draw it; the words say the same."""

    quarter: str
    certain: int
    proposed: int
    over: bool
    go_live: bool
    shade: int
    x: int
    y: int
    projects: list[tuple[str, str, str]]
    movers: list[Mover]


@dataclass(frozen=True)
class AreaPressure:
    """An area with its quarters; a row for every area, also one that nobody touches."""

    name: str
    cells: list[Cell]
    y: int

    @property
    def most(self) -> int:
        """The highest certain pressure of its quarters."""
        return max((cell.certain for cell in self.cells), default=0)


@dataclass(frozen=True)
class PressurePage:
    """All areas, the heads of their quarters, and what stands above the limit."""

    areas: list[AreaPressure]
    heads: list[tuple[str, int]]
    limit: int | None
    collisions: list[tuple[str, Cell]]
    width: int
    height: int
    touched: int


LEFT, TOP, WIDE, HIGH = 200, 24, 84, 34


def pressure_on(on: date, quarters: int = QUARTERS) -> PressurePage:
    """The coming quarters of every area. Four queries whatever the number of projects."""
    limit = settings().change_pressure_limit
    now = quarter_day(on)
    days = list(between(now, shifted(now, quarters - 1)))
    rows = list(
        Impact.objects.filter(project__state__in=_STATES, project__visibility="all").select_related("project", "area")
    )
    touches = [_touch(row) for row in rows]
    projects = {row.project_id: row.project for row in rows}
    bounds = _bounds(touches, limit, list(projects))
    names = dict(OrgUnit.objects.on(on).filter(kind=UnitKind.DEPARTMENT_AREA.value).values_list("pk", "name"))
    names.update({row.area_id: row.area.name for row in rows})
    areas = []
    for place, (key, name) in enumerate(sorted(names.items(), key=lambda pair: sort_key(pair[1]))):
        y = TOP + place * HIGH
        cells = [
            _cell(touches, projects, key, day, limit, on, bounds, (LEFT + step * WIDE, y))
            for step, day in enumerate(days)
        ]
        areas.append(AreaPressure(name, cells, y + 21))
    collisions = [(area.name, cell) for area in areas for cell in area.cells if cell.over]
    heads = [(quarter_short(day), LEFT + step * WIDE + WIDE // 2) for step, day in enumerate(days)]
    return PressurePage(
        areas, heads, limit, collisions, LEFT + len(days) * WIDE + 4, TOP + len(areas) * HIGH + 4, len(rows)
    )


def _touch(row: Impact) -> Touch:
    return Touch(
        project=row.project_id,
        area=row.area_id,
        first=row.from_quarter,
        last=row.to_quarter,
        intensity=row.intensity,
        state=row.project.state,
        revisit_on=row.project.revisit_on,
        go_live=row.go_live,
    )


def _bounds(touches: Sequence[Touch], limit: int | None, projects: list[int]) -> dict[int, Bounds]:
    """Asked only where there is a limit to be above."""
    if limit is None:
        return {}
    return {key: Bounds(*pair) for key, pair in bounds_of(projects).items()}


def _cell(
    touches: Sequence[Touch],
    projects: dict[int, Project],
    area: int,
    day: date,
    limit: int | None,
    on: date,
    bounds: dict[int, Bounds],
    at: tuple[int, int],
) -> Cell:
    found = pressure(touches, area, day)
    over = found.is_over(limit)
    here = [touch for touch in touches if touch.area == area and touch.covers(day)]
    return Cell(
        quarter=quarter_words(day),
        certain=found.certain,
        proposed=found.proposed,
        over=over,
        go_live=any(touch.go_live and touch.state in COUNTS for touch in here),
        shade=min(3, found.certain),
        x=at[0],
        y=at[1],
        projects=[_named(projects[touch.project], touch) for touch in here],
        movers=[
            _mover(touches, projects[touch.project], touch, limit, on, bounds)
            for touch in here
            if touch.state in COUNTS
        ]
        if over and limit is not None
        else [],
    )


def _named(project: Project, touch: Touch) -> tuple[str, str, str]:
    said = str(touch.intensity)
    if touch.state in PROPOSED:
        said = _("%(n)s, forslag") % {"n": said}
    elif touch.state == ProjectState.PAUSED:
        said = _("%(n)s, efter pausen") % {"n": said}
    return project.title, project.get_absolute_url(), said


def _mover(
    touches: Sequence[Touch], project: Project, touch: Touch, limit: int, on: date, bounds: dict[int, Bounds]
) -> Mover:
    free = moves(touches, touch.project, limit, on=on, bounds=bounds)
    to = ", ".join(quarter_words(day) for day in free[:4])
    return Mover(project.title, project.get_absolute_url(), touch.intensity, to)
