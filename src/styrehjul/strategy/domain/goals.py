"""Where a goal can stand among the others: one level of sub-goals, within one strategy, never in a circle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from styrehjul.kernel.refusal import Reason


@dataclass(frozen=True)
class Place:
    """A goal as it is to stand: what it is part of, and in which strategy."""

    title: str
    start: date
    end: date | None
    key: int | None = None
    strategy: int | None = None
    parent: int | None = None
    replaced_by: int | None = None
    not_measured: bool = False
    measures: int = 0


@dataclass(frozen=True)
class Others:
    """The other goals: their titles, what each is part of, stands in, and was replaced by."""

    titles: Mapping[int, str] = field(default_factory=dict)
    parents: Mapping[int, int | None] = field(default_factory=dict)
    strategies: Mapping[int, int | None] = field(default_factory=dict)
    replaced: Mapping[int, int | None] = field(default_factory=dict)


def lacks(goal: Place, others: Others) -> list[Reason]:
    """Why the goal cannot stand like that; empty when it can."""
    found = []
    if not goal.title:
        found.append(Reason("goal.lacks_title"))
    if goal.end is not None and goal.end < goal.start:
        found.append(Reason("goal.ends_before_start", {"start": goal.start}))
    found += _parent(goal, others) + _replaced(goal, others)
    if goal.not_measured and goal.measures:
        found.append(Reason("goal.has_measures"))
    return found


def _parent(goal: Place, others: Others) -> list[Reason]:
    parts = [key for key, parent in others.parents.items() if goal.key is not None and parent == goal.key]
    if goal.parent is None:
        stray = [key for key in parts if others.strategies.get(key) != goal.strategy]
        return [Reason("goal.parts_elsewhere", {"part": others.titles[stray[0]]})] if stray else []
    if goal.parent == goal.key or others.parents.get(goal.parent) == goal.key is not None:
        return [Reason("goal.circle")]
    if goal.parent not in others.titles:
        return [Reason("goal.unknown")]
    if others.parents.get(goal.parent) is not None:
        return [Reason("goal.parent_is_part", {"parent": others.titles[goal.parent]})]
    if parts:
        return [Reason("goal.has_parts")]
    if others.strategies.get(goal.parent) != goal.strategy:
        return [Reason("goal.parent_elsewhere", {"parent": others.titles[goal.parent]})]
    return []


def _replaced(goal: Place, others: Others) -> list[Reason]:
    seen = {goal.key}
    after = goal.replaced_by
    if after is not None and goal.end is None:
        return [Reason("goal.replaced_not_ended")]
    while after is not None:
        if after in seen:
            return [Reason("goal.replaced_in_circle")]
        seen.add(after)
        after = others.replaced.get(after)
    return []
