"""Writing strategies in, and what goals are to the other ones."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import remove, store
from styrehjul.kernel.danish import ZONE, day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.strategy.domain.words import RelationKind, StrategyKind
from styrehjul.strategy.models import Goal, GoalRelation, Strategy

FIELDS = ("kind", "title", "text", "owner_id", "contact_id", "link", "start", "end", "replaces_id")
_TEXTS = ("title", "text", "link")


@transaction.atomic
def create_strategy(*, by: Person | None, at: datetime, title: str, start: date, **values: Any) -> Strategy:
    """Write a strategy in, with its years."""
    permit(by, "strategy.create", at=at)
    strategy = Strategy()
    _fill(strategy, {"title": title, "start": start, **values})
    _check(strategy)
    store(strategy, by=by, at=at, action="strategy.create")
    return strategy


@transaction.atomic
def change_strategy(
    strategy: Strategy, *, by: Person | None, at: datetime, expected_version: int | None = None, **values: Any
) -> Strategy:
    """Put a strategy right, or set its end."""
    strategy.refresh_from_db(from_queryset=Strategy.objects.select_for_update())
    same_version(strategy, expected_version)
    permit(by, "strategy.change", strategy, at=at)
    _fill(strategy, values)
    _check(strategy)
    store(strategy, by=by, at=at, action="strategy.change")
    return strategy


def _fill(strategy: Strategy, values: dict[str, Any]) -> None:
    for name in FIELDS:
        if name in values:
            value = values[name]
            setattr(strategy, name, (value or "").strip() if name in _TEXTS else value)


def _check(strategy: Strategy) -> None:
    if not strategy.title:
        raise Refused("strategy.lacks_title")
    if strategy.end is not None and strategy.end < strategy.start:
        raise Refused("strategy.ends_before_start", start=strategy.start)
    rows = {row.pk: row for row in Strategy.objects.select_for_update().order_by("pk")}
    seen, before = {strategy.pk}, strategy.replaces_id
    while before is not None:
        if before in seen:
            raise Refused("strategy.replaces_itself")
        seen.add(before)
        before = rows[before].replaces_id if before in rows else None
    if strategy.kind != StrategyKind.DIGITAL.value:
        return
    until = Q(start__lte=strategy.end) if strategy.end else Q()
    same = Strategy.objects.filter(until, Q(end=None) | Q(end__gte=strategy.start), kind=StrategyKind.DIGITAL.value)
    other = same.exclude(pk=strategy.pk).first()
    if other is not None:
        ends = day_text(other.end) if other.end else "uden slutdato"
        raise Refused("strategy.two_digital", title=other.title, first=day_text(other.start), last=ends)


@transaction.atomic
def relate(
    goal: Goal,
    strategy: Strategy,
    *,
    kind: str,
    sentence: str,
    contact_id: int | None = None,
    by: Person | None,
    at: datetime,
) -> GoalRelation:
    """Say in one sentence what the goal is to another strategy. An ended goal or strategy takes no new."""
    permit(by, "goal.change", goal, at=at)
    on = at.astimezone(ZONE).date()
    if goal.end is not None and goal.end < on:
        raise Refused("goal.ended")
    if strategy.end is not None and strategy.end < on:
        raise Refused("relation.strategy_ended")
    if goal.strategy_id == strategy.pk:
        raise Refused("relation.own_strategy")
    if kind not in {word.value for word in RelationKind}:
        raise Refused("relation.unknown_kind")
    if not sentence.strip():
        raise Refused("relation.lacks_sentence")
    if GoalRelation.objects.filter(goal=goal, strategy=strategy, kind=kind).exists():
        raise Refused("relation.exists")
    relation = GoalRelation(goal=goal, strategy=strategy, kind=kind, sentence=sentence.strip(), contact_id=contact_id)
    store(relation, by=by, at=at, action="goal.relate")
    return relation


@transaction.atomic
def unrelate(relation: GoalRelation, *, by: Person | None, at: datetime) -> None:
    """The goal and the strategy no longer have to do with one another in that way."""
    permit(by, "goal.change", relation.goal, at=at)
    remove(relation, by=by, at=at, action="goal.unrelate")
