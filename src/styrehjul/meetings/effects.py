"""A decision in force carries out its effects: the only place that hands out a mandate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from styrehjul.audit.unit import store
from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.domain.plan_effects import APPROVE, OF_PLANS
from styrehjul.meetings.domain.strategy_effects import RECORD
from styrehjul.meetings.models import Decision, Effect, FollowUp
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person
from styrehjul.plans.actions import approve_plan, return_plan
from styrehjul.plans.models import PlanVersion
from styrehjul.portfolio.actions import ACTION_OF
from styrehjul.portfolio.models import Project
from styrehjul.strategy.actions import record_assessment


class Unfulfilled(Refused):
    """An effect could not be carried out: which one, and why. The savepoint of its decision falls with it."""

    def __init__(self, effect: Effect, refused: Refused) -> None:
        super().__init__(refused.code, reasons=refused.reasons, **refused.facts)
        self.effect = effect
        self.refused = refused


def mandate_of(decision: Decision, at: datetime) -> Mandate:
    """The proof that this body decided this."""
    return Mandate(decision_ref=decision.number, body=decision.body.code, in_force_at=decision.in_force_at or at)


def carry_out(decision: Decision, effects: Sequence[Effect], *, by: Person | None, at: datetime) -> None:
    """Do to the projects what was decided, in the order of the at-sentences; all of it or, in its savepoint, nothing.

    Each action compares the project with what the effect expects and asks its own rule. Raises Unfulfilled.
    """
    mandate = mandate_of(decision, at)
    keys = sorted({effect.project_id for effect in effects if effect.project_id})
    # In one order for everybody: two meetings ended at once must not wait for one another's projects.
    locked = {project.pk: project for project in Project.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    for effect in effects:
        if effect.command in OF_PLANS:
            _to_plan(effect, decision, mandate, by=by, at=at)
            continue
        if effect.command == RECORD:
            _to_strategy(effect, decision, mandate, by=by, at=at)
            continue
        action = ACTION_OF.get(effect.command)
        if action is None or effect.project_id is None:
            raise Unfulfilled(effect, Refused("effect.unknown", command=effect.command))
        try:
            action(
                locked[effect.project_id],
                by=by,
                at=at,
                mandate=mandate,
                expected=effect.expected or None,
                **effect.args,
            )
        except Refused as refused:
            raise Unfulfilled(effect, refused) from refused


def _to_plan(effect: Effect, decision: Decision, mandate: Mandate, *, by: Person | None, at: datetime) -> None:
    """The yearly plan is approved exactly as it was sent, or goes back with what the meeting said."""
    try:
        plan = PlanVersion.objects.filter(uuid=effect.args.get("plan")).first()
        if plan is None:
            raise Refused("effect.unknown", command=effect.command)
        sha256 = str(effect.args.get("sha256", ""))
        if effect.command == APPROVE:
            approve_plan(plan, sha256=sha256, by=by, at=at, mandate=mandate)
        else:
            return_plan(plan, sha256=sha256, by=by, at=at, mandate=mandate, reason=decision.text)
    except Refused as refused:
        raise Unfulfilled(effect, refused) from refused


def _to_strategy(effect: Effect, decision: Decision, mandate: Mandate, *, by: Person | None, at: datetime) -> None:
    """The year's answer is kept, and what follows from a yes is somebody's to do."""
    args, item = effect.args, decision.treatment
    responsible, due = args.get("responsible"), args.get("due")
    try:
        record_assessment(
            year=args.get("year", 0),
            needed=args.get("needed"),
            what=args.get("what", ""),
            follow_up=args.get("follow_up", ""),
            responsible_id=responsible,
            due=date.fromisoformat(due) if due else None,
            url=item.get_absolute_url(),
            on=day_of(decision.taken_at),
            by=by,
            at=at,
            mandate=mandate,
        )
    except Refused as refused:
        raise Unfulfilled(effect, refused) from refused
    if args.get("follow_up") and responsible:
        task = FollowUp(
            body=decision.body,
            decision=decision,
            treatment=item,
            text=args["follow_up"],
            responsible_id=responsible,
            due=date.fromisoformat(due) if due else None,
        )
        store(task, by=by, at=at, action="followup.add")
