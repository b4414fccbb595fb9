"""What meetings tell to a briefing: what a body decided openly, and its next meetings."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import Q

from styrehjul.bodies.models import Body
from styrehjul.briefings.domain.text import Line
from styrehjul.kernel.danish import ZONE, weekday_text
from styrehjul.meetings.domain.states import Access, CalendarState, DecisionState, Outcome
from styrehjul.meetings.models import Decision, Meeting
from styrehjul.meetings.queries.seats import day_of

AHEAD = timedelta(days=120)


def decided(body: Body, since: date, until: date) -> list[Line]:
    """Each open decision of the days, also those whose force waits for the minutes. One query."""
    between = (_start(since), _start(until + timedelta(days=1)))
    rows = (
        Decision.objects.filter(
            Q(meeting__starts_at__range=between) | Q(in_force_at__range=between),
            body=body, treatment__access=Access.OPEN.value,
        )
        .exclude(number="").exclude(state=DecisionState.PROVISIONAL.value).exclude(outcome=Outcome.NOTED.value)
        .select_related("treatment").order_by("meeting__starts_at", "serial", "pk")
    )  # fmt: skip
    return [Line(f"{row.treatment.title}. {row.text} ({row.number})", row.treatment.get_absolute_url()) for row in rows]


def coming(body: Body, on: date) -> list[Line]:
    """The body's meetings in the months after the day. One query."""
    rows = Meeting.objects.filter(
        body=body, starts_at__gt=_start(on + timedelta(days=1)), starts_at__lt=_start(on + AHEAD)
    ).exclude(calendar_state=CalendarState.CANCELLED.value)
    return [
        Line(
            f"{body.name_definite[:1].upper()}{body.name_definite[1:]} mødes {weekday_text(day_of(row.starts_at), year=True)}",
            row.get_absolute_url(),
        )
        for row in rows.order_by("starts_at", "pk")
    ]


def _start(on: date) -> datetime:
    return datetime.combine(on, time.min, tzinfo=ZONE)
