"""What an import does beside the screens' own actions: thousands at once, taken back again, and wound back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import MANY, remove, store, store_new
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.people.queries import forget
from styrehjul.portfolio.actions.links import goals_in_words, set_partners
from styrehjul.portfolio.actions.moving import danish_day, tell
from styrehjul.portfolio.actions.phases import EXTRA_PHASE, begin_in_phase
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.life import Category, ProjectRoleKind, Subtype
from styrehjul.portfolio.models import PhaseModel, Project, ProjectChange, ProjectRole


@dataclass(frozen=True)
class Loaded:
    """A project as a file tells it: its fields, its goals and partners in words, and the people it has."""

    fields: Mapping[str, Any]
    goal: str = ""
    partners: str = ""
    owner_id: int | None = None
    manager_id: int | None = None
    # The file's own word; one that the list of phases does not know is kept as text beside the project.
    phase: str = ""


@transaction.atomic
def load_projects(
    loaded: Sequence[Loaded],
    *,
    by: Person | None,
    at: datetime,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> list[Project]:
    """What `create_project` does with one, done with thousands: states included, nothing decided here, "indlæst"."""
    permit(by, "project.create", at=at)
    begun: dict[tuple[str, str, bool, str], Begun] = {}
    projects = [_begun(Project(imported=True, **one.fields), one.phase, begun) for one in loaded]
    for start in range(0, len(projects), MANY):
        store_new(projects[start : start + MANY], by=by, at=at, action="project.create")
        progress(start, len(projects))
    day = danish_day(at)
    roles = [
        ProjectRole(project=project, person_id=person, kind=kind.value, start=day)
        for project, one in zip(projects, loaded, strict=True)
        for kind, person in ((ProjectRoleKind.OWNER, one.owner_id), (ProjectRoleKind.MANAGER, one.manager_id))
        if person
    ]
    store_new(roles, by=by, at=at, action="project_role.give")
    for project, one in zip(projects, loaded, strict=True):
        if one.goal:
            goals_in_words(project, one.goal, by=by, at=at)
        if one.partners:
            set_partners(project, one.partners, by=by, at=at)
    _tell_all(projects, by, at)
    if by is not None:
        forget(by)
    return projects


@dataclass(frozen=True)
class Begun:
    """What a project of a kind begins with: its list of phases, its phase, and the file's word that is no phase there."""

    model: PhaseModel | None
    phase: str
    kept: str


def _begun(project: Project, said: str, begun: dict[tuple[str, str, bool, str], Begun]) -> Project:
    """With its sub-type and its phase, which are asked for once for projects of a kind."""
    project.title = project.title.strip()
    if project.category == Category.CROSS:
        project.subtype = project.subtype or Subtype.OWN_CROSS.value
    key = (project.category, project.state, project.large, said)
    if key not in begun:
        first = Project(category=project.category, state=project.state, large=project.large, imported=True)
        begin_in_phase(first, said)
        begun[key] = Begun(first.phase_model, first.phase, (first.extra or {}).get(EXTRA_PHASE, ""))
    found = begun[key]
    project.phase_model, project.phase = found.model, found.phase
    if found.kept:
        project.extra = {**(project.extra or {}), EXTRA_PHASE: found.kept}
    return project


def _tell_all(projects: Sequence[Project], by: Person | None, at: datetime) -> None:
    ProjectChange.objects.bulk_create(
        [
            ProjectChange(
                project=project, at=at, by=by, kind=ChangeKind.NEW.value, new=f"{project.get_state_display()} (indlæst)"
            )
            for project in projects
        ],
        batch_size=MANY,
    )


_KEPT = frozenset({"id", "uuid", "version", "created_at", "updated_at"})


@transaction.atomic
def unload_project(project: Project, *, by: Person, at: datetime) -> None:
    """Take away a project that an import has made and nobody has touched. Its number is never used again."""
    permit(by, "project.create", at=at)
    for role in project.roles.all():
        remove(role, by=by, at=at, action="project_role.unload")
    for link in (*project.goal_links.all(), *project.partner_links.all()):
        remove(link, by=by, at=at, action="project.unload_link")
    remove(project, by=by, at=at, action="project.unload")


@transaction.atomic
def wind_back(
    project: Project, version: int, changed_at: datetime, *, by: Person, at: datetime, reason: str
) -> Project:
    """Give a project's record and its people back as they were in that version, before the import of `changed_at`."""
    permit(by, "project.create", at=at)
    before: Any = project.history.filter(version=version).order_by("-history_id").first()
    if before is None:
        return project
    for field in Project._meta.concrete_fields:
        if field.name not in _KEPT:
            setattr(project, field.attname, getattr(before, field.attname))
    store(project, by=by, at=at, action="project.wind_back", reason=reason)
    for role in ProjectRole.objects.filter(project=project, created_at=changed_at):
        remove(role, by=by, at=at, action="project_role.wind_back", reason=reason)
    for role in ProjectRole.objects.filter(project=project, updated_at=changed_at, end__isnull=False):
        role.end = None
        store(role, by=by, at=at, action="project_role.wind_back", reason=reason)
    for change in ProjectChange.objects.filter(project=project, at=changed_at).order_by("pk"):
        tell(project, ChangeKind(change.kind), by=by, at=at, old=change.new, new=change.old, reason=reason)
    return project
