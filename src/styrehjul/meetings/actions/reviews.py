"""The reading round: one version of an item to named readers, what each says, and what is answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.bodies.queries import calendar
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs, refuse, through
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.guards import lacks_for_ready
from styrehjul.meetings.domain.preparing import REVIEW_WORKING_DAYS, Review
from styrehjul.meetings.domain.states import TreatmentEvent
from styrehjul.meetings.mails.preparing import ask_reader, tell_answered
from styrehjul.meetings.models import ReviewAnswer, ReviewRound, Treatment
from styrehjul.meetings.queries.contents import item_content
from styrehjul.meetings.queries.extended import extended
from styrehjul.meetings.queries.facts import item_facts
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person


def read_by(at: datetime) -> date:
    """The day that is suggested for the readers: three working days on."""
    return calendar().working_days_after(day_of(at), REVIEW_WORKING_DAYS)


@transaction.atomic
def send_to_review(
    treatment: Treatment, readers: Sequence[Person], *, by: Person, at: datetime, due: date | None = None
) -> ReviewRound:
    """*Send til gennemsyn*: the item as it stands now goes to these readers. What lacks for *Klar* lacks here too."""
    item = fresh(treatment)
    needs(by, "treatment.make_ready", item, at)
    if not extended(item.body, day_of(at)):
        raise Refused("preparing.not_extended", body=item.body.name_definite)
    people = list(dict.fromkeys(person for person in readers if person != by))
    if not people:
        raise Refused("review.nobody")
    last = due or read_by(at)
    if last < day_of(at):
        raise Refused("review.due_in_past", day=last)
    refuse(lacks_for_ready(item_facts(item, item.number, day_of(at))))
    through(item, TreatmentEvent.REVIEW, by=by, at=at)
    store(item, by=by, at=at, action="treatment.review")
    end_rounds(item, by=by, at=at)
    content = item_content(item)
    made = ReviewRound(
        treatment=item, number=item.review_rounds.count() + 1, content=content, sha256=hash_of(content), sent_by=by,
        sent_at=at, due_at=datetime.combine(last, time(23, 59), tzinfo=ZONE),
    )  # fmt: skip
    store(made, by=by, at=at, action="review.send")
    for person in people:
        row = ReviewAnswer(round=made, person=person)
        store(row, by=by, at=at, action="review.ask")
        ask_reader(row, at=at)
    return made


def end_rounds(item: Treatment, *, by: Person | None, at: datetime) -> None:
    """What is being read is read no more: a newer version went out, or the item is ready."""
    for old in item.review_rounds.filter(ended_at=None):
        old.ended_at = at
        store(old, by=by, at=at, action="review.end")


@transaction.atomic
def answer_review(row: ReviewAnswer, *, answer: str, by: Person, at: datetime, comment: str = "") -> ReviewAnswer:
    """A reader says OK, or what should be otherwise; it can be changed until the round has ended."""
    mine = fresh(row)
    needs(by, "review.answer", mine.round.treatment, at)
    if mine.person_id != by.pk or mine.round.ended_at is not None:
        raise Refused("review.over")
    if answer not in list(Review):
        raise Refused("review.answer_unknown")
    if answer == Review.COMMENT and not comment.strip():
        raise Refused("review.comment_empty")
    mine.answer, mine.comment, mine.answered_at, mine.reply = answer, comment.strip(), at, ""
    store(mine, by=by, at=at, action="review.answer")
    tell_answered(mine, at=at)
    return mine


@transaction.atomic
def reply_to_reader(row: ReviewAnswer, *, reply: str, by: Person, at: datetime) -> ReviewAnswer:
    """What was done with a comment. A comment itself alters no text."""
    found = fresh(row)
    needs(by, "treatment.edit", found.round.treatment, at)
    if not reply.strip():
        raise Refused("review.reply_empty")
    found.reply, found.replied_by = reply.strip(), by
    store(found, by=by, at=at, action="review.reply")
    return found
