"""What the yearly plan sets at a project: its place in the order, the quarter it begins in, and the hours of a pool.

Whoever calls this has asked by what right: the plan's approval by a body, or a move in it with a reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from styrehjul.kernel.danish import listing, number_text
from styrehjul.kernel.days import quarter_end, quarter_of
from styrehjul.kernel.mandate import Mandate
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.large import mark_by_rule
from styrehjul.portfolio.actions.moving import lock, save, tell
from styrehjul.portfolio.actions.part import day_of, keep, line
from styrehjul.portfolio.domain.capacity import in_unit
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.parts import AllocationKind
from styrehjul.portfolio.domain.quarters import quarter_day, quarter_words
from styrehjul.portfolio.domain.record import Precision
from styrehjul.portfolio.models import Allocation, Pool, Project
from styrehjul.portfolio.queries.settings import settings


@transaction.atomic
def set_place(
    project: Project,
    priority: int | None,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
) -> Project:
    """Its place in the plan's order; None takes the place away."""
    lock(project)
    words = (str(project.priority or "ingen"), str(priority or "ingen"))
    project.priority = priority
    return save(
        project, "project.set_priority", ChangeKind.PRIORITY, words, by=by, at=at, mandate=mandate, reason=reason
    )


@transaction.atomic
def set_start(
    project: Project,
    quarter: date,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
) -> Project:
    """The quarter that it begins in. The day kept is the quarter's last, as for every day that is said by quarter."""
    lock(project)
    old = quarter_words(quarter_day(project.planned_start)) if project.planned_start else "ikke sat"
    project.planned_start = quarter_end(quarter.year, quarter_of(quarter))
    project.planned_start_precision = Precision.QUARTER.value
    words = (old, quarter_words(quarter))
    return save(
        project, "project.set_start", ChangeKind.START_DATE, words, by=by, at=at, mandate=mandate, reason=reason
    )


@transaction.atomic
def set_hours(
    project: Project,
    pool: Pool,
    hours: Mapping[date, Decimal],
    *,
    year: int,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
) -> Project:
    """The pool's hours for the project in each of these quarters: what was asked for or promised there becomes this.

    An amount of nothing gives the quarter's hours back. Hours of a person by name are left alone.
    """
    lock(project)
    chosen = settings()
    told = []
    for quarter, amount in sorted(hours.items()):
        rows = list(
            Allocation.objects.select_for_update()
            .filter(project=project, pool=pool, person=None, quarter=quarter, released_on=None)
            .order_by("kind", "pk")
        )
        counted = in_unit(amount, "hours", chosen.allocation_unit, chosen.hours_per_fte_quarter)
        assert counted is not None, "asked before: promises_hours"
        row = rows.pop(0) if rows and amount else Allocation(project=project, pool=pool, quarter=quarter)
        for other in rows:
            if amount or other.kind == AllocationKind.CONFIRMED:
                other.released_on = day_of(at)
                keep(other, by=by, at=at, action="allocation.release", reason=reason)
        if amount:
            row.amount, row.unit, row.kind = counted, chosen.allocation_unit, AllocationKind.CONFIRMED.value
            row.decision_ref, row.body_code = (mandate.decision_ref, mandate.body) if mandate else ("", "")
            row.given_by, row.given_on, row.reason, row.plan_year = by, day_of(at), line(reason, 300), year
            keep(row, by=by, at=at, action="project.allocate", reason=reason)
        told.append(f"{_amount(amount)} timer i {quarter_words(quarter)}")
    if told:
        tell(project, ChangeKind.HOURS, by=by, at=at, new=f"{pool}: {listing(told)}", reason=reason, mandate=mandate)
        mark_by_rule(project, by=by, at=at)
    return project


def _amount(value: Decimal) -> str:
    return number_text(value, 0 if value == value.to_integral_value() else 1)
