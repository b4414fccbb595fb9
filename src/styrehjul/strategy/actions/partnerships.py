"""Partnerships: written in, put right, renewed, and ended with what came of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.kernel.danish import ZONE, day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.strategy.models import Partnership

_TEXTS = ("title", "partners", "purpose", "contribution", "gain", "partner_contact", "agreement")
FIELDS = (*_TEXTS, "contact_id", "start", "end")


@transaction.atomic
def create_partnership(*, by: Person | None, at: datetime, **values: Any) -> Partnership:
    """With whom, for what, and what each gives."""
    permit(by, "partnership.create", at=at)
    row = Partnership()
    _fill(row, values)
    store(row, by=by, at=at, action="partnership.create")
    return row


@transaction.atomic
def change_partnership(
    row: Partnership, *, by: Person | None, at: datetime, expected_version: int | None = None, **values: Any
) -> Partnership:
    """Put a partnership right."""
    row = _running(row, by, at, expected_version)
    _fill(row, values)
    store(row, by=by, at=at, action="partnership.change")
    return row


@transaction.atomic
def renew_partnership(row: Partnership, *, end: date, by: Person | None, at: datetime) -> Partnership:
    """It goes on: a later end."""
    row = _running(row, by, at)
    if row.end is not None and end <= row.end:
        raise Refused("partnership.not_longer", end=day_text(row.end))
    if end < at.astimezone(ZONE).date():
        raise Refused("partnership.not_past")
    row.end = end
    store(row, by=by, at=at, action="partnership.renew")
    return row


@transaction.atomic
def end_partnership(row: Partnership, *, outcome: str, by: Person | None, at: datetime) -> Partnership:
    """It is over, with what came of it."""
    row = _running(row, by, at)
    if not outcome.strip():
        raise Refused("partnership.lacks_outcome")
    row.outcome, row.ended_on = outcome.strip(), at.astimezone(ZONE).date()
    store(row, by=by, at=at, action="partnership.end")
    return row


def _running(row: Partnership, by: Person | None, at: datetime, expected: int | None = None) -> Partnership:
    row.refresh_from_db(from_queryset=Partnership.objects.select_for_update())
    same_version(row, expected)
    permit(by, "partnership.change", row, at=at)
    if row.ended_on is not None:
        raise Refused("partnership.ended")
    return row


def _fill(row: Partnership, values: dict[str, Any]) -> None:
    for name in FIELDS:
        if name in values:
            value = values[name]
            setattr(row, name, (value or "").strip() if name in _TEXTS else value)
    if not (row.title and row.partners and row.purpose):
        raise Refused("partnership.lacks_text")
    if row.end is not None and row.end < row.start:
        raise Refused("partnership.ends_before_start", start=row.start)
