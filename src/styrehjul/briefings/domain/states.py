"""The life of a briefing as one table. What is sent is never changed: a correction is a new one."""

from __future__ import annotations

from enum import StrEnum

from styrehjul.kernel.machine import Machine


class BriefingState(StrEnum):
    """Where a briefing is."""

    DRAFT = "draft"
    WITH_CHAIR = "with_chair"
    APPROVED = "approved"
    SENT = "sent"


class BriefingEvent(StrEnum):
    """What can happen to one."""

    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    EDIT = "edit"
    SEND = "send"


class Audience(StrEnum):
    """Who is informed (R83, R84)."""

    BOARD = "board"
    FORUM = "forum"


# The standing items that a kommissorium names, and whom each of them informs.
STANDING = {"orientering_direktion": Audience.BOARD, "orientering_chefforum": Audience.FORUM}

S, E = BriefingState, BriefingEvent
BRIEFING: Machine[BriefingState, BriefingEvent] = Machine(
    "briefing",
    start=S.DRAFT,
    moves={
        (S.DRAFT, E.SUBMIT): S.WITH_CHAIR,
        (S.WITH_CHAIR, E.RETURN): S.DRAFT,
        (S.WITH_CHAIR, E.APPROVE): S.APPROVED,
        # An edit takes the chair's approval away: what is sent is what was approved.
        (S.DRAFT, E.EDIT): S.DRAFT,
        (S.APPROVED, E.EDIT): S.DRAFT,
        (S.DRAFT, E.SEND): S.SENT,
        (S.APPROVED, E.SEND): S.SENT,
    },
)
