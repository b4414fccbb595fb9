"""What is asked about a plan that has been found, and how the answers are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from styrehjul.plans.domain.problem import Problem

CORE_SHARE = Decimal("0.01")
# So many hours a quarter is one person: the step by which more of a pool of hours is asked about.
PERSON_HOURS = Decimal(370)
OTHER_STEP_SHARE = Decimal("0.10")


class RunKind(StrEnum):
    SOLVE = "solve"
    MORE = "more"
    FRONTIER = "frontier"
    FLIPS = "flips"


SECONDS = {RunKind.SOLVE: 30, RunKind.MORE: 120, RunKind.FRONTIER: 120, RunKind.FLIPS: 240}


class Standing(StrEnum):
    """How sure a choice is."""

    MUST = "must"
    CORE = "core"
    BORDERLINE = "borderline"
    UNDECIDED = "undecided"
    OUT = "out"


@dataclass(frozen=True)
class Placed:
    id: str
    standing: Standing
    chosen: bool
    loss: Decimal | None


def placed(
    problem: Problem,
    chosen: Iterable[str],
    value: Decimal,
    rows: Iterable[Mapping[str, Any]],
    share: Decimal = CORE_SHARE,
) -> list[Placed]:
    """Each item: core or out when turning the choice costs more than this share of the plan, else borderline.

    A turn that was not proven to cost so much counts as undecided; one that cannot be made is as sure as can be.
    """
    inside, least = set(chosen), value * share
    losses = {row["id"]: row["loss"] for row in rows}
    return [
        _placed(item.id, item.must, item.out, item.id in inside, losses.get(item.id), least) for item in problem.items
    ]


def _placed(key: str, must: bool, out: bool, chosen: bool, loss: Any, least: Decimal) -> Placed:
    if must:
        return Placed(key, Standing.MUST, chosen, None)
    if out:
        return Placed(key, Standing.OUT, chosen, None)
    sure = Standing.CORE if chosen else Standing.OUT
    if isinstance(loss, Mapping):
        if loss.get("impossible"):
            return Placed(key, sure, chosen, None)
        low, high = loss.get("from"), loss.get("to")
        if low is not None and low > least:
            return Placed(key, sure, chosen, None)
        if high is not None and high <= least:
            return Placed(key, Standing.BORDERLINE, chosen, None)
        return Placed(key, Standing.UNDECIDED, chosen, None)
    if loss is None:
        return Placed(key, Standing.UNDECIDED, chosen, None)
    return Placed(key, sure if loss > least else Standing.BORDERLINE, chosen, Decimal(loss))


def steps(problem: Problem, person_hours: Decimal = PERSON_HOURS) -> dict[str, Decimal]:
    """How much more of each pool is asked about: one person's hours, or a tenth of what there is."""
    return {
        pool.id: person_hours
        if pool.unit == "timer"
        else max(Decimal(1), (max(pool.capacity, default=Decimal(0)) * OTHER_STEP_SHARE).quantize(Decimal(1)))
        for pool in problem.pools
    }
