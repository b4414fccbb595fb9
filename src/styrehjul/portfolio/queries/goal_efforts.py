"""What of the portfolio serves each goal, what serves none, and the projects of partnerships."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio.domain.life import Category
from styrehjul.portfolio.models import Project, ProjectGoal, ProjectPartnership
from styrehjul.portfolio.queries.registers import OVER_STATES, tied_to
from styrehjul.strategy.hooks import Effort, Loose


def project_efforts(goals: Collection[int], on: date) -> dict[int, list[Effort]]:
    """Goal -> the projects that serve it and are not over, those that serve it most first. One query."""
    links = ProjectGoal.objects.exclude(project__state__in=OVER_STATES)
    mine = links.filter(project__visibility="all", goal__in=goals).select_related("project")
    found: dict[int, list[Effort]] = defaultdict(list)
    for link in mine.order_by("-weight", "project__title", "pk"):
        found[link.goal_id].append(_effort(link.project, link.sentence))
    return found


def loose_projects(local: bool, on: date) -> list[Loose]:
    """The projects that serve no goal; a local one need not."""
    rows = Project.objects.exclude(state__in=OVER_STATES).filter(goal_links__isnull=True, visibility="all")
    if not local:
        rows = rows.exclude(category=Category.LOCAL.value)
    return [
        Loose(
            f"projekt-{row.pk}", row.title, row.get_absolute_url(), str(row.get_category_display() or _("Projekt")),
            tied_to(row, "").state, row.light,
        )
        for row in rows.order_by("title", "pk")
    ]  # fmt: skip


def partnership_projects(keys: Collection[int]) -> dict[int, list[Effort]]:
    """Partnership -> its projects. One query."""
    links = ProjectPartnership.objects.filter(partnership__in=keys, project__visibility="all").select_related("project")
    found: dict[int, list[Effort]] = defaultdict(list)
    for link in links.order_by("project__title", "pk"):
        found[link.partnership_id].append(_effort(link.project, ""))
    return found


def _effort(project: Project, how: str) -> Effort:
    told = tied_to(project, how)
    age = _("status %(day)s") % {"day": day_text(project.status_on)} if project.status_on else _("ingen status endnu")
    how = _("Bidrager ved %(how)s") % {"how": how} if how else ""
    return Effort(_("Projekt"), told.title, told.url, told.state, told.light, age, how)


def may_tie_projects(person: Person, on: date) -> set[int]:
    """The projects without a goal that this person may tie to one. One query."""
    rows = Project.objects.exclude(state__in=OVER_STATES).filter(goal_links__isnull=True, visibility="all")
    return {row.pk for row in rows if may(person, "project.change", row, on=on)}
