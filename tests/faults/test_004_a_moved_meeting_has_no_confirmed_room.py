"""A meeting that was moved went on saying that its room was confirmed, though the room was booked for the old time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from styrehjul.meetings import actions
from tests.meetings.turn import NOW, a_turn, do


@pytest.mark.django_db
def test_the_room_is_to_be_booked_again_when_the_time_changes() -> None:
    turn = a_turn()
    do(actions.set_room, turn.meeting, place="Kattegat", room_state="confirmed", by=turn.cast.peter, at=NOW)
    starts, ends = turn.fresh.starts_at, turn.fresh.ends_at

    do(actions.move_meeting, turn.fresh, starts_at=starts, ends_at=ends, by=turn.cast.peter, at=NOW)
    assert turn.fresh.room_state == "confirmed"

    week = timedelta(days=7)
    do(actions.move_meeting, turn.fresh, starts_at=starts + week, ends_at=ends + week, by=turn.cast.peter, at=NOW)
    assert (turn.fresh.place, turn.fresh.room_state) == ("Kattegat", "wanted")
