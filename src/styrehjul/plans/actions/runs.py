"""A calculation is asked for, stopped and kept; the worker carries it out between."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.plans.domain.problem_file import ProblemErrors, canonical, compact, read_problem
from styrehjul.plans.domain.studies import SECONDS, RunKind
from styrehjul.plans.models import PlanRun
from styrehjul.plans.queries.runs import solution_of

# A calculation whose worker died may be taken by another, so long after its own time is over.
LOST_AFTER = timedelta(minutes=2)
SHOWN_FAULTS = 3


@transaction.atomic
def ask_for_run(document: bytes | dict[str, Any], *, by: Person, at: datetime, name: str = "") -> PlanRun:
    """Leave a problem to the worker. The same problem is calculated once: what is there already is given back."""
    permit(by, "plan.solve", at=at)
    text = canonical(document) if isinstance(document, dict) else document
    try:
        problem = read_problem(text)
    except ProblemErrors as errors:
        faults = "; ".join(f"{fault.path}: {fault.message}" for fault in errors.errors[:SHOWN_FAULTS])
        raise Refused("plan.not_read", faults=faults) from None
    known = PlanRun.objects.filter(sha256=problem.sha256, kind=RunKind.SOLVE, failed_at__isnull=True).first()
    if known is not None:
        return known
    run = PlanRun(
        kind=RunKind.SOLVE.value,
        name=(name or problem.name or "Plan")[:200],
        problem=text.decode("utf-8-sig"),
        sha256=problem.sha256,
        seconds=SECONDS[RunKind.SOLVE],
        by=by,
    )
    store(run, by=by, at=at, action="plan_run.ask")
    return run


@transaction.atomic
def ask_for_study(run: PlanRun, kind: RunKind, *, by: Person, at: datetime, pool: str = "") -> PlanRun:
    """Look closer at a plan that was found: each question once per calculation."""
    permit(by, "plan.solve", at=at)
    if run.done_at is None or solution_of(run)["objective"] is None:
        raise Refused("plan.no_plan_to_study")
    known = PlanRun.objects.filter(of=run, kind=kind, pool=pool, failed_at__isnull=True).first()
    if known is not None:
        return known
    study = PlanRun(
        kind=kind.value,
        name=run.name,
        problem=run.problem,
        sha256=run.sha256,
        of=run,
        pool=pool,
        seconds=SECONDS[kind],
        by=by,
    )
    store(study, by=by, at=at, action="plan_run.ask")
    return study


@transaction.atomic
def stop_run(run: PlanRun, *, by: Person, at: datetime) -> PlanRun:
    """Stop, and use the best there is: the worker sees it within a second."""
    run.refresh_from_db(from_queryset=PlanRun.objects.select_for_update())
    permit(by, "plan.solve", at=at)
    if not run.waits:
        raise Refused("plan.run_over")
    if run.stop_asked_at is None:
        run.stop_asked_at = at
        store(run, by=by, at=at, action="plan_run.stop")
    return run


@transaction.atomic
def start_run(run: PlanRun, *, at: datetime) -> bool:
    """Take the calculation; False where another worker has it already."""
    run.refresh_from_db(from_queryset=PlanRun.objects.select_for_update())
    lost = timedelta(seconds=run.seconds) + LOST_AFTER
    if not run.waits or (run.started_at is not None and at - run.started_at < lost):
        return False
    run.started_at = at
    store(run, by=run.by, at=at, action="plan_run.start")
    return True


@transaction.atomic
def finish_run(run: PlanRun, answer: dict[str, Any], *, at: datetime) -> None:
    """Keep the answer. It is written once."""
    run.refresh_from_db(from_queryset=PlanRun.objects.select_for_update())
    if run.waits:
        run.done_at, run.answer = at, compact(answer).decode()
        store(run, by=run.by, at=at, action="plan_run.done")


@transaction.atomic
def fail_run(run: PlanRun, *, at: datetime) -> None:
    run.refresh_from_db(from_queryset=PlanRun.objects.select_for_update())
    if run.waits:
        run.failed_at = at
        store(run, by=run.by, at=at, action="plan_run.fail")
