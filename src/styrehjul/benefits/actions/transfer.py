"""The transfer from the project to the line: the owner's yes or no, and what was expected the day the project ended."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.benefits.actions.register import settle
from styrehjul.benefits.domain.life import OPEN
from styrehjul.benefits.domain.rules import lacks_to_accept
from styrehjul.benefits.models import Benefit
from styrehjul.benefits.queries.owners import has_left
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project


@transaction.atomic
def accept_benefit(benefit: Benefit, *, on: date | None = None, by: Person, at: datetime) -> Benefit:
    """The owner takes the benefit over: from here on it is the line's. The administrator may note that it was said.

    `on` is the day the owner said it; not one to come.
    """
    benefit.refresh_from_db(from_queryset=Benefit.objects.select_for_update())
    permit(by, "benefit.accept", benefit, at=at)
    if lacking := lacks_to_accept(benefit.owner_id is not None, benefit.state):
        raise Refused.because(lacking)
    if benefit.owner is not None and has_left(benefit.owner, at.astimezone(ZONE).date()):
        raise Refused("benefit.owner_left", name=benefit.owner.name)
    if benefit.accepted_at is not None:
        return benefit
    today = at.astimezone(ZONE).date()
    if on is not None and on > today:
        raise Refused("benefit.accepted_later", day=on)
    benefit.accepted_by, benefit.accepted_at, benefit.accepted_on = by, at, on or today
    benefit.declined_at, benefit.declined_reason, benefit.settled_words = None, "", ""
    settle(benefit)
    store(benefit, by=by, at=at, action="benefit.accept")
    return benefit


@transaction.atomic
def decline_benefit(benefit: Benefit, *, reason: str, by: Person, at: datetime) -> Benefit:
    """The owner does not take it over. The project cannot be closed with it until another does, or a body says otherwise."""
    benefit.refresh_from_db(from_queryset=Benefit.objects.select_for_update())
    permit(by, "benefit.accept", benefit, at=at)
    if lacking := lacks_to_accept(benefit.owner_id is not None, benefit.state):
        raise Refused.because(lacking)
    if not reason.strip():
        raise Refused("benefit.lacks_reason")
    benefit.accepted_by, benefit.accepted_at, benefit.accepted_on = None, None, None
    benefit.declined_at, benefit.declined_reason, benefit.settled_words = at, reason.strip()[:300], ""
    store(benefit, by=by, at=at, action="benefit.decline", reason=reason.strip())
    return benefit


def settle_refused(project: Project, words: str, by: Person | None, at: datetime) -> None:
    """A body closed the project in spite of an owner's no: what it decided stands on each such benefit."""
    found = Benefit.objects.select_for_update().filter(project=project, declined_at__isnull=False)
    for benefit in found.filter(state__in=[state.value for state in OPEN]).order_by("pk"):
        benefit.settled_words = words[:400]
        store(benefit, by=by, at=at, action="benefit.settle", reason=words)


def freeze_forecast(project: Project, by: Person | None, at: datetime) -> None:
    """The project is closed: what was expected of each open benefit that day is kept beside what it becomes."""
    found = Benefit.objects.select_for_update().filter(project=project, state__in=[state.value for state in OPEN])
    for benefit in found.order_by("pk"):
        benefit.closing_forecast, benefit.closing_words = benefit.target_number, benefit.target
        benefit.closing_on = at.astimezone(ZONE).date()
        store(benefit, by=by, at=at, action="benefit.hand_over")
