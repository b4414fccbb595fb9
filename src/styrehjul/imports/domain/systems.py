"""Systems in a file, with the headings of Kitos's own lists or our words for them: what each row would do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from styrehjul.imports.domain.cells import Cell, Unreadable, day_of, plain, text_of
from styrehjul.imports.domain.columns import Synonyms
from styrehjul.imports.domain.lines import CellError, Fate, FieldChange, Line, place, plain_value
from styrehjul.imports.domain.matching import Sheet, perhaps
from styrehjul.systems.domain.tasks import task_words

# Field -> Kitos's heading first, then what people and other lists write.
SYNONYMS: Synonyms = {
    "name": ("IT System", "IT-system", "System", "Systemnavn", "Navn", "Systemets navn", "System name", "Name"),
    "kitos_system_uuid": ("IT-System (UUID)", "IT System (UUID)", "UUID"),
    "local_id": ("Lokal System ID", "Lokalt id", "System ID", "Local system id", "Local id"),
    "short_name": ("Lokal kaldenavn", "Kaldenavn", "Kort navn", "Local call name", "Short name"),
    "former_name": ("Tidligere systemnavn", "Tidligere navn", "Former name"),
    "parent": ("Overordnet IT System", "Overordnet system", "Parent system"),
    "business_type": ("Forretningstype", "Systemtype", "Type", "Business type"),
    "lifecycle": ("Livscyklus", "Livscyklusstatus", "Status", "Lifecycle", "Life cycle status"),
    "in_use_from": ("Ibrugtagningsdato", "I brug fra", "Ibrugtaget", "In use from", "Valid from"),
    "in_use_to": ("Slutdato for anvendelse", "I brug til", "Slutdato", "In use to", "Valid to"),
    "responsible_unit": (
        "Ansv. organisationsenhed", "Ansvarlig organisationsenhed", "Ansvarlig enhed", "Enhed", "Responsible unit",
    ),
    "owner": ("Systemejer", "Ejer", "System owner", "Owner"),
    "supplier": ("Leverandør", "Leverandoer", "Supplier", "Vendor"),
    "tasks": ("KLE ID", "KLE", "KLE-nr.", "Opgaver", "Opgave", "Fagområde", "Fagomraade", "Tasks"),
    "description": ("Beskrivelse", "Systembeskrivelse", "Description"),
    "purpose": ("Systemets overordnede formål", "Formål", "Overordnet formål", "Purpose"),
    "version": ("Version", "Systemversion"),
    "hosting": ("IT systemet driftes", "Drift", "Driftsform", "Hosting", "Hosted at"),
    "criticality_level": ("Kritikalitet", "Kritikalitetsniveau", "Criticality"),
    "business_critical": ("Forretningskritisk IT-system", "Forretningskritisk", "Business critical"),
    "socially_critical": ("Samfundskritisk IT-system", "Samfundskritisk", "Socially critical"),
    "ai": ("Indeholder AI-teknologi", "AI", "Kunstig intelligens", "Contains AI technology"),
    "accessibility": ("Webtilgængelighed", "Accessibility"),
    "accessibility_checked_on": ("Seneste webtilgængelighedskontrol", "Last accessibility check"),
    "users": ("Antal brugere", "Brugere", "Number of users", "Users"),
    "risk_result": ("Hvad viste den seneste risikovurdering", "Risikovurdering", "Risk assessment result"),
    "risk_on": ("Dato for seneste risikovurdering", "Risikovurderet", "Risk assessment date"),
    "risk_next_on": ("Dato for planlagt risikovurdering", "Næste risikovurdering", "Planned risk assessment date"),
    "dpia_done": ("DPIA gennemført", "DPIA"),
    "data_classification": ("Klassifikation af data i systemet", "Dataklassifikation", "Data classification"),
    "register_notes": ("Noter", "Bemærkninger", "Notes"),
}  # fmt: skip
WORDS: Mapping[str, str] = {name: words[0] for name, words in SYNONYMS.items()}
DAYS = frozenset({"in_use_from", "in_use_to", "accessibility_checked_on", "risk_on", "risk_next_on"})
LIFECYCLE = {
    "under afprøvning": "pilot", "pilot": "pilot", "under indfasning": "phasing_in", "phasing in": "phasing_in",
    "phasingin": "phasing_in", "i drift": "operational", "operational": "operational", "under udfasning": "phasing_out",
    "phasing out": "phasing_out", "phasingout": "phasing_out", "ikke i drift": "not_in_use", "not in use": "not_in_use",
    "notinuse": "not_in_use", "udfaset": "not_in_use", "overvejes": "considered",
    "ukendt": "unknown", "undecided": "unknown",
}  # fmt: skip
YES_NO = {
    "ja": "Yes", "nej": "No", "ved ikke": "DontKnow", "delvist": "Partially", "yes": "Yes", "no": "No",
    "don t know": "DontKnow", "dontknow": "DontKnow", "partially": "Partially",
}  # fmt: skip
CHOICES: Mapping[str, Mapping[str, str]] = {
    "hosting": {
        "on premise": "OnPremise", "onpremise": "OnPremise", "eksternt": "External", "ekstern": "External",
        "external": "External", "hybrid": "Hybrid",
    },
    "risk_result": {
        "lav risiko": "Low", "lav": "Low", "mellem risiko": "Medium", "mellem": "Medium", "høj risiko": "High",
        "høj": "High", "low": "Low", "medium": "Medium", "high": "High",
    },
    "business_critical": YES_NO, "socially_critical": YES_NO, "ai": YES_NO, "accessibility": YES_NO, "dpia_done": YES_NO,
}  # fmt: skip
USERS = {
    "<10": (0, 9),
    "10-49": (10, 49),
    "50-99": (50, 99),
    "100-499": (100, 499),
    ">500": (500, None),
    ">=500": (500, None),
}
# How a value stands in Kitos's own lists, for the way out.
LIFECYCLE_OUT = {
    "pilot": "Under afprøvning", "phasing_in": "Under indfasning", "operational": "I drift",
    "phasing_out": "Under udfasning", "not_in_use": "Ikke i drift", "considered": "Overvejes",
}  # fmt: skip
YES_NO_OUT = {"Yes": "Ja", "No": "Nej", "DontKnow": "Ved ikke", "Partially": "Delvist"}
CHOICES_OUT: Mapping[str, Mapping[str, str]] = {
    "lifecycle": LIFECYCLE_OUT,
    "hosting": {"OnPremise": "On-premise", "External": "Eksternt", "Hybrid": "Hybrid"},
    "risk_result": {"Low": "Lav risiko", "Medium": "Mellem risiko", "High": "Høj risiko"},
    **dict.fromkeys(("business_critical", "socially_critical", "ai", "accessibility", "dpia_done"), YES_NO_OUT),
}


@dataclass(frozen=True)
class SystemThere:
    """A system that is there already. `values` are those a file may tell, by field."""

    pk: int
    name: str
    values: Mapping[str, Any]
    uuid: str = ""
    local_id: str = ""
    from_kitos: bool = False


@dataclass(frozen=True)
class Around:
    """Units and people by the words a file may use, and their names; and the fields that can be kept."""

    units: Mapping[str, int]
    people: Mapping[str, int]
    unit_names: Mapping[int, str]
    person_names: Mapping[int, str]
    kept: frozenset[str]
    longest: Mapping[str, int] = field(default_factory=dict)


def propose(
    sheet: Sheet,
    there: Sequence[SystemThere],
    around: Around,
    *,
    given: Mapping[str, str],
    skipped: frozenset[int],
) -> tuple[Line, ...]:
    """Each row: new, changed, unchanged, unclear or wrong. An empty cell never clears anything."""
    known = _Known(there)
    seen: dict[str, int] = {}
    lines = []
    for number, cells in sheet.rows:
        if number in skipped:
            lines.append(Line(sheet.name, number, Fate.SKIPPED, ""))
            continue
        values, errors = _read(sheet, number, cells, around, given)
        name = str(values.get("name", ""))
        if not name and not errors:
            continue
        if name and plain(name) in seen:
            note = f"Samme system som række {seen[plain(name)]}"
            lines.append(Line(sheet.name, number, Fate.DUPLICATE, name, note=note))
            continue
        seen[plain(name)] = number
        found = known.of(values)
        if len(found) > 1:
            message = f"“{name}” kan være flere systemer. Skriv systemets UUID eller lokale id, eller lad rækken ude."
            errors.append(CellError(place(sheet.name, sheet.columns.place("name"), number), "unclear", message))
            lines.append(Line(sheet.name, number, Fate.CONFLICT, name, errors=tuple(errors)))
        elif errors:
            lines.append(Line(sheet.name, number, Fate.ERROR, name, errors=tuple(errors)))
        else:
            lines.append(_line(sheet, number, values, found[0] if found else None, around))
    return tuple(lines)


class _Known:
    """Systems by their marks and names."""

    def __init__(self, there: Sequence[SystemThere]) -> None:
        self.by: dict[tuple[str, str], list[SystemThere]] = {}
        for one in there:
            for what, word in (
                ("uuid", one.uuid.casefold()),
                ("local_id", plain(one.local_id)),
                ("name", plain(one.name)),
            ):
                if word:
                    self.by.setdefault((what, word), []).append(one)

    def of(self, values: Mapping[str, Any]) -> list[SystemThere]:
        """By uuid, else by local id, else by the exact name."""
        for what, word in (
            ("uuid", str(values.get("kitos_system_uuid") or "").casefold()),
            ("local_id", plain(str(values.get("local_id") or ""))),
            ("name", plain(str(values.get("name") or ""))),
        ):
            if word and (found := self.by.get((what, word))):
                return found
        return []


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
    filled = any(text_of(cell) for cell in cells)
    if filled and not values.get("name") and not any("IT System" in error.message for error in errors):
        message = "Rækken har intet systemnavn."
        errors.append(CellError(place(sheet.name, sheet.columns.place("name"), number), "missing", message))
    return values, errors


def _value(name: str, cell: Cell, around: Around) -> dict[str, Any]:
    text = text_of(cell)
    if name in DAYS:
        return {name: day_of(cell, last=name == "in_use_to")}
    if name == "lifecycle":
        return _lifecycle(text)
    if name == "users":
        low, high = _users(text)
        return {"users_from": low, "users_to": high}
    if name in ("responsible_unit", "owner"):
        known, names, what = (
            (around.units, around.unit_names, "Enheden")
            if name == "responsible_unit"
            else (around.people, around.person_names, "Personen")
        )
        key = known.get(plain(text))
        if key is None:
            raise Unreadable(f"{what} “{text}” kendes ikke.{perhaps(text, names.values())}")
        return {name: key}
    if name == "name":
        text = " ".join(text.split())
    if name == "tasks":
        return {name: "; ".join(sorted(task_words(text)))}
    if name == "kitos_system_uuid" and not re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", text):
        raise Unreadable(f"“{text}” er ikke et UUID.")
    most = around.longest.get(name)
    if most and len(text) > most:
        raise Unreadable(f"{WORDS[name]} er på {len(text)} tegn og må højst være {most}.")
    return {name: CHOICES.get(name, {}).get(plain(text), text)}


def _lifecycle(text: str) -> dict[str, Any]:
    """By its leading words: "I drift siden 2019" is in use; the rest stays among the notes."""
    said = plain(text)
    for words, code in LIFECYCLE.items():
        if said == words:
            return {"lifecycle": code}
        if said.startswith(f"{words} "):
            return {"lifecycle": code, "register_notes": text}
    return {"lifecycle": "unknown", "register_notes": text}


def _users(text: str) -> tuple[int | None, int | None]:
    said = text.replace(" ", "").replace("–", "-")
    if said in USERS:
        return USERS[said]
    if said.isdecimal() and len(said) < 8:
        return int(said), int(said)
    raise Unreadable(f"“{text}” er ikke et antal brugere. Skriv for eksempel 100-499 eller 250.")


def _line(sheet: Sheet, number: int, values: dict[str, Any], found: SystemThere | None, around: Around) -> Line:
    kept = {name: value for name, value in values.items() if name in around.kept}
    name = str(values["name"])
    if found is None:
        changes = tuple(_change(field_, None, value, around) for field_, value in kept.items())
        return Line(sheet.name, number, Fate.CREATE, name, changes=changes, values=kept)
    changes = tuple(
        _change(field_, found.values.get(field_), value, around)
        for field_, value in kept.items()
        if not _same(field_, value, found.values.get(field_))
    )
    if not changes:
        return Line(sheet.name, number, Fate.UNCHANGED, name, record=found.pk)
    told = {change.name for change in changes}
    if found.from_kitos and told - {"owner"}:
        message = f"{found.name} kommer fra Kitos. Ret det i Kitos, eller lad rækken ude."
        error = CellError(place(sheet.name, sheet.columns.place("name"), number), "from_kitos", message)
        return Line(sheet.name, number, Fate.CONFLICT, name, errors=(error,), record=found.pk)
    return Line(sheet.name, number, Fate.UPDATE, name, changes=changes, values=kept, record=found.pk)


def _same(name: str, value: Any, there: Any) -> bool:
    """A supplier is the same in capitals, and a mark in any case."""
    if name in ("supplier", "kitos_system_uuid") and isinstance(there, str):
        return str(value).casefold() == there.casefold()
    return bool(value == there)


def _change(name: str, old: Any, new: Any, around: Around) -> FieldChange:
    show: Callable[[Any], str] = lambda value: shown(name, value, around)  # noqa: E731 - said once, used twice
    return FieldChange(
        WORDS.get(name, NUMBERS.get(name, name)), show(old), show(new), name, plain_value(old), plain_value(new)
    )


NUMBERS = {"users_from": "Brugere, mindst", "users_to": "Brugere, højst"}


def shown(name: str, value: Any, around: Around) -> str:
    """A value as the lists write it."""
    if value in (None, ""):
        return ""
    if name == "responsible_unit":
        return around.unit_names.get(value, "")
    if name == "owner":
        return around.person_names.get(value, "")
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return CHOICES_OUT.get(name, {}).get(str(value), str(value))
