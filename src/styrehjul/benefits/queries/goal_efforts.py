"""The benefits that serve each goal: by their own tie, else by that of their project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from styrehjul.benefits.domain.life import BenefitState
from styrehjul.benefits.models import Benefit
from styrehjul.kernel.danish import day_text
from styrehjul.portfolio.domain.record import Visibility
from styrehjul.strategy.hooks import Effort


def benefit_efforts(goals: Collection[int], on: date) -> dict[int, list[Effort]]:
    """Goal -> benefits, with when they are measured next. Three queries."""
    rows = Benefit.objects.filter(Q(goal_links__goal__in=goals) | Q(project__goal_links__goal__in=goals)).distinct()
    shown = rows.exclude(state=BenefitState.DROPPED.value).exclude(project__visibility=Visibility.DRAFT_OWNER.value)
    found: dict[int, list[Effort]] = defaultdict(list)
    related = ("goal_links", "project__goal_links")
    for row in shown.select_related("project").prefetch_related(*related).order_by("title", "pk"):
        own = {link.goal_id for link in row.goal_links.all()}
        of_project = {link.goal_id for link in row.project.goal_links.all()} if row.project else set()
        for goal in (own or of_project) & set(goals):
            found[goal].append(_effort(row))
    return found


def _effort(row: Benefit) -> Effort:
    age = _("måles %(day)s") % {"day": day_text(row.measure_on)} if row.measure_on else ""
    how = _("Ved %(project)s") % {"project": row.project.title} if row.project else ""
    return Effort(_("Gevinst"), row.title, row.get_absolute_url(), str(row.get_state_display()), "", age, how)
