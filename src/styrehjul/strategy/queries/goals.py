"""Reads about goals."""

from __future__ import annotations

from datetime import date

from styrehjul.kernel.danish import sort_key
from styrehjul.strategy.models import Goal

Choices = list[tuple[str, str]]


def goals_on(on: date) -> list[Goal]:
    """The goals in force that day, by the Danish alphabet."""
    return sorted(Goal.objects.on(on).select_related("owner"), key=lambda goal: (sort_key(goal.title), goal.pk))


def goal_choices(on: date) -> Choices:
    """Key and title of the goals that efforts can be tied to."""
    return [(str(goal.pk), goal.title) for goal in goals_on(on)]


def goal_titled(title: str) -> Goal | None:
    """The goal with that title, however it is written large or small; the one in force longest when there are two."""
    wanted = " ".join(title.split()).casefold()
    found = [goal for goal in Goal.objects.order_by("start", "pk") if goal.title.casefold() == wanted]
    return found[0] if found and wanted else None
