"""What meetings do by themselves as time passes. Each may be run again at any time."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from styrehjul.audit.unit import run
from styrehjul.meetings.actions import close_for_items
from styrehjul.meetings.domain.states import AgendaState, CalendarState
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.facts import ITEMS_CLOSED


def run_once(at: datetime | None = None) -> int:
    """What is due now; how much was done."""
    return close_agendas(at or timezone.now())


def close_agendas(at: datetime) -> int:
    """Close agendas whose date for items has passed. How many were closed."""
    due = Meeting.objects.filter(
        agenda_state=AgendaState.OPEN.value,
        deadlines__code=ITEMS_CLOSED,
        deadlines__at__lte=at,
        starts_at__gt=at,
        before_use=False,
    ).exclude(calendar_state=CalendarState.CANCELLED.value)
    meetings = list(due.distinct())
    for meeting in meetings:
        run(lambda meeting=meeting: close_for_items(meeting, by=None, at=at))  # type: ignore[misc]  # bound at once
    return len(meetings)
