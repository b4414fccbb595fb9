"""The portfolio's item on a meeting a year ahead counted changes from a day that had not come: it was always empty."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.making import a_cast, signed_in
from tests.meetings.pages import text_of
from tests.meetings.turn import MEETING_AT, a_meeting, a_proposal

pytestmark = pytest.mark.django_db


def test_the_item_tells_of_the_quarter_that_has_been(now: datetime) -> None:
    cast = a_cast()
    far = a_meeting(cast, starts_at=MEETING_AT + timedelta(days=364), slot="q2")
    a_proposal(cast, title="Robot på posthuset")
    item = far.treatments.get(standing_key="justering_projektportefoelje")
    told = text_of(signed_in(cast.peter).get(item.get_absolute_url()))
    assert "Robot på posthuset" in told
    assert "Ændringer siden 1" in told
    assert "februar" in told
