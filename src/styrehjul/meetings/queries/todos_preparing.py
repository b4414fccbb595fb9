"""What preparing in more steps asks of people: proposed items to answer, items to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import weekday_text
from styrehjul.meetings.domain.preparing import Check
from styrehjul.meetings.domain.states import TreatmentState
from styrehjul.meetings.models import ItemCheck, ReviewAnswer, Treatment
from styrehjul.meetings.queries.checks import CAN_BE_CHECKED, side_words
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person
from styrehjul.people.queries import remembered
from styrehjul.ui.todo import ToDo, level_for


def proposed_to(bodies: frozenset[int]) -> Q:
    """The items that are proposed to these bodies and that nobody has taken in."""
    return Q(state=TreatmentState.PROPOSED.value, meeting=None, body__in=bodies)


def proposed_todo(item: Treatment) -> ToDo:
    """One of them, for the body's secretary."""
    title = _("Foreslået punkt: %(title)s") % {"title": item.title}
    return ToDo(title=title, url="/sager/venter/", text=item.body.name)


def check_todos(person: Person, on: date) -> Iterator[ToDo]:
    """Items that the person is asked to look at one side of, and proposals that wait for their own chief."""
    asked = ItemCheck.objects.filter(person=person, answer="", withdrawn_at=None)
    if not remembered(person, "unanswered_checks", on, lambda: frozenset(asked.values_list("pk", flat=True))):
        return
    proposed, open_still = TreatmentState.PROPOSED.value, [state.value for state in CAN_BE_CHECKED]
    waiting = Q(kind=Check.CHIEF.value, treatment__state=proposed)
    waiting |= ~Q(kind=Check.CHIEF.value) & Q(treatment__state__in=open_still)
    for row in asked.filter(waiting).select_related("treatment__body", "asked_by").order_by("asked_at", "pk"):
        words = _("Godkend forslag til punkt: %(title)s") if row.kind == Check.CHIEF else _("Se på: %(title)s")
        text = row.asked_by.name if row.kind == Check.CHIEF else f"{side_words(row)}, {row.asked_by.name}"
        yield ToDo(title=words % {"title": row.treatment.title}, url=f"/kontrol/{row.pk}/", text=text)


def reading_todos(person: Person, on: date) -> Iterator[ToDo]:
    """Items that the person is asked to read before they are ready."""
    asked = ReviewAnswer.objects.filter(person=person, answer="")
    # Mostly there are none, and then the items that such rows are about need not be looked at.
    if not remembered(person, "unread_reviews", on, lambda: frozenset(asked.values_list("pk", flat=True))):
        return
    asked = asked.filter(round__ended_at=None).select_related("round__treatment__body")
    for row in asked.order_by("round__due_at", "pk"):
        due = day_of(row.round.due_at)
        yield ToDo(
            title=_("Gennemse: %(title)s") % {"title": row.round.treatment.title},
            url=f"/gennemsyn/{row.round_id}/",
            text=_("Svar senest %(day)s") % {"day": weekday_text(due)},
            level=level_for(due, on),
            due=due,
        )
