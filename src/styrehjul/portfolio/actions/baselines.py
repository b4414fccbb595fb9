"""Freezing a project's plan, so that what came of it can be compared with what was promised."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Sum

from styrehjul.audit.unit import store
from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.moving import begin, danish_day, day_or_none, tell
from styrehjul.portfolio.benefit_hooks import benefits_of
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.record import Precision
from styrehjul.portfolio.models import Baseline, Project


@transaction.atomic
def set_baseline(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    planned_end: date | None = None,
    cost_tdkk: Decimal | None = None,
    hours: Decimal | None = None,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """Give the project a new plan to be compared with. The old ones are kept: the way from the first stays visible."""
    begin(project, "project.set_baseline", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    if planned_end and project.planned_start and planned_end < project.planned_start:
        raise Refused("project.ends_before_start", start=project.planned_start)
    if not project.baselines.exists():
        raise Refused("baseline.not_started")
    old = project.planned_end
    if planned_end and planned_end != project.planned_end:
        project.planned_end, project.planned_end_precision = planned_end, Precision.DAY.value
    project.cost_tdkk = cost_tdkk if cost_tdkk is not None else project.cost_tdkk
    project.hours = hours if hours is not None else project.hours
    store(project, by=by, at=at, action="project.set_baseline", reason=reason)
    row = freeze(project, by=by, at=at, mandate=mandate, reason=reason)
    tell(
        project, ChangeKind.END_DATE, by=by, at=at, old=day_or_none(old),
        new=f"{day_or_none(project.planned_end)} (baseline {row.serial})", reason=reason, mandate=mandate,
    )  # fmt: skip
    return project


def freeze(
    project: Project, *, by: Person | None, at: datetime, mandate: Mandate | None = None, reason: str = ""
) -> Baseline:
    """Keep the plan as it is filled now, as the next version."""
    last = project.baselines.order_by("serial").last()
    row = Baseline(
        project=project,
        serial=last.serial + 1 if last else 1,
        on=danish_day(at),
        by=by,
        reason=reason,
        decision_ref=mandate.decision_ref if mandate else "",
        planned_start=project.planned_start or project.actual_start,
        planned_end=project.planned_end,
        planned_end_precision=project.planned_end_precision,
        cost_tdkk=project.cost_tdkk,
        hours=project.hours,
        detail=_detail(project),
    )
    store(row, by=by, at=at, action="project.freeze_baseline", reason=reason)
    return row


def _detail(project: Project) -> dict[str, Any]:
    years = project.economy.values("year").annotate(amount=Sum("budget")).order_by("year")
    return {
        "milestones": [[row.title, row.forecast_on.isoformat()] for row in project.milestones.all()],
        "economy": [[row["year"], str(row["amount"] or 0)] for row in years],
        "benefits": [[fact.number, fact.title, fact.target] for fact in benefits_of(project)],
    }
