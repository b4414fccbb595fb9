"""Rooms with a calendar of their own: asked a year ahead, tried before anybody relies on them, replaced when they say no."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.models import Meeting, Room, RoomTest
from styrehjul.meetings.queries.rooms import time_of_test
from styrehjul.meetings.queries.todos import next_for
from styrehjul.meetings.tasks import give_up_on_rooms, take_answers
from styrehjul.people.models import Person
from tests.mail.mailbox import PASSWORD, Mailbox, standing
from tests.mail.sink import Sink, listening
from tests.making import NOW, TODAY, Cast, a_cast, signed_in
from tests.meetings.test_calendar_answers import AUTHSERV, reply
from tests.meetings.test_calling import MINUTE, attendees, posted
from tests.meetings.turn import MEETING_AT, a_meeting, do

pytestmark = pytest.mark.django_db
KATTEGAT, OERESUND = "kattegat@norddjurs.example", "oeresund@norddjurs.example"
PAGE = "/moeder/lokaler/"


@pytest.fixture
def post(settings: Settings, tmp_path: Path, now: datetime) -> Iterator[tuple[Sink, Mailbox]]:
    """A mail server that takes what is sent, and the mailbox that calendars answer to."""
    settings.MEDIA_ROOT, settings.DEMO = tmp_path, False
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = "127.0.0.1", False, False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.IMAP_HOST, settings.IMAP_SECURITY, settings.IMAP_FOLDER = "127.0.0.1", "ingen", "INBOX"
    settings.IMAP_USER, settings.IMAP_PASSWORD, settings.IMAP_AUTHSERV = "moeder", PASSWORD, AUTHSERV
    with ExitStack() as both:
        sink, box = both.enter_context(listening()), both.enter_context(standing())
        settings.EMAIL_PORT, settings.IMAP_PORT = sink.port, box.port
        yield sink, box


def a_room(cast: Cast, name: str = "Kattegat", address: str = KATTEGAT) -> Room:
    return do(actions.keep_room, None, name=name, address=address, by=cast.peter, at=NOW)


def answered(box: Mailbox, test: RoomTest, partstat: str, **more: Any) -> RoomTest:
    """The room's calendar answers a test; what became of it."""
    meeting = Meeting(ical_uid=test.ical_uid, ical_sequence=0)
    box.add(reply(meeting, test.address, partstat, **more))
    assert take_answers(NOW + MINUTE) == 1
    return RoomTest.objects.get(pk=test.pk)


def test_a_planned_meeting_in_a_registered_room_asks_it_long_before_people_are_called(
    post: tuple[Sink, Mailbox],
) -> None:
    sink, box = post
    cast = a_cast()
    a_room(cast)
    meeting = a_meeting(cast, place="kattegat")
    assert (meeting.calendar_state, meeting.room_state) == ("planned", "awaiting")
    ((recipient, (method, event)),) = posted(sink, NOW).items()
    assert (recipient, method, event["sequence"], list(attendees(event))) == (KATTEGAT, "REQUEST", 0, [KATTEGAT])
    box.add(reply(meeting, KATTEGAT))
    assert take_answers(NOW + MINUTE) == 1
    meeting.refresh_from_db()
    assert meeting.room_state == "confirmed"
    # Calling the people asks nobody's room again, and it is the same entry.
    called = do(actions.invite, meeting, by=cast.peter, at=NOW + MINUTE)
    sent = posted(sink, NOW + MINUTE)
    assert KATTEGAT not in sent
    assert {str(event["uid"]) for _, event in sent.values()} == {meeting.ical_uid}
    assert {attendees(event)[KATTEGAT]["PARTSTAT"] for _, event in sent.values()} == {"ACCEPTED"}
    assert called.room_state == "confirmed"


def test_a_planned_meeting_that_is_moved_or_called_off_tells_its_room(post: tuple[Sink, Mailbox]) -> None:
    sink, _ = post
    cast = a_cast()
    a_room(cast)
    meeting = a_meeting(cast)
    posted(sink, NOW)
    start = MEETING_AT + timedelta(days=1)
    moved = do(
        actions.move_meeting, meeting, starts_at=start, ends_at=start + timedelta(hours=2), by=cast.peter, at=NOW
    )
    assert moved.room_state == "awaiting"
    ((_, (method, event)),) = posted(sink, NOW + MINUTE).items()
    assert (method, event["sequence"], event["dtstart"].dt) == ("REQUEST", 1, start)
    do(actions.cancel_meeting, moved, reason="For få sager", by=cast.stine, at=NOW + MINUTE)
    ((recipient, (method, event)),) = posted(sink, NOW + MINUTE).items()
    assert (recipient, method, event["sequence"]) == (KATTEGAT, "CANCEL", 2)


