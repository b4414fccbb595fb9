"""A meeting that lay before the day of taking into use, in a quarter that began before it, was told as not made yet."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from styrehjul.bodies.actions import change_municipality
from styrehjul.bodies.queries import municipality
from styrehjul.wheel.actions import roll_year
from styrehjul.wheel.queries import year_of
from tests.making import NOW, TODAY, a_cast
from tests.meetings.turn import do

pytestmark = pytest.mark.django_db


def test_a_body_whose_meeting_was_earlier_in_the_quarter_owes_nothing(now: datetime) -> None:
    cast = a_cast()
    # The programme group's second meeting would have been on 11 May; the steering group's is on 9 June.
    do(change_municipality, municipality(), in_use_from=date(2027, 5, 15), by=None, at=NOW)
    do(roll_year, 2027, by=None, at=NOW)
    boxes = {box.body.code: box for box in year_of(2027, TODAY).quarters[1].boxes}
    programme, steering = boxes[cast.programme.code], boxes[cast.steering.code]
    assert {line.state for line in programme.items} == {"before_use"}
    assert not programme.meetings
    assert {line.state for line in steering.items} == {"planned"}
