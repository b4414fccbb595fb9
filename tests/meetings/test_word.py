"""An item written in Word: the template goes out and comes back, and nothing is taken silently."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx.oxml.ns import qn
from docx.shared import Cm

from styrehjul.documents.files import path_of
from styrehjul.documents.models import StoredFile
from styrehjul.documents.word import read_word
from styrehjul.meetings import actions
from styrehjul.meetings.models import Treatment, WorkingPaper
from styrehjul.meetings.reading.word import sorted_in
from styrehjul.meetings.tasks import forget_words
from tests.documents.making import a_picture
from tests.documents.words import a_word, an_item_in_word, changed
from tests.making import NOW, signed_in
from tests.meetings.pages import hidden, press, send, text_of
from tests.meetings.turn import Turn, a_turn, do

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def turn() -> Turn:
    return a_turn()


def word_url(turn: Turn) -> str:
    return f"/moeder/{turn.meeting.pk}/punkter/{turn.item.pk}/word/"


def uploaded(turn: Turn, data: bytes, name: str = "punkt.docx", who: Any = None) -> Any:
    return send(signed_in(who or turn.cast.olga), word_url(turn), file=SimpleUploadedFile(name, data))


def previewed(turn: Turn, data: bytes, who: Any = None) -> tuple[str, Any]:
    answer = uploaded(turn, data, who=who)
    assert answer.status_code == 302, text_of(answer)
    return answer.url, signed_in(who or turn.cast.olga).get(answer.url)


def fresh(turn: Turn) -> Treatment:
    return Treatment.objects.get(pk=turn.item.pk)


def test_the_template_has_the_items_headings_in_danish_and_what_is_written_so_far(turn: Turn) -> None:
    answer = signed_in(turn.cast.olga).get(f"{word_url(turn)}skabelon/")

    document = docx.Document(io.BytesIO(answer.content))
    headings = styled(document, "Heading 1")
    assert headings == [
        "Resumé",
        "Indstilling",
        "Sagsfremstilling",
        "Økonomiske konsekvenser",
        "Videre proces",
        "Notat",
    ]
    assert turn.item.summary in [p.text for p in document.paragraphs]
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {"da-DK"}
    assert "Hvem gør hvad, og hvornår." in styled(document, "Hjælpetekst")


def styled(document: Any, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def test_the_template_sent_back_as_it_is_changes_nothing(turn: Turn) -> None:
    data = signed_in(turn.cast.olga).get(f"{word_url(turn)}skabelon/").content

    _url, page = previewed(turn, data)

    assert "Punktet siger allerede det samme som filen" in text_of(page)
    assert "Hvem gør hvad" not in text_of(page)


def test_the_preview_shows_both_and_writes_nothing_until_it_is_confirmed(turn: Turn) -> None:
    before, was = turn.item.version, turn.item.summary

    url, page = previewed(turn, a_word(an_item_in_word))

    text = text_of(page)
    assert "Breve kan læses på modtagerens sprog." in text
    assert was in text
    assert "Intet er gemt endnu" in text
    assert fresh(turn).version == before
    assert not WorkingPaper.objects.exists()

    answer = press(
        signed_in(turn.cast.olga),
        url,
        take=["summary", "recommendation", "case_presentation", "financial_impact", "memos"],
    )

    assert answer.status_code == 302
    item = fresh(turn)
    assert item.summary == "Breve kan læses på modtagerens sprog."
    assert item.financial_impact == "180.000 kr. i 2027."
    assert item.case_presentation == (
        "Programgruppen har drøftet forslaget.\n\n# Hvad projektet ændrer\n\n- Breve oversættes\n  - når borgeren beder om det\n"
        "- Tolke frigøres\n\n| Institution | Breve |\n| Velkomst\\|Øst | 1.240 |\n\n# Personale\n\nTo medarbejdere."
    )
    assert [p.text for p in item.points.all()] == [
        "projektet godkendes",
        "udgiften på 180.000 kr. afholdes inden for rammen",
    ]
    assert [(m.title, m.text) for m in item.memos.all()] == [("Erfaringer fra Randers", "De har brugt det i to år.")]
    paper = WorkingPaper.objects.get()
    assert (paper.file.name, paper.file.kind) == ("punkt.docx", "working_paper")
    assert not item.annexes.exists()
    assert signed_in(turn.cast.olga).get(f"{word_url(turn)}papir/{paper.pk}/").content == a_bytes(paper)


def a_bytes(paper: WorkingPaper) -> bytes:
    from styrehjul.documents.files import read_bytes

    return read_bytes(paper.file)


def test_effects_stay_with_the_sentence_they_hang_on(turn: Turn) -> None:
    held = [(e.command, e.args) for p in turn.item.points.all() for e in p.effects.all()]
    assert held

    def write(document: Any) -> None:
        document.add_heading("Indstilling", 1)
        document.add_paragraph("Det indstilles, at projektforslaget godkendes nu")
        document.add_paragraph("at der orienteres")

    url, page = previewed(turn, a_word(write))
    assert "Virkninger følger med" in text_of(page)
    press(signed_in(turn.cast.olga), url, take="recommendation")

    points = list(fresh(turn).points.all())
    assert [p.text for p in points] == ["projektforslaget godkendes nu", "der orienteres"]
    assert [(e.command, e.args) for e in points[0].effects.all()] == held[:1] or [
        (e.command, e.args) for p in points for e in p.effects.all()
    ] == held


def test_what_is_not_ticked_is_not_taken(turn: Turn) -> None:
    was = turn.item.summary
    url, _page = previewed(turn, a_word(an_item_in_word))

    press(signed_in(turn.cast.olga), url, take="financial_impact")

    item = fresh(turn)
    assert (item.summary, item.financial_impact) == (was, "180.000 kr. i 2027.")


def test_nothing_ticked_is_said_and_keeps_nothing(turn: Turn) -> None:
    url, page = previewed(turn, a_word(an_item_in_word))

    answer = signed_in(turn.cast.olga).post(url, hidden(page, ""))

    assert answer.status_code == 409
    assert "Sæt flueben ved de afsnit" in text_of(answer)
    assert not WorkingPaper.objects.exists()


def test_somebody_wrote_meanwhile_both_texts_are_shown_and_none_is_lost(turn: Turn) -> None:
    url, page = previewed(turn, a_word(an_item_in_word))
    fields = hidden(page, "")
    do(
        actions.edit_item,
        turn.item,
        by=turn.cast.peter,
        at=NOW,
        expected_version=None,
        fields={"summary": "Peters resumé."},
    )

    answer = signed_in(turn.cast.olga).post(url, {**fields, "take": ["summary", "recommendation"]})

    assert answer.status_code == 409
    text = text_of(answer)
    assert "Peters resumé." in text
    assert "Breve kan læses på modtagerens sprog." in text
    assert fresh(turn).summary == "Peters resumé."
    assert not WorkingPaper.objects.exists()

    again = signed_in(turn.cast.olga).post(url, hidden(answer, ""))
    assert again.status_code == 302
    assert fresh(turn).summary == "Breve kan læses på modtagerens sprog."


def test_tracked_changes_and_comments_are_listed_and_not_taken(turn: Turn) -> None:
    def write(document: Any) -> None:
        document.add_heading("Resumé", 1)
        paragraph = document.add_paragraph("Prisen er ")
        changed(paragraph, "del", "100 kr.")
        changed(paragraph, "ins", "900 kr.")
        document.add_comment(paragraph.runs, text="Er det afklaret?", author="Bo Lind")

    url, page = previewed(turn, a_word(write))
    text = text_of(page)
    assert "ændringer, som ingen har taget stilling til" in text
    assert "Indsat med Spor ændringer: ikke taget med (Anna Friis): “900 kr.”" in text
    assert "Slettet med Spor ændringer: står stadig i teksten (Anna Friis): “100 kr.”" in text
    assert "Kommentar: ikke taget med (Bo Lind): “Er det afklaret?”" in text

    press(signed_in(turn.cast.olga), url, take="summary")
    assert fresh(turn).summary == "Prisen er 100 kr."


def test_markup_in_a_word_file_stays_words(turn: Turn) -> None:
    def write(document: Any) -> None:
        document.add_heading("Resumé", 1)
        document.add_paragraph('<script>alert(1)</script> <img src=x onerror=alert(2)> #read("/etc/passwd")')

    url, page = previewed(turn, a_word(write))
    assert b"<script>alert" not in page.content
    press(signed_in(turn.cast.olga), url, take="summary")

    shown = signed_in(turn.cast.olga).get(f"{turn.item.get_absolute_url()}?laes=1").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "<img src=x" not in shown


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("punkt.docm", b"PK\x03\x04", "Filer af den type kan ikke lægges op"),
        ("punkt.docx", a_picture(), "ikke, hvad endelsen siger"),
        ("punkt.png", a_picture(), "er ikke en Word-fil, der kan indlæses"),
        ("punkt.docx", a_word(lambda document: None), "Der er ingen tekst at læse ind"),
        ("punkt.docx", b"0" * (26 * 1024 * 1024), "er for stor"),
    ],
)
def test_what_cannot_be_read_is_refused_in_danish_and_nothing_is_kept(
    turn: Turn, name: str, data: bytes, words: str
) -> None:
    answer = uploaded(turn, data, name)

    assert answer.status_code == 409
    assert words in text_of(answer)
    assert not StoredFile.objects.filter(kind="working_paper").exists()


def test_another_persons_file_and_another_persons_item_are_not_there(turn: Turn) -> None:
    url, _page = previewed(turn, a_word(an_item_in_word))

    assert signed_in(turn.cast.peter).get(url).status_code == 404
    assert signed_in(turn.cast.jonas).get(url).status_code == 404
    assert uploaded(turn, a_word(an_item_in_word), who=turn.cast.jonas).status_code == 404


def test_a_heading_of_ones_own_goes_under_the_case_and_a_long_sentence_says_what_was_left() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("Før den første overskrift.")
        document.add_heading("Baggrund", 1)
        document.add_paragraph("Siden 2021.")
        document.add_heading("1. INDSTILLING", 1)
        document.add_paragraph("a) at " + "ord " * 200)
        document.add_heading("Kommunikation", 3)
        document.add_paragraph("Intranettet.")
        document.add_paragraph("Økonomi")
        document.add_paragraph("Ingen.")

    found = sorted_in(read_word(a_word(write)), "Punktet")

    assert found.texts["case_presentation"] == (
        "Før den første overskrift.\n\n# Baggrund\n\nSiden 2021.\n\n# Kommunikation\n\nIntranettet."
    )
    assert found.texts["financial_impact"] == "Ingen."
    assert len(found.points) == 1
    assert len(found.points[0]) == 600
    assert "ord ord" in found.remarks[0]


def with_pictures(document: Any) -> None:
    an_item_in_word(document)
    document.add_picture(io.BytesIO(a_picture()), width=Cm(2))
    document.add_picture(io.BytesIO(a_picture()), width=Cm(2))


def test_pictures_are_told_and_the_file_with_them_becomes_an_annex_unless_it_is_left_out(turn: Turn) -> None:
    url, page = previewed(turn, a_word(with_pictures))
    assert "Filen har 2 billeder, som ikke kommer med i teksten." in text_of(page)
    press(signed_in(turn.cast.olga), url, take=["summary", "file"])
    annex = fresh(turn).annexes.get()
    assert annex.file is not None
    assert (annex.title, annex.file.name) == ("punkt", "punkt.docx")
    url, _page = previewed(turn, a_word(with_pictures))
    press(signed_in(turn.cast.olga), url, take=["case_presentation"])
    assert fresh(turn).annexes.count() == 1


def test_a_file_that_nobody_read_in_is_gone_after_a_day(turn: Turn, django_capture_on_commit_callbacks: Any) -> None:
    read, _page = previewed(turn, a_word(an_item_in_word))
    press(signed_in(turn.cast.olga), read, take="summary")
    left, _page = previewed(turn, a_word(lambda document: document.add_paragraph("Fortrudt.")))
    files = {file.uuid: file for file in StoredFile.objects.filter(kind="working_paper")}
    assert len(files) == 2
    assert forget_words(NOW + timedelta(hours=20)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert forget_words(NOW + timedelta(hours=25)) == 1
    kept = StoredFile.objects.get(kind="working_paper")
    assert kept == WorkingPaper.objects.get().file
    gone = next(file for key, file in files.items() if key != kept.uuid)
    assert str(gone.uuid) in left
    assert not path_of(gone.uuid).exists()
    assert path_of(kept.uuid).exists()
