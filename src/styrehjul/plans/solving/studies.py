"""What the solver's process can be asked: one answer, many answers, and what changes when the problem does."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from styrehjul.plans.domain.checking import Plan
from styrehjul.plans.domain.exact import Exact, exact
from styrehjul.plans.domain.problem import Problem
from styrehjul.plans.domain.problem_file import read_problem
from styrehjul.plans.domain.solution import Outcome
from styrehjul.plans.domain.variants import forced, grid, more, pool_of, scaled
from styrehjul.plans.solving.rounds import Watch, answer, best_plan, loss_of

FRONTIER_PCT = tuple(range(0, 151, 10))


def one(request: dict[str, Any], watch: Watch) -> None:
    """The whole answer."""
    watch.tell({"kind": "outcome", "outcome": vars(answer(read_problem(request["problem"]), watch))})


def many(request: dict[str, Any], watch: Watch) -> None:
    """The same for each of several problems, one after another in one process; each has its own time."""
    for document in request["problems"]:
        problem = read_problem(document)
        told = watch.within(float(problem.options.time_limit))
        watch.tell({"kind": "outcome", "outcome": vars(answer(problem, told))})


def worth_of_more(request: dict[str, Any], watch: Watch) -> None:
    """For each pool: what one step more gives in every slot and in each, and the least that gives anything."""
    problem = read_problem(request["problem"])
    e = exact(problem)
    base = _base(e, request, watch)
    steps = {pool: Decimal(step) for pool, step in request["steps"].items()}
    for number, (pool_id, step) in enumerate(steps.items()):
        if watch.over:
            return
        share = replace(watch, until=min(watch.until, watch.until - watch.left * (1 - 1 / (len(steps) - number))))
        watch.tell({"kind": "row", "row": _pool_row(e, base, pool_id, step, share)})


def _pool_row(e: Exact, base: Outcome, pool_id: str, step: Decimal, watch: Watch) -> dict[str, Any]:
    pool = pool_of(e.problem, pool_id)
    every = _again(more(e.problem, pool_id, step), base, watch, parts=3)
    row: dict[str, Any] = {"pool": pool_id, "step": step, **_gain(e, base, every), "slots": [], "least": None}
    if row["gain"] == 0:
        return row  # more is never worth less, so no single slot gives anything either
    if isinstance(row["gain"], Decimal):
        row["least"] = _least(e, base, pool_id, step, watch)
    if len(pool.slots) > 1:
        for slot, name in enumerate(pool.slots):
            if watch.over:
                break
            one_slot = _again(more(e.problem, pool_id, step, slot), base, watch, parts=len(pool.slots) - slot)
            row["slots"].append({"period": name, **_gain(e, base, one_slot)})
    return row


def _least(e: Exact, base: Outcome, pool_id: str, step: Decimal, watch: Watch) -> dict[str, Any] | None:
    """The least addition to every slot that gives anything, and what it gives; None where it was not proven."""
    unit = grid(e, pool_id)
    low, high = 0, int((step / unit).to_integral_value(rounding="ROUND_CEILING"))
    best: dict[str, Any] | None = None
    while high - low > 1 or best is None:
        middle = (low + high) // 2 if high - low > 1 else high
        amount = min(step, unit * middle)
        gain = _gain(e, base, _again(more(e.problem, pool_id, amount), base, watch, parts=4))
        if not isinstance(gain["gain"], Decimal):
            return None
        if gain["gain"] > 0:
            high, best = middle, {"amount": amount, **gain}
        elif middle == high:
            return None
        else:
            low = middle
    return best


def frontier(request: dict[str, Any], watch: Watch) -> None:
    """The best value when there is from none to half as much again of one pool, all else as it is."""
    problem = read_problem(request["problem"])
    plan = None if not request.get("plan") else dict(request["plan"])
    for number, pct in enumerate(FRONTIER_PCT):
        variant = exact(scaled(problem, request["pool"], pct))
        found = best_plan(variant, watch.within(watch.left / (len(FRONTIER_PCT) - number)), plan)
        plan = found.starts or plan
        value = None if found.starts is None else variant.points(Plan(variant, found.starts).value())
        bound = None if found.bound is None else variant.points(found.bound)
        watch.tell({"kind": "row", "row": {"pct": pct, "value": value, "bound": bound, "impossible": found.infeasible}})


def flips(request: dict[str, Any], watch: Watch) -> None:
    """What is lost when the choice of each item is turned round."""
    problem = read_problem(request["problem"])
    e = exact(problem)
    base = _base(e, request, watch)
    if base.starts is None:
        return
    value = Plan(e, base.starts).value()
    items = [item for item in e.items if not item.must and not item.out and item.starts]
    for number, item in enumerate(items):
        if watch.over:
            return
        chosen = e.index[item.id] in base.starts
        other = exact(forced(problem, item.id, chosen=not chosen))
        found = best_plan(other, watch.within(watch.left / (len(items) - number)), base.starts)
        row = {"id": item.id, "chosen": chosen, "loss": loss_of(e, value, base.bound, found)}
        watch.tell({"kind": "row", "row": row})


def _base(e: Exact, request: dict[str, Any], watch: Watch) -> Outcome:
    """The plan as it is, with the bound that was stored with it; found anew where none is given."""
    plan = request.get("plan")
    if plan is None:
        base = best_plan(e, watch.within(watch.left / 4))
    else:
        base = Outcome(dict(plan), request.get("bound"), "proof")
    value = None if base.starts is None else e.points(Plan(e, base.starts).value())
    bound = None if base.bound is None else e.points(base.bound)
    watch.tell({"kind": "base", "value": value, "bound": bound})
    return base


def _again(problem: Problem, base: Outcome, watch: Watch, *, parts: int) -> tuple[Exact, Outcome]:
    e = exact(problem)
    return e, best_plan(e, watch.within(watch.left / max(1, parts)), base.starts)


def _gain(e: Exact, base: Outcome, other: tuple[Exact, Outcome]) -> dict[str, Any]:
    """What the other plan gives more, and who comes in and goes out. Unproven: from - to, None: not known."""
    _variant, found = other
    if found.starts is None or base.starts is None:
        return {"gain": None, "in": [], "out": []}
    old, new = Plan(e, base.starts).value(), Plan(e, found.starts).value()
    names = {
        "in": [e.items[j].id for j in sorted(found.starts) if j not in base.starts],
        "out": [e.items[j].id for j in sorted(base.starts) if j not in found.starts],
    }
    if base.bound == old and found.bound == new:
        return {"gain": e.points(new - old), **names}
    low = 0 if base.bound is None else max(0, new - base.bound)
    high = None if found.bound is None else max(0, found.bound - old)
    return {"gain": {"from": e.points(low), "to": None if high is None else e.points(high)}, **names}


KINDS = {"one": one, "many": many, "more": worth_of_more, "frontier": frontier, "flips": flips}
