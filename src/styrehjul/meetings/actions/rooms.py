"""Rooms with a calendar of their own: registered, and tried (*Test lokale*) before anybody relies on them."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.documents.calendar import new_uid, next_stamp
from styrehjul.documents.replies import CalendarAnswer
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs
from styrehjul.meetings.domain.rooms import TEST_OF_PARTSTAT, TestState, same_place
from styrehjul.meetings.mails.invitations import host
from styrehjul.meetings.mails.rooms import ask, call_off_test
from styrehjul.meetings.models import Room, RoomTest
from styrehjul.meetings.queries.rooms import time_of_test
from styrehjul.people.models import Person


@transaction.atomic
def keep_room(room: Room | None, *, name: str, address: str, by: Person | None, at: datetime) -> Room:
    """Register a room with its mailbox, or correct it. Meetings that were asked for keep the mailbox they had."""
    needs(by, "room.keep", None, at)
    row = fresh(room) if room is not None else Room()
    row.name, row.address = " ".join(name.split())[:160], address.strip().lower()
    if not row.name or not row.address:
        raise Refused("room.incomplete")
    if any(same_place(other.name, row.name) for other in Room.objects.exclude(pk=row.pk)):
        raise Refused("room.name_taken", room=row.name)
    store(row, by=by, at=at, action="room.change" if room is not None else "room.create")
    return row


@transaction.atomic
def try_room(room: Room, *, by: Person, at: datetime) -> RoomTest:
    """*Test lokale*: ask for a quarter of an hour that hardly anybody wants, and see whether the calendar answers."""
    needs(by, "room.keep", None, at)
    room = fresh(room)
    if not settings.IMAP_HOST:
        raise Refused("room.no_inbox")
    if room.tests.filter(state=TestState.AWAITING.value).exists():
        raise Refused("room.test_running", room=room.name)
    starts_at, ends_at = time_of_test(room, at)
    test = RoomTest(
        room=room, address=room.address, starts_at=starts_at, ends_at=ends_at, ical_uid=new_uid(host()),
        ical_stamp=next_stamp(at, None), asked_at=at,
    )  # fmt: skip
    store(test, by=by, at=at, action="room_test.ask")
    ask(test, at=at)
    return test


def take_test_answer(answer: CalendarAnswer, *, sender: str, trusted: bool, at: datetime) -> str:
    """The room's answer to a test, matched by UID and mailbox. A booking that came of it is called off at once."""
    found = RoomTest.objects.filter(ical_uid=answer.uid).first() if answer.uid else None
    state = TEST_OF_PARTSTAT.get(answer.partstat)
    if found is None or answer.method != "REPLY" or answer.attendee != found.address.casefold() or state is None:
        return "unknown"
    test = fresh(found)
    if test.state not in (TestState.AWAITING.value, TestState.NO_ANSWER.value, TestState.DOUBTFUL.value):
        return "test"
    believed = trusted and sender in (answer.attendee, answer.sent_by)
    _settle(test, state if believed else TestState.DOUBTFUL, at=at)
    return "test"


@transaction.atomic
def give_up_test(test: RoomTest, *, at: datetime) -> RoomTest:
    """Nothing has come in a day. By the worker."""
    test = fresh(test)
    if test.state == TestState.AWAITING.value:
        _settle(test, TestState.NO_ANSWER, at=at)
    return test


def _settle(test: RoomTest, state: TestState, *, at: datetime) -> None:
    test.state = state.value
    if state is not TestState.NO_ANSWER:
        test.answered_at = at
    # What was called off once is not called off again when an answer comes late.
    calls_off = state is not TestState.DECLINED and test.cancelled_at is None
    if calls_off:
        test.cancelled_at, test.ical_stamp = at, next_stamp(at, test.ical_stamp)
    store(test, by=None, at=at, action="room_test.settle")
    if calls_off:
        call_off_test(test, at=at)
