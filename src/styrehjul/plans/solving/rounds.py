"""One answer, step by step: a plan at once, the proof, the ties, the reasons. Runs in the solver's own process."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from styrehjul.plans.domain.checking import Plan, checked, holds
from styrehjul.plans.domain.exact import Exact, exact
from styrehjul.plans.domain.explaining import left_out
from styrehjul.plans.domain.greedy import greedy, improved, simple_bound
from styrehjul.plans.domain.matrix import Builder, Matrix
from styrehjul.plans.domain.problem import Problem
from styrehjul.plans.domain.solution import Outcome, gap_of
from styrehjul.plans.domain.variants import forced
from styrehjul.plans.solving.highs import Found, maximise

# Ties and reasons get what the proof took once more by half, but never less than this.
LEAST_AFTER_PROOF = 1.0
LEAST_TIE_NODES = 200  # a count of nodes stops at the same place on every machine, which a clock does not
STOPPED = {"time": "time", "nodes": "nodes", "stop": "stop", "failure": "failure"}


@dataclass
class Watch:
    """The clock and the stop button of one run, and who is told how it goes."""

    until: float
    tell: Callable[[dict[str, Any]], None] = lambda _message: None
    stop: Callable[[], bool] = lambda: False
    began: float = field(default_factory=time.monotonic)

    @property
    def left(self) -> float:
        return max(0.0, self.until - time.monotonic())

    def within(self, seconds: float) -> Watch:
        return replace(self, until=min(self.until, time.monotonic() + seconds), tell=lambda _message: None)

    @property
    def over(self) -> bool:
        return self.stop() or time.monotonic() >= self.until


class Best:
    """The best plan so far that our own counting has found to hold."""

    def __init__(self, e: Exact, watch: Watch) -> None:
        self.e, self.watch = e, watch
        self.starts: dict[int, int] | None = None
        self.value: int | None = None
        self.bound: int | None = None
        self.told = 0.0

    def offer(self, starts: dict[int, int] | None) -> bool:
        """Take the plan if it holds and is better; True if it holds."""
        if starts is None or not holds(self.e, starts):
            return False
        value = Plan(self.e, starts).value()
        if self.value is None or value > self.value:
            self.starts, self.value = dict(starts), value
            self.tell()
        return True

    def bounded(self, bound: int | None) -> None:
        if bound is not None and (self.bound is None or bound < self.bound):
            self.bound = bound
            if time.monotonic() - self.told > 0.2:
                self.tell()

    def tell(self) -> None:
        e, self.told = self.e, time.monotonic()
        value = None if self.value is None else e.points(self.value)
        bound = None if self.bound is None else e.points(max(self.bound, self.value or self.bound))
        self.watch.tell(
            {
                "kind": "progress",
                "best": value,
                "bound": bound,
                "gap": gap_of(value, bound),
                "starts": None if self.starts is None else [[j, s] for j, s in sorted(self.starts.items())],
                "seconds": round(self.told - self.watch.began, 2),
            }
        )


def answer(problem: Problem, watch: Watch, *, explain: bool = True) -> Outcome:
    """The best plan in the time there is, with the reasons for what it leaves out."""
    e = exact(problem)
    outcome = best_plan(e, watch)
    watch.tell({"kind": "proof", "outcome": vars(outcome)})
    after = (
        watch.within(max(LEAST_AFTER_PROOF, outcome.proof_seconds / 2))
        if outcome.stopped_by == "proof"
        else watch.within(LEAST_AFTER_PROOF)
    )
    if outcome.infeasible:
        outcome.conflicts = conflicts(e, replace(watch, until=max(watch.until, time.monotonic() + LEAST_AFTER_PROOF)))
    elif outcome.starts is not None:
        if outcome.stopped_by == "proof":
            break_ties(e, outcome, after)
        if explain:
            reasons = replace(after, until=max(after.until, time.monotonic() + LEAST_AFTER_PROOF / 2))
            outcome.left_out = left_out(e, outcome.starts, out_of_time=lambda: time.monotonic() >= reasons.until)
            if problem.options.explain == "full":
                prices(e, outcome, watch)
    return outcome


def best_plan(e: Exact, watch: Watch, hint: dict[int, int] | None = None) -> Outcome:
    """The search itself. A `hint` that holds is where it begins."""
    began = time.monotonic()
    best = Best(e, watch)
    best.bound = simple_bound(e)
    best.offer(greedy(e))
    best.offer(reference_of(e))
    best.offer(hint)
    m = Builder(e).build()
    found = _search(e, m, best, watch)
    bound = _bound(m, found, best)
    if found.ended == "infeasible" and best.starts is None:
        return Outcome(None, None, "proof", infeasible=True, reproducible=True, proof_seconds=time.monotonic() - began)
    if best.starts is not None and best.value is not None and found.ended != "optimal":
        best.offer(improved(e, best.starts))
    proven = bound is not None and bound == best.value and m.provable
    if proven:
        stopped = "proof"
    elif found.ended == "optimal":
        stopped = "gap" if e.problem.options.gap else "failure"
    else:
        stopped = STOPPED.get(found.ended, "failure")
    return Outcome(
        best.starts,
        bound if best.value is not None else None,
        stopped,
        reproducible=stopped in ("proof", "gap", "nodes"),
        nodes=found.nodes,
        proof_seconds=time.monotonic() - began,
        provable=m.provable,
    )


def _search(e: Exact, m: Matrix, best: Best, watch: Watch) -> Found:
    if not m.columns:
        # Nothing can be chosen: the empty plan is the only one.
        return Found("optimal", [], 0.0) if best.offer({}) else Found("infeasible")

    def better(x: list[float], bound: float) -> None:
        best.bounded(m.bound(bound))
        best.offer(m.starts(x))

    def again(tolerance: float) -> Found:
        return maximise(
            m,
            seconds=watch.left,
            gap=float(e.problem.options.gap),
            nodes=e.problem.options.node_limit,
            start=None if best.starts is None else start_vector(e, m, best.starts),
            better=better,
            bounded=lambda bound: best.bounded(m.bound(bound)),
            stop=watch.stop,
            tolerance=tolerance,
        )

    found = again(1e-7)
    if found.x is not None and not best.offer(m.starts(found.x)) and found.ended == "optimal":
        found = again(1e-9)
        if found.x is None or not best.offer(m.starts(found.x)):
            return Found("failure")
    return found


def _bound(m: Matrix, found: Found, best: Best) -> int | None:
    """What the search vouches for; a bound below a plan that holds is worth nothing."""
    if not m.columns:
        return best.value
    if found.ended in ("failure", "infeasible"):
        return None
    bounds = [b for b in (m.bound(found.bound), best.bound) if b is not None]
    bound = min(bounds, default=None)
    if bound is None or (best.value is not None and bound < best.value):
        return None
    return bound


def reference_of(e: Exact) -> dict[int, int]:
    return {e.index[key]: s for key, s in e.problem.reference.items() if s is not None}


def start_vector(e: Exact, m: Matrix, starts: dict[int, int]) -> list[float]:
    x = [0.0] * len(m.cost)
    for j, s in starts.items():
        x[m.at[j, s]] = 1.0
    for number, (members, _worth) in enumerate(e.synergies):
        x[len(m.columns) + number] = 1.0 if all(j in starts for j in members) else 0.0
    return x


def break_ties(e: Exact, outcome: Outcome, watch: Watch) -> None:
    """Among the best plans the one with least change, then the earliest starts, then the file's order."""
    assert outcome.starts is not None
    m = Builder(e).build()
    if not m.columns or not m.provable:
        return
    done: list[str] = []
    outcome.tie_break = {"done": done, "stopped": None}
    step = m.factor * m.unit
    worth = dict(enumerate(m.cost))
    m.row(worth, lower=sum(c * x for c, x in zip(m.cost, start_vector(e, m, outcome.starts), strict=True)) - step / 2)
    for name, cost in tie_costs(e, m):
        if watch.over:
            outcome.tie_break["stopped"], outcome.reproducible = name, False
            return
        m.cost = cost
        start = start_vector(e, m, outcome.starts)
        nodes = max(LEAST_TIE_NODES, outcome.nodes // 2)
        found = maximise(m, seconds=watch.left, nodes=nodes, start=start, stop=watch.stop)
        starts = None if found.x is None else m.starts(found.x)
        before = Plan(e, outcome.starts).value()
        if found.ended != "optimal" or starts is None or not holds(e, starts) or Plan(e, starts).value() != before:
            outcome.tie_break["stopped"], outcome.reproducible = name, found.ended not in ("time", "stop")
            return
        outcome.starts = starts
        done.append(name)
        least = sum(c for c, x in zip(cost, start_vector(e, m, starts), strict=True) if x)
        m.row(dict(enumerate(cost)), lower=least - 0.5)


def tie_costs(e: Exact, m: Matrix) -> Iterable[tuple[str, list[float]]]:
    rest = [0.0] * (len(m.cost) - len(m.columns))
    if e.problem.reference:
        kept = {e.index[key]: s for key, s in e.problem.reference.items()}
        cost = [
            0.0 if j not in kept else (1.0 if kept[j] == s else -1.0 if kept[j] is None else 0.0) for j, s in m.columns
        ]
        yield "reference", cost + rest
    if e.periods > 1:
        yield "earliest", [-float(s) for _j, s in m.columns] + rest
    yield "order", [-float(j) for j, _s in m.columns] + rest


def conflicts(e: Exact, watch: Watch) -> list[dict[str, Any]]:
    """The least that has to give way for the bound items: pools overdrawn before rules broken."""
    m = Builder(e, relaxed=True).build()
    found = maximise(m, seconds=watch.left, stop=watch.stop)
    if found.x is None:
        return []
    starts = m.starts(found.x)
    needed = _needed(e, starts)
    return [violation.as_dict() for violation in checked(e, needed).violations]


def _needed(e: Exact, starts: dict[int, int]) -> dict[int, int]:
    """Without the items that nothing asks for, as long as that breaks no more."""
    kept = dict(starts)
    for j in sorted(starts):
        without = {i: s for i, s in kept.items() if i != j}
        if not e.items[j].must and len(checked(e, without).violations) <= len(checked(e, kept).violations):
            kept = without
    return kept


def prices(e: Exact, outcome: Outcome, watch: Watch) -> None:
    """What each item left out would cost, were it forced in: a number when proven, else from - to."""
    assert outcome.starts is not None
    value = Plan(e, outcome.starts).value()
    for row in outcome.left_out:
        if row["reason"] in ("out", "no_start"):
            continue
        if watch.over:
            row["price"] = None
            outcome.reproducible = False
            continue
        other = best_plan(exact(forced(e.problem, row["id"], chosen=True)), watch.within(watch.left))
        row["price"] = loss_of(e, value, outcome.bound, other)
        outcome.reproducible = outcome.reproducible and other.reproducible


def loss_of(e: Exact, value: int, bound: int | None, other: Outcome) -> Decimal | dict[str, Any] | None:
    """How much less the other plan is worth: a number when both are proven, else from - to, None where nothing is known."""
    if other.infeasible:
        return {"impossible": True}
    low = None if other.bound is None else max(0, value - other.bound)
    high = None if bound is None or other.starts is None else bound - Plan(e, other.starts).value()
    if low is not None and low == high:
        return e.points(low)
    if low is None and high is None:
        return None
    return {"from": None if low is None else e.points(low), "to": None if high is None else e.points(high)}
