"""Deciding between meetings: a written procedure on frozen material, or the chair alone with a reason.

Both ask the same of the item as an agenda does, decide by the same actions, and come on the next agenda to inform.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.bodies.queries import calendar
from styrehjul.kernel.danish import ZONE, day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, moved, needs, reason_given, refuse, through, touched
from styrehjul.meetings.actions.decisions import close_treated, confirm, put_in_force
from styrehjul.meetings.actions.placing import place
from styrehjul.meetings.actions.points import write_points
from styrehjul.meetings.domain import decisions as rules
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.matters import (
    CIRCULATION,
    WRITTEN_WORKING_DAYS,
    Answer,
    CirculationEvent,
    CirculationState,
    Route,
    verdict,
)
from styrehjul.meetings.domain.states import Outcome, Profile, TreatmentEvent, TreatmentState
from styrehjul.meetings.domain.values import PointText
from styrehjul.meetings.mails.matters import ask_in_writing, tell_outcome_in_writing
from styrehjul.meetings.models import Circulation, CirculationAnswer, Decision, Treatment
from styrehjul.meetings.queries.chain import chain_reasons, own
from styrehjul.meetings.queries.contents import item_content
from styrehjul.meetings.queries.facts import item_facts, meeting_facts
from styrehjul.meetings.queries.meetings import next_open_meeting
from styrehjul.meetings.queries.seats import MEMBER_KINDS, day_of, rules_for, seated_on, secretary_of_body
from styrehjul.people.models import Person

E = TreatmentEvent
_WAITS = (TreatmentState.IN_WORK.value, TreatmentState.RETURNED.value, TreatmentState.IN_REVIEW.value)


def answers_by(at: datetime) -> date:
    """The day that is suggested for the answers: five working days on."""
    return calendar().working_days_after(day_of(at), WRITTEN_WORKING_DAYS)


@transaction.atomic
def circulate(
    treatment: Treatment, *, by: Person, at: datetime, due: date | None = None, silence_agrees: bool = False
) -> Circulation:
    """*Skriftlig høring*: the item leaves its agenda, is frozen as it stands, and is sent to the members to answer."""
    needs(by, "circulation.start", treatment, at)
    item = _free(treatment, "written_procedure", by=by, at=at)
    last = due or answers_by(at)
    if last <= day_of(at):
        raise Refused("circulation.due_in_past", day=last)
    members = [seated.person for seated in seated_on(item.body, day_of(at)) if seated.kind in MEMBER_KINDS]
    members = [person for person in members if person.works_on(day_of(at))]
    if not members:
        raise Refused("meeting.no_members")
    item.route = Route.WRITTEN.value
    through(item, E.SEND, by=by, at=at)
    store(item, by=by, at=at, action="treatment.circulate")
    content = item_content(item)
    row = Circulation(
        treatment=item, content=content, sha256=hash_of(content), opened_by=by, opened_at=at,
        due_at=datetime.combine(last, time(23, 59), tzinfo=ZONE), silence_agrees=silence_agrees,
    )  # fmt: skip
    store(row, by=by, at=at, action="circulation.open", private=frozenset({"content"}))
    for person in members:
        answer = CirculationAnswer(circulation=row, person=person)
        store(answer, by=by, at=at, action="circulation.ask")
        ask_in_writing(row, person, at=at)
    return row


def _free(treatment: Treatment, setting: str, *, by: Person, at: datetime) -> Treatment:
    """The item, ready and off its agenda, where the body decides so at all and nothing stands in the way."""
    item = fresh(treatment)
    known = rules_for(item.body, day_of(at))
    if known is None or not getattr(known.settings, setting):
        raise Refused(f"{setting}.not_used", body=item.body.name_definite)
    if item.profile != Profile.ORDINARY.value or item.kind in ("information", "discussion"):
        raise Refused("circulation.not_a_decision", title=item.title)
    if item.route != Route.MEETING.value:
        raise Refused("item.between_meetings", title=item.title)
    if item.meeting is not None:
        refuse(guards.lacks_for_new_items(meeting_facts(item.meeting, items=(), with_effects=False)))
    # The deadline was the agenda's, and the item leaves it.
    facts = replace(item_facts(item, None, day_of(at)), late=False)
    refuse(guards.lacks_for_ready(facts) + chain_reasons(item))
    if item.state in _WAITS:
        through(item, E.MAKE_READY, by=by, at=at)
        item.set_ready_by, item.set_ready_at, item.returned_because = by, at, ""
    if item.state == TreatmentState.ON_AGENDA.value:
        through(item, E.LIFT, by=by, at=at)
    touched(item, f'Punktet behandles mellem møder: "{item.title}"', by=by, at=at)
    item.meeting, item.parent, item.material_due_at = None, None, None
    return item


@transaction.atomic
def answer_in_writing(
    circulation: Circulation, *, answer: str, comment: str = "", by: Person, at: datetime
) -> Circulation:
    """*Enig*, *uenig* or *kræver møde*. The last answer settles it, and so does one who asks for a meeting."""
    needs(by, "circulation.answer", circulation, at)
    row = fresh(circulation)
    if answer not in tuple(Answer):
        raise Refused("circulation.answer_unknown")
    if row.state != CirculationState.OPEN.value or at > row.due_at:
        raise Refused("circulation.over")
    mine = CirculationAnswer.objects.select_for_update().filter(circulation=row, person=by).first()
    if mine is None:
        raise Refused("circulation.not_asked", name=by.name)
    mine.answer, mine.comment, mine.answered_at = answer, comment.strip(), at
    store(mine, by=by, at=at, action="circulation.answer")
    return settle_circulation(row, at=at, by=by)


@transaction.atomic
def settle_circulation(circulation: Circulation, *, at: datetime, by: Person | None = None) -> Circulation:
    """What the answers come to, if they come to anything yet. Done by the last answer, or by the deadline."""
    row = fresh(circulation)
    if row.state != CirculationState.OPEN.value:
        return row
    said = list(row.answers.values_list("answer", flat=True))
    found = verdict(said, over=at > row.due_at, silence_agrees=row.silence_agrees)
    if found.event is None:
        return row
    if found.event is CirculationEvent.TAKE_TO_MEETING:
        return _to_meeting(row, found.because, by=by, at=at)
    row.decision = decision = _decide(row.treatment, Outcome.APPROVED, _followed(row.treatment), by=None, at=at)
    _end(row, found.event, found.because, by=by, at=at)
    _report(row.treatment, decision, "i skriftlig høring", by=by, at=at)
    tell_outcome_in_writing(row, at=at)
    return row


@transaction.atomic
def take_to_meeting(circulation: Circulation, *, reason: str, by: Person, at: datetime) -> Circulation:
    """The secretary takes the matter on a meeting instead, and says why."""
    needs(by, "circulation.start", circulation.treatment, at)
    row = fresh(circulation)
    if row.state != CirculationState.OPEN.value:
        raise Refused("circulation.over")
    return _to_meeting(row, reason_given(reason), by=by, at=at)


def _to_meeting(row: Circulation, because: str, *, by: Person | None, at: datetime) -> Circulation:
    _end(row, CirculationEvent.TAKE_TO_MEETING, because, by=by, at=at)
    item = fresh(row.treatment)
    through(item, E.LIFT, by=by, at=at)
    item.route = Route.MEETING.value
    to = next_open_meeting(item.body, at)
    if to is not None:
        place(item, to, by=by, at=at)
        through(item, E.PLACE, by=by, at=at)
    store(item, by=by, at=at, action="treatment.move", reason=because)
    if to is not None:
        touched(item, f'Nyt punkt: "{item.title}"', by=by, at=at)
    tell_outcome_in_writing(row, at=at)
    return row


def _end(row: Circulation, event: CirculationEvent, because: str, *, by: Person | None, at: datetime) -> None:
    row.state = moved(CIRCULATION, CirculationState(row.state), event)
    row.ended_at, row.ended_because = at, because[:300]
    store(row, by=by, at=at, action=f"circulation.{event.value}", reason=because)


@transaction.atomic
def decide_by_chair(treatment: Treatment, *, reason: str, by: Person, at: datetime) -> Decision:
    """*Formandsbeslutning*: the chair follows the recommendation between meetings, with a reason; in force at once."""
    needs(by, "decision.by_chair", treatment, at)
    said = reason_given(reason)
    item = _free(treatment, "chair_decisions", by=by, at=at)
    item.route = Route.CHAIR.value
    through(item, E.SEND, by=by, at=at)
    store(item, by=by, at=at, action="treatment.chair", reason=said)
    words = f"{_followed(item)} Besluttet af formanden mellem møder: {said}"
    decision = _decide(item, Outcome.APPROVED, words, by=by, at=at)
    _report(item, decision, "af formanden", by=by, at=at)
    return decision


def _followed(item: Treatment) -> str:
    return rules.text_for(Outcome.APPROVED, [point.text for point in item.points.all()])


def _decide(treatment: Treatment, outcome: Outcome, text: str, *, by: Person | None, at: datetime) -> Decision:
    """The decision with its number, in force now, and its effects carried out by the same actions as a meeting's.

    `by` is the chair; None where all members decided together.
    """
    item = fresh(treatment)
    decision = Decision(treatment=item, body=item.body, outcome=outcome.value, text=text)
    store(decision, by=by, at=at, action="decision.record")
    for effect in own(item):
        effect.decision = decision
        store(effect, by=by, at=at, action="effect.attach")
    through(item, E.BEGIN, E.TREAT, by=by, at=at)
    item.outcome = outcome.value
    store(item, by=by, at=at, action="treatment.treat")
    confirm(decision, by=by, on_behalf_of=None, at=at)
    put_in_force(decision, by=by, at=at)
    close_treated(fresh(item), by=by, at=at)
    return decision


def _report(treatment: Treatment, decision: Decision, how: str, *, by: Person | None, at: datetime) -> Treatment:
    """What was decided comes on the body's next agenda to inform, by itself."""
    item = fresh(treatment)
    to = next_open_meeting(item.body, at)
    report = Treatment(
        matter=item.matter, body=item.body, kind="information", title=f"Orientering: {item.title}"[:200],
        carried_from=item, access=item.access, responsible=secretary_of_body(item.body, day_of(at)),
        summary=f"Besluttet {how} {day_text(day_of(at))} ({decision.number}).\n\n{decision.text}",
    )  # fmt: skip
    if to is not None:
        place(report, to, by=by, at=at)
    store(report, by=by, at=at, action="treatment.report")
    write_points(report, [PointText("orienteringen tages til efterretning")], by=by, at=at)
    events: Sequence[TreatmentEvent] = (E.PROPOSE, E.ACCEPT, E.ASSIGN, E.MAKE_READY, *([E.PLACE] if to else []))
    through(report, *events, by=by, at=at)
    store(report, by=by, at=at, action="treatment.ready")
    if to is not None:
        touched(report, f'Nyt punkt: "{report.title}"', by=by, at=at)
    return report
