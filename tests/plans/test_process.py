"""The solver's process is stopped, killed, starved and hurried; what comes back holds all the same."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from decimal import Decimal
from typing import Any

from benchmarks.plan_instances import a_municipality
from styrehjul.plans.domain.checking import check
from styrehjul.plans.domain.problem import Problem
from styrehjul.plans.domain.problem_file import read_problem
from styrehjul.plans.solving import process
from styrehjul.plans.solving.run import Limits, Progress, solve

HARD = read_problem(a_municipality(80, scarce=8))


def assert_holds(problem: Problem, answer: dict[str, Any]) -> None:
    assert answer["status"] == "feasible"
    assert check(problem, {row["id"]: row["start"] for row in answer["chosen"]}).violations == []
    assert {row["id"] for row in answer["left_out"]} | {row["id"] for row in answer["chosen"]} == {
        item.id for item in problem.items
    }


def test_out_of_time_it_says_how_far_at_most() -> None:
    answer = solve(HARD, Limits(seconds=1.5))
    assert_holds(HARD, answer)
    assert (answer["stopped_by"], answer["reproducible"]) == ("time", False)
    assert answer["bound"] > answer["objective"]
    assert 0 < answer["gap"] < 1


def test_stop_and_use_the_best() -> None:
    seen: list[Progress] = []
    began = time.monotonic()
    answer = solve(HARD, Limits(seconds=60), progress=seen.append, cancel=lambda: len(seen) > 2)
    assert time.monotonic() - began < 20
    assert_holds(HARD, answer)
    assert answer["stopped_by"] == "stop"
    assert answer["objective"] >= max(progress.best for progress in seen if progress.best is not None)


def test_killed_it_gives_the_best_it_had_told_of() -> None:
    seen: list[Progress] = []
    killed: list[int] = []

    def kill_after_some(progress: Progress) -> None:
        seen.append(progress)
        if len(seen) >= 2 and not killed:
            # As wide as it is: a terminal of 80 columns, or COLUMNS in the environment, would cut the name off.
            children = subprocess.run(
                ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(os.getpid())],
                capture_output=True,
                text=True,
                check=True,
            )
            for line in children.stdout.splitlines():
                pid, _, words = line.strip().partition(" ")
                if "styrehjul.plans.solving.child" in words:
                    os.kill(int(pid), 9)
                    killed.append(int(pid))

    answer = solve(HARD, Limits(seconds=60), progress=kill_after_some)
    assert_holds(HARD, answer)
    assert (answer["stopped_by"], answer["reproducible"]) == ("failure", False)
    assert answer["objective"] >= (seen[1].best or Decimal(0))


def test_without_memory_the_simple_plan_comes_back_and_nothing_is_claimed() -> None:
    answer = solve(HARD, Limits(seconds=20, memory_mb=64))
    assert_holds(HARD, answer)
    assert (answer["bound"], answer["gap"], answer["stopped_by"]) == (None, None, "failure")


def test_the_same_file_gives_the_same_answer() -> None:
    problem = read_problem(a_municipality(14, 5))
    first, second = (solve(problem) for _ in range(2))
    assert first["reproducible"]
    assert {**first, "seconds": 0} == {**second, "seconds": 0}


def test_the_solver_is_never_imported_here() -> None:
    assert "highspy" not in sys.modules
    assert process.SRC.name == "src"


def test_a_thousand_candidates_get_an_answer() -> None:
    items = [
        {"id": f"p{number}", "value": number % 37 + 1, "demand": {"PL": number % 23 + 5, "KR": number % 11}}
        for number in range(1000)
    ]
    pools = [{"id": "PL", "capacity": 2000}, {"id": "KR", "capacity": 700}]
    problem = read_problem({"format": "styrehjul.plan/1", "pools": pools, "items": items})
    answer = solve(problem, Limits(seconds=10))
    assert answer["gap"] is not None
    assert answer["gap"] < Decimal("0.01")
    assert len(answer["chosen"]) + len(answer["left_out"]) == 1000
