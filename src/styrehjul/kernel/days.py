"""Days as a municipality counts them: quarters, public holidays, working days and what lies between."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import holidays

ONE_DAY = timedelta(days=1)


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month - 1) // 3 + 1


def quarter_start(year: int, quarter: int) -> date:
    """The first day of the quarter."""
    return date(year, 3 * quarter - 2, 1)


def quarter_end(year: int, quarter: int) -> date:
    """The last day of the quarter."""
    return (quarter_start(year + 1, 1) if quarter == 4 else quarter_start(year, quarter + 1)) - ONE_DAY


@lru_cache(maxsize=64)
def public_holidays(year: int) -> dict[date, str]:
    """Danish public holidays with their Danish names (holidays, category public)."""
    return dict(holidays.country_holidays("DK", years=year, language="da"))


def easter_day(year: int) -> date:
    """Easter Sunday, from the same source as the holidays."""
    return next(day for day, name in public_holidays(year).items() if name.startswith("Påskedag"))


@dataclass(frozen=True)
class Calendar:
    """Which days count: Monday to Friday less public holidays and the municipality's own closing days.

    `yearly` are closing days that come back each year as (month, day); `after_ascension` closes the Friday after
    Kristi himmelfartsdag; `single` are days named one by one; `avoided_weeks` are ISO weeks without meetings.
    """

    yearly: frozenset[tuple[int, int]] = frozenset({(6, 5), (12, 24), (12, 31)})
    after_ascension: bool = True
    single: frozenset[date] = frozenset()
    avoided_weeks: frozenset[int] = field(default_factory=lambda: frozenset({7, 8, 28, 29, 30, 31, 42}))
    avoid_christmas: bool = True

    def closed_because(self, day: date) -> str | None:
        """The reason that nobody works that day, or None."""
        if day.weekday() >= 5:
            return "weekend"
        if name := public_holidays(day.year).get(day):
            return name
        if (day.month, day.day) in self.yearly or day in self.single:
            return "lukkedag"
        if self.after_ascension and day == easter_day(day.year) + timedelta(days=40):
            return "dagen efter Kristi himmelfartsdag"
        return None

    def is_working_day(self, day: date) -> bool:
        """True where people are at work. Not the legal *hverdag*, which may include Saturday."""
        return self.closed_because(day) is None

    def is_avoided(self, day: date) -> bool:
        """True in weeks when the municipality keeps no meetings, and between 20 December and 2 January."""
        christmas = self.avoid_christmas and ((day.month == 12 and day.day >= 20) or (day.month == 1 and day.day <= 2))
        return christmas or day.isocalendar().week in self.avoided_weeks

    def working_days_before(self, day: date, count: int) -> date:
        """The `count`-th working day before `day`; `day` itself is day 0 (meetings.md 9 counts so)."""
        return self._step(day, count, -1)

    def working_days_after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`."""
        return self._step(day, count, 1)

    def working_day_at_or_before(self, day: date) -> date:
        """`day` itself, or the nearest working day before it."""
        while not self.is_working_day(day):
            day -= ONE_DAY
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days one must go from `start` to reach `end`; negative when `end` lies before."""
        if end < start:
            return -self.working_days_between(end, start)
        day, count = start, 0
        while day < end:
            day += ONE_DAY
            count += self.is_working_day(day)
        return count

    def _step(self, day: date, count: int, direction: int) -> date:
        while count > 0:
            day += direction * ONE_DAY
            count -= self.is_working_day(day)
        return day


def in_period(day: date, start: date | None, end: date | None) -> bool:
    """Whether `day` lies in a dated period; both ends count, None is open."""
    return (start is None or start <= day) and (end is None or day <= end)


def iso_week_text(day: date) -> str:
    """ "uge 23"."""
    return f"uge {day.isocalendar().week}"


__all__ = [
    "Calendar", "easter_day", "in_period", "iso_week_text", "public_holidays", "quarter_end",
    "quarter_of", "quarter_start",
]  # fmt: skip
