"""What happens to a matter outside the agenda: a need for a decision, a chiefs' meeting before, a written procedure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from styrehjul.kernel.machine import Machine
from styrehjul.meetings.domain.states import Outcome

DAYS_OPEN = 90
LATE_NEED_WORKING_DAYS = 2
WRITTEN_WORKING_DAYS = 5


class TreatmentRole(StrEnum):
    """What the body is asked to do with the matter."""

    DISCUSS = "discuss"
    RECOMMEND = "recommend"
    DECIDE = "decide"
    INFORM = "inform"


class Route(StrEnum):
    """Where a body treats the matter."""

    MEETING = "meeting"
    WRITTEN = "written"
    CHAIR = "chair"


class NeedState(StrEnum):
    """A need for a decision: never lost, until it is decided or withdrawn with a reason."""

    OPEN = "open"
    TAKEN_FORWARD = "taken_forward"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class NeedEvent(StrEnum):
    """What happens to a need."""

    TAKE_FORWARD = "take_forward"
    PUT_BACK = "put_back"
    DECIDE = "decide"
    WITHDRAW = "withdraw"


class CirculationState(StrEnum):
    """A written procedure from sent to answered."""

    OPEN = "open"
    AGREED = "agreed"
    TO_MEETING = "to_meeting"


class CirculationEvent(StrEnum):
    """What a written procedure comes to."""

    AGREE = "agree"
    TAKE_TO_MEETING = "take_to_meeting"


class Answer(StrEnum):
    """What a member answers in a written procedure."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    MEETING = "meeting"


class PriorOutcome(StrEnum):
    """What a chiefs' meeting made of the matter."""

    RECOMMENDED = "recommended"
    RECOMMENDED_WITH_REMARKS = "recommended_with_remarks"
    NOT_RECOMMENDED = "not_recommended"
    DISCUSSED = "discussed"
    NOTED = "noted"


N, NE = NeedState, NeedEvent
NEED: Machine[NeedState, NeedEvent] = Machine(
    "need",
    start=N.OPEN,
    moves={
        (N.OPEN, NE.TAKE_FORWARD): N.TAKEN_FORWARD,
        # Its item left the agenda without an answer: the need is there as before.
        (N.TAKEN_FORWARD, NE.PUT_BACK): N.OPEN,
        (N.TAKEN_FORWARD, NE.DECIDE): N.DECIDED,
        (N.OPEN, NE.WITHDRAW): N.WITHDRAWN,
    },
)
CIRCULATION: Machine[CirculationState, CirculationEvent] = Machine(
    "circulation",
    start=CirculationState.OPEN,
    moves={
        (CirculationState.OPEN, CirculationEvent.AGREE): CirculationState.AGREED,
        (CirculationState.OPEN, CirculationEvent.TAKE_TO_MEETING): CirculationState.TO_MEETING,
    },
)
WAITING = (NeedState.OPEN.value, NeedState.TAKEN_FORWARD.value)
# Answers that settle a need. What is put off, sent back or handed on is not answered yet.
SETTLES = frozenset({
    Outcome.APPROVED, Outcome.ADOPTED, Outcome.APPROVED_WITH_CHANGES, Outcome.NOT_APPROVED, Outcome.NOTED, Outcome.DISCUSSED,
})  # fmt: skip
# Outcomes that make a treatment in another body.
HANDS_ON = frozenset({Outcome.REFERRED, Outcome.RECOMMENDED})


def role_of(kind: str) -> TreatmentRole:
    """What the kind of item says about the body's part, where nobody has said it."""
    return {"information": TreatmentRole.INFORM, "discussion": TreatmentRole.DISCUSS}.get(kind, TreatmentRole.DECIDE)


def is_late(wanted_by: date | None, raised: date, on: date, days_open: int | None) -> bool:
    """Whether a need has passed the day it was wanted by, or has stood longer than the body lets it."""
    if wanted_by is not None and wanted_by < on:
        return True
    return (on - raised).days > (DAYS_OPEN if days_open is None else days_open)


@dataclass(frozen=True)
class Verdict:
    """What the answers of a written procedure come to; None while it is still open."""

    event: CirculationEvent | None
    because: str = ""


def verdict(answers: Sequence[str], *, over: bool, silence_agrees: bool) -> Verdict:
    """One who wants a meeting gets it; all agreed is decided; at the deadline silence counts as it was said to."""
    if Answer.MEETING in answers:
        return Verdict(CirculationEvent.TAKE_TO_MEETING, "Et medlem ønsker sagen på et møde.")
    if Answer.DISAGREES in answers and (over or "" not in answers):
        return Verdict(CirculationEvent.TAKE_TO_MEETING, "Medlemmerne er ikke enige.")
    if answers and all(answer == Answer.AGREES for answer in answers):
        return Verdict(CirculationEvent.AGREE, "Alle har svaret, at de er enige.")
    if over and not any(answers):
        return Verdict(CirculationEvent.TAKE_TO_MEETING, "Ingen har svaret inden fristen.")
    if over and silence_agrees:
        return Verdict(CirculationEvent.AGREE, "Fristen er udløbet, og den, der ikke har svaret, regnes for enig.")
    if over:
        return Verdict(CirculationEvent.TAKE_TO_MEETING, "Ikke alle har svaret inden fristen.")
    return Verdict(None)
