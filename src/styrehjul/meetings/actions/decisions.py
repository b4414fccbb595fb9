"""A decision from confirmed to in force: its number, its effects in a savepoint of their own, and the ways out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from styrehjul.audit.unit import record, savepoint, store
from styrehjul.bodies.domain.model import TakesForce
from styrehjul.bodies.models import Body
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import labels
from styrehjul.meetings.actions.common import fresh, moved, needs, reason_given, through
from styrehjul.meetings.actions.needs import answered
from styrehjul.meetings.actions.superseding import revoke_superseded
from styrehjul.meetings.domain.decisions import UNNUMBERED
from styrehjul.meetings.domain.order import decision_number
from styrehjul.meetings.domain.states import (
    DECISION,
    DecisionEvent,
    DecisionState,
    EffectState,
    MinutesState,
    Outcome,
    TreatmentEvent,
    TreatmentState,
)
from styrehjul.meetings.effects import Unfulfilled, carry_out
from styrehjul.meetings.mails.decisions import tell_conflict, tell_result
from styrehjul.meetings.models import Decision, Effect, FollowUp, Meeting, Treatment
from styrehjul.meetings.queries.chain import Chain
from styrehjul.meetings.queries.contents import words_of
from styrehjul.meetings.queries.seats import chair_of_body, day_of, rules_for, secretary_of_body
from styrehjul.people.models import Person
from styrehjul.ui import refusals

SETTLE_WITHIN = timedelta(days=5)


def confirm(decision: Decision, *, by: Person | None, on_behalf_of: Person | None, at: datetime) -> None:
    """The chair's word that this was decided. The number is drawn here and never used again."""
    if decision.state != DecisionState.PROVISIONAL.value:
        return
    if Outcome(decision.outcome) not in UNNUMBERED:
        _draw_number(decision, at)
    decision.state = moved(DECISION, DecisionState(decision.state), DecisionEvent.CONFIRM)
    decision.confirmed_at, decision.confirmed_by, decision.on_behalf_of = at, by, on_behalf_of
    store(decision, by=by, at=at, action="decision.confirm", on_behalf_of=on_behalf_of)


def _draw_number(decision: Decision, at: datetime) -> None:
    # Draw the number after the lock: two meetings of one body ended at once must not share one.
    body = Body.objects.select_for_update().get(pk=decision.body_id)
    year = decision.meeting.year if decision.meeting else day_of(at).year
    last = Decision.objects.filter(body=body, year=year).aggregate(last=Max("serial"))["last"]
    decision.year, decision.serial = year, (last or 0) + 1
    decision.number = decision_number(body.short_code, year, decision.serial)


def waits(decision: Decision, meeting: Meeting) -> bool:
    """Whether the decision takes force only with the minutes: its own mark, or the body's setting."""
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    waiting = rules is not None and rules.settings.decision_takes_force is TakesForce.MINUTES_APPROVED
    return decision.waits_for_minutes or waiting


def put_in_force(decision: Decision, *, by: Person | None, at: datetime) -> bool:
    """From now on it counts. Its effects are carried out, or stand as a conflict; whether they were.

    A decision that is in force already is left alone: nothing is ever carried out twice.
    """
    if decision.state != DecisionState.CONFIRMED.value:
        return True
    decision.state = moved(DECISION, DecisionState(decision.state), DecisionEvent.ENTER_FORCE)
    decision.in_force_at = at
    store(decision, by=by, at=at, action="decision.in_force")
    answered(decision, by=by, at=at)
    revoke_superseded(decision, by=by, at=at)
    effects = pending(decision)
    if not carry(decision, effects, by=by, at=at):
        # The proposer is told what was decided, but not that it is done.
        tell_result(decision, str(labels.OUTCOME[Outcome(decision.outcome)]), [], at=at)
        return False
    outcome = str(labels.OUTCOME[Outcome(decision.outcome)])
    tell_result(decision, outcome, [words_of(effect) for effect in effects], at=at)
    return True


def carry(decision: Decision, effects: Sequence[Effect], *, by: Person | None, at: datetime) -> bool:
    """Carry out these effects, all of them or none; what stood in the way becomes a conflict. Whether they were."""
    try:
        with savepoint():
            carry_out(decision, effects, by=by, at=at)
            _applied(effects, by=by, at=at)
    except Unfulfilled as unfulfilled:
        _mark_conflict(decision, effects, unfulfilled, by=by, at=at)
        return False
    return True


def pending(decision: Decision) -> list[Effect]:
    """The decision's effects that are still to be carried out, in the order of the at-sentences."""
    waiting = (EffectState.PENDING.value, EffectState.CONFLICT.value)
    found = decision.effects.filter(state__in=waiting).select_related("project", "point")
    return list(found.order_by("point__position", "point_id", "position", "pk"))


