"""Answers to an invitation: the signed link of one person to one meeting, and what awaits the secretary's eye."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.signing import BadSignature, Signer

from styrehjul.meetings.domain.answers import SILENT_AFTER, RoomState
from styrehjul.meetings.domain.states import CalendarState, MinutesState
from styrehjul.meetings.models import AnswerHint, Attendance, Meeting, Room
from styrehjul.meetings.queries.seats import receivers

# The signature opens this one answer and nothing else: another use of the key needs another salt.
_SALT = "styrehjul.meetings.reply"


def reply_path(row: Attendance) -> str:
    """The address that answers for that person to that meeting, without signing in."""
    return f"/svar/{Signer(salt=_SALT).sign(row.uuid.hex)}/"


def row_of_token(token: str) -> Attendance | None:
    """The place at the meeting that the address belongs to; None where it was not made here or is no longer there."""
    try:
        found = Signer(salt=_SALT).unsign(token)
    except BadSignature:
        return None
    rows = Attendance.objects.filter(uuid=found).select_related("person", "meeting__body")
    return rows.first()


def takes_answers(meeting: Meeting, at: datetime) -> bool:
    """Whether an answer still means something: called, not called off, not begun and not over."""
    coming = meeting.calendar_state == CalendarState.INVITED.value and meeting.minutes_state == MinutesState.NONE.value
    return coming and at < meeting.ends_at


def takes_room_answers(meeting: Meeting, at: datetime) -> bool:
    """Whether the room's answer still means something: it may be asked long before people are."""
    coming = meeting.calendar_state != CalendarState.CANCELLED.value
    return coming and meeting.minutes_state == MinutesState.NONE.value and at < meeting.ends_at


def invited_rows(meeting: Meeting) -> list[Attendance]:
    """Those who have the meeting in their calendars now, the chair first as they were seated."""
    return list(meeting.attendance.exclude(called_address="").select_related("person").order_by("pk"))


def open_hints(meeting: Meeting) -> list[AnswerHint]:
    """Answers that were not taken by themselves and that nobody has settled."""
    return list(meeting.answer_hints.filter(settled_at__isnull=True))


@dataclass(frozen=True)
class CalendarChanges:
    """What differs between those who have the meeting in a calendar and those who should have it.

    `addresses` is person key -> where each of those who should have it is reached; not all who are seated can be.
    """

    addresses: Mapping[int, str]
    seated: frozenset[int]
    gone: tuple[Attendance, ...]
    added: frozenset[int]
    room_gone: bool
    room_added: bool

    def __bool__(self) -> bool:
        return bool(self.gone or self.added or self.room_gone or self.room_added)


def calendar_changes(meeting: Meeting) -> CalendarChanges:
    """The seats have changed since the meeting was called, somebody got another address, or another room is wanted."""
    rows = {row.person_id: row for row in meeting.attendance.select_related("person")}
    # Until people are called, only the room has the meeting in its calendar.
    seated = receivers(meeting) if meeting.calendar_state == CalendarState.INVITED.value else []
    addresses = {one.person.pk: one.person.email for one in seated if one.has_address}
    return CalendarChanges(
        addresses=addresses,
        seated=frozenset(one.person.pk for one in seated),
        gone=tuple(r for r in rows.values() if r.called_address and addresses.get(r.person_id) != r.called_address),
        added=frozenset(pk for pk, to in addresses.items() if pk not in rows or rows[pk].called_address != to),
        room_gone=meeting.room_called not in ("", meeting.room_address),
        room_added=meeting.room_address not in ("", meeting.room_called),
    )


def called_and_ahead(at: datetime) -> list[Meeting]:
    """Meetings that stand in people's calendars and have not begun."""
    found = Meeting.objects.filter(
        calendar_state=CalendarState.INVITED.value, minutes_state=MinutesState.NONE.value, starts_at__gt=at
    )
    return list(found.select_related("body").order_by("starts_at"))


def silent_rooms(at: datetime) -> list[Meeting]:
    """Meetings whose room was asked a day ago and has said nothing."""
    asked = Meeting.objects.filter(room_state=RoomState.AWAITING.value, room_asked_at__lte=at - SILENT_AFTER)
    return list(asked.exclude(calendar_state=CalendarState.CANCELLED.value))


def known_rooms() -> dict[str, str]:
    """Places that meetings have been held at, the latest first, with the room's mailbox where it had one; the registered rooms first."""
    found: dict[str, str] = dict(Room.objects.order_by("name", "pk").values_list("name", "address"))
    rows = Meeting.objects.exclude(place="").order_by("-starts_at").values_list("place", "room_address")
    for place, address in rows[:400]:
        found[place] = found.get(place) or address
    return found
