"""What each reader sees, and what is not even there for them; what lists hold; what a page costs."""

from __future__ import annotations

import io
import json
from datetime import datetime, timedelta

import pytest
import time_machine
from openpyxl import load_workbook

from styrehjul.meetings import actions, building
from styrehjul.meetings.models import Annex, Decision
from tests.making import a_cast, a_person, signed_in
from tests.meetings.pages import queries, send, text_of
from tests.meetings.turn import MEETING_AT, NOW, Turn, a_meeting, a_proposal, a_running_turn, a_turn, do

pytestmark = pytest.mark.django_db(transaction=True)
AFTER = MEETING_AT + timedelta(hours=3)


def a_finished_turn() -> Turn:
    """A meeting with one decision and one closed item, whose minutes are approved."""
    turn = a_turn()
    secret = do(
        actions.add_item, turn.meeting, title="Opsigelse af leverandør", kind="information", responsible=turn.cast.mette,
        fields={"summary": "Hemmelig tekst", "access": "closed_title_hidden"}, by=turn.cast.peter, at=NOW,
    )  # fmt: skip
    do(actions.make_ready, secret, by=turn.cast.peter, at=NOW)
    do(
        actions.add_annex, turn.item, title="Lukket kontrakt", link="https://kontrakt.example/1", closed=True,
        by=turn.cast.peter, at=NOW,
    )  # fmt: skip
    turn.ready().to_chair().approved()
    turn.dispatched()
    turn.started()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    built = building.build_minutes(turn.fresh, at=AFTER, by=turn.cast.stine)
    do(actions.approve_minutes, turn.meeting, built, by=turn.cast.stine, at=AFTER)
    return turn


def test_drafts_are_for_those_who_prepare_and_for_the_one_who_writes(now: datetime) -> None:
    turn = a_turn()
    m, item = turn.meeting.get_absolute_url(), turn.item.get_absolute_url()
    stranger, member = signed_in(turn.cast.ada), signed_in(turn.cast.heads[0])
    for client in (stranger, member):
        page = client.get(m)
        assert page.status_code == 200
        assert "Digital post" not in page.content.decode()
        assert "Medlemmerne kan læse den, når den er udsendt." in text_of(page)
        for hidden in (item, f"{item}ret/", f"/sager/{turn.item.matter_id}/", f"{m}referat/"):
            assert client.get(hidden).status_code == 404, hidden
        assert "Digital post" not in text_of(client.get("/sager/"))
        for kept in (
            f"{m}forbered/",
            f"{m}godkend/",
            f"{m}udsend/",
            f"{m}versioner/",
            f"{m}afhold/",
            f"{m}flyt/",
            f"{m}aflys/",
        ):
            assert client.get(kept).status_code in (403, 404), kept
    olga = signed_in(turn.cast.olga)
    own = text_of(olga.get(m))
    assert "Digital post på modtagerens sprog" in own
    assert "Justering af projektportefølje" not in own
    assert "Tilføj punkt" not in own


def test_members_read_what_was_sent_and_employees_read_the_open_part_after_the_meeting(now: datetime) -> None:
    turn = a_finished_turn()
    m = turn.meeting.get_absolute_url()
    with time_machine.travel(AFTER, tick=False):
        member, stranger = signed_in(turn.cast.heads[0]), signed_in(turn.cast.ada)
        assert "Opsigelse af leverandør" in text_of(member.get(m))
        assert "Hemmelig tekst" in text_of(
            member.get(turn.meeting.treatments.get(title__startswith="Opsigelse").get_absolute_url())
        )
        assert "Lukket kontrakt" in text_of(member.get(turn.item.get_absolute_url()))
        secret = turn.meeting.treatments.get(title__startswith="Opsigelse")
        for address in (
            m,
            f"{m}referat/",
            "/sager/",
            "/beslutninger/",
            "/beslutninger/?format=json",
            turn.item.get_absolute_url(),
        ):
            page = stranger.get(address)
            assert page.status_code == 200, address
            assert "Opsigelse" not in page.content.decode(), address
            assert "Hemmelig" not in page.content.decode(), address
            assert "Lukket kontrakt" not in page.content.decode(), address
        assert "Lukket punkt" in text_of(stranger.get(m))
        assert "Lukket punkt" in text_of(stranger.get(f"{m}referat/"))
        assert stranger.get(secret.get_absolute_url()).status_code == 404
        assert stranger.get(f"/sager/{secret.matter_id}/").status_code == 404
        assert stranger.get(f"{m}samlet/").status_code == 404
        members, everybody = member.get(f"{m}dagsorden.pdf"), stranger.get(f"{m}dagsorden.pdf")
        assert members.content != everybody.content
        assert member.get(f"{m}samlet/")["Content-Type"] == "application/pdf"


