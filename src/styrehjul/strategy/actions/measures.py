"""How a goal is measured: the measure, its numbers, and a number put right."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.kernel.danish import ZONE, day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.strategy.domain.measuring import next_after
from styrehjul.strategy.models import Goal, Measure, MeasureValue
from styrehjul.strategy.queries.words import value_words

FIELDS = (
    "title", "unit", "direction", "start_value", "start_on", "target_value", "target_on", "source", "owner_id",
    "cadence", "next_on",
)  # fmt: skip
_TEXTS = ("title", "unit", "source")


@transaction.atomic
def create_measure(goal: Goal, *, by: Person | None, at: datetime, **values: Any) -> Measure:
    """A number that tells how the goal goes: where it is today and where it is to be."""
    permit(by, "goal.change", goal, at=at)
    if goal.end is not None and goal.end < at.astimezone(ZONE).date():
        raise Refused("goal.ended")
    if goal.not_measured:
        raise Refused("measure.goal_not_measured")
    measure = Measure(goal=goal)
    _fill(measure, values)
    store(measure, by=by, at=at, action="measure.create")
    return measure


@transaction.atomic
def change_measure(
    measure: Measure, *, by: Person | None, at: datetime, expected_version: int | None = None, **values: Any
) -> Measure:
    """Put a measure right; its numbers stay."""
    measure = _held(measure, expected_version)
    permit(by, "goal.change", measure.goal, at=at)
    _fill(measure, values)
    store(measure, by=by, at=at, action="measure.change")
    return measure


@transaction.atomic
def end_measure(measure: Measure, *, by: Person | None, at: datetime) -> Measure:
    """Nobody is asked for the number any more; what was measured stays."""
    measure = _held(measure)
    permit(by, "goal.change", measure.goal, at=at)
    measure.ended_on, measure.next_on = at.astimezone(ZONE).date(), None
    store(measure, by=by, at=at, action="measure.end")
    return measure


@transaction.atomic
def enter_value(
    measure: Measure, *, value: Decimal, on: date, note: str = "", by: Person | None, at: datetime
) -> MeasureValue:
    """What the number was that day. A day has one; the next measuring day follows by itself."""
    measure = _held(measure)
    permit(by, "measure.enter", measure, at=at)
    _takes(measure, on, at)
    there = measure.values.filter(on=on, corrected=False).first()
    if there is not None:
        raise Refused("value.same_day", value=value_words(there.value, measure.unit), day=day_text(on))
    made = MeasureValue(measure=measure, on=on, value=value, note=note.strip(), told_by=by)
    store(made, by=by, at=at, action="measure.enter")
    _ask_again(measure, on, by=by, at=at)
    return made


@transaction.atomic
def correct_value(
    wrong: MeasureValue, *, value: Decimal, note: str = "", by: Person | None, at: datetime
) -> MeasureValue:
    """A newer number in the place of a wrong one; both are kept."""
    measure = _held(wrong.measure)
    wrong.refresh_from_db()
    permit(by, "measure.enter", measure, at=at)
    _takes(measure, wrong.on, at)
    if wrong.corrected:
        raise Refused("value.corrected_already")
    if wrong.value == value and wrong.note == note.strip():
        raise Refused("value.unchanged")
    wrong.corrected = True
    store(wrong, by=by, at=at, action="measure.set_aside")
    made = MeasureValue(measure=measure, on=wrong.on, value=value, note=note.strip(), told_by=by, corrects=wrong)
    store(made, by=by, at=at, action="measure.correct")
    return made


def _held(measure: Measure, expected_version: int | None = None) -> Measure:
    measure.refresh_from_db(from_queryset=Measure.objects.select_for_update())
    same_version(measure, expected_version)
    return measure


def _takes(measure: Measure, on: date, at: datetime) -> None:
    if measure.ended_on is not None:
        raise Refused("measure.ended")
    if on > at.astimezone(ZONE).date():
        raise Refused("value.in_future")


def _ask_again(measure: Measure, on: date, *, by: Person | None, at: datetime) -> None:
    """The day that was asked about is answered by a number of that day or nearer than a month before it."""
    if measure.next_on is None or (measure.next_on - on).days > 31:
        return
    measure.next_on = next_after(measure.next_on, max(on, measure.next_on), measure.cadence)
    store(measure, by=by, at=at, action="measure.ask_again")


def _fill(measure: Measure, values: dict[str, Any]) -> None:
    for name in FIELDS:
        if name in values:
            value = values[name]
            setattr(measure, name, (value or "").strip() if name in _TEXTS else value)
    if not measure.title:
        raise Refused("measure.lacks_title")
    if measure.target_value is None:
        raise Refused("measure.lacks_target")
    if measure.start_on and measure.target_on and measure.target_on < measure.start_on:
        raise Refused("measure.target_before_start", start=measure.start_on)
