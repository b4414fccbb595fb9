"""./styrehjul worker"""

from __future__ import annotations

import argparse
import logging
import os
import signal
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.management.base import CommandParser
from django.db import Error, close_old_connections
from django.utils import timezone

from styrehjul.management.base import HouseCommand

logger = logging.getLogger("styrehjul.worker")
# Modules with `run_once()`, which does what is waiting and returns how much it did.
TASKS = (
    "styrehjul.mail.tasks",
    "styrehjul.meetings.tasks.meetings",
    "styrehjul.meetings.tasks.minutes",
    "styrehjul.imports.tasks",
    "styrehjul.imports.kitos_worker",
    "styrehjul.plans.tasks",
    "styrehjul.systems.tasks",
    "styrehjul.management.housekeeping",
)
PAUSE_SECONDS = 5.0
PULSE_SECONDS = 30.0


class Command(HouseCommand):
    help = "Send det, der venter, og kør det, der er tid til. serve starter det selv."
    needs = "municipality"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--parent", type=int, help=argparse.SUPPRESS)  # the server that started it

    def handle(self, *args: Any, **options: Any) -> None:
        ending = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: ending.set())
        turns = [import_module(name).run_once for name in TASKS]
        threading.Thread(target=keep_pulse, args=(ending,), name="pulse", daemon=True).start()
        while not ending.is_set():
            if options["parent"] and os.getppid() != options["parent"]:
                logger.warning("worker_orphaned")  # the server was killed outright; its next start brings a worker
                break
            if not turn(turns):
                ending.wait(PAUSE_SECONDS)


def turn(turns: list[Callable[[], int | None]]) -> int:
    """One round of everything that may wait; a fault in one stops neither the others nor the next round."""
    done = 0
    for run_once in turns:
        close_old_connections()
        try:
            done += run_once() or 0
        except Exception:
            logger.exception("worker_turn_failed", extra={"task": run_once.__module__})
    return done


def keep_pulse(ending: threading.Event) -> None:
    """Say that the worker lives, for /healthz; in a thread of its own, so that a slow mail server is no death."""
    while not ending.is_set():
        try:
            cache.set(settings.WORKER_PULSE, timezone.now().timestamp(), timeout=None)
        except Error:
            logger.exception("worker_pulse_failed")
        close_old_connections()
        ending.wait(PULSE_SECONDS)
