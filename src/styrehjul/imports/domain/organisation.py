"""A municipality's units and people from a workbook: what each row would do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from styrehjul.imports.domain.cells import Cell, Unreadable, plain, text_of, truth_of
from styrehjul.imports.domain.columns import Synonyms
from styrehjul.imports.domain.lines import CellError, Fate, FieldChange, Line, place, plain_value
from styrehjul.imports.domain.matching import Sheet

UNIT_SYNONYMS: Synonyms = {
    "name": ("Enhed", "Navn", "Enhedsnavn", "Organisationsenhed"),
    "parent": ("Overordnet", "Overordnet enhed", "Hører under", "Under", "Forælder"),
    "kind": ("Type", "Enhedstype", "Slags"),
    "is_area": ("Fagchefområde", "Er fagchefområde"),
    "short_name": ("Kort navn", "Forkortelse"),
    "external_id": ("Enhedsnummer", "Enheds-id", "UUID"),
}
PERSON_SYNONYMS: Synonyms = {
    "name": ("Navn", "Medarbejder", "Person", "Fulde navn"),
    "email": ("E-mail", "Email", "Mail", "E-mailadresse", "Mailadresse"),
    "unit": ("Enhed", "Afdeling", "Arbejdssted", "Organisationsenhed"),
    "title": ("Titel", "Stilling", "Stillingsbetegnelse"),
    "is_leader": ("Leder", "Er leder"),
    "external_id": ("Medarbejdernummer", "Medarbejder-id", "UUID"),
}
KINDS = {
    "municipality": ("kommune",),
    "executive_board": ("direktion",),
    "administration": ("forvaltning", "direktørområde", "velfærdsområde"),
    "staff_unit": ("stab", "stabsenhed"),
    "department_area": ("fagchefområde", "fagområde"),
    "department": ("afdeling", "team", "sektion", "center"),
    "institution": ("institution", "skole", "plejecenter", "daginstitution"),
}  # fmt: skip
KIND_OF = {plain(word): code for code, words in KINDS.items() for word in words}
UNIT_WORDS = {
    "name": "Enhed",
    "parent": "Overordnet",
    "kind": "Type",
    "short_name": "Kort navn",
    "is_area": "Fagchefområde",
}
PERSON_WORDS = {"name": "Navn", "email": "E-mail", "unit": "Enhed", "title": "Titel", "is_leader": "Leder"}


@dataclass(frozen=True)
class UnitThere:
    """A unit that is there already; `parent` is its parent's name."""

    pk: int
    name: str
    parent: str
    kind: str
    short_name: str = ""
    is_area: bool = False


@dataclass(frozen=True)
class PersonThere:
    """A person who is there already; `unit` is the unit's name."""

    pk: int
    name: str
    email: str
    unit: str
    title: str
    is_leader: bool


@dataclass
class _Read:
    values: dict[str, Any] = field(default_factory=dict)
    errors: list[CellError] = field(default_factory=list)


def is_people(headers: Sequence[str]) -> bool:
    """Whether a sheet is about people: it has their addresses, or says who leads."""
    words = {plain(header) for header in headers}
    known = {plain(name) for key in ("email", "is_leader", "title") for name in PERSON_SYNONYMS[key]}
    parents = {plain(name) for name in UNIT_SYNONYMS["parent"]}
    return bool(words & known) and not words & parents


def _cell(sheet: Sheet, cells: Sequence[Cell], name: str) -> Cell:
    at = sheet.columns.of.get(name)
    return cells[at] if at is not None and at < len(cells) else ""


def _error(sheet: Sheet, number: int, name: str, code: str, message: str) -> CellError:
    return CellError(place(sheet.name, sheet.columns.place(name), number), code, message)


