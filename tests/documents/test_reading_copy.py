"""Samlet materiale: one file to read, whatever the annexes are."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from typing import Any

import pikepdf
import pytest

from styrehjul.documents import child
from styrehjul.documents.pdf import agenda_pdf, meeting_plan_pdf, minutes_pdf, page_count
from styrehjul.documents.reading_copy import Annex, ReadingCopy, reading_copy
from styrehjul.kernel.refusal import Refused
from tests.documents.making import BUILT, a_minutes, a_plan, an_agenda
from tests.documents.reading import pieces, text_of


def merged(*annexes: Annex) -> ReadingCopy:
    return reading_copy(
        title="Samlet materiale", municipality="Norddjurs Kommune", agenda=agenda_pdf(an_agenda()), annexes=annexes,
        built_at=BUILT,
    )  # fmt: skip


def encrypted() -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(minutes_pdf(a_minutes()))) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(owner="ejer", user="hemmelig"))
    return made.getvalue()


def lying_down() -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(minutes_pdf(a_minutes()))) as pdf:
        for page in pdf.pages:
            page.rotate(90, relative=False)
        pdf.save(made)
    return made.getvalue()


def acting() -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(meeting_plan_pdf(a_plan()))) as pdf:
        script = pikepdf.Dictionary(S=pikepdf.Name("/JavaScript"), JS="app.alert(1)")
        note = pikepdf.Dictionary(
            Type=pikepdf.Name("/Annot"), Subtype=pikepdf.Name("/Link"), Rect=[0, 0, 9, 9], A=script
        )
        pdf.pages[0].obj["/Annots"] = pikepdf.Array([pdf.make_indirect(note)])
        pdf.pages[0].obj["/AA"] = pikepdf.Dictionary(O=script)
        pdf.Root["/OpenAction"] = script
        pdf.save(made)
    return made.getvalue()


def titles(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        return [str(item.title) for item in outline.root]


def test_annexes_follow_in_order_with_bookmarks_and_one_numbering() -> None:
    plan, minutes = meeting_plan_pdf(a_plan()), minutes_pdf(a_minutes())
    copy = merged(Annex("3.1", "Mødeplan", "plan.pdf", plan), Annex("3.2", "Referat", "ref.pdf", minutes))
    before = page_count(agenda_pdf(an_agenda()))
    total = before + page_count(plan) + page_count(minutes)

    assert copy.remarks == []
    assert page_count(copy.data) == total
    assert titles(copy.data) == ["Dagsorden", "Bilag 3.1 Mødeplan", "Bilag 3.2 Referat"]
    assert f"Læsekopi · samlet side 1 af {total}" in text_of(copy.data, 1)
    assert f"Læsekopi · Bilag 3.1 · samlet side {before + 1} af {total}" in text_of(copy.data, before + 1)
    assert "Mødeplan 2027" in text_of(copy.data, before + 1)


def test_the_copy_does_not_claim_what_the_agenda_is() -> None:
    with pikepdf.open(io.BytesIO(merged().data)) as pdf:
        assert "/Metadata" not in pdf.Root
        assert list(pdf.attachments) == []
        assert str(pdf.docinfo["/Title"]) == "Samlet materiale"
        assert str(pdf.Root.Lang) == "da-DK"


@pytest.mark.parametrize(
    ("annex", "problem", "said"),
    [
        (Annex("3.1", "Låst", "laast.pdf", encrypted(), "https://x.dk/1"), "annex.encrypted", "adgangskode"),
        (Annex("3.1", "Ødelagt", "oe.pdf", b"%PDF-1.7 og saa ikke mere"), "annex.broken", "kan ikke læses som PDF"),
        (Annex("3.1", "Kontrakt 😀", "kontrakt.docx", b"PK\x03\x04"), "annex.not_pdf", "kontrakt.docx"),
        (Annex("3.1", "Tom", "tom.pdf", b""), "annex.not_pdf", "tom.pdf"),
    ],
)
def test_an_annex_that_cannot_be_shown_is_a_page_with_its_name(annex: Annex, problem: str, said: str) -> None:
    copy = merged(annex, Annex("3.2", "Mødeplan", "plan.pdf", meeting_plan_pdf(a_plan())))
    last = page_count(copy.data)

    assert [reason.code for reason in copy.remarks] == [problem]
    assert "Bilag 3.1" in text_of(copy.data, last - 1)
    assert said in text_of(copy.data, last - 1)
    assert "Mødeplan 2027" in text_of(copy.data, last)
    if annex.url:
        assert annex.url in text_of(copy.data, last - 1)


def test_annexes_that_are_too_much_together_are_named_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each can be read by itself, but the child that merges them has room for the small pages alone."""
    run = child.run

    def cramped(
        job: str, facts: child.Json, blobs: Sequence[bytes] = (), **limits: Any
    ) -> tuple[child.Json, child.Blobs]:
        if job == "merge" and sum(len(blob) for blob in blobs) > 400_000:
            raise Refused("file.slow")
        return run(job, facts, blobs, **limits)

    monkeypatch.setattr(child, "run", cramped)
    big = io.BytesIO()
    with pikepdf.open(io.BytesIO(meeting_plan_pdf(a_plan()))) as pdf:
        pdf.Root["/Fyld"] = pdf.make_stream(random.Random(1).randbytes(400_000))
        pdf.save(big)
    copy = merged(Annex("3.1", "Stort kort", "kort.pdf", big.getvalue()))

    assert [reason.code for reason in copy.remarks] == ["annex.too_large"]
    assert "fylder tilsammen for meget" in text_of(copy.data, page_count(copy.data))


def test_the_line_stands_upright_on_a_page_that_lies_down() -> None:
    copy = merged(Annex("3.1", "Drejet", "drejet.pdf", lying_down()))
    with pikepdf.open(io.BytesIO(copy.data)) as pdf:
        assert int(pdf.pages[-1].obj.get("/Rotate", 0)) == 90
        width = float(pdf.pages[-1].mediabox[2])
    (line,) = (piece for piece in pieces(copy.data, page_count(copy.data)) if piece.text.startswith("Læsekopi"))

    # Turned a quarter to the right, what stands at the page's right edge is seen at its foot.
    assert 5 < width - line.x < 40


def test_what_would_act_by_itself_is_left_out() -> None:
    copy = merged(Annex("3.1", "Plan", "plan.pdf", acting()))

    assert copy.remarks == []
    with pikepdf.open(io.BytesIO(copy.data)) as pdf:
        assert "/OpenAction" not in pdf.Root
        assert all("/AA" not in page.obj for page in pdf.pages)
        kinds = [str(found.get("/S")) for found in pdf.objects if isinstance(found, pikepdf.Dictionary)]
        assert "/JavaScript" not in kinds
