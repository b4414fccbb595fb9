"""Status as it stands on a project's card: the one light with its age, what else was told, and what others think."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio.domain.life import REPORTING, Light
from styrehjul.portfolio.domain.status import ReportState, is_old
from styrehjul.portfolio.models import Project, SecondOpinion, StatusReport
from styrehjul.portfolio.queries.status import age_limit
from styrehjul.portfolio.queries.status_pages import ReportLine, light_words, line_of, short

_SHOWN = 6
_REPORTING = frozenset(state.value for state in REPORTING)


@dataclass(frozen=True)
class Opinion:
    """Somebody else's light beside the project's own."""

    light: str
    words: str
    sentence: str
    told: str


@dataclass(frozen=True)
class StatusCard:
    """What the card shows of status. `age` is "ikke opdateret siden ..." where the light is old."""

    light: str
    words: str
    sentence: str
    is_old: bool
    age: str
    last: ReportLine | None
    earlier: list[ReportLine]
    opinion: Opinion | None
    waiting: StatusReport | None
    may_report: bool
    may_report_unchanged: bool
    may_give_opinion: bool


def status_card(project: Project, record: Any, person: Person, on: date, *, as_of: date | None = None) -> StatusCard:
    """The project's status now, or as it was. Two queries: the reports and the second opinions."""
    day = as_of or on
    found = list(
        project.status_reports.exclude(state=ReportState.DRAFT.value)
        .filter(on__lte=day)
        .select_related("project", "by", "track_owner", "corrects")[: _SHOWN * 2]
    )
    given = [report for report in found if report.state == ReportState.FROZEN.value]
    corrected = {report.corrects_id for report in given if report.corrects_id}
    lines = short([line_of(report, corrected=report.pk in corrected) for report in given], _SHOWN)
    old = is_old(record.state, record.light, record.status_on, day, age_limit(record.category))
    live = as_of is None and record.state in _REPORTING
    may_report = live and may(person, "project.report_status", project, on=on)
    return StatusCard(
        light=record.light,
        words=light_words(record.light),
        sentence=record.status_sentence,
        is_old=old,
        age=_age(record.status_on, day, old=old),
        last=lines[0] if lines else None,
        earlier=lines[1:],
        opinion=_opinion(project, day),
        waiting=next((report for report in found if report.state == ReportState.SUBMITTED.value), None),
        may_report=may_report,
        may_report_unchanged=may_report and project.light == Light.GREEN,
        may_give_opinion=live and may(person, "project.second_opinion", project, on=on),
    )


def _age(heard: date | None, day: date, *, old: bool) -> str:
    if heard is None:
        return ""
    if old:
        return _("ikke opdateret siden %(day)s") % {"day": day_text(heard)}
    days = (day - heard).days
    since = _("i dag") if days < 1 else _("for 1 dag siden") if days == 1 else _("for %(n)d dage siden") % {"n": days}
    return _("Status fra %(day)s, %(since)s") % {"day": day_text(heard), "since": since}


def _opinion(project: Project, day: date) -> Opinion | None:
    last: SecondOpinion | None = project.second_opinions.filter(on__lte=day).select_related("by").first()
    if last is None or last.light == Light.NONE:
        return None
    return Opinion(last.light, light_words(last.light), last.sentence, f"{last.by.name}, {day_text(last.on)}")
