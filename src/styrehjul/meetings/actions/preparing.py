"""Where a body prepares in more steps: an item is proposed, taken in, turned down or sent on, and taken on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import calendar
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.checks import ask_own_chief
from styrehjul.meetings.actions.common import fresh, moved, needs, reason_given, refuse, through, touched
from styrehjul.meetings.actions.placing import place
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.preparing import SILENCE_WORKING_DAYS, lacks_for_proposal, lacks_for_receiving
from styrehjul.meetings.domain.states import (
    AGENDA,
    AgendaEvent,
    AgendaState,
    MinutesState,
    TreatmentEvent,
    TreatmentState,
)
from styrehjul.meetings.mails.items import tell_assigned
from styrehjul.meetings.mails.preparing import tell_proposer
from styrehjul.meetings.models import Matter, Meeting, Treatment
from styrehjul.meetings.queries.checks import chief_reasons
from styrehjul.meetings.queries.extended import extended
from styrehjul.meetings.queries.facts import meeting_facts
from styrehjul.meetings.queries.seats import day_of, item_kinds
from styrehjul.people.models import Person

E = TreatmentEvent


@transaction.atomic
def propose_item(
    body: Body, *, title: str, kind: str, by: Person, at: datetime, why_now: str = "", wished: Meeting | None = None
) -> Treatment:
    """*Foreslå et punkt*: it waits until the body's secretary has taken it in, turned it down or sent it on."""
    needs(by, "item.propose", body, at)
    refuse(lacks_for_proposal(title, extended=extended(body, day_of(at)), body=body.name_definite))
    known = dict(item_kinds(body, day_of(at)))
    if kind not in known:
        raise Refused("item.kind_unknown", kinds=list(known.values()))
    if wished is not None and wished.body_id != body.pk:
        raise Refused("item.other_body", body=body.name_definite)
    matter = Matter(title=" ".join(title.split())[:200])
    store(matter, by=by, at=at, action="matter.create")
    item = Treatment(
        matter=matter, body=body, kind=kind, title=matter.title, responsible=by, proposed_by=by,
        why_now=why_now.strip(), wished_meeting=wished,
    )  # fmt: skip
    store(item, by=by, at=at, action="treatment.create")
    through(item, E.PROPOSE, by=by, at=at)
    store(item, by=by, at=at, action="treatment.propose")
    ask_own_chief(item, by=by, at=at)
    return item


@transaction.atomic
def receive_item(
    treatment: Treatment, *, by: Person, at: datetime, to: Meeting | None = None, responsible: Person | None = None
) -> Treatment:
    """*Modtag*: on that meeting, or to wait for one. Who proposed it writes it, unless another is named and agrees."""
    item = _proposed(treatment, by=by, at=at)
    refuse(chief_reasons(item, day_of(at)))
    if to is not None:
        to = fresh(to)
        if to.body_id != item.body_id:
            raise Refused("item.other_body", body=item.body.name_definite)
        refuse(guards.lacks_for_new_items(meeting_facts(to, items=(), with_effects=False)))
        place(item, to, by=by, at=at)
    through(item, E.ACCEPT, by=by, at=at)
    item.responsible = responsible or item.responsible
    if item.responsible == item.proposed_by:
        through(item, E.ASSIGN, by=by, at=at)
    else:
        item.asked_at = at
    store(item, by=by, at=at, action="treatment.receive")
    touched(item, f'Nyt punkt: "{item.title}"', by=by, at=at)
    tell_proposer(item, "received", "", at=at)
    if item.responsible not in (None, by, item.proposed_by):
        tell_assigned(item, at=at)
    return item


@transaction.atomic
def reject_item(treatment: Treatment, *, reason: str, by: Person, at: datetime) -> Treatment:
    """*Afvis*, with the reason to whoever proposed it."""
    item = _proposed(treatment, by=by, at=at)
    item.left_because = reason_given(reason)
    through(item, E.REJECT, by=by, at=at)
    store(item, by=by, at=at, action="treatment.reject", reason=item.left_because)
    tell_proposer(item, "rejected", item.left_because, at=at)
    return item


