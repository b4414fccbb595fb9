"""Contracts in a file, with the headings of Kitos's own list or our words for them: what each row would do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from styrehjul.imports.domain.cells import Cell, Unreadable, amount_of, day_of, plain, text_of
from styrehjul.imports.domain.columns import Synonyms
from styrehjul.imports.domain.lines import CellError, Fate, FieldChange, Line, place, plain_value
from styrehjul.imports.domain.matching import Sheet, perhaps

# Field -> Kitos's heading first, then what people and other lists write.
SYNONYMS: Synonyms = {
    "name": ("IT Kontrakt", "IT-kontrakt", "Kontrakt", "Kontraktnavn", "Navn", "Contract", "Name"),
    "contract_no": ("Kontrakt ID", "Kontraktnummer", "Kontraktnr.", "Contract ID"),
    "valid_from": ("Gyldig fra", "Gælder fra", "Startdato", "Valid from"),
    "valid_to": ("Gyldig til", "Udløber", "Udløb", "Slutdato", "Valid to"),
    "criticality": ("Kritikalitet", "Criticality"),
    "responsible_unit": ("Ansvarlig org. enhed", "Ansvarlig organisationsenhed", "Ansvarlig enhed", "Enhed"),
    "supplier": ("Leverandør", "Leverandoer", "Supplier"),
    "type": ("Kontrakttype", "Type", "Contract type"),
    "template": ("Kontraktskabelon", "Skabelon"),
    "purchase_type": ("Indkøbsform",),
    "procurement_strategy": ("Genanskaffelsesstrategi",),
    "procurement_plan": ("Genanskaffelsesplan",),
    "procurement_initiated": ("Genanskaffelse igangsat",),
    "systems": ("IT Systemer", "IT-systemer", "Systemer", "IT System", "System", "Systems"),
    "acquisition": ("Anskaffelse", "Acquisition"),
    "operation": ("Drift/år", "Drift om året", "Drift pr. år", "Operation"),
    "other": ("Andet", "Other"),
    "duration": ("Varighed", "Duration"),
    "extension_options": ("Option", "Optioner"),
    "notice_months": ("Opsigelse (måneder)", "Opsigelse", "Opsigelsesvarsel", "Notice"),
    "irrevocable_until": ("Uopsigelig til",),
    "terminated_at": ("Opsagt", "Terminated"),
    "register_notes": ("Noter", "Bemærkninger"),
}  # fmt: skip
WORDS: Mapping[str, str] = {name: words[0] for name, words in SYNONYMS.items()}
DAYS = frozenset({"valid_from", "valid_to", "irrevocable_until", "terminated_at"})
MONEY = frozenset({"operation", "acquisition", "other"})
LONGEST = {"name": 300, "contract_no": 100, "supplier": 200, "procurement_initiated": 100}
INITIATED = {"ja": "Yes", "nej": "No", "yes": "Yes", "no": "No"}
# What a cell tells that stands in several columns.
MADE = {
    "procurement_year": "Genanskaffes, år", "procurement_quarter": "Genanskaffes, kvartal", "duration_years": "Varighed, år",
    "duration_months": "Varighed, måneder",
}  # fmt: skip


@dataclass(frozen=True)
class ContractThere:
    """A contract that is there already, with the values that a file may tell of it."""

    pk: int
    name: str
    values: Mapping[str, Any]
    contract_no: str = ""
    from_kitos: bool = False
    # Its payments are more than one line, and are put right where they came from.
    several_payments: bool = False


@dataclass(frozen=True)
class Around:
    """Units and systems by the words a file may use, and their names."""

    units: Mapping[str, int]
    systems: Mapping[str, int]
    unit_names: Mapping[int, str]
    system_names: Mapping[int, str]


def propose(
    sheet: Sheet, there: Sequence[ContractThere], around: Around, *, given: Mapping[str, str], skipped: frozenset[int]
) -> tuple[Line, ...]:
    """Each row: new, changed, unchanged, unclear or wrong. An empty cell never clears anything."""
    by_no: dict[str, list[ContractThere]] = {}
    by_name: dict[str, list[ContractThere]] = {}
    for one in there:
        by_name.setdefault(plain(one.name), []).append(one)
        if one.contract_no:
            by_no.setdefault(plain(one.contract_no), []).append(one)
    seen: dict[tuple[str, str], int] = {}
    lines = []
    for number, cells in sheet.rows:
        if number in skipped:
            lines.append(Line(sheet.name, number, Fate.SKIPPED, ""))
            continue
        values, errors = _read(sheet, number, cells, around, given)
        name, mark = str(values.get("name", "")), plain(str(values.get("contract_no") or ""))
        if not name and not errors:
            continue
        if (plain(name), mark) in seen:
            note = f"Samme kontrakt som række {seen[plain(name), mark]}"
            lines.append(Line(sheet.name, number, Fate.DUPLICATE, name, note=note))
            continue
        seen[plain(name), mark] = number
        named = [one for one in by_name.get(plain(name), []) if not mark or not one.contract_no]
        found = by_no.get(mark, []) if mark else []
        found = found or named
        if len(found) > 1:
            message = f"“{name}” kan være flere kontrakter. Skriv kontraktens nummer, eller lad rækken ude."
            errors.append(CellError(place(sheet.name, sheet.columns.place("name"), number), "unclear", message))
            lines.append(Line(sheet.name, number, Fate.CONFLICT, name, errors=tuple(errors)))
        elif errors:
            lines.append(Line(sheet.name, number, Fate.ERROR, name, errors=tuple(errors)))
        else:
            lines.append(_line(sheet, number, values, found[0] if found else None, around))
    return tuple(lines)


def _read(
    sheet: Sheet, number: int, cells: Sequence[Cell], around: Around, given: Mapping[str, str]
) -> tuple[dict[str, Any], list[CellError]]:
    values: dict[str, Any] = {}
    errors: list[CellError] = []
    for name in SYNONYMS:
        at = sheet.columns.of.get(name)
        cell: Cell = cells[at] if at is not None and at < len(cells) else ""
        cell = given.get(name, "") if cell == "" else cell
        if text_of(cell) == "":
            continue
        try:
            values |= _value(name, cell, around)
        except Unreadable as fault:
            errors.append(CellError(place(sheet.name, sheet.columns.place(name), number), "unreadable", str(fault)))
    if any(text_of(cell) for cell in cells) and not values.get("name") and not errors:
        message = "Rækken har intet navn på kontrakten."
        errors.append(CellError(place(sheet.name, sheet.columns.place("name"), number), "missing", message))
    begins, ends = values.get("valid_from"), values.get("valid_to")
    if begins and ends and ends < begins:
        where = place(sheet.name, sheet.columns.place("valid_to"), number)
        errors.append(CellError(where, "backwards", "Kontrakten slutter, før den begynder."))
    return values, errors


def _value(name: str, cell: Cell, around: Around) -> dict[str, Any]:
    text = " ".join(text_of(cell).split()) if name != "register_notes" else text_of(cell)
    if name in DAYS:
        return {name: day_of(cell, last=name != "valid_from")}
    if name in MONEY:
        amount = amount_of(cell, "kr")
        if not 0 <= amount < 10**11:
            raise Unreadable(f"“{text}” er ikke et beløb i kroner.")
        return {name: int(amount.quantize(Decimal(1)))}
    if name == "notice_months":
        found = re.fullmatch(r"(\d{1,3})(?:[.,]0+)?\s*(mdr\.?|måneder|måned|md\.?)?", text, re.I)
        if found is None:
            raise Unreadable(f"“{text}” er ikke et antal måneder.")
        return {name: int(found[1])}
    if name == "procurement_plan":
        return _plan(text)
    if name == "duration":
        return _duration(text)
    if name == "systems":
        return {name: _systems(text, around)}
    if name == "responsible_unit":
        key = around.units.get(plain(text))
        if key is None:
            raise Unreadable(f"Enheden “{text}” kendes ikke.{perhaps(text, around.unit_names.values())}")
        return {"responsible_unit_id": key}
    most = LONGEST.get(name, 300 if name != "register_notes" else 10**5)
    if len(text) > most:
        raise Unreadable(f"{WORDS[name]} er på {len(text)} tegn og må højst være {most}.")
    return {name: INITIATED.get(plain(text), text) if name == "procurement_initiated" else text}


def _plan(text: str) -> dict[str, Any]:
    """ "2026 | Q3", "3. kvartal 2026", "Q3 2026" and "2026"."""
    year = re.search(r"\b(20\d\d)\b", text)
    if year is None:
        raise Unreadable(f"“{text}” er ikke et år og et kvartal. Skriv for eksempel 3. kvartal 2027.")
    quarter = re.search(r"\b[QK]?\s?([1-4])\b", text.replace(year[1], " "), re.I)
    found: dict[str, Any] = {"procurement_year": int(year[1])}
    return found | ({"procurement_quarter": int(quarter[1])} if quarter else {})


def _duration(text: str) -> dict[str, Any]:
    years, months = re.search(r"(\d{1,3})\s*år", text, re.I), re.search(r"(\d{1,3})\s*m", text, re.I)
    if years is None and months is None:
        return {}
    return {"duration_years": int(years[1]) if years else 0, "duration_months": int(months[1]) if months else 0}


def _systems(text: str, around: Around) -> tuple[int, ...]:
    """By the whole cell, else by its parts: a system's name may hold a comma."""
    whole = around.systems.get(plain(text))
    if whole is not None:
        return (whole,)
    keys = []
    for part in re.split(r"[;,\n]", text):
        if plain(part):
            key = around.systems.get(plain(part))
            if key is None:
                raise Unreadable(
                    f"Systemet “{part.strip()}” er ikke skrevet ind.{perhaps(part, around.system_names.values())}"
                )
            keys.append(key)
    return tuple(sorted(set(keys)))