def _applied(effects: Sequence[Effect], *, by: Person | None, at: datetime) -> None:
    for effect in effects:
        effect.state, effect.applied_at, effect.conflict_because = EffectState.APPLIED.value, at, ""
        store(effect, by=by, at=at, action="effect.apply")


def _mark_conflict(
    decision: Decision, effects: Sequence[Effect], unfulfilled: Unfulfilled, *, by: Person | None, at: datetime
) -> None:
    """None of the effects was carried out. The secretary gets a task with what was expected and what was found."""
    because = why(unfulfilled.refused)
    # The objects still carry what the savepoint undid: read them again before they are written.
    for stale in effects:
        effect = Effect.objects.get(pk=stale.pk)
        effect.state = EffectState.CONFLICT.value
        if effect.pk == unfulfilled.effect.pk:
            effect.conflict_because = because[:300]
            effect.found = unfulfilled.refused.facts.get("found")
        store(effect, by=by, at=at, action="effect.conflict", reason=because)
    secretary = secretary_of_body(decision.body, day_of(at)) or chair_of_body(decision.body, day_of(at)) or by
    if secretary is not None:
        task = FollowUp(
            body=decision.body,
            decision=decision,
            treatment=decision.treatment,
            text=f"Afklar virkningen af {decision.number or decision.treatment.title}: {because}"[:300],
            responsible=secretary,
            due=day_of(at + SETTLE_WITHIN),
        )
        store(task, by=by, at=at, action="followup.create")
    tell_conflict(decision, because, secretary, at=at)


def why(refused: Refused) -> str:
    """What stood in the way, in words: expected beside found where the project had changed."""
    return " ".join(refusals.sentences(refused.reasons))


@transaction.atomic
def resolve_conflict(decision: Decision, *, by: Person, at: datetime) -> Decision:
    """The chair confirms that the decision is to be carried out on the project as it is now; it is, at once.

    Refused with the rule when the project cannot be moved so from where it stands: then the effect is dropped, or the
    matter comes on a new meeting.
    """
    needs(by, "decision.resolve", decision, at)
    decision = fresh(decision)
    effects = [effect for effect in pending(decision) if effect.state == EffectState.CONFLICT.value]
    if not effects or decision.state != DecisionState.IN_FORCE.value:
        raise Refused("decision.no_conflict", number=decision.number)
    chain = Chain()
    for effect in effects:
        effect.expected, _ = chain.next(effect.command, effect.project, effect.args)
        store(effect, by=by, at=at, action="effect.expect", reason="Ny forventning bekræftet af formanden")
    carry_out(decision, effects, by=by, at=at)
    _applied(effects, by=by, at=at)
    record("decision.resolve", decision, by=by, at=at)
    _settle(decision, by=by, at=at)
    return decision


@transaction.atomic
def drop_effect(effect: Effect, *, reason: str, by: Person, at: datetime) -> Effect:
    """An effect that could not be carried out is given up, with the reason. The decision stands."""
    if effect.decision is None:
        raise Refused("decision.no_conflict", number="")
    needs(by, "decision.drop", effect.decision, at)
    effect = fresh(effect)
    said = reason_given(reason)
    if effect.state != EffectState.CONFLICT.value:
        raise Refused("decision.no_conflict", number=effect.decision.number if effect.decision else "")
    effect.state, effect.dropped_because = EffectState.DROPPED.value, said
    store(effect, by=by, at=at, action="effect.drop", reason=said)
    if effect.decision and not effect.decision.effects.filter(state=EffectState.CONFLICT.value).exists():
        _settle(effect.decision, by=by, at=at)
    return effect


def close_treated(treatment: Treatment, *, by: Person | None, at: datetime) -> None:
    """The item is over: its minutes are approved and nothing of it is left to settle."""
    unsettled = Effect.objects.filter(decision__treatment=treatment, state=EffectState.CONFLICT.value)
    if treatment.state != TreatmentState.TREATED.value or unsettled.exists():
        return
    through(treatment, TreatmentEvent.CLOSE, by=by, at=at)
    store(treatment, by=by, at=at, action="treatment.close")


def _settle(decision: Decision, *, by: Person | None, at: datetime) -> None:
    """The secretary's task about the conflict is done."""
    for task in decision.follow_ups.filter(state="open", text__startswith="Afklar virkningen"):
        task.state, task.done_at = "done", at
        store(task, by=by, at=at, action="followup.finish")
    if decision.meeting is None or decision.meeting.minutes_state == MinutesState.APPROVED.value:
        close_treated(fresh(decision.treatment), by=by, at=at)
