"""The same problem, but for one thing: more of a pool, an item forced in or kept out."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal

from styrehjul.plans.domain.exact import Exact
from styrehjul.plans.domain.problem import Item, Pool, Problem


def with_pool(problem: Problem, pool_id: str, capacity: tuple[Decimal, ...]) -> Problem:
    return replace(
        problem,
        pools=tuple(replace(pool, capacity=capacity) if pool.id == pool_id else pool for pool in problem.pools),
    )


def more(problem: Problem, pool_id: str, amount: Decimal, slot: int | None = None) -> Problem:
    """So much more of the pool in every slot, or in one of them."""
    pool = pool_of(problem, pool_id)
    added = tuple(c + amount if slot in (None, number) else c for number, c in enumerate(pool.capacity))
    return with_pool(problem, pool_id, added)


def scaled(problem: Problem, pool_id: str, pct: int) -> Problem:
    """So many per cent of what there is of the pool."""
    pool = pool_of(problem, pool_id)
    return with_pool(problem, pool_id, tuple(c * pct / 100 for c in pool.capacity))


def forced(problem: Problem, item_id: str, *, chosen: bool) -> Problem:
    """The item is in, or out, whatever it costs."""

    def changed(item: Item) -> Item:
        return replace(item, must=chosen, out=not chosen) if item.id == item_id else item

    return replace(problem, items=tuple(changed(item) for item in problem.items))


def pool_of(problem: Problem, pool_id: str) -> Pool:
    return next(pool for pool in problem.pools if pool.id == pool_id)


def grid(e: Exact, pool_id: str) -> Decimal:
    """The step of capacity below which nothing can change: what every demand and capacity of the pool is a multiple of."""
    k = next(number for number, pool in enumerate(e.problem.pools) if pool.id == pool_id)
    amounts = [amount for demand in e.demand for pool, row in demand if pool == k for amount in row]
    return e.amount(k, math.gcd(*amounts, *e.capacity[k]) or 1)
