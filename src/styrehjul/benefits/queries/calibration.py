"""Forecasts held against outcomes: benefits that have been measured when they should be, and projects that are over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.benefits.domain.calibration import Case, Summary, grouped, summed_up
from styrehjul.benefits.domain.curve import Curve, Points, improvement, year_share
from styrehjul.benefits.domain.rounding import decimal
from styrehjul.benefits.queries.facts import Known, known, promised, shown
from styrehjul.benefits.queries.figures import chosen
from styrehjul.benefits.queries.forecasters import roles_of
from styrehjul.benefits.queries.measured import counts_for
from styrehjul.kernel.danish import number_text, sort_key
from styrehjul.portfolio.models import Baseline, ClosingReport, Project

WIDTH, RADIUS = 600.0, 5.0


@dataclass(frozen=True)
class CalibrationRow:
    """One group with its dots; the figures are empty while there are too few."""

    name: str
    count: str
    median: str
    closing: str
    inside: str
    months: str
    few: bool
    dots: list[tuple[str, str]]


@dataclass(frozen=True)
class Group:
    """One way of dividing the cases."""

    title: str
    rows: list[CalibrationRow]


def case_of(one: Known, on: date) -> Case | None:
    """The benefit's forecast and outcome; None until it has been measured on or after the day it was promised for."""
    first = one.originals[0] if one.originals else None
    if one.is_flow:
        if first is None:
            return None
        if not one.covered:
            return _yearly_case(one, promised(first), on)
        curve = promised(first)
        days = [(part.first, part.last) for part in one.covered if part.last >= curve.start]
        if not days or curve.start > on:
            return None
        forecast = Points(Fraction(0), Fraction(0), Fraction(0))
        for begin, end in days:
            forecast = forecast.plus(curve.within(begin, end))
        gain = sum((part.gain for part in one.covered if part.last >= curve.start), Fraction(0))
        came = next((part.first for part in one.covered if part.gain > 0), None)
        return Case(one.key, forecast, _at_closing(one, days), gain, curve.start, came)
    return _level_case(one, on)


def _yearly_case(one: Known, curve: Curve, on: date) -> Case | None:
    """Measured as an amount per year, without the days that it is for: held against the full amount per year."""
    after = [row for row in one.measured if row.on >= curve.start]
    if not after or one.baseline is None or curve.start > on:
        return None
    found = [(row.on, improvement(one.baseline, Fraction(row.number or 0), up=one.up)) for row in after]
    came = next((day for day, gain in found if gain >= curve.rate.likely), None)
    said = one.row.closing_forecast
    closing = improvement(one.baseline, Fraction(said), up=one.up) if said is not None else None
    return Case(one.key, curve.rate, closing, found[-1][1], curve.start, came)


def _at_closing(one: Known, days: Sequence[tuple[date, date]]) -> Fraction | None:
    """What was expected when the project closed, per year, over the measured days."""
    said = one.row.closing_forecast
    if said is None or one.baseline is None:
        return None
    years = sum((year_share(first, last) for first, last in days), Fraction(0))
    return improvement(one.baseline, Fraction(said), up=one.up) * years


def _level_case(one: Known, on: date) -> Case | None:
    if one.baseline is None or one.target is None or one.target_on is None or one.target_on > on:
        return None
    found = [(row.on, Fraction(row.number or 0)) for row in one.measured]
    after = [(row.on, Fraction(row.number or 0)) for row in one.measured if counts_for(row) >= one.target_on]
    if not after:
        return None
    ends = sorted(improvement(one.baseline, value, up=one.up) for value in (one.target.low, one.target.high))
    forecast = Points.of(improvement(one.baseline, one.target.likely, up=one.up), ends[0], ends[1])
    came = next((day for day, value in found if improvement(one.target.likely, value, up=one.up) >= 0), None)
    said = one.row.closing_forecast
    closing = improvement(one.baseline, Fraction(said), up=one.up) if said is not None else None
    return Case(one.key, forecast, closing, improvement(one.baseline, after[0][1], up=one.up), one.target_on, came)


