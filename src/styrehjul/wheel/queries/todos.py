"""What the wheel asks of a secretary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q

from styrehjul.bodies.queries import standing_of
from styrehjul.meetings.models import Meeting
from styrehjul.people.models import Person
from styrehjul.people.queries import remembered
from styrehjul.ui.todo import ToDo, level_for
from styrehjul.wheel.models import SeminarTask

AHEAD = timedelta(days=30)


def next_for(person: Person, on: date) -> list[ToDo]:
    """For a secretary: roll next year in time, and what the wheel misses this year."""
    todos = list(_seminar_tasks(person, on))
    if not standing_of(person, on).secretaries:
        return todos
    if on.month >= 9 and not remembered(person, "next_rolled", on, lambda: _rolled(on.year + 1)):
        todos.append(
            ToDo(
                title=f"Opret årets møder for {on.year + 1}",
                url=f"/aarshjul/{on.year + 1}/",
                text="Møder, frister og faste punkter lægges ud fra kommissoriet",
                due=date(on.year, 12, 1),
                level="yellow" if on.month == 12 else "wait",
            )
        )
    return todos


def _seminar_tasks(person: Person, on: date) -> Iterator[ToDo]:
    """What the person has promised to do before a seminar, from a month before it is due."""
    rows = SeminarTask.objects.filter(
        responsible=person, done_at=None, due__lte=on + AHEAD, seminar__occurrence__status="planned"
    )
    for row in rows.select_related("seminar__occurrence").order_by("due", "pk"):
        occurrence = row.seminar.occurrence
        yield ToDo(
            title=row.title, url=f"/aarshjul/aktivitet/{occurrence.pk}/", text=occurrence.title, due=row.due,
            level=level_for(row.due, on),
        )  # fmt: skip


def _rolled(year: int) -> bool:
    return Meeting.objects.filter(~Q(slot=""), year=year).exists()
