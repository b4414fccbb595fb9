"""From a person's file to sheets with known columns. What must never come in is stopped here."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from styrehjul.documents.sheets import Table, read_rows
from styrehjul.imports.domain import followups, matching, organisation
from styrehjul.imports.domain.cells import has_cpr
from styrehjul.imports.domain.columns import Synonyms, field_named, known_words, match_columns
from styrehjul.imports.domain.lines import place
from styrehjul.imports.domain.matching import Sheet
from styrehjul.kernel.refusal import Reason, Refused

# Suggested (forslag): more projects than this in one file is a mistake of the file, not a portfolio.
MOST_ROWS = 5_000


@dataclass(frozen=True)
class Kind:
    """One kind of file: its words for people, its columns, and the one that it cannot be without."""

    code: str
    title: str
    synonyms: Synonyms
    needed: str


KINDS: Mapping[str, Kind] = {
    "projects": Kind("projects", "projekter", matching.SYNONYMS, "title"),
    "organisation": Kind("organisation", "enheder og personer", organisation.UNIT_SYNONYMS, "name"),
    "followups": Kind("followups", "opfølgninger", followups.SYNONYMS, "text"),
}


@dataclass(frozen=True)
class Asked:
    """A file and what was said with it."""

    kind: str
    name: str
    data: bytes
    sheet: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    skipped: frozenset[int] = frozenset()

    @property
    def sha256(self) -> str:
        """The file's fingerprint."""
        return hashlib.sha256(self.data).hexdigest()


def given_fields(kind: str, words: Mapping[str, str]) -> dict[str, str]:
    """Values for the whole file by field; KeyError with the word that means no field."""
    found: dict[str, str] = {}
    for word, value in words.items():
        name = next((n for synonyms in _synonyms_of(kind) if (n := field_named(word, synonyms))), None)
        if name is None:
            raise KeyError(word)
        found[name] = value
    return found


def _synonyms_of(kind: str) -> tuple[Synonyms, ...]:
    if kind == "organisation":
        return organisation.UNIT_SYNONYMS, organisation.PERSON_SYNONYMS
    return (KINDS[kind].synonyms,)


def read_sheets(asked: Asked) -> list[tuple[str, Sheet]]:
    """The file's sheets as ("units" | "people" | the kind, rows). Raises Refused for what no row can mend."""
    known = tuple(word for synonyms in _synonyms_of(asked.kind) for word in known_words(synonyms))
    first = read_rows(asked.name, asked.data, asked.sheet, known=known)
    tables = [first]
    if asked.kind == "organisation" and asked.sheet is None:
        tables += [read_rows(asked.name, asked.data, name, known=known) for name in first.sheets if name != first.sheet]
    for table in tables:
        _refuse(table)
    if asked.kind != "organisation":
        kind = KINDS[asked.kind]
        return [(asked.kind, _sheet(first, kind.synonyms, kind.needed, asked.name))]
    return [_organisation_sheet(table, asked.name) for table in tables]


def _organisation_sheet(table: Table, name: str) -> tuple[str, Sheet]:
    if organisation.is_people(table.headers):
        return "people", _sheet(table, organisation.PERSON_SYNONYMS, "name", name)
    return "units", _sheet(table, organisation.UNIT_SYNONYMS, "name", name)


def _sheet(table: Table, synonyms: Synonyms, needed: str, name: str) -> Sheet:
    columns = match_columns(table.headers, synonyms)
    if needed not in columns.of:
        headers = [header for header in table.headers if header] or ["ingen"]
        raise Refused("import.no_title", name=name, wanted=synonyms[needed][0], headers=headers)
    return Sheet(table.sheet, columns, [(row.number, row.cells) for row in table.rows])


def _refuse(table: Table) -> None:
    """CPR numbers never come in, and a formula without a value is no empty cell."""
    if len(table.rows) > MOST_ROWS:
        raise Refused("import.too_many", rows=len(table.rows), limit=MOST_ROWS)
    numbers = [
        Reason("import.cpr", {"place": place(table.sheet, column, row.number)})
        for row in table.rows
        for column, cell in enumerate(row.cells)
        if has_cpr(cell)
    ]
    if numbers:
        raise Refused.because(numbers[:50])
    if table.uncalculated:
        prefix = f"{table.sheet}!" if table.sheet else ""
        raise Refused.because(
            [Reason("import.uncalculated", {"place": f"{prefix}{cell}"}) for cell in table.uncalculated]
        )
