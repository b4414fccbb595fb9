"""Milestones: promised, moved with a reason, reached."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.part import day_of, fresh, keep, line, open_for, person_here, take_away, write
from styrehjul.portfolio.models import Milestone, Project

FIELDS = frozenset({"title", "kind", "baseline_on", "forecast_on", "actual_on", "owner"})


@transaction.atomic
def add_milestone(
    project: Project,
    *,
    title: str,
    forecast_on: date,
    by: Person | None,
    at: datetime,
    owner_id: int | None = None,
    baseline_on: date | None = None,
    **fields: Any,
) -> Milestone:
    """A day that the project promises. What is expected now is what was promised, unless a baseline is given."""
    open_for(project, by=by, at=at)
    milestone = Milestone(project=project, title=line(title, 200), forecast_on=forecast_on)
    write(milestone, fields, FIELDS)
    milestone.owner = person_here(owner_id, at)
    milestone.baseline_on = baseline_on or forecast_on
    _reached_in_time(milestone, at)
    return keep(milestone, by=by, at=at, action="milestone.add")


@transaction.atomic
def change_milestone(
    milestone: Milestone,
    *,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
    why: str = "",
    owner_id: int | None = None,
    **fields: Any,
) -> Milestone:
    """Change a milestone. Moving the day that is expected asks why."""
    open_for(milestone.project, by=by, at=at)
    fresh(milestone, expected_version)
    before = milestone.forecast_on
    write(milestone, fields, FIELDS)
    milestone.title = line(milestone.title, 200)
    milestone.owner = person_here(owner_id, at)
    if milestone.forecast_on != before:
        if not why.strip():
            raise Refused("milestone.why")
        milestone.moved_because = line(why, 300)
    _reached_in_time(milestone, at)
    return keep(milestone, by=by, at=at, action="milestone.change", reason=why)


@transaction.atomic
def remove_milestone(milestone: Milestone, *, by: Person | None, at: datetime) -> Project:
    """Take a milestone away; what hung on it hangs on the project alone."""
    return take_away(milestone, by=by, at=at, action="milestone.remove")


def _reached_in_time(milestone: Milestone, at: datetime) -> None:
    if milestone.actual_on is not None and milestone.actual_on > day_of(at):
        raise Refused("milestone.future")
