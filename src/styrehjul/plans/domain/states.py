"""The life of a version of the yearly plan as one table."""

from __future__ import annotations

from enum import StrEnum

from styrehjul.kernel.machine import Machine


class PlanState(StrEnum):
    """Where a version of the plan is."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    LIVE = "live"
    SUPERSEDED = "superseded"


class PlanEvent(StrEnum):
    """What can happen to a version."""

    SUBMIT = "submit"
    TAKE_BACK = "take_back"
    RETURN = "return"
    APPROVE = "approve"
    SUPERSEDE = "supersede"


S, E = PlanState, PlanEvent
PLAN: Machine[PlanState, PlanEvent] = Machine(
    "plan_version",
    start=S.DRAFT,
    moves={
        (S.DRAFT, E.SUBMIT): S.SUBMITTED,
        (S.SUBMITTED, E.TAKE_BACK): S.DRAFT,
        (S.SUBMITTED, E.RETURN): S.DRAFT,
        (S.SUBMITTED, E.APPROVE): S.LIVE,
        (S.LIVE, E.SUPERSEDE): S.SUPERSEDED,
    },
)
