"""Agenda, minutes and meeting plan as PDF."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrehjul.documents import values
from styrehjul.documents.guard import check_pdf
from styrehjul.documents.pdf import agenda_pdf, meeting_plan_pdf, minutes_pdf, page_count
from styrehjul.kernel.refusal import Refused
from tests.documents.making import a_minutes, a_picture, a_plan, an_agenda, an_item
from tests.documents.reading import text_of


def codes(refusal: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    return [(reason.code, str(reason.facts.get("item", ""))) for reason in refusal.value.reasons]


@pytest.mark.parametrize("made", [agenda_pdf(an_agenda()), minutes_pdf(a_minutes()), meeting_plan_pdf(a_plan())])
def test_every_document_passes_the_guard(made: bytes) -> None:
    assert check_pdf(made) == []


def test_the_same_values_give_the_same_bytes() -> None:
    assert agenda_pdf(an_agenda()) == agenda_pdf(an_agenda())
    assert agenda_pdf(an_agenda()) != agenda_pdf(an_agenda(version=4))


def test_the_agenda_says_what_it_is_in_its_first_line_and_carries_its_seals() -> None:
    text = text_of(agenda_pdf(an_agenda()))

    assert text.split("\n")[0].strip() == "Dagsorden"
    assert "Onsdag 9. juni 2027 kl. 9–11" in text
    assert "a3f1" * 16 in text
    assert "9bc0" * 16 in text
    assert "Åben udgave" in text


def test_an_item_keeps_the_order_of_its_sections() -> None:
    text = text_of(agenda_pdf(an_agenda()))
    places = [
        text.index(part)
        for part in (
            "Resumé",
            "Det indstilles, at",
            "projektet godkendes",
            "Virkning: Projektet godkendes og får prioritet 11",
            "Sagsfremstilling",
            "Økonomiske konsekvenser",
            "Notat: Erfaringer fra Randers",
            "3.1 Projektforslag",
        )
    ]

    assert places == sorted(places)


def test_somebody_else_may_recommend() -> None:
    item = an_item(recommended_by="Formanden for programgruppen")

    assert "Formanden for programgruppen indstiller, at" in text_of(agenda_pdf(an_agenda(item)))


def test_text_is_never_markup() -> None:
    written = '#read("/etc/passwd") #panic("x") $x^2$ *b* _i_ @ref <label> = h `raw` \\ https://x.dk // c /* d */'
    item = an_item(title=written, summary=(values.Paragraph(written),))
    text = " ".join(text_of(agenda_pdf(an_agenda(item))).split())

    assert text.count(written) == 3  # in the list, as heading and as resumé


def test_a_link_is_a_web_address_or_no_link() -> None:
    item = an_item(annexes=(values.AnnexLine("3.1", "Fælde", "javascript:alert(1)"),))
    with pikepdf.open(io.BytesIO(agenda_pdf(an_agenda(item)))) as pdf:
        links = [
            str(note.A.URI)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if "/A" in note and "/URI" in note.A
        ]

    assert links == []
    assert "Fælde" in text_of(agenda_pdf(an_agenda(item)))


def test_the_data_lies_inside_the_file() -> None:
    with pikepdf.open(io.BytesIO(agenda_pdf(an_agenda()))) as pdf:
        assert list(pdf.attachments) == ["dagsorden.json"]
        assert pdf.attachments["dagsorden.json"].get_file().read_bytes() == b'{"punkter": 2}'


def test_two_files_of_one_name_both_lie_inside() -> None:
    annexes = (
        values.Attachment("notat.txt", b"et", "Notat", "text/plain", "supplement"),
        values.Attachment("notat.txt", b"to", "Et andet notat", "text/plain", "supplement"),
    )
    made = agenda_pdf(an_agenda(attachments=annexes))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        found = {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}

    assert found == {"notat.txt": b"et", "notat (2).txt": b"to"}
    assert check_pdf(made) == []


def test_annexes_that_fill_too_much_are_listed_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("styrehjul.documents.sheet.ATTACHED_LIMIT", 100)
    annexes = (
        values.Attachment("dagsorden.json", b"{}", "Dagsordenen som data"),
        values.Attachment("kort.pdf", bytes(200), "Kort over området", "application/pdf", "supplement"),
    )
    made = agenda_pdf(an_agenda(attachments=annexes))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert list(pdf.attachments) == ["dagsorden.json"]

    assert "kort.pdf: Kort over området (for stor til at ligge i filen)" in text_of(made)


def test_a_closed_item_in_the_open_edition_says_so_once() -> None:
    closed = values.AgendaItem("4", "Lukket punkt", "Til beslutning", closed=True)
    titled = values.AgendaItem("5", "Personalesag", "Til beslutning", closed=True)
    made = agenda_pdf(an_agenda(closed, titled, attachments=()))
    text = text_of(made)

    assert "Lukket punkt (lukket)" not in text
    assert "Personalesag (lukket)" in text
    assert check_pdf(made) == []


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_every_kind_of_picture_can_be_shown(kind: str) -> None:
    item = an_item(case=(values.Picture(a_picture(kind, (4000, 3000)), "Kort over kommunen"),))

    assert check_pdf(agenda_pdf(an_agenda(item))) == []


def test_an_agenda_without_items_and_a_year_without_meetings_are_still_documents() -> None:
    empty = replace(an_agenda(), items=(), attachments=())

    assert check_pdf(agenda_pdf(empty)) == []
    assert check_pdf(meeting_plan_pdf(a_plan(meetings=0))) == []


def test_minutes_have_the_decision_right_under_the_recommendation() -> None:
    text = text_of(minutes_pdf(a_minutes()))
    parts = (
        "Referat", "Deltagere", "Afbud", "Mødeleder", "Det indstilles, at", "Beslutning SG-2027-014",
        "Indstillingen følges", "Virkning: Projektet er godkendt", "Aftale om oversættelse indgås", "1. august 2027",
        "Sagsfremstilling", "Godkendt af Stine Holm",
    )  # fmt: skip
    places = [text.index(part) for part in parts]

    assert places == sorted(places)
    assert text.split("\n")[0].strip() == "Referat"
    assert "Gæster" not in text


def test_minutes_that_nobody_approved_say_so() -> None:
    assert "er et udkast og er ikke godkendt" in text_of(minutes_pdf(a_minutes(approval="")))


def test_a_year_with_three_bodies_and_six_meetings_is_one_sheet() -> None:
    assert page_count(meeting_plan_pdf(a_plan(meetings=6, bodies=3))) == 1


def test_what_does_not_fit_on_one_sheet_is_not_lost() -> None:
    made = meeting_plan_pdf(a_plan(meetings=12, bodies=6))

    assert page_count(made) > 1
    assert text_of(made).count("9. december") == 6


def test_a_picture_without_a_description_is_named_with_its_item_and_section() -> None:
    item = an_item("7", case=(values.Picture(a_picture(), "  ", "graf.png"),))
    with pytest.raises(Refused) as refusal:
        agenda_pdf(an_agenda(item))

    assert refusal.value.code == "pdf.not_accessible"
    assert codes(refusal) == [("pdf.alt_missing", "7")]
    assert refusal.value.reasons[0].facts["section"] == "Sagsfremstilling"


def test_a_heading_that_jumps_is_named() -> None:
    item = an_item("4", case=(values.Heading("Første"), values.Heading("Tredje", 3)))
    with pytest.raises(Refused) as refusal:
        agenda_pdf(an_agenda(item))

    assert codes(refusal) == [("pdf.heading_jump", "4")]


def test_every_fault_of_every_item_is_told_at_once() -> None:
    faulty = (
        an_item("3", case=(values.Table((" ", ""), (("a", "b"),)),)),
        an_item("4", summary=(values.Paragraph("Godt gået 😀 og 😀 igen"),)),
        an_item("5", economy=(values.Table(("a", "b"), (("kun en",),)),)),
        an_item("6", case=(values.Picture(b"not a picture", "Et billede"),)),
    )
    with pytest.raises(Refused) as refusal:
        agenda_pdf(an_agenda(*faulty))

    expected = [("pdf.table_header", "3"), ("pdf.character", "4"), ("pdf.table_shape", "5"), ("pdf.picture", "6")]
    assert codes(refusal) == expected


def test_pasted_bullets_and_invisible_characters_are_no_hindrance() -> None:
    item = an_item(summary=(values.Paragraph("\uf0b7 punkt\u200b\u00ad et\u202e\tto\x07 tre a\u030a"),))

    assert "• punkt et to tre å" in text_of(agenda_pdf(an_agenda(item)))


def test_seventy_pages_with_tables_and_pictures_pass_the_guard() -> None:
    # How long it may take is the benchmark's question: here others may be using the machine.
    long = values.text_blocks("Programgruppen drøftede forslaget på sit møde og anbefaler det. " * 40)
    rows = tuple((f"Institution {n}", f"{n * 37}", "Ja" if n % 2 else "Nej") for n in range(20))
    wide = values.Table(("Institution", "Breve", "Oversættes"), rows)
    agenda = an_agenda(*(an_item(str(number), case=(*long, *an_item().case, wide)) for number in range(1, 62)))

    made = agenda_pdf(agenda)

    assert page_count(made) >= 70
    assert check_pdf(made) == []


@settings(max_examples=25)
@given(st.text(max_size=200), st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_any_text_is_either_printed_or_refused_with_its_place(text: str, cells: list[str]) -> None:
    table = values.Table(tuple(cells), (tuple(reversed(cells)),))
    item = an_item(title=text, case=(values.Paragraph(text), values.Listing((values.ListItem(text),)), table))
    try:
        made = agenda_pdf(an_agenda(item, attachments=()))
    except Refused as refusal:
        found = {(reason.code, reason.facts["item"]) for reason in refusal.reasons}
        assert found <= {("pdf.character", "3"), ("pdf.table_header", "3")}
    else:
        assert check_pdf(made) == []
