"""What a project reports of itself, corrected, approved and sent back; and what others think of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio import hooks
from styrehjul.portfolio.actions.moving import danish_day, day_or_none, lock, tell
from styrehjul.portfolio.domain import status as s
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.life import REPORTING, Category, Light, ProjectRoleKind, ProjectState
from styrehjul.portfolio.labels import LIGHT
from styrehjul.portfolio.models import Project, SecondOpinion, StatusAsk, StatusReport
from styrehjul.portfolio.queries import status as q
from styrehjul.portfolio.queries.roles import holder_of
from styrehjul.portfolio.queries.settings import settings

UNCHANGED = "Uændret siden sidst"
Marks = Iterable[Mapping[str, Any]]


@transaction.atomic
def report_status(
    project: Project,
    *,
    light: str,
    sentence: str = "",
    forecast_end: date | None = None,
    by: Person,
    at: datetime,
    need_question: str = "",
    need_by: date | None = None,
    track: str = "",
    track_owner_id: int | None = None,
    track_by: date | None = None,
    marks: Marks = (),
    corrects: StatusReport | None = None,
    **more: Any,
) -> StatusReport:
    """Give a dated status: one light, one sentence, the end expected now, and whether a decision is needed.

    `marks` are the parameters ({key, light, text, trend}); `more` is happened, next_steps, milestone_changes and
    forecast_cost_tdkk. A draft of the same person becomes this report.
    """
    _may_report(project, by, at)
    _refuse_to_correct(project, corrects)
    report = _begun(project, by, at)
    _fill(report, forecast_end=forecast_end, track=track, track_by=track_by, corrects=corrects, **more)
    report.light, report.sentence = light, sentence.strip()
    report.need_question, report.need_by = " ".join(need_question.split()), need_by
    troubled = light in s.TROUBLED
    report.track_owner = _track_owner(track_owner_id, by, at) if troubled and track else None
    _weigh(report, marks)
    if lacking := s.lacks(_facts(report, at)):
        raise Refused.because(lacking)
    report.sentence = report.sentence or str(LIGHT[Light(light)])
    return _submit(report, by=by, at=at)


@transaction.atomic
def save_draft(project: Project, *, by: Person, at: datetime, marks: Marks = (), **fields: Any) -> StatusReport:
    """Keep what has been written so far. It counts for nothing, and only its writer goes on with it."""
    _may_report(project, by, at)
    report = _begun(project, by, at)
    owner_id = fields.pop("track_owner_id", None)
    _fill(report, **fields)
    report.track_owner = _track_owner(owner_id, by, at) if owner_id else None
    report.sentence = report.sentence or "–"
    _weigh(report, marks)
    store(report, by=by, at=at, action="status.draft")
    return report


@transaction.atomic
def drop_draft(project: Project, *, by: Person, at: datetime) -> None:
    """Throw away what was begun."""
    permit(by, "project.report_status", project, at=at)
    draft = q.draft_of(project, by)
    if draft is not None:
        remove(draft, by=by, at=at, action="status.drop_draft")


@transaction.atomic
def report_unchanged(project: Project, *, by: Person, at: datetime) -> StatusReport:
    """ "Uændret siden sidst": one click where the last light was green. It is a report like any other."""
    _may_report(project, by, at)
    if project.light != Light.GREEN:
        raise Refused("status.not_green")
    last = q.last_given(project)
    report = _begun(project, by, at)
    # What a draft had begun to tell is no part of "unchanged".
    _fill(report, need_question="", need_by=None, track="", track_by=None, happened="", next_steps="")
    _fill(report, milestone_changes="", forecast_cost_tdkk=last.forecast_cost_tdkk if last else None, corrects=None)
    report.light, report.sentence, report.forecast_end = Light.GREEN.value, UNCHANGED, project.forecast_end
    _weigh(report, [mark.stored() | {"trend": ""} for mark in q.marks_of(last)] if last else ())
    return _submit(report, by=by, at=at)


def _may_report(project: Project, by: Person, at: datetime) -> None:
    lock(project)
    permit(by, "project.report_status", project, at=at)
    if ProjectState(project.state) not in REPORTING:
        raise Refused("status.not_running", state=str(project.get_state_display()).lower())
    if q.waiting_for_owner(project):
        raise Refused("status.waits_for_owner")


def _refuse_to_correct(project: Project, corrects: StatusReport | None) -> None:
    """Only the last report that counts is corrected: an older one has been overtaken by a newer."""
    if corrects is not None:
        last = q.last_given(project)
        if last is None or last.pk != corrects.pk:
            raise Refused("status.not_the_last")


def _begun(project: Project, by: Person, at: datetime) -> StatusReport:
    draft = q.draft_of(project, by)
    report = draft or StatusReport(project=project, by=by, state=s.ReportState.DRAFT.value)
    report.project, report.on = project, danish_day(at)
    return report


_MORE = frozenset(
    {
        "light", "sentence", "forecast_end", "need_question", "need_by", "track", "track_by", "corrects", "happened",
        "next_steps", "milestone_changes", "forecast_cost_tdkk",
    }
)  # fmt: skip


def _fill(report: StatusReport, **fields: Any) -> None:
    for name, value in fields.items():
        if name not in _MORE:
            raise Refused("project.unknown_field", field=name)
        setattr(report, name, value)


def _track_owner(key: int | None, by: Person, at: datetime) -> Person:
    if key is None or key == by.pk:
        return by
    found: Person | None = Person.objects.on(danish_day(at)).filter(pk=key).first()
    if found is None:
        raise Refused("person.not_here")
    return found


def _weigh(report: StatusReport, marks: Marks) -> None:
    """Hold the report against the plan and against the report before it."""
    project = report.project
    plan = q.plan_of(project)
    expected_end = report.forecast_end or project.forecast_end
    cost: Decimal | None = report.forecast_cost_tdkk
    suggested = q.suggested_for(plan, expected_end, cost if cost is not None else q.forecast_cost(project))
    report.suggested, report.baseline_serial = suggested.time, plan.serial
    # A correction stands in the place of what it corrects.
    before_it = q.given(project)
    last = (before_it.exclude(pk=report.corrects_id) if report.corrects_id else before_it).first()
    report.trend = s.trend_of(last.light, report.light) if last else ""
    before = {mark.key: mark.light for mark in q.marks_of(last)} if last else {}
    known = {row.key: row.name for row in q.parameters()}
    found = []
    for row in marks:
        key, light = str(row.get("key", "")), str(row.get("light", ""))
        if not light:
            continue
        if key not in known or light not in s.PARAMETER_LIGHTS:
            if row.get("name"):
                continue  # copied from the report before, and retired since
            raise Refused("status.parameter_unknown")
        trend = str(row.get("trend", "")) or s.trend_of(before.get(key, ""), light)
        found.append(s.Mark(key, known[key], light, trend, str(row.get("text", "")).strip(), suggested.of(key)))
    report.marks = [mark.stored() for mark in found]


def _facts(report: StatusReport, at: datetime) -> s.ReportFacts:
    return s.ReportFacts(
        category=report.project.category,
        light=report.light,
        sentence=report.sentence,
        suggested=report.suggested,
        track=report.track,
        track_by=report.track_by,
        need_question=report.need_question,
        need_by=report.need_by,
        today=danish_day(at),
        asked=q.asked_always(report.project, q.parameters()),
        marks=tuple(q.marks_of(report)),
    )


def _submit(report: StatusReport, *, by: Person, at: datetime) -> StatusReport:
    """Hand the report in. Where the municipality wants the owner's approval, it counts from then; else at once."""
    report.state = s.STATUS.after(s.ReportState(report.state), s.ReportEvent.SUBMIT).value
    report.returned_because = ""
    if report.light not in s.TROUBLED:
        report.track, report.track_by, report.track_owner = "", None, None
    owner = holder_of(report.project, ProjectRoleKind.OWNER) if settings().approve_status_by_owner else None
    if owner is None or owner.person_id == by.pk:
        return _freeze(report, by=by, at=at)
    store(report, by=by, at=at, action="status.report")
    _answer(report, by=by, at=at)
    return report


