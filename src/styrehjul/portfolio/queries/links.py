"""What projects are tied to: goals, systems, areas, partners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from styrehjul.portfolio.models import Project, ProjectGoal

Titles = Mapping[int, str]


def goal_titles(keys: Iterable[int], as_of: date | None = None) -> Titles:
    """Project key -> the titles of its goals, those it contributes most to first. One query."""
    found: dict[int, list[str]] = defaultdict(list)
    links = ProjectGoal.objects.filter(project_id__in=list(keys)).order_by("-weight", "pk")
    for project, title in links.values_list("project_id", "goal__title"):
        found[project].append(title)
    return {key: "; ".join(titles) for key, titles in found.items()}


def goals_of(project: Project) -> list[ProjectGoal]:
    """The goals that the project contributes to, the strongest first."""
    return list(project.goal_links.select_related("goal"))


def has_goal(project: Project) -> bool:
    """Whether it contributes to any."""
    return project.pk is not None and project.goal_links.exists()
