"""Rooms with a calendar of their own: which one a place is, which are free, and who has not been asked."""

from __future__ import annotations

from datetime import datetime

from styrehjul.bodies.queries import calendar
from styrehjul.mail.domain import State
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings.domain.answers import SILENT_AFTER
from styrehjul.meetings.domain.rooms import TestState, overlap, same_place, slot_for_test
from styrehjul.meetings.domain.states import CalendarState, MinutesState
from styrehjul.meetings.models import Meeting, Room, RoomTest
from styrehjul.meetings.queries.seats import day_of


def rooms() -> list[Room]:
    """All of them, by name, each with its tests."""
    return list(Room.objects.prefetch_related("tests").order_by("name", "pk"))


def room_at(place: str) -> Room | None:
    """The registered room of that name, however it is spaced and capitalised."""
    return next((room for room in Room.objects.order_by("pk") if same_place(room.name, place)), None)


def _ahead(at: datetime) -> list[Meeting]:
    found = Meeting.objects.filter(starts_at__gt=at, minutes_state=MinutesState.NONE.value, before_use=False).exclude(
        calendar_state=CalendarState.CANCELLED.value
    )
    return list(found.select_related("body").order_by("starts_at", "pk"))


def unasked(known: list[Room], at: datetime) -> dict[int, list[Meeting]]:
    """Room key -> meetings ahead that are to be held there, and that its calendar knows nothing of."""
    waiting = [meeting for meeting in _ahead(at) if not meeting.room_address and not meeting.room_called]
    return {
        room.pk: [m for m in waiting if same_place(room.name, m.place) and m.room_state in ("wanted", "not_wanted")]
        for room in known
    }


def free_rooms(meeting: Meeting) -> list[Room]:
    """Other registered rooms where no meeting of ours is held at that time."""
    mine = (meeting.starts_at, meeting.ends_at)
    beside = Meeting.objects.filter(starts_at__lt=meeting.ends_at, ends_at__gt=meeting.starts_at)
    beside = beside.exclude(pk=meeting.pk).exclude(calendar_state=CalendarState.CANCELLED.value)
    taken = [other.place for other in beside if overlap(mine, (other.starts_at, other.ends_at))]
    return [
        room
        for room in Room.objects.order_by("name", "pk")
        if room.address != meeting.room_address
        and not any(same_place(room.name, place) for place in (meeting.place, *taken))
    ]


def time_of_test(room: Room, at: datetime) -> tuple[datetime, datetime]:
    """When a test would ask for the room."""
    taken = [
        (m.starts_at, m.ends_at) for m in _ahead(at) if same_place(m.place, room.name) or m.room_called == room.address
    ]
    return slot_for_test(day_of(at), calendar(), taken)


def silent_tests(at: datetime) -> list[RoomTest]:
    """Tests that nothing has come of in a day."""
    return list(RoomTest.objects.filter(state=TestState.AWAITING.value, asked_at__lte=at - SILENT_AFTER).order_by("pk"))


def undelivered(tests: list[RoomTest]) -> dict[str, str]:
    """Test key -> what the mail server said, for those whose mail never reached the room."""
    failed = OutboxMessage.objects.filter(
        subject_type="room_test", subject_uuid__in=[str(test.uuid) for test in tests], state=State.FAILED.value
    )
    return {str(row.subject_uuid): row.last_error for row in failed.order_by("pk")}
