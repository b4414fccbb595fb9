"""What people wrote as a sentence, put inside a longer one."""

from __future__ import annotations

from collections.abc import Iterable

_SHORTENED = ("kr.", "pct.", "mio.", "mia.", "stk.", "mv.", "m.v.", "osv.", "o.l.", "m.fl.", "nr.", "kl.", "kv.")


def without_stop(text: str) -> str:
    """The text without its full stop; the stop of a shortened word belongs to the word: "12 pct."."""
    return text if text.lower().endswith(_SHORTENED) else text.rstrip(".")


def sentences(parts: Iterable[str]) -> str:
    """The parts as sentences after each other, the last one without its full stop."""
    told = [without_stop(part) for part in parts if part]
    return " ".join(part if last or part.endswith(".") else f"{part}." for part, last in _marked(told))


def _marked(told: list[str]) -> Iterable[tuple[str, bool]]:
    return ((part, place == len(told)) for place, part in enumerate(told, 1))
