"""The way of a benefit into the budget: proposed, decided, built in, and verified or taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from styrehjul.benefits.domain.rounding import Exact, exact
from styrehjul.kernel.danish import number_text
from styrehjul.kernel.refusal import Reason


class Step(StrEnum):
    """How far an amount is on its way into the budget."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    IN_BUDGET = "in_budget"
    VERIFIED = "verified"
    REVERTED = "reverted"


NEXT: Mapping[Step, tuple[Step, ...]] = {
    Step.PROPOSED: (Step.DECIDED,),
    Step.DECIDED: (Step.IN_BUDGET,),
    Step.IN_BUDGET: (Step.VERIFIED, Step.REVERTED),
    Step.VERIFIED: (Step.REVERTED,),
    Step.REVERTED: (),
}
TAKEN = frozenset({Step.IN_BUDGET, Step.VERIFIED})


@dataclass(frozen=True)
class Row:
    """One amount (1.000 kr.) of a benefit in a budget year. A permanent one counts in every year from then on."""

    key: int
    year: int
    account: str
    amount: Decimal
    permanent: bool
    step: str
    reference: str = ""

    def counts_in(self, year: int) -> bool:
        """Whether the budget of that year holds it."""
        return self.year == year or (self.permanent and self.year < year)


def taken_in(rows: Iterable[Row], year: int) -> Decimal:
    """What the budget of the year holds: built in and verified."""
    return sum((row.amount for row in rows if row.step in TAKEN and row.counts_in(year)), Decimal(0))


def lacks_in_row(account: str, amount: Decimal | None, year: int, unit_is_money: bool) -> list[Reason]:
    """An account, an amount above nothing and a year, of a benefit that is counted in money."""
    reasons = [] if account.strip() else [Reason("trail.lacks_account")]
    if amount is None or amount <= 0:
        reasons.append(Reason("trail.lacks_amount"))
    if not 2000 <= year <= 2100:
        reasons.append(Reason("trail.year"))
    if not unit_is_money:
        reasons.append(Reason("trail.not_money"))
    return reasons


def lacks_to_step(
    row: Row,
    to: str,
    reference: str,
    others: Sequence[Row],
    verified: Iterable[tuple[str, int, str]],
    credited: Mapping[int, Exact],
) -> list[Reason]:
    """Why the amount cannot go on to `to`.

    `others` are the benefit's other rows; `verified` the (account, year, reference) that are verified anywhere;
    `credited` what the benefit is credited with in each year that must be held against the budget.
    """
    if to not in NEXT[Step(row.step)]:
        return [Reason("trail.step")]
    reasons = [] if reference.strip() else [Reason("trail.lacks_reference")]
    if to == Step.VERIFIED and same_mark(row.account, row.year, reference) in {same_mark(*one) for one in verified}:
        reasons.append(
            Reason("trail.twice", {"account": row.account, "year": row.year, "reference": reference.strip()})
        )
    if to in TAKEN and row.step not in TAKEN:
        for year in sorted(credited):
            if not row.counts_in(year):
                continue
            there, room = taken_in(others, year), exact(credited[year])
            if Fraction(there) + Fraction(row.amount) > room:
                reasons.append(
                    Reason(
                        "trail.over",
                        {"year": year, "amount": text(row.amount), "there": text(there), "room": text(room)},
                    )
                )
                break
    return reasons


def same_mark(account: str, year: int, reference: str) -> tuple[str, int, str]:
    """Account, year and reference as they are compared: case and blanks do not make two of one."""
    return " ".join(account.casefold().split()), year, " ".join(reference.casefold().split())


def text(value: Exact) -> str:
    """ "300" or "299,5": never rounded up above what it is."""
    tenths = Decimal((exact(value) * 10).__floor__()) / 10
    return number_text(tenths, 0 if tenths == tenths.to_integral_value() else 1)


def handling(rows: Iterable[Row]) -> str:
    """How the benefit stands to the budget: the farthest step that still holds; "" where it is not meant for it."""
    order = (Step.PROPOSED, Step.DECIDED, Step.IN_BUDGET, Step.VERIFIED)
    steps = {row.step for row in rows}
    return next((step.value for step in reversed(order) if step in steps), "")
