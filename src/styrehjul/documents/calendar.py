"""Calendar messages: invitations that Outlook answers (iTIP, RFC 5546) and feeds that calendars subscribe to.

The rules that are easy to break, and what breaks with them: METHOD stands in the calendar and in the mail's header;
one VEVENT a message and no RRULE; our own VTIMEZONE in RRULE form, because desktop Outlook has misread the RDATEs that
libraries write for this very zone; the UIDs of a feed are never those of the invitations, or calendars merge them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import cast
from uuid import uuid4

from icalendar import Calendar, Timezone, vCalAddress, vDuration, vText, vUri
from icalendar import Event as VEvent

from styrehjul.kernel.danish import ZONE

PRODUCT = "-//Styrehjul//Styrehjul//DA"
COPENHAGEN = """BEGIN:VTIMEZONE
TZID:Europe/Copenhagen
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


class Method(StrEnum):
    """What the message asks the receiver's calendar to do."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


class Answer(StrEnum):
    """What an attendee has answered."""

    NONE = "NEEDS-ACTION"
    YES = "ACCEPTED"
    NO = "DECLINED"
    MAYBE = "TENTATIVE"


@dataclass(frozen=True)
class Attendee:
    """Somebody invited, or a room's mailbox."""

    address: str
    name: str = ""
    answer: Answer = Answer.NONE
    chair: bool = False
    room: bool = False


@dataclass(frozen=True)
class Event:
    """A meeting as a calendar sees it. UID, sequence and stamp are kept by whoever owns the meeting.

    `sequence` goes up for time, place, link, cancellation and a removed attendee, and for nothing else.
    """

    uid: str
    sequence: int
    stamp: datetime
    starts_at: datetime
    ends_at: datetime
    summary: str
    organizer: str
    organizer_name: str = ""
    sent_by: str = ""
    location: str = ""
    description: str = ""
    url: str = ""
    attendees: tuple[Attendee, ...] = ()


@dataclass(frozen=True)
class FeedEntry:
    """A line of a feed. `starts` as a date is a whole day that leaves the person free; so does what is not `busy`."""

    uid: str
    starts: datetime | date
    ends: datetime | date | None
    summary: str
    changed_at: datetime
    location: str = ""
    description: str = ""
    url: str = ""
    cancelled: bool = False
    busy: bool = True


def new_uid(host: str) -> str:
    """A UID for the life of a meeting, to be stored: a changed host or title never changes it."""
    return f"moede-{uuid4()}@{host}"


def next_stamp(now: datetime, last: datetime | None) -> datetime:
    """DTSTAMP of the next message: now in whole seconds, and always later than the last one for that UID."""
    stamp = now.astimezone(UTC).replace(microsecond=0)
    return stamp if last is None or stamp > last else last + timedelta(seconds=1)


def invitation(event: Event, *, method: Method, recipient: str, removed: bool = False) -> bytes:
    """The calendar part of one mail to one recipient.

    REQUEST invites or moves; CANCEL calls the meeting off for all, or, with `removed`, takes the recipient alone out
    of it: then only that one is listed and nothing says that the meeting is cancelled.
    """
    attendees = event.attendees
    if removed:
        attendees = tuple(a for a in attendees if _same(a.address, recipient)) or (Attendee(recipient),)
    elif not any(_same(attendee.address, recipient) for attendee in attendees):
        raise ValueError("the recipient must be an attendee, or the answer buttons are grey")
    calendar = _calendar()
    calendar.add("method", method.value)
    calendar.add_component(_own_zone())
    entry = VEvent()
    entry.add("uid", vText(event.uid))
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", event.stamp.astimezone(UTC))
    entry.add("dtstart", event.starts_at.astimezone(ZONE))
    entry.add("dtend", event.ends_at.astimezone(ZONE))
    entry.add("summary", _line(event.summary))
    _add_texts(entry, event.location, event.description, event.url)
    entry.add("organizer", _organizer(event))
    for attendee in attendees:
        entry.add("attendee", _attendee(attendee))
    if method is Method.REQUEST:
        entry.add("status", "CONFIRMED")
    elif not removed:
        entry.add("status", "CANCELLED")
    entry.add("transp", "OPAQUE")
    calendar.add_component(entry)
    return bytes(calendar.to_ical(sorted=False))


