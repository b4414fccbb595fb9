"""A decision that could not be carried out is taken up again: the third way out of a conflict."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.kernel.danish import day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.carrying import COPIED
from styrehjul.meetings.actions.common import needs
from styrehjul.meetings.actions.decisions import drop_effect
from styrehjul.meetings.actions.items import add_item
from styrehjul.meetings.domain.states import EffectState
from styrehjul.meetings.domain.values import EffectText, PointText
from styrehjul.meetings.models import Decision, RecommendationPoint, Treatment
from styrehjul.meetings.queries.meetings import next_open_meeting
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person

_NOT_FIELDS = frozenset({"kind", "title"})


@transaction.atomic
def take_up_again(decision: Decision, *, by: Person, at: datetime) -> Treatment:
    """The matter comes on the body's next meeting with its texts; what could not be carried out is given up here.

    The decision stands. The new treatment expects the project as it is now, and is decided upon anew.
    """
    needs(by, "decision.drop", decision, at)
    conflicts = list(decision.effects.filter(state=EffectState.CONFLICT.value))
    if not conflicts:
        raise Refused("decision.no_conflict", number=decision.number)
    to = next_open_meeting(decision.body, at)
    if to is None:
        raise Refused("meeting.no_next", body=decision.body.name_definite)
    old = decision.treatment
    item = add_item(
        to,
        title=old.title,
        kind=old.kind,
        responsible=old.responsible,
        matter=old.matter,
        fields={name: getattr(old, name) for name in COPIED if name not in _NOT_FIELDS} | {"carried_from": old},
        points=[_still_to_do(point) for point in old.points.prefetch_related("effects")],
        by=by,
        at=at,
    )
    reason = f"Sagen tages op igen på mødet {day_text(day_of(to.starts_at))}"
    for effect in conflicts:
        drop_effect(effect, reason=reason, by=by, at=at)
    return item


def _still_to_do(point: RecommendationPoint) -> PointText:
    """The at-sentence with those of its effects that were not carried out."""
    effects = [e for e in point.effects.all() if e.state == EffectState.CONFLICT.value]
    return PointText(point.text, tuple(EffectText(e.command, e.project_id, e.args) for e in effects))
