"""A project's money: lines per year and kind, and the frame that all of it must keep to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.large import mark_by_rule
from styrehjul.portfolio.actions.moving import begin, money_words, save
from styrehjul.portfolio.actions.part import day_of, fresh, keep, line, open_for, take_away, write
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.models import EconomyLine, Project

FIELDS = frozenset(
    {"year", "kind", "text", "budget", "forecast", "spent", "source", "permanent", "price_level"}
)  # fmt: skip


@transaction.atomic
def add_economy_line(
    project: Project, *, year: int, by: Person | None, at: datetime, price_level: int | None = None, **fields: Any
) -> EconomyLine:
    """One line of money in a calendar year, at the prices of this year unless another is said."""
    open_for(project, by=by, at=at)
    row = EconomyLine(project=project, year=year, price_level=price_level or day_of(at).year)
    _checked(write(row, fields, FIELDS))
    keep(row, by=by, at=at, action="economy.add")
    mark_by_rule(project, by=by, at=at)
    return row


@transaction.atomic
def change_economy_line(
    row: EconomyLine, *, by: Person | None, at: datetime, expected_version: int | None = None, **fields: Any
) -> EconomyLine:
    """Change a line: what is budgeted, expected and spent."""
    open_for(row.project, by=by, at=at)
    fresh(row, expected_version)
    _checked(write(row, fields, FIELDS))
    keep(row, by=by, at=at, action="economy.change")
    mark_by_rule(row.project, by=by, at=at)
    return row


@transaction.atomic
def remove_economy_line(row: EconomyLine, *, by: Person | None, at: datetime) -> Project:
    """Take a line away."""
    project = take_away(row, by=by, at=at, action="economy.remove")
    mark_by_rule(project, by=by, at=at)
    return project


def _checked(row: EconomyLine) -> None:
    row.text = line(row.text, 200)
    if not 2000 <= row.year <= 2100 or not 2000 <= row.price_level <= 2100:
        raise Refused("economy.year")
    if row.budget is None and row.forecast is None and row.spent is None:
        raise Refused("economy.empty")


@transaction.atomic
def set_economy_frame(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    amount: Decimal,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """Give the project an economy frame in 1.000 kr.: what all of it may cost. Its lines are held against it."""
    begin(project, "project.set_economy_frame", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    words = (money_words(project.cost_tdkk), money_words(amount))
    project.cost_tdkk = amount
    save(project, "project.set_economy_frame", ChangeKind.ECONOMY, words, by=by, at=at, mandate=mandate, reason=reason)
    mark_by_rule(project, by=by, at=at)
    return project