@transaction.atomic
def redirect_item(treatment: Treatment, body: Body, *, reason: str, by: Person, at: datetime) -> Treatment:
    """*Send til andet organ*: the matter gets a treatment there; the one here ends with the reason."""
    item = _proposed(treatment, by=by, at=at)
    said = reason_given(reason)
    if body.pk == item.body_id:
        raise Refused("preparing.same_body", body=body.name_definite)
    through(item, E.REJECT, by=by, at=at)
    item.left_because, item.referred_to = f"Sendt til {body.name_definite}: {said}", body
    store(item, by=by, at=at, action="treatment.redirect", reason=said)
    known = [code for code, _name in item_kinds(body, day_of(at))]
    there = Treatment(
        matter=item.matter, body=body, title=item.title, responsible=item.responsible, proposed_by=item.proposed_by,
        why_now=item.why_now, carried_from=item, kind=item.kind if item.kind in known or not known else known[0],
    )  # fmt: skip
    store(there, by=by, at=at, action="treatment.create")
    # A body that prepares by the straight road has what comes to it among what waits for a meeting.
    through(there, E.PROPOSE, *(() if extended(body, day_of(at)) else (E.ACCEPT, E.ASSIGN)), by=by, at=at)
    store(there, by=by, at=at, action="treatment.propose")
    tell_proposer(there, "redirected", said, at=at)
    return there


def _proposed(treatment: Treatment, *, by: Person, at: datetime) -> Treatment:
    item = fresh(treatment)
    needs(by, "item.receive", item, at)
    refuse(lacks_for_receiving(TreatmentState(item.state), item.title))
    return item


@transaction.atomic
def take_on(treatment: Treatment, *, by: Person | None, at: datetime) -> Treatment:
    """The one responsible takes the item on. Twice is no mistake; None is silence, which counts as a yes."""
    item = fresh(treatment)
    needs(by, "item.take_on", item, at)
    if item.state == TreatmentState.ACCEPTED.value and item.responsible_id:
        through(item, E.ASSIGN, by=by, at=at)
        store(item, by=by, at=at, action="treatment.take_on")
    return item


def silent_since(at: datetime) -> list[Treatment]:
    """Items whose responsible was asked, and has said nothing for two working days."""
    asked = Treatment.objects.filter(state=TreatmentState.ACCEPTED.value, responsible__isnull=False)
    days = calendar()
    return [
        item
        for item in asked.filter(asked_at__lt=at)
        if item.asked_at and days.working_days_after(day_of(item.asked_at), SILENCE_WORKING_DAYS) < day_of(at)
    ]


@transaction.atomic
def say_material_ready(meeting: Meeting, *, by: Person, at: datetime) -> Meeting:
    """*Materialet er klar*: the preparing body's chair has said so; the agenda may go to the chair."""
    needs(by, "agenda.material", meeting, at)
    meeting = fresh(meeting)
    refuse(guards.lacks_for_new_items(meeting_facts(meeting, items=(), with_effects=False)))
    meeting.material_ready_by, meeting.material_ready_at, meeting.material_changed = by, at, ""
    store(meeting, by=by, at=at, action="agenda.material_ready")
    return meeting


@transaction.atomic
def adopt_agenda(meeting: Meeting, *, by: Person, at: datetime, objections: str = "") -> Meeting:
    """The meeting adopts its agenda as an act of its own, with what somebody held against it."""
    needs(by, "meeting.lead", meeting, at)
    meeting = fresh(meeting)
    if meeting.minutes_state != MinutesState.DRAFT.value:
        raise Refused("meeting.not_running")
    meeting.agenda_objections = objections.strip()
    if meeting.agenda_state == AgendaState.SENT.value:
        meeting.agenda_state = moved(AGENDA, AgendaState.SENT, AgendaEvent.ADOPT)
    store(meeting, by=by, at=at, action="agenda.adopt")
    return meeting
