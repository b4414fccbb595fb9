"""A year's plan is made, written, submitted, approved and returned."""

from __future__ import annotations

import hashlib
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import record, store
from styrehjul.bodies.queries import right_for
from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import day_of, permit
from styrehjul.people.models import Person
from styrehjul.plans.actions.carrying import carry_to_projects
from styrehjul.plans.actions.goals import aim
from styrehjul.plans.actions.runs import ask_for_run
from styrehjul.plans.domain.composing import Lock, compose
from styrehjul.plans.domain.states import PLAN, PlanEvent, PlanState
from styrehjul.plans.models import Activity, PlanLine, PlanRun, PlanVersion
from styrehjul.plans.queries.approving import consequences_of
from styrehjul.plans.queries.candidates import Candidate, draft_of, name_of, pool_of
from styrehjul.plans.queries.plans import frozen_of, lines_of, live_of, solver_lines
from styrehjul.plans.queries.runs import solution_of
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.rights import bodies_in_words, body_may

BOUND = (Lock.MUST.value, Lock.RUNNING.value)
LINE_FIELDS = frozenset({"score", "reason", "lock", "lock_reason", "chosen", "start", "quarters", "hours", "money"})
COPIED = (
    "project", "activity", "score", "reason", "scored_by", "scored_at", "lock", "lock_reason", "chosen", "start",
    "quarters", "hours", "money",
)  # fmt: skip


@transaction.atomic
def make_draft(year: int, *, by: Person | None, at: datetime) -> PlanVersion:
    """Begin a version: from the live one where there is one, else from what the portfolio has to choose among."""
    permit(by, "plan.prepare", at=at)
    if PlanVersion.objects.filter(year=year, state__in=(PlanState.DRAFT, PlanState.SUBMITTED)).exists():
        raise Refused("plan.draft_there", year=str(year))
    live = live_of(year)
    draft = draft_of(year)
    last = PlanVersion.objects.filter(year=year).aggregate(last=Max("number"))["last"] or 0
    plan = PlanVersion(year=year, number=last + 1, hours=draft.hours, money=draft.money, pool_id=pool_of(year))
    if live is not None:
        plan.hours, plan.money, plan.pool = live.hours, live.money, live.pool
    store(plan, by=by, at=at, action="plan.make")
    old = lines_of(live) if live else []
    for line in old:
        copy = PlanLine(plan=plan, **{name: getattr(line, name) for name in COPIED})
        store(copy, by=by, at=at, action="plan_line.add")
    there = {line.project.number for line in old if line.project}
    wanted = [row for row in draft.candidates if row.id not in there]
    projects = {project.number: project for project in Project.objects.filter(number__in=[row.id for row in wanted])}
    for row in wanted:
        store(_line(plan, row, projects[row.id]), by=by, at=at, action="plan_line.add")
    return plan


def _line(plan: PlanVersion, row: Candidate, project: Project) -> PlanLine:
    return PlanLine(
        plan=plan,
        project=project,
        score=row.score,
        lock=row.lock.value,
        lock_reason=row.reason,
        chosen=row.lock.value in BOUND,
        start=1 if row.lock is Lock.RUNNING else None,
        quarters=row.quarters,
        hours=row.hours,
        money=row.money,
    )


@transaction.atomic
def set_sizes(
    plan: PlanVersion,
    *,
    hours: Decimal | None,
    money: Decimal | None,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
) -> PlanVersion:
    """What there is to plan with. None is no limit."""
    permit(by, "plan.prepare", at=at)
    plan = _held(plan, expected_version)
    _draft(plan)
    if (hours is not None and hours < 0) or (money is not None and money < 0):
        raise Refused("plan.negative")
    plan.hours, plan.money = hours, money
    store(plan, by=by, at=at, action="plan.sizes")
    return plan


