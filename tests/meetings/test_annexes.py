"""Annexes that cannot be: refused in Danish, with nothing kept."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from styrehjul.documents.models import StoredFile
from styrehjul.documents.pdf import agenda_pdf
from tests.documents.making import an_agenda
from tests.documents.words import a_word, an_item_in_word
from tests.making import signed_in
from tests.meetings.pages import send, text_of
from tests.meetings.turn import a_turn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def with_macros() -> bytes:
    made = io.BytesIO(a_word(an_item_in_word))
    with zipfile.ZipFile(made, "a") as container:
        container.writestr("word/vbaProject.bin", b"x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words", "way"),
    [
        ("kort.pdf", b"<html><script>alert(1)</script></html>", "er ikke, hvad endelsen siger", "Gem den igen"),
        ("kort.exe", b"MZ\x90\x00", "Filer af den type kan ikke lægges op", "Gem den som PDF, Word eller Excel"),
        ("kort.svg", b"<svg onload='alert(1)'/>", "Filer af den type kan ikke lægges op", "Gem den som PDF"),
        ("notat.docx", with_macros(), "indeholder makroer", "Gem den uden makroer"),
        (
            "stor.pdf",
            b"%PDF-1.7\n" + b"0" * (30 * 1024 * 1024),
            "er for stor. Den må højst være 25 MB",
            "Gør den mindre",
        ),
    ],
)
def test_an_annex_of_the_wrong_kind_or_size_is_refused_in_danish(name: str, data: bytes, words: str, way: str) -> None:
    turn = a_turn()
    page = f"{turn.item.get_absolute_url()}bilag/"

    answer = send(signed_in(turn.cast.olga), page, title="Kort", file=SimpleUploadedFile(name, data))

    assert answer.status_code == 409
    assert words in text_of(answer)
    assert way in text_of(answer)
    assert not turn.item.annexes.exists()
    assert not StoredFile.objects.filter(kind="upload").exists()


def an_untagged_pdf() -> bytes:
    made = io.BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(made)
    return made.getvalue()


@pytest.mark.parametrize(("data", "accessible"), [(an_untagged_pdf(), False), (agenda_pdf(an_agenda()), True)])
def test_who_adds_a_pdf_is_told_when_it_cannot_be_read_aloud_and_it_is_kept(data: bytes, accessible: bool) -> None:
    turn = a_turn()
    olga = signed_in(turn.cast.olga)

    answer = send(
        olga, f"{turn.item.get_absolute_url()}bilag/", title="Kort", file=SimpleUploadedFile("kort.pdf", data)
    )

    assert answer.status_code == 302
    annex = turn.item.annexes.get()
    assert annex.accessible is accessible
    page = text_of(olga.get(f"{turn.item.get_absolute_url()}ret/"))
    assert ("kan ikke læses op for alle" in page) is not accessible
    assert ("Dokumentstruktur til tilgængelighed" in page) is not accessible


def test_what_is_written_is_saved_with_the_annex_and_with_one_that_leaves() -> None:
    turn = a_turn()
    olga, page = signed_in(turn.cast.olga), f"{turn.item.get_absolute_url()}ret/"
    shown = olga.get(page).content.decode()
    assert 'name="bilag-file"' in shown
    assert shown.count('form="item-form"') >= 5
    fields = {
        "title": turn.item.title, "kind": turn.item.kind, "responsible": "", "summary": "Halvt skrevet",
        "version": str(turn.item.version), "p0-text": "forslaget godkendes",
    }  # fmt: skip
    missing = send(olga, f"{turn.item.get_absolute_url()}bilag/", **fields)
    assert missing.status_code == 422
    assert "Halvt skrevet" in missing.content.decode()
    done = send(olga, f"{turn.item.get_absolute_url()}bilag/", **fields | {"bilag-link": "https://kommune.dk/kort"})
    assert (done.status_code, done["Location"]) == (302, f"{page}#bilag")
    turn.item.refresh_from_db()
    annex = turn.item.annexes.get()
    assert (turn.item.summary, annex.link) == ("Halvt skrevet", "https://kommune.dk/kort")
    again = fields | {"summary": "Helt skrevet", "version": str(turn.item.version)}
    assert send(olga, f"{turn.item.get_absolute_url()}bilag/{annex.pk}/fjern/", **again).status_code == 302
    turn.item.refresh_from_db()
    assert (turn.item.summary, turn.item.annexes.count()) == ("Helt skrevet", 0)
    word = send(olga, page, **again | {"summary": "Til Word", "version": str(turn.item.version), "do": "word"})
    assert word["Location"].endswith("/word/")
    turn.item.refresh_from_db()
    assert turn.item.summary == "Til Word"
