"""What the approval of a version would change at the projects, as they are now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from styrehjul.plans.domain.approving import Consequence, Listed, Standing, consequences
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.models import PlanLine, PlanVersion
from styrehjul.plans.queries.plans import is_ranked, lines_of
from styrehjul.portfolio.domain.capacity import in_unit
from styrehjul.portfolio.domain.parts import AllocationKind
from styrehjul.portfolio.models import Allocation, Project
from styrehjul.portfolio.queries.settings import settings


def listed(lines: Iterable[PlanLine]) -> list[Listed]:
    """The plan's projects in its order."""
    return [
        Listed(line.project.pk, line.project.title, line.chosen, line.start, line.quarters, line.hours, is_ranked(line))
        for line in lines
        if line.project is not None
    ]


def former_of(plan: PlanVersion) -> dict[int, str]:
    """The projects that were with in the version that this one takes the place of."""
    found = PlanLine.objects.filter(
        plan__year=plan.year, plan__state=PlanState.LIVE, chosen=True, project__isnull=False
    )
    return dict(found.exclude(plan=plan).order_by("pk").values_list("project_id", "project__title"))


def standing_of(keys: Iterable[int], year: int, pool: int | None) -> dict[int, Standing]:
    """The projects as they are, and what the pool has promised them. Three queries."""
    wanted = set(keys)
    promised: dict[int, dict[date, Decimal]] = defaultdict(dict)
    own: dict[int, set[date]] = defaultdict(set)
    chosen = settings()
    if pool is not None:
        rows = Allocation.objects.filter(
            project__in=wanted, pool=pool, person=None, kind=AllocationKind.CONFIRMED.value, released_on=None
        )
        for row in rows.order_by("quarter", "pk"):
            amount = in_unit(row.amount, row.unit, "hours", chosen.hours_per_fte_quarter)
            if amount is None:
                continue
            there = promised[row.project_id]
            there[row.quarter] = there.get(row.quarter, Decimal(0)) + amount
            if row.plan_year == year:
                own[row.project_id].add(row.quarter)
    return {
        project.pk: Standing(
            project.state, project.priority, project.planned_start, promised[project.pk], frozenset(own[project.pk])
        )
        for project in Project.objects.filter(pk__in=wanted)
    }


def promises_hours(plan: PlanVersion) -> bool:
    """Whether the plan's hours can be promised: they are a pool's, and counted as the municipality counts them."""
    if plan.pool_id is None:
        return False
    chosen = settings()
    return in_unit(Decimal(1), "hours", chosen.allocation_unit, chosen.hours_per_fte_quarter) is not None


def consequences_of(plan: PlanVersion, on: date, lines: Iterable[PlanLine] | None = None) -> list[Consequence]:
    """What its approval changes. The same list is shown before and carried out."""
    rows = listed(lines if lines is not None else lines_of(plan))
    former = former_of(plan)
    standing = standing_of({row.key for row in rows} | former.keys(), plan.year, plan.pool_id)
    return consequences(plan.year, rows, standing, on=on, pool=promises_hours(plan), former=former)
