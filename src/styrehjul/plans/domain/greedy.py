"""A plan at once, without a solver: the bound ones first, then most value for the scarcest of what each draws."""

from __future__ import annotations

import math
from collections.abc import Mapping

from styrehjul.plans.domain.checking import Plan, holds
from styrehjul.plans.domain.exact import Exact


def greedy(e: Exact) -> dict[int, int] | None:
    """A plan that holds, or None where this simple way finds none (which proves nothing)."""
    plan = Plan(e)
    must = _with_needs(e, [j for j, item in enumerate(e.items) if item.must])
    left = sorted(must, key=lambda j: (-len(must[j]), -_share(e, j), j))
    if not _place(plan, left, every=True):
        return None
    improve(plan)
    return dict(plan.starts) if holds(e, plan.starts) else None


def simple_bound(e: Exact) -> int:
    """More than this no plan is worth: each pool by itself, filled with the best there is for it, parts of items too."""
    best = {
        j: max(0, *(e.value(j, s) for s in item.starts))
        for j, item in enumerate(e.items)
        if item.starts and not item.out
    }
    bonus = sum(max(0, worth) for _members, worth in e.synergies)
    bound = sum(best.values())
    for k, slots in enumerate(e.capacity):
        draws = {j: min(_drawn(e, j, s, k) for s in e.items[j].starts) for j in best}
        left, filled = sum(slots), 0
        for j in sorted(best, key=lambda j: best[j] / draws[j] if draws[j] else math.inf, reverse=True):
            if draws[j] > left:
                filled += -(-best[j] * left // draws[j])
                break
            left -= draws[j]
            filled += best[j]
        bound = min(bound, filled)
    return bound + bonus


def _drawn(e: Exact, j: int, s: int, k: int) -> int:
    return sum(amount for pool, _slot, amount in e.use(j, s) if pool == k)


def improve(plan: Plan) -> None:
    """Add what still fits and is worth something, until nothing more does."""
    e = plan.e
    order = sorted(
        (j for j, item in enumerate(e.items) if not item.out and item.starts and j not in plan.starts),
        key=lambda j: (-_density(e, j), j),
    )
    while order:
        before = len(plan.starts)
        _place(plan, order, every=False)
        if len(plan.starts) == before:
            return
        order = [j for j in order if j not in plan.starts]


def improved(e: Exact, starts: Mapping[int, int]) -> dict[int, int]:
    """The plan and what still fits beside it."""
    plan = Plan(e, starts)
    improve(plan)
    return dict(plan.starts)


def _place(plan: Plan, order: list[int], *, every: bool) -> bool:
    e = plan.e
    waiting = list(order)
    while waiting:
        left = []
        for j in waiting:
            starts = sorted(e.items[j].starts, key=lambda s: (-e.value(j, s), s))
            gain = every or any(e.value(j, s) > 0 or e.synergies_of[j] for s in starts)
            fitting = (
                next((s for s in starts if plan.fits(j, s) and (every or _gain(plan, j, s) > 0)), None)
                if gain
                else None
            )
            if fitting is None or e.items[j].out:
                left.append(j)
            else:
                plan.add(j, fitting)
        if not every:
            return True
        if len(left) == len(waiting):
            return False
        waiting = left
    return True


def _gain(plan: Plan, j: int, s: int) -> int:
    """What adding j at s is worth, with what it gains or loses beside the others."""
    gain = plan.e.value(j, s)
    for number in plan.e.synergies_of[j]:
        members, worth = plan.e.synergies[number]
        if all(i == j or i in plan.starts for i in members):
            gain += worth
    return gain


def _with_needs(e: Exact, wanted: list[int]) -> dict[int, list[int]]:
    """The wanted items and everything they need, each with those that stand on it."""
    standing: dict[int, list[int]] = {}
    queue = list(wanted)
    while queue:
        j = queue.pop()
        if j not in standing:
            standing[j] = []
            queue += [i for i, _when, _lag in e.needs[j]]
    for j in standing:
        for i, _when, _lag in e.needs[j]:
            standing[i].append(j)
    return standing


def _density(e: Exact, j: int) -> float:
    best = max(e.value(j, s) for s in e.items[j].starts)
    return best / (_share(e, j) + 1e-6)


def _share(e: Exact, j: int) -> float:
    """The largest part of any pool that the item takes."""
    shares = [sum(amounts) / (sum(e.capacity[k]) or 1) for k, amounts in e.demand[j]]
    return max(shares, default=0.0)
