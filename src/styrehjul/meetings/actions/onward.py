"""What a meeting's outcomes make of a matter when it is ended: put off, handed on to another body, or sent back."""

from __future__ import annotations

from datetime import datetime

from styrehjul.audit.unit import store
from styrehjul.meetings.actions.carrying import COPIED, carry_over, copy_papers
from styrehjul.meetings.actions.common import through
from styrehjul.meetings.actions.handing import hand_on, meeting_that_takes
from styrehjul.meetings.actions.needs import follow
from styrehjul.meetings.domain.matters import HANDS_ON
from styrehjul.meetings.domain.plan_effects import RETURN as PLAN_RETURN
from styrehjul.meetings.domain.states import EffectState, Outcome, Profile, TreatmentEvent
from styrehjul.meetings.models import Effect, Meeting, Treatment
from styrehjul.people.models import Person

_OWN = frozenset({"kind", "title"})


def go_on(item: Treatment, meeting: Meeting, *, by: Person | None, at: datetime) -> Treatment | None:
    """The matter's next treatment, where the outcome makes one. Done once; a standing item comes back by itself."""
    if not item.outcome or item.profile != Profile.ORDINARY.value or item.carried_to.exists():
        return None
    outcome = Outcome(item.outcome)
    if outcome is Outcome.POSTPONED or _puts_off(item):
        new = carry_over(item, by=by, at=at)
    elif outcome in HANDS_ON and item.referred_to is not None:
        new = _hand_on(item, meeting, by=by, at=at)
    elif outcome is Outcome.RETURNED and not _goes_back_as_proposal(item):
        new = _send_back(item, by=by, at=at)
    else:
        return None
    if new is not None:
        follow(item, new, by=by, at=at)
    return new


def _puts_off(item: Treatment) -> bool:
    """Whether what was decided put the proposal off, so that it comes back by itself."""
    chosen = Effect.objects.filter(decision__treatment=item, command="proposal.postpone")
    return chosen.filter(state=EffectState.APPLIED.value).exists()


def _hand_on(item: Treatment, meeting: Meeting, *, by: Person | None, at: datetime) -> Treatment:
    assert item.referred_to is not None
    new = hand_on(
        item.matter,
        item.referred_to,
        title=item.title,
        kind=item.kind if Outcome(item.outcome) is Outcome.REFERRED else "decision",
        responsible=item.responsible,
        to=meeting_that_takes(item.referred_to, meeting, at),
        fields={name: getattr(item, name) for name in COPIED if name not in _OWN},
        carried_from=item,
        by=by,
        at=at,
    )
    if new.carried_from_id == item.pk:
        copy_papers(item, new, by=by, at=at)
    return new


def _send_back(item: Treatment, *, by: Person | None, at: datetime) -> Treatment:
    """It waits with the one responsible, with what the body found missing; the secretary puts it on a meeting again."""
    decision = item.decisions.first()
    new = hand_on(
        item.matter,
        item.body,
        title=item.title,
        kind=item.kind,
        responsible=item.responsible,
        to=None,
        fields={name: getattr(item, name) for name in COPIED if name not in _OWN},
        carried_from=item,
        by=by,
        at=at,
    )
    if new.carried_from_id != item.pk:
        return new
    copy_papers(item, new, by=by, at=at)
    if new.responsible is not None:
        through(new, TreatmentEvent.RETURN, by=by, at=at)
        new.returned_because = decision.text if decision else ""
        store(new, by=by, at=at, action="treatment.return", reason=new.returned_because)
    return new


def _goes_back_as_proposal(item: Treatment) -> bool:
    """A proposal that is sent back is a proposal again, and a plan a draft; each comes on a meeting by its own click."""
    back = ("proposal.return", PLAN_RETURN)
    return Effect.objects.filter(point__treatment=item, command__in=back, decision__isnull=False).exists()