def propose_units(
    sheet: Sheet, there: Sequence[UnitThere], *, given: Mapping[str, str], skipped: frozenset[int]
) -> tuple[Line, ...]:
    """Units in the order of the file. A unit may stand before the one it belongs to; a circle is an error."""
    known = {(plain(unit.name), plain(unit.parent)): unit for unit in there}
    by_name: dict[str, list[UnitThere]] = {}
    for unit in there:
        by_name.setdefault(plain(unit.name), []).append(unit)
    rows = [(number, _read_unit(sheet, number, cells, given)) for number, cells in sheet.rows if number not in skipped]
    names = {plain(read.values["name"]): read.values for _number, read in rows}
    lines: list[Line] = [
        Line(sheet.name, number, Fate.SKIPPED, "") for number, _cells in sheet.rows if number in skipped
    ]
    seen: dict[tuple[str, str], int] = {}
    for number, read in rows:
        values = read.values
        parent = plain(values["parent"])
        if parent and parent not in names and parent not in by_name:
            message = f"Den overordnede enhed “{values['parent']}” findes hverken i filen eller i organisationen."
            read.errors.append(_error(sheet, number, "parent", "unknown_unit", message))
        if _goes_in_circle(values, names):
            read.errors.append(_error(sheet, number, "parent", "circle", f"{values['name']} hører under sig selv."))
        key = (plain(values["name"]), parent)
        if read.errors:
            lines.append(Line(sheet.name, number, Fate.ERROR, values["name"], errors=tuple(read.errors)))
        elif key in seen:
            note = f"Samme enhed som række {seen[key]}"
            lines.append(Line(sheet.name, number, Fate.DUPLICATE, values["name"], note=note))
        else:
            seen[key] = number
            lines.append(_unit_line(sheet, number, values, known.get(key) or _only(by_name.get(key[0], []))))
    return tuple(sorted(lines, key=lambda line: line.row))


def _only(units: Sequence[UnitThere]) -> UnitThere | None:
    """A unit that is alone with its name may be moved by a file; one of several with the name may not."""
    return units[0] if len(units) == 1 else None


def _read_unit(sheet: Sheet, number: int, cells: Sequence[Cell], given: Mapping[str, str]) -> _Read:
    read = _Read({name: text_of(_cell(sheet, cells, name)) or given.get(name, "") for name in UNIT_SYNONYMS})
    read.values["name"] = " ".join(read.values["name"].split())
    if not read.values["name"]:
        read.errors.append(_error(sheet, number, "name", "missing", "Rækken har intet navn på enheden."))
    if len(read.values["name"]) > 160:
        read.errors.append(_error(sheet, number, "name", "too_long", "Enhedens navn må højst være 160 tegn."))
    kind = read.values["kind"]
    code = KIND_OF.get(plain(kind), "")
    if kind and not code:
        message = f"Typen “{kind}” kendes ikke. Skriv Kommune, Direktion, Forvaltning, Stab, Fagchefområde, Afdeling eller Institution."
        read.errors.append(_error(sheet, number, "kind", "unknown_value", message))
    try:
        marked: bool | None = truth_of(read.values["is_area"]) if read.values["is_area"] else None
    except Unreadable as fault:
        marked = None
        read.errors.append(_error(sheet, number, "is_area", "unknown_value", str(fault)))
    read.values["is_area"] = code == "department_area" if marked is None else marked
    read.values["kind"] = code or ("department_area" if marked else "")
    return read


def _goes_in_circle(values: Mapping[str, Any], names: Mapping[str, Mapping[str, Any]]) -> bool:
    start, above, steps = plain(values["name"]), plain(values["parent"]), 0
    while above and steps < 100:
        if above == start:
            return True
        above, steps = plain(names.get(above, {}).get("parent", "")), steps + 1
    return steps >= 100


def _unit_line(sheet: Sheet, number: int, values: dict[str, Any], found: UnitThere | None) -> Line:
    old = {} if found is None else {
        "name": found.name, "parent": found.parent, "kind": found.kind, "short_name": found.short_name,
        "is_area": found.is_area,
    }  # fmt: skip
    changes = _changes(values, old, UNIT_WORDS)
    fate = Fate.CREATE if found is None else Fate.UPDATE if changes else Fate.UNCHANGED
    return Line(
        sheet.name, number, fate, values["name"], changes=changes, values=values, record=found.pk if found else None
    )


