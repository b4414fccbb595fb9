"""The words that a strategy, a goal and a measure can stand in, plain."""

from __future__ import annotations

from enum import StrEnum


class StrategyKind(StrEnum):
    """Which strategy it is."""

    DIGITAL = "digital"
    OTHER = "other"
    JOINT = "joint"


class GoalKind(StrEnum):
    """A goal is reached; a guiding mark is followed."""

    GOAL = "goal"
    GUIDING_MARK = "guiding_mark"


class Direction(StrEnum):
    """Which way the number is to go."""

    UP = "up"
    DOWN = "down"
    KEEP = "keep"


class Cadence(StrEnum):
    """How often a measure is asked about."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


class RelationKind(StrEnum):
    """What a goal is to another strategy."""

    SUPPORTS = "supports"
    NEEDS = "needs"
    CONFLICTS = "conflicts"


# How many months lie between two measurings.
MONTHS_OF = {Cadence.MONTH: 1, Cadence.QUARTER: 3, Cadence.HALF_YEAR: 6, Cadence.YEAR: 12}
