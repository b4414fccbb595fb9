"""Partnerships: those that run, those to be assessed, and those that are over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from styrehjul.kernel.danish import sort_key
from styrehjul.people.models import Person
from styrehjul.strategy.hooks import Effort, partnered
from styrehjul.strategy.models import Partnership


@dataclass(frozen=True)
class PartnershipLine:
    """A partnership, how it stands, and its projects."""

    row: Partnership
    to_assess: bool
    projects: list[Effort]

    @property
    def ended(self) -> bool:
        """Whether it was ended with what came of it."""
        return self.row.ended_on is not None


def partnership_lines(on: date) -> list[PartnershipLine]:
    """Those to be assessed first, then those that run, then those that are over. Two queries."""
    rows = list(Partnership.objects.select_related("contact"))
    projects = partnered([row.pk for row in rows])
    lines = [PartnershipLine(row, is_past(row, on), projects.get(row.pk, [])) for row in rows]
    return sorted(lines, key=lambda one: (one.ended, not one.to_assess, sort_key(one.row.title), one.row.pk))


def is_past(row: Partnership, on: date) -> bool:
    """Past its end and not ended: *skal vurderes*."""
    return row.ended_on is None and row.end is not None and row.end < on


def to_assess(person: Person, on: date) -> list[Partnership]:
    """What the contact is to assess."""
    return list(Partnership.objects.filter(contact=person, ended_on=None, end__lt=on).order_by("end", "pk"))


def partnerships_ending(first: date, last: date) -> list[Partnership]:
    """Partnerships whose end lies in a stretch of days: they stand on the wheel."""
    found = Partnership.objects.filter(ended_on=None, end__gte=first, end__lte=last)
    return list(found.select_related("contact").order_by("end", "pk"))
