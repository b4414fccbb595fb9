"""One row of a file of projects as values: each cell read as its field, and every fault at its cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from styrehjul.imports.domain import fields
from styrehjul.imports.domain.cells import (
    Cell,
    Unreadable,
    amount_of,
    is_about,
    is_broken,
    light_of,
    number_of,
    plain,
    several,
    span_of,
    text_of,
    unit_in,
)
from styrehjul.imports.domain.columns import Columns
from styrehjul.imports.domain.fields import CATEGORY_OF, EMPTY_MARK, FIELD_WORDS, LIMITS, STATE_OF, SUBTYPE_OF, TOTALS
from styrehjul.imports.domain.lines import CellError, place

KEPT_AS_TEXT = "kendes ikke og gemmes som tekst"
AS_TEXT = "tekst"
# Before the heading of what is kept beside a project, in our own files.
OTHER = "Øvrigt: "


@dataclass(frozen=True)
class Existing:
    """A project that is there: its key, number and what a file can say about it, in the words of an export."""

    pk: int
    number: str
    title: str
    category: str
    values: Mapping[str, Any]
    extra: Mapping[str, str] = field(default_factory=dict)
    # The name of the phase that it stands in. A file never moves it: that is what gates are for.
    phase: str = ""


@dataclass(frozen=True)
class Known:
    """What the municipality has already: projects, names of units and of people, and what was last agreed of each."""

    projects: Sequence[Existing] = ()
    units: Mapping[str, int] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    unit_names: Mapping[int, str] = field(default_factory=dict)
    person_names: Mapping[int, str] = field(default_factory=dict)
    # Words that two share: nobody is guessed, and the person chooses.
    several_units: Mapping[str, Sequence[int]] = field(default_factory=dict)
    several_people: Mapping[str, Sequence[int]] = field(default_factory=dict)
    # (the moment of an export or "", project) -> what both sides said then.
    bases: Mapping[tuple[str, int], Mapping[str, Any]] = field(default_factory=dict)
    # The goals that the municipality has: a file never makes one.
    goals: Mapping[str, str] = field(default_factory=dict)
    # So much alike two titles are, of 1, before somebody is asked whether they are the same.
    alike: float = 0.9
    # A row's own mark in its list -> the project that it became last.
    keys: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """What the person has said of the file beside its cells."""

    given: Mapping[str, str] = field(default_factory=dict)
    # Heading -> "kr", "tkr" or "mio".
    units: Mapping[str, str] = field(default_factory=dict)
    # "lead_area|skoler" -> the key chosen for a name, or "tekst", which leaves it beside the project.
    names: Mapping[str, str] = field(default_factory=dict)
    # Row -> "new", "file", "ours" or the number of the project that it is.
    decided: Mapping[int, str] = field(default_factory=dict)
    colours: bool = False
    key_column: str = ""
    # Whether the file carries our own column of numbers: then an apostrophe before "=" is ours too.
    ours: bool = False


@dataclass(frozen=True)
class Sheet:
    """The rows of a sheet with the numbers a person sees, and the heading's names."""

    name: str
    columns: Columns
    rows: Sequence[tuple[int, Sequence[Cell]]]
    lights: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    notes: Mapping[int, Sequence[tuple[int, str]]] = field(default_factory=dict)
    lone: frozenset[int] = frozenset()
    hidden: frozenset[int] = frozenset()
    epoch1904: bool = False


@dataclass
class Row:
    """One row being read."""

    sheet: Sheet
    number: int
    cells: Sequence[Cell]
    said: Said
    values: dict[str, Any] = field(default_factory=dict)
    errors: list[tuple[int, CellError]] = field(default_factory=list)
    cleared: set[str] = field(default_factory=set)
    asks: list[tuple[str, str]] = field(default_factory=list)
    # What the person should know of the row, though nothing is wrong with it.
    notes: list[str] = field(default_factory=list)

    def cell(self, name: str) -> Cell:
        """The field's cell; where it is empty what was given for the whole file."""
        at = self.sheet.columns.of.get(name)
        found = self.cells[at] if at is not None and at < len(self.cells) else ""
        if found == "" and name in self.said.given:
            return self.said.given[name]
        return found

    def own(self, name: str) -> str:
        """The text of the field's own cell, whatever was given for the file."""
        at = self.sheet.columns.of.get(name)
        return text_of(self.cells[at]) if at is not None and at < len(self.cells) else ""

    def wrong(self, name: str, code: str, message: str) -> None:
        """Note a fault at the field's cell."""
        at = self.sheet.columns.place(name)
        self.errors.append((at, CellError(place(self.sheet.name, at, self.number), code, message)))

    def in_order(self) -> tuple[CellError, ...]:
        """What is wrong, from the left to the right as the row is read."""
        return tuple(error for _at, error in sorted(self.errors, key=lambda pair: pair[0]))

    @property
    def is_ours(self) -> bool:
        """Whether the file is our own workbook; the reading of text files takes our apostrophes off itself."""
        return self.said.ours and bool(self.sheet.name)

    @property
    def key(self) -> str:
        """What the row is called in a list of rows."""
        return self.own("number") or self.own("title")