def test_meetings_that_were_planned_before_the_room_was_registered_are_asked_for_at_once(
    post: tuple[Sink, Mailbox],
) -> None:
    sink, _ = post
    cast = a_cast()
    first = a_meeting(cast)
    second = a_meeting(cast, starts_at=datetime(2027, 9, 8, 9, 0, tzinfo=NOW.tzinfo), slot="q3")
    elsewhere = a_meeting(cast, starts_at=datetime(2027, 11, 10, 9, 0, tzinfo=NOW.tzinfo), slot="q4", place="Rådhuset")
    room, client = a_room(cast), signed_in(cast.peter)
    assert posted(sink, NOW) == {}
    page = client.get(PAGE).content.decode()
    assert "Spørg lokalet om de 2 møder" in page
    assert client.post(PAGE, {"which": room.pk, "book": "1"}).status_code == 302
    states = dict(Meeting.objects.values_list("pk", "room_state"))
    assert states == {first.pk: "awaiting", second.pk: "awaiting", elsewhere.pk: "wanted"}
    assert OutboxMessage.objects.filter(recipient=KATTEGAT, calendar_method="REQUEST").count() == 2
    assert "Spørg lokalet om" not in client.get(PAGE).content.decode()
    assert client.post(PAGE, {"which": room.pk, "book": "1"}).status_code == 409


@pytest.mark.parametrize(
    ("partstat", "state", "words", "cancels"),
    [("ACCEPTED", "accepted", "Lokalet svarede ja", True), ("DECLINED", "declined", "Lokalet svarede nej", False)],
)
def test_a_room_is_tried_and_called_off_again(
    partstat: str, state: str, words: str, cancels: bool, post: tuple[Sink, Mailbox]
) -> None:
    sink, box = post
    cast = a_cast()
    room, client = a_room(cast), signed_in(cast.peter)
    assert client.post(PAGE, {"which": room.pk, "try": "1"}).status_code == 302
    test = room.tests.get()
    ((recipient, (method, event)),) = posted(sink, NOW).items()
    assert (recipient, method, event["dtstart"].dt) == (KATTEGAT, "REQUEST", test.starts_at)
    room_in = attendees(event)[KATTEGAT]
    assert (room_in["CUTYPE"], room_in["RSVP"]) == ("ROOM", "TRUE")
    assert "Afventer svar" in client.get(PAGE).content.decode()
    assert client.post(PAGE, {"which": room.pk, "try": "1"}).status_code == 409, "one test at a time"
    test = answered(box, test, partstat)
    assert (test.state, test.cancelled_at is not None) == (state, cancels)
    sent = posted(sink, NOW + MINUTE)
    assert [(method, event["sequence"]) for method, event in sent.values()] == ([("CANCEL", 1)] if cancels else [])
    assert all(str(event["uid"]) == test.ical_uid and event["dtstamp"].dt > NOW for _, event in sent.values())
    assert words in client.get(PAGE).content.decode()


def test_a_silent_room_ends_its_test_after_a_day_and_is_called_off_once(post: tuple[Sink, Mailbox]) -> None:
    sink, box = post
    cast = a_cast()
    test = do(actions.try_room, a_room(cast), by=cast.peter, at=NOW)
    posted(sink, NOW)
    assert give_up_on_rooms(NOW + timedelta(hours=23)) == 0
    assert give_up_on_rooms(NOW + timedelta(hours=24)) == 1
    assert give_up_on_rooms(NOW + timedelta(hours=25)) == 0
    assert [method for method, _ in posted(sink, NOW + timedelta(hours=25)).values()] == ["CANCEL"]
    late = answered(box, test, "ACCEPTED")
    assert late.state == "accepted"
    assert posted(sink, NOW + timedelta(hours=26)) == {}


def test_an_answer_from_somebody_else_books_nothing_and_says_so(post: tuple[Sink, Mailbox]) -> None:
    _, box = post
    cast = a_cast()
    test = do(actions.try_room, a_room(cast), by=cast.peter, at=NOW)
    test = answered(box, test, "ACCEPTED", sender="ond@fremmed.example")
    assert test.state == "doubtful"
    assert "afsenderen kunne ikke bekræftes" in signed_in(cast.peter).get(PAGE).content.decode()


