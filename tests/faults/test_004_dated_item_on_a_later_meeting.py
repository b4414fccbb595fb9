"""An item with a date of its own stood on the first meeting from that day, and the wheel missed it in the quarter before."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from styrehjul.wheel.actions import roll_year
from styrehjul.wheel.queries import year_of
from tests.making import EXAMPLE, NOW, a_municipality
from tests.meetings.turn import do

pytestmark = pytest.mark.django_db


def test_every_item_of_the_wheel_leads_to_the_meeting_that_bears_it(now: datetime) -> None:
    a_municipality(EXAMPLE)
    do(roll_year, 2027, by=None, at=NOW.replace(month=1, day=2))
    lines = [
        line for quarter in year_of(2027, date(2027, 1, 3)).quarters for box in quarter.boxes for line in box.items
    ]
    assert [line.title for line in lines if not line.url] == []
    [yearly] = [line for line in lines if line.key == "aarsberetning"]
    assert yearly.url