def page(on: date) -> dict[str, Any]:
    """All groups of benefits, and the same for the time and money of projects."""
    least = chosen().calibration_least
    found = known(shown().order_by("number"))
    by_key = {one.key: one for one in found}
    cases = [case for one in found if (case := case_of(one, on))]
    roles = roles_of(found)

    def names(read: Callable[[Known], Iterable[str]]) -> Callable[[Case], Iterable[str]]:
        return lambda case: read(by_key[case.key])

    ways: tuple[tuple[str, Callable[[Known], Iterable[str]]], ...] = (
        (_("Pr. år"), lambda one: [str(one.target_on.year)] if one.target_on else []),
        (_("Pr. område"), lambda one: {p.lead_area.name for p in one.projects if p.lead_area} or {_("Uden område")}),
        (_("Pr. slags"), lambda one: [str(one.row.get_kind_display())]),
        (_("Pr. modtager"), lambda one: [str(one.row.get_receiver_display() or _("Ikke sagt"))]),
        (_("Efter hvem der lovede det"), lambda one: [roles[one.key]]),
    )
    groups = [Group(_("Alle gevinster"), [_row(summed_up(_("Alle"), cases, least))])]
    groups += [
        Group(title, [_row(part) for part in grouped(cases, names(read), least, sort_key)]) for title, read in ways
    ]
    return {
        "groups": groups if cases else [],
        "least": least,
        "percent": chosen().interval_percent,
        "projects": _projects(least),
        "rows": [_case_row(by_key[case.key], case) for case in cases],
    }


def _row(part: Summary) -> CalibrationRow:
    return CalibrationRow(
        name=part.name,
        count=str(part.count),
        median=_ratio(part.median),
        closing=_ratio(part.closing_median),
        inside=_("%(inside)s af %(count)s") % {"inside": part.inside, "count": part.with_interval}
        if part.enough and part.with_interval
        else "",
        months=number_text(decimal(part.months), 0) if part.months is not None else "",
        few=not part.enough,
        dots=[(f"{_x(ratio):.1f}", _ratio(ratio)) for ratio in part.ratios],
    )


def _ratio(ratio: Fraction | None) -> str:
    return "" if ratio is None else f"{number_text(decimal(ratio * 100), 0)} %"


def _x(ratio: Fraction) -> float:
    """From nothing at the left to twice the promised at the right; what is beyond stands at the edge."""
    return RADIUS + max(0.0, min(2.0, float(ratio))) / 2 * (WIDTH - 2 * RADIUS)


def _case_row(one: Known, case: Case) -> dict[str, str]:
    inside = {True: _("ja"), False: _("nej"), None: ""}[case.inside]
    return {
        "title": one.row.title,
        "url": f"{one.row.get_absolute_url()}forloeb/",
        "forecast": number_text(decimal(case.forecast.likely), 0) if case.forecast else "",
        "outcome": number_text(decimal(case.outcome), 0),
        "unit": one.unit,
        "ratio": _ratio(case.ratio),
        "inside": inside,
        "months": "" if case.months_late is None else str(case.months_late),
    }


def _projects(least: int) -> list[Group]:
    """Days and money of projects that are over, against the plan that was frozen first. Three queries."""
    first = {row.project_id: row for row in Baseline.objects.filter(serial=1).order_by("pk")}
    over = Project.objects.filter(pk__in=first, actual_end__isnull=False).select_related("lead_area").order_by("number")
    spent = dict(
        ClosingReport.objects.filter(project_id__in=first, spent_tdkk__isnull=False).values_list(
            "project_id", "spent_tdkk"
        )
    )
    days, money = [], []
    for project in over:
        plan = first[project.pk]
        if plan.planned_end and plan.planned_start and project.actual_start and project.actual_end:
            wanted = (plan.planned_end - plan.planned_start).days
            took = (project.actual_end - project.actual_start).days
            if wanted > 0:
                days.append(
                    Case(project.pk, Points.of(wanted), None, Fraction(took), plan.planned_end, project.actual_end)
                )
        if plan.cost_tdkk and project.pk in spent:
            money.append(
                Case(project.pk, Points.of(plan.cost_tdkk), None, Fraction(spent[project.pk] or 0), None, None)
            )
    rows: Sequence[tuple[str, list[Case]]] = ((_("Projekternes tid"), days), (_("Projekternes økonomi"), money))
    return [Group(title, [_row(summed_up(_("Alle"), cases, least))]) for title, cases in rows if cases]
