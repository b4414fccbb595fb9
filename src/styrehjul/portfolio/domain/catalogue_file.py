"""A file with the catalogue, as entries: its headings, its rows, and what is wrong with them by row and column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from styrehjul.portfolio.domain.catalogue import Deadline, EntryFacts, Verified, plain_name
from styrehjul.portfolio.domain.life import Category

# The headings of the shipped file, and other words for the same.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "number": ("nr", "nummer"),
    "name": ("navn", "projektnavn", "projekt", "titel"),
    "programme": ("program", "strategi"),
    "owner": ("ejer", "ekstern ejer"),
    "start_year": ("start_aar", "startår", "start"),
    "end_year": ("slut_aar", "slutår", "slut"),
    "description": ("beskrivelse",),
    "category": ("kategori_i_kommissoriet", "kategori"),
    "law": ("lov_eller_aftale", "lov eller aftale", "lov", "aftale"),
    "deadlines": ("frister", "frist", "eksterne frister"),
    "link": ("link", "henvisning"),
    "verified": ("verificeret", "efterprøvet"),
    "source": ("kilde",),
}
KNOWN = tuple(word for words in HEADINGS.values() for word in words)
LENGTHS = {"name": 200, "programme": 200, "owner": 200, "law": 300, "source": 500}
_ADDRESS = re.compile(r"https?://\S+")
_YEARS = range(1950, 2200)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row, in which column (counted from 0)."""

    column: int
    code: str
    facts: Mapping[str, str]


@dataclass(frozen=True)
class ReadRow:
    """A row of the file: an entry, or its faults. A row that says nothing has neither."""

    row: int
    entry: EntryFacts | None
    faults: tuple[Fault, ...] = ()
    repeats: bool = False


def places_of(headers: Sequence[str]) -> dict[str, int]:
    """Where each fact stands; empty for one that the file has no column for."""
    words = [plain_name(str(header)) for header in headers]
    found: dict[str, int] = {}
    for name, known in HEADINGS.items():
        place = next((words.index(word) for word in known if word in words), None)
        if place is not None:
            found[name] = place
    return found


def is_catalogue(headers: Sequence[str]) -> bool:
    """Whether a file with these headings can be the catalogue: it numbers and names its rows, and tells who owns them."""
    return {"number", "name", "owner"} <= places_of(headers).keys()


def read_entries(headers: Sequence[str], rows: Sequence[tuple[int, Sequence[Any]]]) -> list[ReadRow]:
    """Every row as an entry or as its faults; a name or a number that stands twice marks the later row."""
    places = places_of(headers)
    seen: set[tuple[str, str]] = set()
    return [_row(number, cells, places, seen) for number, cells in rows]


def _row(number: int, cells: Sequence[Any], places: Mapping[str, int], seen: set[tuple[str, str]]) -> ReadRow:
    def cell(name: str) -> str:
        place = places.get(name)
        return _text(cells[place]) if place is not None and place < len(cells) else ""

    if not any(cell(name) for name in places):
        return ReadRow(number, None)
    faults: list[Fault] = []

    def fault(name: str, code: str, **facts: str) -> None:
        faults.append(Fault(places.get(name, 0), code, facts))

    serial = _number(cell("number"))
    if serial is None:
        fault("number", "catalogue.number", value=cell("number"))
    if not cell("name"):
        fault("name", "catalogue.name")
    for name, most in LENGTHS.items():
        if len(cell(name)) > most:
            fault(name, "catalogue.too_long", most=str(most))
    years = {name: _year(cell(name)) for name in ("start_year", "end_year")}
    for name, year in years.items():
        if cell(name) and year is None:
            fault(name, "catalogue.year", value=cell(name))
    deadlines = _deadlines(cell("deadlines"))
    if deadlines is None:
        fault("deadlines", "catalogue.deadline", value=cell("deadlines"))
    category = _category(cell("category"))
    if category is None:
        fault("category", "catalogue.category", value=cell("category"))
    if faults:
        return ReadRow(number, None, tuple(faults))
    keys = {("name", plain_name(cell("name"))), ("number", str(serial))}
    repeats = bool(keys & seen)
    seen |= keys
    address = _ADDRESS.search(cell("link")) or _ADDRESS.search(cell("source"))
    entry = EntryFacts(
        number=serial or 0, name=cell("name"), programme=cell("programme"), owner=cell("owner"),
        start_year=years["start_year"], end_year=years["end_year"], description=cell("description"),
        category=category or Category.NATIONAL.value, law=cell("law"), link=address[0] if address else "",
        source=cell("source"), verified=_verified(cell("verified")), deadlines=deadlines or (),
    )  # fmt: skip
    return ReadRow(number, entry, repeats=repeats)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and 0 < int(text) < 100_000 else None


def _year(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and int(text) in _YEARS else None


def _category(text: str) -> str | None:
    word = text.casefold()
    if not word or word == Category.NATIONAL or word.startswith("national"):
        return Category.NATIONAL.value
    if word == Category.CROSS or word.startswith("tværkommunal"):
        return Category.CROSS.value
    return None


def _verified(text: str) -> str:
    word = text.casefold()
    if word == "ja":
        return Verified.YES.value
    return Verified.NAME_ONLY.value if word.startswith("delvis") else Verified.NO.value


def _deadlines(text: str) -> tuple[Deadline, ...] | None:
    """ "2027-01-01 skal være i drift; 2027-07-01" as deadlines; None where a day cannot be read."""
    found = []
    for part in (part.strip() for part in text.split(";")):
        if not part:
            continue
        day, _, words = part.partition(" ")
        try:
            found.append(Deadline(date.fromisoformat(day.rstrip(":")), words.strip(" :")[:300]))
        except ValueError:
            return None
    return tuple(found)
