"""A project's course once it is approved: started, paused, resumed, reopened, and what is set on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.baselines import freeze
from styrehjul.portfolio.actions.moving import begin, danish_day, day_or_none, move, save, tell
from styrehjul.portfolio.actions.resources import release_allocations
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.guards import lacks_to_start
from styrehjul.portfolio.domain.life import Category, ProjectEvent, ProjectRoleKind, Subtype
from styrehjul.portfolio.labels import CATEGORY, SUBTYPE
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.roles import holder_of


@transaction.atomic
def start_project(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """An approved project gets going: somebody leads it, and its first status falls due."""
    begin(project, "project.start", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    words = move(project, ProjectEvent.START)
    if lacking := lacks_to_start(project.category, holder_of(project, ProjectRoleKind.MANAGER) is not None):
        raise Refused.because(lacking)
    project.actual_start = project.actual_start or danish_day(at)
    if project.category != Category.LOCAL and not project.baselines.exists():
        freeze(project, by=by, at=at, mandate=mandate, reason=reason)
    return save(project, "project.start", ChangeKind.STARTED, words, by=by, at=at, mandate=mandate, reason=reason)


@transaction.atomic
def pause_project(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
    revisit_on: date | None = None,
) -> Project:
    """The project stands still until somebody takes it up again, at the latest looked at on `revisit_on`."""
    begin(project, "project.pause", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    words = move(project, ProjectEvent.PAUSE)
    project.revisit_on = revisit_on
    release_allocations(project, by=by, at=at)
    return save(project, "project.pause", ChangeKind.PAUSED, words, by=by, at=at, mandate=mandate, reason=reason)


@transaction.atomic
def resume_project(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
    forecast_end: date | None = None,
) -> Project:
    """The project goes on, normally with a new day that it is expected to end."""
    begin(project, "project.resume", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    words = move(project, ProjectEvent.RESUME)
    project.revisit_on = None
    if forecast_end and forecast_end != project.forecast_end:
        old = day_or_none(project.forecast_end)
        project.forecast_end = forecast_end
        new = day_or_none(forecast_end)
        tell(project, ChangeKind.FORECAST, by=by, at=at, old=old, new=new, reason=reason, mandate=mandate)
    return save(project, "project.resume", ChangeKind.RESUMED, words, by=by, at=at, mandate=mandate, reason=reason)


@transaction.atomic
def reopen_project(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """A project that was closed or stopped runs again."""
    begin(project, "project.reopen", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    words = move(project, ProjectEvent.REOPEN)
    project.actual_end = None
    return save(project, "project.reopen", ChangeKind.REOPENED, words, by=by, at=at, mandate=mandate, reason=reason)


# No order of projects is longer; a number beyond it is a slip of the hand.
LAST_PRIORITY = 9999


@transaction.atomic
def set_priority(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    priority: int,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """Put the project at a place in the one order of priorities. Others keep theirs: they are never moved by this."""
    begin(project, "project.set_priority", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    if not 1 <= priority <= LAST_PRIORITY:
        raise Refused("project.priority_number")
    words = (str(project.priority or "ingen"), str(priority))
    project.priority = priority
    return save(
        project, "project.set_priority", ChangeKind.PRIORITY, words, by=by, at=at, mandate=mandate, reason=reason
    )


@transaction.atomic
def set_end_date(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    planned_end: date,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """Give the project a new planned end."""
    begin(project, "project.set_end_date", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    if project.planned_start and planned_end < project.planned_start:
        raise Refused("project.ends_before_start", start=project.planned_start)
    words = (day_or_none(project.planned_end), day_or_none(planned_end))
    project.planned_end = planned_end
    return save(
        project, "project.set_end_date", ChangeKind.END_DATE, words, by=by, at=at, mandate=mandate, reason=reason
    )


@transaction.atomic
def change_category(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    category: str,
    subtype: str = "",
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """Move the project to another of the kommissorium's three categories. Away from local it takes a decision."""
    begin(project, "project.change_category", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    old = _category_words(project)
    project.category = category
    project.subtype = (subtype or Subtype.OWN_CROSS.value) if category == Category.CROSS else ""
    return save(
        project,
        "project.change_category",
        ChangeKind.CATEGORY,
        (old, _category_words(project)),
        by=by,
        at=at,
        mandate=mandate,
        reason=reason,
    )


def _category_words(project: Project) -> str:
    words = str(CATEGORY[Category(project.category)])
    return f"{words} ({SUBTYPE[Subtype(project.subtype)]})" if project.subtype else words
