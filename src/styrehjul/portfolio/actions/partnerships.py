"""Tying a project to one of the municipality's partnerships, and to a goal from the list of those without."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.links import link_goal
from styrehjul.portfolio.actions.moving import lock
from styrehjul.portfolio.models import Project, ProjectPartnership
from styrehjul.strategy.models import Partnership


def tie_project(key: int, goal: int, by: Person, at: datetime) -> None:
    """The project with that key contributes to the goal."""
    project = Project.objects.filter(pk=key, visibility="all").first()
    if project is None:
        raise Refused("tie.unknown")
    link_goal(project, goal, by=by, at=at)


@transaction.atomic
def join_partnership(project: Project, partnership_id: int, *, by: Person | None, at: datetime) -> ProjectPartnership:
    """The project belongs to a partnership; one that is over takes no new projects."""
    lock(project)
    permit(by, "project.change", project, at=at)
    found = ProjectPartnership.objects.filter(project=project, partnership_id=partnership_id).first()
    if found is None:
        if not Partnership.objects.filter(pk=partnership_id, ended_on=None).exists():
            raise Refused("partnership.ended")
        found = ProjectPartnership(project=project, partnership_id=partnership_id)
        store(found, by=by, at=at, action="project.join_partnership")
    return found


@transaction.atomic
def leave_partnership(link: ProjectPartnership, *, by: Person | None, at: datetime) -> None:
    """The project does not belong to the partnership."""
    permit(by, "project.change", link.project, at=at)
    remove(link, by=by, at=at, action="project.leave_partnership")
