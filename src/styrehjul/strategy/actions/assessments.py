"""The yearly assessment of the direction: written once, by the decision of the body that makes it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import right_for
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import Person
from styrehjul.strategy.domain.assessing import lacks_answer
from styrehjul.strategy.models import StrategyAssessment


@transaction.atomic
def record_assessment(
    *,
    year: int,
    needed: bool | None,
    what: str,
    follow_up: str = "",
    responsible_id: int | None = None,
    due: date | None = None,
    url: str = "",
    on: date,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
) -> StrategyAssessment:
    """Keep the year's answer: needed or not, what or why, and by which decision. One a year, never written over."""
    right = right_for("strategy.record_assessment", at.astimezone(ZONE).date())
    if mandate is None or (right.bodies and mandate.body not in right.bodies):
        raise Refused("mandate.needed", body="det organ, der har retten", change="At vurdere den strategiske retning")
    if reasons := lacks_answer(needed, what, follow_up):
        raise Refused.because(reasons)
    if StrategyAssessment.objects.select_for_update().filter(year=year).exists():
        raise Refused("assessment.once", year=year)
    assert needed is not None, "asked just above"
    made = StrategyAssessment(
        year=year,
        needed=needed,
        what=what.strip(),
        decision=mandate.decision_ref,
        follow_up=follow_up.strip(),
        responsible_id=responsible_id,
        due=due,
        body=Body.objects.filter(code=mandate.body).first(),
        on=on,
        url=url,
    )
    store(made, by=by, at=at, action="strategy.record_assessment", reason=mandate.decision_ref)
    return made
