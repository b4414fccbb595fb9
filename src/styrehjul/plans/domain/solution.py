"""The solution document styrehjul.solution/1, put together from a checked plan and what the solver can vouch for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from styrehjul.plans.domain.checking import Plan, carried_of, load_of
from styrehjul.plans.domain.exact import Exact

FORMAT = "styrehjul.solution/1"
GAP_DIGITS = Decimal("0.000001")


@dataclass
class Outcome:
    """What a run came to. `bound` in smallest units of value; None: nothing is known."""

    starts: dict[int, int] | None
    bound: int | None
    stopped_by: str  # proof | gap | nodes | time | stop | failure
    infeasible: bool = False
    conflicts: list[dict[str, Any]] = field(default_factory=list)
    left_out: list[dict[str, Any]] = field(default_factory=list)
    tie_break: dict[str, Any] = field(default_factory=lambda: {"done": [], "stopped": None})
    reproducible: bool = False
    nodes: int = 0
    proof_seconds: float = 0.0
    provable: bool = True


def status_of(value: int | None, outcome: Outcome) -> str:
    if outcome.infeasible:
        return "infeasible"
    if value is None:
        return "time_limit"
    return "proven_optimal" if outcome.provable and outcome.bound == value else "feasible"


def gap_of(value: Decimal | None, bound: Decimal | None) -> Decimal | None:
    """How far from the best at most, as a share of the bound; rounded up, never down."""
    if value is None or bound is None:
        return None
    if bound == value:
        return Decimal(0)
    if bound <= 0:
        return None
    gap = ((bound - value) / bound).quantize(GAP_DIGITS, rounding="ROUND_CEILING")
    return gap.normalize() if gap else gap


def document(e: Exact, outcome: Outcome, *, seconds: float, solver: str) -> dict[str, Any]:
    starts = outcome.starts
    units = None if starts is None else Plan(e, starts).value()
    value = None if units is None else e.points(units)
    bound = None if outcome.bound is None else e.points(outcome.bound)
    plan: Mapping[int, int] = starts or {}
    return {
        "format": FORMAT,
        "status": status_of(units, outcome),
        "objective": value,
        "bound": bound,
        "gap": gap_of(value, bound),
        "chosen": [
            {
                "id": e.items[j].id,
                "start": e.problem.periods[plan[j]].id,
                "value": e.points(e.value(j, plan[j])),
                "by": "must" if e.items[j].must else "chosen",
            }
            for j in sorted(plan)
        ],
        "load": {} if starts is None else load_of(e, plan),
        "left_out": outcome.left_out,
        "carried": carried_of(e, plan),
        "conflicts": outcome.conflicts,
        "tie_break": outcome.tie_break,
        "reproducible": outcome.reproducible,
        "stopped_by": outcome.stopped_by,
        "nodes": outcome.nodes,
        "seconds": round(seconds, 3),
        "solver": solver,
        "input_sha256": e.problem.sha256,
    }


def monotone(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows of a frontier made sound by each other: a plan that holds with less also holds with more."""
    made = [dict(row) for row in rows]
    best: Decimal | None = None
    for row in made:
        if row["value"] is not None and (best is None or row["value"] > best):
            best = row["value"]
        row["value"] = best
    least: Decimal | None = None
    for row in reversed(made):
        if row["bound"] is not None and (least is None or row["bound"] < least):
            least = row["bound"]
        row["bound"] = None if row["impossible"] else least
    return made
