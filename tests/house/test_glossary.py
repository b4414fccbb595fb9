"""Every table has its word: the Danish one, the English one, and the class."""

from __future__ import annotations

import re

from django.apps import apps

from tests.house.repository import ROOT

TEXT = (ROOT / "docs" / "reference" / "glossary.md").read_text(encoding="utf-8")
ROWS = re.findall(r"(?m)^\| ([^|]+) \| ([^|]+) \| `(\w+)` \| ([^|]+) \|$", TEXT)


def test_every_model_class_is_in_the_glossary_once() -> None:
    classes = sorted(
        model.__name__
        for model in apps.get_app_config("styrehjul").get_models()
        if not model.__name__.endswith("History")
    )
    assert sorted(name for _, _, name, _ in ROWS if name != "Through") == classes


def test_every_row_tells_what_the_thing_is() -> None:
    assert [
        name for danish, english, name, what in ROWS if not (danish.strip() and english.strip() and len(what) > 20)
    ] == []


def test_one_word_means_one_class() -> None:
    danish = [word for word, _, _, _ in ROWS]
    assert len(danish) == len(set(danish))
