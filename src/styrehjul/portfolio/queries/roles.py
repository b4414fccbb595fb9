"""Who is what to a project."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from styrehjul.people.models import Person
from styrehjul.people.queries import remembered
from styrehjul.portfolio.domain.life import ProjectRoleKind
from styrehjul.portfolio.models import Project, ProjectRole


def roles_held(person: Person, on: date) -> Mapping[str, frozenset[int]]:
    """Kind of role -> keys of the projects where the person has it that day; asked once per request."""

    def find() -> dict[str, frozenset[int]]:
        held = list(ProjectRole.objects.on(on).filter(person=person).values_list("kind", "project_id"))
        return {kind: frozenset(key for k, key in held if k == kind) for kind, _ in held}

    found: Mapping[str, frozenset[int]] = remembered(person, "project_roles", on, find)
    return found


def holder_of(project: Project, kind: ProjectRoleKind) -> ProjectRole | None:
    """The role that is open now: who the project's owner or manager is, or None."""
    open_roles = ProjectRole.objects.filter(project=project, kind=kind.value, end__isnull=True)
    return open_roles.select_related("person").order_by("-start", "-pk").first()


def holders_of(project: Project, on: date) -> list[ProjectRole]:
    """Everybody with a part in the project that day: owner, manager, then the others."""
    order = {kind.value: place for place, kind in enumerate(ProjectRoleKind)}
    found = ProjectRole.objects.on(on).filter(project=project).select_related("person", "person__unit")
    return sorted(found, key=lambda role: (order.get(role.kind, 9), role.start))
