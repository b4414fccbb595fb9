"""What minutes ask of people: members to read or approve, the secretary to answer, the chair to settle corrections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from styrehjul.bodies.domain.model import MinutesApproval
from styrehjul.bodies.queries import standing_of
from styrehjul.kernel.danish import weekday_text
from styrehjul.meetings.domain.states import CorrectionState
from styrehjul.meetings.models import Correction, Meeting, MinutesComment, MinutesConsent, MinutesRound
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person
from styrehjul.ui.todo import ToDo, level_for


def minutes_todos(person: Person, on: date) -> Iterator[ToDo]:
    """At most three queries, whatever waits."""
    standing = standing_of(person, on)
    writes = standing.secretaries | standing.secretary_for
    if standing.members:
        yield from _to_read(person, standing.members, on)
    if writes:
        yield from _to_answer(writes, on)
    if approves := (standing.chairs | standing.approves_for) - writes:
        yield from _to_settle(approves, on)


def _told(meeting: Meeting) -> str:
    return f"{meeting.body.name} {weekday_text(day_of(meeting.starts_at))}"


def _to_read(person: Person, bodies: frozenset[int], on: date) -> Iterator[ToDo]:
    """Minutes that lie with the member: to approve, or to comment on until the deadline."""
    given = MinutesConsent.objects.filter(round=OuterRef("pk"), person=person)
    said = MinutesComment.objects.filter(round=OuterRef("pk"), person=person)
    lying = MinutesRound.objects.filter(ended_at=None, meeting__body__in=bodies).exclude(sent_by=person)
    lying = lying.annotate(given=Exists(given), said=Exists(said)).select_related("meeting__body")
    for found in lying.order_by("due_at"):
        each = found.way == MinutesApproval.EACH_MEMBER.value
        due = day_of(found.due_at)
        if (each and found.given) or (not each and (found.said or due < on)):
            continue
        yield ToDo(
            title=_("Læs og godkend referatet") if each else _("Læs referatet, og skriv eventuelle bemærkninger"),
            url=f"{found.meeting.get_absolute_url()}referat/",
            text=_told(found.meeting),
            level=level_for(due, on),
            due=due,
        )


def _to_answer(bodies: frozenset[int], on: date) -> Iterator[ToDo]:
    """Objections that wait for the secretary."""
    open_ones = MinutesComment.objects.filter(
        objection=True, answered_at=None, round__ended_at=None, round__meeting__body__in=bodies
    )
    for comment in open_ones.select_related("person", "round__meeting__body").order_by("pk"):
        due = day_of(comment.round.due_at)
        yield ToDo(
            title=_("Svar på indsigelsen fra %(who)s") % {"who": comment.person.name},
            url=f"{comment.round.meeting.get_absolute_url()}referat/",
            text=_told(comment.round.meeting),
            level=level_for(due, on),
            due=due,
        )


def _to_settle(bodies: frozenset[int], on: date) -> Iterator[ToDo]:
    """Corrections that wait for the chair."""
    waiting = Correction.objects.filter(state=CorrectionState.PROPOSED.value, meeting__body__in=bodies)
    for correction in waiting.select_related("meeting__body").order_by("pk"):
        yield ToDo(
            title=_("Godkend rettelsen til referatet"),
            url=f"{correction.meeting.get_absolute_url()}referat/#rettelser",
            text=_told(correction.meeting),
            level=level_for(None, on),
            due=None,
        )
