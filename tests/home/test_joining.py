"""What the packages above do when a holder leaves or another kommissorium comes into force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from styrehjul.bodies.actions import edit_kommissorium
from styrehjul.bodies.hooks import handover_of
from styrehjul.bodies.queries import kommissorium_on
from styrehjul.kernel.danish import ZONE
from styrehjul.meetings.actions import add_item, plan_meeting
from styrehjul.meetings.models import Meeting
from tests import making

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def a_meeting(cast: making.Cast, day: date) -> Meeting:
    start = datetime(day.year, day.month, day.day, 9, tzinfo=ZONE)
    return plan_meeting(
        body=cast.steering, year=day.year, slot=f"{day:%m}", starts_at=start, ends_at=start + timedelta(hours=2), by=None,
        at=making.NOW,
    )  # fmt: skip


def dispatch_on(meeting: Meeting) -> date:
    return meeting.deadlines.get(code="dispatch").at.astimezone(ZONE).date()


def with_dispatch(days: int, *, start: date) -> None:
    text = kommissorium_on(making.TODAY)
    body = text.body("styregruppe")
    rules = tuple(replace(rule, number=days) if rule.code == "dispatch" else rule for rule in body.deadlines)
    bodies = tuple(replace(row, deadlines=rules) if row.code == "styregruppe" else row for row in text.bodies)
    edit_kommissorium(replace(text, bodies=bodies), applies_from=start, decision="x", by=None, at=making.NOW)


def test_r24_a_changed_deadline_moves_only_meetings_from_its_date() -> None:
    cast = making.a_cast(areas=1)
    near, far = a_meeting(cast, date(2027, 6, 9)), a_meeting(cast, date(2027, 9, 8))
    before_near, before_far = dispatch_on(near), dispatch_on(far)
    with_dispatch(8, start=date(2027, 7, 1))
    assert dispatch_on(near) == before_near
    assert dispatch_on(far) == date(2027, 8, 27)
    assert dispatch_on(far) < before_far


def test_nobody_is_made_late_by_a_change_of_rules() -> None:
    cast = making.a_cast(areas=1)
    meeting = a_meeting(cast, date(2027, 6, 9))
    before = dispatch_on(meeting)
    with_dispatch(18, start=date(2027, 5, 1))
    assert dispatch_on(meeting) == before


def test_a_sent_agenda_keeps_its_deadlines() -> None:
    cast = making.a_cast(areas=1)
    meeting = a_meeting(cast, date(2027, 9, 8))
    before = dispatch_on(meeting)
    meeting.agenda_state = "sent"
    meeting.save()
    with_dispatch(8, start=date(2027, 7, 1))
    assert dispatch_on(meeting) == before


def test_the_hand_over_names_open_items_and_meetings() -> None:
    cast = making.a_cast(areas=1)
    meeting = a_meeting(cast, date(2027, 6, 9))
    add_item(meeting, title="Fælles indgang", kind="decision", responsible=cast.mette, by=cast.peter, at=making.NOW)
    lines = handover_of(cast.mette, making.TODAY)
    assert "Fælles indgang" in {line.title for line in lines}
    secretary = handover_of(cast.peter, making.TODAY)
    assert {line.url for line in secretary} >= {meeting.get_absolute_url()}
    assert handover_of(cast.olga, making.TODAY) == []
    where = f"{cast.mette.get_absolute_url()}overdragelse/"
    assert "Fælles indgang" in making.signed_in(cast.peter).get(where).content.decode()
    # The draft's title is for those who prepare it; everybody else is told that there is one.
    for person in (cast.ada, cast.olga):
        page = making.signed_in(person).get(where).content.decode()
        assert "Fælles indgang" not in page
        assert "Et punkt i styregruppen" in page
