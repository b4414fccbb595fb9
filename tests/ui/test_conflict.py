"""Two wrote the same: both texts stand, the difference is marked, and the choice is sent as the ordinary form."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.ui.conflict import conflict_page, difference


def test_the_difference_is_told_word_by_word() -> None:
    marked = difference("Posten sendes fra april.", "Posten sendes fra marts.")
    assert marked == "Posten sendes fra <del>april</del><ins>marts</ins>."


def test_markup_in_either_text_stays_text() -> None:
    marked = difference("<b>en</b>", "<i>to</i>")
    assert "<b>" not in marked
    assert "<i>" not in marked


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_word_of_either_text_is_lost(old: str, new: str) -> None:
    from html import unescape

    def without(marked: str, tag: str) -> str:
        import re

        kept = re.sub(rf"<{tag}>.*?</{tag}>", "", marked, flags=re.DOTALL)
        return unescape(re.sub(r"</?(ins|del)>", "", kept))

    marked = str(difference(old, new))

    def lines(text: str) -> str:
        return text.replace("\r\n", "\n").replace("\r", "\n")

    assert without(marked, "ins") == lines(old)
    assert without(marked, "del") == lines(new)


@pytest.fixture
def page(db: None) -> str:
    request = RequestFactory().post(
        "/moeder/1/punkter/4/",
        {"title": "Digital post", "resume": "Min tekst", "version": "3", "kind": "decide", "_key": "x"},
    )
    answer = conflict_page(
        request,
        title="Punkt 4",
        changed_by="Peter Krogh",
        changed_at=datetime(2027, 5, 18, 8, 42, tzinfo=UTC),
        version=4,
        current={
            "title": ("Titel", "Digital post"),
            "resume": ("Resumé", "Peters tekst"),
            "absent": ("Ikke sendt", "x"),
        },
    )
    assert answer.status_code == 409
    return answer.content.decode()


def test_both_texts_and_all_three_choices_are_there(page: str) -> None:
    assert "Peter Krogh gemte 18. maj 2027 kl. 10.42" in page
    for text in ("Min tekst", "Peters tekst", "Behold min", "Tag den andens", "Ret sammen"):
        assert text in page
    assert "Ikke sendt" not in page


def test_the_choice_is_sent_with_the_version_now_in_force_and_everything_else_as_it_was(page: str) -> None:
    assert page.count('name="version" value="4"') == 2
    assert 'value="3"' not in page
    assert page.count('name="kind" value="decide"') == 2
    assert 'name="resume" value="Min tekst"' in page
    assert 'value="x"' not in page  # the old key: this is a new sending


def test_what_is_the_same_needs_no_choice(page: str) -> None:
    assert "<h2 id=" in page
    assert ">Titel</h2>" not in page
    assert ">Resumé</h2>" in page
