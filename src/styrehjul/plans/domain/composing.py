"""A year's candidates, each with its score and what it takes, put together as a problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

from styrehjul.plans.domain.problem import FORMAT

HOURS, MONEY = "timer", "penge"
POINTS_PER_SCORE = 20  # a score of 5 is worth 100
QUARTERS = 4
LONGEST = 2 * QUARTERS


class Lock(StrEnum):
    """Whether anybody may choose."""

    FREE = "free"
    MUST = "must"
    RUNNING = "running"
    OUT = "out"


@dataclass(frozen=True)
class Line:
    """One candidate: `score` 0-5, hours and money (1.000 kr.) in all, how many quarters it takes."""

    id: str
    name: str
    score: Decimal
    hours: Decimal
    money: Decimal
    quarters: int
    lock: Lock = Lock.FREE
    reason: str = ""
    needs: tuple[str, ...] = ()


def compose(
    year: int, lines: Sequence[Line], *, hours: Decimal | None, money: Decimal | None, name: str
) -> dict[str, Any]:
    """The problem of a year: hours per quarter, money per year, seen over that year and the next.

    Nothing may start in the second year, so what starts late shows all that it takes. A pool that nobody has said the size
    of is left out. What runs already starts in the first quarter and is not chosen again.
    """
    starts = [f"{year}K{quarter}" for quarter in range(1, QUARTERS + 1)]
    known = {line.id for line in lines}
    pools: list[dict[str, Any]] = []
    if hours is not None:
        pools.append({"id": HOURS, "name": "projektlederne", "unit": "timer", "capacity": hours})
    if money is not None:
        each = {str(year): money, str(year + 1): money}
        pools.append({"id": MONEY, "name": "pengene", "unit": "1.000 kr.", "per": "year", "capacity": each})
    sizes = {pool["id"] for pool in pools}
    return {
        "format": FORMAT,
        "name": name,
        "periods": [{"id": f"{y}K{q}", "year": y} for y in (year, year + 1) for q in range(1, QUARTERS + 1)],
        "pools": pools,
        "items": [_item(line, starts, sizes) for line in lines],
        "requires": [
            {"item": line.id, "needs": other, "when": "chosen"}
            for line in lines
            for other in line.needs
            if other in known
        ],
    }


def _item(line: Line, starts: list[str], pools: set[str]) -> dict[str, Any]:
    quarters = max(1, min(line.quarters, LONGEST))
    wanted = {HOURS: line.hours, MONEY: line.money}
    return {
        "id": line.id,
        "name": line.name,
        "value": line.score * POINTS_PER_SCORE,
        "duration": quarters,
        "starts": starts[:1] if line.lock is Lock.RUNNING else starts,
        "may_continue": True,
        "must": line.lock in (Lock.MUST, Lock.RUNNING),
        "out": line.lock is Lock.OUT,
        "reason": line.reason,
        "demand": {pool: spread(amount, quarters) for pool, amount in wanted.items() if pool in pools and amount},
    }


def spread(amount: Decimal, quarters: int) -> list[Decimal]:
    """Evenly, in tenths, with the rest in the first quarter: the sum is what was said."""
    each = (amount / quarters).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    return [amount - each * (quarters - 1)] + [each] * (quarters - 1)


def without_circles(needs: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The same prerequisites without those that would close a circle, the later named giving way."""
    kept: dict[str, list[str]] = {}
    for item, others in needs.items():
        for other in others:
            if not _reaches(kept, other, item):
                kept.setdefault(item, []).append(other)
    return {item: tuple(others) for item, others in kept.items()}


def _reaches(needs: dict[str, list[str]], start: str, goal: str) -> bool:
    queue, seen = [start], {start}
    while queue:
        item = queue.pop()
        if item == goal:
            return True
        for other in needs.get(item, []):
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return False
