"""From a person's file to sheets with known columns. What must never come in is stopped here."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from styrehjul.documents.sheets import Table, read_rows
from styrehjul.imports.domain import contracts, followups, matching, organisation, systems
from styrehjul.imports.domain.cells import Cell, has_cpr, plain, truth_of
from styrehjul.imports.domain.columns import (
    Synonyms,
    alike,
    as_chosen,
    field_named,
    known_words,
    match_columns,
    named_apart,
)
from styrehjul.imports.domain.fields import OF_THE_FILE
from styrehjul.imports.domain.guess import by_content
from styrehjul.imports.domain.lines import place
from styrehjul.imports.domain.rows import Said, Sheet
from styrehjul.kernel.cpr import names_cpr
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.people.models import OrgUnit
from styrehjul.portfolio.queries.settings import settings

# More units, people or follow-ups than this in one file is a mistake of the file; of projects the municipality chooses.
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
    "systems": Kind("systems", "systemer", systems.SYNONYMS, "name"),
    "contracts": Kind("contracts", "kontrakter", contracts.SYNONYMS, "name"),
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
    # Projects only: where the headings stand, heading -> field, heading -> unit of money, and what was chosen for names
    # and rows (`domain.rows.Said`).
    header_row: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    decided: Mapping[int, str] = field(default_factory=dict)
    key_column: str = ""
    profile: int | None = None
    # A command has nobody to give a status.
    by_person: bool = True

    @cached_property
    def sha256(self) -> str:
        """The file's fingerprint."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def repairs(self) -> bool:
        """Whether letters that were encoded twice are to be read as what they were."""
        return plain(self.given.get("repair", "")) in {"ret", "ja", "1"}

    def said(self, *, ours: bool) -> Said:
        """What was said of the file beside its cells."""
        colours = self.given.get("colours", "")
        return Said(
            {name: value for name, value in self.given.items() if name not in OF_THE_FILE or name == "money_unit"},
            self.units, self.names, self.decided, bool(colours) and truth_of(colours), self.key_column, ours,
        )  # fmt: skip


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
    first = first_table(asked)
    tables = [first]
    if asked.kind == "organisation" and asked.sheet is None:
        words = _words_of(asked.kind)
        tables += [read_rows(asked.name, asked.data, name, known=words) for name in first.sheets if name != first.sheet]
    limit = settings().max_import_rows if asked.kind == "projects" else MOST_ROWS
    for table in tables:
        _refuse(table, limit)
    if asked.kind == "organisation":
        return [_organisation_sheet(table, asked.name) for table in tables]
    kind = KINDS[asked.kind]
    if asked.kind == "projects":
        return [(asked.kind, project_sheet(asked, first))]
    return [(asked.kind, _sheet(first, kind.synonyms, kind.needed, asked.name))]


def first_table(asked: Asked) -> Table:
    """The file's table as it stands, before anybody has said what it is. Raises Refused for an unreadable file."""
    table = _Tables.get(asked)
    if table.double_encoded and not asked.given.get("repair"):
        raise Refused("import.double_encoded", name=asked.name)
    return table


class _Tables:
    """The file that was read last, and the one before: a person looks at the same one page by page."""

    @staticmethod
    def get(asked: Asked) -> Table:
        key = (asked.sha256, asked.name, asked.sheet, asked.kind, asked.header_row, asked.repairs)
        return _kept_table(key, _Bytes(asked.data))


class _Bytes:
    """Bytes that count as alike: the file's mark beside them says which they are."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Bytes)


@lru_cache(maxsize=2)
def _kept_table(key: tuple[str, str, str | None, str, int | None, bool], data: _Bytes) -> Table:
    _sha, name, sheet, kind, header_row, repair = key
    return read_rows(name, data.data, sheet, known=_words_of(kind), header_row=header_row, repair=repair)


def _words_of(kind: str) -> tuple[str, ...]:
    return tuple(word for synonyms in _synonyms_of(kind) for word in known_words(synonyms))


def project_sheet(asked: Asked, table: Table, *, needs_title: bool = True) -> Sheet:
    """A sheet of projects with its columns guessed, and mended by what the person has said of them."""
    cells = [row.cells for row in table.rows]
    headers = named_apart(table.headers, _filled(table.headers, cells))
    synonyms = {name: words for name, words in matching.SYNONYMS.items() if name not in OF_THE_FILE}
    guess = by_content(match_columns(headers, synonyms), cells, _unit_words())
    columns = as_chosen(headers, guess, asked.columns)
    if needs_title and "title" not in columns.of and "*" not in asked.columns:
        raise Refused(
            "import.no_title",
            name=asked.name,
            wanted=synonyms["title"][0],
            headers=[h for h in headers if h] or ["ingen"],
        )
    if (
        needs_title
        and "*" not in asked.columns
        and (same := alike(table.headers, list(columns.of.values()), asked.columns))
    ):
        raise Refused("import.same_heading", name=asked.name, headings=list(same))
    notes: dict[int, list[tuple[int, str]]] = {}
    for row, at, text in table.notes:
        notes.setdefault(row, []).append((at, text))
    return Sheet(
        table.sheet,
        columns,
        [(row.number, row.cells) for row in table.rows],
        lights=table.lights,
        notes=notes,
        lone=table.lone,
        hidden=table.hidden_rows,
        epoch1904=table.epoch1904,
    )


def _filled(headers: tuple[str, ...], rows: list[tuple[Cell, ...]]) -> list[bool]:
    return [
        bool(header) or any(at < len(cells) and cells[at] != "" for cells in rows) for at, header in enumerate(headers)
    ]


def _unit_words() -> frozenset[str]:
    return frozenset(plain(name) for name in OrgUnit.objects.values_list("name", flat=True))


def _organisation_sheet(table: Table, name: str) -> tuple[str, Sheet]:
    if organisation.is_people(table.headers):
        return "people", _sheet(table, organisation.PERSON_SYNONYMS, "name", name)
    return "units", _sheet(table, organisation.UNIT_SYNONYMS, "name", name)


def _sheet(table: Table, synonyms: Synonyms, needed: str, name: str) -> Sheet:
    # Who keeps a system for all municipalities ("ejer_forvalter") is nobody of ours.
    columns = match_columns(table.headers, synonyms, exactly={"owner"})
    if needed not in columns.of:
        headers = [header for header in table.headers if header] or ["ingen"]
        raise Refused("import.no_title", name=name, wanted=synonyms[needed][0], headers=headers)
    return Sheet(table.sheet, columns, [(row.number, row.cells) for row in table.rows])


def _refuse(table: Table, limit: int) -> None:
    """CPR numbers never come in, and a formula without a value is no empty cell."""
    if len(table.rows) > limit:
        raise Refused("import.too_many", rows=len(table.rows), limit=limit)
    numbers = [
        Reason("import.cpr", {"place": place(table.sheet, column, row.number)})
        for row in table.rows
        for column, cell in enumerate(row.cells)
        if has_cpr(cell)
    ]
    numbers += [
        Reason("import.cpr", {"place": f"Kolonnen “{header}”"}) for header in table.headers if names_cpr(header)
    ]
    if numbers:
        raise Refused.because(numbers[:50])
    if table.uncalculated:
        prefix = f"{table.sheet}!" if table.sheet else ""
        raise Refused.because(
            [Reason("import.uncalculated", {"place": f"{prefix}{cell}"}) for cell in table.uncalculated]
        )
