"""The states of a meeting (three independent regions), a treatment, a decision and an effect, as tables.

Guards live beside the actions' facts (`guards.py`); these tables say only what may follow what.
"""

from __future__ import annotations

from enum import StrEnum

from styrehjul.kernel.machine import Machine


class CalendarState(StrEnum):
    """The meeting as an appointment."""

    PLANNED = "planned"
    INVITED = "invited"
    CANCELLED = "cancelled"


class CalendarEvent(StrEnum):
    """What happens to the appointment."""

    INVITE = "invite"
    MOVE = "move"
    CANCEL = "cancel"


class AgendaState(StrEnum):
    """The agenda from open to adopted."""

    OPEN = "open"
    CLOSED = "closed"
    TO_CHAIR = "to_chair"
    APPROVED = "approved"
    SENT = "sent"
    ADOPTED = "adopted"


class AgendaEvent(StrEnum):
    """What happens to the agenda. VOID is any edit after the chair's approval."""

    CLOSE_FOR_ITEMS = "close_for_items"
    SEND_TO_CHAIR = "send_to_chair"
    RETURN = "return"
    APPROVE = "approve"
    VOID = "void"
    DISPATCH = "dispatch"
    ADOPT = "adopt"


class MinutesState(StrEnum):
    """The minutes from nothing to approved. What is approved is there for its readers at once: nothing comes after."""

    NONE = "none"
    DRAFT = "draft"
    WITH_CHAIR = "with_chair"
    COMMENTING = "commenting"
    APPROVED = "approved"


class MinutesEvent(StrEnum):
    """What happens to the minutes: START is *Start mødet*, END is *Afslut mødet*."""

    START = "start"
    END = "end"
    RETURN = "return"
    COMMENT = "comment"
    APPROVE = "approve"


class CorrectionState(StrEnum):
    """A correction of approved minutes. It counts when the chair has approved it."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DECLINED = "declined"


class CorrectionEvent(StrEnum):
    """What happens to a correction."""

    APPROVE = "approve"
    DECLINE = "decline"


class TreatmentState(StrEnum):
    """One body's handling of a matter. People see five of these (`shown`)."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    IN_WORK = "in_work"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    READY = "ready"
    ON_AGENDA = "on_agenda"
    SENT = "sent"
    IN_PROGRESS = "in_progress"
    TREATED = "treated"
    CLOSED = "closed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DROPPED = "dropped"


class TreatmentEvent(StrEnum):
    """What happens to a treatment."""

    PROPOSE = "propose"
    ACCEPT = "accept"
    ASSIGN = "assign"
    RETURN = "return"
    RESUME = "resume"
    REVIEW = "review"
    MAKE_READY = "make_ready"
    PLACE = "place"
    LIFT = "lift"
    SEND = "send"
    BEGIN = "begin"
    TREAT = "treat"
    CLOSE = "close"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    DROP = "drop"


