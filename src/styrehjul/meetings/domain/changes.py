"""Changes of an agenda that was sent: what they are, how far a set of them is, and each of them in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from styrehjul.kernel.machine import Machine
from styrehjul.kernel.refusal import Reason
from styrehjul.meetings.domain.guards import MeetingFacts, over
from styrehjul.meetings.domain.states import AgendaState

Json = dict[str, Any]


class ChangeKind(StrEnum):
    """The four classes of a change after dispatch."""

    CORRECTION = "correction"
    NEW_ANNEX = "new_annex"
    ADDITIONAL = "additional"
    WITHDRAWN = "withdrawn"


class ChangeSetState(StrEnum):
    """How far a set of changes is."""

    DRAFT = "draft"
    WITH_CHAIR = "with_chair"
    SENT = "sent"
    DROPPED = "dropped"


class ChangeSetEvent(StrEnum):
    """What happens to a set of changes. VOID is any edit while the chair has it."""

    SEND_TO_CHAIR = "send_to_chair"
    RETURN = "return"
    VOID = "void"
    SEND = "send"
    DROP = "drop"


K, S, E = ChangeKind, ChangeSetState, ChangeSetEvent
OPEN = (S.DRAFT, S.WITH_CHAIR)
CHANGE_SET: Machine[ChangeSetState, ChangeSetEvent] = Machine(
    "change_set",
    start=S.DRAFT,
    moves={
        (S.DRAFT, E.SEND_TO_CHAIR): S.WITH_CHAIR,
        (S.WITH_CHAIR, E.RETURN): S.DRAFT,
        (S.WITH_CHAIR, E.VOID): S.DRAFT,
        (S.WITH_CHAIR, E.SEND): S.SENT,
        (S.DRAFT, E.DROP): S.DROPPED,
        (S.WITH_CHAIR, E.DROP): S.DROPPED,
    },
)


class MoveState(StrEnum):
    """How far a wish to move a meeting, whose agenda was sent, is."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class MoveEvent(StrEnum):
    """What the chair says to it."""

    CONFIRM = "confirm"
    DECLINE = "decline"


MOVE: Machine[MoveState, MoveEvent] = Machine(
    "move",
    start=MoveState.ASKED,
    moves={
        (MoveState.ASKED, MoveEvent.CONFIRM): MoveState.CONFIRMED,
        (MoveState.ASKED, MoveEvent.DECLINE): MoveState.DECLINED,
    },
)


@dataclass(frozen=True)
class ChangeSetFacts:
    """A set of changes as the guards see it."""

    state: ChangeSetState
    changes: int
    late_due: datetime | None = None
    late_because: str = ""


def lacks_for_change(meeting: MeetingFacts) -> list[Reason]:
    """Why nothing can be changed on the sent agenda: it is not sent yet, or the meeting has begun."""
    reasons = over(meeting)
    if not reasons and meeting.agenda is not AgendaState.SENT:
        reasons.append(Reason("changes.not_sent"))
    return reasons


def lacks_for_asking(meeting: MeetingFacts, changes: ChangeSetFacts, *, at: datetime) -> list[Reason]:
    """Why the changes cannot go to the chair."""
    reasons = lacks_for_change(meeting)
    if changes.state is not S.DRAFT:
        return [*reasons, Reason("changes.already_with_chair")]
    if changes.changes == 0:
        reasons.append(Reason("changes.empty"))
    if is_late(changes, at) and not changes.late_because.strip():
        reasons.append(Reason("changes.late_because", {"due": changes.late_due}))
    return reasons


def lacks_for_sending(
    meeting: MeetingFacts, changes: ChangeSetFacts, *, at: datetime, waived: bool, receivers: int
) -> list[Reason]:
    """Why the chair cannot approve the changes. After the last moment for them, only the chair's own word lets them go."""
    reasons = lacks_for_change(meeting)
    if changes.state is not S.WITH_CHAIR:
        return [*reasons, Reason("changes.not_with_chair")]
    if is_late(changes, at) and not waived:
        reasons.append(Reason("changes.late", {"due": changes.late_due}))
    if receivers == 0:
        reasons.append(Reason("dispatch.no_receivers"))
    return reasons


def is_late(changes: ChangeSetFacts, at: datetime) -> bool:
    """Whether the last moment for changes has passed."""
    return changes.late_due is not None and at > changes.late_due


def line(change: Mapping[str, Any]) -> str:
    """One change of a version in words: "Rettelse til punkt 4 (Digital post): resuméet"."""
    number, title = change["number"], change["title"]
    what, because = change.get("what", ""), change.get("reason", "")
    named = f"punkt {number} ({title})"
    match ChangeKind(change["kind"]):
        case K.CORRECTION:
            text = f"Rettelse til {named}" + (f": {what}" if what else "")
        case K.NEW_ANNEX:
            text = f"Nyt bilag til {named}" + (f": {what}" if what else "")
        case K.ADDITIONAL:
            text = f"Tillægspunkt {number}: {title}"
        case K.WITHDRAWN:
            text = f"Punkt {number} udgår: {title}"
    return f"{text}. {because}" if because else text


def lines(changes: Sequence[Mapping[str, Any]]) -> list[str]:
    """Every change of a version in words."""
    return [line(change) for change in changes]
