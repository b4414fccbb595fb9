"""The door to the solver: a problem in, a checked solution out. Never called in a request."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from styrehjul.plans.domain.checking import Plan, holds
from styrehjul.plans.domain.exact import Exact, exact
from styrehjul.plans.domain.explaining import left_out
from styrehjul.plans.domain.greedy import greedy
from styrehjul.plans.domain.problem import Problem
from styrehjul.plans.domain.problem_document import document_of
from styrehjul.plans.domain.solution import Outcome, document, monotone
from styrehjul.plans.solving.process import messages

NO_SOLVER = "ingen"


@dataclass(frozen=True)
class Limits:
    """`seconds` for the whole answer (None: as the problem says), and how much memory the process may take."""

    seconds: float | None = None
    memory_mb: int = 2048


@dataclass(frozen=True)
class Progress:
    """How far a run has come; `starts` is the best plan so far, by ids of items and periods."""

    best: Decimal | None
    bound: Decimal | None
    gap: Decimal | None
    seconds: float
    starts: dict[str, str]


def solve(
    problem: Problem,
    limits: Limits = Limits(),
    progress: Callable[[Progress], None] | None = None,
    cancel: Callable[[], bool] | None = None,
) -> dict[str, Any]:
    """The solution document. Whatever happens to the solver's process, what comes back has been checked here."""
    began = time.monotonic()
    e = exact(problem)
    seconds = float(problem.options.time_limit) if limits.seconds is None else limits.seconds
    kept = _Kept(e)
    request = {"kind": "one", "problem": document_of(problem)}
    for message in messages(request, seconds=seconds, memory_mb=limits.memory_mb, cancel=cancel):
        kept.take(message)
        if message["kind"] == "progress" and progress is not None:
            progress(kept.progress(message))
    return document(e, kept.outcome(), seconds=time.monotonic() - began, solver=kept.solver)


def solve_many(problems: Sequence[Problem], *, memory_mb: int = 2048) -> list[dict[str, Any]]:
    """The answers to many small problems from one process, in their order."""
    answers: list[dict[str, Any]] = []
    seconds = sum(float(problem.options.time_limit) for problem in problems)
    solver = NO_SOLVER
    for message in messages(
        {"kind": "many", "problems": [document_of(problem) for problem in problems]},
        seconds=seconds,
        memory_mb=memory_mb,
    ):
        solver = message.get("solver", solver)
        if message["kind"] == "outcome":
            e = exact(problems[len(answers)])
            kept = _Kept(e)
            kept.take(message)
            answers.append(document(e, kept.outcome(), seconds=0.0, solver=solver))
    return answers


def study(
    kind: str,
    problem: Problem,
    *,
    plan: Mapping[str, str] | None = None,
    bound: Decimal | None = None,
    limits: Limits = Limits(),
    steps: Mapping[str, Decimal] | None = None,
    pool: str = "",
    told: Callable[[dict[str, Any]], None] | None = None,
    cancel: Callable[[], bool] | None = None,
) -> list[dict[str, Any]]:
    """Rows of `more`, `frontier` or `flips`, as many as there was time for.

    `plan` and `bound` are those of the stored solution. `more` takes `steps`, per pool how much more is asked about;
    `frontier` takes `pool`.
    """
    e = exact(problem)
    at = {period.id: t for t, period in enumerate(problem.periods)}
    request = {
        "kind": kind,
        "problem": document_of(problem),
        "plan": None if plan is None else [[e.index[key], at[period]] for key, period in plan.items()],
        "bound": None if bound is None else int(bound * e.value_unit),
        "steps": dict(steps or {}),
        "pool": pool,
    }
    seconds = float(problem.options.time_limit) if limits.seconds is None else limits.seconds
    rows = []
    for message in messages(request, seconds=seconds, memory_mb=limits.memory_mb, cancel=cancel):
        if message["kind"] == "row":
            rows.append(message["row"])
            if told is not None:
                told(message["row"])
    return monotone(rows) if kind == "frontier" else rows


class _Kept:
    """What the process has said so far, each plan checked again on this side."""

    def __init__(self, e: Exact) -> None:
        self.e = e
        self.solver = NO_SOLVER
        self.starts: dict[int, int] | None = None
        self.bound: int | None = None
        self.proof: Outcome | None = None
        self.whole: Outcome | None = None

    def take(self, message: dict[str, Any]) -> None:
        self.solver = message.get("solver", self.solver)
        if message["kind"] == "progress":
            starts = _numbers(message["starts"])
            if starts is not None and holds(self.e, starts):
                self.starts = starts
            if message["bound"] is not None:
                self.bound = int(message["bound"] * self.e.value_unit)
        elif message["kind"] == "proof":
            self.proof = self._checked(message["outcome"])
        elif message["kind"] == "outcome":
            self.whole = self._checked(message["outcome"])

    def progress(self, message: dict[str, Any]) -> Progress:
        items, periods = self.e.items, self.e.problem.periods
        starts = {items[j].id: periods[s].id for j, s in (self.starts or {}).items()}
        best, bound, gap = (None if message[key] is None else Decimal(message[key]) for key in ("best", "bound", "gap"))
        return Progress(best, bound, gap, float(message["seconds"]), starts)

    def outcome(self) -> Outcome:
        """The whole answer; else what was proven; else the best plan heard of, or a simple one."""
        if self.whole is not None:
            return self.whole
        outcome = self.proof
        if outcome is None:
            starts = self.starts if self.starts is not None else greedy(self.e)
            bound = self.bound if starts is not None and starts is self.starts else None
            outcome = Outcome(starts, bound, "failure")
        if outcome.starts is not None:
            outcome.left_out = left_out(self.e, outcome.starts, out_of_time=lambda: True)
            outcome.tie_break["stopped"] = "failure"
            outcome.reproducible = False
        return outcome

    def _checked(self, told: dict[str, Any]) -> Outcome:
        outcome = Outcome(**{**told, "starts": _numbers(told["starts"]), "proof_seconds": float(told["proof_seconds"])})
        if outcome.starts is None:
            return outcome
        if not holds(self.e, outcome.starts):
            return Outcome(greedy(self.e), None, "failure")
        if outcome.bound is not None and outcome.bound < Plan(self.e, outcome.starts).value():
            outcome.bound = None
        return outcome


def _numbers(starts: Any) -> dict[int, int] | None:
    """JSON names fields by text, and lists pairs as lists."""
    if starts is None:
        return None
    pairs = starts.items() if isinstance(starts, dict) else starts
    return {int(j): int(s) for j, s in pairs}
