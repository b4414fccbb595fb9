"""When a measure is asked about next."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from styrehjul.strategy.domain.words import MONTHS_OF, Cadence


def months_after(day: date, months: int) -> date:
    """The same day so many months on; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def next_after(planned: date | None, measured: date, cadence: str) -> date | None:
    """The day after one that was answered: the plan's own rhythm goes on; None where nobody is asked any more."""
    if not cadence:
        return planned if planned is not None and planned > measured else None
    step = MONTHS_OF[Cadence(cadence)]
    day, times = planned or measured, 0
    while times < 1200 and (following := months_after(day, step * times)) <= measured:
        times += 1
    return following
