"""Values of a kommissorium in Danish words, as pages and sentences say them."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any

from styrehjul.bodies.domain.model import (
    AgendaApproval,
    AgendaReadable,
    Cadence,
    CadenceKind,
    DeadlineKind,
    DeadlineRule,
    KommissoriumText,
    Lock,
    MinutesApproval,
    Profile,
    RightMode,
    Role,
    SeatCount,
    SeatKind,
    SeatRule,
    Slot,
    SlotKind,
    Source,
    TakesForce,
)
from styrehjul.kernel.danish import MONTHS, WEEKDAYS, day_text, listing, number_text

WORDS: dict[Enum, str] = {
    SeatKind.CHAIR: "formand",
    SeatKind.DEPUTY_CHAIR: "næstformand",
    SeatKind.MEMBER: "medlem",
    SeatKind.OBSERVER: "observatør",
    SeatKind.CO_OPTED: "tilforordnet",
    SeatKind.SECRETARY: "sekretær",
    Role.SECRETARY: "sekretæren",
    Role.CHAIR: "formanden",
    Role.PREPARING_CHAIR: "formanden for det forberedende organ",
    Role.RESPONSIBLE: "den ansvarlige",
    Role.MEMBERS: "medlemmerne",
    Lock.ITEMS: "nye punkter",
    Lock.MATERIAL: "materialet",
    Lock.AGENDA: "dagsordenen",
    Lock.CHANGES: "ændringer",
    Profile.STANDING: "fast punkt",
    Profile.PROCEDURAL: "formalitet",
    Source.KOMMISSORIUM: "kommissoriet",
    Source.SUPPLEMENT: "ikke i bilaget",
    RightMode.DECIDES: "beslutter",
    RightMode.RECOMMENDS: "anbefaler",
    RightMode.INFORMED: "orienteres",
    AgendaApproval.CHAIR: "formanden",
    AgendaApproval.NONE: "ingen",
    AgendaReadable.NEVER: "aldrig",
    AgendaReadable.AFTER_MEETING: "efter mødet",
    AgendaReadable.AT_DISPATCH: "ved udsendelse",
    TakesForce.MEETING_ENDED: "når mødet er afsluttet",
    TakesForce.MINUTES_APPROVED: "når referatet er godkendt",
    MinutesApproval.CHAIR: "formanden",
    MinutesApproval.TACIT: "stiltiende",
    MinutesApproval.NEXT_MEETING: "på næste møde",
    MinutesApproval.EACH_MEMBER: "hvert medlem",
}


def value_text(value: Any) -> str:
    """One value in words: "ja", "kl. 9", "1. januar 2027", "a, b og c"."""
    if isinstance(value, Enum):
        return WORDS.get(value, str(value.value))
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, Decimal):
        exponent = value.normalize().as_tuple().exponent
        return number_text(value, max(-exponent, 0) if isinstance(exponent, int) else 0)
    if isinstance(value, int):
        return number_text(value)
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, time):
        return f"kl. {clock_text(value)}"
    if isinstance(value, tuple | frozenset):
        return listing(value_text(row) for row in value) or "ingen"
    return str(value)


def clock_text(at: time) -> str:
    """ "9" or "12.30", as it is written after "kl."."""
    return str(at.hour) if at.minute == 0 else f"{at.hour}.{at.minute:02}"


def count_text(number: int, one: str, many: str) -> str:
    """ "1 arbejdsdag", "5 arbejdsdage"."""
    return f"{number} {one if number == 1 else many}"


def cadence_text(cadence: Cadence, text: KommissoriumText | None = None) -> str:
    """ "4 møder om året", "20 arbejdsdage før udvalgets møder"."""
    if cadence.kind is CadenceKind.PER_YEAR:
        return f"{count_text(cadence.number or 0, 'møde', 'møder')} om året"
    if cadence.kind is CadenceKind.MONTHS:
        return f"møde i {listing(MONTHS[month - 1] for month in cadence.months if 1 <= month <= 12)}"
    if cadence.kind is CadenceKind.EVERY_N_WEEKS:
        often = "møde hver uge" if cadence.weeks == 1 else f"møde hver {cadence.weeks}. uge"
        return often + (f" fra {day_text(cadence.start)}" if cadence.start else "")
    if cadence.kind is CadenceKind.FOLLOWS:
        return f"møde {_lead_text(cadence)}før hvert af {genitive(_definite(cadence.follows, text))} møder"
    return "møder efter behov"


def _lead_text(cadence: Cadence) -> str:
    if cadence.lead_working_days is not None:
        return f"{count_text(cadence.lead_working_days, 'arbejdsdag', 'arbejdsdage')} "
    if cadence.lead_weeks is not None:
        return f"{count_text(cadence.lead_weeks, 'uge', 'uger')} "
    return ""


def _definite(code: str | None, text: KommissoriumText | None) -> str:
    for body in text.bodies if text is not None else ():
        if body.code == code:
            return body.name_definite
    return code or ""


def genitive(name: str) -> str:
    """ "udvalgets"; names on s, x and z take an apostrophe."""
    return f"{name}'" if name[-1:].lower() in ("s", "x", "z") else f"{name}s"


def capital(text: str) -> str:
    """First letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """First letter small, unless the first word is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def slot_text(slot: Slot | None) -> str:
    """ "hvert kvartal", "2. og 4. kvartal", "marts", "15. marts"."""
    if slot is None:
        return "uden tidspunkt"
    if slot.kind is SlotKind.EVERY_MEETING:
        return "hvert møde"
    if slot.kind is SlotKind.DATE:
        month, day = slot.day or (1, 1)
        return f"{day}. {MONTHS[month - 1]}"
    if slot.kind is SlotKind.MONTHS:
        return listing(MONTHS[month - 1] for month in slot.numbers if 1 <= month <= 12)
    if slot.kind is SlotKind.QUARTERS and sorted(slot.numbers) == [1, 2, 3, 4]:
        return "hvert kvartal"
    noun = "kvartal" if slot.kind is SlotKind.QUARTERS else "møde"
    return f"{listing(f'{number}.' for number in slot.numbers)} {noun}"


def seat_count_text(seat: SeatRule, text: KommissoriumText | None = None) -> str:
    """ "præcis 2", "mindst 1 og højst 3", "en for hvert fagchefområde"."""
    if seat.rule is SeatCount.OPEN:
        return "åbent antal"
    if seat.rule is SeatCount.ONE_PER:
        return f"en for hver enhed i {text.group_name(seat.group or '') if text else seat.group}"
    if seat.rule is SeatCount.AT_LEAST:
        upper = f" og højst {seat.most}" if seat.most is not None else ""
        return f"mindst {seat.number}{upper}"
    return f"højst {seat.number}" if seat.rule is SeatCount.AT_MOST else f"præcis {seat.number}"


_BEFORE = {
    DeadlineKind.WORKING_DAYS_BEFORE: ("arbejdsdag", "arbejdsdage", "før mødet"),
    DeadlineKind.CALENDAR_DAYS_BEFORE: ("kalenderdag", "kalenderdage", "før mødet"),
    DeadlineKind.WORKING_DAYS_AFTER: ("arbejdsdag", "arbejdsdage", "efter mødet"),
}


def deadline_unit(rule: DeadlineRule) -> str:
    """ "arbejdsdage før mødet", or "" where the deadline is not a count of days."""
    words = _BEFORE.get(rule.kind)
    return f"{words[0] if rule.number == 1 else words[1]} {words[2]}" if words else ""


def deadline_text(rule: DeadlineRule) -> str:
    """ "5 arbejdsdage før mødet kl. 12", "mandag kl. 12 ugen før"."""
    at = f" kl. {clock_text(rule.at)}" if rule.at is not None else ""
    if rule.kind is DeadlineKind.WEEKDAY_TIME:
        weeks = {0: "i mødets uge", 1: "ugen før"}.get(rule.weeks_before or 0, f"{rule.weeks_before} uger før")
        return f"{WEEKDAYS[rule.weekday or 0]}{at} {weeks}"
    if rule.kind is DeadlineKind.ABSOLUTE:
        return f"en dato på hvert møde{at}"
    return f"{rule.number} {deadline_unit(rule)}{at}"