def test_a_closed_file_on_an_open_item_is_not_there_for_employees(now: datetime) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    turn = a_turn()
    send(
        signed_in(turn.cast.peter), f"{turn.item.get_absolute_url()}bilag/", title="Tilbud", closed="on",
        file=SimpleUploadedFile("tilbud.txt", b"Prisen er 100."),
    )  # fmt: skip
    turn.ready().to_chair().approved()
    turn.dispatched()
    turn.started()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    address = f"{turn.item.get_absolute_url()}bilag/{Annex.objects.get().pk}/"
    with time_machine.travel(AFTER, tick=False):
        assert signed_in(turn.cast.heads[0]).get(address).content == b"Prisen er 100."
        stranger = signed_in(turn.cast.ada)
        assert stranger.get(turn.item.get_absolute_url()).status_code == 200
        assert stranger.get(address).status_code == 404


def test_an_item_needs_its_own_meeting_and_a_version_its_own_file(now: datetime) -> None:
    turn = a_turn()
    other = a_meeting(turn.cast, starts_at=MEETING_AT + timedelta(days=98), slot="q3")
    peter = signed_in(turn.cast.peter)
    assert peter.get(f"{other.get_absolute_url()}punkter/{turn.item.pk}/").status_code == 404
    assert peter.get(f"{other.get_absolute_url()}versioner/1/medlemmer/").status_code == 404
    assert peter.get("/moeder/9999/").status_code == 404
    assert peter.get(f"{turn.meeting.get_absolute_url()}referat.pdf").status_code in (403, 404)


def test_reading_never_writes_and_acting_never_reads(now: datetime) -> None:
    turn = a_turn()
    peter = signed_in(turn.cast.peter)
    m, item = turn.meeting.get_absolute_url(), turn.item.get_absolute_url()
    for address in (
        f"{m}indkald/",
        f"{m}til-formanden/",
        f"{m}start/",
        f"{m}afslut/",
        f"{item}klar/",
        f"{item}beslutning/",
    ):
        assert peter.get(address).status_code == 405, address
    for address in (m, item, "/moeder/", "/sager/", "/beslutninger/", f"{m}forbered/", f"{m}referat/"):
        assert peter.post(address).status_code == 405, address


def test_the_list_of_meetings_by_body_and_year_and_as_a_file(now: datetime) -> None:
    cast = a_cast()
    peter = signed_in(cast.peter)
    assert "Der er ingen møder endnu" in text_of(peter.get("/moeder/"))
    a_meeting(cast)
    a_meeting(cast, body=cast.programme, starts_at=MEETING_AT - timedelta(days=29), slot="q2", items=())
    a_meeting(cast, starts_at=MEETING_AT + timedelta(days=300), slot="q1", items=())
    page = text_of(peter.get("/moeder/"))
    assert "2 møder · 2027" in page
    assert page.index("Tirsdag 11. maj") < page.index("Onsdag 9. juni")
    assert "2. kvartal 2027" in page
    only = text_of(peter.get("/moeder/?organ=programgruppe&aar="))
    assert "Onsdag 9. juni" not in only
    assert "Ingen møder passer til det valgte" in text_of(peter.get("/moeder/?organ=programgruppe&aar=2031"))
    rows = json.loads(peter.get("/moeder/?aar=&format=json").content)["items"]
    assert [row["dato"] for row in rows] == ["2027-05-11", "2027-06-09", "2028-04-04"]
    sheet = load_workbook(io.BytesIO(peter.get("/moeder/?format=xlsx").content)).active
    assert sheet is not None
    assert [row[1] for row in sheet.iter_rows(values_only=True)] == ["Organ", "Programgruppe", "Styregruppe"]
    assert peter.get("/moeder/?format=csv")["Content-Disposition"] == 'attachment; filename="moeder-2027.csv"'


def test_the_decision_log_and_a_decision_whose_project_had_changed(now: datetime) -> None:
    turn = a_running_turn()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    # Somebody changes the priority that the decision expects to find empty.
    turn.project.refresh_from_db()
    turn.project.priority = 9
    turn.project.save()
    turn.ended()
    decision = Decision.objects.get()
    address = f"/beslutninger/{decision.pk}/"
    with time_machine.travel(AFTER, tick=False):
        peter, stine, olga = signed_in(turn.cast.peter), signed_in(turn.cast.stine), signed_in(turn.cast.ada)
        log = text_of(olga.get("/beslutninger/"))
        assert "SG-2027-001" in log
        assert "kunne ikke gennemføres" in log
        assert "SG-2027-001" not in text_of(olga.get("/beslutninger/?organ=programgruppe"))
        assert "SG-2027-001" in text_of(olga.get("/beslutninger/?virkning=conflict&q=post"))
        page = text_of(peter.get(address))
        assert "Prioritet" in page
        assert "Forventet" in page
        assert "Gennemfør alligevel" in page
        assert "Det kan kun formanden" in page
        assert send(peter, f"{address}gennemfoer/").status_code == 403
        effect = next(e for e in decision.effects.all() if e.found)
        bare = send(peter, f"{address}virkninger/{effect.pk}/frafald/", reason="")
        assert bare.status_code == 409
        assert "Der mangler en begrundelse." in text_of(bare)
        done = send(stine, f"{address}gennemfoer/")
        assert done.status_code == 302
        assert "Gennemfør alligevel" not in text_of(stine.get(address))
    turn.project.refresh_from_db()
    assert (turn.project.state, turn.project.priority) == ("approved", 3)


