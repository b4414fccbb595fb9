"""A calculation and what it answered, read as it was stored."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from styrehjul.plans.domain.problem import Problem
from styrehjul.plans.domain.problem_file import read_problem
from styrehjul.plans.domain.studies import RunKind
from styrehjul.plans.models import PlanRun


@dataclass(frozen=True)
class Row:
    """One candidate in the table of an answer."""

    id: str
    name: str
    start: str
    value: Decimal | None
    standing: str  # must | chosen | left
    why: str = ""


def problem_of_run(run: PlanRun) -> Problem:
    return read_problem(run.problem.encode())


def solution_of(run: PlanRun) -> dict[str, Any]:
    """The stored answer, its numbers as they were."""
    answer: dict[str, Any] = json.loads(run.answer, parse_float=Decimal)
    return answer


def runs_shown(most: int = 50) -> list[PlanRun]:
    """The newest calculations, without their long texts."""
    return list(PlanRun.objects.filter(kind=RunKind.SOLVE).select_related("by").defer("problem").order_by("-pk")[:most])


def studies_of(run: PlanRun) -> list[PlanRun]:
    return list(PlanRun.objects.filter(of=run, failed_at__isnull=True).order_by("pk"))
