"""What the API tells of a project, and which of it can be written: the one list that answers, checks and documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

# A day, an amount and the characters of a line, as strictly as the document says; a year outside these is a slip of the hand.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9])?")
_UNSAVED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UNSAVED_IN_A_LINE = re.compile(r"[\x00-\x1f\x7f]")
YEARS = range(1990, 2101)
ONE_LINE = 300
NEVER_EMPTY = frozenset({"title", "purpose"})
STEERED = {"priority": "project.set_priority", "planned_end": "project.set_end_date"}


@dataclass(frozen=True)
class Field:
    """One key: its JSON type, what it means, and where it can be written ("record", "link" to a uuid, "" nowhere)."""

    name: str
    kind: str
    meaning: str
    write: str = ""
    limit: int = 0
    values: tuple[str, ...] = ()


CATEGORY = ("national", "cross", "local")
STATE = (
    "idea", "proposed", "awaiting_decision", "approved", "active", "paused", "closing", "follow_up", "closed", "rejected",
    "withdrawn", "stopped",
)  # fmt: skip
LIGHT = ("green", "yellow", "red", "none")
PRECISION = ("day", "month", "quarter", "year")
FIELDS: tuple[Field, ...] = (
    Field("uuid", "string", "Projektets id"),
    Field("version", "integer", "Stiger med hver ændring; står også i ETag"),
    Field("updated_at", "date-time", "Sidst ændret"),
    Field("number", "string", "Projektets nummer, P-2027-014"),
    Field("url", "string", "Projektets side"),
    Field("title", "string", "Navn", "record", 200),
    Field("short_title", "string", "Kort titel", "record", 40),
    Field("category", "string", "Kategori i kommissoriet", values=CATEGORY),
    Field("subtype", "string", "Kun for cross", values=("inter_municipal", "own_cross", "")),
    Field("state", "string", "Tilstand", values=STATE),
    Field("state_words", "string", "Tilstanden på dansk"),
    Field("imported", "boolean", "Om tilstanden er indlæst og ikke besluttet i Styrehjul"),
    Field("phase", "string", "Fasens nøgle"),
    Field("priority", "integer", "Plads i prioriteringen", "steered"),
    Field("large", "boolean", "Stort projekt"),
    Field("purpose", "string", "Formål", "record", 32_000),
    Field("summary", "string", "Beskrivelse", "record", 32_000),
    Field("scope", "string", "Omfang", "record", 32_000),
    Field("out_of_scope", "string", "Uden for projektet", "record", 32_000),
    Field("expected_result", "string", "Forventet resultat", "record", 32_000),
    Field("users", "string", "Hvem der skal bruge det", "record", 300),
    Field("gain", "string", "Hvad kommunen får ud af det", "record", 300),
    Field("external_owner", "string", "Ejer uden for kommunen", "record", 200),
    Field("programme", "string", "Program", "record", 200),
    Field("outside_deadline", "string", "Frist udefra", "record", 200),
    Field("kle", "string", "KLE-numre", "record", 100),
    Field("case_number", "string", "Sagsnummer i ESDH", "record", 60),
    Field("cost_tdkk", "decimal", "Økonomi i 1.000 kr., som tekst", "record"),
    Field("hours", "decimal", "Timer, som tekst", "record"),
    Field("planned_start", "date", "Planlagt start", "record"),
    Field("planned_start_precision", "string", "Hvor nøjagtigt", "record", values=PRECISION),
    Field("planned_end", "date", "Planlagt slut", "steered"),
    Field("planned_end_precision", "string", "Hvor nøjagtigt", "record", values=PRECISION),
    Field("forecast_end", "date", "Forventet slut, fra status"),
    Field("actual_start", "date", "Faktisk start"),
    Field("actual_end", "date", "Faktisk slut"),
    Field("light", "string", "Sidste status", values=LIGHT),
    Field("status_sentence", "string", "Sidste status, teksten"),
    Field("status_on", "date", "Hvornår den er givet"),
    Field("lead_area", "link", "Det ansvarlige fagchefområde {uuid, name}", "link"),
    Field("org_unit", "link", "Den lokale enhed {uuid, name}", "link"),
    Field("owner", "link", "Projektejer {uuid, name}"),
    Field("manager", "link", "Projektleder {uuid, name}"),
    Field("goals", "list", "Titlerne på de mål, projektet bidrager til"),
    Field("partners", "list", "Navnene på samarbejdspartnerne"),
    Field("extra", "object", "Øvrige oplysninger, fulgt med fra en fil"),
)
STORED = tuple(
    field.name
    for field in FIELDS
    if field.kind not in ("link", "list") and field.name not in ("url", "state_words", "uuid", "updated_at")
)
WRITABLE = {field.name: field for field in FIELDS if field.write}


@dataclass(frozen=True)
class Wrong:
    """One key of a body that cannot be used: `path` is a JSON Pointer."""

    path: str
    code: str
    message: str


def read_body(
    body: Any, allowed: Mapping[str, Field], extra: frozenset[str] = frozenset()
) -> tuple[dict[str, Any], list[Wrong]]:
    """The values of a body by key, and everything that is wrong with it. `extra` are keys of plain text."""
    if not isinstance(body, dict):
        return {}, [Wrong("", "type", "Der skal stå ét JSON-objekt.")]
    values: dict[str, Any] = {}
    wrong: list[Wrong] = []
    for name, value in body.items():
        if name in extra:
            if isinstance(value, str) and len(value) <= 2_000 and not _UNSAVED.search(value):
                values[name] = value
            else:
                wrong.append(Wrong(f"/{name}", "type", f"{name} skal være tekst på højst 2.000 tegn."))
            continue
        field = allowed.get(name)
        if field is None:
            wrong.append(Wrong(f"/{_pointer(name)}", "unknown", f"{name[:60]} kan ikke skrives her."))
            continue
        try:
            values[name] = _typed(field, value)
        except ValueError as fault:
            wrong.append(Wrong(f"/{name}", "value", str(fault)))
    return values, wrong


def _pointer(name: str) -> str:
    return name[:60].replace("~", "~0").replace("/", "~1")


def _typed(field: Field, value: Any) -> Any:
    if value is None:
        if field.kind in ("date", "decimal", "integer", "link") and field.name != "lead_area":
            return None
        raise ValueError(f"{field.name} kan ikke være null.")
    match field.kind:
        case "integer":
            if isinstance(value, bool) or not isinstance(value, int) or not -(2**31) < value < 2**31:
                raise ValueError(f"{field.name} skal være et helt tal.")
            return value
        case "boolean":
            if not isinstance(value, bool):
                raise ValueError(f"{field.name} skal være true eller false.")
            return value
    if not isinstance(value, str):
        raise ValueError(f"{field.name} skal være tekst.")
    return _from_text(field, value)


def _from_text(field: Field, text: str) -> Any:
    match field.kind:
        case "date":
            return _day(field, text)
        case "decimal":
            return _amount(field, text)
        case "link":
            try:
                return UUID(text)
            except ValueError:
                raise ValueError(f"{field.name} skal være et uuid.") from None
    if field.values and text not in field.values:
        raise ValueError(f"{field.name} skal være en af: {', '.join(value for value in field.values if value)}.")
    text = text.strip()
    if field.limit and len(text) > field.limit:
        raise ValueError(f"{field.name} må højst være {field.limit} tegn.")
    if field.name in NEVER_EMPTY and not text:
        raise ValueError(f"{field.name} må ikke være tom.")
    if (_UNSAVED if field.limit > ONE_LINE else _UNSAVED_IN_A_LINE).search(text):
        raise ValueError(f"{field.name} indeholder et tegn, der ikke kan gemmes.")
    return text


def _day(field: Field, text: str) -> date:
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        raise ValueError(f"{field.name} skal være en dag: YYYY-MM-DD.")
    if day.year not in YEARS:
        raise ValueError(f"{field.name} skal ligge i et år mellem {YEARS[0]} og {YEARS[-1]}.")
    return day


def _amount(field: Field, text: str) -> Decimal:
    if not _NUMBER.fullmatch(text):
        raise ValueError(f'{field.name} skal være et tal som tekst: "1250.5", 0 eller mere, højst én decimal.')
    number = Decimal(text)
    if number >= 10**8:
        raise ValueError(f"{field.name} skal være mindre end 100.000.000.")
    return number
