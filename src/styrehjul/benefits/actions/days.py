"""The days on which a benefit is measured: added, moved, answered, and the next one kept on the benefit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.benefits.domain.days import answered, months_of, suggested
from styrehjul.benefits.domain.rules import is_open
from styrehjul.benefits.models import Benefit, Measurement, MeasuringDay
from styrehjul.benefits.queries.settings import settings
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person


def open_days(benefit: Benefit) -> list[MeasuringDay]:
    """The days that are not answered, the first one first."""
    return list(MeasuringDay.objects.filter(benefit=benefit, answered_at=None).order_by("on", "pk"))


def set_next(benefit: Benefit, days: list[MeasuringDay]) -> None:
    """The benefit carries its next day itself, so that lists need not look it up."""
    benefit.measure_on = min((day.on for day in days), default=None)


def put_day(benefit: Benefit, on: date, *, by: Person | None, at: datetime) -> None:
    """A measuring day, once."""
    if not MeasuringDay.objects.filter(benefit=benefit, on=on, answered_at=None).exists():
        store(MeasuringDay(benefit=benefit, on=on), by=by, at=at, action="benefit.measuring_day")


def move_day(benefit: Benefit, old: date | None, new: date | None, *, by: Person | None, at: datetime) -> None:
    """The target's day moved: the measuring day that stood on it moves along."""
    if old == new:
        return
    for day in open_days(benefit):
        if day.on == old:
            remove(day, by=by, at=at, action="benefit.remove_day")
    if new is not None:
        put_day(benefit, new, by=by, at=at)


def answer(benefit: Benefit, *, measurement: Measurement | None, reason: str, by: Person | None, at: datetime) -> None:
    """The days that a measurement answers are answered; without a number the first one, and those that have passed."""
    today, waiting = at.astimezone(ZONE).date(), open_days(benefit)
    if measurement is not None:
        chosen = set(answered((day.on for day in waiting), measurement.on, today))
    else:
        chosen = {day.on for serial, day in enumerate(waiting) if serial == 0 or day.on <= today}
    for day in waiting:
        if day.on in chosen:
            day.answered_at, day.measurement, day.reason = at, measurement, reason
            store(day, by=by, at=at, action="benefit.answer_day")


def end_days(benefit: Benefit, *, by: Person | None, at: datetime) -> None:
    """Nothing more is to be measured."""
    for day in open_days(benefit):
        remove(day, by=by, at=at, action="benefit.remove_day")


@transaction.atomic
def add_days(benefit: Benefit, days: Iterable[date], *, by: Person | None, at: datetime) -> Benefit:
    """Further days on which the owner is asked."""
    benefit.refresh_from_db(from_queryset=Benefit.objects.select_for_update())
    permit(by, "benefit.change", benefit, at=at)
    if not is_open(benefit.state):
        raise Refused("benefit.over")
    today = at.astimezone(ZONE).date()
    for on in days:
        if on <= today:
            raise Refused("benefit.day_has_passed", day=on)
        put_day(benefit, on, by=by, at=at)
    set_next(benefit, open_days(benefit))
    store(benefit, by=by, at=at, action="benefit.add_days")
    return benefit


@transaction.atomic
def suggest_days(benefit: Benefit, *, by: Person | None, at: datetime) -> Benefit:
    """The municipality's usual days after the target's, those that are still to come."""
    today = at.astimezone(ZONE).date()
    wanted = suggested(benefit.target_on, months_of(settings().measuring_months), today)
    if not wanted:
        raise Refused("benefit.no_suggestion")
    return add_days(benefit, wanted, by=by, at=at)


@transaction.atomic
def remove_day(benefit: Benefit, day: MeasuringDay, *, by: Person | None, at: datetime) -> Benefit:
    """A day on which nobody is to be asked after all."""
    benefit.refresh_from_db(from_queryset=Benefit.objects.select_for_update())
    permit(by, "benefit.change", benefit, at=at)
    if day.benefit_id != benefit.pk or day.answered_at is not None:
        raise Refused("benefit.day_answered")
    remove(day, by=by, at=at, action="benefit.remove_day")
    set_next(benefit, open_days(benefit))
    store(benefit, by=by, at=at, action="benefit.remove_days")
    return benefit
