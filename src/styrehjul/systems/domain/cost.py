"""What a system costs in a year, from the contracts that carry it. Pure; whole kroner, and no krone is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

WHOLE = Decimal(100)


@dataclass(frozen=True)
class Split:
    """A contract's cost in kroner per system; whether it is an estimate, and whether somebody must confirm it."""

    kroner: Mapping[int, int] = field(default_factory=dict)
    estimated: bool = False
    to_confirm: bool = False


NO_SPLIT = Split()


@dataclass(frozen=True)
class Cost:
    """What a system costs in a year, over all its contracts."""

    kroner: int = 0
    estimated: bool = False
    contracts: int = 0


def by_largest_remainder(amount: int, weights: Sequence[Decimal]) -> list[int]:
    """The amount in whole parts after the weights, so that the parts make the amount exactly. The first wins a tie."""
    total = sum(weights, Decimal(0))
    if not weights or total <= 0:
        return [0] * len(weights)
    exact = [abs(amount) * weight / total for weight in weights]
    parts = [int(one) for one in exact]
    missing = abs(amount) - sum(parts)
    order = sorted(range(len(parts)), key=lambda at: (parts[at] - exact[at], at))
    for at in order[:missing]:
        parts[at] += 1
    return parts if amount >= 0 else [-part for part in parts]


def split(amount: int, shares: Mapping[int, Decimal | None]) -> Split:
    """A contract's yearly cost on its systems: one bears all; several equally until somebody sets shares.

    A system without a share beside those that have one bears nothing, until the split is confirmed.
    """
    keys = sorted(shares)
    if len(keys) < 2:
        return Split(dict.fromkeys(keys, amount))
    told = [shares[key] for key in keys]
    if all(share is None for share in told):
        return Split(
            dict(zip(keys, by_largest_remainder(amount, [Decimal(1)] * len(keys)), strict=True)), estimated=True
        )
    weights = [share or Decimal(0) for share in told]
    if sum(weights) <= 0:
        weights = [Decimal(1)] * len(keys)
    parts = dict(zip(keys, by_largest_remainder(amount, weights), strict=True))
    doubtful = any(share is None for share in told) or sum(weights) != WHOLE
    return Split(parts, estimated=doubtful, to_confirm=doubtful)


def cost_per_system(contracts: Sequence[tuple[int, Mapping[int, Decimal | None]]]) -> dict[int, Cost]:
    """System -> its cost in a year, from each contract's yearly cost and shares."""
    found: dict[int, Cost] = {}
    for amount, shares in contracts:
        made = split(amount, shares)
        for system, kroner in made.kroner.items():
            before = found.get(system, Cost())
            found[system] = Cost(
                before.kroner + kroner, before.estimated or (made.estimated and amount != 0), before.contracts + 1
            )
    return found


def shares_fit(shares: Sequence[Decimal]) -> bool:
    """Whether set shares make exactly the whole."""
    return sum(shares, Decimal(0)) == WHOLE and all(share >= 0 for share in shares)
