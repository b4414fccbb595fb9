"""What other calendars answer, read with mistrust."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.documents.replies import MOST_BYTES, CalendarAnswer, read_answer

# As Outlook writes it: its own zone, a folded line, a title of its own, and more than was asked for.
OUTLOOK = """BEGIN:VCALENDAR
PRODID:Microsoft Exchange Server 2010
METHOD:REPLY
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT=ACCEPTED;CN="Holm, Stine":mailto:Stine.Holm@Norddjurs.ex
 ample
COMMENT;LANGUAGE=da-DK:Jeg kommer\\, men går kl. 10.\\n
UID:moede-1@styrehjul.example
SUMMARY;LANGUAGE=da-DK:Accepteret: Møde i styregruppen
DTSTART;TZID=Romance Standard Time:20270609T090000
DTEND;TZID=Romance Standard Time:20270609T110000
CLASS:PUBLIC
DTSTAMP:20270520T081500Z
SEQUENCE:3
X-MICROSOFT-CDO-APPT-SEQUENCE:3
END:VEVENT
END:VCALENDAR
"""


def wire(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def test_an_answer_from_outlook() -> None:
    assert read_answer(wire(OUTLOOK)) == CalendarAnswer(
        method="REPLY", uid="moede-1@styrehjul.example", sequence=3, stamp=datetime(2027, 5, 20, 8, 15, tzinfo=UTC),
        attendee="stine.holm@norddjurs.example", sent_by="", partstat="ACCEPTED", comment="Jeg kommer, men går kl. 10.",
    )  # fmt: skip


def test_a_delegate_is_told_as_such() -> None:
    answer = read_answer(wire(OUTLOOK.replace(';CN="Holm, Stine"', ';SENT-BY="mailto:Peter@Norddjurs.example"')))
    assert answer is not None
    assert answer.sent_by == "peter@norddjurs.example"


def test_another_time_is_read_from_a_counter_alone() -> None:
    counter = read_answer(wire(OUTLOOK.replace("METHOD:REPLY", "METHOD:COUNTER")))
    assert counter is not None
    assert counter.proposed == (datetime(2027, 6, 9, 7, 0, tzinfo=UTC), datetime(2027, 6, 9, 9, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    "text",
    [
        OUTLOOK.replace("METHOD:REPLY\n", ""),
        OUTLOOK.replace("METHOD:REPLY", "METHOD:REQUEST"),
        OUTLOOK.replace("METHOD:REPLY", "METHOD:CANCEL"),
        OUTLOOK.replace("UID:", "ATTENDEE;PARTSTAT=DECLINED:mailto:chef@norddjurs.example\nUID:"),
        OUTLOOK.replace("ATTENDEE", "X-ATTENDEE"),
        OUTLOOK.replace("END:VCALENDAR", "BEGIN:VEVENT\nUID:2\nEND:VEVENT\nEND:VCALENDAR"),
        OUTLOOK.replace("SEQUENCE:3", "SEQUENCE:mange"),
        OUTLOOK.replace("BEGIN:VEVENT", "BEGIN:VTODO").replace("END:VEVENT", "END:VTODO"),
        "",
        "ikke en kalender",
        "BEGIN:VCALENDAR",
    ],
)
def test_what_is_no_answer_from_one_person_is_none(text: str) -> None:
    assert read_answer(wire(text)) is None


def test_a_huge_calendar_is_not_read() -> None:
    assert read_answer(wire(OUTLOOK.replace("Jeg kommer", "x" * MOST_BYTES))) is None


@given(st.binary(max_size=300), st.integers(0, len(OUTLOOK)))
def test_a_broken_calendar_breaks_nothing(junk: bytes, place: int) -> None:
    raw = wire(OUTLOOK)
    found = read_answer(raw[:place] + junk + raw[place:])
    assert found is None or (found.method in ("REPLY", "COUNTER") and len(found.comment) <= 300)


@given(st.text(max_size=200))
def test_a_comment_is_one_line_that_can_be_shown(text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")
    found = read_answer(wire(OUTLOOK.replace("Jeg kommer\\, men går kl. 10.\\n", escaped)))
    if found is not None:
        assert found.comment.isprintable()
        assert found.attendee == "stine.holm@norddjurs.example"
