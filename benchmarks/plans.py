"""The yearly plan's solver: how soon there is a plan, and what is vouched for within half a minute.

Alone, without pages: `.styrehjul/venv/bin/python -m benchmarks.plans` with `src` on the path; a part of ./styrehjul benchmark.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from benchmarks.plan_instances import a_knapsack, a_municipality
from styrehjul.plans.domain.problem_file import read_problem
from styrehjul.plans.domain.words import percent
from styrehjul.plans.solving.run import Limits, Progress, solve

FIRST_PLAN, LIMIT, LARGEST_GAP = 2.0, 30.0, Decimal("0.02")
SEEDS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Solved:
    """One problem: seconds of the wall's clock to the first plan and to the answer, and how far it is from the best."""

    name: str
    first: float
    seconds: float
    answer: dict[str, Any]
    goal: str
    met: bool

    def line(self) -> str:
        sure = (
            "bevist"
            if self.answer["status"] == "proven_optimal"
            else f"højst {percent(self.answer['gap'] or 1)} fra det bedste"
        )
        missed = "" if self.met else "   over målet"
        return f"{self.name:34} {self.first:6.2f} {self.seconds:7.1f}  {sure:32} {self.goal}{missed}"


def solved() -> list[Solved]:
    within = f"første plan < {FIRST_PLAN:.0f} s, bevist eller < 2 % på {LIMIT:.0f} s"
    rows = [_one(f"60 kandidater, 8 puljer ({seed})", a_municipality(seed=seed), LIMIT, within) for seed in SEEDS]
    rows.append(_one("60 kandidater, alle 8 puljer knappe", a_municipality(scarce=8), LIMIT, "intet mål"))
    rows.append(_one("rygsæk, 100 kandidater, 5 puljer", a_knapsack(), 60.0, "bevist på 60 s"))
    return rows


def _one(name: str, document: dict[str, Any], limit: float, goal: str) -> Solved:
    problem = read_problem(document)
    began, first = time.perf_counter(), list[float]()

    def heard(progress: Progress) -> None:
        if progress.best is not None and not first:
            first.append(time.perf_counter() - began)

    answer = solve(problem, Limits(seconds=limit), progress=heard)
    seconds, gap = time.perf_counter() - began, answer["gap"]
    soon = bool(first) and first[0] < FIRST_PLAN
    met = {
        "intet mål": gap is not None,
        "bevist på 60 s": answer["status"] == "proven_optimal",
    }.get(goal, soon and gap is not None and gap < LARGEST_GAP)
    return Solved(name, first[0] if first else seconds, seconds, answer, goal, met)


def report(rows: list[Solved], say: Callable[[str], None] = print) -> bool:
    say("")
    say(f"{'indsatsplan':34} {'første':>6} {'i alt s':>7}  {'hvor sikkert':32} mål")
    for row in rows:
        say(row.line())
    return all(row.met for row in rows)


if __name__ == "__main__":
    report(solved())
