"""What is committed, for the tests that read the repository itself."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@lru_cache
def committed() -> tuple[Path, ...]:
    """Every file that git knows and that is still there."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    names = done.stdout.decode().split("\0")
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def texts(*suffixes: str, under: str = "") -> Iterator[tuple[str, str]]:
    """Path and text of the committed files with one of the suffixes (or all that are text)."""
    for path in committed():
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(under) or (suffixes and path.suffix not in suffixes):
            continue
        try:
            yield name, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
