"""`python -m styrehjul.plans.solving.child`: the solver's process. A request as a line on standard input, lines of JSON out.

It knows no database and no settings. It ends when the parent closes its standard input.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from decimal import Decimal
from typing import Any, BinaryIO

from styrehjul.plans.domain.problem_file import compact
from styrehjul.plans.solving import studies
from styrehjul.plans.solving.highs import version
from styrehjul.plans.solving.rounds import Watch


def main(orders: BinaryIO, answers: BinaryIO) -> None:
    request: dict[str, Any] = json.loads(orders.readline(), parse_float=Decimal)
    limit_memory(int(request["memory_mb"]))
    stopped = threading.Event()
    threading.Thread(target=listen, args=(orders, stopped), daemon=True).start()

    def tell(message: dict[str, Any]) -> None:
        answers.write(compact(message) + b"\n")
        answers.flush()

    tell({"kind": "ready", "solver": version()})
    watch = Watch(until=time.monotonic() + float(request["seconds"]), tell=tell, stop=stopped.is_set)
    studies.KINDS[request["kind"]](request, watch)
    tell({"kind": "done"})


def listen(orders: BinaryIO, stopped: threading.Event) -> None:
    """A line is the stop button; the end of the input means that nobody waits any more."""
    if orders.readline():
        stopped.set()
        orders.read()
    os._exit(3)


def limit_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    if megabytes:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024,) * 2)


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(5)  # the pages come first
    # What a library prints goes to standard error, so that the answers stay whole lines of JSON.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    main(sys.stdin.buffer, out)
    out.flush()
    os._exit(0)