def _line(sheet: Sheet, number: int, values: dict[str, Any], found: ContractThere | None, around: Around) -> Line:
    name = str(values["name"])
    if found is None:
        changes = tuple(_change(field, None, value, around) for field, value in values.items())
        return Line(sheet.name, number, Fate.CREATE, name, changes=changes, values=values)
    told = {field: value for field, value in values.items() if not (found.several_payments and field in MONEY)}
    changes = tuple(
        _change(field, found.values.get(field), value, around)
        for field, value in told.items()
        if not _same(field, value, found.values.get(field))
    )
    if not changes:
        return Line(sheet.name, number, Fate.UNCHANGED, name, record=found.pk)
    if found.from_kitos:
        message = f"{found.name} kommer fra Kitos. Ret den i Kitos, eller lad rækken ude."
        error = CellError(place(sheet.name, sheet.columns.place("name"), number), "from_kitos", message)
        return Line(sheet.name, number, Fate.CONFLICT, name, errors=(error,), record=found.pk)
    return Line(sheet.name, number, Fate.UPDATE, name, changes=changes, values=told, record=found.pk)


def _same(name: str, value: Any, there: Any) -> bool:
    if name == "supplier" and isinstance(there, str):
        return str(value).casefold() == there.casefold()
    return bool(value == there)


def _change(name: str, old: Any, new: Any, around: Around) -> FieldChange:
    label = WORDS["responsible_unit"] if name == "responsible_unit_id" else WORDS.get(name, MADE.get(name, name))
    shown = (_shown(name, old, around), _shown(name, new, around))
    told = [plain_value(list(value) if isinstance(value, tuple) else value) for value in (old, new)]
    return FieldChange(label, *shown, name, *told)


def _shown(name: str, value: Any, around: Around) -> str:
    if value in (None, "", ()):
        return ""
    if name == "responsible_unit_id":
        return around.unit_names.get(value, "")
    if name == "systems":
        return ", ".join(sorted(around.system_names.get(key, "") for key in value))
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return {"Yes": "Ja", "No": "Nej"}.get(str(value), str(value))