NOTES = {
    "empty": "Tom række",
    "section": "Overskrift",
    "total": "Sum",
    "note": "Ingen titel: bemærkning",
    "heading": "Overskriften gentaget",
}


def kind_of(sheet: Sheet, number: int, cells: Sequence[Cell]) -> tuple[str, str]:
    """What a row is that is no project: "empty", "section", "total", "note", "heading"; "" for a project."""
    filled = [text for cell in cells if (text := text_of(cell))]
    if not filled:
        return "empty", ""
    first = filled[0]
    if number in sheet.lone or (len(filled) == 1 and plain(first) in CATEGORY_OF):
        return "section", first
    if plain(first).removesuffix(" kr") in TOTALS or plain(first).startswith("i alt "):
        return "total", first
    at = sheet.columns.of.get("title", 0)
    title = text_of(cells[at]) if at < len(cells) else ""
    if len(filled) == 1 and not title:
        return "note", first
    if len(filled) > 1 and all(
        not (text := text_of(cell))
        or (place < len(sheet.columns.headers) and plain(text) == plain(sheet.columns.headers[place]))
        for place, cell in enumerate(cells)
    ):
        return "heading", first
    return "", first


def read(row: Row, known: Known, section: str) -> None:
    """Every field of a row; each one that cannot be read is an error at its cell."""
    _refuse_broken(row)
    _read_texts(row)
    _read_lists(row, known)
    _read_codes(row, section)
    _read_units(row, known)
    _read_people(row, known)
    _read_days(row)
    _read_numbers(row)
    _read_light(row)
    _read_rest(row)


def _refuse_broken(row: Row) -> None:
    for at, cell in enumerate(row.cells):
        if is_broken(cell):
            where = place(row.sheet.name, at, row.number)
            message = f"Cellen viser {text_of(cell)}: en formel, der ikke kan regnes ud. Ret den i Excel, eller skriv værdien."
            row.errors.append((at, CellError(where, "formula", message)))


def _unguarded(text: str) -> str:
    return text[1:] if text[:1] == "'" and text.lstrip("'")[:1] in ("=", "+", "-", "@") else text


def _read_texts(row: Row) -> None:
    for name in ("title", *fields.TEXTS):
        cell = row.cell(name)
        text = "" if is_broken(cell) else text_of(cell)
        if text == EMPTY_MARK:
            row.cleared.add(name)
            text = ""
        limit = LIMITS.get(name, 32_000)
        if len(text) > limit:
            row.wrong(name, "too_long", f"{FIELD_WORDS[name]} er på {len(text)} tegn og må højst være {limit}.")
        row.values[name] = _unguarded(text) if row.is_ours else text
    row.values["title"] = " ".join(row.values["title"].split())
    if not row.values["title"] and not is_broken(row.cell("title")):
        row.wrong("title", "missing", "Rækken har ingen titel.")
    number = row.own("number")
    row.values["number"] = number if number.startswith("P-") else ""


def _read_lists(row: Row, known: Known) -> None:
    """Partners and goals by their names. A goal that nobody has set is kept as text beside the project."""
    row.values["partners"] = ", ".join(sorted(names_in(row.values["partners"])))
    titles = [title for part in row.values["goal"].split(";") if (title := part.strip())]
    met = [known.goals.get(plain(title)) for title in titles]
    row.values["goal"] = "; ".join(sorted({title for title in met if title}))
    if unknown := [title for title, found in zip(titles, met, strict=True) if not found]:
        row.values.setdefault("extra", {})[FIELD_WORDS["goal"]] = "; ".join(unknown)


def names_in(words: str) -> list[str]:
    """The organisations of a line: "Randers Kommune, Syddjurs Kommune og KL"."""
    return list(dict.fromkeys(name for part in re.split(r"[,;\n]| og ", words) if (name := part.strip()[:200])))


