"""What every action at meetings begins and ends with: who, the row locked, a state moved, an approval voided."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from styrehjul.audit.nouns import Noun, same_version
from styrehjul.audit.unit import record, store
from styrehjul.kernel.machine import Machine
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings.domain.states import AGENDA, TREATMENT, AgendaEvent, AgendaState, TreatmentEvent, TreatmentState
from styrehjul.meetings.mails.agenda import tell_voided
from styrehjul.meetings.models import Approval, Meeting, Treatment
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person
from styrehjul.people.policy import may, require

N = TypeVar("N", bound=Noun)
S = TypeVar("S", bound=StrEnum)
E = TypeVar("E", bound=StrEnum)
WITH_CHAIR = (AgendaState.TO_CHAIR.value, AgendaState.APPROVED.value)


def needs(by: Person | None, action: str, obj: Any, at: datetime) -> None:
    """NotAllowed unless the policy table lets `by` do it. None is the system, which acts by the tasks alone."""
    if by is not None:
        require(by, action, obj, on=day_of(at))


def fresh(noun: N, expected_version: int | None = None) -> N:
    """The noun as it is now, locked until the transaction ends; Refused("stale") when it is another version."""
    found: N = type(noun)._base_manager.select_for_update().get(pk=noun.pk)
    same_version(found, expected_version)
    return found


def refuse(reasons: list[Reason]) -> None:
    """Refused with all of them, when there are any."""
    if reasons:
        raise Refused.because(reasons)


def reason_given(reason: str) -> str:
    """The reason, trimmed; Refused("reason.needed") when there is none."""
    if not reason.strip():
        raise Refused("reason.needed")
    return reason.strip()


def through(treatment: Treatment, *events: TreatmentEvent, by: Person | None, at: datetime) -> None:
    """Run the item through moves one after the other, each with its own event; the caller stores the last."""
    for event in events:
        treatment.state = TREATMENT.after(TreatmentState(treatment.state), event).value
        record(f"treatment.{event.value}", treatment, by=by, at=at)


def moved(machine: Machine[S, E], state: S, event: E) -> str:
    """The state's value after the event, or Refused."""
    return machine.after(state, event).value


def void_approval(meeting: Meeting, what: str, *, by: Person | None, at: datetime) -> Meeting:
    """An edit of what the chair has, or has approved: the approval falls, the chair is told what changed.

    Nothing happens while the agenda is still being put together. The meeting is read anew: several edits of one form
    void only once.
    """
    meeting = fresh(meeting)
    if meeting.agenda_state not in WITH_CHAIR:
        return meeting
    was_approved = meeting.agenda_state == AgendaState.APPROVED.value
    meeting.agenda_state = moved(AGENDA, AgendaState(meeting.agenda_state), AgendaEvent.VOID)
    meeting.approval_voided_by = f"{what} ({by.name})"[:300] if by else what[:300]
    for approval in Approval.objects.filter(version__meeting=meeting, voided_at__isnull=True):
        approval.voided_at, approval.voided_because = at, meeting.approval_voided_by
        approval.save()
    store(meeting, by=by, at=at, action="agenda.void", reason=what)
    tell_voided(meeting, what, was_approved=was_approved, by=by, at=at)
    return meeting


def touched(treatment: Treatment, what: str, *, by: Person | None, at: datetime) -> None:
    """Something of the item was changed: where the chair has the agenda, that counts as an edit of the version."""
    if treatment.meeting_id:
        meeting = Meeting.objects.get(pk=treatment.meeting_id)
        void_approval(meeting, what, by=by, at=at)
        unsay_material(meeting, what, by=by, at=at)


def unsay_material(meeting: Meeting, what: str, *, by: Person | None, at: datetime) -> Meeting:
    """What was said to be ready was changed by somebody who could not have said so: it must be said again.

    Nothing happens once the agenda has gone on: from there on the chair's approval falls instead.
    """
    meeting = fresh(meeting)
    unsent = meeting.agenda_state in (AgendaState.OPEN.value, AgendaState.CLOSED.value)
    if meeting.material_ready_at is None or not unsent:
        return meeting
    if by is not None and may(by, "agenda.material", meeting, on=day_of(at)):
        return meeting
    meeting.material_ready_by, meeting.material_ready_at = None, None
    meeting.material_changed = f"{what} ({by.name})"[:300] if by else what[:300]
    store(meeting, by=by, at=at, action="agenda.material_changed", reason=what)
    return meeting
