"""What the drawings of the portfolio need beside the projects themselves, as it was on their day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from styrehjul.audit.current import kept
from styrehjul.portfolio.domain.parts import NEEDS_PROJECT
from styrehjul.portfolio.models import Allocation, Baseline, Dependency, GatePassage, Milestone, Phase, ProjectGoal
from styrehjul.portfolio.queries.records import records_on

Marks = dict[int, list[tuple[date, str, bool]]]


def milestones_of(keys: Sequence[int], as_of: date | None) -> Marks:
    """Project -> (day, title, reached). One query."""
    rows = records_on(Milestone, as_of).filter(project_id__in=keys).order_by("forecast_on", "id")
    found: Marks = defaultdict(list)
    for project, title, expected, reached in rows.values_list("project_id", "title", "forecast_on", "actual_on"):
        found[project].append((reached or expected, title, reached is not None))
    return found


def gates_of(keys: Sequence[int], on: date) -> dict[int, list[tuple[date, str]]]:
    """Project -> (day, what phase it left there). One query."""
    rows = GatePassage.objects.filter(project_id__in=keys, on__lte=on).exclude(outcome="not_passed")
    found: dict[int, list[tuple[date, str]]] = defaultdict(list)
    for project, day, phase in rows.order_by("on", "pk").values_list("project_id", "on", "gate__phase__name"):
        found[project].append((day, phase))
    return found


def baselines_of(keys: Sequence[int], on: date) -> dict[int, tuple[date | None, date | None]]:
    """Project -> the first promise. One query."""
    rows = Baseline.objects.filter(project_id__in=keys, on__lte=on).order_by("-serial")
    return {project: (start, end) for project, start, end in rows.values_list("project_id", "planned_start", "planned_end")}  # fmt: skip


def waits_among(keys: Sequence[int], as_of: date | None) -> list[tuple[int, int]]:
    """(the one that waits, the one waited for), among these projects. One query."""
    kinds = [kind.value for kind in NEEDS_PROJECT]
    rows = records_on(Dependency, as_of).filter(kind__in=kinds, project_id__in=keys, on_project_id__in=keys)
    return list(rows.order_by("id").values_list("project_id", "on_project_id"))


def worth_of(keys: Sequence[int], as_of: date | None) -> dict[int, int]:
    """Project -> how much it carries of the goals: its weights from 1 to 3, summed. One query."""
    rows = records_on(ProjectGoal, as_of).filter(project_id__in=keys).order_by().values("project_id")
    return {row["project_id"]: row["worth"] for row in rows.annotate(worth=Sum("weight"))}


def hours_of(keys: Sequence[int], as_of: date | None) -> dict[int, Decimal]:
    """Project -> hours asked for or promised, where the project itself says none. One query."""
    rows = records_on(Allocation, as_of).filter(project_id__in=keys, unit="hours", released_on__isnull=True)
    summed = rows.order_by().values("project_id").annotate(hours=Sum("amount"))
    return {row["project_id"]: Decimal(row["hours"]) for row in summed}


def phase_names() -> dict[str, str]:
    """A phase's key -> its name. One small query, kept."""
    return kept("phase-names", lambda: dict(Phase.objects.order_by("pk").values_list("key", "name")), of=())
