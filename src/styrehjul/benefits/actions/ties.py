"""What a benefit is tied to: goals, systems, further projects, and what must change in the line before it comes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.benefits.domain.rules import is_open
from styrehjul.benefits.models import Benefit, BenefitGoal, BenefitProject, BenefitSystem, Prerequisite
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project
from styrehjul.strategy.models import Goal
from styrehjul.systems.models import System


def _lock(benefit: Benefit, by: Person | None, at: datetime) -> None:
    benefit.refresh_from_db(from_queryset=Benefit.objects.select_for_update())
    permit(by, "benefit.change", benefit, at=at)
    if not is_open(benefit.state):
        raise Refused("benefit.over")


@transaction.atomic
def tie(benefit: Benefit, *, goals: Iterable[int], systems: Iterable[int], by: Person | None, at: datetime) -> Benefit:
    """The goals and systems that the benefit is tied to, and no others. Without any, its project's stand."""
    _lock(benefit, by, at)
    today = at.astimezone(ZONE).date()
    _put(BenefitGoal, "goal", benefit, Goal.objects.on(today), set(goals), by, at)
    _put(BenefitSystem, "system", benefit, System.objects.all(), set(systems), by, at)
    return benefit


def _put(
    link: Any, name: str, benefit: Benefit, offered: Any, wanted: set[int], by: Person | None, at: datetime
) -> None:
    there = {getattr(row, f"{name}_id"): row for row in link.objects.filter(benefit=benefit)}
    for key in sorted(wanted - there.keys()):
        found = offered.filter(pk=key).first()
        if found is None:
            raise Refused("benefit.tie_not_there")
        store(link(benefit=benefit, **{name: found}), by=by, at=at, action=f"benefit.tie_{name}")
    for key in sorted(there.keys() - wanted):
        remove(there[key], by=by, at=at, action=f"benefit.untie_{name}")


@transaction.atomic
def share_with(
    benefit: Benefit, project: Project, *, percent: int | None = None, by: Person | None, at: datetime
) -> BenefitProject:
    """A further project that the benefit comes from. The shares are never above the whole."""
    _lock(benefit, by, at)
    if project.pk == benefit.project_id or benefit.project_id is None:
        raise Refused("benefit.same_project")
    rows = list(BenefitProject.objects.filter(benefit=benefit).exclude(project=project))
    if sum(row.percent or 0 for row in rows) + (percent or 0) >= 100:
        raise Refused("benefit.shares")
    row = BenefitProject.objects.filter(benefit=benefit, project=project).first()
    row = row or BenefitProject(benefit=benefit, project=project)
    row.percent = percent
    store(row, by=by, at=at, action="benefit.share")
    return row


@transaction.atomic
def unshare(row: BenefitProject, *, by: Person | None, at: datetime) -> None:
    """The benefit does not come from that project after all."""
    _lock(row.benefit, by, at)
    remove(row, by=by, at=at, action="benefit.unshare")


@transaction.atomic
def add_prerequisite(
    benefit: Benefit,
    *,
    text: str,
    owner_id: int | None = None,
    due: date | None = None,
    by: Person | None,
    at: datetime,
) -> Prerequisite:
    """What must change in the line first, who sees to it, and by when."""
    _lock(benefit, by, at)
    if not text.strip():
        raise Refused("benefit.lacks_change")
    if owner_id and not Person.objects.on(at.astimezone(ZONE).date()).filter(pk=owner_id).exists():
        raise Refused("person.not_here")
    row = Prerequisite(benefit=benefit, text=text.strip(), owner_id=owner_id, due=due)
    store(row, by=by, at=at, action="benefit.add_prerequisite")
    return row


@transaction.atomic
def finish_prerequisite(row: Prerequisite, *, by: Person, at: datetime) -> Prerequisite:
    """The change has come."""
    permit(by, "prerequisite.finish", row, at=at)
    if row.done_on is None:
        row.done_on = at.astimezone(ZONE).date()
        store(row, by=by, at=at, action="benefit.finish_prerequisite")
    return row


@transaction.atomic
def remove_prerequisite(row: Prerequisite, *, by: Person | None, at: datetime) -> None:
    """It was no prerequisite after all. What has come stays."""
    _lock(row.benefit, by, at)
    if row.done_on is not None:
        raise Refused("benefit.change_done")
    remove(row, by=by, at=at, action="benefit.remove_prerequisite")
