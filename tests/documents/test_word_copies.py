"""Copies in Word: real headings, lists that begin with 1, pictures in words, and never mistaken for the original."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.oxml.ns import qn

from styrehjul.documents import values
from styrehjul.documents.word import read_word
from styrehjul.documents.word_copies import agenda_docx, minutes_docx
from tests.documents.making import a_minutes, an_agenda, an_item


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def test_every_page_of_a_copy_says_that_it_is_one() -> None:
    for data in (agenda_docx(an_agenda()), minutes_docx(a_minutes())):
        document = opened(data)
        assert [section.header.paragraphs[0].text for section in document.sections] == [
            "Kopi – Styrehjul er originalen"
        ]
        assert document.core_properties.author == "Norddjurs Kommune"
        assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {"da-DK"}


def test_a_picture_has_its_description_and_a_table_its_repeated_headings() -> None:
    document = opened(agenda_docx(an_agenda()))

    described = [node.get("descr") for node in document.element.iter(qn("wp:docPr"))]
    assert described == ["Søjlediagram over breve pr. måned"]
    assert [row.cells[0].text for row in document.tables[0].rows] == [
        "Institution",
        "Projekt Velkomst",
        "Bibliotekerne",
    ]
    assert len(list(document.element.iter(qn("w:tblHeader")))) == len(document.tables)


def test_each_numbered_list_begins_with_one() -> None:
    points = (values.AtSentence("ja"), values.AtSentence("nej"))
    items = (an_item("1", recommendation=points), an_item("2", recommendation=points))
    nodes = opened(agenda_docx(an_agenda(*items))).element.body

    numbers = [
        paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}").get(qn("w:val"))
        for paragraph in nodes.iter(qn("w:p"))
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") is not None
    ]
    assert len(numbers) == 4
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_a_closed_item_is_a_heading_and_nothing_else() -> None:
    closed = values.AgendaItem("4", "Lukket punkt", "Til beslutning", closed=True)
    titled = values.AgendaItem("5", "Personalesag", "", closed=True)

    headings = [
        node["text"]
        for node in read_word(agenda_docx(an_agenda(closed, titled, attachments=()))).nodes
        if node["t"] == "h"
    ]

    assert headings == ["Dagsorden", "4. Lukket punkt", "5. Personalesag (lukket)"]


def test_text_that_word_cannot_hold_is_cleaned_and_links_are_only_of_the_web() -> None:
    item = an_item(
        summary=(values.Paragraph("Bip\x07 og \ufffe slut"),),
        annexes=(
            values.AnnexLine("3.1", "Regneark", "javascript:alert(1)"),
            values.AnnexLine("3.2", "Side", "https://kl.dk/"),
        ),
    )

    text = "\n".join(paragraph.text for paragraph in opened(agenda_docx(an_agenda(item))).paragraphs)

    assert "javascript" not in text
    assert "3.2 Side https://kl.dk/" in text
    assert "Bip og" in text
