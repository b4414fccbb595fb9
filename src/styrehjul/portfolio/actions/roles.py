"""Owner, manager and other parts in a project, from and to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import Person
from styrehjul.people.queries import forget
from styrehjul.portfolio.actions.moving import begin, danish_day, tell
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.life import ProjectRoleKind
from styrehjul.portfolio.labels import ROLE
from styrehjul.portfolio.models import Project, ProjectRole
from styrehjul.portfolio.queries.roles import holder_of


@transaction.atomic
def set_role(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    kind: str,
    person_id: int,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """Give the project another owner or manager from today; the one before leaves the day before."""
    begin(project, "project.set_role", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    give_role(project, ProjectRoleKind(kind), person_id, by=by, at=at, mandate=mandate, reason=reason)
    return project


def give_role(
    project: Project,
    kind: ProjectRoleKind,
    person_id: int,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
    told: bool = True,
) -> ProjectRole:
    """The change itself, without its questions. A new project's first people are not told as a change."""
    person = Person.objects.on(danish_day(at)).filter(pk=person_id).first()
    if person is None:
        raise Refused("person.not_here")
    before = holder_of(project, kind)
    if before is not None and before.person_id == person.pk:
        return before
    if before is not None:
        before.end = danish_day(at) - timedelta(days=1)
        store(before, by=by, at=at, action="project_role.end", reason=reason)
    role = ProjectRole(project=project, person=person, kind=kind.value, start=danish_day(at))
    store(role, by=by, at=at, action="project_role.give", reason=reason)
    if told:
        title = str(ROLE[kind])
        tell(
            project,
            ChangeKind.RESPONSIBLE,
            by=by,
            at=at,
            old=f"{title}: {before.person if before else 'ingen'}",
            new=f"{title}: {person}",
            reason=reason,
            mandate=mandate,
        )
    for who in (person, by):
        if who is not None:
            forget(who)
    return role
