"""What a sent agenda still asks of its secretary and its chair: changes to finish or read, a move to confirm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import weekday_text
from styrehjul.meetings.domain.changes import OPEN, ChangeSetState, MoveState
from styrehjul.meetings.domain.states import AgendaState, CalendarState
from styrehjul.meetings.models import ChangeSet, Meeting, MoveRequest
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person
from styrehjul.ui.todo import ToDo, level_for

R = TypeVar("R", ChangeSet, MoveRequest)
_SENT = {"meeting__agenda_state": AgendaState.SENT.value}


def change_todos(person: Person, writes: frozenset[int], approves: frozenset[int], on: date) -> Iterator[ToDo]:
    """Two queries, however much waits."""
    if not writes and not approves:
        return
    for change_set in _of(ChangeSet.objects.filter(state__in=[s.value for s in OPEN]), writes | approves):
        meeting, waits = change_set.meeting, change_set.state == ChangeSetState.WITH_CHAIR.value
        if waits and meeting.body_id in approves:
            yield _todo(_("Læs og godkend ændringer til dagsordenen"), meeting, on, "aendringer/godkend/")
        elif not waits and meeting.body_id in writes:
            yield _todo(_("Gør ændringerne til dagsordenen færdige"), meeting, on, "aendringer/")
    for wish in _of(MoveRequest.objects.filter(state=MoveState.ASKED.value), approves):
        if wish.asked_by_id != person.pk:
            yield _todo(_("Svar på ønsket om at flytte mødet"), wish.meeting, on, "flyt/svar/")


def _of(rows: QuerySet[R], bodies: frozenset[int]) -> QuerySet[R]:
    found = rows.filter(meeting__body__in=bodies, **_SENT).exclude(
        meeting__calendar_state=CalendarState.CANCELLED.value
    )
    return found.select_related("meeting__body").order_by("meeting__starts_at", "pk")


def _todo(title: str, meeting: Meeting, on: date, path: str) -> ToDo:
    day = day_of(meeting.starts_at)
    return ToDo(
        title=title,
        url=f"{meeting.get_absolute_url()}{path}",
        text=f"{meeting.body.name} {weekday_text(day)}",
        level=level_for(day, on),
        due=day,
    )
