"""What a Word file says is read in order; what nobody has settled is told and not taken."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st

from styrehjul.documents.word import read_word
from styrehjul.kernel.refusal import Refused
from tests.documents.making import a_picture
from tests.documents.words import a_word, an_item_in_word, changed, with_part

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def texts(data: bytes) -> list[tuple[str, str]]:
    return [(str(node["t"]), str(node.get("text", ""))) for node in read_word(data).nodes]


def left(data: bytes) -> list[tuple[str, str, str]]:
    return [(row.kind, row.who, row.text) for row in read_word(data).left]


def test_headings_lists_and_tables_come_in_their_order() -> None:
    nodes = read_word(a_word(an_item_in_word)).nodes

    assert [(node["t"], node["text"], node["level"]) for node in nodes if node["t"] == "h"][:4] == [
        ("h", "Resumé", 1), ("h", "Indstilling", 1), ("h", "Sagsfremstilling", 1), ("h", "Hvad projektet ændrer", 2)
    ]  # fmt: skip
    points = [(node["text"], node["ordered"], node["level"]) for node in nodes if node["t"] == "li"]
    assert points[2:] == [
        ("Breve oversættes", False, 0),
        ("når borgeren beder om det", False, 1),
        ("Tolke frigøres", False, 0),
    ]
    assert points[0] == ("at projektet godkendes, og", True, 0)
    assert next(node["rows"] for node in nodes if node["t"] == "table") == [
        ["Institution", "Breve"],
        ["Velkomst|Øst", "1.240"],
    ]


def test_tracked_changes_are_told_and_the_text_is_as_it_was_without_them() -> None:
    def write(document: Any) -> None:
        paragraph = document.add_paragraph("Projektet koster ")
        changed(paragraph, "del", "100.000 kr.")
        changed(paragraph, "ins", "900.000 kr.")

    data = a_word(write)

    assert texts(data) == [("p", "Projektet koster 100.000 kr.")]
    assert left(data) == [("deleted", "Anna Friis", "100.000 kr."), ("inserted", "Anna Friis", "900.000 kr.")]


def test_comments_footnotes_hidden_words_and_pictures_are_told() -> None:
    def write(document: Any) -> None:
        paragraph = document.add_paragraph("Synlig tekst.")
        paragraph.add_run("Skjult løn").font.hidden = True
        document.add_picture(io.BytesIO(a_picture()), width=Cm(2))
        document.add_comment(paragraph.runs, text="Er det afklaret?", author="Bo Lind")
        paragraph._p.append(_reference())

    notes = (
        f'<w:footnotes {W}><w:footnote w:id="7"><w:p><w:r><w:t>Se bilag 2</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    data = with_part(a_word(write), "footnotes.xml", notes.encode(), f"{WML}.footnotes+xml", f"{RELATIONS}/footnotes")

    assert texts(data) == [("p", "Synlig tekst.")]
    assert sorted(left(data)) == [
        ("comment", "Bo Lind", "Er det afklaret?"), ("footnote", "", "Se bilag 2"), ("hidden", "", "Skjult løn"), ("picture", "", "")
    ]  # fmt: skip


def _reference() -> Any:
    from docx.oxml import parse_xml

    return parse_xml(f'<w:r {W}><w:footnoteReference w:id="7"/></w:r>')


def test_a_link_keeps_its_address_and_a_text_in_a_control_is_read() -> None:
    from docx.oxml import parse_xml

    def write(document: Any) -> None:
        key = document.part.relate_to("https://kl.dk/sprog", f"{RELATIONS}/hyperlink", is_external=True)
        bad = document.part.relate_to("javascript:alert(1)", f"{RELATIONS}/hyperlink", is_external=True)
        paragraph = document.add_paragraph("Se ")
        for found, words in ((key, "vejledningen"), (bad, "her")):
            paragraph._p.append(
                parse_xml(
                    f'<w:hyperlink {W} xmlns:r="{RELATIONS}" r:id="{found}"><w:r><w:t xml:space="preserve">{words} </w:t></w:r></w:hyperlink>'
                )
            )
        body = document.element.body
        body.insert(
            1,
            parse_xml(
                f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>I en boks til tekst</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            ),
        )

    assert texts(a_word(write)) == [("p", "Se vejledningen (https://kl.dk/sprog)her"), ("p", "I en boks til tekst")]


def test_merged_cells_say_a_thing_once() -> None:
    def write(document: Any) -> None:
        table = document.add_table(rows=3, cols=3)
        for number, cell in enumerate(table._cells):
            cell.text = str(number)
        table.cell(0, 0).merge(table.cell(0, 1))
        table.cell(1, 0).merge(table.cell(2, 0))

    rows = read_word(a_word(write)).nodes[0]["rows"]

    assert rows == [["0 1", "", "2"], ["3 6", "4", "5"], ["", "7", "8"]]


def test_a_macro_or_something_else_than_word_is_refused() -> None:
    made = io.BytesIO(a_word(an_item_in_word))
    with zipfile.ZipFile(made, "a") as container:
        container.writestr("word/vbaProject.bin", b"x")
    for data, code in (
        (made.getvalue(), "file.macro"),
        (b"PK\x03\x04", "file.wrong_type"),
        (a_picture(), "file.wrong_type"),
    ):
        with pytest.raises(Refused) as stopped:
            read_word(data, name="punkt.docx")
        assert stopped.value.code == code


def test_a_file_that_asks_for_too_much_kills_only_its_reader() -> None:
    deep = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>"
    body = f"<w:document {W}><w:body>".encode() + deep * 25_000 + b"</w:body></w:document>"

    with pytest.raises(Refused) as stopped:
        read_word(replaced(body), name="punkt.docx")

    assert stopped.value.code in ("word.too_long", "file.slow")


def test_boxes_within_boxes_have_an_end() -> None:
    inner = "<w:sdt><w:sdtContent>" * 200 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 200

    with pytest.raises(Refused) as stopped:
        read_word(replaced(f"<w:document {W}><w:body>{inner}</w:body></w:document>".encode()), name="punkt.docx")

    assert stopped.value.code == "word.unreadable"


def replaced(document_xml: bytes) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(a_word(lambda d: None))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.namelist():
            new.writestr(member, document_xml if member == "word/document.xml" else old.read(member))
        # Enough that cannot be packed, so that the limit of the container is not what stops it.
        new.writestr("word/media/a.bin", bytes(range(256)) * 200, zipfile.ZIP_STORED)
    return made.getvalue()


@settings(max_examples=8, deadline=None)
@given(st.binary(max_size=300))
def test_a_broken_text_is_refused_and_no_fault_of_ours(noise: bytes) -> None:
    with pytest.raises(Refused) as stopped:
        read_word(replaced(noise), name="punkt.docx")

    assert stopped.value.code in ("word.unreadable", "file.wrong_type", "file.slow", "file.too_many_parts")
