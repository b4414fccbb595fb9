"""Parallel checks while an item is prepared, and the proposer's own chief: asked, answered with a remark, asked no more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs, through
from styrehjul.meetings.domain.preparing import SIDES, Check, Review
from styrehjul.meetings.domain.states import TreatmentEvent, TreatmentState
from styrehjul.meetings.mails.checks import ask_checker, tell_checked
from styrehjul.meetings.mails.preparing import tell_proposer
from styrehjul.meetings.models import ItemCheck, Treatment
from styrehjul.meetings.queries.checks import CAN_BE_CHECKED, asks_the_chief, chief_of
from styrehjul.meetings.queries.contents import item_content
from styrehjul.meetings.queries.extended import extended
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person


@transaction.atomic
def ask_for_checks(treatment: Treatment, asked: Mapping[str, Person], *, by: Person, at: datetime) -> list[ItemCheck]:
    """*Bed om kontrol*: who looks at which side of the item as it stands now. One asked already keeps the question."""
    item = fresh(treatment)
    needs(by, "treatment.make_ready", item, at)
    if not extended(item.body, day_of(at)):
        raise Refused("preparing.not_extended", body=item.body.name_definite)
    if TreatmentState(item.state) not in CAN_BE_CHECKED:
        raise Refused("check.too_late", title=item.title)
    if not asked or any(side not in SIDES for side in asked):
        raise Refused("check.nobody")
    standing = {row.kind: row for row in item.checks.all()}
    return [
        _ask(item, side, person, standing.get(side), by=by, at=at)
        for side, person in asked.items()
        if not (side in standing and standing[side].awaited and standing[side].person_id == person.pk)
    ]


def ask_own_chief(item: Treatment, *, by: Person, at: datetime) -> None:
    """Where the body asks for it, the proposer's own chief says yes before the secretary takes the item in."""
    if not asks_the_chief(item.body, day_of(at)):
        return
    chief = chief_of(by, day_of(at))
    if chief is not None:
        _ask(item, Check.CHIEF.value, chief, None, by=by, at=at)


def _ask(item: Treatment, side: str, person: Person, row: ItemCheck | None, *, by: Person, at: datetime) -> ItemCheck:
    row = row or ItemCheck(treatment=item, kind=side)
    row.person, row.asked_by, row.asked_at, row.content = person, by, at, item_content(item)
    row.answer, row.remark, row.answered_at, row.withdrawn_at = "", "", None, None
    store(row, by=by, at=at, action="check.ask")
    if person != by:
        ask_checker(row, at=at)
    return row


@transaction.atomic
def answer_check(check: ItemCheck, *, answer: str, by: Person, at: datetime, remark: str = "") -> ItemCheck:
    """No remarks, or one. A chief who says no ends the proposal with the reason."""
    row = fresh(check)
    item = fresh(row.treatment)
    needs(by, "check.answer", item, at)
    state = TreatmentState(item.state)
    chief = row.kind == Check.CHIEF
    over = state is not TreatmentState.PROPOSED if chief else state not in CAN_BE_CHECKED
    if row.person_id != by.pk or row.withdrawn_at is not None or over:
        raise Refused("check.over")
    if answer not in list(Review):
        raise Refused("check.answer_unknown")
    if answer == Review.COMMENT and not remark.strip():
        raise Refused("check.remark_empty")
    row.answer, row.remark, row.answered_at = answer, remark.strip(), at
    store(row, by=by, at=at, action="check.answer")
    if not chief:
        tell_checked(row, at=at)
    elif answer == Review.COMMENT:
        item.left_because = f"Ikke godkendt af {by.name}: {row.remark}"
        through(item, TreatmentEvent.REJECT, by=by, at=at)
        store(item, by=by, at=at, action="treatment.reject", reason=item.left_because)
        tell_proposer(item, "chief", row.remark, at=at)
    return row


@transaction.atomic
def withdraw_check(check: ItemCheck, *, by: Person, at: datetime) -> ItemCheck:
    """Asked no more: the item waits for it no longer. What the chief has to say cannot be left out."""
    row = fresh(check)
    needs(by, "treatment.make_ready", row.treatment, at)
    if row.kind == Check.CHIEF or not row.awaited:
        raise Refused("check.over")
    row.withdrawn_at = at
    store(row, by=by, at=at, action="check.withdraw")
    return row
