"""The life of a project as one table, from idea to closed (portfolio design, transitions of all categories)."""

from __future__ import annotations

from enum import StrEnum

from styrehjul.kernel.machine import Machine


class ProjectState(StrEnum):
    """Where a project is in its life."""

    IDEA = "idea"
    PROPOSED = "proposed"
    AWAITING_DECISION = "awaiting_decision"
    APPROVED = "approved"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSING = "closing"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"


class ProjectEvent(StrEnum):
    """What can happen to a project."""

    PROPOSE = "propose"
    PUT_ON_AGENDA = "put_on_agenda"
    TAKE_BACK = "take_back"
    APPROVE = "approve"
    ADOPT = "adopt"
    REJECT = "reject"
    POSTPONE = "postpone"
    RETURN = "return"
    WITHDRAW = "withdraw"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    REPORT_FINISHED = "report_finished"
    CLOSE = "close"
    HAND_OVER = "hand_over"
    SEND_BACK = "send_back"
    FINISH_FOLLOW_UP = "finish_follow_up"
    STOP = "stop"
    REOPEN = "reopen"
    GO_ON = "go_on"


class Category(StrEnum):
    """The kommissorium's three kinds of projects (section 4)."""

    NATIONAL = "national"
    CROSS = "cross"
    LOCAL = "local"


class Subtype(StrEnum):
    """The two halves of the second category."""

    INTER_MUNICIPAL = "inter_municipal"
    OWN_CROSS = "own_cross"


class ProjectRoleKind(StrEnum):
    """What a person is to a project."""

    OWNER = "owner"
    MANAGER = "manager"
    LOCAL_COORDINATOR = "local_coordinator"
    PARTICIPANT = "participant"


class Light(StrEnum):
    """A status in one light; NONE is the empty ring of a project that has not reported."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    NONE = "none"


S, E = ProjectState, ProjectEvent
OVER = frozenset({S.CLOSED, S.REJECTED, S.WITHDRAWN, S.STOPPED})
RUNNING = frozenset({S.APPROVED, S.ACTIVE, S.PAUSED, S.CLOSING, S.FOLLOW_UP})
BEFORE_DECISION = frozenset({S.IDEA, S.PROPOSED, S.AWAITING_DECISION})
REPORTING = frozenset({S.APPROVED, S.ACTIVE, S.PAUSED, S.CLOSING})

PROJECT: Machine[ProjectState, ProjectEvent] = Machine(
    "project",
    start=S.IDEA,
    moves={
        (S.IDEA, E.PROPOSE): S.PROPOSED,
        (S.PROPOSED, E.SEND_BACK): S.IDEA,
        (S.PROPOSED, E.PUT_ON_AGENDA): S.AWAITING_DECISION,
        (S.AWAITING_DECISION, E.TAKE_BACK): S.PROPOSED,
        (S.AWAITING_DECISION, E.APPROVE): S.APPROVED,
        # A project from the national catalogue, which a body adopts.
        (S.PROPOSED, E.ADOPT): S.APPROVED,
        (S.AWAITING_DECISION, E.ADOPT): S.APPROVED,
        (S.AWAITING_DECISION, E.REJECT): S.REJECTED,
        (S.AWAITING_DECISION, E.POSTPONE): S.AWAITING_DECISION,
        (S.AWAITING_DECISION, E.RETURN): S.PROPOSED,
        (S.IDEA, E.WITHDRAW): S.WITHDRAWN,
        (S.PROPOSED, E.WITHDRAW): S.WITHDRAWN,
        (S.AWAITING_DECISION, E.WITHDRAW): S.WITHDRAWN,
        (S.APPROVED, E.START): S.ACTIVE,
        (S.ACTIVE, E.PAUSE): S.PAUSED,
        (S.PAUSED, E.RESUME): S.ACTIVE,
        (S.ACTIVE, E.REPORT_FINISHED): S.CLOSING,
        (S.PAUSED, E.REPORT_FINISHED): S.CLOSING,
        (S.CLOSING, E.GO_ON): S.ACTIVE,
        (S.CLOSING, E.CLOSE): S.CLOSED,
        (S.CLOSING, E.HAND_OVER): S.FOLLOW_UP,
        (S.FOLLOW_UP, E.FINISH_FOLLOW_UP): S.CLOSED,
        (S.APPROVED, E.STOP): S.STOPPED,
        (S.ACTIVE, E.STOP): S.STOPPED,
        (S.PAUSED, E.STOP): S.STOPPED,
        (S.CLOSED, E.REOPEN): S.ACTIVE,
        (S.STOPPED, E.REOPEN): S.ACTIVE,
        (S.FOLLOW_UP, E.REOPEN): S.ACTIVE,
    },
)

# A local project is moved by its own organisation, without a body: from idea to running, and to closed, in one step.
LOCAL_PROJECT: Machine[ProjectState, ProjectEvent] = Machine(
    "project",
    start=S.IDEA,
    moves={
        **PROJECT.moves,
        (S.IDEA, E.START): S.ACTIVE,
        (S.PROPOSED, E.START): S.ACTIVE,
        (S.ACTIVE, E.CLOSE): S.CLOSED,
        (S.PAUSED, E.CLOSE): S.CLOSED,
        (S.IDEA, E.STOP): S.STOPPED,
        (S.PROPOSED, E.STOP): S.STOPPED,
    },
)


def machine_of(category: str) -> Machine[ProjectState, ProjectEvent]:
    """The moves of a category."""
    return LOCAL_PROJECT if category == Category.LOCAL else PROJECT


# What needs a body's decision by default; all else is done by those responsible, with a reason (decision rights).
NEEDS_DECISION = frozenset(
    {
        "proposal.approve",
        "proposal.reject",
        "proposal.postpone",
        "project.close",
        "project.stop",
        "project.reopen",
        "project.change_category",
    }
)
