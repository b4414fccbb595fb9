"""The end of a project: its report, what is handed over, and closing, stopping and following up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Refused
from styrehjul.knowledge.models import Lesson
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio import benefit_hooks
from styrehjul.portfolio.actions.moving import begin, danish_day, lock, move, save, tell
from styrehjul.portfolio.actions.resources import release_allocations
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.closing import lacks_to_close, lacks_to_finish_follow_up, lacks_to_stop
from styrehjul.portfolio.domain.life import Category, ProjectEvent, ProjectRoleKind
from styrehjul.portfolio.models import ClosingReport, Project
from styrehjul.portfolio.queries.closing import (
    closing_facts,
    frozen_content,
    hanging_work,
    open_report,
    spent_of,
    untold_systems,
)
from styrehjul.portfolio.queries.roles import holder_of

PARTS = (
    "delivered", "time_and_money", "spent_tdkk", "spent_hours", "handover", "lessons", "products", "usable_by",
    "recommendation",
)  # fmt: skip


@transaction.atomic
def report_finished(project: Project, *, report: str, by: Person, at: datetime) -> Project:
    """Those responsible tell that the work is done, and begin the closing report with what was delivered."""
    lock(project)
    permit(by, "project.finish", project, at=at)
    old, new = move(project, ProjectEvent.REPORT_FINISHED)
    if not report.strip():
        raise Refused("project.lacks_closing_report")
    begun = open_report(project) or ClosingReport(project=project, begun_by=by)
    begun.delivered = report.strip()
    begun.spent_tdkk = begun.spent_tdkk if begun.spent_tdkk is not None else spent_of(project)
    store(begun, by=by, at=at, action="closing_report.begin")
    store(project, by=by, at=at, action="project.report_finished")
    tell(project, ChangeKind.ENDED, by=by, at=at, old=old, new=new)
    return project


@transaction.atomic
def write_report(report: ClosingReport, *, by: Person, at: datetime, **parts: Any) -> ClosingReport:
    """Write in the closing report. Frozen with its decision, it is never changed."""
    project = lock(report.project)
    permit(by, "project.finish", project, at=at)
    report.refresh_from_db()
    if report.frozen_at is not None:
        raise Refused("closing.frozen")
    for name, value in parts.items():
        if name not in PARTS:
            raise Refused("project.unknown_field", field=name)
        setattr(report, name, value.strip() if isinstance(value, str) else value)
    store(report, by=by, at=at, action="closing_report.write")
    return report


@transaction.atomic
def move_open_work(project: Project, *, person_id: int | None = None, by: Person, at: datetime) -> int:
    """One click: the open tasks and risks that hang on the manager go to the owner, or to the person named."""
    lock(project)
    permit(by, "project.finish", project, at=at)
    holder = holder_of(project, ProjectRoleKind.OWNER)
    taker = Person.objects.on(danish_day(at)).filter(pk=person_id).first() if person_id else None
    taker = taker or (holder.person if holder and not person_id else None)
    if taker is None:
        raise Refused("project.lacks_owner" if not person_id else "person.not_here")
    tasks, risks = hanging_work(project)
    for task in tasks:
        task.responsible = taker
        store(task, by=by, at=at, action="project_task.hand_over")
    for risk in risks:
        risk.owner = taker
        store(risk, by=by, at=at, action="risk.hand_over")
    return len(tasks) + len(risks)


@transaction.atomic
def tell_system_owners(project: Project, *, by: Person, at: datetime) -> int:
    """The owners of the systems that the project touched have been told what is handed over to operations."""
    lock(project)
    permit(by, "project.finish", project, at=at)
    links = untold_systems(project)
    for link in links:
        link.owner_told_at = at
        store(link, by=by, at=at, action="project_system.tell_owner")
    return len(links)


@transaction.atomic
def go_on(project: Project, *, reason: str, by: Person, at: datetime) -> Project:
    """A project that was told to be finished is not, and goes on. Its report stays as it was begun."""
    lock(project)
    permit(by, "project.finish", project, at=at)
    old, new = move(project, ProjectEvent.GO_ON)
    if not reason.strip():
        raise Refused("reason.needed")
    store(project, by=by, at=at, action="project.go_on", reason=reason)
    tell(project, ChangeKind.RESUMED, by=by, at=at, old=old, new=new, reason=reason)
    return project


@transaction.atomic
def close_project(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    no_follow_up: str = "",
    despite_no: str = "",
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """The project is over, or goes on as the following up of its benefits. Refused with everything that is missing.

    The report is frozen with the decision, and what was learned becomes a lesson that others can find. Where an owner
    has said no to a benefit only a body closes the project, and says what is to become of that benefit.
    """
    begin(project, "project.close", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    decided = despite_no.strip() if mandate is not None else ""
    facts = closing_facts(project, no_follow_up=no_follow_up, despite_no=decided)
    event = ProjectEvent.HAND_OVER if facts.open_benefits and not no_follow_up.strip() else ProjectEvent.CLOSE
    if project.category == Category.LOCAL:
        event = ProjectEvent.CLOSE
    words = move(project, event)
    if lacking := lacks_to_close(facts):
        raise Refused.because(lacking)
    project.actual_end = danish_day(at)
    refused = decided and any(benefit.declined for benefit in facts.open_benefits)
    if refused and mandate is not None:
        for settle in benefit_hooks.SETTLED:
            settle(project, f"{mandate.decision_ref}: {decided}".strip(": "), by, at)
    release_allocations(project, by=by, at=at)
    for hand_over in benefit_hooks.CLOSED:
        hand_over(project, by, at)
    report = open_report(project)
    if report is not None:
        _freeze(project, report, mandate, by=by, at=at)
        _publish(project, report, by=by, at=at)
    told = (
        reason,
        f"Ingen opfølgning: {no_follow_up}" if no_follow_up else "",
        f"Gevinster, ejeren ikke tager imod: {decided}" if refused else "",
    )
    why = "; ".join(part for part in told if part)
    return save(project, "project.close", ChangeKind.ENDED, words, by=by, at=at, mandate=mandate, reason=why)


def _freeze(
    project: Project, report: ClosingReport, mandate: Mandate | None, *, by: Person | None, at: datetime
) -> None:
    report.frozen, report.frozen_at = frozen_content(project, report), at
    report.decision_ref = mandate.decision_ref if mandate else ""
    store(report, by=by, at=at, action="closing_report.freeze")


def _publish(project: Project, report: ClosingReport, *, by: Person | None, at: datetime, text: str = "") -> None:
    """What was learned, and what others can use, where everybody looks for it."""
    holder = holder_of(project, ProjectRoleKind.MANAGER)
    contact = holder.person if holder else project.contact or report.begun_by
    if contact is None or not (text or report.lessons.strip() or report.products.strip()):
        return
    lesson = Lesson(
        text=text or report.lessons.strip() or report.delivered,
        contact=contact,
        area=project.lead_area,
        project_number=project.number,
        product=report.products.strip()[:300],
        learned_on=danish_day(at),
    )
    store(lesson, by=by, at=at, action="lesson.publish")


@transaction.atomic
def close_local(
    project: Project, *, outcome: str, by: Person | None, at: datetime, usable_by: str = "", to_follow: str = ""
) -> Project:
    """Its own people close a local project by answering three questions; the answers are its closing report."""
    begin(project, "project.close", by=by, at=at, mandate=None, reason=outcome, expected=None)
    if project.category != Category.LOCAL:
        raise Refused("project.not_local")
    words = move(project, ProjectEvent.CLOSE)
    report = ClosingReport(
        project=project,
        begun_by=by,
        delivered=outcome.strip(),
        usable_by=usable_by.strip(),
        to_follow=to_follow.strip(),
        frozen_at=at,
    )
    store(report, by=by, at=at, action="closing_report.answer")
    if report.usable_by:
        # Who can use it finds it among what others have learned; without an answer it is the unit's own.
        _publish(project, report, by=by, at=at, text=f"{report.delivered}\n\nKan bruges af: {report.usable_by}")
    project.actual_end = danish_day(at)
    release_allocations(project, by=by, at=at)
    return save(project, "project.close", ChangeKind.ENDED, words, by=by, at=at, mandate=None, reason=outcome)


@transaction.atomic
def finish_follow_up(project: Project, *, reason: str = "", by: Person, at: datetime) -> Project:
    """The last benefit has its outcome: the project is over. Refused while one is still open."""
    lock(project)
    permit(by, "project.finish_follow_up", project, at=at)
    old, new = move(project, ProjectEvent.FINISH_FOLLOW_UP)
    if lacking := lacks_to_finish_follow_up(benefit_hooks.benefits_of(project)):
        raise Refused.because(lacking)
    store(project, by=by, at=at, action="project.finish_follow_up", reason=reason)
    tell(project, ChangeKind.ENDED, by=by, at=at, old=old, new=new, reason=reason)
    return project


@transaction.atomic
def stop_project(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    spent_tdkk: Decimal | None = None,
    spent_hours: Decimal | None = None,
    reused: str = "",
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """The project is ended before it reached its goal: what it had cost, and what can be used again.

    Its benefits fall with it, with the same reason.
    """
    begin(project, "project.stop", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    before = project.state
    words = move(project, ProjectEvent.STOP)
    spent = spent_tdkk if spent_tdkk is not None else spent_of(project)
    if lacking := lacks_to_stop(project.category, before, spent_tdkk=spent, spent_hours=spent_hours, reused=reused):
        raise Refused.because(lacking)
    report = open_report(project) or ClosingReport(project=project, begun_by=by)
    report.spent_tdkk, report.spent_hours, report.products = spent, spent_hours, reused.strip()
    _freeze(project, report, mandate, by=by, at=at)
    project.actual_end = danish_day(at)
    why = reason or (mandate.decision_ref if mandate else "")
    for fall in benefit_hooks.STOPPED:
        fall(project, why, by, at)
    project.revisit_on = None
    release_allocations(project, by=by, at=at)
    return save(project, "project.stop", ChangeKind.STOPPED, words, by=by, at=at, mandate=mandate, reason=reason)
