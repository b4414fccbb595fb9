"""The larger projects: how large each is against the municipality's rule, and what structure is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum

from styrehjul.kernel.refusal import Reason
from styrehjul.portfolio.domain.large import Size, Structure, Thresholds, lacks_of_large
from styrehjul.portfolio.domain.life import OVER
from styrehjul.portfolio.domain.parts import RiskState
from styrehjul.portfolio.models import Allocation, EconomyLine, LargeMark, Project
from styrehjul.portfolio.queries.settings import settings


def thresholds() -> Thresholds:
    """From where a project is large, as the municipality has chosen."""
    chosen = settings()
    return Thresholds(chosen.large_economy_tdkk, chosen.large_hours, chosen.large_areas, chosen.large_partners)


def size_of(project: Project) -> Size:
    """How large the project is: the larger of its frame and its budget, hours, areas and partners. Four queries."""
    budget = EconomyLine.objects.filter(project=project).aggregate(sum=Sum("budget"))["sum"]
    hours = Allocation.objects.filter(project=project, unit="hours", released_on=None).aggregate(sum=Sum("amount"))
    return Size(
        economy=_largest(project.cost_tdkk, budget),
        hours=_largest(project.hours, hours["sum"]),
        areas=project.area_links.count() + (1 if project.lead_area_id else 0),
        partners=project.partner_links.count(),
    )


def _largest(*values: Decimal | None) -> Decimal | None:
    return max((value for value in values if value is not None), default=None)


@dataclass(frozen=True)
class LargeProject:
    """A larger project, why it is one, and what it lacks."""

    project: Project
    why: str
    lacking: list[Reason]


def large_projects() -> list[LargeProject]:
    """Every larger project that is not over, with what it lacks. Two queries."""
    found = Project.objects.filter(large=True).exclude(state__in=[state.value for state in OVER])
    return with_lacks(found.select_related("lead_area", "large_mark").order_by("priority", "title"))


def with_lacks(projects: Iterable[Project]) -> list[LargeProject]:
    """The projects with what each lacks of steering, plan and risks."""
    rows = list(projects)
    counts = structures([project.pk for project in rows])
    return [LargeProject(project, why_large(project), lacks_of_large(counts[project.pk])) for project in rows]


def structures(keys: list[int]) -> dict[int, Structure]:
    """Project key -> whether it has steering, a plan and risks. One query."""
    counted = Project.objects.filter(pk__in=keys).annotate(
        plans=Count("milestones", distinct=True),
        dangers=Count("risks", filter=~Q(risks__state=RiskState.CLOSED.value), distinct=True),
    )
    found: dict[int, Structure] = defaultdict(lambda: Structure(False, False, False))
    for project in counted:
        found[project.pk] = Structure(has_steering(project), project.plans > 0, project.dangers > 0)
    return found


def has_steering(project: Project) -> bool:
    """Whether somebody steers it: a body, or a group of its own."""
    return bool(project.steering_body_id or project.steering_group)


def why_large(project: Project) -> str:
    """The rule that marked it, or who did so and why."""
    mark: LargeMark | None = getattr(project, "large_mark", None)
    return words_of(mark) if mark is not None else ""


def words_of(mark: LargeMark) -> str:
    """ "efter reglen: mindst 500 timer", or the reason or decision by which it was marked."""
    if mark.rule:
        return f"efter reglen: {mark.rule}"
    return mark.decision_ref or mark.reason
