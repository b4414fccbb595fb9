"""A project's milestones as they are read, and the next one of many projects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Min
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.kernel.danish import day_text
from styrehjul.portfolio.models import Milestone, Project
from styrehjul.portfolio.queries.records import records_on


@dataclass(frozen=True)
class MilestoneLine:
    """One milestone: when it is expected or was reached, and how far that is from what was promised."""

    pk: int
    title: str
    kind: str
    when: str
    promised: str
    because: str
    owner: str
    reached: bool
    late: str
    day: date

    @property
    def level(self) -> str:
        """Its light: reached, moved or over the day, or still to come."""
        if self.reached:
            return "green"
        return "red" if self.late else ("yellow" if self.promised else "wait")


def shown(project: Project, on: date, as_of: date | None = None) -> list[MilestoneLine]:
    """The project's milestones by date, those that were reached among them. One query."""
    rows = records_on(Milestone, as_of).filter(project_id=project.pk).select_related("owner")
    lines = [_line(row, as_of or on) for row in rows]
    return sorted(lines, key=lambda line: (line.day, line.pk))


def _line(row: Any, on: date) -> MilestoneLine:
    day = row.actual_on or row.forecast_on
    promised = row.baseline_on if row.baseline_on and row.baseline_on != day else None
    late = (on - row.forecast_on).days if row.actual_on is None and row.forecast_on < on else 0
    return MilestoneLine(
        pk=row.id,
        title=row.title,
        kind=str(row.get_kind_display()),
        when=day_text(day),
        promised=_promised(promised, day),
        because=row.moved_because,
        owner=row.owner.name if row.owner else "",
        reached=row.actual_on is not None,
        late=ngettext("%(n)d dag over dagen", "%(n)d dage over dagen", late) % {"n": late} if late else "",
        day=day,
    )


def _promised(promised: date | None, day: date) -> str:
    """ "lovet 1. maj 2027, 33 dage senere"."""
    if promised is None:
        return ""
    days = (day - promised).days
    said = _("lovet %(day)s") % {"day": day_text(promised)}
    after = ngettext("%(n)d dag senere", "%(n)d dage senere", days) if days > 0 else ngettext(
        "%(n)d dag før", "%(n)d dage før", -days
    )  # fmt: skip
    return f"{said}, {after % {'n': abs(days)}}"


def next_milestones(projects: Iterable[int]) -> dict[int, date]:
    """Project key -> the day of its next milestone that is not reached. One query, for lists."""
    rows = Milestone.objects.filter(project__in=list(projects), actual_on=None).order_by()
    return dict(rows.values_list("project").annotate(first=Min("forecast_on")))
