"""Reports as they are read: every word worked out here, the templates only set them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text, money_text
from styrehjul.portfolio.domain.life import Light
from styrehjul.portfolio.domain.status import Mark, ReportState, is_better
from styrehjul.portfolio.labels import LIGHT, PARAMETER_LIGHT, TRACK, TREND
from styrehjul.portfolio.models import Project, StatusReport
from styrehjul.portfolio.queries.status import Plan, given, marks_of

_LIGHTS = {light.value: words for light, words in LIGHT.items()}
_TRENDS = {trend.value: words for trend, words in TREND.items()}
_TRACKS = {track.value: words for track, words in TRACK.items()}
_COLOURS = PARAMETER_LIGHT


def light_words(light: str) -> str:
    """ "Efter planen"."""
    return str(_LIGHTS.get(light, _LIGHTS[Light.NONE.value]))


def trend_words(trend: str) -> str:
    """ "Bedre" than the last time; empty where there is nothing to compare with."""
    return str(_TRENDS.get(trend, ""))


def suggested_words(suggested: str) -> str:
    """What the plan says: "Gul", or that it says nothing."""
    return str(_COLOURS[suggested]) if suggested in _COLOURS else _("ikke beregnet")


@dataclass(frozen=True)
class MarkLine:
    """One parameter of a report as it is read."""

    name: str
    light: str
    words: str
    trend: str
    trend_words: str
    text: str
    plan_says: str


@dataclass(frozen=True)
class ReportLine:
    """One report as it is read."""

    report: StatusReport
    url: str
    light: str
    words: str
    sentence: str
    trend: str
    trend_words: str
    on: date
    by: str
    plan_says: str
    end_words: str
    track_words: str
    marks: Sequence[MarkLine]
    is_corrected: bool
    corrects_on: date | None
    state: str
    is_given: bool


def line_of(report: StatusReport, *, corrected: bool = False) -> ReportLine:
    """One report; its people are fetched with it."""
    better = is_better(report.light, report.suggested)
    return ReportLine(
        report=report,
        url=report.get_absolute_url(),
        light=report.light,
        words=light_words(report.light),
        sentence=report.sentence,
        trend=report.trend,
        trend_words=trend_words(report.trend),
        on=report.on,
        by=report.by.name,
        plan_says=_("Planen pegede på %(light)s") % {"light": suggested_words(report.suggested).lower()}
        if better
        else "",
        end_words=day_text(report.forecast_end) if report.forecast_end else "",
        track_words=_track(report),
        marks=[_mark(mark) for mark in marks_of(report)],
        is_corrected=corrected,
        corrects_on=report.corrects.on if report.corrects else None,
        state=report.state,
        is_given=report.state == ReportState.FROZEN.value,
    )


def _mark(mark: Mark) -> MarkLine:
    better = is_better(mark.light, mark.suggested)
    return MarkLine(
        name=mark.name,
        light=mark.light if mark.light in _LIGHTS else "none",
        words=str(_COLOURS.get(mark.light, mark.light)),
        trend=mark.trend,
        trend_words=trend_words(mark.trend),
        text=mark.text,
        plan_says=_("Planen pegede på %(light)s") % {"light": suggested_words(mark.suggested).lower()}
        if better
        else "",
    )


def _track(report: StatusReport) -> str:
    if not report.track:
        return ""
    words = str(_TRACKS[report.track])
    who = f", {report.track_owner.name}" if report.track_owner else ""
    return f"{words}{who}, {day_text(report.track_by)}" if report.track_by else f"{words}{who}"


def history_of(project: Project) -> list[ReportLine]:
    """Every report that was given, the newest first; corrected ones stay with that mark. One query."""
    reports = list(given(project).select_related("project", "by", "track_owner", "corrects"))
    corrected = {report.corrects_id for report in reports if report.corrects_id}
    return [line_of(report, corrected=report.pk in corrected) for report in reports]


def plan_words(plan: Plan, expected: date | None) -> list[tuple[str, str]]:
    """The plan in force and the first one, with how far the expected end is from each."""
    if plan.serial is None:
        return []
    rows = [(_("Planen"), _end(plan.end, expected))]
    if plan.serial > 1:
        rows.append((_("Den første plan"), _end(plan.first_end, expected)))
    if plan.cost_tdkk is not None:
        rows.append((_("Økonomi i planen"), money_text(plan.cost_tdkk)))
    return rows


def _end(planned: date | None, expected: date | None) -> str:
    if planned is None:
        return _("ingen slutdato")
    if expected is None or expected == planned:
        return day_text(planned)
    days = (expected - planned).days
    late = _("%(n)d dage senere") if days > 0 else _("%(n)d dage før")
    return f"{day_text(planned)}, {_('forventes')} {late % {'n': abs(days)}}"


def short(lines: Iterable[ReportLine], most: int) -> list[ReportLine]:
    """The newest of them, without those that were corrected."""
    return [line for line in lines if not line.is_corrected][:most]
