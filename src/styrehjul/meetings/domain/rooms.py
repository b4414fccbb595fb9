"""A room's own calendar: what a test of it can come to, and when there is little in its way."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.days import Calendar

TEST_LASTS = timedelta(minutes=15)
# Early in the morning, a few days ahead: a room is seldom taken then, and its calendar is open that far.
TEST_CLOCK = time(7, 0)
TEST_AFTER = 2


class TestState(StrEnum):
    """What became of a test of a room."""

    __test__ = False

    AWAITING = "awaiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    DOUBTFUL = "doubtful"


TEST_OF_PARTSTAT = {"ACCEPTED": TestState.ACCEPTED, "DECLINED": TestState.DECLINED}


def slot_for_test(
    today: date, days: Calendar, taken: Collection[tuple[datetime, datetime]]
) -> tuple[datetime, datetime]:
    """The first early quarter of an hour, on a working day, that none of our meetings in the room touches."""
    day = days.working_days_after(today, TEST_AFTER)
    while True:
        start = datetime.combine(day, TEST_CLOCK, tzinfo=ZONE)
        end = start + TEST_LASTS
        if not any(overlap((start, end), other) for other in taken):
            return start, end
        day = days.working_days_after(day, 1)


def overlap(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    """Whether two bookings want the room at once."""
    return one[0] < other[1] and other[0] < one[1]


def same_place(one: str, other: str) -> bool:
    """Whether two people have written the name of the same room."""
    return one.split() != [] and " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
