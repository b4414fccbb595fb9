"""Whom a project touches, as it is read on its card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from styrehjul.portfolio.domain.pressure import ANCHORS
from styrehjul.portfolio.domain.quarters import quarter_words
from styrehjul.portfolio.models import Impact, Project
from styrehjul.portfolio.queries.records import records_on


@dataclass(frozen=True)
class ImpactLine:
    """One area: when, how hard, and how many people."""

    pk: int
    area: str
    when: str
    intensity: str
    staff: str
    go_live: bool
    note: str


def shown(project: Project, on: date, as_of: date | None = None) -> list[ImpactLine]:
    """The areas that the project touches, by quarter. One query."""
    rows = records_on(Impact, as_of).filter(project_id=project.pk).select_related("area")
    return [_line(row) for row in sorted(rows, key=lambda row: (row.from_quarter, row.id))]


def _line(row: Any) -> ImpactLine:
    first, last = quarter_words(row.from_quarter), quarter_words(row.to_quarter)
    return ImpactLine(
        pk=row.id,
        area=row.area.name,
        when=first if first == last else f"{first} – {last}",
        intensity=f"{row.intensity}: {dict(ANCHORS)[row.intensity].lower()}",
        staff=str(row.staff) if row.staff else "",
        go_live=row.go_live,
        note=row.note,
    )
