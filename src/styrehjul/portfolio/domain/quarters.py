"""Quarters, each named by its first day: what hours, money and change are counted in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from styrehjul.kernel.days import quarter_of, quarter_start


def quarter_day(day: date) -> date:
    """The first day of the quarter that a day lies in."""
    return quarter_start(day.year, quarter_of(day))


def shifted(quarter: date, steps: int) -> date:
    """The quarter so many steps later, or earlier when negative."""
    place = quarter.year * 4 + quarter_of(quarter) - 1 + steps
    return quarter_start(place // 4, place % 4 + 1)


def between(first: date, last: date) -> Iterator[date]:
    """Every quarter from the first to the last, both included."""
    quarter = quarter_day(first)
    while quarter <= last:
        yield quarter
        quarter = shifted(quarter, 1)


def steps_between(first: date, last: date) -> int:
    """How many quarters the second lies after the first."""
    return (last.year - first.year) * 4 + quarter_of(last) - quarter_of(first)


def quarter_words(quarter: date) -> str:
    """ "3. kvartal 2027"."""
    return f"{quarter_of(quarter)}. kvartal {quarter.year}"


def quarter_short(quarter: date) -> str:
    """ "K3 27": the head of a narrow column."""
    return f"K{quarter_of(quarter)} {quarter.year % 100:02}"
