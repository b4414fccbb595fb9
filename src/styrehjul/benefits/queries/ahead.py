"""What is to be measured in this quarter and the three after it, as a picture and as its list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from styrehjul.benefits.domain.curve import add_months
from styrehjul.benefits.domain.life import BenefitState
from styrehjul.benefits.models import MeasuringDay
from styrehjul.portfolio.domain.record import Visibility

QUARTERS, WIDTH, TALLEST = 4, 250, 8


@dataclass(frozen=True)
class Mark:
    """A measuring day: where it stands in its quarter, and what it says."""

    day: date
    title: str
    url: str
    owner: str
    late: bool
    x: str
    y: str


@dataclass(frozen=True)
class QuarterAhead:
    """One quarter with its measuring days, the first one first."""

    name: str
    x: str
    current: bool
    marks: list[Mark]


def quarters_ahead(on: date) -> list[QuarterAhead]:
    """The quarter that `on` lies in and the next three; what should have been measured before stands in the first. One query."""
    first = date(on.year, (on.month - 1) // 3 * 3 + 1, 1)
    starts = [add_months(first, 3 * number) for number in range(QUARTERS + 1)]
    found = MeasuringDay.objects.filter(answered_at=None, on__lt=starts[-1])
    found = found.exclude(benefit__state=BenefitState.DROPPED.value)
    found = found.exclude(benefit__project__visibility=Visibility.DRAFT_OWNER.value)
    rows = list(found.select_related("benefit__owner").order_by("on", "pk"))
    made = []
    for number in range(QUARTERS):
        begin, end = starts[number], starts[number + 1]
        mine = [row for row in rows if (row.on >= begin or number == 0) and row.on < end]
        taken: dict[int, int] = {}
        marks = []
        for row in mine:
            days = (end - begin).days
            across = int(12 + max((row.on - begin).days, 0) / days * (WIDTH - 24))
            place = taken[across // 14] = taken.get(across // 14, -1) + 1
            marks.append(
                Mark(
                    row.on,
                    row.benefit.title,
                    row.benefit.get_absolute_url(),
                    row.benefit.owner.name if row.benefit.owner else "",
                    row.on < on,
                    str(number * WIDTH + across),
                    str(128 - 14 * min(place, TALLEST)),
                )
            )
        name = _("%(quarter)d. kvartal %(year)d") % {"quarter": (begin.month + 2) // 3, "year": begin.year}
        made.append(QuarterAhead(name, str(number * WIDTH), begin <= on < end, marks))
    return made
