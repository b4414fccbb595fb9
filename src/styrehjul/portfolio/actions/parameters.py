"""What status is given on: parameters added, renamed, asked for elsewhere, and retired."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.moving import danish_day
from styrehjul.portfolio.domain.life import Category
from styrehjul.portfolio.domain.status import SHIPPED
from styrehjul.portfolio.models import StatusParameter

MOST = 12
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})


def _planted(by: Person | None, at: datetime) -> list[StatusParameter]:
    """The rows, held; the first change makes those that ship the municipality's own."""
    rows = list(StatusParameter.objects.select_for_update())
    if not rows:
        for place, (key, name) in enumerate(SHIPPED, 1):
            row = StatusParameter(key=key, name=name, place=place)
            store(row, by=by, at=at, action="status_parameter.take_over")
            rows.append(row)
    return rows


def _checked(name: str, categories: Sequence[str], rows: Sequence[StatusParameter], own: str) -> str:
    said = " ".join(name.split())
    if not said:
        raise Refused("status_parameter.no_name")
    if any(row.name.casefold() == said.casefold() and row.key != own for row in rows):
        raise Refused("status_parameter.same_name", name=said)
    if set(categories) - {category.value for category in Category}:
        raise Refused("status_parameter.category")
    return said


@transaction.atomic
def add_parameter(
    *,
    name: str,
    categories: Sequence[str] = (),
    large: bool = False,
    when_troubled: bool = True,
    by: Person | None,
    at: datetime,
) -> StatusParameter:
    """One thing more that status may be given on."""
    permit(by, "project.settings", at=at)
    rows = _planted(by, at)
    said = _checked(name, categories, rows, "")
    if sum(row.retired_on is None for row in rows) >= MOST:
        raise Refused("status_parameter.too_many", most=MOST)
    base = slugify(said.translate(_DANISH))[:34] or "parameter"
    keys = {row.key for row in rows} | {"nyt"}
    key = next(key for n in range(1, 1000) if (key := base if n == 1 else f"{base}-{n}") not in keys)
    row = StatusParameter(
        key=key, name=said, place=len(rows) + 1, categories=list(categories), large=large, when_troubled=when_troubled
    )
    store(row, by=by, at=at, action="status_parameter.add")
    return row


@transaction.atomic
def change_parameter(
    key: str,
    *,
    name: str,
    categories: Sequence[str] = (),
    large: bool = False,
    when_troubled: bool = True,
    retired: bool = False,
    by: Person | None,
    at: datetime,
) -> StatusParameter:
    """Rename it, say where it is asked, or retire it. Reports that were given keep the name of their day."""
    permit(by, "project.settings", at=at)
    rows = _planted(by, at)
    row = next((row for row in rows if row.key == key), None)
    if row is None:
        raise Refused("status.parameter_unknown")
    row.name = _checked(name, categories, rows, key)
    row.categories, row.large, row.when_troubled = list(categories), large, when_troubled
    row.retired_on = (row.retired_on or danish_day(at)) if retired else None
    store(row, by=by, at=at, action="status_parameter.change")
    return row
