"""The item on which the strategic direction is assessed, and the answer that stands on it."""

from __future__ import annotations

from typing import Any

from styrehjul.meetings.domain.states import Profile
from styrehjul.meetings.domain.strategy_effects import ASSESSMENT, RECORD
from styrehjul.meetings.models import Effect, Treatment
from styrehjul.meetings.queries.seats import day_of, rules_for


def is_assessment(item: Treatment) -> bool:
    """Whether it is the standing item of the yearly assessment, by its own key or by the content it is given."""
    if item.profile != Profile.STANDING.value or item.meeting is None or item.meeting.before_use:
        return False
    if item.standing_key == ASSESSMENT:
        return True
    rules = rules_for(item.body, day_of(item.meeting.starts_at))
    rule = next((r for r in rules.standing_items if r.key == item.standing_key), None) if rules else None
    return rule is not None and rule.content == ASSESSMENT


def answer_on(item: Treatment) -> dict[str, Any] | None:
    """What was answered on the item, until now or in force."""
    effect = (
        Effect.objects.filter(point__treatment=item, command=RECORD, decision__isnull=False).order_by("-pk").first()
    )
    return dict(effect.args) if effect else None
