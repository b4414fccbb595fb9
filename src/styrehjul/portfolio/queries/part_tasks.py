"""A project's tasks as they are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from styrehjul.kernel.danish import day_text
from styrehjul.portfolio.domain.parts import UNDONE, TaskState
from styrehjul.portfolio.models import Project, ProjectTask
from styrehjul.portfolio.queries.records import records_on
from styrehjul.ui.dates import in_days
from styrehjul.ui.todo import level_for


@dataclass(frozen=True)
class TaskLine:
    """One task: who, by when, how far, and where it came from."""

    pk: int
    title: str
    responsible: str
    responsible_id: int
    due: str
    due_words: str
    state: str
    open: bool
    level: str
    source: str
    because: str


def shown(project: Project, on: date, as_of: date | None = None) -> list[TaskLine]:
    """The project's tasks: open ones by date, then those that are done. One query."""
    rows = records_on(ProjectTask, as_of).filter(project_id=project.pk).select_related("responsible")
    order = sorted(rows, key=lambda row: (TaskState(row.state) not in UNDONE, row.due or date.max, row.id))
    return [_line(row, as_of or on) for row in order]


def _line(row: Any, on: date) -> TaskLine:
    is_open = TaskState(row.state) in UNDONE
    source = str(row.get_source_display()) if row.source else ""
    return TaskLine(
        pk=row.id,
        title=row.title,
        responsible=row.responsible.name,
        responsible_id=row.responsible_id,
        due=day_text(row.due) if row.due else "",
        due_words=in_days(row.due, on) if row.due and is_open else "",
        state=str(row.get_state_display()),
        open=is_open,
        level=level_for(row.due, on) if is_open else "green",
        source=f"{source}: {row.source_words}" if source and row.source_words else source,
        because=row.ended_because,
    )
