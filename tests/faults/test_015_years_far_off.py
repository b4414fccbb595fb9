"""A meeting moved to the year 1 or 9999 broke the page off: its deadlines fell outside the calendar."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.making import a_cast, signed_in
from tests.meetings.turn import a_meeting

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_meeting_is_not_moved_out_of_the_calendar(now: datetime, day: str) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    begins = meeting.starts_at
    answer = signed_in(cast.peter).post(
        f"{meeting.get_absolute_url()}flyt/", {"day": day, "start": "09:00", "end": "11:00"}
    )
    assert answer.status_code == 422
    assert "er nok en slåfejl. Brug et år mellem 1990 og 2100." in answer.content.decode()
    meeting.refresh_from_db()
    assert meeting.starts_at == begins