class ItemStatus(StrEnum):
    """The five states that people see on an item."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    READY = "ready"
    TREATED = "treated"
    DROPPED = "dropped"


class Profile(StrEnum):
    """What kind of item it is to the machinery."""

    ORDINARY = "ordinary"
    PROCEDURAL = "procedural"
    STANDING = "standing"


class Outcome(StrEnum):
    """What the body made of an item."""

    APPROVED = "approved"
    # Approved where there is no recommendation to follow: the agenda, last meeting's minutes, a standing item.
    ADOPTED = "adopted"
    APPROVED_WITH_CHANGES = "approved_with_changes"
    NOT_APPROVED = "not_approved"
    POSTPONED = "postponed"
    RETURNED = "returned"
    REFERRED = "referred"
    RECOMMENDED = "recommended"
    NOTED = "noted"
    DISCUSSED = "discussed"
    DROPPED = "dropped"


class Access(StrEnum):
    """Who may read an item."""

    OPEN = "open"
    CLOSED = "closed"
    CLOSED_TITLE_HIDDEN = "closed_title_hidden"


class DecisionState(StrEnum):
    """A decision from typed live to in force."""

    PROVISIONAL = "provisional"
    CONFIRMED = "confirmed"
    IN_FORCE = "in_force"
    REVOKED = "revoked"


class DecisionEvent(StrEnum):
    """What happens to a decision. REVOKE is a later decision that points to it."""

    CONFIRM = "confirm"
    ENTER_FORCE = "enter_force"
    REVOKE = "revoke"


class EffectState(StrEnum):
    """What became of an effect."""

    PENDING = "pending"
    APPLIED = "applied"
    CONFLICT = "conflict"
    DROPPED = "dropped"


C, CE = CalendarState, CalendarEvent
CALENDAR: Machine[CalendarState, CalendarEvent] = Machine(
    "calendar",
    start=C.PLANNED,
    moves={
        (C.PLANNED, CE.INVITE): C.INVITED,
        (C.PLANNED, CE.MOVE): C.PLANNED,
        (C.INVITED, CE.MOVE): C.INVITED,
        (C.PLANNED, CE.CANCEL): C.CANCELLED,
        (C.INVITED, CE.CANCEL): C.CANCELLED,
    },
)

A, AE = AgendaState, AgendaEvent
AGENDA: Machine[AgendaState, AgendaEvent] = Machine(
    "agenda",
    start=A.OPEN,
    moves={
        (A.OPEN, AE.CLOSE_FOR_ITEMS): A.CLOSED,
        (A.OPEN, AE.SEND_TO_CHAIR): A.TO_CHAIR,
        (A.CLOSED, AE.SEND_TO_CHAIR): A.TO_CHAIR,
        (A.TO_CHAIR, AE.RETURN): A.CLOSED,
        (A.TO_CHAIR, AE.VOID): A.CLOSED,
        (A.TO_CHAIR, AE.APPROVE): A.APPROVED,
        (A.APPROVED, AE.VOID): A.CLOSED,
        (A.APPROVED, AE.DISPATCH): A.SENT,
        (A.SENT, AE.ADOPT): A.ADOPTED,
    },
)

M, ME = MinutesState, MinutesEvent
MINUTES: Machine[MinutesState, MinutesEvent] = Machine(
    "minutes",
    start=M.NONE,
    moves={
        (M.NONE, ME.START): M.DRAFT,
        (M.DRAFT, ME.END): M.WITH_CHAIR,
        (M.WITH_CHAIR, ME.RETURN): M.DRAFT,
        (M.WITH_CHAIR, ME.APPROVE): M.APPROVED,
        # Where the members approve: laid before them, and taken back when a comment shows that the text is wrong.
        (M.WITH_CHAIR, ME.COMMENT): M.COMMENTING,
        (M.COMMENTING, ME.RETURN): M.DRAFT,
        (M.COMMENTING, ME.APPROVE): M.APPROVED,
    },
)

CO, COE = CorrectionState, CorrectionEvent
CORRECTION: Machine[CorrectionState, CorrectionEvent] = Machine(
    "correction",
    start=CO.PROPOSED,
    moves={(CO.PROPOSED, COE.APPROVE): CO.APPROVED, (CO.PROPOSED, COE.DECLINE): CO.DECLINED},
)

D, DE = DecisionState, DecisionEvent
DECISION: Machine[DecisionState, DecisionEvent] = Machine(
    "decision",
    start=D.PROVISIONAL,
    moves={
        (D.PROVISIONAL, DE.CONFIRM): D.CONFIRMED,
        (D.CONFIRMED, DE.ENTER_FORCE): D.IN_FORCE,
        (D.IN_FORCE, DE.REVOKE): D.REVOKED,
    },
)

T, TE = TreatmentState, TreatmentEvent
_BEFORE_SENT = (T.DRAFT, T.PROPOSED, T.ACCEPTED, T.IN_WORK, T.IN_REVIEW, T.RETURNED, T.READY, T.ON_AGENDA)
TREATMENT: Machine[TreatmentState, TreatmentEvent] = Machine(
    "treatment",
    start=T.DRAFT,
    moves={
        (T.DRAFT, TE.PROPOSE): T.PROPOSED,
        (T.PROPOSED, TE.ACCEPT): T.ACCEPTED,
        (T.PROPOSED, TE.REJECT): T.REJECTED,
        (T.ACCEPTED, TE.ASSIGN): T.IN_WORK,
        (T.RETURNED, TE.RESUME): T.IN_WORK,
        # Out to be read on one version, and out again when there is a newer one.
        (T.IN_WORK, TE.REVIEW): T.IN_REVIEW,
        (T.RETURNED, TE.REVIEW): T.IN_REVIEW,
        (T.IN_REVIEW, TE.REVIEW): T.IN_REVIEW,
        (T.IN_WORK, TE.MAKE_READY): T.READY,
        (T.IN_REVIEW, TE.MAKE_READY): T.READY,
        (T.RETURNED, TE.MAKE_READY): T.READY,
        (T.IN_WORK, TE.RETURN): T.RETURNED,
        (T.IN_REVIEW, TE.RETURN): T.RETURNED,
        (T.READY, TE.RETURN): T.RETURNED,
        (T.ON_AGENDA, TE.RETURN): T.RETURNED,
        # Procedural and standing items are ready when they are inserted.
        (T.DRAFT, TE.PLACE): T.ON_AGENDA,
        (T.READY, TE.PLACE): T.ON_AGENDA,
        # Off the agenda and on to another meeting, or to wait for one.
        (T.ON_AGENDA, TE.LIFT): T.READY,
        (T.ON_AGENDA, TE.SEND): T.SENT,
        # Sent out in writing or taken by the chair; and back to wait for a meeting when a member asks for one.
        (T.READY, TE.SEND): T.SENT,
        (T.SENT, TE.LIFT): T.READY,
        (T.SENT, TE.BEGIN): T.IN_PROGRESS,
        (T.IN_PROGRESS, TE.TREAT): T.TREATED,
        # Until the minutes are approved the text of a treated item may be revised; the old one is kept.
        (T.TREATED, TE.TREAT): T.TREATED,
        (T.TREATED, TE.CLOSE): T.CLOSED,
        (T.SENT, TE.DROP): T.DROPPED,
        (T.IN_PROGRESS, TE.DROP): T.DROPPED,
        **{(state, TE.WITHDRAW): T.WITHDRAWN for state in _BEFORE_SENT},
    },
)

_SHOWN = {
    ItemStatus.DRAFT: (T.DRAFT, T.PROPOSED, T.ACCEPTED, T.IN_WORK, T.RETURNED),
    ItemStatus.IN_REVIEW: (T.IN_REVIEW,),
    ItemStatus.READY: (T.READY, T.ON_AGENDA, T.SENT),
    ItemStatus.TREATED: (T.IN_PROGRESS, T.TREATED, T.CLOSED),
    ItemStatus.DROPPED: (T.REJECTED, T.WITHDRAWN, T.DROPPED),
}
SHOWN = {state: status for status, states in _SHOWN.items() for state in states}
LEFT_AGENDA = frozenset({T.REJECTED, T.WITHDRAWN})
# Still being written, or waiting to be sent: what is wrong with it can be put right.
UNSENT = frozenset((*_SHOWN[ItemStatus.DRAFT], *_SHOWN[ItemStatus.IN_REVIEW], T.READY, T.ON_AGENDA))
