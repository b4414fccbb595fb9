"""Starts the solver's process, follows it, stops it and, where it does not stop, ends it."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from styrehjul.plans.domain.problem_file import compact

GRACE = 10.0  # seconds beyond the limit, or after the stop button, before the process is ended
SRC = Path(__file__).resolve().parents[3]
POLL = 0.1


def messages(
    request: dict[str, Any], *, seconds: float, memory_mb: int, cancel: Callable[[], bool] | None = None
) -> Iterator[dict[str, Any]]:
    """What the process says, line by line. The last one is `done`; without it the process died or was ended."""
    process = _started()
    try:
        lines: queue.Queue[bytes | None] = queue.Queue()
        assert process.stdin is not None
        assert process.stdout is not None
        threading.Thread(target=_read, args=(process.stdout, lines), daemon=True).start()
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(compact({**request, "seconds": seconds, "memory_mb": memory_mb}) + b"\n")
            process.stdin.flush()
        until, stopping = time.monotonic() + seconds + GRACE, False
        while time.monotonic() < until:
            if not stopping and cancel is not None and cancel():
                stopping, until = True, min(until, time.monotonic() + GRACE)
                with contextlib.suppress(OSError):
                    process.stdin.write(b"stop\n")
                    process.stdin.flush()
            try:
                line = lines.get(timeout=POLL)
            except queue.Empty:
                continue
            if line is None:
                return
            message = json.loads(line, parse_float=Decimal)
            yield message
            if message["kind"] == "done":
                return
    finally:
        process.kill()
        with contextlib.suppress(OSError):
            process.communicate(timeout=GRACE)


def _started() -> subprocess.Popen[bytes]:
    # Nothing of the product's own environment goes along: the solver needs no database and no secrets.
    kept = {
        name: os.environ[name]
        for name in ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "LD_LIBRARY_PATH")
        if name in os.environ
    }
    environment = {
        **kept,
        "PYTHONPATH": str(SRC),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONUTF8": "1",
    }
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "styrehjul.plans.solving.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )


def _read(stream: IO[bytes], lines: queue.Queue[bytes | None]) -> None:
    with contextlib.suppress(OSError, ValueError):
        for line in stream:
            lines.put(line)
    lines.put(None)
