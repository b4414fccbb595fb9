"""Change pressure (forandringstryk): how much change an area is asked to take in a quarter, and what could move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from styrehjul.portfolio.domain.life import ProjectState
from styrehjul.portfolio.domain.quarters import between, quarter_day, shifted, steps_between

S = ProjectState
COUNTS = frozenset({S.APPROVED, S.ACTIVE, S.PAUSED, S.CLOSING})
PROPOSED = frozenset({S.IDEA, S.PROPOSED, S.AWAITING_DECISION})
ANCHORS = ((1, "Mindre tilpasning"), (2, "Nye arbejdsgange"), (3, "Omlægning"))
AHEAD = 12


@dataclass(frozen=True)
class Touch:
    """One project touches one area from a quarter to another."""

    project: int
    area: int
    first: date
    last: date
    intensity: int
    state: str
    revisit_on: date | None = None
    go_live: bool = False

    def covers(self, quarter: date) -> bool:
        """Whether the quarter counts. A paused project touches nobody before the quarter in
        which it is taken up again."""
        if not self.first <= quarter <= self.last:
            return False
        if self.state != S.PAUSED:
            return True
        return self.revisit_on is not None and quarter >= quarter_day(self.revisit_on)


@dataclass(frozen=True)
class Pressure:
    """An area's quarter: what is certain, what proposals would add, and the projects behind each."""

    certain: int
    proposed: int
    projects: tuple[int, ...]

    def is_over(self, limit: int | None) -> bool:
        """Whether what is certain is more than the limit. Without a limit there is no colour."""
        return limit is not None and self.certain > limit


def pressure(touches: Iterable[Touch], area: int, quarter: date) -> Pressure:
    """The sum of the intensities that cover the area and the quarter; proposals apart."""
    here = [touch for touch in touches if touch.area == area and touch.covers(quarter)]
    certain = [touch for touch in here if touch.state in COUNTS]
    proposed = [touch for touch in here if touch.state in PROPOSED]
    projects = tuple(dict.fromkeys(touch.project for touch in (*certain, *proposed)))
    return Pressure(sum(touch.intensity for touch in certain), sum(touch.intensity for touch in proposed), projects)


@dataclass(frozen=True)
class Bounds:
    """Between which days a project may lie: after what it needs, before what needs it."""

    not_before: date | None = None
    not_after: date | None = None


def moves(
    touches: Sequence[Touch],
    project: int,
    limit: int,
    *,
    on: date,
    bounds: Mapping[int, Bounds],
    ahead: int = AHEAD,
) -> list[date]:
    """The quarters that the project's first touch could move to without breaking a dependency or a limit.

    All of its touches move together. No move before the quarter of `on`, none to where it stands, and none that puts
    any area above the limit.
    """
    own = [touch for touch in touches if touch.project == project]
    if not own:
        return []
    others = [touch for touch in touches if touch.project != project and touch.state in COUNTS]
    first, last = min(touch.first for touch in own), max(touch.last for touch in own)
    own_bounds = bounds.get(project, Bounds())
    now = quarter_day(on)
    found = []
    for target in between(now, shifted(now, ahead)):
        steps = steps_between(first, target)
        if steps == 0 or not _within(target, shifted(last, steps), own_bounds):
            continue
        if all(_fits(touch, steps, others, own, limit) for touch in own):
            found.append(target)
    return found


def _within(first: date, last: date, bounds: Bounds) -> bool:
    if bounds.not_before is not None and first < quarter_day(bounds.not_before):
        return False
    return bounds.not_after is None or last <= quarter_day(bounds.not_after)


def _fits(touch: Touch, steps: int, others: Sequence[Touch], own: Sequence[Touch], limit: int) -> bool:
    for quarter in between(shifted(touch.first, steps), shifted(touch.last, steps)):
        before = pressure(others, touch.area, quarter).certain
        mine = sum(
            one.intensity
            for one in own
            if one.area == touch.area and shifted(one.first, steps) <= quarter <= shifted(one.last, steps)
        )
        if before + mine > limit:
            return False
    return True
