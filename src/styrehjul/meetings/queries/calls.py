"""The call for items: the meetings whose day for it has come, and whom it goes to."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from styrehjul.bodies.domain.model import DeadlineCode
from styrehjul.kernel.danish import ZONE
from styrehjul.meetings.domain.states import AgendaState, CalendarState
from styrehjul.meetings.models import Meeting, MeetingDeadline
from styrehjul.meetings.queries.facts import ITEMS_CLOSED
from styrehjul.meetings.queries.seats import MEMBER_KINDS, Seated, day_of, receivers

# A call that could not be made in time is made all the same, but not when nobody has waited for it for so long.
LATEST = timedelta(days=7)


def open_for_items() -> QuerySet[Meeting]:
    """The meetings that still take items."""
    found = Meeting.objects.filter(agenda_state=AgendaState.OPEN.value, before_use=False)
    return found.exclude(calendar_state=CalendarState.CANCELLED.value).select_related("body")


def uncalled(at: datetime) -> list[Meeting]:
    """The meetings whose day for the call has come, and whose day for items has not passed."""
    of = MeetingDeadline.objects.filter(meeting=OuterRef("pk"))
    # A deadline lasts its day out; a call goes in the morning of it.
    tomorrow = datetime.combine(day_of(at) + timedelta(days=1), time.min, tzinfo=ZONE)
    call = of.filter(code=DeadlineCode.CALL.value, at__lt=tomorrow, at__gt=at - LATEST)
    closed = of.filter(code=ITEMS_CLOSED, at__lte=at)
    waiting = open_for_items().filter(Exists(call), ~Exists(closed), items_called_at=None, starts_at__gt=at)
    return list(waiting.order_by("starts_at", "pk"))


def asked_for_items(meeting: Meeting) -> list[Seated]:
    """Those at the table who decide what it is about; the secretary, who gathers the items, asks and is not asked."""
    return [seated for seated in receivers(meeting) if seated.kind in MEMBER_KINDS]
