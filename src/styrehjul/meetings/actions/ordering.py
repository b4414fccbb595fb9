"""Where an item stands: taken off its agenda, moved to another, and the order of those on one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs, reason_given, refuse, through, touched
from styrehjul.meetings.actions.items import editable
from styrehjul.meetings.actions.needs import put_back
from styrehjul.meetings.actions.placing import place
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.order import GAP
from styrehjul.meetings.domain.states import Profile, TreatmentEvent, TreatmentState
from styrehjul.meetings.mails.items import tell_assigned
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.queries.facts import items_of, meeting_facts, numbers_of
from styrehjul.people.models import Person
from styrehjul.portfolio.actions import take_back
from styrehjul.portfolio.domain.life import ProjectState
from styrehjul.portfolio.models import Project

E = TreatmentEvent


@transaction.atomic
def remove_item(treatment: Treatment, *, reason: str, by: Person | None, at: datetime) -> Treatment:
    """Take the item off the agenda for good. A proposal that stood to be decided is a proposal again."""
    item = editable(treatment, "agenda.prepare", by=by, at=at)
    said = reason_given(reason)
    what = f'Punktet er taget af: "{item.title}"'
    through(item, E.WITHDRAW, by=by, at=at)
    item.left_because = said
    store(item, by=by, at=at, action="treatment.withdraw", reason=said)
    put_back(item, by=by, at=at)
    touched(item, what, by=by, at=at)
    project = item.matter.project
    if project and project.state == ProjectState.AWAITING_DECISION.value and by is not None:
        take_back(Project.objects.get(pk=project.pk), by=by, at=at, reason=said)
    return item


@transaction.atomic
def move_item(treatment: Treatment, to: Meeting | None, *, by: Person | None, at: datetime) -> Treatment:
    """Move the item to another meeting of the same body, or let it wait for one (`to` None)."""
    item = editable(treatment, "agenda.prepare", by=by, at=at)
    if item.profile != Profile.ORDINARY.value:
        raise Refused("item.not_movable", title=item.title)
    if to is not None:
        if to.body_id != item.body_id:
            raise Refused("item.other_body", body=item.body.name_definite)
        refuse(guards.lacks_for_new_items(meeting_facts(to, items=(), with_effects=False)))
    if item.meeting_id == (to.pk if to else None):
        return item
    what = f'Punktet er flyttet: "{item.title}"'
    touched(item, what, by=by, at=at)
    if item.state == TreatmentState.ON_AGENDA.value:
        through(item, E.LIFT, by=by, at=at)
    item.parent, item.meeting, item.material_due_at = None, None, None
    if to is not None:
        place(item, to, by=by, at=at)
        if item.state == TreatmentState.READY.value:
            through(item, E.PLACE, by=by, at=at)
    store(item, by=by, at=at, action="treatment.move")
    if to is not None:
        touched(item, f'Nyt punkt: "{item.title}"', by=by, at=at)
        if item.responsible is not None and item.responsible != by:
            tell_assigned(item, at=at)
    return item


@transaction.atomic
def reorder(meeting: Meeting, order: Sequence[int], *, by: Person | None, at: datetime) -> Meeting:
    """Put the items in this order, all of them named. The same order is no edit."""
    needs(by, "agenda.prepare", meeting, at)
    meeting = fresh(meeting)
    items = items_of(meeting)
    facts = meeting_facts(meeting, items=items, with_effects=False)
    refuse(guards.lacks_for_new_items(facts) + guards.lacks_for_order(order, facts.items))
    numbers = numbers_of(items)
    if [item.pk for item in items if numbers[item.pk] is not None] == list(order):
        return meeting
    by_key = {item.pk: item for item in items}
    for index, key in enumerate(order, 1):
        if by_key[key].position != index * GAP:
            by_key[key].position = index * GAP
            store(by_key[key], by=by, at=at, action="treatment.move")
    touched(by_key[order[0]], "Punkternes rækkefølge", by=by, at=at)
    meeting.refresh_from_db()
    return meeting
