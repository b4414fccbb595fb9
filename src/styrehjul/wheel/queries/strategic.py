"""What the strategy puts on a year's wheel: numbers to be measured, and strategies and partnerships that end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from styrehjul.strategy.queries.measured import measuring_days
from styrehjul.strategy.queries.partnerships import partnerships_ending
from styrehjul.strategy.queries.strategies import ends_between


@dataclass(frozen=True)
class StrategicDay:
    """One day, what it is, and whose."""

    on: date
    title: str
    url: str
    what: str
    who: str


def strategic_days(year: int) -> list[StrategicDay]:
    """The days of a year in their order. Three queries."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    found = [
        StrategicDay(
            row.next_on,
            row.title,
            f"{row.goal.get_absolute_url()}#maalinger",
            _("måles"),
            _name(row.owner or row.goal.owner),
        )
        for row in measuring_days(first, last)
        if row.next_on
    ]
    found += [
        StrategicDay(row.end, row.title, row.get_absolute_url(), _("strategien slutter"), "")
        for row in ends_between(first, last)
        if row.end
    ]
    found += [
        StrategicDay(row.end, row.title, row.get_absolute_url(), _("partnerskabet slutter"), _name(row.contact))
        for row in partnerships_ending(first, last)
        if row.end
    ]
    return sorted(found, key=lambda day: (day.on, day.title))


def _name(person: object) -> str:
    return str(person) if person else ""
