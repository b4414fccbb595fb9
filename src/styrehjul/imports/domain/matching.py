"""A file of projects against the portfolio: what each row would do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from styrehjul.imports.domain.cells import (
    Cell,
    Unreadable,
    amount_of,
    day_of,
    number_of,
    plain,
    several,
    text_of,
    unit_in,
)
from styrehjul.imports.domain.columns import Columns, Synonyms
from styrehjul.imports.domain.lines import CellError, Fate, FieldChange, Line, place, plain_value, without

SYNONYMS: Synonyms = {
    "number": ("Styrehjul-id", "Nummer", "Projektnummer"),
    "title": ("Projektnavn", "Navn", "Titel", "Projekttitel", "Projekt", "Indsats"),
    "category": ("Kategori", "Kategori i kommissoriet", "Projektkategori"),
    "subtype": ("Undertype",),
    "lead_area": ("Fagchefområde", "Område", "Forvaltning", "Center", "Fagområde", "Forretningsområde"),
    "org_unit": ("Enhed", "Afdeling", "Institution"),
    "state": ("Tilstand", "Projektstatus", "Fase"),
    "light": ("Status", "Lys", "Trafiklys"),
    "status": ("Statustekst", "Statusbemærkning"),
    "status_on": ("Status givet", "Statusdato"),
    "priority": ("Prioritet", "Prio"),
    "owner": ("Projektejer", "Ejer i kommunen"),
    "manager": ("Projektleder", "Tovholder", "Ansvarlig", "Projektansvarlig", "PL"),
    "external_owner": ("Ejer", "Ekstern ejer", "Ejer uden for kommunen"),
    "programme": ("Program", "Strategi"),
    "partners": ("Partnere", "Samarbejdspartnere", "Kommuner"),
    "planned_start": ("Start", "Startdato", "Start år", "start_aar", "Planlagt start", "Projektstart"),
    "planned_end": (
        "Slut",
        "Slutdato",
        "Slut år",
        "slut_aar",
        "Planlagt afslutning",
        "Afslutning",
        "Deadline",
        "Færdig",
    ),
    "outside_deadline": ("Frist udefra", "Ekstern frist"),
    "cost_tdkk": ("Økonomi", "Budget", "Beløb", "Omkostninger", "Pris"),
    "hours": ("Timer", "Timeforbrug", "Ressourcer i timer"),
    "purpose": ("Formål",),
    "summary": ("Beskrivelse", "Resumé", "Kort beskrivelse"),
    "goal": ("Mål",),
    "users": ("Brugere", "Målgruppe"),
    "gain": ("Gevinst", "Gevinster", "Hvad får vi ud af det"),
    "money_unit": ("Beløb i",),
}
FIELD_WORDS = {
    "title": "Projektnavn", "category": "Kategori", "subtype": "Undertype", "lead_area": "Fagchefområde",
    "org_unit": "Enhed", "state": "Tilstand", "priority": "Prioritet", "owner": "Projektejer", "manager": "Projektleder",
    "external_owner": "Ejer", "programme": "Program", "partners": "Partnere", "planned_start": "Start",
    "planned_end": "Slut", "outside_deadline": "Frist udefra", "cost_tdkk": "Økonomi (1.000 kr.)", "hours": "Timer",
    "purpose": "Formål", "summary": "Beskrivelse", "goal": "Mål", "users": "Brugere", "gain": "Gevinst",
}  # fmt: skip
CATEGORIES = {
    "national": (
        "national", "nationale og fælleskommunale digitaliseringsprojekter", "nationale og fælleskommunale",
        "national fælleskommunal", "nationalt", "fælleskommunal", "fælleskommunalt", "kategori 1",
    ),
    "cross": (
        "cross", "tværkommunale projekter samt egne tværgående indsatser", "tværkommunale og egne tværgående",
        "tværgående", "tværkommunal", "tværkommunalt", "eget tværgående", "kategori 2",
    ),
    "local": (
        "local", "alle lokale digitaliseringsprojekter rundt om i organisationen", "lokale digitaliseringsprojekter",
        "lokale projekter", "lokal", "lokalt", "kategori 3",
    ),
}  # fmt: skip
SUBTYPES = {
    "inter_municipal": ("inter municipal", "tværkommunalt", "tværkommunal"),
    "own_cross": ("own cross", "eget tværgående", "egen tværgående"),
}
STATES = {
    "idea": ("idea", "idé", "ide"),
    "proposed": ("proposed", "forslag", "foreslået"),
    "awaiting_decision": ("awaiting decision", "til beslutning"),
    "approved": ("approved", "godkendt", "planlagt", "ikke startet"),
    "active": ("active", "i gang", "igangværende", "igang", "aktiv", "gennemførelse", "under udførelse"),
    "paused": ("paused", "på pause", "sat på pause", "pause"),
    "closing": ("closing", "under afslutning"),
    "follow_up": ("follow up", "gevinstopfølgning", "realisering"),
    "closed": ("closed", "afsluttet", "lukket", "færdig", "færdigt"),
    "rejected": ("rejected", "afvist"),
    "withdrawn": ("withdrawn", "trukket"),
    "stopped": ("stopped", "stoppet", "standset"),
}  # fmt: skip
TEXTS = ("external_owner", "programme", "partners", "outside_deadline", "purpose", "summary", "goal", "users", "gain")
LIMITS = {
    "title": 200, "external_owner": 200, "programme": 200, "partners": 300, "outside_deadline": 200, "goal": 300,
    "users": 300, "gain": 300,
}  # fmt: skip
DATES = ("planned_start", "planned_end")
EMPTY_MARK = "[tom]"
TOTALS = frozenset({"i alt", "ialt", "total", "sum", "totalt"})
MOST_TITLES = 20_000


@dataclass(frozen=True)
class Existing:
    """A project that is there: its key, number and what a file can say about it, in the words of an export."""

    pk: int
    number: str
    title: str
    category: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Known:
    """What the municipality has already: projects, names of units and of people."""

    projects: Sequence[Existing] = ()
    units: Mapping[str, int] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    unit_names: Mapping[int, str] = field(default_factory=dict)
    person_names: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """The rows of a sheet with the numbers a person sees, and the heading's names."""

    name: str
    columns: Columns
    rows: Sequence[tuple[int, Sequence[Cell]]]


