"""A PostgreSQL of the tests' own, in a temporary folder, gone afterwards; the machine's own clusters are not touched."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

PLACES = ("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt")


def programs() -> Path | None:
    """The folder of the newest `initdb` and `pg_ctl`; Debian keeps them off the path."""
    on_path = shutil.which("initdb")
    found = [Path(on_path).resolve().parent] if on_path else []
    for place in PLACES:
        found += [folder for folder in Path(place).glob("*/bin") if (folder / "initdb").exists()]
    found = [folder for folder in found if (folder / "pg_ctl").exists() and (folder / "postgres").exists()]
    return max(found, key=_version, default=None)


def _version(folder: Path) -> int:
    number = re.search(r"(\d+)", folder.parent.name)
    return int(number.group(1)) if number else 0


@contextmanager
def cluster(programs: Path) -> Iterator[str]:
    """Start it and yield its DATABASE_URL. It listens on a socket in its own folder and on no port.

    The settings that make tests quick (no fsync) are never for real data, and the server's start-up check refuses them;
    the tests that ask for durability run on SQLite.
    """
    folder = Path(tempfile.mkdtemp(prefix="styrehjul-pg-"))
    user = _user()
    try:
        if user:
            shutil.chown(folder, user)
        data, log = folder / "data", folder / "log"
        _as(user, [programs / "initdb", "--pgdata", data, "--username=styrehjul", "--auth=trust", "--encoding=UTF8",
                   "--locale=C.UTF-8", "--no-sync"])  # fmt: skip
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c full_page_writes=off"
        _as(user, [programs / "pg_ctl", "--pgdata", data, "--log", log, "--wait", "--silent", "-o", options, "start"])
        try:
            yield f"postgresql://styrehjul@/postgres?host={quote(str(folder), safe='')}"
        finally:
            _as(user, [programs / "pg_ctl", "--pgdata", data, "--mode=immediate", "--silent", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str | None:
    """PostgreSQL refuses to run as root; its package brings a user that may."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    return None


def _as(user: str | None, call: list[str | Path]) -> None:
    done = subprocess.run(
        call, user=user, group=user and pwd.getpwnam(user).pw_gid, extra_groups=[] if user else None,
        cwd="/", capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise OSError(0, f"{Path(call[0]).name}: {(done.stderr or done.stdout).strip()[-400:]}", str(call[0]))
