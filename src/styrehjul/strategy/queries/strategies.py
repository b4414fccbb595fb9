"""The strategy in force with its goals, the earlier ones, and the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from styrehjul.kernel.danish import sort_key
from styrehjul.strategy.domain.words import StrategyKind
from styrehjul.strategy.hooks import Effort, efforts_of
from styrehjul.strategy.models import Goal, GoalRelation, Strategy
from styrehjul.strategy.queries.measured import MeasureLine, measures_of


@dataclass(frozen=True)
class GoalLine:
    """A goal with its newest numbers and what serves it; sub-goals below it."""

    goal: Goal
    measures: list[MeasureLine]
    efforts: list[Effort]
    parts: list[GoalLine]
    ended: bool

    @property
    def count(self) -> int:
        """How many efforts serve the goal or its sub-goals; each is counted once."""
        return len(self.behind)

    @property
    def behind(self) -> list[Effort]:
        """What serves the goal or its sub-goals, each once."""
        return list({row.url: row for line in (self, *self.parts) for row in line.efforts}.values())


def in_number_order(goals: Iterable[Goal]) -> list[Goal]:
    """By number as people count (2 before 10), then by title."""

    def key(goal: Goal) -> tuple[bool, list[int], tuple[int, ...] | str, int]:
        numbers = [int(part) for part in re.findall(r"\d+", goal.number)[:4]]
        return (not numbers, numbers, sort_key(goal.title), goal.pk)

    return sorted(goals, key=key)


def lines_of(goals: list[Goal], on: date) -> list[GoalLine]:
    """The goals as a tree of one level. The same queries for any number."""
    keys = [goal.pk for goal in goals]
    measures, efforts = measures_of(keys, on), efforts_of(keys, on)
    below: dict[int, list[Goal]] = defaultdict(list)
    for goal in goals:
        if goal.parent_id in keys:
            below[goal.parent_id].append(goal)

    def line(goal: Goal) -> GoalLine:
        return GoalLine(
            goal,
            measures.get(goal.pk, []),
            efforts.get(goal.pk, []),
            [line(part) for part in in_number_order(below[goal.pk])],
            goal.end is not None and goal.end < on,
        )

    found = [line(goal) for goal in in_number_order(goals) if goal.parent_id not in keys]
    return sorted(found, key=lambda one: one.ended)


@dataclass(frozen=True)
class Overview:
    """What `/strategi/` shows."""

    now: Strategy | None
    lines: list[GoalLine]
    homeless: list[GoalLine]
    coming: list[Strategy]
    earlier: list[Strategy]
    others: list[Strategy]


def overview(on: date) -> Overview:
    """The digital strategy in force with its goals, and what stands beside it."""
    rows = list(Strategy.objects.select_related("owner", "contact", "replaces").order_by("-start", "pk"))
    digital = [row for row in rows if row.kind == StrategyKind.DIGITAL.value]
    now = next((row for row in digital if row.start <= on and (row.end is None or row.end >= on)), None)
    wanted = Goal.objects.select_related("owner", "replaced_by", "strategy")
    goals = [goal for goal in wanted if goal.strategy_id is None or (now and goal.strategy_id == now.pk)]
    lines = lines_of(goals, on)
    return Overview(
        now=now,
        lines=[line for line in lines if line.goal.strategy_id is not None],
        homeless=[line for line in lines if line.goal.strategy_id is None],
        coming=[row for row in digital if row.start > on],
        earlier=[row for row in digital if row.end is not None and row.end < on],
        others=sorted(
            (row for row in rows if row.kind != StrategyKind.DIGITAL.value),
            key=lambda row: (row.end is not None and row.end < on, sort_key(row.title), row.pk),
        ),
    )


def strategy_lines(strategy: Strategy, on: date) -> list[GoalLine]:
    """The goals of one strategy."""
    return lines_of(list(Goal.objects.filter(strategy=strategy).select_related("owner", "replaced_by")), on)


def relations_of(*, goal: Goal | None = None, strategy: Strategy | None = None) -> list[GoalRelation]:
    """What ties goals and strategies together, seen from either side."""
    found = GoalRelation.objects.select_related("goal__strategy", "strategy", "contact").order_by("pk")
    if goal is not None:
        found = found.filter(goal=goal)
    return list(found.filter(strategy=strategy) if strategy is not None else found)


def without_efforts(on: date) -> list[Goal]:
    """Goals in force that nothing serves, neither them nor their sub-goals: *mål uden indsatser*."""
    goals = list(Goal.objects.on(on).select_related("owner", "strategy"))
    now = [goal for goal in goals if goal.strategy is None or goal.strategy.kind == StrategyKind.DIGITAL.value]
    served = efforts_of([goal.pk for goal in now], on)
    busy = {goal.pk for goal in now if served.get(goal.pk)}
    busy |= {goal.parent_id for goal in now if goal.pk in busy and goal.parent_id is not None}
    return in_number_order(goal for goal in now if goal.pk not in busy)


def ends_between(first: date, last: date) -> list[Strategy]:
    """Strategies that end in a stretch of days: they stand on the wheel."""
    return list(Strategy.objects.filter(end__gte=first, end__lte=last).order_by("end", "pk"))
