"""What preparing in more steps asks of people: proposals to answer, items to take on, items to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import weekday_text
from styrehjul.meetings.domain.states import TreatmentState
from styrehjul.meetings.models import ReviewAnswer, Treatment
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person
from styrehjul.ui.todo import ToDo, level_for


def preparing_todos(person: Person, writes: frozenset[int], on: date) -> Iterator[ToDo]:
    """Two queries, however much waits; nothing where no body prepares so."""
    asked = ReviewAnswer.objects.filter(person=person, answer="", round__ended_at=None)
    for row in asked.select_related("round__treatment__body").order_by("round__due_at", "pk"):
        due = day_of(row.round.due_at)
        yield ToDo(
            title=_("Gennemse: %(title)s") % {"title": row.round.treatment.title},
            url=f"/gennemsyn/{row.round_id}/",
            text=_("Svar senest %(day)s") % {"day": weekday_text(due)},
            level=level_for(due, on),
            due=due,
        )
    if writes:
        waiting = Treatment.objects.filter(state=TreatmentState.PROPOSED.value, meeting=None, body__in=writes)
        for item in waiting.select_related("body").order_by("pk"):
            yield ToDo(
                title=_("Foreslået punkt: %(title)s") % {"title": item.title},
                url="/sager/venter/",
                text=item.body.name,
            )