def _read_codes(row: Row, section: str) -> None:
    for name, codes in (("category", CATEGORY_OF), ("subtype", SUBTYPE_OF), ("state", STATE_OF)):
        text = text_of(row.cell(name))
        code = codes.get(plain(text), "")
        if text and not code and not is_broken(text):
            row.wrong(name, "unknown_value", f"{FIELD_WORDS[name]} “{text}” kendes ikke.{perhaps(text, codes)}")
        row.values[name] = code
    if section and not row.own("category"):
        # A heading in the sheet says it of the rows below; what was given for the whole file is what is left.
        row.values["category"] = section
    if row.values["category"] != "national" and not row.own("external_owner"):
        # What is said for the whole file is said of the national ones in it.
        row.values["external_owner"] = ""
    said = plain(text_of(row.cell("category")))
    if row.values["category"] == "cross" and not row.values["subtype"]:
        # The kommissorium's sentence covers both halves; an owner outside tells which one it is.
        shared = said in {"tværkommunal", "tværkommunalt"} or bool(row.values["external_owner"])
        row.values["subtype"] = "inter_municipal" if shared else "own_cross"
    if row.values["category"] != "cross":
        row.values["subtype"] = ""
    if row.values["subtype"] != "inter_municipal" and not row.own("partners"):
        row.values["partners"] = ""
    row.values["phase"] = text_of(row.cell("phase"))[: LIMITS["phase"]]


def _read_units(row: Row, known: Known) -> None:
    for name in fields.UNITS:
        text = text_of(row.cell(name))
        row.values[name] = None
        if not text or is_broken(text):
            continue
        chosen = row.said.names.get(f"{name}|{plain(text)}")
        key = int(chosen) if chosen and chosen.isdecimal() else known.units.get(plain(text))
        row.values[name] = key if key in known.unit_names else None
        if chosen == AS_TEXT:
            row.values.setdefault("extra", {})[f"{FIELD_WORDS[name]} (fra filen)"] = text
        elif row.values[name] is None:
            row.asks.append((name, text))
            _unknown_unit(row, name, text, known)


def _unknown_unit(row: Row, name: str, text: str, known: Known) -> None:
    if plain(text) in known.several_units:
        row.wrong(name, "several_units", f"Der er flere enheder, der hedder “{text}”. Vælg, hvilken der menes.")
        return
    near = perhaps(text, known.unit_names.values())
    row.wrong(name, "unknown_unit", f"{FIELD_WORDS[name]} “{text}” findes ikke i organisationen.{near}")


def _read_people(row: Row, known: Known) -> None:
    """A name that nobody has is kept as text beside the record: a file never makes a person."""
    for name in fields.PEOPLE:
        text = text_of(row.cell(name))
        row.values[name] = None
        if not text or is_broken(text):
            continue
        for part in dict.fromkeys([text, *several(text)]):
            chosen = row.said.names.get(f"{name}|{plain(part)}")
            key = int(chosen) if chosen and chosen.isdecimal() else known.people.get(plain(part))
            if chosen is None and plain(part) in known.several_people:
                row.asks.append((name, part))
                row.wrong(name, "several_people", f"Der er flere, der hedder {part}. Vælg, hvem der menes.")
                break
            if key in known.person_names and row.values[name] is None:
                row.values[name] = key
        if row.values[name] is None:
            row.values.setdefault("extra", {})[FIELD_WORDS[name]] = text
            row.notes.append(f"{FIELD_WORDS[name]} “{text[:80]}” {KEPT_AS_TEXT}")


def _read_days(row: Row) -> None:
    for name in fields.DATES:
        cell = row.cell(name)
        row.values[name] = None
        if cell == "" or is_broken(cell):
            continue
        if text_of(cell) == EMPTY_MARK:
            row.cleared.add(name)
            continue
        try:
            said = span_of(cell, epoch1904=row.sheet.epoch1904)
        except Unreadable as fault:
            row.wrong(name, "date", str(fault))
            continue
        row.values[name] = said.last if name == "planned_end" else said.first
        row.values[f"{name}_precision"] = said.precision
    start, end = row.values["planned_start"], row.values["planned_end"]
    if start and end and end < start:
        row.wrong("planned_end", "ends_before_start", "Projektet slutter, før det begynder.")


