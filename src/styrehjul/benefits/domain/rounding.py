"""Shown numbers that add up: whole units are handed out so that the parts always equal the sum above them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

Exact = Decimal | Fraction | int
K = TypeVar("K", bound=Hashable)


def exact(value: Exact) -> Fraction:
    """The value without any rounding."""
    return Fraction(value)


def decimal(value: Exact) -> Decimal:
    """The value as a decimal of 28 digits."""
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(value)


def whole(value: Exact) -> int:
    """The nearest whole unit; a half goes up. The same for 0,5 and -0,5, so that differences stay what they are."""
    return (exact(value) + Fraction(1, 2)).__floor__()


def hand_out(parts: Sequence[Exact], total: int | None = None) -> list[int]:
    """Whole units for each part that add up to `total` (else to the rounded sum): the largest remainders get the rest.

    Parts with the same remainder are served from the left.
    """
    values = [exact(part) for part in parts]
    if not values:
        return []
    wanted = whole(sum(values, Fraction(0))) if total is None else total
    floors = [value.__floor__() for value in values]
    order = sorted(range(len(values)), key=lambda place: (floors[place] - values[place], place))
    missing = wanted - sum(floors)
    each, rest = divmod(missing, len(values))
    served = set(order[:rest])
    return [floors[place] + each + (place in served) for place in range(len(values))]


def handed_out(parts: Mapping[K, Exact], total: int | None = None) -> dict[K, int]:
    """`hand_out` for named parts."""
    return dict(zip(parts, hand_out(list(parts.values()), total), strict=True))


def divided(amount: int, shares: Mapping[K, Exact]) -> dict[K, int]:
    """A whole amount divided after `shares`, exactly; equal where nobody has a share."""
    if not shares:
        return {}
    all_of_it = sum((exact(share) for share in shares.values()), Fraction(0))
    if all_of_it == 0:
        return handed_out({key: Fraction(amount, len(shares)) for key in shares}, amount)
    return handed_out({key: Fraction(amount) * exact(share) / all_of_it for key, share in shares.items()}, amount)
