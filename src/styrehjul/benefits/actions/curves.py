"""When a benefit comes and how much: what is expected today is set, and what was promised is frozen in versions."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.benefits.domain.curve import ramp_of
from styrehjul.benefits.domain.life import BenefitState
from styrehjul.benefits.domain.rounding import decimal
from styrehjul.benefits.models import Benefit, BenefitCurve, OriginalCurve
from styrehjul.benefits.queries.facts import known_of
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Milestone

PROMISED = frozenset({BenefitState.PLANNED.value, BenefitState.UNDER_WAY.value})


@transaction.atomic
def set_curve(
    benefit: Benefit,
    *,
    anchor_id: int | None = None,
    start_on: date | None = None,
    offset_months: int | None = 0,
    ramp: str = "",
    rate: Decimal | None = None,
    rate_low: Decimal | None = None,
    rate_high: Decimal | None = None,
    end_on: date | None = None,
    expected_version: int | None = None,
    by: Person | None,
    at: datetime,
) -> BenefitCurve:
    """Say when it begins, how fast it grows, how much it is and when it ends. What was promised stays as it was."""
    benefit.refresh_from_db(from_queryset=Benefit.objects.select_for_update())
    permit(by, "benefit.change", benefit, at=at)
    if benefit.state == BenefitState.DROPPED:
        raise Refused("benefit.over")
    row = BenefitCurve.objects.select_for_update().filter(benefit=benefit).first() or BenefitCurve(benefit=benefit)
    if row.pk:
        same_version(row, expected_version)
    # The first promise is what was expected before anybody changed it.
    freeze_first(benefit, by=by, at=at)
    row.anchor = _milestone(benefit, anchor_id)
    row.start_on, row.offset_months, row.ramp = start_on, offset_months or 0, " ".join(ramp.split())
    row.rate, row.rate_low, row.rate_high, row.end_on = rate, rate_low, rate_high, end_on
    if lacking := _wrong_in(row):
        raise Refused.because(lacking)
    store(row, by=by, at=at, action="benefit.set_curve")
    freeze_first(benefit, by=by, at=at)
    return row


def _milestone(benefit: Benefit, key: int | None) -> Milestone | None:
    if key is None:
        return None
    found = Milestone.objects.filter(pk=key, project__in=known_of([benefit])[0].project_keys).first()
    if found is None:
        raise Refused("curve.milestone")
    return found


def _wrong_in(row: BenefitCurve) -> list[Reason]:
    reasons = []
    try:
        ramp_of(row.ramp)
    except (ValueError, ZeroDivisionError):
        reasons.append(Reason("curve.ramp"))
    ends = [value for value in (row.rate_low, row.rate, row.rate_high) if value is not None]
    if ends != sorted(ends):
        reasons.append(Reason("curve.order"))
    if row.rate is None and (row.rate_low is not None or row.rate_high is not None):
        reasons.append(Reason("curve.lacks_rate"))
    if row.start_on and row.end_on and row.end_on < row.start_on:
        reasons.append(Reason("curve.end"))
    return reasons


def freeze_first(benefit: Benefit, *, by: Person | None, at: datetime) -> OriginalCurve | None:
    """The benefit is planned and can be counted: what it promises is kept as it is today. Only the first time."""
    if benefit.state not in PROMISED or benefit.originals.exists():
        return None
    return _freeze(benefit, "", by, at)


@transaction.atomic
def freeze_again(benefit: Benefit, *, reason: str, by: Person | None, at: datetime) -> OriginalCurve:
    """A new promise, decided or told with a reason, stands as a version beside the first, which remains."""
    benefit.refresh_from_db(from_queryset=Benefit.objects.select_for_update())
    permit(by, "benefit.change", benefit, at=at)
    if not reason.strip():
        raise Refused("curve.lacks_reason")
    row = _freeze(benefit, reason.strip()[:300], by, at)
    if row is None:
        raise Refused("curve.nothing")
    return row


def _freeze(benefit: Benefit, reason: str, by: Person | None, at: datetime) -> OriginalCurve | None:
    known = known_of([benefit])[0]
    if known.curve is None or known.anchor_on is None:
        return None
    course, rate = known.course, known.curve.rate
    row = OriginalCurve(
        benefit=benefit, serial=benefit.originals.count() + 1, on=at.astimezone(ZONE).date(), by=by, reason=reason,
        anchor_id=course.anchor_id if course else None, anchor_on=known.anchor_on,
        offset_months=course.offset_months if course else 0, ramp=course.ramp if course else "",
        rate=_decimal(rate.likely), rate_low=_decimal(rate.low), rate_high=_decimal(rate.high), end_on=known.curve.end,
    )  # fmt: skip
    store(row, by=by, at=at, action="benefit.freeze_curve", reason=reason)
    return row


def _decimal(value: Fraction) -> Decimal:
    return decimal(value).quantize(Decimal("0.01"))
