"""One entry in each calendar, for exactly those who are to come: seats, rooms, times and places that change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from pytest_django.fixtures import Settings

from styrehjul.bodies.actions import change_municipality, end_holding, seat_person
from styrehjul.bodies.models import Body, Municipality, SeatHolding
from styrehjul.mail.models import OutboxMessage
from styrehjul.mail.tasks import run_once
from styrehjul.meetings import actions
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.todos import next_for
from styrehjul.meetings.tasks import give_up_on_rooms, keep_calendars
from styrehjul.people.actions import change_person
from styrehjul.people.models import Person
from styrehjul.people.queries import forget
from tests.mail.sink import Sink, listening
from tests.making import NOW, TODAY, Cast, a_cast, a_person, signed_in
from tests.meetings.turn import MEETING_AT, a_meeting, a_turn, do

pytestmark = pytest.mark.django_db
ROOM = "kattegat@norddjurs.example"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def sink(settings: Settings, tmp_path: Path, now: datetime) -> Iterator[Sink]:
    settings.MEDIA_ROOT, settings.DEMO = tmp_path, False
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = "127.0.0.1", False, False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    with listening() as found:
        settings.EMAIL_PORT = found.port
        yield found


def called(cast: Cast, **more: Any) -> Meeting:
    return do(actions.invite, a_meeting(cast, **more), by=cast.peter, at=NOW)


def event_in(mail: EmailMessage) -> tuple[str, Any]:
    """The method and the one event of an invitation, as a calendar reads them."""
    (part,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    calendar: Any = Calendar.from_ical(part.get_content())
    (event,) = calendar.walk("VEVENT")
    assert str(calendar["method"]) == part.get_param("method")
    return str(calendar["method"]), event


def attendees(event: Any) -> dict[str, Any]:
    found = event.get("attendee", [])
    return {str(a).removeprefix("mailto:"): a.params for a in (found if isinstance(found, list) else [found])}


def posted(sink: Sink, at: datetime) -> dict[str, tuple[str, Any]]:
    """What goes out at that moment: recipient -> method and event. Each gets one mail, addressed to them alone."""
    sink.received.clear()
    run_once(at)
    found: dict[str, tuple[str, Any]] = {}
    for recipients, mail in sink.received:
        (recipient,) = recipients
        assert [a.addr_spec for a in mail["To"].addresses] == [recipient]
        assert recipient not in found, "one mail each"
        found[recipient] = event_in(mail)
    return found


def members(body: Body) -> set[str]:
    day = MEETING_AT.date()
    return {h.person.email for h in SeatHolding.objects.on(day).filter(body=body).select_related("person")}


def new_member(cast: Cast, at: date = TODAY) -> Person:
    """Somebody who gets a seat in the steering group after the invitation."""
    person = a_person("Nanna Ny")
    open_seat = SeatHolding.objects.get(body=cast.steering, person=cast.heads[0])
    seat_person(cast.steering, open_seat.seat_key, person, start=at, by=None, at=NOW)
    return person


def test_what_leaves_the_house_is_one_invitation_for_each_at_the_table(sink: Sink) -> None:
    cast = a_cast()
    here = Municipality.objects.get()
    do(change_municipality, here, mail_from="moeder@norddjurs.example", by=None, at=NOW)
    meeting = called(cast)
    sent = posted(sink, NOW)
    assert set(sent) == members(cast.steering)
    stamps = set()
    for recipient, (method, event) in sent.items():
        assert method == "REQUEST"
        assert (str(event["uid"]), event["sequence"]) == (meeting.ical_uid, 0)
        assert str(event["organizer"]) == "mailto:moeder@norddjurs.example"
        assert set(attendees(event)) == members(cast.steering)
        assert attendees(event)[recipient]["RSVP"] == "TRUE"
        assert event["dtstart"].dt == MEETING_AT
        assert "rrule" not in event
        stamps.add(event["dtstamp"].dt)
    assert len(stamps) == 1
    for _, mail in sink.received:
        assert str(mail["From"]) == "Norddjurs Kommune <moeder@norddjurs.example>"
        assert str(mail["Reply-To"]) == cast.peter.email
        kinds = [part.get_content_type() for part in mail.walk()]
        assert kinds == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar"]


def test_somebody_who_gets_a_seat_is_called_alone(sink: Sink) -> None:
    cast = a_cast()
    meeting = called(cast)
    first = posted(sink, NOW)
    person = new_member(cast)
    assert keep_calendars(NOW + MINUTE) == 1
    assert keep_calendars(NOW + MINUTE) == 0
    sent = posted(sink, NOW + MINUTE)
    assert set(sent) == {person.email}
    method, event = sent[person.email]
    assert (method, event["sequence"]) == ("REQUEST", 0)
    assert set(attendees(event)) == {*first, person.email}
    assert event["dtstamp"].dt > next(iter(first.values()))[1]["dtstamp"].dt
    assert meeting.attendance.get(person=person).called_address == person.email


def test_somebody_who_loses_the_seat_is_taken_out_and_the_rest_are_told(sink: Sink) -> None:
    cast = a_cast()
    meeting = called(cast)
    posted(sink, NOW)
    gone = cast.heads[2]
    do(actions.answer_by_link, meeting.attendance.get(person=cast.stine), reply="accepted", at=NOW)
    do(end_holding, SeatHolding.objects.get(body=cast.steering, person=gone), last_day=TODAY, by=None, at=NOW)
    assert keep_calendars(NOW + MINUTE) == 1
    sent = posted(sink, NOW + MINUTE)
    assert set(sent) == {*members(cast.steering), gone.email}
    method, event = sent.pop(gone.email)
    assert (method, event["sequence"]) == ("CANCEL", 1)
    assert list(attendees(event)) == [gone.email]
    assert "status" not in event, "the meeting itself is not called off"
    assert {(method, event["sequence"]) for method, event in sent.values()} == {("REQUEST", 1)}
    for _, event in sent.values():
        assert gone.email not in attendees(event)
        assert attendees(event)[cast.stine.email]["PARTSTAT"] == "ACCEPTED"
        assert "RSVP" not in attendees(event)[cast.stine.email]
    assert not meeting.attendance.filter(person=gone).exists(), "nobody is noted present without a seat"
    assert keep_calendars(NOW + MINUTE) == 0


def test_another_address_is_another_calendar(sink: Sink) -> None:
    cast = a_cast()
    called(cast)
    posted(sink, NOW)
    old = cast.stine.email
    do(change_person, cast.stine, email="stine.holm@norddjurs.example", by=None, at=NOW)
    keep_calendars(NOW + MINUTE)
    sent = posted(sink, NOW + MINUTE)
    assert sent[old][0] == "CANCEL"
    assert sent["stine.holm@norddjurs.example"][0] == "REQUEST"
    assert old not in attendees(sent["stine.holm@norddjurs.example"][1])


def test_agenda_and_text_never_touch_the_entry(sink: Sink) -> None:
    turn = a_turn()
    do(actions.invite, turn.meeting, by=turn.cast.peter, at=NOW)
    run_once(NOW)
    before = (turn.fresh.ical_sequence, turn.fresh.ical_stamp)
    turn.ready().to_chair().approved()
    do(actions.set_room, turn.meeting, place="Kattegat", room_state="confirmed", by=turn.cast.peter, at=NOW)
    assert (turn.fresh.ical_sequence, turn.fresh.ical_stamp) == before
    assert keep_calendars(NOW + MINUTE) == 0
    assert not OutboxMessage.objects.filter(state="pending").exclude(calendar="").exists()


def test_a_change_is_told_after_its_minute_and_what_calls_off_at_once(sink: Sink) -> None:
    cast = a_cast()
    meeting = called(cast)
    posted(sink, NOW)
    for number, place in enumerate(("Skagerrak", "Øresund", "Storebælt")):
        at = NOW + timedelta(seconds=10 * number)
        do(actions.set_room, meeting, place=place, room_state="wanted", by=cast.peter, at=at)
    assert posted(sink, NOW + timedelta(seconds=59)) == {}
    sent = posted(sink, NOW + MINUTE)
    assert set(sent) == members(cast.steering)
    assert {(event["sequence"], str(event["location"])) for _, event in sent.values()} == {(3, "Storebælt")}
    do(actions.set_room, meeting, place="Kattegat", room_state="wanted", by=cast.peter, at=NOW + 2 * MINUTE)
    do(actions.cancel_meeting, meeting, reason="For få sager", by=cast.stine, at=NOW + 2 * MINUTE)
    sent = posted(sink, NOW + 2 * MINUTE)
    assert {(method, event["sequence"], str(event["status"])) for method, event in sent.values()} == {
        ("CANCEL", 5, "CANCELLED")
    }
    assert posted(sink, NOW + 5 * MINUTE) == {}, "the change that was called off with it is never told"


def test_every_message_has_a_later_stamp(sink: Sink) -> None:
    cast = a_cast()
    meeting = called(cast)
    seen = [event["dtstamp"].dt for _, event in posted(sink, NOW).values()]
    for number in range(1, 4):
        do(actions.set_room, meeting, place=f"Lokale {number}", room_state="wanted", by=cast.peter, at=NOW)
        stamps = {event["dtstamp"].dt for _, event in posted(sink, NOW + MINUTE * number).values()}
        (stamp,) = stamps
        assert stamp > max(seen)
        seen.append(stamp)


def a_room_meeting(cast: Cast) -> Meeting:
    meeting = a_meeting(cast)
    do(actions.set_room, meeting, place="Kattegat", room_state="wanted", room_address=ROOM, by=cast.peter, at=NOW)
    return do(actions.invite, meeting, by=cast.peter, at=NOW)


def room_todos(cast: Cast) -> list[tuple[str, str]]:
    # Asked as a new request does: what is remembered of a person lasts no longer than one.
    peter = Person.objects.get(pk=cast.peter.pk)
    return [(todo.title, todo.level) for todo in next_for(peter, TODAY) if todo.url.endswith("lokale/")]


def test_a_room_with_a_mailbox_is_invited_with_the_others(sink: Sink) -> None:
    cast = a_cast()
    meeting = a_room_meeting(cast)
    sent = posted(sink, NOW)
    assert meeting.room_state == "awaiting"
    assert ROOM in sent
    for method, event in sent.values():
        room = attendees(event)[ROOM]
        assert method == "REQUEST"
        assert (room["CUTYPE"], room["ROLE"], room["RSVP"]) == ("ROOM", "NON-PARTICIPANT", "TRUE")
    assert room_todos(cast) == [("Lokalet har ikke svaret endnu", "wait")]


def test_a_silent_room_is_loud_after_a_day_and_only_once(sink: Sink) -> None:
    cast = a_cast()
    meeting = a_room_meeting(cast)
    assert give_up_on_rooms(NOW + timedelta(hours=23, minutes=59)) == 0
    assert give_up_on_rooms(NOW + timedelta(hours=24)) == 1
    assert give_up_on_rooms(NOW + timedelta(hours=25)) == 0
    meeting.refresh_from_db()
    assert meeting.room_state == "no_answer"
    assert room_todos(cast) == [("Lokalet svarer ikke: book det på anden vis", "red")]
    do(
        actions.set_room,
        meeting,
        place="Kattegat",
        room_state="confirmed",
        room_reference="Bente, 4.100",
        by=cast.peter,
        at=NOW,
    )
    assert room_todos(cast) == []
    page = signed_in(cast.peter).get(meeting.get_absolute_url()).content.decode()
    assert "bekræftet · Bente, 4.100" in page


def test_a_moved_meeting_asks_its_room_again(sink: Sink) -> None:
    cast = a_cast()
    meeting = a_room_meeting(cast)
    Meeting.objects.filter(pk=meeting.pk).update(room_state="confirmed")
    start = MEETING_AT + timedelta(days=1)
    do(actions.move_meeting, meeting, starts_at=start, ends_at=start + timedelta(hours=2), by=cast.peter, at=NOW)
    meeting.refresh_from_db()
    assert (meeting.room_state, meeting.room_asked_at) == ("awaiting", NOW)
    sent = posted(sink, NOW + MINUTE)
    assert sent[ROOM][1]["sequence"] == 1
    assert attendees(sent[ROOM][1])[ROOM]["PARTSTAT"] == "NEEDS-ACTION"


def test_another_room_takes_the_first_one_out(sink: Sink) -> None:
    cast = a_cast()
    meeting = a_room_meeting(cast)
    posted(sink, NOW)
    do(
        actions.set_room,
        meeting,
        place="Øresund",
        room_state="wanted",
        room_address="oeresund@norddjurs.example",
        by=cast.peter,
        at=NOW,
    )
    sent = posted(sink, NOW + MINUTE)
    assert sent[ROOM][0] == "CANCEL"
    assert list(attendees(sent[ROOM][1])) == [ROOM]
    assert sent["oeresund@norddjurs.example"][0] == "REQUEST"
    assert {event["sequence"] for _, event in sent.values()} == {1}
    do(actions.cancel_meeting, meeting, reason="For få sager", by=cast.stine, at=NOW + MINUTE)
    assert posted(sink, NOW + MINUTE)["oeresund@norddjurs.example"][0] == "CANCEL"


def test_the_rooms_form_keeps_what_most_do_not_need_behind_more(now: datetime) -> None:
    cast = a_cast()
    meeting = a_room_meeting(cast)
    client = signed_in(cast.peter)
    address = f"{meeting.get_absolute_url()}lokale/"
    page = client.get(address).content.decode()
    assert ROOM in page
    assert '<option value="Kattegat">' in page
    sent = {"place": "Skagerrak", "link": "", "room_state": "confirmed", "room_reference": "B-17", "room_address": ""}
    assert client.post(address, sent | {"room_address": "ikke en adresse"}).status_code == 422
    assert client.post(address, sent).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.place, meeting.room_state, meeting.room_reference, meeting.room_called) == (
        "Skagerrak", "confirmed", "B-17", "",
    )  # fmt: skip


def test_a_whole_year_is_called_with_one_click_after_a_preview(sink: Sink) -> None:
    cast = a_cast()
    second = a_meeting(cast, starts_at=datetime(2027, 9, 8, 9, 0, tzinfo=NOW.tzinfo), slot="q3", place="")
    first = a_meeting(cast)
    held = called(cast, starts_at=datetime(2027, 11, 10, 9, 0, tzinfo=NOW.tzinfo), slot="q4")
    client = signed_in(cast.peter)
    address = "/moeder/indkald/2027/"
    assert f'href="{address}"' in client.get("/moeder/?aar=2027").content.decode()
    assert signed_in(cast.olga).get(address).status_code == 403
    before = OutboxMessage.objects.count()
    page = client.get(address).content.decode()
    assert "onsdag 9. juni" in page
    assert "onsdag 8. september" in page
    assert "10. november" not in page
    assert OutboxMessage.objects.count() == before
    assert client.post(address, {"place": "Rådhuset, lokale 2"}).status_code == 302
    states = dict(Meeting.objects.values_list("pk", "calendar_state"))
    assert states == {first.pk: "invited", second.pk: "invited", held.pk: "invited"}
    second.refresh_from_db()
    first.refresh_from_db()
    assert (second.place, first.place) == ("Rådhuset, lokale 2", "Kattegat")
    assert second.ical_uid != first.ical_uid
    assert OutboxMessage.objects.count() == before + 2 * len(members(cast.steering))
    assert "Der er ingen møder at indkalde til" in client.get(address).content.decode()
    assert client.post(address, {"place": ""}).status_code == 409
    assert f'href="{address}"' not in client.get("/moeder/?aar=2027").content.decode()


def test_without_a_place_those_that_lack_one_wait(sink: Sink) -> None:
    cast = a_cast()
    without = a_meeting(cast, starts_at=datetime(2027, 9, 8, 9, 0, tzinfo=NOW.tzinfo), slot="q3", place="")
    with_place = a_meeting(cast)
    assert signed_in(cast.peter).post("/moeder/indkald/2027/", {"place": ""}).status_code == 302
    states = dict(Meeting.objects.values_list("pk", "calendar_state"))
    assert states == {with_place.pk: "invited", without.pk: "planned"}


def test_a_member_is_reminded_of_an_invitation_until_it_is_answered(now: datetime) -> None:
    cast = a_cast()
    jonas = cast.heads[0]

    def asked(person: Person, on: date = TODAY) -> list[str]:
        forget(person)
        return [todo.url for todo in next_for(person, on) if todo.title == "Svar på indkaldelsen"]

    meeting = a_meeting(cast)
    assert asked(jonas) == []
    meeting = do(actions.invite, meeting, by=cast.peter, at=NOW)
    assert asked(jonas) == [f"{meeting.get_absolute_url()}#deltagere"]
    assert asked(cast.peter) == [], "the secretary calls the meeting"
    assert asked(jonas, meeting.starts_at.date() + timedelta(days=1)) == []
    assert asked(jonas, meeting.starts_at.date() - timedelta(days=90)) == [], "a meeting far off waits"
    do(actions.answer_by_link, meeting.attendance.get(person=jonas), reply="declined", at=NOW)
    assert asked(jonas) == []
