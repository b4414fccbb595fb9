"""Where a body prepares in more steps, and what stands in them."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import active_bodies
from styrehjul.kernel.refusal import Reason
from styrehjul.meetings.domain.preparing import Read, lacks_after_review
from styrehjul.meetings.domain.states import TreatmentState
from styrehjul.meetings.models import ReviewRound, Treatment
from styrehjul.meetings.queries.seats import rules_for
from styrehjul.people.models import Person
from styrehjul.people.policy import may


def extended(body: Body, on: date) -> bool:
    """Whether the body uses *Udvidet forberedelse* that day."""
    rules = rules_for(body, on)
    return bool(rules and rules.settings.extended_preparation)


def bodies_to_propose_to(person: Person, on: date) -> list[Body]:
    """The bodies that take proposals of items from this person."""
    return [body for body in active_bodies(on) if extended(body, on) and may(person, "item.propose", body, on=on)]


def proposed_items(bodies: list[Body]) -> QuerySet[Treatment]:
    """What is proposed to these bodies and nobody has taken in, the oldest first."""
    rows = Treatment.objects.filter(state=TreatmentState.PROPOSED.value, meeting=None, body__in=bodies)
    return rows.select_related("body", "matter", "responsible", "proposed_by", "wished_meeting__body").order_by("pk")


def open_round(treatment: Treatment) -> ReviewRound | None:
    """The round that the item is being read in."""
    return treatment.review_rounds.filter(ended_at=None).prefetch_related("answers__person").order_by("-number").first()


def review_reasons(treatment: Treatment, at: datetime) -> list[Reason]:
    """Why an item that is being read cannot be set ready yet."""
    if treatment.state != TreatmentState.IN_REVIEW.value:
        return []
    reading = open_round(treatment)
    if reading is None:
        return []
    readers = [Read(row.person.name, row.answer, bool(row.reply)) for row in reading.answers.all()]
    return lacks_after_review(readers, over=at > reading.due_at)


__all__ = [
    "bodies_to_propose_to", "extended", "open_round", "proposed_items", "review_reasons",
]  # fmt: skip
