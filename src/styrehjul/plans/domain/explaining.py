"""Why each item was left out, and what would bring it in: more of what is short, or others that give way."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import combinations
from typing import Any

from styrehjul.plans.domain.checking import Plan, Violation, violations_of
from styrehjul.plans.domain.exact import Exact

MOST_PAIRED, MOST_TRIED_BY_THREE = 60, 16  # so many chosen items are tried two and two, and three and three
ORDER = {"needs": 0, "excluded": 1, "group": 2}


def left_out(
    e: Exact, starts: dict[int, int], *, out_of_time: Callable[[], bool] = lambda: False
) -> list[dict[str, Any]]:
    """One row for each item that is not chosen, in the file's order. Out of time: the rest have no `swap`."""
    plan = Plan(e, starts)
    return [_row(plan, j, out_of_time) for j in range(len(e.items)) if j not in starts]


def _row(plan: Plan, j: int, out_of_time: Callable[[], bool]) -> dict[str, Any]:
    e, item = plan.e, plan.e.items[j]
    if item.out:
        return {"id": item.id, "reason": "out"}
    if not item.starts:
        return {"id": item.id, "reason": "no_start"}
    bars = {s: plan.bars(j, s) for s in item.starts}
    short = {s: plan.shortages(j, s) for s in item.starts}
    free = [s for s in item.starts if not bars[s]]
    row: dict[str, Any] = {"id": item.id}
    if any(not short[s] for s in free):
        row["reason"] = "not_worth"
        return row
    if free:
        start = min(free, key=lambda s: (_share(e, short[s]), s))
        row |= {"reason": "capacity", "start": e.problem.periods[start].id}
        row["binding"] = [_missing(e, *missing) for missing in short[start]]
        row["shortage"] = row["binding"]
    else:
        start = min(item.starts, key=lambda s: (len(bars[s]), _share(e, short[s]), s))
        first = min(bars[start], key=lambda bar: ORDER[bar.kind])
        row |= {"reason": first.kind, "start": e.problem.periods[start].id}
        row["rule"] = [bar.as_dict() for bar in bars[start]]
        if short[start]:
            row["binding"] = [_missing(e, *missing) for missing in short[start]]
    rivals = [i for i in plan.starts if _conflict(e, plan, i, short[start], bars[start])]
    row["displaced_by"] = [e.items[i].id for i in sorted(rivals)]
    if not out_of_time():
        swap = cheapest_swap(plan, j)
        if swap is not None:
            row["swap"] = swap
    return row


def cheapest_swap(plan: Plan, j: int) -> dict[str, Any] | None:
    """The few chosen items (and those that stand on them) that cost least to take out for j."""
    e = plan.e
    before = plan.value()
    free = [i for i in plan.starts if not e.items[i].must]
    sets: list[tuple[int, ...]] = [(i,) for i in free]
    if len(free) <= MOST_PAIRED:
        sets += combinations(free, 2)
    if len(free) <= MOST_TRIED_BY_THREE:
        sets += combinations(free, 3)
    worth = {i: e.value(i, s) for i, s in plan.starts.items()}
    best: tuple[int, dict[str, Any]] | None = None
    for chosen in sorted(sets, key=lambda row: (sum(worth[i] for i in row), len(row))):
        gives = sum(worth[i] for i in chosen) - max(e.value(j, s) for s in e.items[j].starts)
        if best is not None and gives >= best[0] and not e.synergies:
            break
        found = _try_swap(plan, chosen, j, before)
        if found is not None and (best is None or found[0] < best[0]):
            best = found
    return best[1] if best else None


def _try_swap(plan: Plan, taken: tuple[int, ...], j: int, before: int) -> tuple[int, dict[str, Any]] | None:
    e = plan.e
    removed = {i: plan.remove(i) for i in _standing_on(e, plan.starts, taken)}
    best: tuple[int, int] | None = None
    if not any(e.items[i].must for i in removed):
        for s in e.items[j].starts:
            if plan.fits(j, s):
                plan.add(j, s)
                cost = before - plan.value()
                if (best is None or cost < best[0]) and not violations_of(e, plan.starts):
                    best = (cost, s)
                plan.remove(j)
    for i, s in removed.items():
        plan.add(i, s)
    if best is None:
        return None
    cost, start = best
    names = [e.items[i].id for i in sorted(removed)]
    return cost, {"remove": names, "start": e.problem.periods[start].id, "cost": e.points(cost)}


def _standing_on(e: Exact, starts: dict[int, int], taken: tuple[int, ...]) -> list[int]:
    """The taken ones and every chosen item that needs one of them."""
    gone, queue = list(taken), list(taken)
    while queue:
        for i, _when, _lag in e.needed_by[queue.pop()]:
            if i in starts and i not in gone:
                gone.append(i)
                queue.append(i)
    return gone


def _conflict(e: Exact, plan: Plan, i: int, short: list[tuple[int, int, int]], bars: list[Violation]) -> bool:
    """Does chosen item i stand in the way: it draws on what is short, or a rule names it?"""
    slots = {(k, slot) for k, slot, _missing in short}
    if any((k, slot) in slots for k, slot, _amount in e.use(i, plan.starts[i])):
        return True
    name = e.items[i].id
    groups = {bar.group for bar in bars if bar.group}
    return any(bar.kind == "excluded" and name in bar.items for bar in bars) or any(
        e.groups[number].group.id in groups for number in e.groups_of[i]
    )


def _share(e: Exact, short: list[tuple[int, int, int]]) -> float:
    """How much is missing, as shares of what there is."""
    return sum(missing / (e.capacity[k][slot] or missing) for k, slot, missing in short)


def _missing(e: Exact, k: int, slot: int, missing: int) -> dict[str, str | Decimal]:
    pool = e.problem.pools[k]
    return {"pool": pool.id, "period": pool.slots[slot], "missing": e.amount(k, missing)}
