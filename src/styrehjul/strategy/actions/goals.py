"""Writing goals in, putting them right, and what they are to the other strategies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.strategy.domain.goals import Others, Place, lacks
from styrehjul.strategy.domain.words import GoalKind
from styrehjul.strategy.models import Goal


@dataclass(frozen=True)
class GoalDetails:
    """What lies behind a goal's first fields: where it stands, and what came after it."""

    number: str = ""
    kind: str = GoalKind.GOAL.value
    strategy_id: int | None = None
    parent_id: int | None = None
    not_measured: bool = False
    end_reason: str = ""
    replaced_by_id: int | None = None


@transaction.atomic
def create_goal(
    *,
    title: str,
    start: date,
    end: date | None = None,
    text: str = "",
    owner_id: int | None = None,
    details: GoalDetails | None = None,
    by: Person | None,
    at: datetime,
) -> Goal:
    """Write a goal in, with the days it applies."""
    permit(by, "goal.create", at=at)
    goal = Goal(title=title.strip(), text=text.strip(), owner_id=owner_id, start=start, end=end)
    _place(goal, details)
    _check(goal)
    store(goal, by=by, at=at, action="goal.create")
    return goal


@transaction.atomic
def change_goal(
    goal: Goal,
    *,
    title: str,
    start: date,
    end: date | None = None,
    text: str = "",
    owner_id: int | None = None,
    details: GoalDetails | None = None,
    expected_version: int | None = None,
    by: Person | None,
    at: datetime,
) -> Goal:
    """Put a goal right, or end it: an ended one takes no new projects, and those tied to it keep it."""
    goal.refresh_from_db(from_queryset=Goal.objects.select_for_update())
    same_version(goal, expected_version)
    permit(by, "goal.change", goal, at=at)
    goal.title, goal.text, goal.owner_id, goal.start, goal.end = title.strip(), text.strip(), owner_id, start, end
    _place(goal, details)
    _check(goal)
    store(goal, by=by, at=at, action="goal.change")
    return goal


def _place(goal: Goal, details: GoalDetails | None) -> None:
    """Without details the goal stands where it stood. A sub-goal lies in the strategy of the goal it is part of."""
    if details is None:
        return
    goal.number, goal.kind = details.number.strip(), details.kind
    goal.strategy_id, goal.parent_id = details.strategy_id, details.parent_id
    goal.not_measured, goal.end_reason = details.not_measured, details.end_reason.strip()
    goal.replaced_by_id = details.replaced_by_id
    if goal.parent_id is not None and goal.strategy_id is None:
        goal.strategy_id = Goal.objects.filter(pk=goal.parent_id).values_list("strategy_id", flat=True).first()


def _check(goal: Goal) -> None:
    # All of them in one order: two who place goals at once must not make a circle between them.
    rows = list(Goal.objects.select_for_update().order_by("pk"))
    others = Others(
        titles={row.pk: row.title for row in rows},
        parents={row.pk: row.parent_id for row in rows if row.pk != goal.pk},
        strategies={row.pk: row.strategy_id for row in rows if row.pk != goal.pk},
        replaced={row.pk: row.replaced_by_id for row in rows if row.pk != goal.pk},
    )
    place = Place(
        title=goal.title,
        start=goal.start,
        end=goal.end,
        key=goal.pk,
        strategy=goal.strategy_id,
        parent=goal.parent_id,
        replaced_by=goal.replaced_by_id,
        not_measured=goal.not_measured,
        measures=goal.measures.filter(ended_on=None).count() if goal.pk and goal.not_measured else 0,
    )
    if reasons := lacks(place, others):
        raise Refused.because(reasons)
