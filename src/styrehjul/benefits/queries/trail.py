"""The way into the budget as it is read, and what an amount is held against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from styrehjul.benefits.domain.trail import NEXT, Row, Step, handling, taken_in, text
from styrehjul.benefits.labels import STEP
from styrehjul.benefits.models import Benefit, BudgetRow
from styrehjul.benefits.queries.facts import Known, known, plain
from styrehjul.benefits.queries.figures import chosen, method_of, years


def rows_of(row: BudgetRow) -> tuple[Row, list[Row]]:
    """The row and the benefit's other rows, as plain values."""
    others = BudgetRow.objects.filter(benefit_id=row.benefit_id).exclude(pk=row.pk).order_by("pk")
    return plain(row), [plain(other) for other in others]


def verified_elsewhere(row: BudgetRow) -> list[tuple[str, int, str]]:
    """Account, year and reference of what is verified for other rows in the same year."""
    found = BudgetRow.objects.filter(step=Step.VERIFIED.value, year=row.year).exclude(pk=row.pk)
    return [
        (account, row.year, mark.rpartition("|")[2])
        for account, mark in found.order_by("pk").values_list("account", "verified_mark")
    ]


def credited_for(row: BudgetRow, on: date) -> dict[int, Fraction]:
    """What the benefit is credited with in the row's year, and for a permanent one in the years that follow.

    All benefits are read, for what a ceiling leaves to this one depends on the others.
    """
    last = max(BudgetRow.objects.filter(benefit_id=row.benefit_id).values_list("year", flat=True))
    wanted = range(row.year, max(last, row.year) + 2) if row.permanent else (row.year,)
    found = years(known(Benefit.objects.order_by("pk")), list(wanted), on, method_of(chosen()))
    return {
        year: next((line.credit.likely for line in one.lines if line.facts.key == row.benefit_id), Fraction(0))
        for year, one in found.items()
    }


@dataclass(frozen=True)
class TrailRow:
    """One amount with the steps it has taken and those that it can take."""

    row: BudgetRow
    amount: str
    steps: list[tuple[str, date, str, str]]
    next: list[tuple[str, str]]


@dataclass(frozen=True)
class TrailPart:
    """The trail of one benefit with what the budget of this year holds."""

    rows: list[TrailRow]
    handling: str
    taken: str


def trail_of(one: Known, on: date) -> TrailPart | None:
    """None where nothing is on its way. One query beyond the benefit's own."""
    if not one.budget:
        return None
    found = BudgetRow.objects.filter(benefit_id=one.key).prefetch_related("steps__by").order_by("year", "pk")
    rows = [
        TrailRow(
            row=row,
            amount=text(row.amount),
            steps=[(str(s.get_step_display()), s.on, s.by.name if s.by else "", s.reference) for s in row.steps.all()],
            next=[(step.value, str(STEP[step])) for step in NEXT[Step(row.step)]],
        )
        for row in found
    ]
    step = handling(one.budget)
    return TrailPart(rows, str(STEP[Step(step)]) if step else "", text(taken_in(one.budget, on.year)))


def amount_words(value: Decimal) -> str:
    """ "1.250" or "12,5"."""
    return text(value)
