"""What a municipality chooses about its portfolio: the choices that have names."""

from __future__ import annotations

from enum import StrEnum


class AllocationUnit(StrEnum):
    """What hours of people are counted in: one unit for the whole municipality."""

    HOURS = "hours"
    FTE = "fte"


class PriorityScale(StrEnum):
    """What a priority is: a step from 1 to 5, or a place in the order of all."""

    STEPS = "steps"
    RANK = "rank"


class CrossCutting(StrEnum):
    """Which projects are meant by *tværgående*."""

    BOTH = "both"
    CROSS_ONLY = "cross_only"


RISK_STEPS = (3, 4, 5)
