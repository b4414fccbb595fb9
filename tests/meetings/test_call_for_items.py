"""The call for items: those at the table are asked once, in time, and reminded of the last day in the day's one mail."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from styrehjul.bodies.queries import calendar
from styrehjul.kernel.danish import ZONE
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.facts import ITEMS_CLOSED, deadline_of
from styrehjul.meetings.queries.reminders import digests
from styrehjul.meetings.queries.seats import MEMBER_KINDS, day_of, receivers
from styrehjul.meetings.tasks import call_for_items
from tests.making import NOW, Cast, a_cast
from tests.meetings.turn import a_meeting, do

pytestmark = pytest.mark.django_db


def a_distant_meeting(cast: Cast, day: int = 8, slot: str = "q3") -> Meeting:
    """Planned so early that the day for the call is still ahead."""
    return a_meeting(cast, starts_at=datetime(2027, 9, day, 9, 0, tzinfo=ZONE), slot=slot)


def called(meeting: Meeting) -> datetime:
    due = deadline_of(meeting, "call")
    assert due is not None
    return datetime.combine(day_of(due), time(7, 0), tzinfo=ZONE)


def asked() -> set[str]:
    return set(OutboxMessage.objects.filter(kind="call_for_items").values_list("recipient", flat=True))


def test_on_its_day_everybody_at_the_table_is_asked_once() -> None:
    cast = a_cast()
    meeting = a_distant_meeting(cast)
    at = called(meeting)
    assert call_for_items(at - timedelta(hours=8)) == call_for_items(at - timedelta(minutes=1)) == 0
    assert call_for_items(at) == 1
    members = {one.person.email for one in receivers(meeting) if one.kind in MEMBER_KINDS}
    assert asked() == members - {""}
    assert cast.peter.email not in asked(), "the secretary gathers the items and is not asked for them"
    assert call_for_items(at + timedelta(hours=1)) == 0
    assert OutboxMessage.objects.filter(kind="call_for_items").count() == len(members - {""})
    text = OutboxMessage.objects.filter(kind="call_for_items").first().text_body  # type: ignore[union-attr]
    closes = deadline_of(meeting, ITEMS_CLOSED)
    assert closes is not None
    assert f"{day_of(closes).day}. " in text


def test_nobody_is_asked_for_a_meeting_that_takes_no_more_items() -> None:
    cast = a_cast()
    late, gone = a_distant_meeting(cast), a_distant_meeting(cast, 22, "q4")
    closes = deadline_of(late, ITEMS_CLOSED)
    assert closes is not None
    do(actions.cancel_meeting, gone, reason="Ingen sager", by=cast.stine, at=NOW)
    call_for_items(closes + timedelta(days=1))
    assert asked() == set()


def test_the_last_day_is_told_in_the_one_mail_of_the_day_and_only_until_it_has_passed() -> None:
    cast = a_cast()
    meeting = a_distant_meeting(cast)
    closes = deadline_of(meeting, ITEMS_CLOSED)
    assert closes is not None
    soon = calendar().working_days_before(day_of(closes), 2)
    assert not told_of(soon), "nobody was asked yet"
    call_for_items(called(meeting))
    assert cast.stine.email in told_of(soon)
    do(actions.close_for_items, meeting, by=cast.peter, at=closes)
    assert not told_of(calendar().working_days_after(day_of(closes), 1))


def told_of(day: date) -> set[str]:
    """Who is told of a last day for items that day."""
    return {
        digest.person.email
        for digest in digests(day, day - timedelta(days=1))
        for line in digest.lines
        if line.duty.title.startswith("Sidste dag for punkter")
    }
