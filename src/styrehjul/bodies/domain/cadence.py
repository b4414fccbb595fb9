"""On which days of a year a body's cadence puts its meetings."""

from __future__ import annotations

import calendar as months
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from styrehjul.bodies.domain.model import Cadence, CadenceKind
from styrehjul.kernel.days import ONE_DAY, Calendar, quarter_of

WEDNESDAY = 2
DEFAULT_LEAD_WORKING_DAYS = 20
# A meeting rather keeps its weekday a week away than changes it: only from the second week on another day wins.
_OTHER_WEEKDAY = 10


@dataclass(frozen=True)
class SlotDate:
    """One place in a body's year: which it is (`slot`, `nth`), its period, and the day that is proposed."""

    slot: str
    nth: int
    on: date
    start: date
    end: date
    quarter: int


def can_meet(day: date, calendar: Calendar) -> bool:
    """A working day outside the weeks without meetings."""
    return calendar.is_working_day(day) and not calendar.is_avoided(day)


def slot_dates(cadence: Cadence, year: int, calendar: Calendar) -> list[SlotDate]:
    """The year's places by a cadence of its own; empty for bodies that follow another or meet as needed."""
    found: list[SlotDate] = []
    taken: set[date] = set()
    for slot, nth, target, start, end in _targets(cadence, year):
        on = _proposed(cadence, target, start, end, calendar, taken)
        if on is None:
            continue
        taken.add(on)
        found.append(SlotDate(slot, nth, on, start, end, quarter_of(target)))
    return found


_Target = tuple[str, int, date, date, date]


def _targets(cadence: Cadence, year: int) -> Iterator[_Target]:
    """(slot, number in the year, wished day, first and last day of the period)."""
    if cadence.kind is CadenceKind.PER_YEAR:
        yield from _per_year(cadence, year)
    elif cadence.kind is CadenceKind.MONTHS:
        for nth, month in enumerate(sorted(set(cadence.months)), start=1):
            start, end = _month(year, month, month)
            yield f"m{month:02}", nth, _in_month(cadence, year, month), start, end
    elif cadence.kind is CadenceKind.EVERY_N_WEEKS and cadence.start is not None:
        yield from _every_n_weeks(cadence.start, cadence.weeks or 1, year)


def _per_year(cadence: Cadence, year: int) -> Iterator[_Target]:
    number = cadence.number or 1
    if 12 % number == 0:
        span = 12 // number
        for nth in range(1, number + 1):
            start, end = _month(year, span * (nth - 1) + 1, span * nth)
            yield str(nth), nth, _in_month(cadence, year, span * nth), start, end
        return
    first, days = date(year, 1, 1), (date(year + 1, 1, 1) - date(year, 1, 1)).days
    for nth in range(1, number + 1):
        start = first + timedelta(days=days * (nth - 1) // number)
        end = first + timedelta(days=days * nth // number - 1)
        yield str(nth), nth, start + (end - start) * 2 // 3, start, end


def _every_n_weeks(first: date, weeks: int, year: int) -> Iterator[_Target]:
    step = 7 * weeks
    begin = max(date(year, 1, 1), first)
    day = first + timedelta(days=-(-(begin - first).days // step) * step)
    nth = 0
    while day.year == year:
        nth += 1
        monday = day - timedelta(days=day.weekday())
        yield f"u{nth:02}", nth, day, max(monday, date(year, 1, 1)), min(monday + timedelta(days=6), date(year, 12, 31))
        day += timedelta(days=step)


def _month(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, months.monthrange(year, last)[1])


def _in_month(cadence: Cadence, year: int, month: int) -> date:
    """The n-th such weekday of the month; the fifth becomes the fourth where there is none."""
    weekday = WEDNESDAY if cadence.weekday is None else cadence.weekday
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7, weeks=(cadence.week_in_month or 2) - 1)
    return day if day.month == month else day - timedelta(weeks=1)


def _proposed(
    cadence: Cadence, target: date, start: date, end: date, calendar: Calendar, taken: set[date]
) -> date | None:
    weekly = cadence.kind is CadenceKind.EVERY_N_WEEKS
    weekday = target.weekday() if weekly else cadence.weekday
    inside = nearest_day(target, _days(start, end), calendar, weekday=weekday, taken=taken)
    # A week without meetings leaves a weekly meeting out; fewer meetings a year must be found room for.
    if inside is not None or weekly:
        return inside
    whole_year = _days(date(target.year, 1, 1), date(target.year, 12, 31))
    return nearest_day(target, whole_year, calendar, weekday=weekday, taken=taken)


def _days(start: date, end: date) -> Iterator[date]:
    while start <= end:
        yield start
        start += ONE_DAY


def nearest_day(
    target: date,
    days: Iterable[date],
    calendar: Calendar,
    *,
    weekday: int | None = None,
    taken: Iterable[date] = (),
) -> date | None:
    """The day to meet that lies nearest the wished one, on the wished weekday if it is near enough; ties go earlier."""

    def cost(day: date) -> tuple[int, date]:
        other = weekday is not None and day.weekday() != weekday
        return abs((day - target).days) + (_OTHER_WEEKDAY if other else 0), day

    closed = set(taken)
    return min((day for day in days if day not in closed and can_meet(day, calendar)), key=cost, default=None)


def date_before(cadence: Cadence, fed_on: date, calendar: Calendar) -> date:
    """The day for a meeting that prepares the one on `fed_on`: at its lead, or the nearest day before that."""
    if cadence.lead_working_days is None and cadence.lead_weeks is not None:
        latest = fed_on - timedelta(weeks=cadence.lead_weeks)
        if cadence.weekday is not None:
            latest += timedelta(days=cadence.weekday - latest.weekday())
        latest = min(latest, fed_on - ONE_DAY)
    else:
        lead = DEFAULT_LEAD_WORKING_DAYS if cadence.lead_working_days is None else cadence.lead_working_days
        latest = calendar.working_days_before(fed_on, max(lead, 1))
    wished = fed_on.weekday() if cadence.weekday is None else cadence.weekday
    if can_meet(latest, calendar) and (cadence.weekday is None or latest.weekday() == wished):
        return latest
    back = [latest - timedelta(days=days) for days in range(60)]
    open_days = [day for day in back if can_meet(day, calendar)]
    # The weekday is kept when that costs three weeks at most.
    kept = [day for day in open_days if day.weekday() == wished and (latest - day).days <= 21]
    return next(iter(kept or open_days), calendar.working_day_at_or_before(latest))
