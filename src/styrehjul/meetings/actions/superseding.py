"""A decision falls when a later one that points to it takes force."""

from __future__ import annotations

from datetime import datetime

from styrehjul.audit.unit import store
from styrehjul.meetings.actions.common import fresh, moved
from styrehjul.meetings.domain.states import DECISION, DecisionEvent, DecisionState, EffectState
from styrehjul.meetings.models import Decision
from styrehjul.people.models import Person


def revoke_superseded(decision: Decision, *, by: Person | None, at: datetime) -> None:
    """The decision that this one revokes is *Ophævet*. What of it was never carried out is given up.

    One that has fallen already by another decision is left alone.
    """
    if decision.supersedes is None:
        return
    old = fresh(decision.supersedes)
    if old.state != DecisionState.IN_FORCE.value:
        return
    because = f"Ophævet af {decision.number or decision.treatment.title}"
    old.state = moved(DECISION, DecisionState(old.state), DecisionEvent.REVOKE)
    store(old, by=by, at=at, action="decision.revoke", reason=because)
    for effect in old.effects.filter(state=EffectState.CONFLICT.value):
        effect.state, effect.dropped_because = EffectState.DROPPED.value, because
        store(effect, by=by, at=at, action="effect.drop", reason=because)
    for task in old.follow_ups.filter(state="open", text__startswith="Afklar virkningen"):
        task.state, task.done_at = "done", at
        store(task, by=by, at=at, action="followup.finish")
