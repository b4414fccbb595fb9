"""The worker asks Kitos when somebody has said so or the time has come. While Kitos answers, other work goes on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils import timezone

from styrehjul.audit.unit import run as in_one_unit
from styrehjul.imports.actions.kitos import OPEN, ask_kitos, carry_out_kitos, fail_kitos, start_kitos
from styrehjul.imports.models import KitosRun
from styrehjul.imports.reading.kitos import client_of, kitos_settings, known_catalogue, plan_of_told
from styrehjul.kernel.refusal import Refused
from styrehjul.systems.kitos.client import Client
from styrehjul.systems.kitos.fetch import Told, fetch
from styrehjul.ui import refusals

logger = logging.getLogger("styrehjul.kitos")
NIGHT_FROM, NIGHT_TO = 3, 6
TRY_AGAIN = timedelta(minutes=30)


@dataclass
class _Talk:
    """One run's talk with Kitos, in a thread of its own that never sees the database."""

    run: KitosRun
    thread: threading.Thread | None = None
    told: Told | None = None
    stopped: Exception | None = None
    said: list[str] = field(default_factory=list)


_talks: list[_Talk] = []


def run_once() -> int:
    """Begin the run that waits, or write what an earlier one has got; the number done."""
    now = timezone.now()
    if _talks:
        talk = _talks[0]
        if talk.thread is not None and talk.thread.is_alive():
            return 0
        _talks.clear()
        finish(talk.run, talk.told, talk.stopped)
        return 1
    ask_when_due(now)
    run = KitosRun.objects.filter(state__in=(KitosRun.State.WAITING, KitosRun.State.RUNNING)).order_by("pk").first()
    if run is None or not in_one_unit(lambda: start_kitos(run, at=now)):
        return 0
    talk = _Talk(run)
    try:
        row = kitos_settings()
        client = client_of(row)
    except Refused as refused:
        finish(run, None, refused)
        return 1
    full, cursors, known = run.full, dict(row.cursors), known_catalogue()
    talk.thread = threading.Thread(
        target=_listen, args=(talk, client, row.cvr, full, cursors, known), name="kitos", daemon=True
    )
    _talks.append(talk)
    talk.thread.start()
    return 1


def _listen(
    talk: _Talk, client: Client, cvr: str, full: bool, cursors: Mapping[str, str], known: frozenset[str]
) -> None:
    try:
        talk.told = fetch(client, cvr, cursors=cursors, full=full, known_systems=known, progress=talk.said.append)
    except Exception as error:  # told in the run's own words, by the worker's thread
        talk.stopped = error


def finish(run: KitosRun, told: Told | None, stopped: Exception | None) -> None:
    """Write what was told, or say why nothing was."""
    try:
        if told is not None:
            in_one_unit(lambda: carry_out_kitos(run, told, at=timezone.now()))
            return
        raise stopped or Refused("kitos.unset")
    except Refused as refused:
        message = refusals.in_full(refused)
    except Exception:
        logger.exception("kitos_run_failed")
        message = "Der gik noget galt i Styrehjul. Intet er ændret, og fejlen står i loggen."
    in_one_unit(lambda: fail_kitos(run, message=message, at=timezone.now()))


def ask_when_due(now: datetime) -> KitosRun | None:
    """At night everything once, in the day what has changed; a run that failed is tried again after half an hour."""
    row = kitos_settings()
    if not row.nightly or row.pk is None or KitosRun.objects.filter(state__in=OPEN).exists():
        return None
    last = KitosRun.objects.order_by("-pk").values_list("created_at", "state").first()
    if last is not None and now - last[0] < (TRY_AGAIN if last[1] == KitosRun.State.FAILED else timedelta(minutes=10)):
        return None
    local = timezone.localtime(now)
    night = local.replace(hour=NIGHT_FROM, minute=0, second=0, microsecond=0)
    done = KitosRun.objects.filter(state__in=(KitosRun.State.DONE, KitosRun.State.REJECTED))
    full = done.filter(full=True, created_at__gte=night if local >= night else night - timedelta(days=1))
    if NIGHT_FROM <= local.hour < NIGHT_TO and not full.exists():
        return in_one_unit(lambda: ask_kitos(full=True, by=None, at=now))
    if row.every_minutes and row.cursors:
        newest = done.order_by("-pk").values_list("created_at", flat=True).first()
        if newest is None or now - newest >= timedelta(minutes=row.every_minutes):
            return in_one_unit(lambda: ask_kitos(full=False, by=None, at=now))
    return None


def run_now(*, full: bool, dry_run: bool, say: Callable[[str], None]) -> KitosRun:
    """The whole run at once, for whoever sits at the machine. Refused with what stopped it; nothing is written then."""
    row = kitos_settings()
    client = client_of(row)
    run: KitosRun | None = None
    if not dry_run:
        run = in_one_unit(lambda: ask_kitos(full=full, by=None, at=timezone.now()))
        started = run
        if not in_one_unit(lambda: start_kitos(started, at=timezone.now())):
            raise Refused("kitos.busy")
    try:
        told = fetch(
            client, row.cvr, cursors=row.cursors, full=full, known_systems=known_catalogue(),
            progress=lambda words: say(f"Hentet: {words}."),
        )  # fmt: skip
        if run is None:
            plan = plan_of_told(told, percent=row.removal_percent)
            return KitosRun(full=told.full, counts=plan.counts(), report=plan.report(), state=KitosRun.State.DONE)
        writing = run
        in_one_unit(lambda: carry_out_kitos(writing, told, at=timezone.now(), by_operator=True))
        run.refresh_from_db()
        return run
    except Refused as refused:
        message, failed = refusals.in_full(refused), run
        if failed is not None:
            in_one_unit(lambda: fail_kitos(failed, message=message, at=timezone.now()))
        raise
