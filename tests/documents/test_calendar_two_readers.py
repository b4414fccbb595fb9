"""Invitations read back by two readers that know nothing of each other: both must see what was meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]  # a reader for tests; it has no types
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from styrehjul.documents.calendar import Attendee, Event, Method, invitation
from styrehjul.kernel.danish import ZONE

STAMP = datetime(2027, 5, 19, 8, 0, tzinfo=UTC)
STINE, JONAS = "stine@norddjurs.example", "jonas@norddjurs.example"
ROOM = "kattegat@norddjurs.example"


@dataclass(frozen=True)
class Seen:
    """What a reader sees of an invitation."""

    method: str
    uid: str
    sequence: int
    stamp: datetime
    starts: datetime
    ends: datetime
    summary: str
    location: str
    description: str
    organizer: str
    people: frozenset[tuple[str, str, str, str]]


def moment(value: datetime) -> datetime:
    """A time without a zone is nobody's: a reader elsewhere takes it for its own."""
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def by_icalendar(data: bytes) -> Seen:
    calendar: Any = Calendar.from_ical(data)
    (event,) = calendar.walk("VEVENT")
    found = event["attendee"]
    people = found if isinstance(found, list) else [found]
    return Seen(
        str(calendar["method"]),
        str(event["uid"]),
        int(event["sequence"]),
        moment(event["dtstamp"].dt),
        moment(event["dtstart"].dt),
        moment(event["dtend"].dt),
        str(event["summary"]),
        str(event.get("location", "")),
        str(event.get("description", "")),
        str(event["organizer"]),
        frozenset((str(a), str(a.params["CN"]), str(a.params["ROLE"]), str(a.params["PARTSTAT"])) for a in people),
    )


def by_vobject(data: bytes) -> Seen:
    calendar = vobject.readOne(data.decode())
    (event,) = calendar.vevent_list
    return Seen(
        calendar.method.value,
        event.uid.value,
        int(event.sequence.value),
        moment(event.dtstamp.value),
        moment(event.dtstart.value),
        moment(event.dtend.value),
        event.summary.value,
        event.location.value if hasattr(event, "location") else "",
        event.description.value if hasattr(event, "description") else "",
        event.organizer.value,
        frozenset(
            (a.value, a.params["CN"][0], a.params["ROLE"][0], a.params["PARTSTAT"][0]) for a in event.attendee_list
        ),
    )


READERS = (by_icalendar, by_vobject)


def local(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=ZONE)


CHANGES = [
    date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31), date(2028, 3, 26), date(2028, 10, 29), date(2029, 3, 25),
]  # fmt: skip
# The days around each change, leap day, the turns of the year, week 53, and a plain year of meetings.
DAYS = [
    *(day + timedelta(days=n) for day in CHANGES for n in (-1, 0, 1)),
    date(2028, 2, 29), date(2027, 12, 31), date(2028, 1, 1), date(2026, 12, 31), date(2032, 12, 31), date(2033, 1, 3),
    *(date(2027, month, 9) for month in range(1, 13)),
    date(2030, 6, 21), date(2035, 12, 21), date(2040, 3, 25), date(2040, 10, 28),
]  # fmt: skip
TIMES = ((8, 15), (10, 45)), ((0, 0), (23, 59)), ((3, 30), (12, 0))


def an_event(starts: datetime, ends: datetime, number: int = 0) -> Event:
    return Event(
        uid=f"moede-{number}@styrehjul.example", sequence=number, stamp=STAMP + timedelta(seconds=number),
        starts_at=starts, ends_at=ends, summary=f"Møde i styregruppen, nr. {number}; æøå ÆØÅ \\ slut",
        organizer="moeder@norddjurs.example", organizer_name="Norddjurs Kommune", location="Kattegat, rådhuset; 2. sal",
        description="Dagsorden:\nhttps://styrehjul.example/moeder/1/, og \"bilag\"",
        attendees=(Attendee(STINE, 'Stine "Formand" Holm, chef', chair=True), Attendee(JONAS, "Jonas Ærø-Ågård"), Attendee(ROOM, "Kattegat", room=True)),
    )  # fmt: skip


