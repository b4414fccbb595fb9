"""How far an import has come, told beside the database: its one transaction shows nothing of itself until it is done."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from django.conf import settings


def _path(run: UUID) -> Path:
    return Path(settings.MEDIA_ROOT) / "import-progress" / str(run)


def teller(run: UUID) -> Callable[[int, int], None]:
    """What the import calls as it goes."""

    def tell(done: int, of: int) -> None:
        path = _path(run)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps([done, of]), encoding="ascii")

    return tell


def told(run: UUID) -> tuple[int, int]:
    """Rows written of rows to write; (0, 0) before anything is known."""
    try:
        done, of = json.loads(_path(run).read_text(encoding="ascii"))
        return int(done), int(of)
    except (OSError, ValueError):
        return 0, 0


def forget(run: UUID) -> None:
    """The import is over."""
    with suppress(OSError):
        _path(run).unlink()
