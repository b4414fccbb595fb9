"""A benefit's three curves drawn quarter by quarter: what was promised, what is expected now, and what is measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from styrehjul.benefits.domain.curve import ONE_DAY, Covered, Curve, add_months, gaps, measured_in
from styrehjul.benefits.domain.rounding import Exact, decimal
from styrehjul.kernel.danish import number_text
from styrehjul.kernel.days import quarter_end, quarter_of

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 900.0, 320.0, 90.0, 44.0, 20.0, 44.0
MOST_QUARTERS = 28


@dataclass(frozen=True)
class Point:
    """The end of a quarter with what each curve has come to. `measured` is None where the quarter has days that no
    measurement covers."""

    day: date
    words: str
    original: Fraction | None
    low: Fraction | None
    current: Fraction | None
    high: Fraction | None
    measured: Fraction | None


@dataclass(frozen=True)
class Tick:
    """A line of the scale and what it says."""

    at: str
    words: str


@dataclass(frozen=True)
class Drawn:
    """Paths of the curves; the measured one is broken where nothing was measured."""

    original: str
    current: str
    band: str
    measured: tuple[str, ...]
    dots: tuple[tuple[str, str, str], ...]
    amounts: tuple[Tick, ...]
    quarters: tuple[Tick, ...]
    zero: str
    today: str


def quarters_of(original: Curve | None, current: Curve | None, covered: Sequence[Covered], on: date) -> list[date]:
    """The ends of the quarters worth showing: from a quarter before the first day to two years after today or the end."""
    starts = [curve.start for curve in (original, current) if curve] + [one.first for one in covered]
    if not starts:
        return []
    first = add_months(min(starts), -3)
    ends = [curve.end for curve in (original, current) if curve and curve.end]
    last = max(add_months(on, 12), add_months(max(starts), 12), *(end for end in ends if end < add_months(on, 60)))
    days: list[date] = []
    day = first
    while day <= last and len(days) < MOST_QUARTERS:
        days.append(quarter_end(day.year, quarter_of(day)))
        day = days[-1] + ONE_DAY
    return days


def points_of(
    original: Curve | None, current: Curve | None, covered: Sequence[Covered], days: Sequence[date]
) -> list[Point]:
    """Each quarter's row, cumulated."""
    found = []
    begin = min([one.first for one in covered], default=None)
    for day in days:
        now = current.until(day) if current else None
        covers = bool(covered) and not gaps(covered, max(_quarter_begin(day), begin or day), day)
        found.append(
            Point(
                day=day,
                words=f"{quarter_of(day)}. kv. {day.year}",
                original=original.until(day).likely if original else None,
                low=now.low if now else None,
                current=now.likely if now else None,
                high=now.high if now else None,
                measured=measured_in(covered, begin, day) if begin and begin <= day and covers else None,
            )
        )
    return found


def _quarter_begin(day: date) -> date:
    return add_months(day.replace(day=1), -2)


def draw(points: Sequence[Point], covered: Sequence[Covered], on: date) -> Drawn:
    """Time across, the cumulated amount up."""
    first, last = _quarter_begin(points[0].day), points[-1].day
    values = [
        value for p in points for value in (p.original, p.low, p.high, p.measured, Fraction(0)) if value is not None
    ]
    steps = _steps(min(values), max(values))
    low, high = steps[0], steps[-1]

    def x(day: date) -> float:
        return LEFT + max(0.0, min(1.0, (day - first).days / max((last - first).days, 1))) * (WIDTH - LEFT - RIGHT)

    def y(value: Exact) -> float:
        return HEIGHT - BOTTOM - float((decimal(value) - low) / (high - low)) * (HEIGHT - BOTTOM - TOP)

    def path(read: Callable[[Point], Fraction | None]) -> str:
        spots = [(x(p.day), y(value)) for p in points if (value := read(p)) is not None]
        return _line([(x(first), y(0)), *spots]) if spots else ""

    has_band = any(p.low != p.high for p in points)
    years = [p for p in points if quarter_of(p.day) == 4]
    return Drawn(
        original=path(lambda p: p.original),
        current=path(lambda p: p.current),
        band=_area([(x(p.day), y(p.low or 0), y(p.high or 0)) for p in points]) if has_band else "",
        measured=tuple(_stretches(covered, x, y)),
        dots=tuple((_text(x(p.day)), _text(y(p.measured)), p.words) for p in points if p.measured is not None),
        amounts=tuple(Tick(_text(y(step)), _number(step)) for step in steps),
        quarters=tuple(Tick(_text(x(p.day)), str(p.day.year)) for p in years),
        zero=_text(y(0)),
        today=_text(x(on)) if first <= on <= last else "",
    )


