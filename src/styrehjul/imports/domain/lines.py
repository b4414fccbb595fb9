"""What an import would do, row by row, before anything is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from typing import Any


class Fate(StrEnum):
    """What becomes of a row."""

    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    POSSIBLE_DUPLICATE = "possible_duplicate"
    CONFLICT = "conflict"
    NEEDS_DECISION = "needs_decision"
    ERROR = "error"
    SKIPPED = "skipped"
    IGNORED = "ignored"


# While one of these is left, nothing is written.
STOPS = frozenset({Fate.ERROR, Fate.CONFLICT, Fate.POSSIBLE_DUPLICATE})
WRITES = frozenset({Fate.CREATE, Fate.UPDATE, Fate.NEEDS_DECISION})


@dataclass(frozen=True)
class CellError:
    """What is wrong, and where: `path` is "Ark1!C7"."""

    path: str
    code: str
    message: str


@dataclass(frozen=True)
class FieldChange:
    """One field of a record, before and after: in words for people, and as plain values for programs."""

    field: str
    old: str
    new: str
    name: str = ""
    was: str | int | None = None
    becomes: str | int | None = None


def plain_value(value: Any) -> str | int | None:
    """A value as a document carries it: days as YYYY-MM-DD, amounts as decimal text, nothing as None."""
    if value in (None, ""):
        return None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return value if isinstance(value, int) else str(value)


@dataclass(frozen=True)
class Line:
    """One row of the file and its fate. `values` are what an action gets; `record` the key of what is there already."""

    sheet: str
    row: int
    fate: Fate
    key: str
    changes: tuple[FieldChange, ...] = ()
    errors: tuple[CellError, ...] = ()
    note: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    record: int | None = None
    # The row's own mark in the list that it comes from, and the names that somebody must choose for.
    own_key: str = ""
    # The number of the project that the row may be.
    same: str = ""
    asks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Plan:
    """A whole file: what would be written, and what stands in the way."""

    kind: str
    file_sha256: str
    lines: tuple[Line, ...]
    absent: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    # What the page asks of the whole file: cells with a colour by column, and what was read beside the rows.
    colours: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Every fate and its number of rows; together all rows of the file."""
        found = Counter(line.fate for line in self.lines)
        return {fate.value: found[fate] for fate in Fate}

    @property
    def is_ready(self) -> bool:
        """Whether it can be carried out as it stands."""
        return not any(line.fate in STOPS for line in self.lines)

    @property
    def writes(self) -> tuple[Line, ...]:
        """The rows that change something."""
        return tuple(line for line in self.lines if line.fate in WRITES)

    @property
    def errors(self) -> tuple[CellError, ...]:
        """Everything that is wrong, in the order of the file."""
        return tuple(error for line in self.lines if line.fate in STOPS for error in line.errors)

    def mark(self) -> str:
        """The fingerprint as one short text."""
        return sha256(self.fingerprint().encode()).hexdigest()

    def fingerprint(self) -> str:
        """The same as long as the same would happen: what was shown is what is carried out."""
        return "\n".join(
            f"{line.sheet}|{line.row}|{line.fate.value}|{line.record}|{[(c.field, c.old, c.new) for c in line.changes]}"
            for line in self.lines
        )


def without(lines: Sequence[Line], skipped: frozenset[int]) -> tuple[Line, ...]:
    """Rows that the person left out by name do nothing and stop nothing."""
    return tuple(
        replace(line, fate=Fate.SKIPPED, changes=(), errors=(), values={}) if line.row in skipped else line
        for line in lines
    )


def place(sheet: str, column: int, row: int) -> str:
    """ "Ark1!C7"; in a text file "C7"."""
    letters = ""
    index = column
    while True:
        letters = chr(ord("A") + index % 26) + letters
        index = index // 26 - 1
        if index < 0:
            break
    return f"{sheet}!{letters}{row}" if sheet else f"{letters}{row}"
