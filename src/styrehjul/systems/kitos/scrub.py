"""What must never come in from outside: CPR numbers, and signs that no database keeps. Pure."""

from __future__ import annotations

import math
import re
from typing import Any

from styrehjul.kernel.cpr import CPR, names_cpr, without_cpr

# The sign of nothing, and halves of signs.
_UNKEPT = re.compile("[\x00\ud800-\udfff]")
DEEPEST = 60


def scrubbed(value: Any, place: str = "") -> tuple[Any, list[str]]:
    """The value without CPR numbers and keys that hold them, and the places where something was taken out."""
    removed: list[str] = []
    return _clean(value, place, removed, 0), removed


def _clean(value: Any, place: str, removed: list[str], depth: int) -> Any:
    if depth > DEEPEST:
        removed.append(place)
        return None
    if isinstance(value, dict):
        found = {}
        for key, inner in value.items():
            if names_cpr(str(key)):
                removed.append(f"{place}.{key}" if place else str(key))
                continue
            # The key itself is told by whoever wrote it, and may hold a number too.
            name = _UNKEPT.sub("", without_cpr(str(key)))
            found[name] = _clean(inner, f"{place}.{name}" if place else name, removed, depth + 1)
        return found
    if isinstance(value, list):
        return [_clean(inner, f"{place}[{at}]", removed, depth + 1) for at, inner in enumerate(value)]
    if isinstance(value, str):
        text = _UNKEPT.sub("", value)
        if CPR.search(text):
            removed.append(place)
            return without_cpr(text)
        return text
    if isinstance(value, float) and not math.isfinite(value):
        return None  # 1e999 in the answer: a number that no database keeps
    if isinstance(value, int) and not isinstance(value, bool) and CPR.fullmatch(str(value).zfill(10)):
        removed.append(place)
        return None
    return value
