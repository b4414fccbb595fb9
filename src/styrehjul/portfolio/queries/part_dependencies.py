"""What a project hangs on, and whom it hits when it slips."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.kernel.danish import day_text
from styrehjul.portfolio.domain.dependencies import Need
from styrehjul.portfolio.domain.life import OVER, ProjectState
from styrehjul.portfolio.domain.parts import NEEDS_PROJECT, DependencyKind
from styrehjul.portfolio.models import Dependency, Milestone, Project
from styrehjul.portfolio.queries.records import records_on

_OVER = frozenset(state.value for state in OVER)


@dataclass(frozen=True)
class DependencyLine:
    """One thing that the project hangs on, or one project that hangs on it (`theirs`)."""

    pk: int
    theirs: bool
    kind: str
    title: str
    url: str
    there: str
    by: str
    late: str
    note: str


def shown(project: Project, on: date, as_of: date | None = None) -> list[DependencyLine]:
    """Both directions: what it needs, and who needs it. Two queries now; as it was, one more for the milestones."""
    rows = records_on(Dependency, as_of)
    joined = ("project", "on_project", "on_system", "milestone")
    own = list(rows.filter(project_id=project.pk).select_related(*joined))
    others = list(rows.filter(on_project_id=project.pk).select_related(*joined))
    return [_line(row, theirs=False) for row in own] + [_line(row, theirs=True) for row in others]


def _line(row: Any, *, theirs: bool) -> DependencyLine:
    target = row.project if theirs else (row.on_project or row.on_system)
    need = need_of(row)
    late = need.late_days
    title = str(target) if target else row.outside
    if row.milestone is not None:
        title += _(": milepælen %(milestone)s") % {"milestone": row.milestone.title}
    return DependencyLine(
        pk=row.id,
        theirs=theirs,
        kind=str(row.get_kind_display()),
        title=title,
        url=target.get_absolute_url() if isinstance(target, Project) else "",
        there=_("ventes %(day)s") % {"day": day_text(need.there)} if need.there else "",
        by=_("skal bruges %(day)s") % {"day": day_text(need.by)} if need.by else "",
        late=ngettext("%(n)d dag for sent", "%(n)d dage for sent", late) % {"n": late} if late else "",
        note=row.note,
    )


def need_of(row: Any) -> Need:
    """When what is waited for is expected, and when it is needed: the day that was said, else the project's start."""
    by = row.due or row.project.actual_start or row.project.planned_start
    other = row.on_project
    if other is None:
        return Need(None, row.due)
    match row.kind:
        case DependencyKind.NEEDS_FINISHED:
            return Need(other.actual_end or other.forecast_end or other.planned_end, by)
        case DependencyKind.NEEDS_STARTED:
            return Need(other.actual_start or other.planned_start, by)
        case DependencyKind.NEEDS_MILESTONE if row.milestone is not None:
            milestone: Milestone = row.milestone
            return Need(milestone.actual_on or milestone.forecast_on, by)
    return Need(None, row.due)


@dataclass(frozen=True)
class Hit:
    """A project that is hit by another's slip, and by how many days."""

    project: Project
    by: Project
    days: int
    kind: str


def hits(project: Project | None = None) -> list[Hit]:
    """Every need between projects that comes too late, or those of one project's slip. One query."""
    kinds = [kind.value for kind in NEEDS_PROJECT]
    rows = Dependency.objects.filter(kind__in=kinds).select_related("project", "on_project", "milestone")
    if project is not None:
        rows = rows.filter(on_project=project)
    found = []
    for row in rows:
        late = need_of(row).late_days
        if late and row.on_project is not None and row.project.state not in _OVER:
            found.append(Hit(row.project, row.on_project, late, str(row.get_kind_display())))
    return sorted(found, key=lambda hit: -hit.days)


def bounds_of(projects: list[int]) -> dict[int, tuple[date | None, date | None]]:
    """Project key -> not before, not after: after what it needs, before what needs it. One query."""
    kinds = [kind.value for kind in NEEDS_PROJECT]
    rows = Dependency.objects.filter(kind__in=kinds).select_related("project", "on_project", "milestone")
    after: dict[int, list[date]] = defaultdict(list)
    before: dict[int, list[date]] = defaultdict(list)
    for row in rows:
        need = need_of(row)
        if row.on_project is None or row.on_project_id is None or row.project.state in _OVER:
            continue
        if need.there is not None and row.on_project.state not in (ProjectState.REJECTED, ProjectState.WITHDRAWN):
            after[row.project_id].append(need.there)
        if need.by is not None:
            before[row.on_project_id].append(need.by)
    return {
        key: (max(after[key]) if after[key] else None, min(before[key]) if before[key] else None) for key in projects
    }
