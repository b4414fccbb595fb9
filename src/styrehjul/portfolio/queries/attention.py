"""The projects that need attention, with why in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.kernel.danish import day_text, listing
from styrehjul.portfolio.domain.attention import Cause, Facts, Limits, Why, causes, weight
from styrehjul.portfolio.domain.sentences import without_stop
from styrehjul.portfolio.models import EconomyLine
from styrehjul.portfolio.queries.index import Line
from styrehjul.portfolio.queries.records import records_on
from styrehjul.portfolio.queries.settings import settings

# What a yellow light alone weighs: told among those that need attention, but never first.
SHOWN = 3


@dataclass(frozen=True)
class Attention:
    """One project that needs attention: why, and how much that weighs."""

    line: Line
    why: str
    weight: int


def attention(lines: Iterable[Line], on: date, *, as_of: date | None = None) -> list[Attention]:
    """Those of the lines that need attention, the worst first. One query, and the settings."""
    limits, money = limits_now(), economy_on(as_of)
    found = []
    for line in lines:
        causing = causes(_facts(line, money), on, limits)
        if causing:
            found.append(Attention(line, _words(line, causing), weight(causing)))
    return sorted(found, key=lambda one: (-one.weight, one.line.priority or 10**6, one.line.title))


def limits_now() -> Limits:
    """From when something counts, as the municipality has chosen."""
    chosen = settings()
    return Limits(
        stale_days=chosen.status_max_age_days,
        later_months=chosen.delay_yellow_months,
        much_later_months=chosen.delay_red_months,
        dearer_percent=chosen.economy_red_percent,
    )


def economy_on(as_of: date | None) -> dict[int, tuple[Decimal, Decimal | None]]:
    """Project -> (budget, forecast) in 1.000 kr., where lines of economy are kept. One query."""
    rows = records_on(EconomyLine, as_of).order_by().values("project_id")
    summed = rows.annotate(planned=Sum("budget"), expected=Sum("forecast"))
    return {
        row["project_id"]: (Decimal(row["planned"]), None if row["expected"] is None else Decimal(row["expected"]))
        for row in summed
        if row["planned"] is not None
    }


def _facts(line: Line, money: dict[int, tuple[Decimal, Decimal | None]]) -> Facts:
    budget, forecast = money.get(line.key, (None, None))
    return Facts(
        category=line.category,
        state=line.state,
        light=line.light,
        status_on=line.status_on,
        started=line.actual_start,
        planned_end=line.planned_end,
        forecast_end=line.forecast_end,
        has_responsible=line.has_manager if line.category != "local" else bool(line.responsible),
        budget=budget,
        forecast=forecast,
    )


def _words(line: Line, found: Iterable[Cause]) -> str:
    """ "Økonomien overskrides med 12 pct., 3 måneder efter planen og ingen projektleder": the manager's own words first."""
    told = sorted(found, key=lambda cause: cause.why not in _LIT)
    text = listing(without_stop(_word(line, cause)) if cause.why in _LIT else _word(line, cause) for cause in told)
    return text[:1].upper() + text[1:]


_LIT = frozenset({Why.RED, Why.YELLOW})


def _word(line: Line, cause: Cause) -> str:
    match cause.why:
        case Why.RED:
            return line.sentence or _("status er kritisk")
        case Why.YELLOW:
            return line.sentence or _("status er gul")
        case Why.OVERDUE:
            return ngettext("%(number)d dag over fristen", "%(number)d dage over fristen", cause.number) % {"number": cause.number}  # fmt: skip
        case Why.LATER | Why.MUCH_LATER:
            return ngettext("%(number)d måned efter planen", "%(number)d måneder efter planen", cause.number) % {"number": cause.number}  # fmt: skip
        case Why.DEARER:
            return _("økonomien er %(number)d pct. over budgettet") % {"number": cause.number}
        case Why.NO_MANAGER:
            return _("ingen ansvarlig") if line.category == "local" else _("ingen projektleder")
        case Why.STALE:
            heard = line.status_on
            return (
                _("ikke opdateret siden %(day)s") % {"day": day_text(heard)} if heard else _("har aldrig givet status")
            )
