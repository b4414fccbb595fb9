"""A reworded label costs no municipality a migration; a changed column does."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import models
from django.db.migrations.state import ModelState, ProjectState

from styrehjul.management.commands.makemigrations import Autodetector


def state(options: dict[str, Any] | None = None, **field: Any) -> ProjectState:
    found = ProjectState()
    columns = [("id", models.AutoField(primary_key=True)), ("name", models.CharField(**{"max_length": 10, **field}))]
    found.add_model(ModelState("library", "Book", columns, options=options or {}))
    return found


def changes(before: ProjectState, after: ProjectState) -> list[str]:
    found = Autodetector(before, after)._detect_changes()  # type: ignore[attr-defined]  # what `changes` is built on
    return [type(step).__name__ for migration in found.get("library", []) for step in migration.operations]


@pytest.mark.parametrize(
    "words", [{"verbose_name": "navn"}, {"help_text": "Bogens navn"}, {"choices": [("a", "Et andet ord")]}]
)
def test_words_on_a_field_make_no_migration(words: dict[str, Any]) -> None:
    assert changes(state(), state(**words)) == []


def test_a_wider_column_still_makes_one() -> None:
    assert changes(state(), state(max_length=20, verbose_name="navn")) == ["AlterField"]


@pytest.mark.parametrize("words", [{"ordering": ["name"]}, {"verbose_name": "bog"}, {"verbose_name_plural": "bøger"}])
def test_words_on_a_model_make_no_migration(words: dict[str, Any]) -> None:
    assert changes(state(), state(options=words)) == []


def test_an_option_that_matters_still_makes_one() -> None:
    assert changes(state(), state(options={"ordering": ["name"], "managed": False})) != []
