"""Hours: the pools that have them, and the projects that ask for them or are promised them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.kernel.danish import number_text
from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.actions.large import mark_by_rule
from styrehjul.portfolio.actions.moving import begin, tell
from styrehjul.portfolio.actions.part import day_of, fresh, keep, line, open_for, person_here, take_away
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.parts import AllocationKind
from styrehjul.portfolio.domain.quarters import quarter_day, quarter_words
from styrehjul.portfolio.models import Allocation, Capacity, Pool, Project
from styrehjul.portfolio.queries.settings import settings


@transaction.atomic
def save_pool(
    pool: Pool | None,
    *,
    name: str,
    by: Person | None,
    at: datetime,
    unit_id: int | None = None,
    leader_id: int | None = None,
    expected_version: int | None = None,
) -> Pool:
    """Name a pool of people, a role or a unit, and who leads it."""
    permit(by, "pool.change", at=at)
    row = Pool() if pool is None else fresh(pool, expected_version)
    row.name = line(name, 120)
    if Pool.objects.filter(name=row.name).exclude(pk=row.pk).exists():
        raise Refused("pool.name_taken")
    row.unit = OrgUnit.objects.filter(pk=unit_id).first() if unit_id else None
    row.leader = person_here(leader_id, at)
    store(row, by=by, at=at, action="pool.save")
    return row


@transaction.atomic
def set_capacity(
    pool: Pool, *, quarter: date, gross: Decimal, absence: Decimal, by: Person | None, at: datetime
) -> Capacity:
    """What the pool has in a quarter, and what absence and operations take of it."""
    permit(by, "capacity.change", pool, at=at)
    if absence < 0 or gross < 0 or absence > gross:
        raise Refused("capacity.absence")
    first = quarter_day(quarter)
    row = Capacity.objects.filter(pool=pool, quarter=first).first() or Capacity(pool=pool, quarter=first)
    row.gross, row.absence, row.unit = gross, absence, settings().allocation_unit
    store(row, by=by, at=at, action="capacity.set")
    return row


@transaction.atomic
def ask_for_hours(
    project: Project,
    *,
    quarter: date,
    amount: Decimal,
    by: Person | None,
    at: datetime,
    pool_id: int | None = None,
    person_id: int | None = None,
    reason: str = "",
) -> Allocation:
    """The project asks for hours of a pool or a person in a quarter. More than there is is shown, not refused."""
    open_for(project, by=by, at=at)
    row = Allocation(project=project, kind=AllocationKind.REQUESTED.value)
    _set(row, quarter, amount, pool_id, person_id, reason, by=by, at=at)
    keep(row, by=by, at=at, action="allocation.ask", reason=reason)
    mark_by_rule(project, by=by, at=at)
    return row


@transaction.atomic
def change_allocation(
    row: Allocation,
    *,
    quarter: date,
    amount: Decimal,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
    pool_id: int | None = None,
    person_id: int | None = None,
    reason: str = "",
) -> Allocation:
    """Change what is asked for. Hours that were promised are asked for anew when they change."""
    open_for(row.project, by=by, at=at)
    fresh(row, expected_version)
    before = (row.pool_id, row.person_id, row.quarter, row.amount)
    _set(row, quarter, amount, pool_id, person_id, reason, by=by, at=at)
    if (row.pool_id, row.person_id, row.quarter, row.amount) != before:
        row.kind, row.decision_ref, row.body_code = AllocationKind.REQUESTED.value, "", ""
    keep(row, by=by, at=at, action="allocation.change", reason=reason)
    mark_by_rule(row.project, by=by, at=at)
    return row


@transaction.atomic
def confirm_allocation(row: Allocation, *, reason: str, by: Person | None, at: datetime) -> Allocation:
    """The leader of the pool, or who administers the portfolio, promises what was asked for, and says why."""
    fresh(row)
    permit(by, "allocation.confirm", row, at=at)
    if row.kind != AllocationKind.REQUESTED or row.released_on is not None:
        raise Refused("allocation.not_asked")
    if not reason.strip():
        raise Refused("reason.needed")
    row.kind, row.given_by, row.given_on, row.reason = (
        AllocationKind.CONFIRMED.value,
        by,
        day_of(at),
        line(reason, 300),
    )
    keep(row, by=by, at=at, action="allocation.confirm", reason=reason)
    _tell(row, by=by, at=at, mandate=None, reason=reason)
    return row


@transaction.atomic
def remove_allocation(row: Allocation, *, by: Person | None, at: datetime) -> Project:
    """The project no longer asks for the hours."""
    return take_away(row, by=by, at=at, action="allocation.remove")


@transaction.atomic
def release_allocations(project: Project, *, by: Person | None, at: datetime, from_day: date | None = None) -> int:
    """Give back the hours of the quarters that begin on a day or later: the project is paused, closed or stopped. How many."""
    rows = Allocation.objects.filter(project=project, quarter__gte=from_day or day_of(at), released_on=None)
    for row in rows:
        row.released_on = day_of(at)
        keep(row, by=by, at=at, action="allocation.release")
    return len(rows)


@transaction.atomic
def allocate(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    pool: int,
    quarter: date,
    amount: Decimal,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """Promise the project hours of a pool in a quarter, by a decision or with a reason."""
    begin(project, "project.allocate", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    first = quarter_day(quarter)
    asked = Allocation.objects.filter(
        project=project, pool_id=pool, person=None, quarter=first, kind=AllocationKind.REQUESTED.value, released_on=None
    ).first()
    row = asked or Allocation(project=project)
    _set(row, first, amount, pool, None, reason, by=by, at=at)
    row.kind = AllocationKind.CONFIRMED.value
    row.decision_ref, row.body_code = (mandate.decision_ref, mandate.body) if mandate else ("", "")
    keep(row, by=by, at=at, action="project.allocate", reason=reason)
    _tell(row, by=by, at=at, mandate=mandate, reason=reason)
    mark_by_rule(project, by=by, at=at)
    return project


def _set(
    row: Allocation,
    quarter: date,
    amount: Decimal,
    pool_id: int | None,
    person_id: int | None,
    reason: str,
    *,
    by: Person | None,
    at: datetime,
) -> None:
    row.pool = Pool.objects.filter(pk=pool_id).first() if pool_id else None
    row.person = person_here(person_id, at)
    if row.pool is None and row.person is None:
        raise Refused("allocation.of_nobody")
    if amount <= 0:
        raise Refused("allocation.amount")
    row.quarter, row.amount, row.unit = quarter_day(quarter), amount, settings().allocation_unit
    row.given_by, row.given_on, row.reason = by, day_of(at), line(reason, 300)


def _tell(row: Allocation, *, by: Person | None, at: datetime, mandate: Mandate | None, reason: str) -> None:
    unit = str(row.get_unit_display()).lower()
    amount = number_text(row.amount, 0 if row.amount == row.amount.to_integral_value() else 1)
    new = f"{row.pool or row.person}: {amount} {unit} i {quarter_words(row.quarter)}"
    tell(row.project, ChangeKind.HOURS, by=by, at=at, new=new, reason=reason, mandate=mandate)


@transaction.atomic
def close_pool(pool: Pool, *, by: Person | None, at: datetime) -> Pool:
    """Nobody draws on the pool any more; what was promised stays. One that nobody ever drew on is taken away."""
    permit(by, "pool.change", at=at)
    fresh(pool)
    if pool.allocations.exists() or pool.capacity.exists():
        pool.closed_on = day_of(at)
        store(pool, by=by, at=at, action="pool.close")
    else:
        remove(pool, by=by, at=at, action="pool.remove")
    return pool
