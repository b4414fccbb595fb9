"""A refusal is help: every code has a sentence and a way on, told the Danish way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from styrehjul.kernel.refusal import NotAllowed, Reason, Refused
from styrehjul.ui import refusals


@pytest.fixture
def own_words() -> Iterator[None]:
    kept = dict(refusals.WORDS)
    yield
    refusals.WORDS.clear()
    refusals.WORDS.update(kept)


@pytest.mark.usefixtures("own_words")
def test_facts_are_told_as_a_dane_writes_them() -> None:
    refusals.words("prøve.fakta", "{day} {day:ugedag} {money} {who} {share}")
    refused = Refused(
        "prøve.fakta", day=date(2027, 6, 9), money=1250000, who=["Mette", "Lars", "Anna"], share=Decimal("12.5")
    )
    assert refusals.sentence(refused) == "9. juni 2027 onsdag 9. juni 2027 1.250.000 Mette, Lars og Anna 12,50"


@pytest.mark.usefixtures("own_words")
def test_a_missing_fact_leaves_no_braces_on_the_page() -> None:
    refusals.words("prøve.hul", "Punkt {no} mangler en indstilling.")
    assert refusals.sentence(Refused("prøve.hul")) == "Punkt … mangler en indstilling."


def test_a_code_without_words_still_speaks_danish() -> None:
    refused = Refused("helt.ukendt", secret="/srv/data")
    assert refusals.sentence(refused) == "Det kan ikke lade sig gøre, som sagen står nu."
    assert "helt.ukendt" not in refusals.in_full(refused)
    assert not refusals.has_words("helt.ukendt")


@pytest.mark.usefixtures("own_words")
def test_two_packages_cannot_give_one_code_different_words() -> None:
    refusals.words("prøve.to", "Et.")
    refusals.words("prøve.to", "Et.")
    with pytest.raises(ValueError, match=r"prøve\.to"):
        refusals.words("prøve.to", "Noget andet.")


def test_all_reasons_are_told_each_only_once() -> None:
    refused = Refused.because([Reason("reason.needed"), Reason("busy"), Reason("reason.needed", {"x": 1})])
    assert refusals.sentences(refused.reasons) == ["Der mangler en begrundelse.", "Systemet er optaget lige nu."]
    assert len(refusals.ways(refused.reasons)) == 2
    assert refusals.in_full(refused).startswith("Der mangler en begrundelse. Systemet er optaget lige nu. Skriv kort")


def test_a_missing_right_may_bring_the_sentence_of_its_row() -> None:
    assert refusals.sentence(NotAllowed("meeting.approve")) == "Det har du ikke ret til."
    own = NotAllowed("meeting.approve", sentence="Kun formanden godkender dagsordenen.")
    assert refusals.sentence(own) == "Kun formanden godkender dagsordenen."


def test_every_shared_code_has_a_way_on() -> None:
    for code, words in refusals.WORDS.items():
        assert str(words.sentence).endswith((".", "?", "}")), code
        if code.startswith("file."):
            assert str(words.way), code
