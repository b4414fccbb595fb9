"""One policy table, deny by default: every address asks it, every right is told in Danish, nothing is out of reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from styrehjul.people.policy import TABLE, Row

SOURCE = Path(__file__).resolve().parents[2] / "src" / "styrehjul"
# Pages that are not ours: the sign-in's, which let nobody in who has not proved who they are.
FOREIGN = ("allauth.", "django.")


def views(resolver: URLResolver | None = None, road: str = "") -> Iterator[tuple[str, object]]:
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from views(entry, road + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield road + str(entry.pattern), entry.callback


def test_every_address_asks_the_policy_table_or_says_that_it_is_public() -> None:
    unmarked = [
        road
        for road, view in views()
        if not getattr(view, "__module__", "").startswith(FOREIGN)
        and not getattr(view, "is_public", False)
        and getattr(view, "policy_action", None) not in TABLE.actions()
    ]
    assert unmarked == [], "mark the view with @page(<a row of the table>)"


def test_every_right_that_the_code_asks_for_is_a_row_of_the_table() -> None:
    asked = set()
    for file in SOURCE.rglob("*.py"):
        text = file.read_text()
        asked |= set(
            re.findall(
                r'(?:may|require|visible_to|permit|_permit|needs|allowed)\(\s*[\w.()]+,\s*"([a-z_]+\.[a-z_]+)"', text
            )
        )
    assert asked, "the pattern must find the questions"
    assert asked - TABLE.actions() == set()


@pytest.mark.parametrize("row", TABLE.rows(), ids=lambda row: f"{row.action}:{row.who.code}")
def test_every_row_is_a_danish_sentence_that_can_be_reviewed(row: Row) -> None:
    assert row.sentence.endswith("."), row.sentence
    assert len(row.sentence.split()) >= 3
    assert row.who.words
    assert "_" not in row.sentence


def test_the_table_is_frozen_at_start() -> None:
    with pytest.raises(RuntimeError, match="frozen"):
        TABLE.add([])
