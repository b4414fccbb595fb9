"""What a decision can do to the yearly plan: it is about no project, and hangs on the item that the plan came with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from styrehjul.meetings.domain.states import Outcome
from styrehjul.meetings.domain.values import EffectText

APPROVE, RETURN = "plan.approve", "plan.return"
OF_PLANS = (APPROVE, RETURN)
# What sends the plan back to those who prepare it. Put off or handed on, it waits as it was sent.
SENDS_BACK = frozenset({Outcome.NOT_APPROVED, Outcome.RETURNED, Outcome.APPROVED_WITH_CHANGES})


def plan_words(command: str, args: Mapping[str, Any]) -> str:
    """As it reads after "at": "indsatsplanen for 2028, version 1, godkendes"."""
    verb = "godkendes" if command == APPROVE else "sendes tilbage"
    return f"indsatsplanen for {args.get('year', '')}, version {args.get('number', '')}, {verb}"


def plan_answered(
    outcome: Outcome, recommended: Sequence[EffectText], wanted: Sequence[EffectText]
) -> list[EffectText]:
    """The effects of a decision where the recommended plan is either approved exactly as it was sent or goes back.

    Never neither: a plan that a meeting has answered does not stay with the meeting.
    """
    found = list(wanted)
    for effect in recommended:
        back = EffectText(RETURN, None, effect.args)
        if effect.command == APPROVE and outcome in SENDS_BACK and effect not in found and back not in found:
            found.append(back)
    return found
