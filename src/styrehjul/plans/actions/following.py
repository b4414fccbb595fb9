"""The year that a plan is live for: a line is moved with a reason, and an activity is begun and done."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import day_of, permit
from styrehjul.people.models import Person
from styrehjul.plans.actions.carrying import carry_to_projects
from styrehjul.plans.domain.approving import only_moved
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.models import Activity, PlanLine
from styrehjul.plans.queries.approving import listed, promises_hours, standing_of
from styrehjul.plans.queries.following import approved_lines, followed


@transaction.atomic
def move_line(
    line: PlanLine,
    *,
    start: int | None,
    hours: Decimal | None,
    reason: str,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
) -> PlanLine:
    """Another quarter or other hours for a line of the live plan, without a decision: with a reason and a name.

    The project follows: its start and the hours that the plan promised it. Another place in the order, or a line in or
    out, is a new version.
    """
    permit(by, "plan.move", at=at)
    line.refresh_from_db(from_queryset=PlanLine.objects.select_for_update())
    same_version(line, expected_version)
    plan = line.plan
    if plan.state != PlanState.LIVE:
        raise Refused("plan.not_live")
    approved = {row["line"]: row for row in approved_lines(plan)}
    now = followed(line, approved.get(line.key, {}))
    if not line.chosen or now.is_over:
        raise Refused("plan.line_over")
    if (start, hours) == (line.start, line.hours):
        raise Refused("plan.nothing_moved")
    if start != line.start and now.has_begun:
        raise Refused("plan.line_begun")
    if start is not None and start not in (1, 2, 3, 4):
        raise Refused("plan.quarter")
    if hours is not None and hours < 0:
        raise Refused("plan.negative")
    why = " ".join(reason.split())[:300]
    if not why:
        raise Refused("reason.needed")
    line.start, line.hours = start, hours
    line.moved_because, line.moved_by, line.moved_at = why, by, at
    store(line, by=by, at=at, action="plan_line.move", reason=why)
    if line.project is not None:
        standing = standing_of([line.project.pk], plan.year, plan.pool_id)
        changed = only_moved(plan.year, listed([line])[0], standing, on=day_of(at), pool=promises_hours(plan))
        carry_to_projects(plan, changed, by=by, at=at, reason=why)
    return line


@transaction.atomic
def begin_activity(activity: Activity, *, by: Person | None, at: datetime) -> Activity:
    """It is begun; what is no project has nothing else to tell it."""
    permit(by, "activity.mark", activity, at=at)
    _hold(activity)
    if activity.begun_on is not None:
        raise Refused("activity.begun")
    activity.begun_on = day_of(at)
    store(activity, by=by, at=at, action="activity.begin")
    return activity


@transaction.atomic
def finish_activity(activity: Activity, *, by: Person | None, at: datetime) -> Activity:
    """It is done. One that was never told to be begun was begun the same day."""
    permit(by, "activity.mark", activity, at=at)
    _hold(activity)
    if activity.done_on is not None:
        raise Refused("activity.done")
    activity.done_on = day_of(at)
    activity.begun_on = activity.begun_on or activity.done_on
    store(activity, by=by, at=at, action="activity.finish")
    return activity


@transaction.atomic
def reopen_activity(activity: Activity, *, by: Person | None, at: datetime) -> Activity:
    """It was not done, or not begun, after all: the last mark is taken away."""
    permit(by, "activity.mark", activity, at=at)
    _hold(activity)
    if activity.done_on is not None:
        activity.done_on = None
    elif activity.begun_on is not None:
        activity.begun_on = None
    else:
        raise Refused("activity.not_marked")
    store(activity, by=by, at=at, action="activity.reopen")
    return activity


def _hold(activity: Activity) -> None:
    activity.refresh_from_db(from_queryset=Activity.objects.select_for_update())


__all__ = ["begin_activity", "finish_activity", "move_line", "reopen_activity"]
