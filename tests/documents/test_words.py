"""Every refusal of documents and mail says in Danish what is in the way, and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import styrehjul
from styrehjul.documents import sheets, uploads, values
from styrehjul.documents.pdf import agenda_pdf
from styrehjul.documents.reading_copy import PROBLEMS
from styrehjul.kernel.refusal import Refused
from styrehjul.ui import refusals
from tests.documents.making import a_picture, an_agenda, an_item

SOURCE = Path(styrehjul.__file__).parent


def codes() -> list[str]:
    written = "".join(
        path.read_text(encoding="utf-8") for name in ("documents", "mail") for path in (SOURCE / name).glob("*.py")
    )
    found = re.findall(r'(?:Refused|Reason|find)\(\s*"([a-z_]+\.[a-z_]+)"', written)
    return sorted({*found, *(f"annex.{problem}" for problem in PROBLEMS), "pdf.ua", "pdf.archive", "pdf.character"})


@pytest.mark.parametrize("code", codes())
def test_every_code_has_words(code: str) -> None:
    assert refusals.has_words(code)


def test_the_sentences_have_no_holes() -> None:
    faulty = an_agenda(
        an_item("3", case=(values.Picture(a_picture(), "", "graf.png"), values.Heading("Langt nede", 3))),
        an_item("4", summary=(values.Paragraph("😀"),), case=(values.Table((" ",), (("a", "b"),)),)),
        place="Kattegat 😀",
    )
    with pytest.raises(Refused) as refusal:
        agenda_pdf(faulty)
    said = refusals.in_full(refusal.value)

    assert "…" not in said
    assert "Punkt 3, Sagsfremstilling: et billede mangler en beskrivelse." in said
    assert "Punkt 3, Sagsfremstilling: overskriften “Langt nede” springer et niveau over." in said
    assert "Punkt 4, Resumé: tegnet 😀 (U+1F600) kan ikke stå i PDF-filen." in said
    assert "Tegnet 😀 (U+1F600) i dokumentets hoved kan ikke stå i PDF-filen." in said


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("kontrakt.pdf", b"MZ"),
        ("kontrakt.exe", b"MZ"),
        ("a\nb.pdf", b"x"),
        ("stor.pdf", bytes(uploads.FILE_LIMIT + 1)),
        ("tom.pdf", b""),
    ],
)
def test_a_refused_upload_is_named(name: str, data: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        uploads.inspect(name, data)
    said = refusals.in_full(refusal.value)

    assert "…" not in said
    if name == "kontrakt.pdf":
        assert "Filen kontrakt.pdf er ikke, hvad endelsen siger." in said


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.xls", b"x"), ("a.csv", b";;"), ("a.csv", b"\x81"), ("a.csv", b"x;" * 300), ("a.csv", b"x" * 40_000)],
)
def test_a_refused_sheet_is_named(name: str, data: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        sheets.read_rows(name, data)

    assert "…" not in refusals.in_full(refusal.value)
    assert name in refusals.in_full(refusal.value)
