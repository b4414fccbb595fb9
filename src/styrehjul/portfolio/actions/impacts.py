"""How hard a project touches an area, and when."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.actions.part import fresh, keep, open_for, take_away, write
from styrehjul.portfolio.domain.quarters import quarter_day
from styrehjul.portfolio.models import Impact, Project

FIELDS = frozenset({"intensity", "staff", "go_live", "note"})


@transaction.atomic
def add_impact(
    project: Project,
    *,
    area_id: int,
    from_quarter: date,
    to_quarter: date,
    by: Person | None,
    at: datetime,
    **fields: Any,
) -> Impact:
    """The project touches an area from one quarter to another."""
    open_for(project, by=by, at=at)
    impact = Impact(project=project)
    _set(write(impact, fields, FIELDS), area_id, from_quarter, to_quarter)
    return keep(impact, by=by, at=at, action="impact.add")


@transaction.atomic
def change_impact(
    impact: Impact,
    *,
    area_id: int,
    from_quarter: date,
    to_quarter: date,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
    **fields: Any,
) -> Impact:
    """Change where, when and how hard."""
    open_for(impact.project, by=by, at=at)
    fresh(impact, expected_version)
    _set(write(impact, fields, FIELDS), area_id, from_quarter, to_quarter)
    return keep(impact, by=by, at=at, action="impact.change")


@transaction.atomic
def remove_impact(impact: Impact, *, by: Person | None, at: datetime) -> Project:
    """The project does not touch the area after all."""
    return take_away(impact, by=by, at=at, action="impact.remove")


def _set(impact: Impact, area_id: int, first: date, last: date) -> None:
    impact.area = OrgUnit.objects.get(pk=area_id)
    impact.from_quarter, impact.to_quarter = quarter_day(first), quarter_day(last)
    if impact.to_quarter < impact.from_quarter:
        raise Refused("impact.period")
    if impact.intensity is None or not 1 <= impact.intensity <= 3:
        raise Refused("impact.intensity")
