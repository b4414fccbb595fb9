"""Answers to the invitation: on the page, by the signed link, from a calendar by mail, or entered by the secretary.

All four lead into the same field. What a calendar sends can do no more than that, and what is in doubt does nothing:
it becomes a hint that the secretary looks at.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.documents.replies import CalendarAnswer
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs
from styrehjul.meetings.actions.rooms import take_test_answer
from styrehjul.meetings.domain.answers import (
    OF_PARTSTAT,
    REPLIES,
    ROOM_OF_PARTSTAT,
    Hint,
    counts_for_now,
    replaces,
)
from styrehjul.meetings.models import AnswerHint, Attendance, Meeting
from styrehjul.meetings.queries.answers import takes_answers, takes_room_answers
from styrehjul.meetings.queries.seats import receivers
from styrehjul.people.models import Person


@transaction.atomic
def enter_reply(meeting: Meeting, person: Person, *, reply: str, by: Person | None, at: datetime) -> Attendance:
    """Somebody answers the invitation, or the secretary enters their answer."""
    needs(by, "meeting.reply", meeting, at)
    if by is not None and by.pk != person.pk:
        needs(by, "meeting.invite", meeting, at)
    row = meeting.attendance.filter(person=person).first()
    if row is None:
        seated = next((s for s in receivers(meeting) if s.person.pk == person.pk), None)
        if seated is None:
            raise Refused("attendance.not_invited", name=person.name)
        row = Attendance(meeting=meeting, person=person, seat_kind=seated.kind, seat_title=seated.title)
    if reply not in (*REPLIES, ""):
        raise Refused("attendance.reply_unknown")
    return _answered(row, reply, by=by, at=at)


@transaction.atomic
def answer_by_link(row: Attendance, *, reply: str, at: datetime) -> Attendance:
    """The answer of whoever holds the signed link in the invitation: that person, that meeting, that field."""
    row = fresh(row)
    meeting = Meeting.objects.select_related("body").get(pk=row.meeting_id)
    if not row.called_address or not takes_answers(meeting, at):
        raise Refused("answer.too_late", body=meeting.body.name_definite)
    if reply not in REPLIES:
        raise Refused("attendance.reply_unknown")
    return _answered(row, reply, by=row.person, at=at)


def _answered(
    row: Attendance, reply: str, *, by: Person | None, at: datetime, comment: str = "", stamp: datetime | None = None
) -> Attendance:
    row.reply, row.former_reply, row.reply_comment, row.reply_stamp = reply, "", comment[:300], stamp or at
    store(row, by=by, at=at, action="attendance.reply", private=frozenset({"reply_comment"}))
    return row


@dataclass(frozen=True)
class Arrived:
    """A calendar answer as it came by mail: what it says, who sent it, and whether the sender could be confirmed."""

    answer: CalendarAnswer
    sender: str
    trusted: bool
    source: str


@transaction.atomic
def take_answer(arrived: Arrived, *, at: datetime) -> str:
    """Take an answer from somebody's calendar. Says what became of it: taken, former, older, hint, room, test or unknown.

    UID, then attendee by address; the answer and its comment, nothing else. A proposal of another time is shown and
    never applied.
    """
    answer = arrived.answer
    found = Meeting.objects.filter(ical_uid=answer.uid).first() if answer.uid else None
    if found is None:
        return take_test_answer(answer, sender=arrived.sender, trusted=arrived.trusted, at=at)
    meeting = fresh(found)
    from_room = answer.method == "REPLY" and meeting.room_called.casefold() == answer.attendee != ""
    if not (takes_room_answers(meeting, at) if from_room else takes_answers(meeting, at)):
        return "too_late"
    if answer.method == "COUNTER":
        return _hint(meeting, arrived, Hint.COUNTER, at)
    if answer.method != "REPLY":
        return "unknown"
    if from_room:
        return _room_answers(meeting, arrived, at)
    row = meeting.attendance.filter(called_address__iexact=answer.attendee).first() if answer.attendee else None
    if row is None or arrived.sender not in (answer.attendee, answer.sent_by):
        return _hint(meeting, arrived, Hint.STRANGER, at)
    if not arrived.trusted:
        return _hint(meeting, arrived, Hint.UNSIGNED, at)
    return _person_answers(meeting, fresh(row), answer, at)


def _person_answers(meeting: Meeting, row: Attendance, answer: CalendarAnswer, at: datetime) -> str:
    reply = OF_PARTSTAT.get(answer.partstat)
    if reply is None:
        return "unknown"
    if not counts_for_now(answer.sequence, meeting.ical_time_sequence):
        if not row.reply and row.former_reply != reply:
            row.former_reply = reply
            store(row, by=None, at=at, action="attendance.former_reply")
        return "former"
    if not replaces(answer.stamp, row.reply_stamp):
        return "older"
    if (row.reply, row.reply_stamp, row.reply_comment) != (reply, answer.stamp or at, answer.comment[:300]):
        _answered(row, reply, by=None, at=at, comment=answer.comment, stamp=answer.stamp)
    return "taken"


def _room_answers(meeting: Meeting, arrived: Arrived, at: datetime) -> str:
    """Matched by UID and mailbox alone: a room's calendar may have changed the title."""
    if not arrived.trusted or arrived.sender not in (arrived.answer.attendee, arrived.answer.sent_by):
        return _hint(meeting, arrived, Hint.UNSIGNED, at)
    state = ROOM_OF_PARTSTAT.get(arrived.answer.partstat)
    if not counts_for_now(arrived.answer.sequence, meeting.ical_time_sequence) or state is None:
        return "former"
    if meeting.room_state != state.value:
        meeting.room_state = state.value
        store(meeting, by=None, at=at, action="meeting.room_answered")
    return "room"


def _hint(meeting: Meeting, arrived: Arrived, kind: Hint, at: datetime) -> str:
    """Kept once for each mail, however often the mailbox is read."""
    if not meeting.answer_hints.filter(source=arrived.source).exists():
        answer = arrived.answer
        start, end = answer.proposed or (None, None)
        hint = AnswerHint(
            meeting=meeting,
            kind=kind.value,
            sender=(arrived.sender or answer.attendee)[:254],
            answer=OF_PARTSTAT.get(answer.partstat, ""),
            comment=answer.comment[:300],
            proposed_start=start,
            proposed_end=end,
            received_at=at,
            source=arrived.source,
        )
        store(hint, by=None, at=at, action="answer_hint.come", private=frozenset({"sender", "comment"}))
    return "hint"


@transaction.atomic
def settle_hint(hint: AnswerHint, *, by: Person, at: datetime) -> AnswerHint:
    """The secretary has seen it, and has done what there was to do."""
    needs(by, "meeting.invite", hint.meeting, at)
    hint = fresh(hint)
    if hint.settled_at is None:
        hint.settled_at = at
        store(hint, by=by, at=at, action="answer_hint.settle")
    return hint
