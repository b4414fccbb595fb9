"""A name longer than its column broke off the putting in force; a word longer than a page stopped every later agenda."""

from __future__ import annotations

import pytest

from styrehjul.bodies.domain.kommissorium import KommissoriumErrors, read
from styrehjul.documents import values
from styrehjul.documents.guard import check_pdf
from styrehjul.documents.pdf import agenda_pdf
from styrehjul.kernel.refusal import Refused
from tests.documents.making import an_agenda, an_item
from tests.house.repository import ROOT

SHIPPED = (ROOT / "kommissorier" / "norddjurs.toml").read_text(encoding="utf-8")
NAME = 'navn = "Programgruppe"'


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("N" * 5000, '"navn" har 5000 tegn og må højst have 120. Gør teksten kortere.'),
        ("Program\\u0000gruppe", '"navn" har et usynligt styretegn. Slet teksten, og skriv den igen.'),
    ],
)
def test_a_name_that_no_column_can_hold_is_told_with_its_line(name: str, told: str) -> None:
    line = SHIPPED[: SHIPPED.index(NAME)].count("\n") + 1
    with pytest.raises(KommissoriumErrors) as errors:
        read(SHIPPED.replace(NAME, f'navn = "{name}"', 1).encode(), file="k.toml")
    assert [(problem.path, problem.message) for problem in errors.value.errors] == [(f"k.toml:{line}", told)]


def test_a_word_longer_than_a_page_can_be_printed_and_kept() -> None:
    made = agenda_pdf(an_agenda(an_item(case=(values.Paragraph("ø" * 5000),))))
    assert check_pdf(made) == []


def test_a_sign_in_a_title_is_told_with_its_place() -> None:
    with pytest.raises(Refused) as refusal:
        agenda_pdf(an_agenda(an_item(title="Godt gået 😀")))
    assert [(reason.code, reason.facts["section"]) for reason in refusal.value.reasons] == [("pdf.character", "Titel")]
