"""The worker carries out the imports that are too large for a page to wait for."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from styrehjul.audit.unit import run as in_one_unit
from styrehjul.documents.files import read_bytes
from styrehjul.imports import progress
from styrehjul.imports.actions import carry_out, fail_run, finish_run, start_run
from styrehjul.imports.actions.runs import LOST_AFTER
from styrehjul.imports.models import ImportRun
from styrehjul.imports.reading.stored import from_stored
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.ui import refusals


def run_once() -> int:
    """Carry out the oldest import that waits; the number done."""
    now = timezone.now()
    lost = Q(started_at__isnull=True) | Q(started_at__lt=now - LOST_AFTER)
    run = (
        ImportRun.objects.filter(lost, done_at__isnull=True, failed_at__isnull=True)
        .select_related("file")
        .order_by("pk")
        .first()
    )
    if run is None or not in_one_unit(lambda: start_run(run, at=now)):
        return 0
    try:
        if run.file is None:
            raise Refused("file.gone", name=run.name)
        asked = from_stored(run.kind, run.name, read_bytes(run.file), run.asked)
        in_one_unit(
            lambda: carry_out(
                asked, by=run.by, at=timezone.now(), shown=run.shown, run=run, progress=progress.teller(run.uuid)
            )
        )
        in_one_unit(lambda: finish_run(run, at=timezone.now()))
    except (Refused, NotAllowed) as refused:
        message = refusals.in_full(refused)
        in_one_unit(lambda: fail_run(run, message=message, at=timezone.now()))
    finally:
        progress.forget(run.uuid)
    return 1
