"""A measure's numbers drawn over time: the values as a line with dots, and the target as a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 600.0, 160.0, 12.0, 12.0, 14.0, 14.0


@dataclass(frozen=True)
class Dot:
    """One number where it stands, and what it says."""

    x: str
    y: str
    words: str


@dataclass(frozen=True)
class Drawn:
    """The line through the numbers, its dots, and the height of the target."""

    line: str
    dots: tuple[Dot, ...]
    target: str


def drawn(values: Sequence[tuple[date, Decimal, str]], target: Decimal) -> Drawn | None:
    """The drawing of at least two numbers in the order of their days; fewer are told in words alone."""
    if len(values) < 2:
        return None
    first, last = values[0][0].toordinal(), values[-1][0].toordinal()
    numbers = [float(value) for _day, value, _words in values] + [float(target)]
    low, high = min(numbers), max(numbers)
    wide, tall = max(last - first, 1), (high - low) or 1.0

    def x(day: date) -> str:
        return f"{LEFT + (day.toordinal() - first) / wide * (WIDTH - LEFT - RIGHT):.1f}"

    def y(value: float) -> str:
        return f"{HEIGHT - BOTTOM - (value - low) / tall * (HEIGHT - TOP - BOTTOM):.1f}"

    dots = tuple(Dot(x(day), y(float(value)), words) for day, value, words in values)
    return Drawn(" ".join(f"{dot.x},{dot.y}" for dot in dots), dots, y(float(target)))