@dataclass
class _Row:
    """One row being read."""

    sheet: Sheet
    number: int
    cells: Sequence[Cell]
    given: Mapping[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    errors: list[tuple[int, CellError]] = field(default_factory=list)
    cleared: set[str] = field(default_factory=set)

    def cell(self, name: str) -> Cell:
        at = self.sheet.columns.of.get(name)
        found = self.cells[at] if at is not None and at < len(self.cells) else ""
        if found == "" and name in self.given:
            return self.given[name]
        return found

    def wrong(self, name: str, code: str, message: str) -> None:
        at = self.sheet.columns.place(name)
        self.errors.append((at, CellError(place(self.sheet.name, at, self.number), code, message)))

    def in_order(self) -> tuple[CellError, ...]:
        """What is wrong, from the left to the right as the row is read."""
        return tuple(error for _at, error in sorted(self.errors, key=lambda pair: pair[0]))


def propose(sheet: Sheet, known: Known, *, given: Mapping[str, str], skipped: frozenset[int]) -> tuple[Line, ...]:
    """The fate of every row, in the order of the file. `given` are values for the whole file, by field."""
    matcher = _Matcher(known)
    section = ""
    lines: list[Line] = []
    for number, cells in sheet.rows:
        kind, heading = _kind_of(sheet, cells)
        if kind:
            section = CATEGORY_OF.get(plain(heading), section) if kind == "section" else section
            lines.append(Line(sheet.name, number, Fate.IGNORED, "", note=_NOTES[kind]))
            continue
        row = _Row(sheet, number, cells, given)
        _read(row, known, section)
        lines.append(
            matcher.fate_of(row) if number not in skipped else Line(sheet.name, number, Fate.SKIPPED, _key_words(row))
        )
    return without(lines, skipped)


_NOTES = {"section": "Overskrift", "total": "Sum", "note": "Ingen titel: bemærkning"}
CATEGORY_OF = {plain(word): code for code, words in CATEGORIES.items() for word in words}
SUBTYPE_OF = {plain(word): code for code, words in SUBTYPES.items() for word in words}
STATE_OF = {plain(word): code for code, words in STATES.items() for word in words}


def _kind_of(sheet: Sheet, cells: Sequence[Cell]) -> tuple[str, str]:
    """ "section" for a lone heading that names a category, "total" for a sum, "" for a project."""
    filled = [text_of(cell) for cell in cells if text_of(cell)]
    first = filled[0] if filled else ""
    if len(filled) == 1 and plain(first) in CATEGORY_OF:
        return "section", first
    if plain(first) in TOTALS:
        return "total", first
    at = sheet.columns.of.get("title", 0)
    if len(filled) == 1 and not (at < len(cells) and text_of(cells[at])):
        return "note", first
    return "", first


def _read(row: _Row, known: Known, section: str) -> None:
    """Every field of a row; each one that cannot be read is an error at its cell."""
    _read_texts(row)
    _read_codes(row, section)
    _read_units(row, known)
    _read_people(row, known)
    _read_days(row)
    _read_numbers(row)
    extra = {
        name: text
        for name, at in row.sheet.columns.extra
        if at < len(row.cells) and (text := text_of(row.cells[at])) and name
    }
    row.values["extra"] = {**row.values.get("extra", {}), **extra}


def _read_texts(row: _Row) -> None:
    for name in ("title", *TEXTS):
        text = text_of(row.cell(name))
        if text == EMPTY_MARK:
            row.cleared.add(name)
            text = ""
        if len(text) > LIMITS.get(name, 10_000):
            row.wrong(
                name,
                "too_long",
                f"{FIELD_WORDS[name]} er på {len(text)} tegn og må højst være {LIMITS.get(name, 10_000)}.",
            )
        row.values[name] = text
    row.values["title"] = " ".join(row.values["title"].split())
    if not row.values["title"]:
        row.wrong("title", "missing", "Rækken har ingen titel.")
    row.values["number"] = text_of(row.cell("number")) if text_of(row.cell("number")).startswith("P-") else ""


def _read_codes(row: _Row, section: str) -> None:
    for name, codes in (("category", CATEGORY_OF), ("subtype", SUBTYPE_OF), ("state", STATE_OF)):
        text = text_of(row.cell(name))
        code = codes.get(plain(text), "")
        if text and not code:
            row.wrong(name, "unknown_value", f"{FIELD_WORDS[name]} “{text}” kendes ikke.{perhaps(text, codes)}")
        row.values[name] = code
    row.values["category"] = row.values["category"] or section
    said = plain(text_of(row.cell("category")))
    if row.values["category"] == "cross" and not row.values["subtype"]:
        # The kommissorium's sentence covers both halves; an owner outside tells which one it is.
        shared = said in {"tværkommunal", "tværkommunalt"} or bool(row.values["external_owner"])
        row.values["subtype"] = "inter_municipal" if shared else "own_cross"
    if row.values["category"] != "cross":
        row.values["subtype"] = ""


def _read_units(row: _Row, known: Known) -> None:
    for name in ("lead_area", "org_unit"):
        text = text_of(row.cell(name))
        key = known.units.get(plain(text)) if text else None
        if text and key is None:
            row.wrong(
                name,
                "unknown_unit",
                f"{FIELD_WORDS[name]} “{text}” findes ikke i organisationen.{perhaps(text, known.unit_names.values())}",
            )
        row.values[name] = key


def _read_people(row: _Row, known: Known) -> None:
    """A name that nobody has is kept as text beside the record: a file never makes a person."""
    for name in ("owner", "manager"):
        text = text_of(row.cell(name))
        row.values[name] = None
        if not text:
            continue
        keys = [key for part in [text, *several(text)] if (key := known.people.get(plain(part)))]
        row.values[name] = keys[0] if keys else None
        if not keys:
            row.values.setdefault("extra", {})[FIELD_WORDS[name]] = text


def _read_days(row: _Row) -> None:
    for name in DATES:
        cell = row.cell(name)
        row.values[name] = None
        if cell == "":
            continue
        try:
            row.values[name] = day_of(
                cell if not isinstance(cell, Decimal) else text_of(cell), last=name == "planned_end"
            )
        except Unreadable as fault:
            row.wrong(name, "date", str(fault))
    start, end = row.values["planned_start"], row.values["planned_end"]
    if start and end and end < start:
        row.wrong("planned_end", "ends_before_start", "Projektet slutter, før det begynder.")


def _read_numbers(row: _Row) -> None:
    for name, read in (("priority", _priority), ("hours", _plain_number), ("cost_tdkk", _money)):
        cell = row.cell(name)
        row.values[name] = None
        if cell == "":
            continue
        try:
            row.values[name] = read(cell, row)
        except Unreadable as fault:
            row.wrong(name, "number", str(fault))


def _priority(cell: Cell, row: _Row) -> int | None:
    text = text_of(cell)
    if text in {"-", "–"}:
        return None
    number = number_of(cell)
    if number != int(number) or not 1 <= number <= 999:
        raise Unreadable(f"“{text}” er ikke en prioritet. Skriv et helt tal fra 1 til 999.")
    return int(number)


def _plain_number(cell: Cell, row: _Row) -> Decimal:
    return number_of(cell).quantize(Decimal("0.1"))


def _money(cell: Cell, row: _Row) -> Decimal:
    at = row.sheet.columns.of.get("cost_tdkk")
    header = row.sheet.columns.headers[at] if at is not None else ""
    unit = row.given.get("money_unit", "") or unit_in(header)
    return (amount_of(cell, unit_in(unit) or unit) / 1000).quantize(Decimal("0.1"))


def perhaps(text: str, known: Iterable[str]) -> str:
    """ " Mente du “Skoler”?", where something known is nearly the same word."""
    words = {plain(word): word for word in known}
    near = get_close_matches(plain(text), list(words), n=1, cutoff=0.75)
    return f" Mente du “{words[near[0]]}”?" if near else ""


def _key_words(row: _Row) -> str:
    return text_of(row.cell("number")) or text_of(row.cell("title"))


class _Matcher:
    """Finds what each row is already, and remembers what the file has said so far."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.by_number = {project.number: project for project in known.projects}
        self.by_title: dict[str, list[Existing]] = {}
        for project in known.projects:
            self.by_title.setdefault(plain(project.title), []).append(project)
        self.seen: dict[tuple[Any, ...], int] = {}

    def fate_of(self, row: _Row) -> Line:
        """Create, update, unchanged, duplicate, possible duplicate, needs a decision, or error."""
        key = row.values["number"] or row.values["title"]
        sheet, number = row.sheet.name, row.number
        if row.errors:
            return Line(sheet, number, Fate.ERROR, key, errors=row.in_order())
        if row.values["number"] and row.values["number"] not in self.by_number:
            row.wrong("number", "unknown_number", f"Der er intet projekt med nummeret {row.values['number']}.")
            return Line(sheet, number, Fate.ERROR, key, errors=row.in_order())
        identity = (row.values["number"],) if row.values["number"] else self._identity(row)
        if identity in self.seen:
            note = f"Samme projekt som række {self.seen[identity]}"
            return Line(sheet, number, Fate.DUPLICATE, key, note=note)
        self.seen[identity] = number
        found, doubtful = self._existing(row)
        if doubtful:
            row.wrong(
                "title", "possible_duplicate",
                f"Et projekt med samme navn er der allerede: {doubtful.number}. Er det samme projekt, så skriv nummeret "
                "i en kolonne “Nummer”; ellers giv projektet et andet navn, eller lad rækken ude.",
            )  # fmt: skip
            return Line(sheet, number, Fate.POSSIBLE_DUPLICATE, key, errors=row.in_order(), record=doubtful.pk)
        if found is None:
            row.values["category"] = row.values["category"] or "local"
            return Line(sheet, number, Fate.CREATE, key, changes=self._told(row, None), values=row.values)
        changes = self._told(row, found)
        fate = Fate.UPDATE if changes else Fate.UNCHANGED
        return Line(sheet, number, fate, key, changes=changes, values=row.values, record=found.pk)

    def _identity(self, row: _Row) -> tuple[Any, ...]:
        """Title and area or unit; without either, title and category."""
        title = plain(row.values["title"])
        for name in ("lead_area", "org_unit"):
            if row.values[name]:
                return title, name, row.values[name]
        return title, "category", row.values["category"]

    def _existing(self, row: _Row) -> tuple[Existing | None, Existing | None]:
        """The project that the row is, or the one it may be."""
        if row.values["number"]:
            return self.by_number[row.values["number"]], None
        same = self.by_title.get(plain(row.values["title"]), [])
        name = next((name for name in ("lead_area", "org_unit") if row.values[name]), "")
        # A row that names no category would become a local project: it is never taken for one of another kind.
        category = row.values["category"] or "local"
        for project in same:
            if project.values.get(name) == row.values[name] if name else project.category == category:
                return project, None
        # The same name in two units is two projects; in another area than the file says it may be the same one.
        doubtful = [project for project in same if name != "org_unit"]
        return None, doubtful[0] if doubtful else None

    def _told(self, row: _Row, found: Existing | None) -> tuple[FieldChange, ...]:
        """What the row says that is not so already. An empty cell says nothing; "[tom]" clears."""
        changes = []
        for name, words in FIELD_WORDS.items():
            new = row.values.get(name)
            if new in (None, "") and name not in row.cleared:
                continue
            old = found.values.get(name) if found else None
            if found is None or _differs(old, new):
                changes.append(self._change(name, words, old, new))
        return tuple(changes)

    def _change(self, name: str, words: str, old: Any, new: Any) -> FieldChange:
        shown = self._shown(name, old), self._shown(name, new)
        named = name in ("lead_area", "org_unit", "owner", "manager")
        was, becomes = (plain_value(text) for text in (shown if named else (old, new)))
        return FieldChange(words, *shown, name=name, was=was, becomes=becomes)

    def _shown(self, name: str, value: Any) -> str:
        if value in (None, ""):
            return ""
        if name in ("lead_area", "org_unit"):
            return self.known.unit_names.get(int(value), "")
        if name in ("owner", "manager"):
            return self.known.person_names.get(int(value), "")
        shown = {"category": CATEGORY_SHOWN, "subtype": SUBTYPE_SHOWN, "state": STATE_SHOWN}.get(name, {})
        if isinstance(value, date):
            return f"{value:%d-%m-%Y}"
        if isinstance(value, Decimal):
            return format(value.normalize(), "f").replace(".", ",")
        return shown.get(str(value), str(value))


CATEGORY_SHOWN = {"national": "national og fælleskommunal", "cross": "tværgående", "local": "lokal"}
SUBTYPE_SHOWN = {code: words[1] for code, words in SUBTYPES.items()}
STATE_SHOWN = {code: words[1] for code, words in STATES.items()}


def _differs(old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return text_of(old) != text_of(new)
    return bool(old != new)
