"""What projects ask of a person."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text
from styrehjul.people.models import Person
from styrehjul.portfolio.domain.guards import is_status_old
from styrehjul.portfolio.domain.life import ProjectRoleKind, ProjectState
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.roles import roles_held
from styrehjul.ui.todo import ToDo

# Suggested (forslag): a status is asked for each quarter.
STATUS_DAYS = 92
_MINE = (ProjectState.IDEA, ProjectState.PROPOSED)


def next_for(person: Person, on: date) -> list[ToDo]:
    """The person's own ideas and returned proposals, and the projects whose status is due. Two queries."""
    return [*_proposals(person, on), *_statuses(person, on)]


def _proposals(person: Person, on: date) -> list[ToDo]:
    own = Project.objects.filter(contact=person, state=ProjectState.IDEA.value, imported=False).order_by("created_at")
    return [
        ToDo(
            title=_("Send idéen ind som forslag: %(title)s") % {"title": project.title},
            url=project.get_absolute_url(),
            text=_("Gemt som idé. Ret den, eller indsend den."),
        )
        for project in own
    ]


def _statuses(person: Person, on: date) -> list[ToDo]:
    keys = roles_held(person, on).get(ProjectRoleKind.MANAGER.value, frozenset())
    if not keys:
        return []
    led = Project.objects.filter(pk__in=keys, state__in=[ProjectState.ACTIVE.value, ProjectState.CLOSING.value])
    return [_status(project, on) for project in led.order_by("status_on", "pk") if _is_due(project, on)]


def _is_due(project: Project, on: date) -> bool:
    # A project that has just started has nothing to tell yet.
    heard = project.status_on or project.actual_start or project.created_at.date()
    return is_status_old(project.state, heard, on, STATUS_DAYS)


def _status(project: Project, on: date) -> ToDo:
    heard = project.status_on
    due = (heard or project.actual_start or project.created_at.date()) + timedelta(days=STATUS_DAYS)
    return ToDo(
        title=_("Giv status på %(title)s") % {"title": project.title},
        url=f"{project.get_absolute_url()}status/",
        text=_("Seneste status: %(day)s") % {"day": day_text(heard)} if heard else _("Der er ikke givet status endnu."),
        level="yellow",
        due=due,
    )
