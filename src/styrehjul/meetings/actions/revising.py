"""A decision in force that is changed before the minutes are approved: a new text beside the first, with its own effects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings import labels
from styrehjul.meetings.actions.common import fresh, needs, reason_given, refuse
from styrehjul.meetings.actions.decisions import carry
from styrehjul.meetings.actions.points import make_effect
from styrehjul.meetings.domain import decisions as rules
from styrehjul.meetings.domain.revising import lacks_for_revision
from styrehjul.meetings.domain.states import DecisionState, MinutesState, Outcome, Profile
from styrehjul.meetings.domain.values import EffectText
from styrehjul.meetings.models import Decision, DecisionRevision, Meeting, RecommendationPoint, Treatment
from styrehjul.meetings.queries.chain import Chain
from styrehjul.meetings.queries.facts import right_reasons
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project

# Behind the recommended effects and those made at the meeting.
AFTER = 200


@transaction.atomic
def revise_decision(
    decision: Decision,
    *,
    outcome: Outcome | str,
    text: str,
    because: str,
    by: Person,
    at: datetime,
    effects: Sequence[EffectText] = (),
) -> DecisionRevision:
    """Write what the decision is changed to, why, and what is done because of it.

    It counts when the chair ends the meeting anew; until then it can be written again. Refused once the minutes are
    approved, and while they lie with the chair or the members.
    """
    needs(by, "decision.record", decision.treatment, at)
    decision = fresh(decision)
    item, meeting = decision.treatment, decision.meeting
    if meeting is None:
        raise Refused("revision.not_in_force")
    minutes, state = MinutesState(meeting.minutes_state), DecisionState(decision.state)
    refuse(lacks_for_revision(minutes, state, ended=meeting.ended_at is not None, number=decision.number))
    made = _offered(item, decision, outcome)
    if not text.strip():
        raise Refused("revision.no_text", number=decision.number)
    said = reason_given(because)
    refuse(_wrong(item, effects, at))
    waiting = decision.revisions.filter(confirmed_at=None).first()
    revision = waiting or DecisionRevision(decision=decision, number=decision.revisions.count() + 1)
    revision.outcome, revision.text, revision.because, revision.made_by = made.value, text.strip(), said, by
    revision.former_outcome, revision.former_text = decision.outcome, decision.text
    store(revision, by=by, at=at, action="revision.write", reason=said)
    for old in revision.effects.all():
        remove(old, by=by, at=at, action="effect.remove")
    chain = Chain()
    for index, effect in enumerate(effects):
        row = make_effect(_point(item, by, at), effect, AFTER + index, by=by, at=at, in_meeting=True)
        row.revision = revision
        row.expected, _ = chain.next(row.command, row.project, row.args)
        store(row, by=by, at=at, action="effect.expect")
    return revision


@transaction.atomic
def drop_revision(revision: DecisionRevision, *, by: Person, at: datetime) -> None:
    """A change that nobody has confirmed is taken back; the decision stands as it was."""
    needs(by, "decision.record", revision.decision.treatment, at)
    revision = fresh(revision)
    if revision.confirmed_at is not None:
        raise Refused("revision.confirmed")
    for effect in revision.effects.all():
        remove(effect, by=by, at=at, action="effect.remove")
    remove(revision, by=by, at=at, action="revision.remove")


def confirm_revisions(meeting: Meeting, *, by: Person | None, on_behalf_of: Person | None, at: datetime) -> list[str]:
    """Called as the meeting is ended anew: what was changed counts, its effects are carried out. A line for each."""
    lines = []
    found = DecisionRevision.objects.filter(decision__meeting=meeting, confirmed_at=None)
    for revision in found.order_by("decision__treatment__position", "decision_id", "number"):
        decision, item = fresh(revision.decision), fresh(revision.decision.treatment)
        revision.former_outcome, revision.former_text = decision.outcome, decision.text
        revision.confirmed_at, revision.confirmed_by, revision.on_behalf_of = at, by, on_behalf_of
        store(revision, by=by, at=at, action="revision.confirm", on_behalf_of=on_behalf_of)
        decision.outcome, decision.text = revision.outcome, revision.text
        store(decision, by=by, at=at, action="decision.revise", reason=revision.because)
        item.outcome = revision.outcome
        store(item, by=by, at=at, action="treatment.revise")
        effects = list(revision.effects.select_related("project", "point").order_by("position", "pk"))
        for effect in effects:
            effect.decision = decision
            store(effect, by=by, at=at, action="effect.attach")
        carry(decision, effects, by=by, at=at)
        lines.append(f"{decision.number} {item.title}, ændret efter mødet: {revision.text}".strip())
    return lines


def _offered(item: Treatment, decision: Decision, outcome: Outcome | str) -> Outcome:
    try:
        made = Outcome(outcome)
    except ValueError:
        raise Refused("item.outcome_unknown", title=item.title) from None
    offered = {*rules.outcomes_for(item.kind, Profile(item.profile)), Outcome(decision.outcome)}
    if made not in offered:
        words = [str(labels.OUTCOME[one]) for one in offered]
        raise Refused("item.outcome_not_offered", title=item.title, outcome=str(labels.OUTCOME[made]), offered=words)
    return made


def _wrong(item: Treatment, effects: Sequence[EffectText], at: datetime) -> list[Reason]:
    projects = Project.objects.in_bulk([effect.project_id for effect in effects if effect.project_id])
    reasons: list[Reason] = []
    for effect in effects:
        project = projects.get(effect.project_id or 0)
        if project is None:
            facts = {"named": f'Punktet "{item.title}"', "title": item.title, "no": item.number or "", "item": item.pk}
            reasons.append(Reason("item.effect_without_project", facts))
        else:
            reasons += right_reasons(effect.command, project, item.body.code, day_of(at))
    return reasons


def _point(item: Treatment, by: Person, at: datetime) -> RecommendationPoint:
    first = item.points.first()
    if first is None:
        # Effects hang on a sentence; one without words is shown nowhere.
        first = RecommendationPoint(treatment=item, text="")
        store(first, by=by, at=at, action="recommendation.write")
    return first
