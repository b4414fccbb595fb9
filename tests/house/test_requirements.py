"""The table of requirements tells the truth: each test it names is there, and this release's numbers are all shown."""

from __future__ import annotations

import ast
import re
from functools import lru_cache

from tests.house.repository import ROOT

FILE = ROOT / "docs" / "requirements.md"
ROWS = re.findall(r"(?m)^\| (R\d\d) \| ([MI]) \| ([^|]+) \| ([^|]+) \|$", FILE.read_text(encoding="utf-8"))
NOT_YET = "endnu ikke hel: "
# What the first release promises whole.
WHOLE = {
    *(f"R{n:02}" for n in range(1, 23)), "R24", *(f"R{n}" for n in range(26, 30)), "R31", "R36", *(f"R{n}" for n in range(39, 43)),
    "R46", "R51", "R53", "R54", "R55", "R92",
}  # fmt: skip


@lru_cache
def functions_of(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_all_numbers_stand_once_and_in_order() -> None:
    assert [number for number, *_ in ROWS] == [f"R{n:02}" for n in range(1, 95)]
    assert sum(kind == "M" for _, kind, *_ in ROWS) == 76


def test_every_named_test_exists() -> None:
    named = [place for *_, shown in ROWS for place in re.findall(r"`([^`]+::[^`]+)`", shown)]
    missing = [
        place
        for place in named
        for file, _, function in [place.partition("::")]
        if not (ROOT / file).is_file() or function not in functions_of(file)
    ]
    assert missing == []
    assert len(named) > 50


def test_this_releases_numbers_are_whole_and_the_others_say_what_is_missing() -> None:
    shown = {number for number, _, _, by in ROWS if "::" in by}
    assert WHOLE - shown == set()
    assert [number for number, _, _, by in ROWS if number not in shown and not by.startswith(NOT_YET)] == []
    assert [number for number, _, _, by in ROWS if by.startswith(NOT_YET) and len(by) < len(NOT_YET) + 10] == []


def test_the_count_in_the_text_is_the_count_of_the_table() -> None:
    told = re.search(r"Shown in this release: (\d+) of 94", FILE.read_text(encoding="utf-8"))
    assert told is not None
    assert int(told.group(1)) == sum("::" in by for *_, by in ROWS)
