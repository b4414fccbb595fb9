"""The wheel led everybody to the standing items of meetings still being prepared, where most people met a 404."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from styrehjul.wheel.actions import roll_year
from tests.making import NOW, a_cast, signed_in
from tests.meetings.turn import do

pytestmark = pytest.mark.django_db


def test_every_link_of_the_wheel_can_be_followed_by_an_employee(now: datetime) -> None:
    cast = a_cast()
    do(roll_year, 2027, by=None, at=NOW)
    olga = signed_in(cast.olga)
    page = olga.get("/aarshjul/2027/").content.decode()
    links = set(re.findall(r'href="(/moeder/[^"#?]+)', page))
    assert len(links) > 4
    assert {olga.get(link).status_code for link in links} == {200}
