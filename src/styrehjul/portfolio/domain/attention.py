"""Which projects need attention, and why: red, over the deadline, dearer than planned, without a responsible, unheard of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from styrehjul.portfolio.domain.guards import is_status_old
from styrehjul.portfolio.domain.life import RUNNING, Category, Light, ProjectState


class Why(StrEnum):
    """Why a project needs attention; the members stand by weight."""

    RED = "red"
    OVERDUE = "overdue"
    MUCH_LATER = "much_later"
    DEARER = "dearer"
    NO_MANAGER = "no_manager"
    LATER = "later"
    STALE = "stale"
    YELLOW = "yellow"


WEIGHT = {
    Why.RED: 8, Why.OVERDUE: 4, Why.MUCH_LATER: 4, Why.DEARER: 4, Why.NO_MANAGER: 3, Why.LATER: 2, Why.STALE: 2,
    Why.YELLOW: 1,
}  # fmt: skip


@dataclass(frozen=True)
class Limits:
    """From when something counts; None is not chosen, and then it does not count."""

    stale_days: int | None = 92
    later_months: int | None = 1
    much_later_months: int | None = 3
    dearer_percent: int | None = 10


@dataclass(frozen=True)
class Facts:
    """What is known of one project."""

    category: str
    state: str
    light: str
    status_on: date | None
    started: date | None
    planned_end: date | None
    forecast_end: date | None
    has_responsible: bool
    budget: Decimal | None = None
    forecast: Decimal | None = None


@dataclass(frozen=True)
class Cause:
    """One reason, with its number: days over, months late, percent over."""

    why: Why
    number: int = 0


def causes(facts: Facts, on: date, limits: Limits) -> tuple[Cause, ...]:
    """Every reason why a running project needs attention that day, the heaviest first."""
    if facts.state not in RUNNING or facts.state == ProjectState.FOLLOW_UP:
        return ()
    found = [*_lit(facts), *_late(facts, on, limits), *_dear(facts, limits)]
    if not facts.has_responsible:
        found.append(Cause(Why.NO_MANAGER))
    heard = facts.status_on or facts.started
    # A local project has its own rhythm: nobody asked it for a status each quarter.
    asked = facts.category != Category.LOCAL and heard is not None and limits.stale_days is not None
    if asked and is_status_old(facts.state, heard, on, limits.stale_days or 0):
        found.append(Cause(Why.STALE))
    return tuple(sorted(found, key=lambda cause: (-WEIGHT[cause.why], cause.why)))


def weight(found: Sequence[Cause]) -> int:
    """How much the reasons weigh together."""
    return sum(WEIGHT[cause.why] for cause in found)


def _lit(facts: Facts) -> list[Cause]:
    return [Cause(why) for light, why in ((Light.RED, Why.RED), (Light.YELLOW, Why.YELLOW)) if facts.light == light]


def _late(facts: Facts, on: date, limits: Limits) -> list[Cause]:
    expected = facts.forecast_end or facts.planned_end
    if expected is None:
        return []
    if expected < on:
        return [Cause(Why.OVERDUE, (on - expected).days)]
    if facts.planned_end is None or expected <= facts.planned_end:
        return []
    months = round((expected - facts.planned_end).days / 30.44)
    if limits.much_later_months is not None and months > limits.much_later_months:
        return [Cause(Why.MUCH_LATER, months)]
    if limits.later_months is not None and months >= limits.later_months:
        return [Cause(Why.LATER, months)]
    return []


def _dear(facts: Facts, limits: Limits) -> list[Cause]:
    if limits.dearer_percent is None or not facts.budget or facts.forecast is None or facts.budget <= 0:
        return []
    over = (facts.forecast - facts.budget) * 100 / facts.budget
    return [Cause(Why.DEARER, int(over))] if over > limits.dearer_percent else []