def _read_numbers(row: Row) -> None:
    readers: tuple[tuple[str, Callable[[Cell, Row], Any]], ...] = (
        ("priority", _priority), ("hours", _plain_number), ("cost_tdkk", _money),
    )  # fmt: skip
    for name, reader in readers:
        cell = row.cell(name)
        row.values[name] = None
        if cell == "" or is_broken(cell):
            continue
        if text_of(cell) == EMPTY_MARK:
            row.cleared.add(name)
            continue
        try:
            row.values[name] = reader(cell, row)
        except Unreadable as fault:
            row.wrong(name, "number", str(fault))


def _priority(cell: Cell, row: Row) -> int | None:
    text = text_of(cell)
    if text in {"-", "–"}:
        return None
    number = number_of(cell)
    if number != int(number) or not 1 <= number <= 999:
        raise Unreadable(f"“{text}” er ikke en prioritet. Skriv et helt tal fra 1 til 999.")
    return int(number)


def _plain_number(cell: Cell, row: Row) -> Decimal:
    return _within(number_of(cell).quantize(Decimal("0.1")), 99_999_999)


def _money(cell: Cell, row: Row) -> Decimal:
    at = row.sheet.columns.of.get("cost_tdkk")
    header = row.sheet.columns.headers[at] if at is not None else ""
    unit = row.said.units.get(header) or row.said.given.get("money_unit", "") or unit_in(header)
    if is_about(cell):
        row.values.setdefault("extra", {})["Økonomi, bemærkning"] = text_of(cell)
    return _within((amount_of(cell, unit_in(unit) or unit) / 1000).quantize(Decimal("0.1")), 99_999_999_999)


def _within(number: Decimal, most: int) -> Decimal:
    if abs(number) > most:
        raise Unreadable(f"{number} er for stort et tal.")
    return number


def _read_light(row: Row) -> None:
    """A light in words or as its letter; the cell's colour where the person has said that it is one."""
    at = row.sheet.columns.of.get("light")
    text = text_of(row.cell("light"))
    light = light_of(text) if text else None
    if row.said.colours and not light:
        colours = row.sheet.lights.get(row.number, {})
        light = colours.get(at) if at is not None else next(iter(colours.values()), None)
    row.values["light"] = light or ""
    sentence = text_of(row.cell("status"))
    if text and light is None and not is_broken(text):
        # Words in the column of lights: they are the status itself.
        row.values.setdefault("extra", {})[row.sheet.columns.headers[at] if at is not None else "Status"] = text
    if len(sentence) > LIMITS["status"]:
        row.wrong(
            "status", "too_long", f"Statusteksten er på {len(sentence)} tegn og må højst være {LIMITS['status']}."
        )
    row.values["status"] = sentence
    try:
        cell = row.cell("status_on")
        row.values["status_on"] = span_of(cell, epoch1904=row.sheet.epoch1904).last if cell != "" else None
    except Unreadable as fault:
        row.wrong("status_on", "date", str(fault))
        row.values["status_on"] = None


def _read_rest(row: Row) -> None:
    """Columns that nobody knows, comments and links stay with the project."""
    extra = {
        name.removeprefix(OTHER): _unguarded(text) if row.is_ours else text
        for name, at in row.sheet.columns.extra
        if at < len(row.cells) and (text := text_of(row.cells[at])) and name and not is_broken(text)
    }
    headers = row.sheet.columns.headers
    for at, text in row.sheet.notes.get(row.number, ()):
        header = headers[at] if at < len(headers) else ""
        extra.setdefault(f"{header} (bemærkning)" if header else "Bemærkning", text)
    row.values["extra"] = {**row.values.get("extra", {}), **extra}


def perhaps(text: str, known: Iterable[str]) -> str:
    """ " Mente du “Skoler”?", where something known is nearly the same word."""
    words = {plain(word): word for word in known}
    near = get_close_matches(plain(text), list(words), n=1, cutoff=0.75)
    return f" Mente du “{words[near[0]]}”?" if near else ""


def shown(name: str, value: Any, known: Known) -> str:
    """A value as the preview tells it."""
    if value in (None, ""):
        return ""
    if name in fields.UNITS:
        return known.unit_names.get(int(value), "")
    if name in fields.PEOPLE:
        return known.person_names.get(int(value), "")
    words = {
        "category": fields.CATEGORY_SHOWN, "subtype": fields.SUBTYPE_SHOWN, "state": fields.STATE_SHOWN,
        "light": fields.LIGHT_SHOWN,
    }.get(name, {})  # fmt: skip
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, Decimal):
        return format(value.normalize(), "f").replace(".", ",")
    return words.get(str(value), str(value))
