"""A benefit on its way into the budget: an amount is proposed, decided, built in, and verified or taken back."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.benefits.domain.profile import MONEY
from styrehjul.benefits.domain.trail import Step, lacks_in_row, lacks_to_step, same_mark
from styrehjul.benefits.models import Benefit, BudgetRow, BudgetStep
from styrehjul.benefits.queries.facts import known_of
from styrehjul.benefits.queries.trail import credited_for, rows_of, verified_elsewhere
from styrehjul.bodies.models import Municipality
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person


@transaction.atomic
def propose_budget(
    benefit: Benefit,
    *,
    year: int,
    account: str,
    amount: Decimal | None,
    permanent: bool = False,
    reference: str = "",
    by: Person | None,
    at: datetime,
) -> BudgetRow:
    """Propose that a budget year becomes so much less because of the benefit."""
    permit(by, "benefit.take_home", benefit, at=at)
    if lacking := lacks_in_row(account, amount, year, known_of([benefit])[0].unit == MONEY):
        raise Refused.because(lacking)
    assert amount is not None
    row = BudgetRow(benefit=benefit, year=year, account=" ".join(account.split()), amount=amount, permanent=permanent)
    store(row, by=by, at=at, action="budget_row.propose")
    _step(row, Step.PROPOSED.value, reference.strip() or "Forslag", by, at)
    return row


@transaction.atomic
def move_budget(
    row: BudgetRow,
    *,
    to: str,
    reference: str,
    expected_version: int | None = None,
    by: Person | None,
    at: datetime,
) -> BudgetRow:
    """The next step, with what it rests on. Refused when the budget would hold more than the benefit is credited with."""
    permit(by, "benefit.take_home", row.benefit, at=at)
    # Two who verify the same saving at once wait for each other here.
    Municipality.objects.select_for_update().first()
    row.refresh_from_db(from_queryset=BudgetRow.objects.select_for_update())
    same_version(row, expected_version)
    plain, others = rows_of(row)
    needs_room = to == Step.IN_BUDGET
    lacking = lacks_to_step(
        plain,
        to,
        reference,
        others,
        verified_elsewhere(row) if to == Step.VERIFIED else (),
        credited_for(row, at.astimezone(ZONE).date()) if needs_room else {},
    )
    if lacking:
        raise Refused.because(lacking)
    row.step = to
    if to == Step.VERIFIED:
        account, _year, said = same_mark(row.account, row.year, reference)
        row.verified_mark = f"{account}|{said}"[:420]
    store(row, by=by, at=at, action="budget_row.move")
    _step(row, to, reference.strip(), by, at)
    return row


def _step(row: BudgetRow, step: str, reference: str, by: Person | None, at: datetime) -> None:
    said = BudgetStep(row=row, step=step, on=at.astimezone(ZONE).date(), by=by, reference=reference[:200])
    store(said, by=by, at=at, action="budget_step.take")
