"""An import that waits for the worker, what became of it, and how it is undone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.documents.models import StoredFile
from styrehjul.imports.models import ImportedRow, ImportRun
from styrehjul.imports.reading.undoing import why_not_undone
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.loading import unload_project, wind_back

# A run that its worker died with may be taken by another.
LOST_AFTER = timedelta(minutes=10)


@transaction.atomic
def ask_for_run(
    *,
    kind: str,
    file: StoredFile,
    sha256: str,
    asked: Mapping[str, Any],
    shown: str,
    by: Person,
    at: datetime,
    profile_id: int | None = None,
) -> ImportRun:
    """Leave the file to the worker, with all that was said of it and the mark of the plan that was seen."""
    permit(by, f"import.{kind}", at=at)
    waiting = ImportRun.objects.filter(file=file, done_at__isnull=True, failed_at__isnull=True).first()
    if waiting is not None:
        return waiting
    run = ImportRun(
        kind=kind,
        file=file,
        name=file.name,
        sha256=sha256,
        by=by,
        asked=dict(asked),
        shown=shown,
        profile_id=profile_id,
    )
    store(run, by=by, at=at, action="import.ask")
    return run


@transaction.atomic
def start_run(run: ImportRun, *, at: datetime) -> bool:
    """Take the run; False where another worker has it already."""
    run.refresh_from_db(from_queryset=ImportRun.objects.select_for_update())
    taken = run.started_at is not None and at - run.started_at < LOST_AFTER
    if taken or run.done_at is not None:
        return False
    run.started_at = at
    store(run, by=run.by, at=at, action="import.start")
    return True


@transaction.atomic
def fail_run(run: ImportRun, *, message: str, at: datetime) -> None:
    """Nothing was written, and why."""
    run.refresh_from_db()
    run.failed_at, run.message = at, message
    store(run, by=run.by, at=at, action="import.fail")


@transaction.atomic
def finish_run(run: ImportRun, *, at: datetime) -> None:
    """The file said nothing new: the run is done all the same."""
    run.refresh_from_db()
    if run.done_at is None:
        run.done_at = at
        store(run, by=run.by, at=at, action="import.done")


@transaction.atomic
def undo_run(run: ImportRun, *, by: Person, at: datetime) -> ImportRun:
    """Take an import back: what it made is taken away, what it changed is as before.

    Refused as soon as one of its rows has been edited: then it says which.
    """
    run.refresh_from_db(from_queryset=ImportRun.objects.select_for_update())
    permit(by, f"import.{run.kind}", at=at)
    if stops := why_not_undone(run):
        raise Refused.because(stops)
    rows = list(run.rows.select_related("project").order_by("-pk"))
    numbers = [row.project.number for row in rows]
    for row in rows:
        _take_back(row, run, by, at)
    run.undone_at, run.undone_by = at, by
    run.message = f"Fortrudt: {', '.join(numbers[:20])}" if numbers else ""
    store(run, by=by, at=at, action="import.undo")
    return run


def _take_back(row: ImportedRow, run: ImportRun, by: Person, at: datetime) -> None:
    project, done_at = row.project, run.done_at
    if row.created:
        ImportedRow.objects.filter(project=project).delete()
        unload_project(project, by=by, at=at)
    elif row.version_before is not None and done_at is not None:
        wind_back(project, row.version_before, done_at, by=by, at=at, reason=f"Indlæsningen af {run.name} er fortrudt")


__all__ = ["ask_for_run", "fail_run", "finish_run", "start_run", "undo_run"]
