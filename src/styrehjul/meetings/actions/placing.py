"""Putting an item at its place on an agenda."""

from __future__ import annotations

from datetime import datetime

from styrehjul.audit.unit import store
from styrehjul.bodies.domain.model import BodyRules
from styrehjul.meetings.domain.order import GAP, place_for, position_at, rank
from styrehjul.meetings.domain.states import LEFT_AGENDA, Profile
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.queries.facts import MATERIAL, deadline_of
from styrehjul.meetings.queries.seats import day_of, rules_for
from styrehjul.people.models import Person

_GONE = [state.value for state in LEFT_AGENDA]


def place(
    treatment: Treatment, meeting: Meeting, *, by: Person | None, at: datetime, rules: BodyRules | None = None
) -> None:
    """Give the item its meeting, its place among the others by the insert order, and its deadline. Not stored here."""
    known = rules or rules_for(meeting.body, day_of(meeting.starts_at))
    order = known.insert_order if known else ()
    others = list(meeting.treatments.exclude(pk=treatment.pk).exclude(state__in=_GONE).order_by("position", "pk"))
    ranks = [rank(Profile(o.profile), o.standing_key, o.kind, order) for o in others]
    own = rank(Profile(treatment.profile), treatment.standing_key, treatment.kind, order)
    index = _after_parent(treatment, others) or place_for(own, ranks)
    position = position_at(index, [o.position for o in others])
    if position is None:
        for number, other in enumerate(others, 1):
            if other.position != number * GAP:
                other.position = number * GAP
                store(other, by=by, at=at, action="treatment.move")
        position = index * GAP + GAP // 2
    treatment.meeting, treatment.position = meeting, position
    if treatment.profile == Profile.ORDINARY.value:
        treatment.material_due_at = deadline_of(meeting, MATERIAL)


def _after_parent(treatment: Treatment, others: list[Treatment]) -> int:
    """A sub-item stands under its parent, behind the parent's other sub-items; 0 where it has none."""
    if treatment.parent_id is None:
        return 0
    family = [index for index, other in enumerate(others) if treatment.parent_id in (other.pk, other.parent_id)]
    return family[-1] + 1 if family else 0