@transaction.atomic
def change_line(
    line: PlanLine,
    *,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
    **fields: Any,
) -> PlanLine:
    """Write a line of a draft. What is bound is with, what is kept out is not; a new score says who gave it.

    `goal` is the key of the goal that an activity contributes to, or None; a project says its own.
    """
    permit(by, "plan.prepare", at=at)
    line.refresh_from_db(from_queryset=PlanLine.objects.select_for_update())
    same_version(line, expected_version)
    _draft(line.plan)
    before = line.score
    if "goal" in fields and line.activity is not None:
        aim(line.activity, fields.pop("goal"), by=by, at=at)
    for name, value in fields.items():
        if name not in LINE_FIELDS:
            raise Refused("project.unknown_field", field=name)
        setattr(line, name, value)
    if line.lock == Lock.MUST and not line.lock_reason.strip():
        raise Refused("plan.bound_reason")
    if any(value is not None and value < 0 for value in (line.hours, line.money)):
        raise Refused("plan.negative")
    if line.lock in BOUND:
        line.chosen = True
    elif line.lock == Lock.OUT:
        line.chosen = False
    if not line.chosen:
        line.start = None
    if line.score != before:
        line.scored_by, line.scored_at = by, at
    store(line, by=by, at=at, action="plan_line.change")
    return line


@transaction.atomic
def add_activity(
    plan: PlanVersion, *, title: str, hours: Decimal | None, owner: Person | None, by: Person | None, at: datetime
) -> PlanLine:
    """Put something in the draft that is no project."""
    permit(by, "plan.prepare", at=at)
    _draft(_held(plan))
    name = " ".join(title.split())[:200]
    if hours is not None and hours < 0:
        raise Refused("plan.negative")
    if not name:
        raise Refused("plan.activity_name")
    activity = Activity(title=name, owner=owner, area=owner.unit if owner else None)
    store(activity, by=by, at=at, action="activity.add")
    line = PlanLine(plan=plan, activity=activity, hours=hours, quarters=1)
    store(line, by=by, at=at, action="plan_line.add")
    return line


@transaction.atomic
def suggest(plan: PlanVersion, *, by: Person, at: datetime) -> PlanRun:
    """Have the best composition calculated of the draft as it stands."""
    permit(by, "plan.solve", at=at)
    plan = _held(plan)
    _draft(plan)
    lines = solver_lines(lines_of(plan))
    if not lines:
        raise Refused("plan.nothing_scored")
    problem = compose(plan.year, lines, hours=plan.hours, money=plan.money, name=name_of(plan.year))
    run = ask_for_run(problem, by=by, at=at)
    if plan.run_id != run.pk:
        plan.run = run
        store(plan, by=by, at=at, action="plan.suggest")
    return run


@transaction.atomic
def take_over(plan: PlanVersion, *, by: Person, at: datetime) -> PlanVersion:
    """Let the draft be as the calculation found best. Lines that were not calculated on are left alone."""
    permit(by, "plan.prepare", at=at)
    plan = _held(plan)
    _draft(plan)
    if plan.run is None or plan.run.done_at is None or solution_of(plan.run)["objective"] is None:
        raise Refused("plan.no_plan_to_take")
    solution = solution_of(plan.run)
    starts = {row["id"]: int(str(row["start"])[-1]) for row in solution["chosen"]}
    left = {row["id"] for row in solution["left_out"]}
    for line in lines_of(plan):
        if line.key not in starts and line.key not in left:
            continue
        chosen, start = line.key in starts, starts.get(line.key)
        if (line.chosen, line.start) != (chosen, start):
            line.chosen, line.start = chosen, start
            store(line, by=by, at=at, action="plan_line.change", reason="Beregnet sammensætning")
    record("plan.take_over", plan, by=by, at=at)
    return plan


