"""The production server with its worker beside it, in one command that stops cleanly."""

from __future__ import annotations

import gc
import ipaddress
import multiprocessing
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable

from django.conf import settings
from django.db import connections
from django.urls import get_resolver
from django.utils.module_loading import import_string

from styrehjul.management import static_files
from styrehjul.management.base import CommandRefused, Problem, refused

# Four requests at a time in each process are what two cores can carry; the rest wait in the socket's queue instead of
# as 256 threads that each want the database's write lock.
THREADS_PER_WORKER = 4
WAITING_PER_WORKER = 32
SECONDS_TO_STOP = 15
RESTART_AFTER_SECONDS = 5


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def check_before_start(host: str, port: int) -> None:
    """Raises CommandRefused with every reason not to serve."""
    if not is_loopback(host):
        if settings.DEMO:
            raise refused("demo.loopback", f"Demoen lytter kun på denne maskine (127.0.0.1), ikke på {host}.")
        if settings.DEBUG:
            raise refused("debug.loopback", "STYREHJUL_DEBUG er sat; så lyttes der kun på denne maskine.")
        if not settings.HTTPS:
            raise refused(
                "https.missing",
                f"Uden https lyttes der kun på denne maskine, ikke på {host}: sæt STYREHJUL_URL til den https-adresse, "
                "folk bruger, og sæt en proxy med TLS foran.",
            )
    if found := import_string(settings.START_CHECKS)():
        raise CommandRefused(*(Problem("", "start", sentence) for sentence in found))
    if not is_free(host, port):
        raise refused("port.taken", f"Port {port} på {host} er optaget: vælg en anden med --port.")


def is_free(host: str, port: int) -> bool:
    """Whether the server may have the port."""
    bare = host.strip("[]")
    with socket.socket(socket.AF_INET6 if ":" in bare else socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((bare, port))
        except OSError:
            return False
    return True


def serve(host: str, port: int, workers: int, *, say: Callable[[str], None], ready: Callable[[], None]) -> None:
    """Serve until SIGTERM or SIGINT; requests under way are finished and the worker ends its turn."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    check_before_start(host, port)
    if not settings.DEBUG and static_files.collect_when_stale():
        say("Samlede filerne til siderne.")
    prepare_to_share()
    server = Granian(
        "styrehjul.config.wsgi:application",
        address=host.strip("[]"),
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS_PER_WORKER,
        backpressure=WAITING_PER_WORKER,
        backlog=256,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=SECONDS_TO_STOP,
        log_dictconfig=settings.LOGGING,
        log_level=LogLevels.warning,
    )
    background = BackgroundWork()
    server.on_startup(background.start)
    server.on_startup(ready)
    try:
        server.serve()
    finally:
        background.stop()


def prepare_to_share() -> None:
    """Read in every page once, here; the server's processes are forks that share it.

    Each reading them in for itself costs seconds at the start and twice the memory. No connection to the database may
    be open in a fork, and the collector must not touch what is shared, or each gets a copy after all.
    """
    get_resolver().url_patterns  # noqa: B018 - the reading is what is wanted
    connections.close_all()
    multiprocessing.set_start_method("fork" if sys.platform == "linux" else "spawn", force=True)
    gc.collect()
    gc.freeze()


class BackgroundWork:
    """The worker process: started with the server, started again when it falls, stopped with the server."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._ending = threading.Event()
        self._watch = threading.Thread(target=self._keep_up, name="background-work", daemon=True)

    def start(self) -> None:
        self._watch.start()

    def stop(self) -> None:
        """Ask it to end its turn, and wait as long as a turn may take."""
        self._ending.set()
        process = self._process
        if process is None or process.poll() is not None:
            return
        process.terminate()
        try:
            process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _keep_up(self) -> None:
        while not self._ending.is_set():
            call = [sys.executable, "-m", "styrehjul", "worker", "--parent", str(os.getpid())]
            self._process = subprocess.Popen(call, env=os.environ.copy())
            if self._ending.is_set():  # stop() came between the check and the start
                self._process.terminate()
            self._process.wait()
            self._ending.wait(RESTART_AFTER_SECONDS)
