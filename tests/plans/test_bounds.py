"""The simple ways, without a solver: the plan holds, and the bound is never below the best there is."""

from __future__ import annotations

import pytest

from styrehjul.plans.domain.checking import Plan, holds
from styrehjul.plans.domain.exact import exact
from styrehjul.plans.domain.greedy import greedy, simple_bound
from styrehjul.plans.domain.problem_file import read_problem
from tests.plans.instances import an_instance, every_plan, worth


@pytest.mark.parametrize("seed", range(60))
def test_between_the_simple_plan_and_the_simple_bound_lies_the_best(seed: int) -> None:
    document = an_instance(seed)
    e, plans = exact(read_problem(document)), every_plan(document)
    simple = greedy(e)
    if simple is not None:
        assert holds(e, simple)
        assert simple in [{e.index[key]: s for key, s in plan.items()} for plan in plans]
    if plans:
        best = max(worth(document, plan) for plan in plans)
        assert best <= e.points(simple_bound(e))
        assert simple is None or e.points(Plan(e, simple).value()) <= best
