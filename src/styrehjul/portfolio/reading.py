"""The catalogue as a file: the one that ships, or one that somebody chose."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from styrehjul.documents.sheets import read_rows
from styrehjul.kernel.refusal import Refused
from styrehjul.portfolio.domain.catalogue import EntryFacts
from styrehjul.portfolio.domain.catalogue_file import KNOWN, Fault, ReadRow, is_catalogue, read_entries

SHIPPED = Path(__file__).parent / "catalogue" / "national_projects.csv"
MOST_FAULTS = 5


@dataclass(frozen=True)
class CatalogueFile:
    """A catalogue that was read: its rows, and which file they came from."""

    name: str
    sha256: str
    sheet: str
    rows: tuple[ReadRow, ...]

    @property
    def entries(self) -> list[EntryFacts]:
        """What can be loaded: each entry once."""
        return [row.entry for row in self.rows if row.entry is not None and not row.repeats]

    @property
    def faults(self) -> list[tuple[int, Fault]]:
        """Everything that is wrong, with its row."""
        return [(row.row, fault) for row in self.rows for fault in row.faults]


def read_catalogue(name: str, data: bytes, *, sheet: str | None = None, skipped: Iterable[int] = ()) -> CatalogueFile:
    """Read a file as the catalogue. Raises Refused for one that is none, or cannot be read as a table."""
    table = read_rows(name, data, sheet, known=KNOWN)
    if not is_catalogue(table.headers):
        raise Refused("catalogue.not_one")
    left_out = frozenset(skipped)
    rows = [(row.number, row.cells) for row in table.rows if row.number not in left_out]
    found = tuple(read_entries(table.headers, rows))
    return CatalogueFile(name, hashlib.sha256(data).hexdigest(), table.sheet, found)


def shipped_catalogue() -> CatalogueFile:
    """The catalogue that ships with the product."""
    return read_catalogue(SHIPPED.name, SHIPPED.read_bytes())


def refuse_faults(found: CatalogueFile) -> CatalogueFile:
    """The file, or Refused with the first of what is wrong in it."""
    if not found.faults:
        return found
    told = [f"række {row}: {fault.facts.get('value', '') or 'mangler'}" for row, fault in found.faults[:MOST_FAULTS]]
    more = len(found.faults) - MOST_FAULTS
    raise Refused("catalogue.rows_wrong", faults="; ".join([*told, *([f"og {more} mere"] if more > 0 else [])]))