def test_pages_cost_the_same_with_one_item_and_with_three(now: datetime) -> None:
    turn = a_turn()
    peter, olga = signed_in(turn.cast.peter), signed_in(turn.cast.olga)
    m = turn.meeting.get_absolute_url()
    addresses = (m, f"{m}?raekkefoelge=1", "/moeder/", "/sager/", f"/sager/{turn.item.matter_id}/")
    before = [queries(peter, address) for address in addresses] + [queries(olga, m)]
    for title in ("Bookning af lokaler", "Sensorer i skoler"):
        project = a_proposal(turn.cast, title=title)
        do(actions.put_proposal_on_meeting, project, turn.meeting, by=turn.cast.peter, at=NOW)
    for slot, days in (("q3", 98), ("q4", 182)):
        a_meeting(turn.cast, starts_at=MEETING_AT + timedelta(days=days), slot=slot)
    after = [queries(peter, address) for address in addresses] + [queries(olga, m)]
    assert dict(zip((*addresses, "olga"), after, strict=True)) == dict(zip((*addresses, "olga"), before, strict=True))


def test_the_running_meeting_and_the_minutes_cost_the_same_with_one_decision_and_with_three(now: datetime) -> None:
    counts = []
    cast = a_cast()
    for number, extra in ((0, 0), (1, 2)):
        starts_at = MEETING_AT + timedelta(days=7 * number)
        meeting = a_meeting(cast, starts_at=starts_at, slot=f"q{number + 1}")
        turns: list[Turn] = []
        for place in range(1 + extra):
            project = a_proposal(cast, title=f"Forslag {number}.{place}")
            item = do(actions.put_proposal_on_meeting, project, meeting, by=cast.peter, at=NOW)
            turns.append(Turn(cast, meeting, project, item).ready())
        turns[0].to_chair().approved()
        turns[0].dispatched()
        with time_machine.travel(starts_at, tick=False):
            peter, stranger = signed_in(cast.peter), signed_in(cast.ada)
            m = meeting.get_absolute_url()
            send(peter, f"{m}start/")
            for turn in turns:
                send(peter, f"{turn.item.get_absolute_url()}beslutning/", outcome="approved", version="0")
            running = queries(peter, f"{m}afhold/")
            do(actions.end_meeting, meeting, by=cast.stine, at=starts_at)
            built = building.build_minutes(turns[0].fresh, at=starts_at, by=cast.stine)
            do(actions.approve_minutes, meeting, built, by=cast.stine, at=starts_at)
            counts.append(
                (running, queries(stranger, f"{m}referat/"), queries(stranger, m), queries(stranger, "/beslutninger/"))
            )
    assert counts[0] == counts[1]


def test_somebody_without_a_seat_is_not_listed_among_those_who_come(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    a_person("Nye Navn")
    page = text_of(signed_in(cast.peter).get(meeting.get_absolute_url()))
    assert "Nye Navn" not in page.split("Deltagere")[1]


def test_a_decision_that_could_not_be_carried_out_is_taken_up_again_on_the_next_meeting(now: datetime) -> None:
    turn = a_running_turn()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.project.refresh_from_db()
    turn.project.priority = 9
    turn.project.save()
    turn.ended()
    decision = Decision.objects.get()
    address = f"/beslutninger/{decision.pk}/"
    with time_machine.travel(AFTER, tick=False):
        peter = signed_in(turn.cast.peter)
        none = send(peter, f"{address}tag-op-igen/")
        assert none.status_code == 409
        assert {effect.state for effect in decision.effects.all()} == {"conflict"}
        later = a_meeting(turn.cast, starts_at=MEETING_AT + timedelta(days=98), slot="q3")
        done = send(peter, f"{address}tag-op-igen/")
        assert done.status_code == 302
        again = later.treatments.get(matter=turn.item.matter)
        assert again.carried_from == turn.item
        assert [point.text for point in again.points.all()] == [point.text for point in turn.item.points.all()]
        assert {effect.state for effect in decision.effects.all()} == {"dropped"}
        assert "Sagen tages op igen på mødet 15. september 2027" in text_of(peter.get(address))
        assert "Videre i styregruppen 15. september 2027" in text_of(peter.get(f"/sager/{turn.item.matter_id}/"))
