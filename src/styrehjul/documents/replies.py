"""What other people's calendars send back (iTIP REPLY and COUNTER), read with mistrust.

A calendar may say whether somebody comes, and a word about it. Everything else in the message is left unread: time,
place and title are ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from icalendar import Calendar

from styrehjul.kernel.danish import ZONE

MOST_BYTES = 256 * 1024


@dataclass(frozen=True)
class CalendarAnswer:
    """One answer. Addresses are in small letters; `proposed` is another time, in a COUNTER."""

    method: str
    uid: str
    sequence: int
    stamp: datetime | None
    attendee: str
    sent_by: str
    partstat: str
    comment: str
    proposed: tuple[datetime, datetime] | None = None


def read_answer(data: bytes) -> CalendarAnswer | None:
    """The answer in a calendar part; None where it is none, or not one that can be read."""
    if len(data) > MOST_BYTES:
        return None
    try:
        calendar: Any = Calendar.from_ical(data.decode("utf-8", "replace"))
        events = calendar.walk("VEVENT")
        if len(events) != 1:
            return None
        return _answer(str(calendar.get("method", "")).strip().upper(), events[0])
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):
        # Whatever a stranger's program wrote: what is not understood is not an answer.
        return None


def _answer(method: str, event: Any) -> CalendarAnswer | None:
    attendees = _listed(event.get("attendee"))
    # A REPLY is from one person; with several nobody can tell whose word it is.
    if method not in ("REPLY", "COUNTER") or len(attendees) != 1:
        return None
    who = attendees[0]
    params = getattr(who, "params", {})
    starts = _moment(event.get("dtstart")) if method == "COUNTER" else None
    ends = _moment(event.get("dtend")) if method == "COUNTER" else None
    return CalendarAnswer(
        method=method,
        uid=str(event.get("uid", "")).strip(),
        sequence=int(event.get("sequence", 0)),
        stamp=_moment(event.get("dtstamp")),
        attendee=address_of(str(who)),
        sent_by=address_of(str(params.get("SENT-BY", ""))),
        partstat=str(params.get("PARTSTAT", "")).upper(),
        comment=_words(event.get("comment")),
        proposed=(starts, ends or starts) if starts else None,
    )


def address_of(written: str) -> str:
    """ "mailto:Stine@Norddjurs.dk" -> "stine@norddjurs.dk"."""
    address = written.strip().strip('"').casefold()
    return address.removeprefix("mailto:").strip()


def _listed(found: Any) -> list[Any]:
    return [] if found is None else found if isinstance(found, list) else [found]


def _moment(found: Any) -> datetime | None:
    value = getattr(found, "dt", None)
    if not isinstance(value, datetime):
        return None
    return (value if value.tzinfo else value.replace(tzinfo=ZONE)).astimezone(UTC)


def _words(found: Any) -> str:
    """All comments as one line without control characters."""
    text = " ".join(str(part) for part in _listed(found))
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:300]
