"""Topics: one line each under a body's standing items, added before and during the meeting, and carried on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs
from styrehjul.meetings.domain.states import CalendarState, MinutesState
from styrehjul.meetings.models import Meeting, Topic
from styrehjul.meetings.queries.meetings import next_open_meeting
from styrehjul.people.models import OrgUnit, Person

KINDS = ("current", "general")


@transaction.atomic
def add_topic(
    meeting: Meeting, *, kind: str, text: str, by: Person, at: datetime, area: OrgUnit | None = None
) -> Topic:
    """Write a topic on the meeting, until the meeting is ended."""
    needs(by, "topic.add", meeting, at)
    if meeting.calendar_state == CalendarState.CANCELLED.value:
        raise Refused("meeting.cancelled")
    if meeting.minutes_state not in (MinutesState.NONE.value, MinutesState.DRAFT.value):
        raise Refused("meeting.already_ended")
    line = " ".join(text.split())
    if not line or kind not in KINDS:
        raise Refused("topic.empty")
    topic = Topic(meeting=meeting, kind=kind, text=line[:300], by=by, area=area)
    store(topic, by=by, at=at, action="topic.add")
    return topic


@transaction.atomic
def finish_topic(topic: Topic, *, by: Person, at: datetime) -> Topic:
    """The topic needs no more."""
    needs(by, "topic.add", topic.meeting, at)
    topic = fresh(topic)
    topic.done = True
    store(topic, by=by, at=at, action="topic.finish")
    return topic


@transaction.atomic
def carry_topic(topic: Topic, *, by: Person, at: datetime) -> Topic:
    """*Gør til emne til næste møde*: the same line on the body's next meeting, with a link back."""
    needs(by, "topic.add", topic.meeting, at)
    topic = fresh(topic)
    if (there := topic.carried_to.first()) is not None:
        raise Refused("topic.carried", meeting=str(there.meeting))
    to = next_open_meeting(topic.meeting.body, topic.meeting.starts_at)
    if to is None:
        raise Refused("meeting.no_next", body=topic.meeting.body.name_definite)
    new = Topic(meeting=to, kind=topic.kind, text=topic.text, by=topic.by, area=topic.area, carried_from=topic)
    store(new, by=by, at=at, action="topic.carry")
    return new
