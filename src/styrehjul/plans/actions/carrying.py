"""What a plan says of its projects is set at the projects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from styrehjul.kernel.mandate import Mandate
from styrehjul.people.models import Person
from styrehjul.plans.domain.approving import Consequence
from styrehjul.plans.models import PlanVersion
from styrehjul.plans.queries.candidates import name_of
from styrehjul.portfolio.actions.planning import set_hours, set_place, set_start
from styrehjul.portfolio.models import Project


@transaction.atomic
def carry_to_projects(
    plan: PlanVersion,
    changed: Sequence[Consequence],
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
) -> None:
    """Exactly these changes, each with the decision or the reason in the project's history. In one order for everybody."""
    said = reason or name_of(plan.year)
    projects = {project.pk: project for project in Project.objects.filter(pk__in=[one.key for one in changed])}
    for one in sorted(changed, key=lambda one: one.key):
        project = projects[one.key]
        if one.priority:
            set_place(project, one.priority[1], by=by, at=at, mandate=mandate, reason=said)
        if one.start:
            set_start(project, one.start, by=by, at=at, mandate=mandate, reason=said)
        if one.hours and plan.pool is not None:
            hours = {quarter: after for quarter, _, after in one.hours}
            set_hours(project, plan.pool, hours, year=plan.year, by=by, at=at, mandate=mandate, reason=said)


__all__ = ["carry_to_projects"]
