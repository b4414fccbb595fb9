"""An item written in Word, in the browser: chosen, seen beside what stands there, taken in; wide and narrow, by axe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browsing import DESK, PHONE, too_wide, violations
from tests.documents.words import a_word, an_item_in_word, changed
from tests.journeys.scene import Town, a_waiting_item

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def looked_at(page: Any) -> None:
    for width, height in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        assert violations(page) == []
        assert too_wide(page) <= 0
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})


def test_the_responsible_writes_in_word_and_reads_it_in(town: Town, tmp_path: Path) -> None:
    """Given an item to write, when a Word file is chosen, then both texts are seen, and one press takes it in."""

    def write(document: Any) -> None:
        an_item_in_word(document)
        changed(document.add_paragraph("Slut "), "ins", "og mere")

    turn = a_waiting_item(town)
    file = tmp_path / "punkt.docx"
    file.write_bytes(a_word(write))
    page = town.opens("Peter", f"{turn.item.get_absolute_url()}ret/")
    with page.expect_navigation():
        page.click("text=Indlæs fra Word")
    looked_at(page)
    with page.expect_download() as got:
        page.click("text=Hent skabelonen (Word)")
    assert got.value.suggested_filename.endswith(".docx")
    page.set_input_files("input[type=file]", str(file))
    with page.expect_navigation():
        page.click("main button:has-text('Se, hvad der læses ind')")
    text = page.inner_text("main")
    assert "Filen har ændringer, som ingen har taget stilling til" in text
    assert "Breve kan læses på modtagerens sprog." in text
    looked_at(page)

    page.uncheck("#take-financial_impact")
    with page.expect_navigation():
        page.click("main button:has-text('Læs ind')")

    text = page.inner_text("main")
    assert "Teksten er læst ind fra Word. Filen er gemt som arbejdspapir." in page.inner_text("body")
    assert "når borgeren beder om det" in text
    assert "180.000 kr. i 2027." not in text
    turn.item.refresh_from_db()
    assert turn.item.working_papers.count() == 1
