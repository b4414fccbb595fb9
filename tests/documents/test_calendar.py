"""Calendar messages, read back by a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from styrehjul.documents.calendar import (
    Answer,
    Attendee,
    Event,
    FeedEntry,
    Method,
    feed,
    invitation,
    new_uid,
    next_stamp,
)
from styrehjul.kernel.danish import ZONE

STAMP = datetime(2027, 5, 19, 8, 0, tzinfo=UTC)
STINE = Attendee("stine@norddjurs.example", "Stine Holm", chair=True)
JONAS = Attendee("jonas@norddjurs.example", "Jonas Krog", Answer.YES)
ROOM = Attendee("kattegat@norddjurs.example", "Kattegat", room=True)


def an_event(**changes: Any) -> Event:
    event = Event(
        uid="moede-1@styrehjul.example",
        sequence=2,
        stamp=STAMP,
        starts_at=datetime(2027, 6, 9, 9, 0, tzinfo=ZONE),
        ends_at=datetime(2027, 6, 9, 11, 0, tzinfo=ZONE),
        summary="Styregruppen, 2. møde 2027",
        organizer="moeder@norddjurs.example",
        organizer_name="Norddjurs Kommune",
        location="Kattegat, rådhuset",
        attendees=(STINE, JONAS, ROOM),
    )
    return replace(event, **changes)


def read(data: bytes) -> tuple[Any, Any]:
    calendar: Any = Calendar.from_ical(data)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def people(event: Any) -> dict[str, Any]:
    found = event.get("attendee", [])
    return {str(a).removeprefix("mailto:"): a.params for a in (found if isinstance(found, list) else [found])}


def test_an_invitation_has_answer_buttons_for_its_receiver() -> None:
    data = invitation(an_event(), method=Method.REQUEST, recipient="Stine@Norddjurs.example")
    calendar, event = read(data)
    attendees = people(event)

    assert str(calendar["method"]) == "REQUEST"
    assert (str(event["uid"]), event["sequence"], event["dtstamp"].dt) == ("moede-1@styrehjul.example", 2, STAMP)
    assert str(event["organizer"]) == "mailto:moeder@norddjurs.example"
    assert set(attendees) == {"stine@norddjurs.example", "jonas@norddjurs.example", "kattegat@norddjurs.example"}
    assert attendees["stine@norddjurs.example"]["RSVP"] == "TRUE"
    assert "RSVP" not in attendees["jonas@norddjurs.example"]
    assert attendees["jonas@norddjurs.example"]["PARTSTAT"] == "ACCEPTED"
    room = attendees["kattegat@norddjurs.example"]
    assert (room["CUTYPE"], room["ROLE"], room["RSVP"]) == ("ROOM", "NON-PARTICIPANT", "TRUE")
    assert b"RRULE" not in data.split(b"BEGIN:VEVENT")[1]
    assert b"X-MICROSOFT" not in data


def test_the_receiver_must_be_invited() -> None:
    with pytest.raises(ValueError, match="attendee"):
        invitation(an_event(), method=Method.REQUEST, recipient="olga@norddjurs.example")


def test_a_cancellation_is_for_all() -> None:
    calendar, event = read(invitation(an_event(), method=Method.CANCEL, recipient=STINE.address))

    assert str(calendar["method"]) == "CANCEL"
    assert str(event["status"]) == "CANCELLED"
    assert len(people(event)) == 3


def test_a_removed_person_alone_is_told_and_the_meeting_is_not_cancelled() -> None:
    calendar, event = read(invitation(an_event(), method=Method.CANCEL, recipient=JONAS.address, removed=True))
    _, stranger = read(invitation(an_event(), method=Method.CANCEL, recipient="mette@norddjurs.example", removed=True))

    assert str(calendar["method"]) == "CANCEL"
    assert "status" not in event
    assert list(people(event)) == ["jonas@norddjurs.example"]
    assert list(people(stranger)) == ["mette@norddjurs.example"]


def test_the_zone_is_ours_and_in_rules() -> None:
    data = invitation(an_event(), method=Method.REQUEST, recipient=STINE.address).decode()
    zone = data.split("BEGIN:VTIMEZONE")[1].split("END:VTIMEZONE")[0]

    assert data.count("BEGIN:VTIMEZONE") == 1
    assert "RDATE" not in zone
    assert zone.count("RRULE:FREQ=YEARLY") == 2
    assert "DTSTART;TZID=Europe/Copenhagen:20270609T090000" in data


@given(st.datetimes(datetime(2026, 1, 1), datetime(2040, 12, 31)))  # noqa: DTZ001 - local times are what is drawn
def test_our_zone_agrees_with_the_worlds(local: datetime) -> None:
    if local.month in (3, 10) and local.day >= 25 and local.hour in (1, 2, 3):
        return  # the changeover hour has two right answers, or none
    zone = Calendar.from_ical(invitation(an_event(), method=Method.REQUEST, recipient=STINE.address))
    (own,) = zone.walk("VTIMEZONE")

    assert local.replace(tzinfo=own.to_tz(lookup_tzid=False)).utcoffset() == local.replace(tzinfo=ZONE).utcoffset()  # type: ignore[attr-defined]  # walk() is typed as any component


def test_the_stamp_always_moves_on() -> None:
    now = datetime(2027, 5, 19, 10, 0, 0, 900, tzinfo=ZONE)
    first = next_stamp(now, None)

    assert first == STAMP
    assert next_stamp(now, first) == first + timedelta(seconds=1)
    assert next_stamp(now - timedelta(days=1), first) > first


def test_uids_never_meet() -> None:
    assert new_uid("a.dk") != new_uid("a.dk")
    assert new_uid("a.dk").endswith("@a.dk")


NASTY = st.text(
    st.sampled_from("\"'\\,;:^=\r\n\t \x00\x1f\x7f\u2028æøåÆØÅ^n&<>@a") | st.characters(exclude_categories=["Cs"]),
    max_size=120,
)
ATTACK = '"\r\nATTENDEE:mailto:ond@fremmed.example\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nX-"'


@given(NASTY, NASTY, NASTY, NASTY)
def test_no_text_adds_a_person_or_an_event(name: str, summary: str, place: str, described: str) -> None:
    event = an_event(
        organizer_name=name + ATTACK, summary=ATTACK + summary, location=place + ATTACK, description=described + ATTACK,
        url="https://x.example/\r\nATTENDEE:mailto:ond@fremmed.example", attendees=(replace(STINE, name=ATTACK + name), ROOM),
    )  # fmt: skip
    calendar, found = read(invitation(event, method=Method.REQUEST, recipient=STINE.address))

    assert set(people(found)) == {STINE.address, ROOM.address}
    assert len(calendar.walk("VEVENT")) == 1
    assert str(found["organizer"]) == "mailto:moeder@norddjurs.example"


@given(st.text(st.sampled_from("abcæøåÆØÅ ,;:\\'^=-(){}"), max_size=80))
def test_ordinary_text_comes_back_as_it_was(text: str) -> None:
    expected = " ".join(text.split())
    event = an_event(summary=f"x{text}x", attendees=(replace(STINE, name=f"x{text}x"),), description=f"1: {text}\n2")
    _, found = read(invitation(event, method=Method.REQUEST, recipient=STINE.address))

    assert str(found["summary"]) == " ".join(f"x{text}x".split())
    assert str(people(found)[STINE.address]["CN"]) == " ".join(f"x{text}x".split()).replace("\\", "/")
    assert expected in " ".join(str(found["description"]).split())


def entries() -> list[FeedEntry]:
    changed = datetime(2027, 5, 1, 12, 0, 0, 5, tzinfo=ZONE)
    starts = datetime(2027, 6, 9, 9, 0, tzinfo=ZONE)
    return [
        FeedEntry(
            "moede-1@styrehjul.example", starts, starts + timedelta(hours=2), "Styregruppen", changed, "Kattegat"
        ),
        FeedEntry("moede-2@styrehjul.example", starts, None, "Programgruppen", changed, cancelled=True),
        FeedEntry("frist-1@styrehjul.example", date(2027, 6, 2), None, "Frist: udsendelse", changed),
        FeedEntry("seminar@styrehjul.example", date(2027, 6, 14), date(2027, 6, 15), "Seminar", changed),
    ]


def test_a_feed_is_no_invitation() -> None:
    data = feed("Møder i Norddjurs", entries())
    calendar: Any = Calendar.from_ical(data)
    found = {str(event["uid"]): event for event in calendar.walk("VEVENT")}

    assert "method" not in calendar
    assert str(calendar["name"]) == str(calendar["x-wr-calname"]) == "Møder i Norddjurs"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT6H" in data
    assert b"X-PUBLISHED-TTL:PT6H" in data
    assert all(uid.endswith("-feed") for uid in found)
    assert str(found["moede-2@styrehjul.example-feed"]["status"]) == "CANCELLED"
    deadline = found["frist-1@styrehjul.example-feed"]
    assert (deadline["dtstart"].dt, deadline["dtend"].dt, str(deadline["transp"])) == (
        date(2027, 6, 2), date(2027, 6, 3), "TRANSPARENT",
    )  # fmt: skip
    assert found["seminar@styrehjul.example-feed"]["dtend"].dt == date(2027, 6, 16)
    assert str(found["moede-1@styrehjul.example-feed"]["transp"]) == "OPAQUE"


def test_the_same_feed_is_the_same_bytes() -> None:
    assert feed("Møder", entries()) == feed("Møder", entries())
