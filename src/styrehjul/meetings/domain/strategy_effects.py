"""The yearly assessment of the strategic direction as an effect: it is about no project, and is said on its item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from styrehjul.kernel.refusal import Reason
from styrehjul.meetings.domain.plan_effects import OF_PLANS
from styrehjul.meetings.domain.states import Outcome
from styrehjul.meetings.domain.values import EffectText

RECORD = "strategy.record_assessment"
ASSESSMENT = "vurdering_strategisk_retning"
# Effects that are about no project.
WITHOUT_PROJECT = (*OF_PLANS, RECORD)


def assessment_words(args: Mapping[str, Any]) -> str:
    """As it reads after "at": "vurderingen for 2027 er: ja, Nyt mål om AI"."""
    return f"vurderingen for {args.get('year', '')} er {_answer(args)}: {args.get('what', '')}"


def decision_words(args: Mapping[str, Any]) -> str:
    """The decision's own text."""
    return f"Behov for at opdatere den strategiske retning: {_answer(args)}. {args.get('what', '')}"


def _answer(args: Mapping[str, Any]) -> str:
    return "ja" if args.get("needed") else "nej"


def lacks_for_assessment(title: str, outcome: Outcome, effects: Sequence[EffectText] | None) -> list[Reason]:
    """The item is put off, or treated with the answer; nothing between."""
    if outcome is Outcome.POSTPONED or any(one.command == RECORD for one in effects or ()):
        return []
    return [Reason("assessment.not_answered", {"title": title})]
