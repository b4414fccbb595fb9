"""Tying a project to goals, systems, further areas and partners."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.actions.moving import danish_day, lock
from styrehjul.portfolio.domain.record import SystemUse
from styrehjul.portfolio.models import Project, ProjectArea, ProjectGoal, ProjectPartner, ProjectSystem
from styrehjul.strategy.models import Goal
from styrehjul.strategy.queries import goal_titled
from styrehjul.systems.models import System


@transaction.atomic
def link_goal(
    project: Project, goal_id: int, *, by: Person | None, at: datetime, weight: int = 2, sentence: str = ""
) -> ProjectGoal:
    """The project contributes to a goal: how much, and how. Told again, it is put right."""
    lock(project)
    permit(by, "project.change", project, at=at)
    return tie_goal(project, goal_id, by=by, at=at, weight=weight, sentence=sentence)


def tie_goal(
    project: Project, goal_id: int, *, by: Person | None, at: datetime, weight: int = 2, sentence: str = ""
) -> ProjectGoal:
    """The change itself, without its question. An ended goal takes no new projects."""
    found = ProjectGoal.objects.filter(project=project, goal_id=goal_id).first()
    if found is None:
        if not Goal.objects.on(danish_day(at)).filter(pk=goal_id).exists():
            raise Refused("goal.not_in_force")
        found = ProjectGoal(project=project, goal_id=goal_id)
    elif (found.weight, found.sentence) == (weight, sentence):
        return found
    if weight not in (1, 2, 3):
        raise Refused("goal.weight")
    found.weight, found.sentence = weight, sentence.strip()
    store(found, by=by, at=at, action="project.link_goal")
    return found


@transaction.atomic
def unlink_goal(link: ProjectGoal, *, by: Person | None, at: datetime) -> None:
    """The project no longer contributes to the goal."""
    permit(by, "project.change", link.project, at=at)
    remove(link, by=by, at=at, action="project.unlink_goal")


def set_goal(project: Project, goal_id: int | None, *, by: Person | None, at: datetime) -> None:
    """The one goal of the proposal's page: in the place of the strongest one when another is picked."""
    first = project.goal_links.first()
    if goal_id is None or (first is not None and first.goal_id == goal_id):
        return
    if first is not None and not project.goal_links.filter(goal_id=goal_id).exists():
        remove(first, by=by, at=at, action="project.unlink_goal")
    tie_goal(project, goal_id, by=by, at=at)


def goals_in_words(project: Project, words: str, *, by: Person | None, at: datetime) -> list[str]:
    """Tie the goals that a text names ("Færre opkald; Klart sprog"); those that are not known are given back."""
    unknown = []
    for title in (part.strip() for part in words.split(";")):
        goal = goal_titled(title) if title else None
        if goal is not None and not project.goal_links.filter(goal=goal).exists():
            tie_goal(project, goal.pk, by=by, at=at)
        elif title and goal is None:
            unknown.append(title)
    return unknown


@transaction.atomic
def link_system(
    project: Project, system: System, *, role: str = SystemUse.USES.value, by: Person | None, at: datetime
) -> ProjectSystem:
    """The project does something to a system."""
    lock(project)
    permit(by, "project.change", project, at=at)
    found = ProjectSystem.objects.filter(project=project, system=system, role=role).first()
    if found is None:
        found = ProjectSystem(project=project, system=system, role=role)
        store(found, by=by, at=at, action="project.link_system")
    return found


@transaction.atomic
def unlink_system(link: ProjectSystem, *, by: Person | None, at: datetime) -> None:
    """The project has nothing to do with the system."""
    permit(by, "project.change", link.project, at=at)
    remove(link, by=by, at=at, action="project.unlink_system")


@transaction.atomic
def add_partner(
    project: Project, *, name: str, role: str = "", contribution: str = "", by: Person | None, at: datetime
) -> ProjectPartner:
    """A municipality or organisation that the project is made with; told again, its role and contribution are put right."""
    lock(project)
    permit(by, "project.change", project, at=at)
    return _partner(project, name.strip(), role, contribution, by=by, at=at)


def _partner(
    project: Project, name: str, role: str, contribution: str, *, by: Person | None, at: datetime
) -> ProjectPartner:
    found = ProjectPartner.objects.filter(project=project, name=name).first() or ProjectPartner(
        project=project, name=name
    )
    found.role, found.contribution = role.strip(), contribution.strip()
    store(found, by=by, at=at, action="project.add_partner")
    return found


@transaction.atomic
def drop_partner(partner: ProjectPartner, *, by: Person | None, at: datetime) -> None:
    """No longer a partner. The last one of an inter-municipal project stays."""
    project = lock(partner.project)
    permit(by, "project.change", project, at=at)
    if project.subtype == "inter_municipal" and project.partner_links.count() == 1:
        raise Refused("project.lacks_partners")
    remove(partner, by=by, at=at, action="project.drop_partner")


def names_in(words: str) -> list[str]:
    """The partners of a line of text: "Randers Kommune, Syddjurs Kommune og KL"."""
    parts = re.split(r"[,;\n]| og ", words)
    return list(dict.fromkeys(name for part in parts if (name := part.strip()[:200])))


def set_partners(project: Project, words: str, *, by: Person | None, at: datetime) -> None:
    """The partners that a line of text names, no more and no fewer. Those that stay keep their role and contribution."""
    wanted = names_in(words)
    known = {partner.name: partner for partner in project.partner_links.all()}
    for name, partner in known.items():
        if name not in wanted:
            remove(partner, by=by, at=at, action="project.drop_partner")
    for name in wanted:
        if name not in known:
            _partner(project, name, "", "", by=by, at=at)


def set_areas(project: Project, areas: Iterable[OrgUnit], *, by: Person | None, at: datetime) -> None:
    """The further areas that the project touches; the one that leads is never among them."""
    wanted = {area.pk: area for area in areas if area.pk != project.lead_area_id}
    for link in project.area_links.all():
        if link.area_id not in wanted:
            remove(link, by=by, at=at, action="project.drop_area")
        wanted.pop(link.area_id, None)
    for area in wanted.values():
        store(ProjectArea(project=project, area=area), by=by, at=at, action="project.add_area")
