"""Static files, hashed and compressed once, and again only when one of them has changed."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from styrehjul.management.base import refused


def collect_when_stale() -> bool:
    """True where they were collected now."""
    if not (settings.BUILD / "frontend").is_dir():
        raise refused("frontend.missing", "Filerne til siderne mangler: start gennem ./styrehjul, som henter dem.")
    seal, stamp = fingerprint(), settings.BUILD / "static.stamp"
    is_fresh = stamp.exists() and stamp.read_text(encoding="ascii") == seal
    if is_fresh and (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        return False
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(seal, encoding="ascii")
    return True


def fingerprint() -> str:
    """Name, size and time of each file: a look at a few hundred files, not their content."""
    seal = hashlib.sha256(str(settings.STATIC_ROOT).encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            found = os.stat(storage.path(name))
            seal.update(f"{name}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return seal.hexdigest()
