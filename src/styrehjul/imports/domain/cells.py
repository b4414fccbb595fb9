"""Cells as people write them: Danish numbers, amounts, dates, yes and no. What cannot be read says so in words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from styrehjul.kernel.cpr import CPR
from styrehjul.kernel.danish import MONTHS

Cell = str | Decimal | date | datetime | bool

_AMOUNT = re.compile(
    r"^(ca\.?|cirka|omkring)?\s*(\()?(-)?\s*([\d.,\s]+?)\s*(\))?\s*(mio\.?|mill\.?|t\.?\s?kr\.?|tkr\.?|tusind|kr\.?|,-)*\s*(kr\.?)?$",
    re.I,
)
_UNITS = {
    "mio": Decimal(1_000_000),
    "mil": Decimal(1_000_000),
    "tkr": Decimal(1000),
    "tus": Decimal(1000),
    "kr": Decimal(1),
}


class Unreadable(ValueError):  # noqa: N818 - the cell cannot be read; nothing went wrong
    """A cell that cannot be read; the message says what would be."""


def text_of(cell: Cell) -> str:
    """The cell as text, blanks at the ends and doubled ones taken away."""
    if type(cell) is str:
        if not cell:  # most cells of most lists
            return cell
        return "\n".join(" ".join(line.split()) for line in cell.replace("\xa0", " ").strip().splitlines())
    match cell:
        case bool():
            return "ja" if cell else "nej"
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case Decimal():
            return format(cell.normalize(), "f")
    return "\n".join(" ".join(line.split()) for line in cell.replace("\xa0", " ").strip().splitlines())


@lru_cache(maxsize=2048)  # the same unit, person and state stand in every row
def plain(text: str) -> str:
    """The text as it is compared: case, blanks and signs do not count."""
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold().replace("_", " ")).split())


def has_cpr(cell: Cell) -> bool:
    """Whether the cell holds what looks like a CPR number. The number itself is never handed on."""
    return isinstance(cell, str | Decimal) and CPR.search(_padded(cell)) is not None


def _padded(cell: str | Decimal) -> str:
    """A number cell has lost its leading zero: 0101701234 stands as 101701234."""
    text = text_of(cell)
    return text.zfill(10) if isinstance(cell, Decimal) and text.isdigit() and len(text) == 9 else text


def number_of(cell: Cell) -> Decimal:
    """A number: 1.234.567,50 · 1.500 (fifteen hundred) · 1,5 · (300) · 12 %. `1.5` is two numbers, and is refused."""
    if isinstance(cell, Decimal):
        return cell
    text = re.sub(r"\s", "", text_of(cell))
    if text.endswith("%"):
        return number_of(text[:-1]) / 100
    if re.fullmatch(r"\([^()-]+\)", text):
        return -number_of(text[1:-1])
    if re.fullmatch(r"-?\d+\.\d{1,2}|-?\d+\.\d{4,}", text):
        raise Unreadable(
            f"“{text}” kan læses på to måder. Skriv {text.replace('.', ',')} eller {text.replace('.', '')}."
        )
    if not re.fullmatch(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?", text):
        raise Unreadable(f"“{text_of(cell)}” er ikke et tal.")
    return Decimal(text.replace(".", "").replace(",", "."))


def amount_of(cell: Cell, unit: str) -> Decimal:
    """Kroner. `unit` is the column's ("kr", "tkr", "mio"); one written in the cell wins. Empty and needed: Unreadable."""
    written = ""
    if not isinstance(cell, Decimal):
        text = text_of(cell)
        found = _AMOUNT.match(text)
        if found is None:
            raise Unreadable(f"“{text}” er ikke et beløb. Skriv for eksempel 1.250.000 eller 1,25 mio. kr.")
        digits = re.sub(r"[.,]-?$", "", re.sub(r"\s", "", found.group(4)))
        number = number_of(digits)
        number = -number if found.group(2) or found.group(3) else number
        tail = re.sub(r"[^a-z]", "", text.casefold().replace("ca.", "").replace("cirka", "").replace("omkring", ""))
        written = next((name for name in _UNITS if tail.startswith(name)), "")
        written = written or ("kr" if text.rstrip().endswith(",-") else "")
    else:
        number = cell
    chosen = written or unit
    if not chosen:
        raise Unreadable("Beløbet har ingen enhed. Skriv kr., 1.000 kr. eller mio. kr. i overskriften.")
    return number * _UNITS[{"1000": "tkr", "mio": "mio"}.get(chosen, chosen)]


