"""The worker's calculations: one at a time, in a thread beside its other work, so that mail does not wait for a plan."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db import connections
from django.db.models import Q
from django.utils import timezone

from styrehjul.audit.unit import run as in_one_unit
from styrehjul.plans import progress
from styrehjul.plans.actions import ask_for_study, fail_run, finish_run, start_run
from styrehjul.plans.domain.studies import PERSON_HOURS, RunKind, steps
from styrehjul.plans.models import PlanRun
from styrehjul.plans.queries.runs import problem_of_run, solution_of
from styrehjul.plans.solving.run import Limits, Progress, solve, study
from styrehjul.portfolio.queries.settings import settings

logger = logging.getLogger("styrehjul.worker")
ASKED_EVERY = 1.0
_busy: list[threading.Thread] = []


def run_once() -> int:
    """Begin the oldest calculation that waits, unless one is under way; the number begun."""
    _busy[:] = [thread for thread in _busy if thread.is_alive()]
    if _busy:
        return 0
    run = next_run()
    if run is None:
        return 0
    thread = threading.Thread(target=_beside, args=(run,), name=f"plan {run.uuid}", daemon=True)
    _busy.append(thread)
    thread.start()
    return 1


def next_run() -> PlanRun | None:
    """Taken by this worker, or None."""
    now = timezone.now()
    waiting = PlanRun.objects.filter(done_at__isnull=True, failed_at__isnull=True).order_by("pk")
    for run in waiting.filter(Q(started_at__isnull=True) | Q(started_at__lt=now))[:20]:
        if in_one_unit(lambda run=run: start_run(run, at=now)):  # type: ignore[misc] # bound in each turn
            return run
    return None


def _beside(run: PlanRun) -> None:
    try:
        carry_out(run)
    except Exception:
        logger.exception("plan_run_failed", extra={"run": str(run.uuid)})
        in_one_unit(lambda: fail_run(run, at=timezone.now()))
    finally:
        progress.forget(run.uuid)
        connections.close_all()


def carry_out(run: PlanRun) -> None:
    """Calculate, and keep the answer."""
    teller = progress.Teller(run.uuid)
    limits = Limits(seconds=float(run.seconds))
    if run.kind == RunKind.SOLVE:

        def heard(told: Progress) -> None:
            teller.tell(progress.Told(told.best, told.bound, told.gap))

        answer = solve(problem_of_run(run), limits, progress=heard, cancel=_stop_button(run))
    else:
        answer = {"rows": _study(run, limits, teller)}
    in_one_unit(lambda: finish_run(run, answer, at=timezone.now()))
    if run.kind == RunKind.SOLVE and answer["objective"] is not None and run.by is not None:
        # What everybody asks next stands on the answer's page of itself.
        by = run.by
        in_one_unit(lambda: ask_for_study(run, RunKind.MORE, by=by, at=timezone.now()))


def _study(run: PlanRun, limits: Limits, teller: progress.Teller) -> list[dict[str, Any]]:
    assert run.of is not None, "a study is of a calculation"
    problem, solution = problem_of_run(run), solution_of(run.of)
    bound, count = solution["bound"], 0

    def heard(_row: dict[str, Any]) -> None:
        nonlocal count
        count += 1
        teller.tell(progress.Told(rows=count))

    return study(
        run.kind,
        problem,
        plan={row["id"]: row["start"] for row in solution["chosen"]},
        bound=None if bound is None else Decimal(bound),
        limits=limits,
        steps=steps(problem, settings().hours_per_fte_quarter or PERSON_HOURS),
        pool=run.pool,
        told=heard,
        cancel=_stop_button(run),
    )


def _stop_button(run: PlanRun) -> Callable[[], bool]:
    """Has anybody pressed it? Looked up once a second."""
    last = 0.0
    pressed = False

    def asked() -> bool:
        nonlocal last, pressed
        if not pressed and time.monotonic() - last >= ASKED_EVERY:
            last = time.monotonic()
            pressed = PlanRun.objects.filter(pk=run.pk, stop_asked_at__isnull=False).exists()
        return pressed

    return asked
