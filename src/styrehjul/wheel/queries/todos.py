"""What the wheel asks of a secretary."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from styrehjul.bodies.queries import standing_of
from styrehjul.meetings.models import Meeting
from styrehjul.people.models import Person
from styrehjul.people.queries import remembered
from styrehjul.ui.todo import ToDo


def next_for(person: Person, on: date) -> list[ToDo]:
    """For a secretary: roll next year in time, and what the wheel misses this year."""
    secretaries = standing_of(person, on).secretaries
    if not secretaries:
        return []
    todos = []
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


def _rolled(year: int) -> bool:
    return Meeting.objects.filter(~Q(slot=""), year=year).exists()