def test_a_test_keeps_clear_of_our_own_meetings_and_of_days_off(post: tuple[Sink, Mailbox]) -> None:
    cast = a_cast()
    room = a_room(cast)
    start, end = time_of_test(room, NOW)
    assert (start.weekday() < 5, end - start) == (True, timedelta(minutes=15))
    a_meeting(cast, starts_at=start)
    assert time_of_test(room, NOW)[0].date() > start.date()


def test_without_a_mailbox_for_answers_there_is_no_test(settings: Settings, now: datetime) -> None:
    settings.IMAP_HOST = ""
    cast = a_cast()
    room = a_room(cast)
    page = signed_in(cast.peter).get(PAGE).content.decode()
    assert "Styrehjul læser endnu ikke svar fra kalendere." in page
    with pytest.raises(Refused, match="no_inbox"):
        do(actions.try_room, room, by=cast.peter, at=NOW)
    assert not OutboxMessage.objects.exists()


def test_a_mail_that_never_reached_the_room_is_told(post: tuple[Sink, Mailbox]) -> None:
    sink, _ = post
    cast = a_cast()
    room = a_room(cast)
    sink.to_rcpt[KATTEGAT] = "550 Ukendt modtager"
    do(actions.try_room, room, by=cast.peter, at=NOW)
    posted(sink, NOW)
    assert "Mailen kom ikke frem" in signed_in(cast.peter).get(PAGE).content.decode()


def test_only_those_who_keep_rooms_do(now: datetime) -> None:
    cast = a_cast()
    assert signed_in(cast.olga).get(PAGE).status_code == 403
    with pytest.raises(NotAllowed):
        do(actions.keep_room, None, name="Kattegat", address=KATTEGAT, by=cast.olga, at=NOW)
    room = a_room(cast)
    with pytest.raises(Refused, match="name_taken"):
        do(actions.keep_room, None, name=" kattegat ", address=OERESUND, by=cast.peter, at=NOW)
    client = signed_in(cast.peter)
    prefix = f"l{room.pk}"
    wrong = client.post(PAGE, {"which": room.pk, f"{prefix}-name": "Kattegat", f"{prefix}-address": "ikke en adresse"})
    assert wrong.status_code == 422
    sent = {"which": room.pk, f"{prefix}-name": "Kattegat", f"{prefix}-address": OERESUND}
    assert client.post(PAGE, sent).status_code == 302
    room.refresh_from_db()
    assert room.address == OERESUND


def test_a_room_that_says_no_is_replaced_with_one_click(post: tuple[Sink, Mailbox]) -> None:
    sink, box = post
    cast = a_cast()
    a_room(cast)
    a_room(cast, "Øresund", OERESUND)
    taken = a_room(cast, "Skagerrak", "skagerrak@norddjurs.example")
    meeting = a_meeting(cast)
    a_meeting(cast, slot="q3", place=taken.name)
    do(actions.invite, meeting, by=cast.peter, at=NOW)
    posted(sink, NOW)
    box.add(reply(Meeting.objects.get(pk=meeting.pk), KATTEGAT, "DECLINED"))
    take_answers(NOW + MINUTE)
    peter, client = Person.objects.get(pk=cast.peter.pk), signed_in(cast.peter)
    (todo,) = [one for one in next_for(peter, TODAY) if one.url == f"{meeting.get_absolute_url()}lokale/"]
    assert (todo.title, todo.level) == ("Lokalet er optaget: find et andet", "red")
    page = client.get(todo.url).content.decode()
    assert "Spørg Øresund i stedet" in page
    assert "Spørg Skagerrak" not in page, "another meeting is held there at that time"
    assert "Flyt mødet til et andet tidspunkt" in page
    sent = {"place": "Øresund", "link": "", "room_state": "wanted", "room_address": OERESUND}
    assert client.post(todo.url, sent).status_code == 302
    mails = posted(sink, NOW + 2 * MINUTE)
    assert (mails[KATTEGAT][0], mails[OERESUND][0]) == ("CANCEL", "REQUEST")
    meeting.refresh_from_db()
    assert (meeting.place, meeting.room_state, meeting.room_called) == ("Øresund", "awaiting", OERESUND)
    assert "i stedet" not in client.get(todo.url).content.decode()
    # Another place typed by hand leaves the first room's mailbox behind with it.
    form = {"place": "Rådhuset", "link": "", "room_state": "wanted", "room_address": OERESUND}
    assert client.post(todo.url, form).status_code == 302
    meeting.refresh_from_db()
    assert meeting.room_called == ""
