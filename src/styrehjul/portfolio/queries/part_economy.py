"""A project's money as it is read: lines, sums per year, and how it stands against its frame and its baseline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import number_text
from styrehjul.portfolio.domain.economy import Line, Sum, by_kind, by_year, price_levels, total
from styrehjul.portfolio.domain.parts import EconomyKind
from styrehjul.portfolio.models import Baseline, EconomyLine, Project
from styrehjul.portfolio.part_labels import ECONOMY_KIND
from styrehjul.portfolio.queries.records import end_of, records_on


@dataclass(frozen=True)
class MoneyLine:
    """One line, or one sum (`pk` 0), ready to be read. An unknown amount is "–"."""

    pk: int
    head: str
    kind: str
    text: str
    budget: str
    forecast: str
    spent: str
    off: str
    over: bool


@dataclass(frozen=True)
class EconomyPart:
    """The lines with the sums under them. `mixed` says that the prices are of several years, so there is no one sum."""

    lines: list[MoneyLine]
    years: list[MoneyLine]
    kinds: list[MoneyLine]
    totals: list[MoneyLine]
    mixed: str
    notes: list[str]


def amount(value: Decimal | None) -> str:
    """ "1.900", "-12,5", or "–" where it is not known."""
    if value is None:
        return "–"
    return number_text(value, 0 if value == value.to_integral_value() else 1)


def shown(project: Project, on: date, as_of: date | None = None) -> EconomyPart | None:
    """The project's money; None where there is none. Two queries."""
    rows = sorted(
        records_on(EconomyLine, as_of).filter(project_id=project.pk), key=lambda row: (row.year, row.kind, row.id)
    )
    if not rows:
        return None
    lines = [_plain(row) for row in rows]
    levels = price_levels(lines)
    many = len(levels) > 1
    totals = [
        _sum(_("I alt, %(year)s-priser") % {"year": level}, total(one for one in lines if one.price_level == level))
        for level in levels
    ]
    return EconomyPart(
        lines=[_line(row) for row in rows],
        years=[_sum(f"{year}{_prices(level, many)}", part) for (year, level), part in by_year(lines).items()],
        kinds=[
            _sum(f"{ECONOMY_KIND[EconomyKind(kind)]}{_prices(level, many)}", part)
            for (kind, level), part in by_kind(lines).items()
        ],
        totals=totals,
        mixed=_("Beløbene står i priser fra flere år og lægges ikke sammen.") if many else "",
        notes=_notes(project, lines, levels, as_of),
    )


def _prices(level: int, many: bool) -> str:
    return _(" i %(year)s-priser") % {"year": level} if many else ""


def _plain(row: Any) -> Line:
    return Line(row.year, row.kind, row.price_level, row.budget, row.forecast, row.spent, row.permanent)


def _line(row: Any) -> MoneyLine:
    off = Sum(row.budget, row.forecast).off
    said = [row.text, row.source, _("varig") if row.permanent else _("engang"), f"{row.price_level}-priser"]
    return MoneyLine(
        pk=row.id,
        head=str(row.year),
        kind=str(row.get_kind_display()),
        text=" · ".join(part for part in said if part),
        budget=amount(row.budget),
        forecast=amount(row.forecast),
        spent=amount(row.spent),
        off=_off(off),
        over=bool(off and off > 0),
    )


def _sum(head: str, part: Sum) -> MoneyLine:
    over = bool(part.off and part.off > 0)
    return MoneyLine(
        0, head, "", "", amount(part.budget), amount(part.forecast), amount(part.spent), _off(part.off), over
    )


def _off(off: Decimal | None) -> str:
    if not off:
        return ""
    return _("%(n)s over") % {"n": amount(off)} if off > 0 else _("%(n)s under") % {"n": amount(-off)}


def _notes(project: Project, lines: list[Line], levels: list[int], as_of: date | None) -> list[str]:
    """How the sums stand against the frame and the last baseline; nothing where prices cannot be compared."""
    if len(levels) > 1:
        return []
    expected = total(lines)
    now = expected.forecast if expected.forecast is not None else expected.budget
    if now is None:
        return []
    baselines = Baseline.objects.filter(project=project).order_by("-serial")
    if as_of is not None:
        baselines = baselines.filter(created_at__lte=end_of(as_of))
    first = baselines.first()
    notes = []
    for name, limit in (
        (_("rammen"), project.cost_tdkk if as_of is None else None),
        (_("baseline"), first.cost_tdkk if first else None),
    ):
        if limit is not None:
            words = _("%(n)s over") if now > limit else _("%(n)s under")
            said = _("svarer til") if now == limit else words % {"n": amount(abs(now - limit))}
            notes.append(
                _("Forventet %(now)s: %(said)s %(name)s på %(limit)s.")
                % {"now": amount(now), "said": said, "name": name, "limit": amount(limit)}
            )
    return notes