def is_about(cell: Cell) -> bool:
    """Whether the cell says of itself that it is a guess: "ca. 200 t.kr."."""
    return isinstance(cell, str) and re.match(r"\s*(ca\.?|cirka|omkring)\s", cell, re.I) is not None


def unit_in(header: str) -> str:
    """The unit that a heading names: "kr", "tkr", "mio" or nothing."""
    words = header.casefold().replace(" ", "")
    if "mio" in words:
        return "mio"
    if "1.000" in words or "1000" in words or "t.kr" in words or "tkr" in words:
        return "tkr"
    return "kr" if re.search(r"\bkr\b|kroner|dkk", header.casefold()) else ""


def day_of(cell: Cell, *, last: bool, epoch1904: bool = False) -> date:
    """A day. Of a year, quarter, month or week the last day where `last`, else the first."""
    found = span_of(cell, epoch1904=epoch1904)
    return found.last if last else found.first


@dataclass(frozen=True)
class Said:
    """A day as exactly as it was said: "day", "month", "quarter" or "year". A week is told by its days."""

    first: date
    last: date
    precision: str = "day"


# Numbers that can only be Excel's own count of days: 1954 to 2119.
_SERIALS = range(20_000, 80_001)


def span_of(cell: Cell, *, epoch1904: bool = False) -> Said:
    """When a cell says that something is. Raises Unreadable with what can be written instead."""
    if isinstance(cell, datetime):
        return Said(cell.date(), cell.date())
    if isinstance(cell, date):
        return Said(cell, cell)
    text = text_of(cell).casefold()
    for precision, read in _READERS:
        if (found := read(text)) is not None:
            return Said(*found, precision)
    if re.fullmatch(r"\d{5}(,0+)?", text) and int(text[:5]) in _SERIALS:
        day = (date(1904, 1, 1) if epoch1904 else date(1899, 12, 30)) + timedelta(days=int(text[:5]))
        return Said(day, day)
    raise Unreadable(f"“{text_of(cell)}” er ikke en dato. Skriv for eksempel 12-03-2027, 3. kvartal 2027 eller 2027.")


Span = tuple[date, date]


def _year_number(text: str) -> int:
    """ "27" is 2027; what lies far away is a slip of the fingers."""
    year = int(text) + 2000 if len(text) == 2 else int(text)
    if not 1900 <= year <= 2200:
        raise Unreadable(f"Årstallet {text} kan ikke være rigtigt.")
    return year


def _day(year: int, month: int, day: int) -> Span:
    try:
        found = date(year, month, day)
    except ValueError:
        named = f"{day}. {MONTHS[month - 1]} {year}" if 1 <= month <= 12 else f"{day}-{month}-{year}"
        raise Unreadable(f"Datoen {named} findes ikke.") from None
    return found, found


def _iso(text: str) -> Span | None:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    return _day(_year_number(found[1]), int(found[2]), int(found[3])) if found else None


def _numeric(text: str) -> Span | None:
    found = re.fullmatch(r"(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4}|\d{2})", text)
    return _day(_year_number(found[3]), int(found[2]), int(found[1])) if found else None


def _named(text: str) -> Span | None:
    found = re.fullmatch(r"(\d{1,2})\.?\s*([a-zæøå]+)\.?\s*(\d{4})", text)
    month = _month_number(found[2]) if found else 0
    return _day(_year_number(found[3]), month, int(found[1])) if found and month else None


