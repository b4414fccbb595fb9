"""Measures with their numbers: the newest beside the target in words, and all of them over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text
from styrehjul.people.models import Person
from styrehjul.strategy.domain.drawing import Drawn, drawn
from styrehjul.strategy.models import Measure, MeasureValue
from styrehjul.strategy.queries.words import value_words

AHEAD_DAYS = 14


@dataclass(frozen=True)
class ValueLine:
    """One number as it is told."""

    row: MeasureValue
    words: str
    by: str


@dataclass(frozen=True)
class MeasureLine:
    """A measure with its newest number beside the target."""

    measure: Measure
    values: tuple[ValueLine, ...]
    newest: str
    newest_on: date | None
    target: str
    start: str
    asked: Person | None
    drawing: Drawn | None
    late: bool

    @property
    def sentence(self) -> str:
        """ "64 % den 3. maj 2026. Målet er 80 % den 31. december 2028."."""
        if self.newest_on is None:
            return _("Ikke målt endnu. Målet er %(target)s.") % {"target": self.target}
        facts = {"value": self.newest, "day": day_text(self.newest_on), "target": self.target}
        return _("%(value)s den %(day)s. Målet er %(target)s.") % facts


def measures_of(goals: Collection[int], on: date) -> dict[int, list[MeasureLine]]:
    """Goal -> its measures with their numbers, those in use first. Two queries."""
    found: dict[int, list[MeasureLine]] = defaultdict(list)
    rows = list(Measure.objects.filter(goal__in=goals).select_related("owner", "goal__owner").order_by("pk"))
    values: dict[int, list[MeasureValue]] = defaultdict(list)
    for value in MeasureValue.objects.filter(measure__goal__in=goals).select_related("told_by").order_by("on", "pk"):
        values[value.measure_id].append(value)
    for row in sorted(rows, key=lambda row: (row.ended_on is not None, row.pk)):
        found[row.goal_id].append(_line(row, values[row.pk], on))
    return found


def _line(row: Measure, values: list[MeasureValue], on: date) -> MeasureLine:
    lines = [ValueLine(v, value_words(v.value, row.unit), v.told_by.name if v.told_by else "") for v in values]
    valid = [line for line in lines if not line.row.corrected]
    newest = valid[-1] if valid else None
    target = target_words(row)
    start = value_words(row.start_value, row.unit) if row.start_value is not None else ""
    points = [(line.row.on, line.row.value, f"{line.words}, {day_text(line.row.on)}") for line in valid]
    if row.start_value is not None and row.start_on and (not points or row.start_on < points[0][0]):
        points.insert(0, (row.start_on, row.start_value, f"{start}, {day_text(row.start_on)}"))
    return MeasureLine(
        measure=row,
        values=tuple(reversed(lines)),
        newest=newest.words if newest else "",
        newest_on=newest.row.on if newest else None,
        target=target,
        start=_("%(value)s den %(day)s") % {"value": start, "day": day_text(row.start_on)}
        if start and row.start_on
        else start,
        asked=row.owner or row.goal.owner,
        drawing=drawn(points, row.target_value),
        late=row.next_on is not None and row.next_on < on,
    )


def target_words(row: Measure) -> str:
    """ "80 % i 2028" where the year's last day is meant, else with the day."""
    value, day = value_words(row.target_value, row.unit), row.target_on
    if day is None:
        return value
    if (day.month, day.day) == (12, 31):
        return _("%(value)s i %(year)d") % {"value": value, "year": day.year}
    return _("%(value)s den %(day)s") % {"value": value, "day": day_text(day)}


def to_enter(person: Person, on: date) -> Iterator[Measure]:
    """Measures whose number that person is asked for now or soon."""
    asked = Measure.objects.filter(next_on__lte=on + timedelta(days=AHEAD_DAYS), ended_on=None)
    mine = asked.filter(Q(owner=person) | Q(owner=None, goal__owner=person))
    yield from mine.select_related("goal").order_by("next_on", "pk")


def measuring_days(first: date, last: date) -> list[Measure]:
    """What is to be measured in a stretch of days: the dates on the wheel."""
    found = Measure.objects.filter(next_on__gte=first, next_on__lte=last, ended_on=None)
    return list(found.select_related("goal__owner", "owner").order_by("next_on", "pk"))
