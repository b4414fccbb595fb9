"""The guard must say no: each of these files is wrong in one way."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
import typst

from styrehjul.documents.guard import check_annex, check_pdf
from styrehjul.documents.pdf import agenda_pdf, fonts_folder
from tests.documents.making import an_agenda


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


def test_an_annex_is_warned_of(tmp_path: Path) -> None:
    untagged = compiled(f"{HEAD}= Prøve", tmp_path, pdf_standards=[], pdf_tags=False)

    assert [reason.code for reason in check_annex(untagged)] == ["pdf.annex_not_accessible"]
    assert check_annex(agenda_pdf(an_agenda())) == []
    assert [reason.code for reason in check_annex(b"nothing")] == ["pdf.annex_unreadable"]
