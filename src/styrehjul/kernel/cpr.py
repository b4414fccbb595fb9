"""What a Danish CPR number looks like: such numbers never come in, and are never repeated."""

from __future__ import annotations

import re

# Six digits that make a day and four more, with or without a hyphen or blank.
CPR = re.compile(r"(?<![\d/\w-])(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?![\d\w])")
REMOVED = "(fjernet)"
# Keys and headings that hold nothing else.
CPR_NAMES = frozenset({"cpr", "cprnumber", "cprnummer", "cprnr", "personnummer", "personnr"})


def names_cpr(name: str) -> bool:
    """Whether a key or heading says that it holds CPR numbers."""
    return re.sub(r"[\W_]+", "", name.casefold()) in CPR_NAMES


def without_cpr(text: str) -> str:
    """The text with what looks like a CPR number taken out."""
    return CPR.sub(REMOVED, text)
