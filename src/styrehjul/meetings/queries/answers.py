"""Answers to an invitation: the signed link of one person to one meeting, and what awaits the secretary's eye."""

from __future__ import annotations

from datetime import datetime

from django.core.signing import BadSignature, Signer

from styrehjul.meetings.domain.states import CalendarState, MinutesState
from styrehjul.meetings.models import AnswerHint, Attendance, Meeting

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


def invited_rows(meeting: Meeting) -> list[Attendance]:
    """Those who have the meeting in their calendars now, the chair first as they were seated."""
    return list(meeting.attendance.exclude(called_address="").select_related("person").order_by("pk"))


def open_hints(meeting: Meeting) -> list[AnswerHint]:
    """Answers that were not taken by themselves and that nobody has settled."""
    return list(meeting.answer_hints.filter(settled_at__isnull=True))