def _freeze(report: StatusReport, *, by: Person, at: datetime) -> StatusReport:
    """From here on the report counts, and nobody changes it."""
    report.state = s.STATUS.after(s.ReportState(report.state), s.ReportEvent.FREEZE).value
    store(report, by=by, at=at, action="status.report")
    _answer(report, by=by, at=at)
    _copy(report, by=by, at=at)
    _need(report, at)
    return report


def _copy(report: StatusReport, *, by: Person, at: datetime) -> None:
    """The project carries its last light; what moved is told."""
    project = report.project
    before, forecast = Light(project.light), project.forecast_end
    project.light, project.status_sentence, project.status_on = report.light, report.sentence, report.on
    project.trend = report.trend
    project.forecast_end = report.forecast_end or forecast
    store(project, by=by, at=at, action="project.report_status")
    if before != report.light:
        old, new = str(LIGHT[before]), str(LIGHT[Light(report.light)])
        tell(project, ChangeKind.LIGHT, by=by, at=at, old=old, new=new, reason=report.sentence)
    if report.forecast_end and report.forecast_end != forecast:
        old, new = day_or_none(forecast or project.planned_end), day_or_none(report.forecast_end)
        if old != new:
            tell(project, ChangeKind.FORECAST, by=by, at=at, old=old, new=new, reason=report.sentence)


