"""Projects placed by what they take and what they give, as big as they cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 1000.0, 560.0, 70.0, 60.0, 24.0, 24.0
LEAST, MOST = 7.0, 34.0


@dataclass(frozen=True)
class Weighed:
    """A project's effort (hours), value (how much it carries of the goals) and cost (1.000 kr.)."""

    key: int
    effort: Decimal
    value: int
    cost: Decimal | None


@dataclass(frozen=True)
class Bubble:
    """A circle, as text with a point."""

    key: int
    x: str
    y: str
    r: str


@dataclass(frozen=True)
class Tick:
    """A line of the scale and the number beside it."""

    at: str
    words: str


@dataclass(frozen=True)
class Bubbles:
    """The drawing: circles with the biggest first, so that none hides another, the scales, and the two lines chosen."""

    bubbles: tuple[Bubble, ...]
    efforts: tuple[Tick, ...]
    values: tuple[Tick, ...]
    effort_line: str
    value_line: str


def place(found: Sequence[Weighed], effort_line: Decimal | None, value_line: Decimal | None) -> Bubbles:
    """Where each circle stands. The scales begin at nothing and end at a round number above the highest."""
    most_effort = _round_up(max([*(float(one.effort) for one in found), float(effort_line or 0), 1.0]))
    most_value = float(max([*(one.value for one in found), int(value_line or 0), 3]) + 1)
    most_cost = max([float(one.cost) for one in found if one.cost and one.cost > 0], default=1.0)

    def x(effort: float) -> float:
        return LEFT + effort / most_effort * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - value / most_value * (HEIGHT - BOTTOM - TOP)

    shared: dict[tuple[float, float], int] = {}
    bubbles = []
    for one in sorted(found, key=lambda one: (-(one.cost or 0), one.key)):
        spot = (float(one.effort), float(one.value))
        # Those at the very same spot stand a little apart: nobody may hide behind another.
        apart = shared[spot] = shared.get(spot, -1) + 1
        size = LEAST + (MOST - LEAST) * sqrt(max(float(one.cost or 0), 0.0) / most_cost)
        bubbles.append(Bubble(one.key, _text(x(spot[0]) + 16 * apart), _text(y(spot[1])), _text(size)))
    return Bubbles(
        tuple(bubbles),
        tuple(Tick(_text(x(most_effort * part / 4)), _number(most_effort * part / 4)) for part in range(5)),
        tuple(
            Tick(_text(y(value)), str(value)) for value in range(0, int(most_value) + 1, max(1, int(most_value) // 6))
        ),
        _text(x(float(effort_line))) if effort_line else "",
        _text(y(float(value_line))) if value_line else "",
    )


def _round_up(value: float) -> float:
    step = 10.0 ** (len(str(int(value))) - 1)
    return float(-(-value // step) * step)


def _number(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")


def _text(value: float) -> str:
    return f"{value:.1f}"
