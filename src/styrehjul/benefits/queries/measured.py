"""What has been measured of a benefit, as the rules ask for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Max, QuerySet

from styrehjul.benefits.domain.rules import Found, Way
from styrehjul.benefits.models import Benefit, Measurement


def counting(rows: Iterable[Measurement]) -> list[Measurement]:
    """Those that no newer one has corrected, the newest first."""
    found = list(rows)
    corrected = {row.corrects_id for row in found if row.corrects_id}
    return sorted((row for row in found if row.pk not in corrected), key=lambda row: (row.on, row.pk), reverse=True)


def counts_for(row: Measurement) -> date:
    """The day that a measurement counts for: its own, or the measuring day that it answered a little early.

    `row` comes from `with_days`.
    """
    answered: date | None = getattr(row, "answered_on", None)
    return max(row.on, answered or row.on)


def with_days(rows: QuerySet[Measurement]) -> QuerySet[Measurement]:
    """Measurements with the last measuring day that each has answered."""
    return rows.annotate(answered_on=Max("days__on"))


def found_of(benefit: Benefit) -> list[Found]:
    """The measurements that count. One query."""
    rows = counting(with_days(benefit.measurements.all()))
    return [Found(counts_for(row), row.number, row.covers_from, row.covers_to) for row in rows]


def way_of(benefit: Benefit) -> Way:
    """What is measured against."""
    return Way(
        benefit.baseline_number, benefit.target_number, benefit.direction, benefit.aggregation, benefit.unit,
        benefit.target_on,
    )  # fmt: skip
