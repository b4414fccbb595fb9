"""Open follow-ups and decisions from before the product was in use: what each row would do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from styrehjul.imports.domain.cells import Unreadable, day_of, plain, text_of
from styrehjul.imports.domain.columns import Synonyms
from styrehjul.imports.domain.lines import CellError, Fate, FieldChange, Line, place
from styrehjul.imports.domain.matching import Sheet, perhaps

SYNONYMS: Synonyms = {
    "body": ("Organ", "Udvalg", "Gruppe", "Forum"),
    "text": ("Opfølgning", "Opgave", "Aftale", "Punkt"),
    "responsible": ("Ansvarlig", "Tovholder", "Hvem"),
    "due": ("Frist", "Deadline", "Senest"),
    "decision": ("Beslutning", "Beslutningstekst", "Baggrund"),
    "status": ("Status", "Tilstand"),
}
WORDS = {
    "body": "Organ",
    "text": "Opfølgning",
    "responsible": "Ansvarlig",
    "due": "Frist",
    "decision": "Beslutning",
    "status": "Status",
}
DONE = frozenset({"udført", "afsluttet", "lukket", "færdig", "færdigt", "done", "ja"})
OPEN = frozenset({"", "åben", "åbent", "i gang", "igang", "ikke startet", "ny", "open", "nej"})


@dataclass(frozen=True)
class FollowUpThere:
    """A follow-up that is there already."""

    pk: int
    body: int
    text: str
    responsible: int
    due: date | None
    decision: str
    done: bool


@dataclass(frozen=True)
class Around:
    """Bodies and people by the words a file may use, and their names."""

    bodies: Mapping[str, int]
    people: Mapping[str, int]
    body_names: Mapping[int, str]
    person_names: Mapping[int, str]


def propose(
    sheet: Sheet,
    there: Sequence[FollowUpThere],
    around: Around,
    *,
    given: Mapping[str, str],
    skipped: frozenset[int],
) -> tuple[Line, ...]:
    """Each row: new, there already, now done, or wrong. One that is there with other words about it is a conflict."""
    known = {(task.body, plain(task.text), plain(task.decision)): task for task in there}
    seen: dict[tuple[Any, ...], int] = {}
    lines: list[Line] = []
    for number, cells in sheet.rows:
        if number in skipped:
            lines.append(Line(sheet.name, number, Fate.SKIPPED, ""))
            continue
        texts = {name: _text(sheet, cells, name) or given.get(name, "") for name in SYNONYMS}
        values, errors = _read(sheet, number, cells, texts, around)
        if errors:
            lines.append(Line(sheet.name, number, Fate.ERROR, texts["text"], errors=tuple(errors)))
            continue
        identity = (values["body"], plain(values["text"]), plain(values["decision"]))
        if identity in seen:
            note = f"Samme opfølgning som række {seen[identity]}"
            lines.append(Line(sheet.name, number, Fate.DUPLICATE, texts["text"], note=note))
            continue
        seen[identity] = number
        lines.append(_line(sheet, number, values, known.get(identity), around))
    return tuple(lines)


def _text(sheet: Sheet, cells: Sequence[Any], name: str) -> str:
    at = sheet.columns.of.get(name)
    return text_of(cells[at]) if at is not None and at < len(cells) else ""


def _read(
    sheet: Sheet, number: int, cells: Sequence[Any], texts: Mapping[str, str], around: Around
) -> tuple[dict[str, Any], list[CellError]]:
    errors: list[CellError] = []

    def wrong(name: str, code: str, message: str) -> None:
        errors.append(CellError(place(sheet.name, sheet.columns.place(name), number), code, message))

    values: dict[str, Any] = {"text": " ".join(texts["text"].split()), "decision": texts["decision"], "due": None}
    if not values["text"]:
        wrong("text", "missing", "Rækken har ingen opfølgning.")
    elif len(values["text"]) > 300:
        wrong("text", "too_long", f"Opfølgningen er på {len(values['text'])} tegn og må højst være 300.")
    for name, known, missing in (
        ("body", around.bodies, "Rækken har intet organ."),
        ("responsible", around.people, "Rækken har ingen ansvarlig."),
    ):
        values[name] = known.get(plain(texts[name]))
        if not texts[name]:
            wrong(name, "missing", missing)
        elif values[name] is None:
            names = (around.body_names if name == "body" else around.person_names).values()
            what = "Organet" if name == "body" else "Personen"
            wrong(name, f"unknown_{name}", f"{what} “{texts[name]}” kendes ikke.{perhaps(texts[name], names)}")
    if texts["due"]:
        at = sheet.columns.of.get("due")
        cell = cells[at] if at is not None and at < len(cells) and cells[at] != "" else texts["due"]
        try:
            values["due"] = day_of(cell if not hasattr(cell, "quantize") else text_of(cell), last=True)
        except Unreadable as fault:
            wrong("due", "date", str(fault))
    status = plain(texts["status"])
    if status not in DONE | OPEN:
        wrong("status", "unknown_value", f"Status “{texts['status']}” kendes ikke. Skriv åben eller udført.")
    values["done"] = status in DONE
    return values, errors


def _line(sheet: Sheet, number: int, values: dict[str, Any], found: FollowUpThere | None, around: Around) -> Line:
    key = values["text"]
    new = _shown(
        values["body"], values["text"], values["responsible"], values["due"], values["decision"], values["done"], around
    )
    if found is None:
        changes = tuple(FieldChange(WORDS[name], "", text, name, None, text) for name, text in new.items() if text)
        return Line(sheet.name, number, Fate.CREATE, key, changes=changes, values=values)
    old = _shown(found.body, found.text, found.responsible, found.due, found.decision, found.done, around)
    differing = [name for name in ("responsible", "due") if new[name] and new[name] != old[name]]
    if differing:
        name = differing[0]
        message = (
            f"Opfølgningen er der allerede med {WORDS[name].lower()} {old[name] or 'ikke sat'}. Ret den på dens egen side, "
            "eller lad rækken ude."
        )
        error = CellError(place(sheet.name, sheet.columns.place(name), number), "there_already", message)
        return Line(sheet.name, number, Fate.CONFLICT, key, errors=(error,), record=found.pk)
    if values["done"] and not found.done:
        change = FieldChange(WORDS["status"], old["status"], new["status"], "status", old["status"], new["status"])
        return Line(sheet.name, number, Fate.UPDATE, key, changes=(change,), values=values, record=found.pk)
    return Line(sheet.name, number, Fate.UNCHANGED, key, record=found.pk)


def _shown(
    body: int, text: str, responsible: int, due: date | None, decision: str, done: bool, around: Around
) -> dict[str, str]:
    return {
        "body": around.body_names.get(body, ""),
        "text": text,
        "responsible": around.person_names.get(responsible, ""),
        "due": f"{due:%d-%m-%Y}" if due else "",
        "decision": decision,
        "status": "udført" if done else "åben",
    }