def meant(event: Event, method: Method) -> Seen:
    roles = {STINE: "CHAIR", JONAS: "REQ-PARTICIPANT", ROOM: "NON-PARTICIPANT"}
    names = {STINE: "Stine 'Formand' Holm, chef", JONAS: "Jonas Ærø-Ågård", ROOM: "Kattegat"}
    return Seen(
        method.value, event.uid, event.sequence, event.stamp, event.starts_at.astimezone(UTC), event.ends_at.astimezone(UTC),
        event.summary, event.location, event.description, "mailto:moeder@norddjurs.example",
        frozenset((f"mailto:{who}", names[who], role, "NEEDS-ACTION") for who, role in roles.items()),
    )  # fmt: skip


def test_there_are_forty_days_and_both_changes_of_the_clock_among_them() -> None:
    assert len(set(DAYS)) >= 40
    offsets = {local(day, 12).utcoffset() for day in CHANGES}
    assert offsets == {timedelta(hours=1), timedelta(hours=2)}


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("method", [Method.REQUEST, Method.CANCEL])
def test_each_reader_sees_what_was_meant_on_every_day(read: Any, method: Method) -> None:
    wrong = []
    for number, day in enumerate(DAYS):
        for begins, stops in TIMES:
            event = an_event(local(day, *begins), local(day, *stops), number)
            if read(invitation(event, method=method, recipient=STINE)) != meant(event, method):
                wrong.append((day, begins))
    assert wrong == []


@pytest.mark.parametrize("read", READERS)
def test_a_meeting_over_the_change_of_the_clock_is_as_long_as_it_is(read: Any) -> None:
    for day, hours in ((date(2027, 3, 28), 5), (date(2027, 10, 31), 7)):
        event = an_event(local(day - timedelta(days=1), 22), local(day, 4))
        seen = read(invitation(event, method=Method.REQUEST, recipient=STINE))
        assert seen == meant(event, Method.REQUEST)
        assert seen.ends - seen.starts == timedelta(hours=hours)


@pytest.mark.parametrize("read", READERS)
def test_moved_over_the_change_of_the_clock_it_keeps_its_hour(read: Any) -> None:
    before, after = local(date(2027, 10, 29), 9), local(date(2027, 11, 1), 9)
    seen = [
        read(invitation(an_event(at, at + timedelta(hours=2)), method=Method.REQUEST, recipient=STINE)).starts
        for at in (before, after)
    ]
    assert seen == [datetime(2027, 10, 29, 7, tzinfo=UTC), datetime(2027, 11, 1, 8, tzinfo=UTC)]


@pytest.mark.parametrize("read", READERS)
def test_a_time_without_its_zone_would_be_found(read: Any) -> None:
    """The comparison itself is tried: times written without a zone are not what was meant."""
    event = an_event(local(date(2027, 6, 9), 9), local(date(2027, 6, 9), 11))
    naive = invitation(event, method=Method.REQUEST, recipient=STINE).replace(b";TZID=Europe/Copenhagen", b"")
    assert read(naive) != meant(event, Method.REQUEST)


NAMES = st.text(st.sampled_from("\"'\\,;:=\r\n\t æøåÆØÅéüabcABC-.()<>&@"), min_size=1, max_size=40)


def shown(name: str) -> str:
    return " ".join(name.split()).replace('"', "'").replace("\\", "/")


@given(NAMES, NAMES)
def test_names_arrive_in_both_readers_as_they_can_be_written(name: str, other: str) -> None:
    name, other = f"A{name}A", f"B{other}B"
    at = local(date(2027, 6, 9), 9)
    event = Event(
        uid="moede-1@styrehjul.example", sequence=0, stamp=STAMP, starts_at=at, ends_at=at + timedelta(hours=1),
        summary=name, organizer="moeder@norddjurs.example", organizer_name=other, location=other,
        attendees=(Attendee(STINE, name), Attendee(JONAS, other)),
    )  # fmt: skip
    data = invitation(event, method=Method.REQUEST, recipient=STINE)
    for read in READERS:
        seen = read(data)
        people = {who.removeprefix("mailto:"): cn for who, cn, _, _ in seen.people}
        assert people == {STINE: shown(name), JONAS: shown(other)}
        assert seen.summary == " ".join(name.split())
        assert seen.location == " ".join(other.split())
        assert seen.starts == at.astimezone(UTC)