def _changes(values: Mapping[str, Any], old: Mapping[str, Any], words: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """What the row says that is not so. An empty cell says nothing."""
    return tuple(
        FieldChange(
            label,
            _said(old.get(name, "")),
            _said(values[name]),
            name,
            plain_value(old.get(name)),
            plain_value(values[name]),
        )
        for name, label in words.items()
        if values.get(name) not in ("", None) and values[name] != old.get(name, False if name.startswith("is_") else "")
    )


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    found = KINDS.get(str(value))
    return found[0].capitalize() if found else str(value)


def propose_people(
    sheet: Sheet,
    there: Sequence[PersonThere],
    units: Sequence[str],
    *,
    given: Mapping[str, str],
    skipped: frozenset[int],
) -> tuple[Line, ...]:
    """People, known by their address, else by name and unit. `units` are all names of units, the file's among them."""
    by_email = {person.email.casefold(): person for person in there if person.email}
    by_name: dict[tuple[str, str], PersonThere] = {(plain(p.name), plain(p.unit)): p for p in there}
    count = [plain(name) for name in units]
    lines: list[Line] = []
    seen: dict[str, int] = {}
    for number, cells in sheet.rows:
        if number in skipped:
            lines.append(Line(sheet.name, number, Fate.SKIPPED, ""))
            continue
        read = _read_person(sheet, number, cells, count, given)
        values = read.values
        identity = values["email"] or f"{plain(values['name'])}|{plain(values['unit'])}"
        if read.errors:
            lines.append(Line(sheet.name, number, Fate.ERROR, values["name"], errors=tuple(read.errors)))
        elif identity in seen:
            note = f"Samme person som række {seen[identity]}"
            lines.append(Line(sheet.name, number, Fate.DUPLICATE, values["name"], note=note))
        else:
            seen[identity] = number
            found = by_email.get(values["email"]) if values["email"] else None
            found = found or by_name.get((plain(values["name"]), plain(values["unit"])))
            if found and values["email"] and found.email and found.email.casefold() != values["email"]:
                found = None  # two of the same name in one unit, each with an address
            lines.append(_person_line(sheet, number, values, found))
    return tuple(lines)


def _read_person(
    sheet: Sheet, number: int, cells: Sequence[Cell], units: Sequence[str], given: Mapping[str, str]
) -> _Read:
    read = _Read({name: text_of(_cell(sheet, cells, name)) or given.get(name, "") for name in PERSON_SYNONYMS})
    values = read.values
    values["name"] = " ".join(values["name"].split())
    values["email"] = values["email"].strip().casefold()
    if not values["name"]:
        read.errors.append(_error(sheet, number, "name", "missing", "Rækken har intet navn."))
    local, at, host = values["email"].partition("@")
    if values["email"] and (not local or not at or "." not in host or " " in values["email"]):
        message = f"“{values['email']}” er ikke en e-mailadresse."
        read.errors.append(_error(sheet, number, "email", "email", message))
    if values["unit"] and plain(values["unit"]) not in units:
        message = f"Enheden “{values['unit']}” findes hverken i filen eller i organisationen."
        read.errors.append(_error(sheet, number, "unit", "unknown_unit", message))
    elif values["unit"] and units.count(plain(values["unit"])) > 1:
        message = f"Der er flere enheder, der hedder “{values['unit']}”. Giv dem hvert sit navn."
        read.errors.append(_error(sheet, number, "unit", "several_units", message))
    try:
        values["is_leader"] = truth_of(values["is_leader"])
    except Unreadable as fault:
        read.errors.append(_error(sheet, number, "is_leader", "unknown_value", str(fault)))
        values["is_leader"] = False
    if values["is_leader"] and not values["unit"]:
        read.errors.append(_error(sheet, number, "unit", "missing", "En leder skal have en enhed at lede."))
    return read


def _person_line(sheet: Sheet, number: int, values: dict[str, Any], found: PersonThere | None) -> Line:
    old = {} if found is None else {
        "name": found.name, "email": found.email.casefold(), "unit": found.unit, "title": found.title,
        "is_leader": found.is_leader,
    }  # fmt: skip
    changes = _changes(values, old, PERSON_WORDS)
    fate = Fate.CREATE if found is None else Fate.UPDATE if changes else Fate.UNCHANGED
    return Line(
        sheet.name, number, fate, values["name"], changes=changes, values=values, record=found.pk if found else None
    )