def _week(text: str) -> Span | None:
    found = re.fullmatch(r"uge\s*(\d{1,2})[ ,./-]*(\d{4})", text)
    if not found:
        return None
    try:
        monday = date.fromisocalendar(_year_number(found[2]), int(found[1]), 1)
    except Unreadable:
        raise
    except ValueError:
        raise Unreadable(f"Uge {found[1]} findes ikke i {found[2]}.") from None
    return monday, monday + timedelta(days=6)


def _quarter(text: str) -> Span | None:
    found = re.fullmatch(r"([1-4])\.?\s*kv(?:artal|\.)?\s*(\d{4}|\d{2})", text) or re.fullmatch(
        r"[kq]([1-4])\s*[-/ ]?\s*(\d{4}|\d{2})", text
    )
    if not found:
        return None
    quarter, year = int(found[1]), _year_number(found[2])
    month = 3 * quarter
    return date(year, month - 2, 1), date(year, month, monthrange(year, month)[1])


def _month(text: str) -> Span | None:
    found = re.fullmatch(r"([a-zæøå]+)\.?\s*(\d{4})", text)
    month = _month_number(found[1]) if found else 0
    if not found or not month:
        return None
    year = _year_number(found[2])
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _year(text: str) -> Span | None:
    found = re.fullmatch(r"(\d{4})(?:\.0)?", text)
    if not found:
        return None
    year = _year_number(found[1])
    return date(year, 1, 1), date(year, 12, 31)


def _month_number(word: str) -> int:
    return next((no for no, name in enumerate(MONTHS, 1) if name == word or (len(word) == 3 and name[:3] == word)), 0)


_READERS: tuple[tuple[str, Callable[[str], Span | None]], ...] = (
    ("day", _iso), ("day", _numeric), ("day", _named), ("day", _week), ("quarter", _quarter), ("month", _month),
    ("year", _year),
)  # fmt: skip


def truth_of(cell: Cell) -> bool:
    """Ja or nej, in the ways people mark it."""
    if isinstance(cell, bool):
        return cell
    text = plain(text_of(cell))
    if text in {"ja", "j", "x", "1", "sand", "true", "leder"}:
        return True
    if text in {"", "nej", "n", "0", "falsk", "false"}:
        return False
    raise Unreadable(f"“{text_of(cell)}” er hverken ja eller nej.")


# What a spreadsheet shows where a formula has failed.
BROKEN = frozenset(
    {
        "#REF!",
        "#N/A",
        "#DIV/0!",
        "#VALUE!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#I/T",
        "#REFERENCE!",
        "#VÆRDI!",
        "#NAVN?",
        "#DIVISION/0!",
    }
)


def is_broken(cell: Cell) -> bool:
    """Whether the cell holds the mark of a formula that failed."""
    return isinstance(cell, str) and cell.strip().upper() in BROKEN


_LIGHTS = {
    "green": ("grøn", "g", "green", "grønt", "ok", "følger planen", "efter planen"),
    "yellow": ("gul", "y", "yellow", "gult", "orange", "opmærksomhed"),
    "red": ("rød", "r", "red", "rødt", "kritisk"),
    "none": ("ingen status", "hvid", "ingen", "ikke givet", "grå", "ikke relevant"),
}
LIGHT_OF = {word: code for code, words in _LIGHTS.items() for word in words}


def light_of(cell: Cell) -> str | None:
    """The light that a cell says in words or by its letter; None where it says something else."""
    text = plain(text_of(cell)) if not isinstance(cell, str) else plain(cell)
    return LIGHT_OF.get(text, LIGHT_OF.get(text.removesuffix(" lys").removesuffix(" status")))


def several(text: str) -> list[str]:
    """The names in a cell with several."""
    return [part for piece in re.split(r"[/;,&\n]| og ", text) if (part := " ".join(piece.split()))]
