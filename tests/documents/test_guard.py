"""The guard must say no: each of these files is wrong in one way."""

from __future__ import annotations

import io
import re
from pathlib import Path

import page
import pikepdf
import pytest
import typst

from styrehjul.documents import values
from styrehjul.documents.guard import check_annex, check_pdf, length_is_true
from styrehjul.documents.pdf import agenda_pdf, fonts_folder
from tests.documents.making import an_agenda, an_item


def altered(change: object) -> bytes:
    """A good agenda with one thing changed afterwards."""
    pdf = pikepdf.open(io.BytesIO(agenda_pdf(an_agenda())))
    change(pdf)  # type: ignore[operator]  # a function of the file
    made = io.BytesIO()
    pdf.save(made)
    return made.getvalue()


def codes(data: bytes) -> set[str]:
    return {reason.code for reason in check_pdf(data)}


def compiled(source: str, tmp_path: Path, **options: object) -> bytes:
    (tmp_path / "a.typ").write_text(source, encoding="utf-8")
    settings: dict[str, object] = {"pdf_standards": ["ua-1", "a-3a"], "font_paths": [str(fonts_folder())]} | options
    return typst.compile(str(tmp_path / "a.typ"), format="pdf", ignore_system_fonts=True, timestamp=0, **settings)  # type: ignore[call-overload, no-any-return]  # options of a test


HEAD = '#set document(title: "Prøve", date: datetime(year: 2027, month: 6, day: 1))\n'
PLEX = '#set text(font: "IBM Plex Sans")\n'
DANISH = '#set text(lang: "da", region: "dk")\n'


def test_a_file_without_a_language_is_english_to_a_screen_reader(tmp_path: Path) -> None:
    made = compiled(f"{HEAD}{PLEX}= Prøve", tmp_path)

    assert codes(made) == {"pdf.language"}


def test_a_missing_font_is_found_though_the_file_is_compliant(tmp_path: Path) -> None:
    made = compiled(f'{HEAD}{DANISH}#set text(font: "Findes Ikke")\n= Prøve', tmp_path)

    assert codes(made) == {"pdf.font"}


def test_an_untagged_file_is_refused(tmp_path: Path) -> None:
    made = compiled(f"{HEAD}{PLEX}{DANISH}= Prøve", tmp_path, pdf_standards=[], pdf_tags=False)

    assert {"pdf.ua", "pdf.archive"} <= codes(made)


def test_a_tagged_file_that_lost_a_description_is_refused() -> None:
    def lose_descriptions(pdf: pikepdf.Pdf) -> None:
        for found in pdf.objects:
            if isinstance(found, pikepdf.Dictionary) and found.get("/S") == "/Figure" and "/Alt" in found:
                del found["/Alt"]

    assert "pdf.ua" in codes(altered(lose_descriptions))


def test_a_file_whose_headings_jump_is_refused() -> None:
    def jump(pdf: pikepdf.Pdf) -> None:
        for found in pdf.objects:
            if isinstance(found, pikepdf.Dictionary) and found.get("/S") == "/H2":
                found["/S"] = pikepdf.Name("/H4")

    assert codes(altered(jump)) == {"pdf.ua"}


def test_a_file_that_lost_its_structure_is_refused() -> None:
    def lose_tags(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/StructTreeRoot"]

    assert "pdf.ua" in codes(altered(lose_tags))


def test_a_file_that_changed_its_language_is_refused() -> None:
    def speak_english(pdf: pikepdf.Pdf) -> None:
        pdf.Root["/Lang"] = "en"

    assert "pdf.language" in codes(altered(speak_english))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"hello", agenda_pdf(an_agenda())[:5000]])
def test_what_is_no_pdf_is_said_to_be_unreadable(data: bytes) -> None:
    assert codes(data) == {"pdf.unreadable"}


@pytest.mark.parametrize(
    ("stream", "length", "true"),
    [
        (b"ab\r", 3, True),
        (b"abc", 3, True),
        (b"ab\n", 3, True),
        (b"ab\r", 2, True),
        (b"abc", 2, False),
        (b"abc", 4, False),
    ],
)
def test_the_length_of_a_stream_is_counted_in_the_file(stream: bytes, length: int, true: bool) -> None:
    data = (
        b"%%PDF-1.7\n4 0 obj\n<</Length 9>>\nendobj\n5 0 obj\n<</Length %d/Filter/X>>\nstream\n%s\nendstream\nendobj"
        % (length, stream)
    )

    assert length_is_true(data, 5) is true
    assert not length_is_true(data, 4)
    assert not length_is_true(data, 6)


def test_a_stream_that_lies_about_its_length_is_still_found() -> None:
    data = agenda_pdf(an_agenda())
    written = re.search(rb"<</Length (\d{4})/Filter/FlateDecode>>", data)
    assert written is not None
    wrong = b"%04d" % (int(written[1]) - 7)

    assert "pdf.archive" in codes(data[: written.start(1)] + wrong + data[written.end(1) :])


def test_agendas_are_not_stopped_by_chance() -> None:
    """A stream may end in any byte; a few end in a carriage return, which the validator misreads."""
    for number in range(40):
        paragraphs = tuple(values.Paragraph(f"{number * 7919 + line * 104729}") for line in range(2000))
        made = agenda_pdf(an_agenda(an_item(case=paragraphs), attachments=()))
        assert check_pdf(made) == []
        if not page.is_pdf_compliant_bytes(made, profile="3a"):
            return
    pytest.fail("the validator has learned: take its exception out of the guard")


def test_an_annex_is_warned_of(tmp_path: Path) -> None:
    untagged = compiled(f"{HEAD}= Prøve", tmp_path, pdf_standards=[], pdf_tags=False)

    assert [reason.code for reason in check_annex(untagged)] == ["pdf.annex_not_accessible"]
    assert check_annex(agenda_pdf(an_agenda())) == []
    assert [reason.code for reason in check_annex(b"nothing")] == ["pdf.annex_unreadable"]
