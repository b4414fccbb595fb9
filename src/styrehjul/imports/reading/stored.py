"""What was said with a file, kept for the worker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from styrehjul.imports.reading.files import Asked


def as_stored(asked: Asked) -> dict[str, Any]:
    """What was said with a file, for the worker."""
    return {
        "sheet": asked.sheet,
        "given": dict(asked.given),
        "skipped": sorted(asked.skipped),
        "header_row": asked.header_row,
        "columns": dict(asked.columns),
        "units": dict(asked.units),
        "names": dict(asked.names),
        "decided": {str(row): value for row, value in asked.decided.items()},
        "key_column": asked.key_column,
        "profile": asked.profile,
    }


def from_stored(kind: str, name: str, data: bytes, stored: Mapping[str, Any]) -> Asked:
    """The file with what was said of it."""
    return Asked(
        kind,
        name,
        data,
        stored["sheet"],
        stored["given"],
        frozenset(stored["skipped"]),
        stored["header_row"],
        stored["columns"],
        stored["units"],
        stored["names"],
        {int(row): value for row, value in stored["decided"].items()},
        stored["key_column"],
        stored["profile"],
    )
