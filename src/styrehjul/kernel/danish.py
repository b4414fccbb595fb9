"""Danish dates, numbers and sorting, where the machine's locale cannot be trusted to be there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Copenhagen")
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
# The three signs after "z" in the character set: a letter of the alphabet would sort among the words in z.
_ORDER = {ord("æ"): "{", ord("ø"): "|", ord("å"): "}", ord("ä"): "{", ord("ö"): "|"}


def sort_key(text: str) -> str:
    """Key that puts æ, ø and å after z, as Danish lists do; `aa` sorts as å."""
    return text.casefold().replace("aa", "å").translate(_ORDER)


def day_text(day: date, *, year: bool = True) -> str:
    """ "9. juni 2027"."""
    text = f"{day.day}. {MONTHS[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def weekday_text(day: date, *, year: bool = False) -> str:
    """ "onsdag 9. juni", with the year where it is asked for."""
    return f"{WEEKDAYS[day.weekday()]} {day_text(day, year=year)}"


def clock(moment: datetime) -> str:
    """ "9" or "10.42" in Danish time, as it is written after "kl."."""
    local = moment.astimezone(ZONE)
    return f"{local.hour}" if local.minute == 0 else f"{local.hour}.{local.minute:02}"


def moment_text(moment: datetime) -> str:
    """ "9. juni 2027 kl. 10.42"."""
    return f"{day_text(moment.astimezone(ZONE).date())} kl. {clock(moment)}"


def number_text(value: Decimal | int | float, decimals: int = 0) -> str:
    """ "1.234,5": Danish separators, with no-break space never needed inside."""
    text = f"{value:,.{decimals}f}"
    return text.replace(",", "\x00").replace(".", ",").replace("\x00", ".")


def money_text(tdkk: Decimal | int) -> str:
    """Thousands of kroner as they are said: "2,4 mio. kr." from a million up, else "900.000 kr."; nothing is rounded."""
    amount = Decimal(str(tdkk))
    if abs(amount) < 1000:
        return f"{number_text(amount * 1000)} kr."
    decimals = len(f"{amount / 1000:f}".partition(".")[2].rstrip("0"))
    return f"{number_text(amount / 1000, decimals)} mio. kr."


def listing(parts: Iterable[str]) -> str:
    """ "a, b og c"."""
    items = list(parts)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} og {items[-1]}"
