"""What a benefit gives over time: a beginning, a ramp per quarter, a full amount per year and perhaps an end."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from styrehjul.benefits.domain.rounding import Exact, exact

FULL: tuple[Fraction, ...] = (Fraction(1),)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Points:
    """A figure with the lowest and highest it may end at; all three the same where nobody has said an interval."""

    low: Fraction
    likely: Fraction
    high: Fraction

    @classmethod
    def of(cls, likely: Exact, low: Exact | None = None, high: Exact | None = None) -> Points:
        """The three in their order. A single bound leaves the other side at the likely value."""
        middle = exact(likely)
        found = sorted((middle if low is None else exact(low), middle if high is None else exact(high)))
        return cls(min(found[0], middle), middle, max(found[1], middle))

    @property
    def has_interval(self) -> bool:
        """Whether anybody has said how far it may end from the likely."""
        return self.low != self.high

    def times(self, share: Exact) -> Points:
        """The same figure, `share` times as large."""
        by = exact(share)
        low, likely, high = self.low * by, self.likely * by, self.high * by
        return Points(low, likely, high) if by >= 0 else Points(high, likely, low)

    def plus(self, other: Points) -> Points:
        """Both together, point by point."""
        return Points(self.low + other.low, self.likely + other.likely, self.high + other.high)


NOTHING = Points(Fraction(0), Fraction(0), Fraction(0))


@dataclass(frozen=True)
class Curve:
    """From `start` on; `ramp` are the shares of the first quarters, after which the last of them goes on.

    `end` is the last day that counts; None is for ever (varig).
    """

    start: date
    rate: Points
    ramp: tuple[Fraction, ...] = FULL
    end: date | None = None

    def until(self, day: date) -> Points:
        """All of it from the beginning to `day`, that day included."""
        return self.rate.times(self._years(day))

    def within(self, first: date, last: date) -> Points:
        """What falls in a stretch of days, both ends included."""
        return self.rate.times(self._years(last) - self._years(first - ONE_DAY))

    def in_year(self, year: int) -> Points:
        """What falls in a calendar year."""
        return self.within(date(year, 1, 1), date(year, 12, 31))

    def moved(self, start: date) -> Curve:
        """The same curve with another beginning; its end moves as many months, for the benefit lasts as long."""
        if self.end is None:
            return replace(self, start=start)
        months = (start.year - self.start.year) * 12 + start.month - self.start.month
        return replace(self, start=start, end=add_months(self.end, months))

    def _years(self, day: date) -> Fraction:
        """How many full years' worth has been given at the end of `day`: ramp times a fourth for each quarter."""
        last = min(day, self.end) if self.end is not None else day
        if last < self.start:
            return Fraction(0)
        stop = last + ONE_DAY
        steps = self.ramp or FULL
        quarters = ((stop.year - self.start.year) * 12 + stop.month - self.start.month) // 3
        while quarters and add_months(self.start, 3 * quarters) > stop:
            quarters -= 1
        begin, after = add_months(self.start, 3 * quarters), add_months(self.start, 3 * quarters + 3)
        passed = sum(steps[:quarters], Fraction(0)) + max(quarters - len(steps), 0) * steps[-1]
        return (passed + steps[min(quarters, len(steps) - 1)] * Fraction((stop - begin).days, (after - begin).days)) / 4


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def ramp_of(text: str) -> tuple[Fraction, ...]:
    """ "25/50/75/100" as shares. ValueError where it is not so written."""
    parts = [part.strip().rstrip("%").strip().replace(",", ".") for part in text.replace(";", "/").split("/")]
    shares = tuple(Fraction(part) / 100 for part in parts if part)
    if any(not 0 <= share <= 1 for share in shares) or len(shares) > 40:
        raise ValueError(text)
    return shares or FULL


def improvement(baseline: Exact, value: Exact, *, up: bool) -> Fraction:
    """How far `value` is from the number today, in the wanted direction."""
    way = exact(value) - exact(baseline)
    return way if up else -way


def default_curve(start: date, baseline: Exact, target: Points, *, up: bool) -> Curve:
    """Nobody has said otherwise: from the target's day the whole way from today's number to the target, each year."""
    ends = sorted(improvement(baseline, value, up=up) for value in (target.low, target.high))
    return Curve(start, Points.of(improvement(baseline, target.likely, up=up), ends[0], ends[1]))


@dataclass(frozen=True)
class Covered:
    """A measurement's gain over the days that it covers."""

    first: date
    last: date
    gain: Fraction


def year_share(first: date, last: date) -> Fraction:
    """How large a part of a year the days are, each year with its own number of days."""
    total = Fraction(0)
    for year in range(first.year, last.year + 1):
        begin, end = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        total += Fraction((end - begin).days + 1, 366 if monthrange(year, 2)[1] == 29 else 365)
    return total


def measured_gain(baseline: Exact, value: Exact, first: date, last: date, *, up: bool, per_period: bool) -> Covered:
    """What a measurement says was gained over its days. `per_period`: the value is the sum of the period; else it is
    the amount per year that was found."""
    share = year_share(first, last)
    found = exact(value) if per_period else exact(value) * share
    return Covered(first, last, improvement(exact(baseline) * share, found, up=up))


def without_overlap(found: Iterable[Covered]) -> list[Covered]:
    """In the order of days. Where two cover the same day the newer (the later given) stands: it corrects the older.

    What the older has left of uncovered days keeps its part of the gain.
    """
    kept: list[Covered] = []
    for new in found:
        rest: list[Covered] = []
        for old in kept:
            rest.extend(_outside(old, new))
        kept = [*rest, new]
    return sorted(kept, key=lambda one: one.first)


def _outside(old: Covered, new: Covered) -> Iterable[Covered]:
    days = (old.last - old.first).days + 1
    before = (old.first, min(old.last, new.first - ONE_DAY))
    after = (max(old.first, new.last + ONE_DAY), old.last)
    for first, last in {before, after}:
        if first <= last:
            yield Covered(first, last, old.gain * Fraction((last - first).days + 1, days))


def measured_in(found: Sequence[Covered], first: date, last: date) -> Fraction:
    """The gain that measurements say fell within some days; a measurement partly outside counts with its days inside."""
    total = Fraction(0)
    for one in found:
        begin, end = max(first, one.first), min(last, one.last)
        if begin <= end:
            total += one.gain * Fraction((end - begin).days + 1, (one.last - one.first).days + 1)
    return total


def gaps(found: Sequence[Covered], first: date, last: date) -> list[tuple[date, date]]:
    """The stretches between `first` and `last` that no measurement covers."""
    open_from, holes = first, []
    for one in sorted(found, key=lambda one: one.first):
        if one.last < open_from:
            continue
        if one.first > last:
            break
        if one.first > open_from:
            holes.append((open_from, one.first - ONE_DAY))
        open_from = one.last + ONE_DAY
    if open_from <= last:
        holes.append((open_from, last))
    return holes


def expected_over(curve: Curve, stretches: Iterable[tuple[date, date]]) -> Fraction:
    """The likely amount that the curve gives over the stretches together."""
    return sum((curve.within(first, last).likely for first, last in stretches), Fraction(0))
