"""Months forward and back, and the ends of the periods that a contract reckons by. Pure."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

# Kitos's words for a period -> how many months it has.
PERIODS = {"EndOfMonth": 1, "EndOfQuarter": 3, "EndOfHalfYear": 6, "EndOfCalendarYear": 12}


def last_of(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def is_month_end(on: date) -> bool:
    """Whether the day is the last one of its month."""
    return on == last_of(on.year, on.month)


def plus_months(on: date, months: int) -> date:
    """So many months on, or back. A month's end stays one; a day that the month lacks becomes its last."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    last = last_of(year, month + 1)
    return last if is_month_end(on) or on.day > last.day else date(year, month + 1, on.day)


def period_end_before(on: date, period: str) -> date:
    """The last end of such a period on or before the day."""
    size = PERIODS[period]
    this = last_of(on.year, -(-on.month // size) * size)
    return this if this <= on else plus_months(this, -size)
