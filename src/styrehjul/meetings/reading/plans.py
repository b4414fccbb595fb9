"""What the yearly plan on an item would change when it is approved, as the item and the end of the meeting tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from styrehjul.meetings.domain.plan_effects import APPROVE
from styrehjul.meetings.models import Effect
from styrehjul.plans.domain.approving import summary_of, words_of
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.models import PlanVersion
from styrehjul.plans.queries.approving import consequences_of, promises_hours


@dataclass(frozen=True)
class PlanOnItem:
    """The plan that an item can approve: what changes, in short and project by project, or why it cannot be approved."""

    title: str
    url: str
    summary: str
    lines: tuple[str, ...]
    note: str
    broken: str
    waits: bool


def plan_on(effects: Iterable[Effect], on: date) -> PlanOnItem | None:
    """The plan of the first effect that approves one. No query where there is none."""
    effect = next((one for one in effects if one.command == APPROVE), None)
    plan = PlanVersion.objects.select_related("pool").filter(uuid=effect.args.get("plan")).first() if effect else None
    if effect is None or plan is None:
        return None
    title = _("Indsatsplan %(year)s, version %(number)s") % {"year": plan.year, "number": plan.number}
    if plan.state != PlanState.SUBMITTED or plan.sha256 != effect.args.get("sha256"):
        done = effect.applied_at is not None
        broken = "" if done else _("Planen er taget tilbage eller ændret, efter at den blev sat på dagsordenen.")
        return PlanOnItem(title, plan.get_absolute_url(), "", (), "", broken, False)
    found = consequences_of(plan, on)
    note = "" if promises_hours(plan) else _("Der sættes ikke timer af: planen siger ikke, hvis timer det er.")
    summary = summary_of(found) or _("Projekterne står allerede, som planen siger.")
    return PlanOnItem(title, plan.get_absolute_url(), summary, tuple(words_of(one) for one in found), note, "", True)
