"""When a benefit is measured: the municipality's usual months after the target's day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from styrehjul.benefits.domain.curve import add_months

SUGGESTED_MONTHS = "3, 6, 12, 24"
MOST_MONTHS = 120


def months_of(text: str) -> tuple[int, ...]:
    """ "3, 6, 12, 24" as numbers, each once and rising. ValueError where it is not so written."""
    found = {int(part) for part in text.replace(";", ",").replace("/", ",").split(",") if part.strip()}
    if any(not 0 < month <= MOST_MONTHS for month in found) or len(found) > 12:
        raise ValueError(text)
    return tuple(sorted(found))


def suggested(anchor: date | None, months: Iterable[int], today: date) -> list[date]:
    """The days to come; without a day to count from none is suggested."""
    if anchor is None:
        return []
    return [day for month in months if (day := add_months(anchor, month)) > today]


# So long before its day a measurement is the answer to it.
EARLY_DAYS = 30


def answered(days: Iterable[date], measured_on: date, today: date) -> list[date]:
    """The open days that a measurement answers: those that had come when it was made, or else the nearest one.

    The nearest counts only where it has come by now, or comes so soon that its owner is already asked. A measurement
    between two days that lie far off is one more, and answers none.
    """
    rising = sorted(days)
    passed = [day for day in rising if day <= measured_on]
    if passed:
        return passed
    return [day for day in rising[:1] if day <= today or day <= measured_on + timedelta(days=EARLY_DAYS)]


def is_late(measure_on: date | None, today: date, overdue_days: int) -> bool:
    """Whether the answer is longer overdue than the municipality allows."""
    return measure_on is not None and measure_on + timedelta(days=overdue_days) < today
