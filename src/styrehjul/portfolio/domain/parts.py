"""The kinds and states of a project's parts: milestones, tasks, risks, dependencies, people around it, money, hours."""

from __future__ import annotations

from enum import StrEnum

from styrehjul.kernel.machine import Machine


class MilestoneKind(StrEnum):
    """What is reached on the day."""

    DELIVERY = "delivery"
    GO_LIVE = "go_live"
    GATE = "gate"
    EXTERNAL = "external"
    BENEFIT_START = "benefit_start"


class TaskState(StrEnum):
    """Where a task is."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


class TaskEvent(StrEnum):
    """What can happen to a task."""

    BEGIN = "begin"
    FINISH = "finish"
    DROP = "drop"
    REOPEN = "reopen"


class TaskSource(StrEnum):
    """What a task came from; empty when somebody just wrote it."""

    NONE = ""
    DECISION = "decision"
    MEETING = "meeting"
    GATE = "gate"
    RISK = "risk"


T = TaskState
TASK: Machine[TaskState, TaskEvent] = Machine(
    "project_task",
    start=T.OPEN,
    moves={
        (T.OPEN, TaskEvent.BEGIN): T.DOING,
        (T.OPEN, TaskEvent.FINISH): T.DONE,
        (T.DOING, TaskEvent.FINISH): T.DONE,
        (T.OPEN, TaskEvent.DROP): T.DROPPED,
        (T.DOING, TaskEvent.DROP): T.DROPPED,
        (T.DONE, TaskEvent.REOPEN): T.OPEN,
        (T.DROPPED, TaskEvent.REOPEN): T.OPEN,
    },
)
UNDONE = frozenset({T.OPEN, T.DOING})


class RiskSign(StrEnum):
    """Whether it would hurt or help."""

    THREAT = "-"
    OPPORTUNITY = "+"


class RiskResponse(StrEnum):
    """What is done about it."""

    NONE = ""
    AVOID = "avoid"
    REDUCE = "reduce"
    TRANSFER = "transfer"
    ACCEPT = "accept"


class RiskState(StrEnum):
    """Where a risk is."""

    OPEN = "open"
    HAPPENED = "happened"
    CLOSED = "closed"


class RiskEvent(StrEnum):
    """What can happen to a risk."""

    HAPPEN = "happen"
    CLOSE = "close"
    REOPEN = "reopen"


R = RiskState
RISK: Machine[RiskState, RiskEvent] = Machine(
    "risk",
    start=R.OPEN,
    moves={
        (R.OPEN, RiskEvent.HAPPEN): R.HAPPENED,
        (R.OPEN, RiskEvent.CLOSE): R.CLOSED,
        (R.HAPPENED, RiskEvent.CLOSE): R.CLOSED,
        (R.HAPPENED, RiskEvent.REOPEN): R.OPEN,
        (R.CLOSED, RiskEvent.REOPEN): R.OPEN,
    },
)


class DependencyKind(StrEnum):
    """How a project hangs on something else: five ways on a project, three on a system, and on the world outside."""

    NEEDS_FINISHED = "needs_finished"
    NEEDS_STARTED = "needs_started"
    NEEDS_MILESTONE = "needs_milestone"
    SHARES_RESOURCE = "shares_resource"
    EXCLUDES = "excludes"
    NEEDS_LIVE = "needs_live"
    NEEDS_CHANGE = "needs_change"
    NEEDS_CONTRACT = "needs_contract"
    EXTERNAL = "external"


D = DependencyKind
# Those that say "first that, then this": a circle of them cannot be carried out.
NEEDS_PROJECT = frozenset({D.NEEDS_FINISHED, D.NEEDS_STARTED, D.NEEDS_MILESTONE})
ON_PROJECT = NEEDS_PROJECT | {D.SHARES_RESOURCE, D.EXCLUDES}
ON_SYSTEM = frozenset({D.NEEDS_LIVE, D.NEEDS_CHANGE, D.NEEDS_CONTRACT})


class Attitude(StrEnum):
    """How a stakeholder looks at the project."""

    UNKNOWN = ""
    FOR = "for"
    NEUTRAL = "neutral"
    AGAINST = "against"


class EconomyKind(StrEnum):
    """The three kinds of money in a municipal budget that a project touches."""

    OPERATION = "drift"
    INVESTMENT = "anlaeg"
    SERVICE = "service"


class AllocationKind(StrEnum):
    """Whether hours are asked for or promised."""

    REQUESTED = "requested"
    CONFIRMED = "confirmed"


def needed_of(kind: str) -> str:
    """Which of the three ends a kind of dependency has: "project", "system" or "external"."""
    if kind in ON_PROJECT:
        return "project"
    return "system" if kind in ON_SYSTEM else "external"
