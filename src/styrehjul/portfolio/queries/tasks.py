"""Tasks of projects: a person's own, and those that are over their day."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext as _

from styrehjul.people.models import Person
from styrehjul.portfolio.domain.life import OVER
from styrehjul.portfolio.domain.parts import UNDONE
from styrehjul.portfolio.models import ProjectTask
from styrehjul.portfolio.queries.settings import settings
from styrehjul.ui.todo import Press, ToDo, level_for

_UNDONE = [state.value for state in UNDONE]
_OVER = [state.value for state in OVER]


def overdue_tasks(on: date) -> list[ProjectTask]:
    """Every task of a project that is over its day and not done, the oldest first. One query."""
    found = ProjectTask.objects.filter(state__in=_UNDONE, due__lt=on).exclude(project__state__in=_OVER)
    return list(found.select_related("responsible", "project").order_by("due", "pk"))


def task_todos(person: Person, on: date) -> list[ToDo]:
    """The person's own open tasks in projects, each ticked off in one click."""
    mine = ProjectTask.objects.filter(responsible=person, state__in=_UNDONE).exclude(project__state__in=_OVER)
    soon = settings().task_reminder_days
    return [_todo(task, on, soon) for task in mine.select_related("project").order_by("due", "pk")]


def _todo(task: ProjectTask, on: date, soon: int | None) -> ToDo:
    days = task.reminder_days if task.reminder_days is not None else soon
    level = level_for(task.due, on, soon_days=days) if days is not None else level_for(task.due, on)
    project = task.project.get_absolute_url()
    return ToDo(
        title=_("%(task)s (%(project)s)") % {"task": task.title, "project": task.project.title},
        url=f"{project}#opgaver",
        level=level,
        due=task.due,
        press=Press(_("Udført"), f"{project}opgaver/{task.pk}/udfoert/", (("back", "/opgaver/"),)),
    )


def tasks_with_day() -> list[tuple[ProjectTask, date | None]]:
    """Every open task that has a day, with the day of its first reminder where one was chosen."""
    soon = settings().task_reminder_days
    rows = ProjectTask.objects.filter(state__in=_UNDONE, due__isnull=False).exclude(project__state__in=_OVER)
    found: list[tuple[ProjectTask, date | None]] = []
    for task in rows.select_related("responsible", "project").order_by("due", "pk"):
        days = task.reminder_days if task.reminder_days is not None else soon
        found.append((task, task.due - timedelta(days=days) if task.due and days is not None else None))
    return found
