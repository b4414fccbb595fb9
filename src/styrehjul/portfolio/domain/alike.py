"""Which projects a new one resembles: a hint to talk together, never a hindrance."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Words that nearly every project has say nothing about what it is.
_COMMON = frozenset(
    [
        "alle",
        "app",
        "bedre",
        "den",
        "det",
        "digital",
        "digitale",
        "digitalt",
        "eller",
        "fælles",
        "for",
        "fra",
        "hos",
        "ind",
        "ikke",
        "løsning",
        "lokal",
        "lokale",
        "med",
        "nyt",
        "over",
        "projekt",
        "samt",
        "system",
        "systemer",
        "til",
        "ved",
        "være",
    ]
)
MOST = 3
_LONG = 5


def alike(title: str, others: Iterable[tuple[int, str]]) -> list[int]:
    """The keys of those whose titles share half of their telling words or more, the nearest first."""
    words = telling(title)
    found = [(share, key) for key, other in others if (share := _share(words, telling(other)))]
    return [key for _share_, key in sorted(found, key=lambda one: (-one[0], one[1]))[:MOST]]


def telling(title: str) -> list[str]:
    """The words that say what it is."""
    words = re.findall(r"[^\W\d_]{3,}", title.casefold())
    return [word for word in dict.fromkeys(words) if word not in _COMMON]


def _share(words: list[str], others: list[str]) -> float:
    if not words or not others:
        return 0.0
    shared = sum(any(_same(word, other) for other in others) for word in words)
    share = shared / max(len(words), len(others))
    return share if share >= 0.5 else 0.0


def _same(word: str, other: str) -> bool:
    """ "vagtplan" and "vagtplanlægning" are one word here."""
    short, long = sorted((word, other), key=len)
    return short == long or (len(short) >= _LONG and long.startswith(short))
