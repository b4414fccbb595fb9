"""*Vurdering af den strategiske retning*: yes or no, and what, recorded as the item's decision."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import needs
from styrehjul.meetings.actions.running import record_decision
from styrehjul.meetings.domain.states import Outcome
from styrehjul.meetings.domain.strategy_effects import RECORD, decision_words
from styrehjul.meetings.domain.values import EffectText
from styrehjul.meetings.models import Decision, Treatment
from styrehjul.meetings.queries.assessing import is_assessment
from styrehjul.people.models import Person
from styrehjul.strategy.domain.assessing import lacks_answer
from styrehjul.strategy.queries.assessments import assessment_of


@transaction.atomic
def answer_assessment(
    treatment: Treatment,
    *,
    needed: bool | None,
    what: str,
    follow_up: str = "",
    responsible: Person | None = None,
    due: date | None = None,
    expected_version: int | None = None,
    by: Person,
    at: datetime,
) -> Decision:
    """Treat the item with its answer. Until the meeting is ended it can be written again; then it stands for good."""
    needs(by, "decision.record", treatment, at)
    if not is_assessment(treatment) or treatment.meeting is None:
        raise Refused("assessment.wrong_item")
    if reasons := lacks_answer(needed, what, follow_up):
        raise Refused.because(reasons)
    if follow_up.strip() and responsible is None:
        raise Refused("assessment.follow_up_nobody")
    year = treatment.meeting.year
    if assessment_of(year) is not None:
        raise Refused("assessment.once", year=year)
    args = {
        "year": year,
        "needed": bool(needed),
        "what": what.strip(),
        "follow_up": follow_up.strip(),
        "responsible": responsible.pk if responsible else None,
        "due": due.isoformat() if due else "",
    }
    return record_decision(
        treatment,
        outcome=Outcome.ADOPTED,
        text=decision_words(args),
        effects=[EffectText(RECORD, None, args)],
        expected_version=expected_version,
        by=by,
        at=at,
    )
