"""The lead of one meeting, handed over while it runs."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs
from styrehjul.meetings.domain.states import MinutesState
from styrehjul.meetings.models import LeadHandover, Meeting
from styrehjul.meetings.queries.leading import may_take_over
from styrehjul.people.models import Person


@transaction.atomic
def hand_over_lead(meeting: Meeting, to: Person, *, by: Person, at: datetime) -> LeadHandover:
    """Another member leads from now on: who and from when stands in the minutes.

    The chair hands it over, or the secretary on the chair's behalf. The decisions are confirmed by the one who leads as
    the meeting ends; the minutes are still the chair's to approve.
    """
    meeting = fresh(meeting)
    needs(by, "meeting.lead", meeting, at)
    if meeting.minutes_state != MinutesState.DRAFT.value or meeting.ended_at is not None:
        running = meeting.minutes_state == MinutesState.NONE.value
        raise Refused("meeting.not_running" if running else "meeting.already_ended")
    if all(person.pk != to.pk for person in may_take_over(meeting)):
        raise Refused("meeting.cannot_lead", name=to.name)
    former = meeting.meeting_chair
    handover = LeadHandover(meeting=meeting, former=former, person=to, at=at)
    store(handover, by=by, at=at, action="meeting.hand_over")
    meeting.meeting_chair = to
    store(meeting, by=by, at=at, action="meeting.lead")
    return handover
