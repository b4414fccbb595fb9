"""Which meetings a body has: the next, the last, those that can still take an item."""

from __future__ import annotations

from datetime import date, datetime, time

from styrehjul.bodies.models import Body
from styrehjul.kernel.danish import ZONE
from styrehjul.meetings.domain.states import AgendaState, CalendarState, MinutesState
from styrehjul.meetings.models import Meeting
from styrehjul.people.models import Person
from styrehjul.people.policy import may

TAKES_ITEMS = (
    AgendaState.OPEN.value,
    AgendaState.CLOSED.value,
    AgendaState.TO_CHAIR.value,
    AgendaState.APPROVED.value,
)


def next_open_meeting(body: Body, after: datetime) -> Meeting | None:
    """The body's first meeting after a moment whose agenda is still being put together."""
    open_ones = (AgendaState.OPEN.value, AgendaState.CLOSED.value)
    found = Meeting.objects.filter(body=body, starts_at__gt=after, agenda_state__in=open_ones, before_use=False)
    return found.exclude(calendar_state=CalendarState.CANCELLED.value).order_by("starts_at").first()


def meetings_that_take(body: Body, at: datetime) -> list[Meeting]:
    """The body's coming meetings whose agendas can still take an item, the next first."""
    found = Meeting.objects.filter(body=body, starts_at__gt=at, agenda_state__in=TAKES_ITEMS, before_use=False)
    coming = found.exclude(calendar_state=CalendarState.CANCELLED.value).select_related("body")
    return list(coming.order_by("starts_at")[:6])


def next_meeting(body: Body, at: datetime) -> Meeting | None:
    """The body's next meeting that is not called off."""
    found = Meeting.objects.filter(body=body, ends_at__gte=at, before_use=False)
    return found.exclude(calendar_state=CalendarState.CANCELLED.value).order_by("starts_at").first()


def previous_meeting(meeting: Meeting) -> Meeting | None:
    """The body's last meeting before this one that was held."""
    found = Meeting.objects.filter(body_id=meeting.body_id, starts_at__lt=meeting.starts_at)
    return found.exclude(minutes_state=MinutesState.NONE.value).order_by("-starts_at").first()


def portfolio_cut(meeting: Meeting) -> datetime:
    """Up to when the meeting had heard of the portfolio: as it was sent out; what came after is news to the next one."""
    end = meeting.ended_at or meeting.starts_at
    return min((end, *(sending.at for sending in meeting.dispatches.all())))


def open_meetings_for_proposals(person: Person, on: date) -> list[Meeting]:
    """The coming meetings on which this person may put a proposal, the next first."""
    start = datetime.combine(on, time.min, tzinfo=ZONE)
    coming = Meeting.objects.filter(starts_at__gte=start, agenda_state__in=TAKES_ITEMS, before_use=False)
    coming = coming.exclude(calendar_state=CalendarState.CANCELLED.value).select_related("body").order_by("starts_at")
    return [meeting for meeting in coming if may(person, "proposal.place", meeting, on=on)]
