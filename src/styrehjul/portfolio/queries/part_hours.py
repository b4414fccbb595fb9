"""The hours that a project asks for or was promised, as they are read on its card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import number_text
from styrehjul.portfolio.domain.parts import AllocationKind
from styrehjul.portfolio.domain.quarters import quarter_words
from styrehjul.portfolio.models import Allocation, Project
from styrehjul.portfolio.queries.records import records_on


@dataclass(frozen=True)
class HoursLine:
    """One allocation: whose, when, how much, whether it is promised, and by whose word."""

    pk: int
    whose: str
    quarter: str
    amount: str
    kind: str
    confirmed: bool
    released: bool
    leader_id: int
    told: str

    @property
    def confirm_url(self) -> str:
        """Where it is promised, from the project's page."""
        return f"timer/{self.pk}/bekraeft/"


def shown(project: Project, on: date, as_of: date | None = None) -> list[HoursLine]:
    """The project's allocations by quarter. One query."""
    rows = records_on(Allocation, as_of).filter(project_id=project.pk).select_related("pool", "person", "given_by")
    return [_line(row) for row in sorted(rows, key=lambda row: (row.quarter, row.id))]


def amount_words(value: Any, unit: str) -> str:
    """ "120 timer", "0,5 årsværk"."""
    return f"{number_text(value, max(0, -int(round(value, 2).normalize().as_tuple()[2])))} {unit.lower()}"


def _line(row: Any) -> HoursLine:
    return HoursLine(
        pk=row.id,
        whose=" · ".join(str(part) for part in (row.pool, row.person) if part),
        quarter=quarter_words(row.quarter),
        amount=amount_words(row.amount, str(row.get_unit_display())),
        kind=str(row.get_kind_display()),
        confirmed=row.kind == AllocationKind.CONFIRMED,
        released=row.released_on is not None,
        leader_id=(row.pool.leader_id or 0) if row.pool else 0,
        told=_told(row),
    )


def _told(row: Any) -> str:
    """The decision, or who gave it and why."""
    if row.decision_ref:
        return str(row.decision_ref)
    who = row.given_by.name if row.given_by else "Styrehjul"
    if row.kind == AllocationKind.REQUESTED:
        said = _("ønsket af %(who)s") % {"who": who}
    else:
        said = _("uden beslutning, oplyst af %(who)s") % {"who": who}
    return f"{said}: {row.reason}" if row.reason else said
