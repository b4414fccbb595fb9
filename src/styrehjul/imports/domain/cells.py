"""Cells as people write them: Danish numbers, amounts, dates, yes and no. What cannot be read says so in words."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from decimal import Decimal

from styrehjul.kernel.danish import MONTHS

Cell = str | Decimal | date | datetime | bool

# Six digits that make a day and four more, with or without a hyphen or blank: what a Danish CPR number looks like.
_CPR = re.compile(r"(?<![\d/\w-])(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?![\d\w])")
_AMOUNT = re.compile(
    r"^(ca\.?|cirka)?\s*(\()?(-)?\s*([\d.,\s]+?)\s*(\))?\s*(mio\.?|mill\.?|t\.?\s?kr\.?|tkr\.?|tusind|kr\.?|,-)*\s*(kr\.?)?$",
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


def plain(text: str) -> str:
    """The text as it is compared: case, blanks and signs do not count."""
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold().replace("_", " ")).split())


def has_cpr(cell: Cell) -> bool:
    """Whether the cell holds what looks like a CPR number. The number itself is never handed on."""
    return isinstance(cell, str | Decimal) and _CPR.search(_padded(cell)) is not None


def _padded(cell: str | Decimal) -> str:
    """A number cell has lost its leading zero: 0101701234 stands as 101701234."""
    text = text_of(cell)
    return text.zfill(10) if isinstance(cell, Decimal) and text.isdigit() and len(text) == 9 else text


def number_of(cell: Cell) -> Decimal:
    """A number: 1.234.567,50 · 1.500 (fifteen hundred) · 1,5 · 300. `1.5` is two numbers, and is refused."""
    if isinstance(cell, Decimal):
        return cell
    text = re.sub(r"\s", "", text_of(cell))
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
        tail = re.sub(r"[^a-z]", "", text.casefold().replace("ca.", "").replace("cirka", ""))
        written = next((name for name in _UNITS if tail.startswith(name)), "")
        written = written or ("kr" if text.rstrip().endswith(",-") else "")
    else:
        number = cell
    chosen = written or unit
    if not chosen:
        raise Unreadable("Beløbet har ingen enhed. Skriv kr., 1.000 kr. eller mio. kr. i overskriften.")
    return number * _UNITS[{"1000": "tkr", "mio": "mio"}.get(chosen, chosen)]


def unit_in(header: str) -> str:
    """The unit that a heading names: "kr", "tkr", "mio" or nothing."""
    words = header.casefold().replace(" ", "")
    if "mio" in words:
        return "mio"
    if "1.000" in words or "1000" in words or "t.kr" in words or "tkr" in words:
        return "tkr"
    return "kr" if re.search(r"\bkr\b|kroner|dkk", header.casefold()) else ""


def day_of(cell: Cell, *, last: bool) -> date:
    """A day. Of a year, quarter, month or week the last day where `last`, else the first."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = text_of(cell).casefold()
    for read in (_iso, _numeric, _named, _week, _quarter, _month, _year):
        if (found := read(text)) is not None:
            return found[1] if last else found[0]
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
        raise Unreadable(f"Datoen {day}. i måned {month} {year} findes ikke.") from None
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


def several(text: str) -> list[str]:
    """The names in a cell with several."""
    return [part for piece in re.split(r"[/;,&\n]| og ", text) if (part := " ".join(piece.split()))]
