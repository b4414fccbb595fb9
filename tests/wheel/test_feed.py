"""The personal calendar: what stands in it, for whom, and that the address is the whole key."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from styrehjul.meetings import actions
from styrehjul.meetings.models import Treatment
from styrehjul.people.models import Person
from styrehjul.wheel.actions import subscribe, unsubscribe
from tests.making import NOW, a_cast, signed_in
from tests.meetings.turn import MEETING_AT, a_meeting, a_turn, do

pytestmark = pytest.mark.django_db


def address_of(person: Person) -> str:
    return f"/kalender/{do(subscribe, person, by=person, at=NOW).token}.ics"


def events(client: Client, address: str) -> list[Any]:
    calendar: Any = Calendar.from_ical(client.get(address).content)
    assert "method" not in calendar
    return list(calendar.walk("VEVENT"))


def named(found: list[Any], words: str) -> list[Any]:
    return [event for event in found if words in str(event["summary"])]


def test_the_feed_is_no_invitation_and_its_events_have_names_of_their_own(now: datetime) -> None:
    turn = a_turn()
    do(actions.invite, turn.meeting, by=turn.cast.peter, at=NOW)
    address = address_of(turn.cast.stine)
    answer = Client().get(address)
    text = answer.content.decode()
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in text
    assert "X-PUBLISHED-TTL:PT6H" in text
    assert "ATTENDEE" not in text
    uids = [str(event["uid"]) for event in events(Client(), address)]
    assert all(uid.endswith("-feed") and not uid.endswith("-feed-feed") for uid in uids)
    assert len(set(uids)) == len(uids)
    assert turn.fresh.ical_uid not in uids


def test_it_is_fetched_again_only_when_something_changed(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    client, address = Client(), address_of(cast.stine)
    first = client.get(address)
    assert first["Last-Modified"]
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    with time_machine.travel(NOW + timedelta(hours=5), tick=False):
        assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    start = MEETING_AT + timedelta(days=1)
    do(actions.move_meeting, meeting, starts_at=start, ends_at=start + timedelta(hours=2), by=cast.peter, at=NOW)
    changed = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_the_address_can_be_taken_back_and_ends_with_the_person(now: datetime) -> None:
    cast = a_cast()
    client, old = Client(), address_of(cast.stine)
    assert client.get(old).status_code == 200
    new = address_of(cast.stine)
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)
    do(unsubscribe, cast.stine, by=cast.stine, at=NOW)
    assert client.get(new).status_code == 404
    last = address_of(cast.stine)
    Person.objects.filter(pk=cast.stine.pk).update(end=date(2027, 5, 18))
    assert client.get(last).status_code == 404
    assert client.post(last).status_code in (403, 404, 405)


def test_the_account_page_leads_to_the_address(now: datetime) -> None:
    cast = a_cast()
    assert "/aarshjul/abonnement/" in signed_in(cast.olga).get("/konto/").content.decode()


def test_a_meeting_takes_the_time_of_those_with_a_seat_alone(now: datetime) -> None:
    cast = a_cast()
    a_meeting(cast)
    (own,) = [e for e in events(Client(), address_of(cast.stine)) if isinstance(e["dtstart"].dt, datetime)]
    (others,) = [e for e in events(Client(), address_of(cast.olga)) if isinstance(e["dtstart"].dt, datetime)]
    seats = {person: str(event["transp"]) for person, event in (("stine", own), ("olga", others))}
    has_seat = cast.olga.seat_holdings.filter(body=cast.steering).exists()
    assert seats == {"stine": "OPAQUE", "olga": "OPAQUE" if has_seat else "TRANSPARENT"}
    jonas = [e for e in events(Client(), address_of(cast.jonas)) if isinstance(e["dtstart"].dt, datetime)]
    assert [str(event["transp"]) for event in jonas] == ["TRANSPARENT"]


def test_deadlines_are_whole_days_that_leave_one_free(now: datetime) -> None:
    cast = a_cast()
    a_meeting(cast)
    found = named(events(Client(), address_of(cast.stine)), "Udsendelse") or [
        e for e in events(Client(), address_of(cast.stine)) if not isinstance(e["dtstart"].dt, datetime)
    ]
    assert found
    assert {str(event["transp"]) for event in found} == {"TRANSPARENT"}
    assert all(event["dtend"].dt - event["dtstart"].dt == timedelta(days=1) for event in found)


def test_what_one_is_to_do_stands_there_and_a_hidden_title_does_not(now: datetime) -> None:
    turn = a_turn()
    responsible = turn.item.responsible
    assert responsible is not None
    address = address_of(responsible)
    (task,) = named(events(Client(), address), "Skriv")
    assert turn.item.title in str(task["summary"])
    assert task["dtstart"].dt == date(2027, 5, 26)
    assert named(events(Client(), address_of(turn.cast.jonas)), "Skriv") == []
    Treatment.objects.filter(pk=turn.item.pk).update(access="closed_title_hidden")
    text = Client().get(address).content.decode()
    assert turn.item.title not in text.replace("\r\n ", "")
    assert "Skriv et lukket punkt" in text
    turn.item.refresh_from_db()
    turn.ready()
    assert named(events(Client(), address), "Skriv") == []


def test_a_meeting_called_off_is_told_for_ninety_days(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    do(actions.cancel_meeting, meeting, reason="For få sager", by=cast.stine, at=NOW)
    client, address = Client(), address_of(cast.stine)
    (event,) = [event for event in events(client, address) if isinstance(event["dtstart"].dt, datetime)]
    assert str(event["status"]) == "CANCELLED"
    assert str(event["transp"]) == "TRANSPARENT"
    for days, told in ((89, 1), (91, 0)):
        with time_machine.travel(NOW + timedelta(days=days), tick=False):
            assert len(events(client, address)) == told


def test_the_number_of_queries_does_not_follow_the_meetings(now: datetime) -> None:
    cast = a_cast()
    a_meeting(cast)
    address = address_of(cast.stine)
    Client().get(address)
    with CaptureQueriesContext(connection) as one:
        Client().get(address)
    for month, day in ((9, 8), (10, 6), (11, 10)):
        a_meeting(cast, starts_at=datetime(2027, month, day, 9, 0, tzinfo=NOW.tzinfo), slot=f"x{month}")
    with CaptureQueriesContext(connection) as many:
        Client().get(address)
    assert len(many) <= len(one)
