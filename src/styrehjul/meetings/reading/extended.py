"""An item's steps where the body prepares in more of them: its state by name, who reads it, and what can be done next."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text
from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import ReviewRound, Treatment
from styrehjul.meetings.queries.extended import extended
from styrehjul.meetings.reading.words import day_of
from styrehjul.people.models import Person
from styrehjul.people.policy import may

_REVIEWED = (s.T.IN_WORK, s.T.RETURNED, s.T.IN_REVIEW)


def steps_of(found: Treatment, person: Person, on: date) -> dict[str, Any] | None:
    """None where the body prepares by the straight road, and for readers who have nothing to do with it."""
    if not may(person, "treatment.edit", found, on=on) or not extended(found.body, on):
        return None
    keys, state = {"pk": found.meeting_id, "item": found.pk}, s.T(found.state)
    asked = state is s.T.ACCEPTED and found.responsible_id == person.pk
    rounds = found.review_rounds.prefetch_related("answers__person").order_by("-number")
    return {
        "state": str(labels.TREATMENT[state]),
        "take_url": reverse("meetings:take_on", kwargs=keys) if asked else "",
        "review_url": reverse("meetings:send_to_review", kwargs=keys) if state in _REVIEWED else "",
        "rounds": [(f"/gennemsyn/{row.pk}/", _round_words(row)) for row in rounds],
    }


def _round_words(row: ReviewRound) -> str:
    answers = list(row.answers.all())
    said = sum(1 for one in answers if one.answer)
    facts = {"n": row.number, "day": day_text(day_of(row.sent_at)), "said": said, "all": len(answers)}
    return _("Gennemsyn %(n)d, sendt %(day)s: %(said)d af %(all)d har svaret") % facts