def feed(name: str, entries: Iterable[FeedEntry]) -> bytes:
    """A calendar to subscribe to. The same entries give the same bytes, so its hash can be its ETag."""
    calendar = _calendar()
    calendar.add("name", vText(_line(name)))
    calendar.add("x-wr-calname", vText(_line(name)))
    refresh = vDuration(timedelta(hours=6))
    refresh.params["VALUE"] = "DURATION"
    calendar.add("refresh-interval", refresh)
    calendar.add("x-published-ttl", vText("PT6H"))
    calendar.add_component(_own_zone())
    for entry in entries:
        calendar.add_component(_feed_event(entry))
    return bytes(calendar.to_ical(sorted=False))


def _feed_event(entry: FeedEntry) -> VEvent:
    shown = VEvent()
    shown.add("uid", vText(f"{entry.uid}-feed"))
    shown.add("dtstamp", entry.changed_at.astimezone(UTC).replace(microsecond=0))
    shown.add("last-modified", entry.changed_at.astimezone(UTC).replace(microsecond=0))
    if isinstance(entry.starts, datetime):
        shown.add("dtstart", entry.starts.astimezone(ZONE))
        if isinstance(entry.ends, datetime):
            shown.add("dtend", entry.ends.astimezone(ZONE))
    else:
        last = entry.ends or entry.starts
        shown.add("dtstart", entry.starts)
        # The end of a whole day is the morning after.
        shown.add("dtend", (last.date() if isinstance(last, datetime) else last) + timedelta(days=1))
    shown.add("summary", _line(entry.summary))
    _add_texts(shown, entry.location, entry.description, entry.url)
    shown.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    taken = isinstance(entry.starts, datetime) and entry.busy and not entry.cancelled
    shown.add("transp", "OPAQUE" if taken else "TRANSPARENT")
    return shown


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def _own_zone() -> Timezone:
    return cast(Timezone, Timezone.from_ical(COPENHAGEN.replace("\n", "\r\n")))


def _add_texts(entry: VEvent, location: str, description: str, url: str) -> None:
    if location:
        entry.add("location", _line(location))
    if description:
        entry.add("description", _lines(description))
    if url.startswith(("https://", "http://")):
        entry.add("url", vUri(_unbroken(url)))


def _organizer(event: Event) -> vCalAddress:
    organizer = vCalAddress(f"mailto:{_unbroken(event.organizer)}")
    if event.organizer_name:
        organizer.params["CN"] = _name(event.organizer_name)
    if event.sent_by:
        organizer.params["SENT-BY"] = f"mailto:{_unbroken(event.sent_by)}"
    return organizer


def _attendee(attendee: Attendee) -> vCalAddress:
    address = vCalAddress(f"mailto:{_unbroken(attendee.address)}")
    if attendee.name:
        address.params["CN"] = _name(attendee.name)
    address.params["CUTYPE"] = "ROOM" if attendee.room else "INDIVIDUAL"
    address.params["ROLE"] = "NON-PARTICIPANT" if attendee.room else "CHAIR" if attendee.chair else "REQ-PARTICIPANT"
    address.params["PARTSTAT"] = attendee.answer.value
    if attendee.room or attendee.answer is Answer.NONE:
        address.params["RSVP"] = "TRUE"
    return address


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _unbroken(address: str) -> str:
    """An address or link without white space and control characters: a line break would begin a property of its own."""
    return "".join(c for c in address if not c.isspace() and unicodedata.category(c)[0] != "C")


def _line(text: str) -> str:
    """One line of text."""
    return " ".join(_lines(text).split())


def _lines(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))


def _name(name: str) -> str:
    """A CN parameter has no way to hold a double quote, and readers differ about a backslash: neither is sent."""
    return _line(name).replace('"', "'").replace("\\", "/")
