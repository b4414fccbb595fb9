"""Rows as they stand, or as they stood when a day ended."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from styrehjul.audit.nouns import Noun
from styrehjul.kernel.danish import ZONE


def end_of(day: date) -> datetime:
    """The last moment of a day in Denmark."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=ZONE) - timedelta(microseconds=1)


def records_on(model: type[Noun], as_of: date | None = None) -> QuerySet[Any]:
    """Every row now; with a day, every row's record as it stood when that day ended, without those that were gone."""
    if as_of is None:
        rows: QuerySet[Any] = model._default_manager.all()
        return rows
    records: Any = model.history.model.objects  # type: ignore[attr-defined]  # every noun has its history
    # The last one wins by date and then by its place: one decision may write three records at the same moment.
    last = records.filter(id=OuterRef("id"), history_date__lte=end_of(as_of)).order_by("-history_date", "-history_id")
    found: QuerySet[Any] = records.filter(history_id=Subquery(last.values("history_id")[:1])).exclude(history_type="-")
    return found