@transaction.atomic
def submit_plan(plan: PlanVersion, *, by: Person | None, at: datetime, why: str = "") -> PlanVersion:
    """Freeze the draft as it is: exactly this is what can be approved. A change of a live plan says why."""
    permit(by, "plan.prepare", at=at)
    plan = _held(plan)
    plan.why = why.strip() or plan.why
    if not plan.why and live_of(plan.year) is not None:
        raise Refused("plan.why_needed")
    lines = lines_of(plan)
    if not any(line.chosen for line in lines):
        raise Refused("plan.nothing_chosen")
    _move(plan, PlanEvent.SUBMIT)
    plan.frozen = frozen_of(plan, lines)
    plan.sha256 = hashlib.sha256(plan.frozen.encode()).hexdigest()
    plan.submitted_at, plan.submitted_by, plan.returned_because = at, by, ""
    store(plan, by=by, at=at, action="plan.submit")
    return plan


@transaction.atomic
def take_back_plan(plan: PlanVersion, *, by: Person | None, at: datetime) -> PlanVersion:
    """Make it a draft again before it was decided on. What stands on an agenda can then no longer be carried out."""
    permit(by, "plan.prepare", at=at)
    plan = _held(plan)
    _move(plan, PlanEvent.TAKE_BACK)
    plan.frozen, plan.sha256 = "", ""
    store(plan, by=by, at=at, action="plan.take_back")
    return plan


@transaction.atomic
def approve_plan(
    plan: PlanVersion, *, sha256: str, by: Person | None, at: datetime, mandate: Mandate | None = None
) -> PlanVersion:
    """A body approves exactly the version that it was sent: it is live, and the projects get what it says of them."""
    _ask_right("plan.approve", mandate, at=at)
    assert mandate is not None, "asked just above"
    plan = _held(plan)
    if plan.state == PlanState.SUBMITTED and plan.sha256 != sha256:
        raise Refused("plan.not_as_sent")
    _move(plan, PlanEvent.APPROVE)
    changed = consequences_of(plan, day_of(at))
    former = live_of(plan.year)
    if former is not None:
        _move(former, PlanEvent.SUPERSEDE)
        store(former, by=by, at=at, action="plan.supersede", reason=mandate.decision_ref)
    plan.decision_ref, plan.live_from = mandate.decision_ref, at
    store(plan, by=by, at=at, action="plan.approve", reason=mandate.decision_ref)
    carry_to_projects(plan, changed, by=by, at=at, mandate=mandate)
    return plan


@transaction.atomic
def return_plan(
    plan: PlanVersion,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
    sha256: str = "",
) -> PlanVersion:
    """A body sends it back: it is a draft again, with what was said. One that was taken back meanwhile gets the words."""
    _ask_right("plan.return", mandate, at=at)
    assert mandate is not None, "asked just above"
    plan = _held(plan)
    if sha256 and plan.state == PlanState.SUBMITTED and plan.sha256 != sha256:
        raise Refused("plan.not_as_sent")
    if plan.state != PlanState.DRAFT:
        _move(plan, PlanEvent.RETURN)
    plan.frozen, plan.sha256 = "", ""
    plan.returned_because = f"{reason.strip()} ({mandate.decision_ref})" if reason.strip() else mandate.decision_ref
    store(plan, by=by, at=at, action="plan.return", reason=mandate.decision_ref)
    return plan


def _ask_right(command: str, mandate: Mandate | None, *, at: datetime) -> None:
    on = day_of(at)
    right = right_for(command, on)
    if mandate is None or not body_may(right, mandate.body, on):
        raise Refused("mandate.needed", body=bodies_in_words(right, on), change="At beslutte om indsatsplanen")


def _held(plan: PlanVersion, expected_version: int | None = None) -> PlanVersion:
    plan.refresh_from_db(from_queryset=PlanVersion.objects.select_for_update())
    same_version(plan, expected_version)
    return plan


def _draft(plan: PlanVersion) -> None:
    if plan.state != PlanState.DRAFT:
        raise Refused("plan.not_draft")


def _move(plan: PlanVersion, event: PlanEvent) -> None:
    plan.state = PLAN.after(PlanState(plan.state), event).value


__all__ = [
    "add_activity", "approve_plan", "change_line", "make_draft", "return_plan", "set_sizes", "submit_plan", "suggest",
    "take_back_plan", "take_over",
]  # fmt: skip
