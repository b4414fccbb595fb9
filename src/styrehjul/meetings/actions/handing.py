"""A matter that goes on to a body: on the meeting that can still take it, else waiting for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import calendar
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs, refuse, through, touched
from styrehjul.meetings.actions.placing import place
from styrehjul.meetings.actions.points import write_points
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.matters import LATE_NEED_WORKING_DAYS, Route
from styrehjul.meetings.domain.states import (
    AgendaState,
    CalendarState,
    MinutesState,
    Profile,
    TreatmentEvent,
    TreatmentState,
)
from styrehjul.meetings.domain.values import PointText
from styrehjul.meetings.mails.items import tell_assigned
from styrehjul.meetings.models import Matter, Meeting, Treatment
from styrehjul.meetings.queries.backlog import OVER
from styrehjul.meetings.queries.facts import meeting_facts
from styrehjul.meetings.queries.meetings import next_open_meeting
from styrehjul.meetings.queries.seats import day_of, item_kinds, rules_for
from styrehjul.people.models import Person

E = TreatmentEvent


def meeting_that_takes(body: Body, after: Meeting, at: datetime) -> Meeting | None:
    """The body's meeting that a matter from another meeting comes on: the one it prepares, else the next open one.

    An agenda whose date for items has passed still takes it for a few working days after that meeting.
    """
    linked = after.feeds if after.feeds and after.feeds.body_id == body.pk else None
    to = linked or next_open_meeting(body, after.starts_at)
    if to is None or to.calendar_state == CalendarState.CANCELLED.value or to.minutes_state != MinutesState.NONE.value:
        return None
    if to.agenda_state == AgendaState.OPEN.value:
        return to
    if to.agenda_state != AgendaState.CLOSED.value:
        return None
    rules = rules_for(after.body, day_of(after.starts_at))
    said = rules.settings.late_need_working_days if rules else None
    limit = LATE_NEED_WORKING_DAYS if said is None else said
    return to if calendar().working_days_between(day_of(after.starts_at), day_of(at)) <= limit else None


def hand_on(
    matter: Matter,
    body: Body,
    *,
    title: str,
    responsible: Person | None,
    to: Meeting | None,
    by: Person | None,
    at: datetime,
    kind: str = "decision",
    fields: Mapping[str, Any] | None = None,
    points: Sequence[PointText] = (),
    carried_from: Treatment | None = None,
) -> Treatment:
    """The matter's treatment in that body. One that is open there already is taken; a body has a matter once."""
    there = matter.treatments.filter(body=body).exclude(state__in=OVER).first()
    if there is not None:
        return there
    day = day_of(to.starts_at if to else at)
    known = [code for code, _ in item_kinds(body, day)]
    item = Treatment(
        matter=matter, body=body, title=title[:200], carried_from=carried_from,
        kind=kind if kind in known or not known else known[0],
    )  # fmt: skip
    for name, value in (fields or {}).items():
        setattr(item, name, value)
    if to is not None:
        place(item, to, by=by, at=at)
    store(item, by=by, at=at, action="treatment.create")
    if points:
        write_points(item, points, by=by, at=at)
    through(item, E.PROPOSE, E.ACCEPT, by=by, at=at)
    if responsible is not None:
        item.responsible = responsible
        through(item, E.ASSIGN, by=by, at=at)
    store(item, by=by, at=at, action="treatment.assign")
    if to is not None:
        touched(item, f'Nyt punkt: "{item.title}"', by=by, at=at)
        if responsible is not None and responsible != by:
            tell_assigned(item, at=at)
    return item


@transaction.atomic
def put_on_meeting(treatment: Treatment, to: Meeting, *, by: Person, at: datetime) -> Treatment:
    """*Sæt på møde*: a matter that waits comes on one of its body's meetings."""
    item, to = fresh(treatment), fresh(to)
    needs(by, "agenda.prepare", to, at)
    if item.meeting_id is not None or item.state in OVER:
        raise Refused("backlog.not_waiting", title=item.title)
    if item.route != Route.MEETING.value:
        # Under a written procedure, or decided between meetings: its material is frozen, and it has its answer.
        raise Refused("item.between_meetings", title=item.title)
    if item.body_id != to.body_id:
        raise Refused("item.other_body", body=item.body.name_definite)
    refuse(guards.lacks_for_new_items(meeting_facts(to, items=(), with_effects=False)))
    place(item, to, by=by, at=at)
    if item.state == TreatmentState.PROPOSED.value:
        # Proposed while the body prepared in more steps, and put on a meeting by the straight road.
        through(item, E.ACCEPT, *((E.ASSIGN,) if item.responsible_id else ()), by=by, at=at)
    if item.state == TreatmentState.READY.value and item.profile == Profile.ORDINARY.value:
        through(item, E.PLACE, by=by, at=at)
    store(item, by=by, at=at, action="treatment.move")
    touched(item, f'Nyt punkt: "{item.title}"', by=by, at=at)
    if item.responsible is not None and item.responsible != by:
        tell_assigned(item, at=at)
    return item
