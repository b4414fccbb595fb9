"""Tying an activity of the plan to a goal."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import day_of, permit
from styrehjul.people.models import Person
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.models import Activity
from styrehjul.strategy.models import Goal


@transaction.atomic
def tie_activity(key: int, goal: int, by: Person, at: datetime) -> None:
    """The activity with that key contributes to the goal. What is frozen in a version stays as it was."""
    activity = Activity.objects.select_for_update().filter(pk=key).first()
    if activity is None or not activity.plan_lines.filter(plan__state=PlanState.LIVE.value).exists():
        raise Refused("tie.unknown")
    permit(by, "plan.prepare", at=at)
    aim(activity, goal, by=by, at=at)


def aim(activity: Activity, goal: int | None, *, by: Person | None, at: datetime) -> None:
    """Set the goal of an activity, or none; whoever calls has asked who may."""
    if goal == activity.goal_id:
        return
    if goal is not None and not Goal.objects.on(day_of(at)).filter(pk=goal).exists():
        raise Refused("goal.not_in_force")
    activity.goal_id = goal
    store(activity, by=by, at=at, action="activity.tie_goal")
