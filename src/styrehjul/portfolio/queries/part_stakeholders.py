"""A project's stakeholders as they are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from styrehjul.portfolio.models import Project, Stakeholder
from styrehjul.portfolio.queries.records import records_on

INFLUENCE = {1: "lille", 2: "nogen", 3: "stor"}


@dataclass(frozen=True)
class StakeholderLine:
    """One stakeholder."""

    pk: int
    name: str
    interest: str
    influence: str
    attitude: str
    involved: str


def shown(project: Project, on: date, as_of: date | None = None) -> list[StakeholderLine]:
    """The project's stakeholders, those who can do most first. One query."""
    rows = records_on(Stakeholder, as_of).filter(project_id=project.pk)
    return [
        StakeholderLine(
            pk=row.id,
            name=row.name,
            interest=row.interest,
            influence=INFLUENCE.get(row.influence or 0, ""),
            attitude=str(row.get_attitude_display()) if row.attitude else "",
            involved=row.involved,
        )
        for row in sorted(rows, key=lambda row: (-(row.influence or 0), row.name))
    ]
