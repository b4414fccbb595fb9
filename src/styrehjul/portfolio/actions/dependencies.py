"""What a project hangs on. A circle of needs is refused with the way round in words."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db import transaction

from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.part import fresh, keep, line, open_for, take_away, write
from styrehjul.portfolio.domain.dependencies import circle
from styrehjul.portfolio.domain.parts import NEEDS_PROJECT, DependencyKind, needed_of
from styrehjul.portfolio.models import Dependency, Milestone, Project
from styrehjul.systems.models import System

FIELDS = frozenset({"kind", "outside", "due", "note"})
_LACKS = {
    "project": "dependency.lacks_project",
    "system": "dependency.lacks_system",
    "external": "dependency.lacks_external",
}


@transaction.atomic
def add_dependency(
    project: Project,
    *,
    kind: str,
    by: Person | None,
    at: datetime,
    on_project_id: int | None = None,
    milestone_id: int | None = None,
    on_system_id: int | None = None,
    **fields: Any,
) -> Dependency:
    """The project hangs on another project, on a system, or on something outside."""
    open_for(project, by=by, at=at)
    # One at a time: two that each closed half of a circle would not see each other.
    list(Dependency.objects.select_for_update().values_list("pk"))
    dependency = Dependency(project=project, kind=kind)
    write(dependency, fields, FIELDS)
    _ends(dependency, on_project_id, milestone_id, on_system_id)
    return keep(dependency, by=by, at=at, action="dependency.add")


@transaction.atomic
def change_dependency(
    dependency: Dependency,
    *,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
    on_project_id: int | None = None,
    milestone_id: int | None = None,
    on_system_id: int | None = None,
    **fields: Any,
) -> Dependency:
    """Change what the project hangs on, and how."""
    open_for(dependency.project, by=by, at=at)
    fresh(dependency, expected_version)
    write(dependency, fields, FIELDS)
    _ends(dependency, on_project_id, milestone_id, on_system_id)
    return keep(dependency, by=by, at=at, action="dependency.change")


@transaction.atomic
def remove_dependency(dependency: Dependency, *, by: Person | None, at: datetime) -> Project:
    """The project no longer hangs on it."""
    return take_away(dependency, by=by, at=at, action="dependency.remove")


def _ends(dependency: Dependency, project: int | None, milestone: int | None, system: int | None) -> None:
    """Exactly the end that the kind has; a milestone belongs to the project that it is waited for in."""
    needed = needed_of(dependency.kind)
    dependency.outside = line(dependency.outside, 200) if needed == "external" else ""
    dependency.on_project = Project.objects.filter(pk=project or 0).first() if needed == "project" else None
    dependency.on_system = System.objects.filter(pk=system or 0).first() if needed == "system" else None
    waits = dependency.kind == DependencyKind.NEEDS_MILESTONE
    dependency.milestone = (
        Milestone.objects.filter(pk=milestone, project=project).first() if waits and milestone else None
    )
    if not (dependency.on_project or dependency.on_system or dependency.outside):
        code = _LACKS[needed]
        raise Refused(code)
    if waits and dependency.milestone is None:
        raise Refused("dependency.lacks_milestone")
    if dependency.on_project is not None:
        if dependency.on_project.pk == dependency.project_id:
            raise Refused("dependency.itself")
        if dependency.kind in NEEDS_PROJECT:
            _no_circle(dependency, dependency.on_project)


def _no_circle(dependency: Dependency, needed: Project) -> None:
    kinds = [kind.value for kind in NEEDS_PROJECT]
    edges: dict[int, list[int]] = defaultdict(list)
    others = Dependency.objects.filter(kind__in=kinds).exclude(pk=dependency.pk)
    for waits, waited_for in others.values_list("project_id", "on_project_id"):
        if waited_for is not None:
            edges[waits].append(waited_for)
    if path := circle(edges, dependency.project_id, needed.pk):
        titles = dict(Project.objects.filter(pk__in=path).values_list("pk", "title"))
        raise Refused("dependency.circle", path=" → ".join(titles[key] for key in path))
