"""Whoever may lay out the year was refused halfway where another body had another secretary."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from styrehjul.bodies.actions import end_holding, seat_person
from styrehjul.meetings.models import Meeting
from tests.making import NOW, a_cast, a_person, signed_in
from tests.meetings.pages import press

pytestmark = pytest.mark.django_db


def test_the_year_of_all_bodies_is_laid_out_by_either_secretary(now: datetime) -> None:
    cast = a_cast()
    held = cast.programme.holdings.get(person=cast.peter)
    end_holding(held, last_day=date(2027, 5, 1), by=None, at=NOW)
    other = a_person("Nana Friis", unit=cast.digitalisation)
    seat_person(cast.programme, held.seat_key, other, start=date(2027, 5, 2), by=None, at=NOW)
    done = press(signed_in(other), "/aarshjul/2028/opret/")
    assert done.status_code == 302
    assert Meeting.objects.filter(year=2028, body=cast.steering).count() == 4
    assert Meeting.objects.filter(year=2028, body=cast.programme).count() == 4
