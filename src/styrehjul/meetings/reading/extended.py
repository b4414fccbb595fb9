"""An item's steps where the body prepares in more of them: its state by name, who reads it, and what can be done next."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text
from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.domain.preparing import Check, Review
from styrehjul.meetings.models import ItemCheck, ReviewRound, Treatment
from styrehjul.meetings.queries.checks import CAN_BE_CHECKED, side_words
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
        "checks_url": reverse("meetings:ask_for_checks", kwargs=keys) if state in CAN_BE_CHECKED else "",
        "checks": [_check(row) for row in found.checks.filter(withdrawn_at=None).select_related("person")],
        "rounds": [(f"/gennemsyn/{row.pk}/", _round_words(row)) for row in rounds],
    }


def _check(row: ItemCheck) -> dict[str, str]:
    """One side of the item: who looks at it, what was said, and the page where it stands."""
    words = labels.CHIEF_ANSWER if row.kind == Check.CHIEF else labels.CHECK_ANSWER
    said = str(words[Review(row.answer)]) if row.answer else _("Har ikke svaret")
    return {
        "url": f"/kontrol/{row.pk}/",
        "words": f"{side_words(row)}: {row.person.name}",
        "said": f"{said}, {day_text(day_of(row.answered_at))}" if row.answered_at else said,
        "remark": row.remark,
    }


def _round_words(row: ReviewRound) -> str:
    answers = list(row.answers.all())
    said = sum(1 for one in answers if one.answer)
    facts = {"n": row.number, "day": day_text(day_of(row.sent_at)), "said": said, "all": len(answers)}
    return _("Gennemsyn %(n)d, sendt %(day)s: %(said)d af %(all)d har svaret") % facts
