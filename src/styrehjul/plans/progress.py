"""How far a calculation has come, told beside the database: it changes many times a second and is forgotten at the end."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from django.conf import settings

from styrehjul.plans.domain.problem_file import compact

LEAST_BETWEEN = 0.5


@dataclass(frozen=True)
class Told:
    """`rows` counts what a study has found; the others are those of a search."""

    best: Decimal | None = None
    bound: Decimal | None = None
    gap: Decimal | None = None
    rows: int = 0


class Teller:
    """What the worker tells; not more often than anybody can read."""

    def __init__(self, run: UUID) -> None:
        self.path, self.last = _path(run), 0.0

    def tell(self, told: Told) -> None:
        if time.monotonic() - self.last < LEAST_BETWEEN:
            return
        self.last = time.monotonic()
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside = self.path.with_suffix(".ny")
            beside.write_bytes(compact(vars(told)))
            beside.replace(self.path)


def told(run: UUID) -> Told:
    try:
        return Told(**json.loads(_path(run).read_bytes(), parse_float=Decimal))
    except (OSError, ValueError, TypeError):
        return Told()


def forget(run: UUID) -> None:
    with suppress(OSError):
        _path(run).unlink()


def _path(run: UUID) -> Path:
    return Path(settings.MEDIA_ROOT) / "plan-progress" / str(run)