@dataclass(frozen=True)
class Levels:
    """What was measured, as dots between the number today and the target. No line joins them: nothing is guessed."""

    dots: tuple[tuple[str, str, str], ...]
    amounts: tuple[Tick, ...]
    years: tuple[Tick, ...]
    baseline: str
    target: str
    target_x: str


def draw_levels(
    measured: Sequence[tuple[date, Fraction]],
    baseline: Fraction | None,
    target: Fraction,
    target_on: date | None,
    on: date,
) -> Levels:
    """Time across, the value up. The target's line ends in the day that it is to be reached."""
    days = [day for day, _value in measured] + [on] + ([target_on] if target_on else [])
    first, last = add_months(min(days), -2), add_months(max(days), 2)
    values = [value for _day, value in measured] + [target] + ([baseline] if baseline is not None else [])
    steps = _steps(min(values), max(values))
    low, high = steps[0], steps[-1]

    def x(day: date) -> float:
        return LEFT + (day - first).days / (last - first).days * (WIDTH - LEFT - RIGHT)

    def y(value: Exact) -> float:
        return HEIGHT - BOTTOM - float((decimal(value) - low) / (high - low)) * (HEIGHT - BOTTOM - TOP)

    new_years = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1)]
    return Levels(
        dots=tuple((_text(x(day)), _text(y(value)), _number(decimal(value))) for day, value in measured),
        amounts=tuple(Tick(_text(y(step)), _number(step)) for step in steps),
        years=tuple(Tick(_text(x(day)), str(day.year)) for day in new_years),
        baseline=_text(y(baseline)) if baseline is not None else "",
        target=_text(y(target)),
        target_x=_text(x(target_on)) if target_on else "",
    )


def _stretches(
    covered: Sequence[Covered],
    x: Callable[[date], float],
    y: Callable[[Exact], float],
) -> list[str]:
    """One broken line per stretch of days without a gap."""
    lines: list[list[tuple[float, float]]] = []
    total, before = Fraction(0), None
    for one in covered:
        if before is None or one.first > before + ONE_DAY:
            lines.append([(x(one.first), y(total))])
        total += one.gain
        lines[-1].append((x(one.last), y(total)))
        before = one.last
    return [_line(spots) for spots in lines]


def _steps(low: Exact, high: Exact) -> list[Decimal]:
    """Round numbers from below the lowest to above the highest, four to seven of them."""
    least, most = decimal(low), decimal(high)
    span = max(most - least, Decimal(1))
    size = Decimal(10) ** (span.adjusted())
    step = next(
        size * part for part in (Decimal("0.2"), Decimal("0.25"), Decimal("0.5"), 1, 2, 2) if span / (size * part) <= 5
    )
    begin = (least / step).to_integral_value(rounding="ROUND_FLOOR") * step
    found = [begin]
    while found[-1] < most:
        found.append(found[-1] + step)
    return found if len(found) > 1 else [*found, found[0] + step]


def _number(value: Decimal) -> str:
    return number_text(value, 0 if value == value.to_integral_value() else 1)


def _line(spots: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in spots)


def _area(spots: Sequence[tuple[float, float, float]]) -> str:
    there = [f"{x:.1f} {low:.1f}" for x, low, _high in spots]
    back = [f"{x:.1f} {high:.1f}" for x, _low, high in reversed(spots)]
    return f"M{'L'.join([*there, *back])}Z"


def _text(value: float) -> str:
    return f"{value:.1f}"
