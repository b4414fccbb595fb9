"""Tasks of a project: one responsible, one day, ticked off in one click."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.part import day_of, fresh, keep, line, open_for, person_here, take_away, write
from styrehjul.portfolio.domain.parts import TASK, TaskEvent, TaskState
from styrehjul.portfolio.models import Project, ProjectTask, Risk

FIELDS = frozenset({"title", "due", "source", "source_words", "reminder_days"})


@transaction.atomic
def add_task(
    project: Project,
    *,
    title: str,
    responsible_id: int,
    by: Person | None,
    at: datetime,
    due: date | None = None,
    risk: Risk | None = None,
    **fields: Any,
) -> ProjectTask:
    """Somebody is to do something by a day. It stands at once on the list of the responsible."""
    open_for(project, by=by, at=at)
    task = ProjectTask(project=project, title=line(title, 200), due=due, risk=risk)
    write(task, fields, FIELDS)
    task.responsible = _responsible(responsible_id, at)
    return keep(task, by=by, at=at, action="project_task.add")


@transaction.atomic
def change_task(
    task: ProjectTask,
    *,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
    responsible_id: int | None = None,
    state: str = "",
    why: str = "",
    **fields: Any,
) -> ProjectTask:
    """Change a task: its words, its day, who does it, and how far it is."""
    open_for(task.project, by=by, at=at)
    fresh(task, expected_version)
    write(task, fields, FIELDS)
    task.title = line(task.title, 200)
    if responsible_id is not None and responsible_id != task.responsible_id:
        task.responsible = _responsible(responsible_id, at)
    if state and state != task.state:
        _move(task, _EVENT[TaskState(state)], why, at)
    return keep(task, by=by, at=at, action="project_task.change", reason=why)


_EVENT = {
    TaskState.OPEN: TaskEvent.REOPEN,
    TaskState.DOING: TaskEvent.BEGIN,
    TaskState.DONE: TaskEvent.FINISH,
    TaskState.DROPPED: TaskEvent.DROP,
}


@transaction.atomic
def finish_task(task: ProjectTask, *, by: Person | None, at: datetime) -> ProjectTask:
    """ "Udført": one click by the responsible, or by those who keep the project."""
    permit(by, "project_task.finish", task, at=at)
    fresh(task)
    _move(task, TaskEvent.FINISH, "", at)
    return keep(task, by=by, at=at, action="project_task.finish")


@transaction.atomic
def remove_task(task: ProjectTask, *, by: Person | None, at: datetime) -> Project:
    """Take a task away that should never have been there."""
    return take_away(task, by=by, at=at, action="project_task.remove")


def _move(task: ProjectTask, event: TaskEvent, why: str, at: datetime) -> None:
    task.state = TASK.after(TaskState(task.state), event).value
    if event is TaskEvent.DROP and not why.strip():
        raise Refused("reason.needed")
    task.ended_because = line(why, 300) if event is TaskEvent.DROP else ""
    task.done_on = day_of(at) if event is TaskEvent.FINISH else None


def _responsible(key: int, at: datetime) -> Person:
    person = person_here(key, at)
    assert person is not None
    return person
