"""The plan's activities that serve each goal, and those that serve none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.models import Activity
from styrehjul.strategy.hooks import Effort, Loose
from styrehjul.strategy.models import Goal


def activity_efforts(goals: Collection[int], on: date) -> dict[int, list[Effort]]:
    """Goal -> activities of the plans in force that serve it. One query."""
    found: dict[int, list[Effort]] = defaultdict(list)
    for row in _in_plan().filter(goal__in=goals):
        assert row.goal_id is not None, "filtered on it"
        found[row.goal_id].append(Effort(_("Aktivitet"), row.title, _url(row), _state(row), "", _age(row)))
    return found


def loose_activities(local: bool, on: date) -> list[Loose]:
    """Activities that are not done and serve no goal. One query."""
    rows = _in_plan().filter(goal=None, done_on=None)
    return [Loose(f"aktivitet-{row.pk}", row.title, _url(row), _("Aktivitet"), _state(row)) for row in rows]


def may_tie_activities(person: Person, on: date) -> set[int] | None:
    """Who prepares the plan ties all of its activities."""
    return None if may(person, "plan.prepare", on=on) else set()


def _in_plan() -> QuerySet[Any]:
    live = Q(plan_lines__plan__state=PlanState.LIVE.value, plan_lines__chosen=True)
    return Activity.objects.filter(live).annotate(year=Max("plan_lines__plan__year")).order_by("title", "pk")


def _url(row: Any) -> str:
    return f"/indsatsplan/{row.year}/"


def _state(row: Activity) -> str:
    if row.done_on is not None:
        return _("Udført")
    return _("I gang") if row.begun_on is not None else _("Planlagt")


def _age(row: Activity) -> str:
    last = row.done_on or row.begun_on
    return day_text(last) if last else ""


def goals_to_choose(on: date, kept: int | None) -> list[tuple[int, str]]:
    """The goals of the day, and the one that was chosen before it ended."""
    rows = Goal.objects.on(on) | Goal.objects.filter(pk__in=[] if kept is None else [kept])
    return list(rows.order_by("title").values_list("pk", "title").distinct())
