"""A project's time drawn as one bar over three years: what was planned, and how far the days have come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from styrehjul.kernel.danish import SHORT_MONTHS

WIDTH = 200.0


@dataclass(frozen=True)
class Bar:
    """The bar in drawing units as text with a point, ready for SVG. `done` is the part that has passed."""

    x: str
    width: str
    done: str
    today: str
    words: str


def years_shown(on: date) -> tuple[int, int]:
    """First and last year of the bar: the year before, this one and the next."""
    return on.year - 1, on.year + 1


def grid() -> tuple[str, str]:
    """Where the two lines between the years stand."""
    return _number(WIDTH / 3), _number(WIDTH * 2 / 3)


def bar(start: date | None, end: date | None, on: date, *, moves: bool = True) -> Bar | None:
    """The bar of a project; None when neither day is known or all of it lies outside the three years.

    An unknown start is the year's first day shown, an unknown end is drawn to the edge. A project that does not move
    (a proposal, a paused one) has no passed part.
    """
    if start is None and end is None:
        return None
    first, last = date(on.year - 1, 1, 1), date(on.year + 1, 12, 31)
    left, right = _place(start or first, first, last), _place(end or last, first, last)
    if right <= 0 or left >= WIDTH:
        return None
    today = _place(on, first, last)
    done = max(0.0, min(right, today) - left) if moves else 0.0
    return Bar(_number(left), _number(max(right - left, 2.0)), _number(done), _number(today), _words(start, end))


def _place(day: date, first: date, last: date) -> float:
    share = (day - first).days / ((last - first).days + 1)
    return max(0.0, min(1.0, share)) * WIDTH


def _number(value: float) -> str:
    return f"{value:.1f}"


def _words(start: date | None, end: date | None) -> str:
    return f"{_month(start) if start else 'ukendt start'} til {_month(end) if end else 'ukendt afslutning'}"


def _month(day: date) -> str:
    return f"{SHORT_MONTHS[day.month - 1]} {day.year}"
