"""The number of a project: drawn once, never reused."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Length

from styrehjul.bodies.models import Municipality
from styrehjul.kernel.danish import ZONE
from styrehjul.portfolio.models import Project


def draw_number(at: datetime) -> str:
    """The next "P-2027-014" of the year."""
    return draw_numbers(at, 1)[0]


def draw_numbers(at: datetime, count: int) -> list[str]:
    """So many of the next numbers of the year.

    Drawn after the municipality's row is locked: two people who send a proposal at once must not share one. A project
    that an import made and took back again keeps its number for ever.
    """
    if not count:
        return []
    Municipality.objects.select_for_update().first()
    prefix = f"P-{at.astimezone(ZONE).year}-"
    taken_back: Any = Project.history.filter(history_type="-")
    serial = max(_last(Project.objects.all(), prefix), _last(taken_back, prefix)) + 1
    return [f"{prefix}{number:03d}" for number in range(serial, serial + count)]


def _last(rows: QuerySet[Any], prefix: str) -> int:
    found = rows.filter(number__startswith=prefix).order_by(Length("number").desc(), "-number")
    last = found.values_list("number", flat=True).first()
    return int(last.removeprefix(prefix)) if last else 0
