"""What a benefit can be said to be: the choices that have names, and what follows from the unit."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

MONEY, HOURS, YES_NO = "1.000 kr.", "timer", "ja/nej"
UNITS = (MONEY, HOURS, "%", "dage", "antal", "score", YES_NO)
FLOWS = frozenset({MONEY, HOURS})


class Kind(StrEnum):
    """What sort of gain it is; `negative` is a loss that is followed just the same."""

    EFFICIENCY = "efficiency"
    QUALITY = "quality"
    AVOIDED_COST = "avoided_cost"
    NEGATIVE = "negative"


class Receiver(StrEnum):
    """Who gets it."""

    OWN_BUDGET = "own_budget"
    OWN_CAPACITY = "own_capacity"
    OTHER_PUBLIC = "other_public"
    CITIZEN = "citizen"
    BUSINESS = "business"
    EMPLOYEE = "employee"


class Direction(StrEnum):
    """Whether more or less is better."""

    UP = "up"
    DOWN = "down"


class Shape(StrEnum):
    """A flow adds up over the year; a level is how it stands."""

    FLOW = "flow"
    LEVEL = "level"


class Aggregation(StrEnum):
    """How several measurements become one figure."""

    SUM = "sum"
    AVERAGE = "average"
    LATEST = "latest"
    MAX = "max"
    MIN = "min"


class Confidence(StrEnum):
    """How sure somebody is of it."""

    LOW = "low"
    LIKELY = "likely"
    HIGH = "high"


class HoursUse(StrEnum):
    """What hours set free are used for: until that is said they are not kroner."""

    BUDGET = "budget"
    REDEPLOYED = "redeployed"
    UNDECIDED = "undecided"


def kind_of(unit: str) -> Kind:
    """Kroner and hours are saved; all else becomes better."""
    return Kind.EFFICIENCY if unit in FLOWS else Kind.QUALITY


def shape_of(unit: str) -> Shape:
    """Kroner and hours add up; days, per cent and scores are levels."""
    return Shape.FLOW if unit in FLOWS else Shape.LEVEL


def aggregation_of(shape: str) -> Aggregation:
    """What adds up is summed; of a level the latest counts."""
    return Aggregation.SUM if shape == Shape.FLOW else Aggregation.LATEST


def direction_of(baseline: Decimal | None, target: Decimal | None) -> Direction | None:
    """From the two numbers; None where one is unknown or they are the same."""
    if baseline is None or target is None or baseline == target:
        return None
    return Direction.UP if target > baseline else Direction.DOWN
