"""The solver against every plan there is, and the two worked examples to the last number."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from styrehjul.plans.domain.problem_file import read_problem
from styrehjul.plans.solving.run import solve_many
from tests.plans.instances import an_instance, every_plan, rank, worth

INSTANCES, BATCH = 520, 130


@pytest.mark.parametrize("first", range(0, INSTANCES, BATCH))
def test_the_answer_is_the_best_of_all_plans_and_a_proof_is_never_wrong(first: int) -> None:
    documents = [an_instance(seed) for seed in range(first, first + BATCH)]
    answers = solve_many([read_problem(document) for document in documents])
    assert len(answers) == len(documents)
    for seed, (document, answer) in enumerate(zip(documents, answers, strict=True), start=first):
        assert_best(document, answer, seed)


def assert_best(document: dict[str, Any], answer: dict[str, Any], seed: int) -> None:
    plans = every_plan(document)
    if not plans:
        assert answer["status"] == "infeasible", f"seed {seed}: {answer}"
        assert answer["conflicts"], f"seed {seed} says nothing about what is in the way"
        return
    best = max(rank(document, plan) for plan in plans)
    assert answer["status"] == "proven_optimal", f"seed {seed}: {answer}"
    assert Fraction(answer["objective"]) == best[0], f"seed {seed}: {answer['objective']} is not {best[0]}"
    periods = [row["id"] for row in document["periods"]]
    plan = {row["id"]: periods.index(row["start"]) for row in answer["chosen"]}
    assert plan in plans, f"seed {seed}: the plan does not hold"
    assert answer["tie_break"]["stopped"] is None, f"seed {seed}"
    assert rank(document, plan) == best, f"seed {seed}: another plan as good comes first"
    check_reasons(document, plans, plan, answer, seed)


def check_reasons(
    document: dict[str, Any], plans: list[dict[str, int]], plan: dict[str, int], answer: dict[str, Any], seed: int
) -> None:
    """What is said to bring an item in does bring it in."""
    periods = [row["id"] for row in document["periods"]]
    assert {row["id"] for row in answer["left_out"]} == {item["id"] for item in document["items"]} - set(plan)
    for row in answer["left_out"]:
        if "swap" in row:
            swapped = {key: s for key, s in plan.items() if key not in row["swap"]["remove"]}
            swapped[row["id"]] = periods.index(row["swap"]["start"])
            assert swapped in plans, f"seed {seed}: {row['id']} does not come in that way"
            assert worth(document, plan) - worth(document, swapped) == Fraction(row["swap"]["cost"]), f"seed {seed}"
        if row["reason"] == "not_worth":
            better = [p for p in plans if set(p) == {*plan, row["id"]} and worth(document, p) > worth(document, plan)]
            assert not better, f"seed {seed}: {row['id']} is worth it"
        if row["reason"] == "capacity":
            bigger = enlarged(document, row["shortage"])
            assert any(set(p) == {*plan, row["id"]} for p in every_plan(bigger)), f"seed {seed}: {row} is not enough"


def enlarged(document: dict[str, Any], shortage: list[dict[str, Any]]) -> dict[str, Any]:
    """The same problem with so much more of what was short."""
    bigger: dict[str, Any] = json.loads(json.dumps(document))
    periods = [row["id"] for row in document["periods"]]
    for missing in shortage:
        pool = next(row for row in bigger["pools"] if row["id"] == missing["pool"])
        per, given = pool["per"], pool["capacity"]
        keys = periods if per == "period" else [str(row["year"]) for row in document["periods"]]
        if per == "total":
            pool["capacity"] += float(missing["missing"])
            continue
        if not isinstance(given, dict):
            given = dict(zip(keys, given, strict=True)) if isinstance(given, list) else dict.fromkeys(keys, given)
        given[missing["period"]] += float(missing["missing"])
        pool["capacity"] = [given[key] for key in periods] if per == "period" else given
    return bigger