def _answer(report: StatusReport, *, by: Person, at: datetime) -> None:
    """A round that still waits for this project has its answer."""
    waiting = StatusAsk.objects.filter(project=report.project, report=None, round__state=s.RoundState.OPEN.value)
    for ask in waiting.select_for_update():
        ask.report = report
        store(ask, by=by, at=at, action="status_ask.answer")


def _need(report: StatusReport, at: datetime) -> None:
    """A decision that is needed goes on to those who prepare decisions; a track that closes prepares its question."""
    project = report.project
    if project.category == Category.LOCAL:
        return
    question, wanted = report.need_question, report.need_by
    if not question and report.track == s.Track.CLOSE:
        question, wanted = closing_question(project), report.track_by
    if not question:
        return
    for take in hooks.ON_NEED:
        take(project, question, wanted, report.sentence, report.by, at)


def closing_question(project: Project) -> str:
    """What is asked where a report says that the project should be closed and asks nothing itself."""
    return f"Skal projektet “{project.title}” lukkes?"[:300]


@transaction.atomic
def approve_status(report: StatusReport, *, by: Person, at: datetime) -> StatusReport:
    """The project's owner says yes: the report is frozen, with the day it was given."""
    report = _held(report)
    permit(by, "project.approve_status", report.project, at=at)
    report.approved_by, report.approved_on = by, danish_day(at)
    return _freeze(report, by=by, at=at)


@transaction.atomic
def return_status(report: StatusReport, *, reason: str, by: Person, at: datetime) -> StatusReport:
    """The owner sends it back with a word of why; its writer goes on with it as a draft."""
    report = _held(report)
    permit(by, "project.approve_status", report.project, at=at)
    if not reason.strip():
        raise Refused("reason.needed")
    report.state = s.STATUS.after(s.ReportState(report.state), s.ReportEvent.RETURN).value
    report.returned_because = reason.strip()
    store(report, by=by, at=at, action="status.return", reason=report.returned_because)
    for ask in StatusAsk.objects.select_for_update().filter(report=report):
        ask.report = None
        store(ask, by=by, at=at, action="status_ask.reopen")
    return report


def _held(report: StatusReport) -> StatusReport:
    project = Project.objects.select_for_update().get(pk=report.project_id)
    found = StatusReport.objects.select_for_update(of=("self",)).select_related("by").get(pk=report.pk)
    found.project = project
    return found


@transaction.atomic
def give_second_opinion(project: Project, *, light: str, sentence: str = "", by: Person, at: datetime) -> SecondOpinion:
    """Another light beside the project's own. `none` takes it back; anything else says why in a sentence."""
    lock(project)
    permit(by, "project.second_opinion", project, at=at)
    wanted = Light(light)
    if wanted is not Light.NONE and not sentence.strip():
        raise Refused("status.opinion_lacks_sentence")
    if wanted is not Light.NONE and ProjectState(project.state) not in REPORTING:
        raise Refused("status.not_running", state=str(project.get_state_display()).lower())
    opinion = SecondOpinion(project=project, light=wanted.value, sentence=sentence.strip(), by=by, on=danish_day(at))
    store(opinion, by=by, at=at, action="status.second_opinion")
    project.second_light = wanted.value
    project.second_on = opinion.on if wanted is not Light.NONE else None
    store(project, by=by, at=at, action="project.second_opinion")
    return opinion
