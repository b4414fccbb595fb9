"""What is written is read back equal, and two texts differ in words exactly when they differ."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from styrehjul.bodies.domain.checking import problems, warnings
from styrehjul.bodies.domain.differences import differences
from styrehjul.bodies.domain.model import KommissoriumText
from styrehjul.bodies.domain.reading import read
from styrehjul.bodies.domain.silences import unset
from styrehjul.bodies.domain.writing import write
from tests.bodies.kommissorier import SHIPPED, kommissorier, shipped

BIG = settings(suppress_health_check=list(HealthCheck))  # a whole kommissorium is much to draw


@BIG
@given(kommissorier())
def test_written_is_read_back_equal(text: KommissoriumText) -> None:
    assert problems(text) == []
    again = read(write(text).encode(), file="skrevet.toml")
    assert again == text
    assert write(again) == write(text)
    assert differences(text, again) == []


@BIG
@given(kommissorier(), kommissorier())
def test_differences_are_told_exactly_when_there_are_any(old: KommissoriumText, new: KommissoriumText) -> None:
    changes = differences(old, new)
    same = replace(new, applies_from=old.applies_from) == old if new.applies_from is None else new == old
    assert (not changes) == same
    for change in changes:
        assert change.text.strip().endswith((".", '."')), change
        assert change.text[:1] == change.text[:1].upper()
        assert change.kind in ("added", "removed", "changed")
        assert "None" not in change.text or "None" in write(old) + write(new)
    keys = [(change.key, change.text) for change in changes]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_ones_are_canonical_on_the_second_writing(name: str) -> None:
    text = shipped(name)
    once = write(text)
    assert read(once.encode(), file=name) == text
    assert write(read(once.encode(), file=name)) == once


@BIG
@given(kommissorier())
def test_warnings_and_silences_are_sentences_for_any_text(text: KommissoriumText) -> None:
    assert all(row.message.endswith((".", "?")) for row in warnings(text))
    assert all(said[0].isupper() for said in unset(text))
