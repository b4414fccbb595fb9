"""Whatever the product says no with has a Danish sentence and a way forward."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from string import Formatter

import pytest

from styrehjul.bodies.domain import wording
from styrehjul.people.policy import TABLE
from styrehjul.portfolio.domain.commands import COMMANDS
from styrehjul.ui import refusals
from tests.house.repository import texts

CODE = re.compile(r"[a-z][a-z_]*(\.[a-z_]+)+")
SAYING_NO = {"Refused", "Reason"}
# Strings of the same shape that are no refusals: what may be done, what happened, what a decision does.
OTHER_CALLS = {
    "require", "may", "allowed", "can", "record", "store", "remove", "Row", "rows", "page", "visible_to", "render", "import_module",
    "find_spec", "getLogger", "getattr", "reverse", "redirect", "_permit", "permit", "needs", "select_related",
}  # fmt: skip
# What a decision does, and the program that reads foreign files: of the same shape, in a module that says no by table.
NO_CODES = {*COMMANDS, "styrehjul.documents.foreign"}
NO_ENDINGS = (".py", ".html", ".toml", ".typ")


def name_of(call: ast.Call) -> str:
    called = call.func
    return called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""


def strings(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str) and CODE.fullmatch(inner.value):
            yield inner.value


def said_directly(tree: ast.AST) -> Iterator[str]:
    """The codes that stand in the call itself, also the two of a choice."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and name_of(call) in SAYING_NO and call.args:
            yield from strings(call.args[0])


def said_by_table(tree: ast.Module) -> Iterator[str]:
    """The codes of a module that says no with a name: what stands in its tables and is nothing else."""
    by_name = any(
        isinstance(call, ast.Call) and name_of(call) in SAYING_NO and call.args and isinstance(call.args[0], ast.Name)
        for call in ast.walk(tree)
    )
    if not by_name:
        return
    other = {
        text
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and name_of(call) in OTHER_CALLS
        for text in strings(call)
    }
    other |= {
        text
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg in {"action", "change"}
        for text in strings(node)
    }
    yield from (text for text in strings(tree) if text not in other)


def codes() -> dict[str, str]:
    """Every code that the product can say no with, and where it first stands."""
    found: dict[str, str] = {}
    for name, text in texts(".py", under="src/styrehjul/"):
        if "/migrations/" in name or "refusal_words" in name:
            continue
        tree = ast.parse(text)
        for code in (*said_directly(tree), *said_by_table(tree)):
            found.setdefault(code, name)
    return {code: name for code, name in found.items() if code not in NO_CODES and not code.endswith(NO_ENDINGS)}


CODES = codes()


def test_the_search_finds_the_codes() -> None:
    assert len(CODES) > 150
    assert {"stale", "mandate.needed", "file.too_large"} <= refusals.WORDS.keys()


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_has_words(code: str) -> None:
    # What deserves a thought about a date or a seat is worded where it is found: it is never a refusal's page.
    assert refusals.has_words(code) or code in wording.SENTENCES, (
        f"{CODES[code]} says no with {code}: give it a sentence in refusal_words.py"
    )


@pytest.mark.parametrize("code", sorted(refusals.WORDS))
def test_the_words_are_danish_sentences_without_codes(code: str) -> None:
    words = refusals.WORDS[code]
    for text in (str(words.sentence), str(words.way)):
        bare = "".join(part for part, *_ in Formatter().parse(text))
        assert not re.search(r"[a-z]_[a-z]|\b(null|None|state|status code|error|invalid|meeting|item)\b", bare), text
    sentence = str(words.sentence)
    assert sentence.rstrip().endswith((".", "?", "!", "}", "”", '"', "…")) or sentence == "{detail}", sentence


def test_what_the_policy_table_refuses_has_a_way_forward() -> None:
    assert all(str(refusals.NO_RIGHT.way) for _ in TABLE.actions())
