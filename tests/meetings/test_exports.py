"""What leaves the house: copies, excerpts, packages. What a reader may not see is in none of the files, wherever one looks."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import zipfile
from datetime import date, datetime, timedelta
from typing import Any

import docx
import pikepdf
import pytest
import time_machine
from defusedxml import ElementTree
from docx.oxml.ns import qn

from styrehjul.documents.files import read_bytes, store_bytes
from styrehjul.documents.guard import check_pdf
from styrehjul.meetings import actions, building
from styrehjul.meetings.domain.values import PointText
from styrehjul.meetings.models import Decision, Meeting, RecordFiling
from styrehjul.meetings.queries.filing import not_filed
from tests.documents.reading import text_of as words_of_pdf
from tests.making import NOW, Cast, signed_in
from tests.meetings.pages import queries, send, text_of
from tests.meetings.turn import MEETING_AT, Turn, a_turn, do

pytestmark = [pytest.mark.django_db]
HIDDEN = (
    "Opsigelse af Grønbech",
    "Lukket tekst",
    "Fyringsgrund",
    "Hemmeligt tilbud",
    "hemmeligt-tilbud.txt",
    "tilbudstekst",
)
AFTER = MEETING_AT + timedelta(days=2)


@pytest.fixture
def turn() -> Turn:
    """A meeting with an open item, that has an open and a closed annex, and a closed item with a hidden title."""
    turn = a_turn()
    peter = turn.cast.peter
    for title, text, closed in (("Åbent tilbud", b"bilagstekst", False), ("Hemmeligt tilbud", b"tilbudstekst", True)):
        file = do(
            store_bytes,
            text,
            name=f"{title.lower().replace(' ', '-')}.txt",
            content_type="text/plain",
            kind="upload",
            at=NOW,
        )
        do(actions.add_annex, turn.item, title=title, file=file, closed=closed, by=peter, at=NOW)
    item = do(
        actions.add_item, turn.meeting, title="Opsigelse af Grønbech", kind="decision", responsible=peter,
        fields={"summary": "Lukket tekst", "access": "closed_title_hidden", "financial_impact": "Fyringsgrund"},
        points=[PointText("Lukket tekst følges")], by=peter, at=NOW,
    )  # fmt: skip
    do(actions.make_ready, item, by=peter, at=NOW)
    return turn.ready()


def sent(turn: Turn) -> Meeting:
    turn.to_chair(printed=True).approved()
    turn.dispatched()
    return turn.fresh


def minuted(turn: Turn) -> Meeting:
    sent(turn)
    turn.started()
    for item in turn.fresh.treatments.filter(profile="ordinary"):
        text = "Lukket tekst taget til efterretning." if item.access != "open" else "Projektet godkendes."
        do(actions.record_decision, item, outcome="approved", text=text, by=turn.cast.peter, at=MEETING_AT)
    turn.item.refresh_from_db()
    do(
        actions.add_follow_up, turn.item, text="Aftale indgås", responsible=turn.cast.olga, due=date(2027, 8, 1),
        by=turn.cast.peter, at=MEETING_AT,
    )  # fmt: skip
    turn.ended()
    built = building.build_minutes(turn.fresh, at=AFTER, by=turn.cast.stine)
    do(actions.approve_minutes, turn.fresh, built, by=turn.cast.stine, at=AFTER)
    return turn.fresh


def everything(data: bytes, name: str = "") -> list[str]:
    """All that can be read in a file: names, texts, metadata, and the same of the files within."""
    if data.startswith(b"%PDF"):
        found = [name, words_of_pdf(data)]
        with pikepdf.open(io.BytesIO(data)) as pdf:
            found += [str(value) for value in pdf.docinfo.values()]
            found.append(pdf.Root.Metadata.read_bytes().decode() if "/Metadata" in pdf.Root else "")
            outline: Any = pdf.open_outline()
            found += _titles(outline.root)
            for inner in pdf.attachments:
                spec = pdf.attachments[inner]
                found += [
                    inner,
                    str(spec.filename),
                    str(spec.description),
                    *everything(spec.get_file().read_bytes(), inner),
                ]
        return found
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            return [
                name,
                *(text for member in container.namelist() for text in everything(container.read(member), member)),
            ]
    return [name, data.decode(errors="replace")]


def _titles(items: Any) -> list[str]:
    return [text for item in items for text in (item.title, *_titles(item.children))]


def leaks(data: bytes, name: str = "") -> list[str]:
    text = "\n".join(everything(data, name))
    return [secret for secret in HIDDEN if secret in text]


def fetched(cast: Cast, who: Any, address: str) -> Any:
    return signed_in(who).get(address)


def test_the_agendas_files_hold_nothing_that_an_employee_may_not_see(turn: Turn) -> None:
    with time_machine.travel(NOW, tick=False):
        meeting = sent(turn)
    with time_machine.travel(AFTER, tick=False):
        turn.started()
        for item in turn.fresh.treatments.filter(profile="ordinary"):
            do(actions.record_decision, item, outcome="approved", text="Ja.", by=turn.cast.peter, at=MEETING_AT)  # fmt: skip
        turn.ended()
        olga = [
            fetched(turn.cast, turn.cast.jonas, f"{meeting.get_absolute_url()}{file}")
            for file in ("dagsorden.pdf", "dagsorden.docx")
        ]
        stine = [
            fetched(turn.cast, turn.cast.stine, f"{meeting.get_absolute_url()}{file}")
            for file in ("dagsorden.pdf", "dagsorden.docx")
        ]

    assert [answer.status_code for answer in (*olga, *stine)] == [200] * 4
    for answer in olga:
        assert leaks(answer.content, answer["Content-Disposition"]) == []
        assert "Digital post på modtagerens sprog" in "\n".join(everything(answer.content))
    assert "bilagstekst" in "\n".join(everything(olga[0].content))
    assert leaks(stine[0].content) == list(HIDDEN)
    assert leaks(stine[1].content) == ["Opsigelse af Grønbech", "Lukket tekst", "Fyringsgrund", "Hemmeligt tilbud"]
    assert check_pdf(stine[0].content) == []


@pytest.mark.usefixtures("now")
def test_the_agenda_has_its_data_inside_as_json_and_as_xml(turn: Turn) -> None:
    meeting = sent(turn)
    version = meeting.versions.get()
    for file, public in ((version.members_pdf, False), (version.open_pdf, True)):
        assert file is not None
        with pikepdf.open(io.BytesIO(read_bytes(file))) as pdf:
            inside = {spec.filename: spec.get_file().read_bytes() for spec in pdf.attachments.values()}
        root = ElementTree.fromstring(inside["dagsorden.xml"])
        assert (root.tag, root.get("Dagsordentype"), root.get("Åben")) == (
            "Dagsorden",
            "Dagsorden",
            "true" if public else "false",
        )
        place = root.find("Møde")
        assert place is not None
        assert (place.get("Mødedato"), place.get("Mødetid"), place.get("Mødesluttid")) == (
            "9. juni 2027",
            "09:00",
            "11:00",
        )
        assert place.get("MødeID") == str(meeting.uuid)
        points = root.findall("Dagsordenpunkter/Dagsordenpunkt")
        assert [point.get("Åbent") for point in points].count("false") == 1
        own = next(point for point in points if point.get("DagsordenpunktID") == str(turn.item.uuid))
        assert own.findtext("Indhold/Indstilling", "").startswith("Det indstilles, at\n1. ")
        publish = [(annex.get("Navn"), annex.get("MaaPubliceres")) for annex in own.findall("Bilagsliste/Bilag")]
        assert publish == [("Åbent tilbud", "true")] + ([] if public else [("Hemmeligt tilbud", "false")])
        names = [annex.get("BilagUrl") for annex in own.findall("Bilagsliste/Bilag")]
        assert set(names) <= set(inside)
        assert json.loads(inside["dagsorden.json"])["head"]["meeting"] == str(meeting.uuid)


@pytest.mark.usefixtures("now")
def test_annexes_beyond_the_limit_are_listed_with_a_way_to_them(turn: Turn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("styrehjul.meetings.exporting.ATTACHED_LIMIT", 5)
    version = sent(turn).versions.get()
    assert version.open_pdf is not None
    data = read_bytes(version.open_pdf)

    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert sorted(pdf.attachments) == ["dagsorden.json", "dagsorden.xml"]
    assert "Åbent tilbud (for stor til at ligge i filen)" in words_of_pdf(data)
    assert turn.meeting.get_absolute_url().encode() in data or "moeder" in str(data)
    assert check_pdf(data) == []


def test_the_copy_in_word_says_so_in_danish_with_headings_and_a_repeated_row(turn: Turn) -> None:
    with time_machine.travel(AFTER, tick=False):
        meeting = minuted(turn)
        document = docx.Document(
            io.BytesIO(fetched(turn.cast, turn.cast.stine, f"{meeting.get_absolute_url()}referat.docx").content)
        )

    assert document.paragraphs[0].text == "Referat"
    assert document.paragraphs[1].text == "Kopi – Styrehjul er originalen"
    assert document.sections[0].header.paragraphs[0].text == "Kopi – Styrehjul er originalen"
    levels = [
        int(p.style.name[-1]) for p in document.paragraphs if p.style is not None and p.style.name.startswith("Heading")
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert document.core_properties.language == "da-DK"
    for table in document.tables:
        assert table.rows[0]._tr.get_or_add_trPr().find(qn("w:tblHeader")) is not None
    assert "Aftale indgås" in [cell.text for table in document.tables for cell in table._cells]


def test_the_minutes_files_hold_nothing_that_an_employee_may_not_see(turn: Turn) -> None:
    with time_machine.travel(AFTER, tick=False):
        meeting = minuted(turn)
        for file in ("referat.pdf", "referat.docx"):
            answer = fetched(turn.cast, turn.cast.jonas, f"{meeting.get_absolute_url()}{file}")
            assert answer.status_code == 200
            assert leaks(answer.content, answer["Content-Disposition"]) == []
            assert "Projektet godkendes." in "\n".join(everything(answer.content))
            assert "Lukket tekst" in "\n".join(
                everything(fetched(turn.cast, turn.cast.stine, f"{meeting.get_absolute_url()}{file}").content)
            )


def test_a_decision_is_taken_out_of_the_minutes_with_its_data(turn: Turn) -> None:
    with time_machine.travel(AFTER, tick=False):
        minuted(turn)
        decision = Decision.objects.get(treatment=turn.item)
        answer = fetched(turn.cast, turn.cast.jonas, f"/beslutninger/{decision.pk}/udskrift.pdf")
        page = fetched(turn.cast, turn.cast.jonas, f"/beslutninger/{decision.pk}/")

    assert f"/beslutninger/{decision.pk}/udskrift.pdf" in page.content.decode()
    assert check_pdf(answer.content) == []
    words = " ".join(words_of_pdf(answer.content).split())
    for told in (
        "Protokoludskrift", decision.number, turn.item.title, "Det indstilles, at", "Projektet godkendes.", "Virkning:", "gennemført",
        "Aftale indgås", "1. august 2027", "I kraft fra 9. juni 2027", "Godkendt 11. juni 2027",
    ):  # fmt: skip
        assert told in words, told
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        data = json.loads(pdf.attachments["udskrift.json"].get_file().read_bytes())
    assert data["format"] == "styrehjul.decision-excerpt/1"
    assert data["decisions"][0]["number"] == decision.number
    assert data["decisions"][0]["follow_ups"] == [
        {"due": "2027-08-01", "text": "Aftale indgås", "who": turn.cast.olga.name}
    ]


def test_a_closed_decision_is_taken_out_only_by_those_who_may_see_it(turn: Turn) -> None:
    with time_machine.travel(AFTER, tick=False):
        minuted(turn)
        closed = Decision.objects.filter(treatment__access="closed_title_hidden").first()
        everybody = fetched(turn.cast, turn.cast.jonas, "/beslutninger/udskrift.pdf")
        assert leaks(everybody.content) == []
        assert closed is not None
        address = f"/beslutninger/{closed.pk}/udskrift.pdf"
        assert fetched(turn.cast, turn.cast.jonas, address).status_code == 404
        assert "Opsigelse af Grønbech" in leaks(fetched(turn.cast, turn.cast.stine, address).content)
        assert fetched(turn.cast, turn.cast.jonas, "/beslutninger/udskrift.pdf?aar=1999").status_code == 404


def test_two_excerpts_ask_no_more_than_one(turn: Turn) -> None:
    with time_machine.travel(AFTER, tick=False):
        minuted(turn)
        address = "/beslutninger/udskrift.pdf"
        one = Decision.objects.get(treatment=turn.item)
        counts = [queries(signed_in(turn.cast.stine), f"{address}?q={words}") for words in (one.number, "")]

    assert counts[0] == counts[1]


def test_the_package_for_the_records_has_everything_with_its_checksum(turn: Turn) -> None:
    with time_machine.travel(AFTER, tick=False):
        meeting = minuted(turn)
        base = f"{meeting.get_absolute_url()}esdh"
        packages = {
            (kind, edition): fetched(turn.cast, turn.cast.peter, f"{base}/{kind}/1/{edition}/")
            for kind in ("dagsorden", "referat")
            for edition in ("medlemmer", "aaben")
        }
        again = fetched(turn.cast, turn.cast.peter, f"{base}/referat/1/medlemmer/").content

    assert again == packages["referat", "medlemmer"].content
    for (kind, edition), answer in packages.items():
        assert answer.status_code == 200
        with zipfile.ZipFile(io.BytesIO(answer.content)) as container:
            files = {name: container.read(name) for name in container.namelist()}
        manifest = json.loads(files.pop("manifest.json"))
        assert manifest["format"] == "styrehjul.record-package/1"
        assert {row["name"]: row["sha256"] for row in manifest["files"]} == {
            name: hashlib.sha256(data).hexdigest() for name, data in files.items()
        }
        assert {f"{kind}.pdf", f"{kind}.json", f"{kind}.xml"} <= set(files)
        assert check_pdf(files[f"{kind}.pdf"]) == []
        data = json.loads(files[f"{kind}.json"])
        assert data["type"].endswith("/Meeting")
        assert data["agendaItem"][0]["type"].endswith("/AgendaItem")
        root = ElementTree.fromstring(files[f"{kind}.xml"])
        assert root.get("Dagsordentype") == kind.capitalize()
        urls = {str(annex.get("BilagUrl")) for annex in root.iter("Bilag")}
        assert urls <= set(files)
        assert len(urls) == (2 if edition == "medlemmer" else 1)
        found = leaks(answer.content, answer["Content-Disposition"])
        assert found == ([] if edition == "aaben" else [secret for secret in HIDDEN if secret in found])
        assert bool(found) is (edition == "medlemmer")


def test_the_administrator_gets_the_open_package_and_an_employee_none(turn: Turn) -> None:
    with time_machine.travel(AFTER, tick=False):
        meeting = minuted(turn)
        base = f"{meeting.get_absolute_url()}esdh/referat/1"
        assert fetched(turn.cast, turn.cast.ada, f"{base}/aaben/").status_code == 200
        assert fetched(turn.cast, turn.cast.ada, f"{base}/medlemmer/").status_code == 404
        page = text_of(fetched(turn.cast, turn.cast.ada, f"{meeting.get_absolute_url()}journalisering/"))
        assert "åben udgave" in page
        assert "medlemmernes udgave" not in page
        assert fetched(turn.cast, turn.cast.jonas, f"{base}/aaben/").status_code == 403
        assert fetched(turn.cast, turn.cast.jonas, f"{meeting.get_absolute_url()}journalisering/").status_code == 403
        for wrong in ("referat/2/aaben", "notat/1/aaben", "referat/1/alt"):
            assert fetched(turn.cast, turn.cast.peter, f"{meeting.get_absolute_url()}esdh/{wrong}/").status_code == 404


def test_the_receipt_is_entered_corrected_and_asked_for_when_it_lacks(turn: Turn) -> None:
    later = datetime(2027, 6, 25, 9, 0, tzinfo=NOW.tzinfo)
    with time_machine.travel(later, tick=False):
        meeting = minuted(turn)
        peter = signed_in(turn.cast.peter)
        address = f"{meeting.get_absolute_url()}journalisering/"
        assert [row.words for row in not_filed([meeting.body_id], later.date())] == [
            "Dagsorden, version 1",
            "Referat, udgave 1",
        ]
        # Where nobody ever filed, nobody is asked to.
        assert "Journalisér" not in text_of(peter.get("/"))

        wrong = send(peter, address, kind="agenda", number=1, record_number="2027-118", filed_on="2027-05-01")
        assert wrong.status_code == 409
        assert "Dokumentet er først fra" in text_of(wrong)
        assert not RecordFiling.objects.exists()

        assert (
            send(peter, address, kind="agenda", number=1, record_number="2027-118", filed_on="2027-06-24").status_code
            == 302
        )
        assert "Journaliseret 24. juni 2027 på sag 2027-118" in text_of(peter.get(address))
        assert [row.words for row in not_filed([meeting.body_id], later.date())] == ["Referat, udgave 1"]
        assert "Journalisér 1 dokument" in text_of(peter.get("/"))
        assert "Referat, udgave 1" in text_of(peter.get("/moeder/ikke-journaliseret/"))
        manifest = zipfile.ZipFile(
            io.BytesIO(peter.get(f"{meeting.get_absolute_url()}esdh/dagsorden/1/aaben/").content)
        ).read("manifest.json")
        assert json.loads(manifest)["record_number"] == "2027-118"

        row = RecordFiling.objects.get()
        changed = send(
            peter,
            address,
            kind="agenda",
            number=1,
            version=row.version,
            record_number="2027-119",
            filed_on="2027-06-24",
        )
        assert changed.status_code == 302
        assert [past.record_number for past in RecordFiling.history.order_by("history_id")] == ["2027-118", "2027-119"]
        stale = send(
            peter, address, kind="agenda", number=1, version=row.version, record_number="9", filed_on="2027-06-24"
        )
        assert stale.status_code == 409
        assert RecordFiling.objects.get().record_number == "2027-119"
