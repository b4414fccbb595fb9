"""Dates of meetings that are not held here, as they are pasted, and the last one that still helps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from styrehjul.kernel.danish import MONTHS, SHORT_MONTHS

_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_NUMBERS = re.compile(r"^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$")
_WORDS = re.compile(r"^(\d{1,2})\.?\s+([a-zæøå]+)\.?\s+(\d{4})$")
FIRST_YEAR, LAST_YEAR = 1990, 2100


def dates_in(text: str) -> tuple[list[date], list[str]]:
    """The dates of a pasted list, sorted and each once, and the lines that nobody can read as one."""
    found, wrong = set(), []
    for line in re.split(r"[\n;,\t]+", text):
        cleaned = re.sub(
            r"^(mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\s+(d\.?\s+|den\s+)?", "", line.strip().lower()
        )
        if not cleaned:
            continue
        day = _date(cleaned)
        if day is None:
            wrong.append(line.strip())
        else:
            found.add(day)
    return sorted(found), wrong


def _date(text: str) -> date | None:
    if match := _ISO.match(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _NUMBERS.match(text):
        day, month, year = (int(part) for part in match.groups())
    elif match := _WORDS.match(text):
        word = match.group(2)
        if word not in MONTHS and word[:3] not in SHORT_MONTHS:
            return None
        month = MONTHS.index(word) + 1 if word in MONTHS else SHORT_MONTHS.index(word[:3]) + 1
        day, year = int(match.group(1)), int(match.group(3))
    else:
        return None
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def offered(dates: Iterable[date], *, until: date, today: date) -> date | None:
    """The last date that is still to come and early enough; None where there is none."""
    return max((day for day in dates if today <= day <= until), default=None)
