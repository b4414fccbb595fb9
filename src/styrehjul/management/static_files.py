"""Static files, hashed and compressed once, in a folder named by their content.

A server keeps the files it started with: another start whose files are other makes a folder beside, and touches none
that a running server may read from.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.management.commands.collectstatic import Command as Collect
from django.core.files.storage import storages
from django.core.management import call_command

from styrehjul.management.base import refused

KEPT = 12  # some ten megabytes each; only the last of so many changes in a row lets go of a server's files
NAME = re.compile(r"[0-9a-f]{16}")


def collect_when_stale() -> bool:
    """True where they were collected now. From here on the pages use the folder of today's files."""
    if not (settings.BUILD / "frontend").is_dir():
        raise refused("frontend.missing", "Filerne til siderne mangler: start gennem ./styrehjul, som henter dem.")
    root = Path(settings.STATIC_HOME)
    folder = root / fingerprint()
    is_new = not (folder / "staticfiles.json").exists()
    if is_new:
        _collect_into(folder)
    os.utime(folder)  # which ones were started from last
    settings.STATIC_ROOT = folder
    os.environ["STYREHJUL_STATIC"] = str(folder)  # for the server's processes, where they read the settings themselves
    _clear_away(root)
    return is_new


def fingerprint() -> str:
    """What the files are called and what stands in them."""
    seal = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            content = Path(storage.path(name)).read_bytes()
            seal.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return seal.hexdigest()[:16]


def _collect_into(folder: Path) -> None:
    """Made beside and given its name when it is whole: two who start at once both end with a whole folder."""
    draft = folder.with_name(f".ny-{os.getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    command = Collect()
    command.storage = storages.create_storage({**settings.STORAGES["staticfiles"], "OPTIONS": {"location": draft}})
    call_command(command, interactive=False, verbosity=0)
    try:
        draft.rename(folder)
    except OSError:
        if not (folder / "staticfiles.json").exists():
            raise
        shutil.rmtree(draft, ignore_errors=True)


def _clear_away(root: Path) -> None:
    """Folders that many later starts have left behind."""
    folders = [found for found in root.iterdir() if NAME.fullmatch(found.name)]
    for old in sorted(folders, key=lambda found: found.stat().st_mtime, reverse=True)[KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
