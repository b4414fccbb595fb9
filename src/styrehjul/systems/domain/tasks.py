"""The tasks that a cell or a field names: numbers of KLE, or a task in the municipality's own words. Pure."""

from __future__ import annotations

import re


def is_kle(word: str) -> bool:
    """Whether the word is a number of KLE."""
    return re.fullmatch(r"\d\d(\.\d\d){0,2}", word) is not None


def task_words(text: str) -> list[str]:
    """The tasks of a cell: several numbers of KLE, or one task in words."""
    parts = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
    if all(is_kle(part) for part in parts):
        return list(dict.fromkeys(parts))
    return [" ".join(text.replace(";", ",").split())]
