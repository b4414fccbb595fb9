"""Rounds of status: opened, sent, asked again and closed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.bodies.models import Body
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.moving import danish_day
from styrehjul.portfolio.actions.status import report_unchanged
from styrehjul.portfolio.domain.status import ROUND, RoundEvent, RoundState
from styrehjul.portfolio.mails import post_round
from styrehjul.portfolio.models import StatusAsk, StatusReport, StatusRound
from styrehjul.portfolio.queries import rounds as q


@transaction.atomic
def open_round(
    body: Body,
    *,
    deadline: date,
    meeting_on: date | None = None,
    message: str = "",
    by: Person | None,
    at: datetime,
) -> StatusRound:
    """Ask every manager of a running national or cross-cutting project. Each gets one mail for all of theirs."""
    permit(by, "status_round.open", body, at=at)
    day = danish_day(at)
    if deadline < day:
        raise Refused("status_round.deadline_past")
    if meeting_on is not None and meeting_on < deadline:
        raise Refused("status_round.after_meeting")
    # Held, so that two who open at once are one after the other.
    Body.objects.select_for_update().get(pk=body.pk)
    if (other := q.open_round()) is not None:
        raise Refused("status_round.already_open", day=other.deadline)
    projects = list(q.asked_projects())
    if not projects:
        raise Refused("status_round.nobody")
    found = StatusRound(
        opened_on=day, opened_by=by, body=body, meeting_on=meeting_on, deadline=deadline, message=message.strip()
    )
    store(found, by=by, at=at, action="status_round.open")
    managers = q.managers_of(projects)
    asks = []
    for project in projects:
        ask = StatusAsk(round=found, project=project, person=managers.get(project.pk))
        store(ask, by=by, at=at, action="status_ask.make")
        asks.append(ask)
    _post(found, asks, at, "")
    return found


def _post(found: StatusRound, asks: Iterable[StatusAsk], at: datetime, again: str) -> int:
    """One mail to each person for all that they are asked for. How many could be written to."""
    of: dict[int, list[StatusAsk]] = {}
    for ask in asks:
        if ask.person_id is not None:
            of.setdefault(ask.person_id, []).append(ask)
    return sum(post_round(found, theirs, at=at, again=again) for theirs in of.values())


@transaction.atomic
def ask_again(found: StatusRound, *, by: Person | None, at: datetime) -> int:
    """Write once more to those who have not answered; a project that has got another manager asks the new one."""
    found = _held(found)
    permit(by, "status_round.open", found.body, at=at)
    if found.state != RoundState.OPEN.value:
        raise Refused("status_round.close")
    asks = list(found.asks.filter(report=None).select_related("project", "person"))
    managers = q.managers_of([ask.project for ask in asks])
    for ask in asks:
        now = managers.get(ask.project_id)
        if now != ask.person:
            ask.person = now
            store(ask, by=by, at=at, action="status_ask.pass_on")
    return _post(found, asks, at, danish_day(at).isoformat())


@transaction.atomic
def close_round(found: StatusRound, *, by: Person | None, at: datetime) -> StatusRound:
    """The round asks no more. Who has not answered stays on its page."""
    found = _held(found)
    permit(by, "status_round.open", found.body, at=at)
    found.state = ROUND.after(RoundState(found.state), RoundEvent.CLOSE).value
    found.closed_on = danish_day(at)
    store(found, by=by, at=at, action="status_round.close")
    return found


@transaction.atomic
def unchanged_by_link(ask: StatusAsk, *, at: datetime) -> StatusReport:
    """ "Uændret siden sidst" by whoever holds the link in the mail: that person, that project, that answer alone."""
    ask = StatusAsk.objects.select_for_update(of=("self",)).select_related("round", "project", "person").get(pk=ask.pk)
    person = ask.person
    if ask.round.state != RoundState.OPEN.value or person is None or not person.works_on(danish_day(at)):
        raise Refused("status_round.link_over")
    if ask.report is not None:
        return ask.report
    return report_unchanged(ask.project, by=person, at=at)


def _held(found: StatusRound) -> StatusRound:
    return StatusRound.objects.select_for_update(of=("self",)).select_related("body").get(pk=found.pk)
