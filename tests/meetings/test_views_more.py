"""The rest of the pages: preparing, sending back, rooms, standing items, minutes sent back, meetings from before."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine

from styrehjul.documents.files import store_bytes
from styrehjul.meetings import actions
from styrehjul.meetings.models import Meeting, Treatment
from tests.making import NOW, a_cast, signed_in
from tests.meetings.pages import press, send, text_of
from tests.meetings.test_views_road import with_points
from tests.meetings.turn import MEETING_AT, a_meeting, a_proposal, a_running_turn, a_turn, do

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_secretary_sees_each_item_by_what_it_lacks_and_adds_a_standing_item(now: datetime) -> None:
    turn = a_turn()
    peter, m = signed_in(turn.cast.peter), turn.meeting.get_absolute_url()
    page = text_of(peter.get(f"{m}forbered/"))
    assert "1 punkt mangler noget" in page
    assert "de økonomiske konsekvenser" in page
    assert "onsdag 26. maj" in page
    assert "Orientering til direktionen" in page
    press(peter, f"{m}forbered/", f"{m}punkter/fast/", key="orientering_direktion")
    assert turn.meeting.treatments.filter(standing_key="orientering_direktion").exists()
    assert send(peter, f"{m}punkter/fast/", key="orientering_direktion").status_code == 409
    standing = turn.meeting.treatments.get(standing_key="justering_projektportefoelje")
    away = f"{standing.get_absolute_url()}tag-af/"
    assert "Kun denne gang" in text_of(peter.get(away))
    assert "Også fremover" in text_of(peter.get(away))
    assert send(peter, away, reason="").status_code == 422
    press(peter, away, "", reason="Der er intet nyt")
    assert "Der er intet nyt" in text_of(peter.get(f"{m}forbered/"))


def test_an_item_goes_back_and_forth_between_secretary_and_responsible(now: datetime) -> None:
    turn = a_turn().ready()
    peter, olga, item = signed_in(turn.cast.peter), signed_in(turn.cast.olga), turn.item.get_absolute_url()
    bare = send(peter, f"{item}retur/", comment="")
    assert bare.status_code == 409
    press(peter, item, f"{item}retur/", comment="Skriv, hvem der skal bruge det")
    page = text_of(olga.get(item))
    assert "Sendt retur" in page
    assert "Skriv, hvem der skal bruge det" in page
    assert "Mangler" not in text_of(peter.get(turn.meeting.get_absolute_url())).split("Forberedelse")[0]
    press(olga, f"{item}?laes=1", f"{item}klar/")
    turn.item.refresh_from_db()
    assert (turn.item.state, turn.item.returned_because) == ("on_agenda", "")
    again = send(olga, f"{item}klar/")
    assert again.status_code == 409


def test_the_chair_sends_the_agenda_back_pointing_at_an_item(now: datetime) -> None:
    turn = a_turn().ready().to_chair()
    stine, peter, m = signed_in(turn.cast.stine), signed_in(turn.cast.peter), turn.meeting.get_absolute_url()
    page = stine.get(f"{m}godkend/")
    assert f'name="item" value="{turn.item.pk}"' in page.content.decode()
    bare = send(stine, f"{m}retur/", comment="")
    assert bare.status_code == 409
    assert "Skriv, hvad der skal ændres." in text_of(bare)
    press(stine, f"{m}godkend/", f"{m}retur/", comment="Gevinsten er uklar", item=[str(turn.item.pk)])
    turn.item.refresh_from_db()
    assert turn.item.state == "returned"
    assert "Formanden har sendt dagsordenen retur" in text_of(peter.get(m))
    assert "Dagsordenen er under udarbejdelse." in text_of(stine.get(f"{m}godkend/"))


def test_what_is_sent_is_seen_before_it_is_sent_and_can_be_fetched_after(now: datetime) -> None:
    turn = a_turn().ready().to_chair().approved()
    stine, peter, m = signed_in(turn.cast.stine), signed_in(turn.cast.peter), turn.meeting.get_absolute_url()
    page = text_of(peter.get(f"{m}udsend/"))
    assert "Godkendt af Stine Holm" in page
    assert turn.cast.stine.email in page
    assert "Godkendt af Stine Holm" in text_of(stine.get(f"{m}godkend/"))
    press(peter, f"{m}udsend/", "", late_because="")
    assert "Dagsordenen er udsendt." in text_of(stine.get(f"{m}godkend/"))
    assert "Udsendt 19. maj 2027 kl. 10 af Peter Friis til 7 modtagere." in text_of(peter.get(f"{m}versioner/"))
    for edition in ("medlemmer", "aaben", "samlet"):
        assert peter.get(f"{m}versioner/1/{edition}/")["Content-Type"] == "application/pdf"
    assert peter.get(f"{m}versioner/1/andet/").status_code == 404
    assert "Dagsordenen kan ikke rettes" not in text_of(peter.get(m))
    assert send(peter, f"{m}punkter/nyt/", title="For sent", kind="decision").status_code == 409


def test_a_room_is_booked_and_the_meeting_called(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast, place="")
    peter, m = signed_in(cast.peter), meeting.get_absolute_url()
    refused = send(peter, f"{m}indkald/")
    assert refused.status_code == 409
    assert "Mødet mangler et sted eller et link." in text_of(refused)
    wrong = send(peter, f"{m}lokale/", place="", link="javascript:alert(1)", room_state="wanted")
    assert wrong.status_code == 422
    press(peter, f"{m}lokale/", "", place="Kattegat", link="https://video.example/1", room_state="confirmed")
    assert "Kattegat (bekræftet)" in text_of(peter.get(m))
    assert "video.example" in text_of(peter.get(m))
    assert "video.example" not in text_of(signed_in(cast.olga).get(m))
    assert "video.example" not in peter.get("/moeder/?format=csv").content.decode()
    send(peter, f"{m}indkald/")
    assert "Ændres stedet, får alle indkaldte" in text_of(peter.get(f"{m}lokale/"))
    assert "7 indkaldte får den samme kalenderaftale" in text_of(
        peter.get(f"{m}flyt/?day=2027-06-16&start=09:00&end=11:00")
    )
    assert peter.get(f"{m}flyt/?day=&start=09:00&end=11:00").status_code == 422


def test_meetings_that_feed_one_another_link_both_ways_and_warn(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    close = a_meeting(cast, body=cast.programme, starts_at=MEETING_AT - timedelta(days=7), items=(), feeds=meeting)
    peter = signed_in(cast.peter)
    assert "Forberedes af Programgruppen 2. juni 2027" in text_of(peter.get(meeting.get_absolute_url()))
    assert "forslaget er mindst 20" in text_of(peter.get(meeting.get_absolute_url()))
    assert "Forbereder Styregruppen 9. juni 2027" in text_of(peter.get(close.get_absolute_url()))
    do(actions.move_meeting, close, starts_at=MEETING_AT + timedelta(days=7), ends_at=MEETING_AT + timedelta(days=7, hours=1),
       waivers=(), by=cast.peter, at=NOW)  # fmt: skip
    assert "ligger ikke før det møde" in text_of(peter.get(close.get_absolute_url()))
    do(actions.cancel_meeting, close, reason="Ingen punkter", by=cast.peter, at=NOW)
    page = text_of(peter.get(close.get_absolute_url()))
    assert "Mødet er aflyst" in page
    assert "Ingen punkter" in text_of(peter.get("/moeder/"))
    assert peter.get(f"{close.get_absolute_url()}aflys/").status_code == 200


def test_a_move_that_pushes_a_deadline_into_the_past_asks_before_it_happens(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    peter, address = signed_in(cast.peter), f"{meeting.get_absolute_url()}flyt/"
    page = text_of(peter.get(f"{address}?day=2027-05-28&start=09:00&end=11:00"))
    assert "Fristen “Materiale” bortfalder for dette møde" in page
    refused = send(peter, address, day="2027-05-28", start="09:00", end="11:00")
    assert refused.status_code == 409
    assert "Mødet er ikke flyttet" in text_of(refused)
    waived = ["items_closed", "material", "management_meeting"]
    moved = send(peter, address, day="2027-05-28", start="09:00", end="11:00", waive=waived)
    assert moved.status_code == 302


def test_the_minutes_come_back_from_the_chair_and_go_again(now: datetime) -> None:
    turn = a_running_turn()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    m = turn.meeting.get_absolute_url()
    with time_machine.travel(MEETING_AT + timedelta(hours=3), tick=False):
        peter, stine, member = signed_in(turn.cast.peter), signed_in(turn.cast.stine), signed_in(turn.cast.heads[0])
        assert "Udkast til referat." in text_of(peter.get(f"{m}referat/"))
        assert "Referatet ligger hos formanden" in text_of(peter.get(m))
        assert member.get(f"{m}referat/").status_code in (403, 404)
        assert send(peter, f"{m}referat/godkend/").status_code == 403
        assert send(stine, f"{m}referat/retur/", comment="").status_code == 409
        press(stine, f"{m}referat/", f"{m}referat/retur/", comment="Teksten på punkt 4 er uklar")
        assert "Teksten på punkt 4 er uklar" in text_of(peter.get(f"{m}referat/"))
        assert "Fortsæt mødet" in text_of(peter.get(m))
        assert send(stine, f"{m}referat/godkend/").status_code == 409
        send(stine, f"{m}afslut/")
        press(stine, f"{m}referat/", f"{m}referat/godkend/")
        assert "Referat, godkendt af Stine Holm" in text_of(member.get(f"{m}referat/"))
        assert "Referat godkendt" in text_of(member.get("/moeder/"))
        assert peter.get(f"{m}afhold/")["Location"] == m


def test_a_meeting_from_before_shows_its_old_minutes_and_asks_for_nothing(now: datetime) -> None:
    cast = a_cast()
    held = do(
        actions.register_held_meeting, body=cast.steering, year=2027, slot="q1",
        starts_at=MEETING_AT - timedelta(days=98), ends_at=MEETING_AT - timedelta(days=98, hours=-2), by=None, at=NOW,
    )  # fmt: skip

    def attach() -> object:
        file = store_bytes(
            b"%PDF-1.7 gammelt", name="referat.pdf", content_type="application/pdf", kind="minutes", at=NOW
        )
        return actions.attach_old_minutes(held, file, by=None, at=NOW)  # type: ignore[arg-type]  # the operator

    do(attach)
    olga, m = signed_in(cast.olga), held.get_absolute_url()
    page = text_of(olga.get(m))
    assert "Holdt før Styrehjul" in page
    assert "Forberedelse" not in page
    assert olga.get(f"{m}referat.pdf").content == b"%PDF-1.7 gammelt"
    assert olga.get(f"{m}referat/").status_code == 404
    assert "Holdt før Styrehjul" in text_of(olga.get("/moeder/"))


def test_effects_without_what_they_need_are_asked_for_where_they_stand(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    project = a_proposal(cast)
    peter = signed_in(cast.peter)
    send(
        peter,
        f"{meeting.get_absolute_url()}punkter/nyt/",
        title="Ny prioritet",
        kind="decision",
        responsible="Mette Lund",
    )
    item = Treatment.objects.get(title="Ny prioritet")
    address = f"{item.get_absolute_url()}ret/"
    typed = {
        "title": item.title,
        "kind": "decision",
        "p0-text": "projektet får prioritet 2",
        "p0-fx": ["project.set_priority"],
    }
    lacking = send(peter, address, **typed)
    assert lacking.status_code == 422
    assert "Vælg, hvilket projekt virkningen gælder." in text_of(lacking)
    assert "Prioritet mangler." in text_of(lacking)
    nobody = send(
        peter, address, **typed | {"p0-project": str(project.pk), "p0-fx": ["project.set_role"], "p0-project.set_role-kind": "owner",
                                   "p0-project.set_role-person_id": "Ingen Nogensinde"},
    )  # fmt: skip
    assert "vi kender ikke Ingen Nogensinde" in text_of(nobody)
    done = send(peter, address, **typed | {"p0-project": str(project.pk), "p0-project.set_priority-priority": "2"})
    assert done.status_code == 302
    effect = item.points.get().effects.get()
    assert (effect.command, effect.project, effect.args) == ("project.set_priority", project, {"priority": 2})
    shown = peter.get(address).content.decode()
    assert "Virkning: projektet får prioritet 2" in " ".join(shown.split())


def test_points_and_notes_change_places_and_are_compared_when_two_wrote_them(now: datetime) -> None:
    turn = a_turn()
    peter, mette = signed_in(turn.cast.peter), signed_in(turn.cast.mette)
    address = f"{turn.item.get_absolute_url()}ret/"
    fields = {**with_points(turn.item), "m0-title": "Notat", "m0-text": "Første"}
    up = send(peter, address, **fields, do="up_point:1").content.decode()
    assert up.index("projektet får prioritet 3") < up.index("projektforslaget godkendes</textarea>")
    for do_it in ("down_point:0", "add_memo", "drop_memo:0", "drop_point:99", "up_point:0"):
        assert send(peter, address, **fields, do=do_it).status_code == 200
    version = str(turn.item.version)
    send(peter, address, **fields, version=version)
    stale = send(mette, address, **fields | {"m0-text": "Anden", "p0-fx": []}, version=version)
    assert stale.status_code == 409
    page = text_of(stale)
    assert "Notat 1" in page
    assert "Virkninger ved 1. at-punkt" in page
    assert Meeting.objects.get().agenda_state == "open"


def test_the_list_of_matters_is_searched_and_the_log_sorted(now: datetime) -> None:
    turn = a_turn()
    peter = signed_in(turn.cast.peter)
    assert "Digital post" in text_of(peter.get("/sager/?q=digital&organ=styregruppe&sort=sag"))
    assert "Ingen sager passer til det valgte" in text_of(peter.get("/sager/?q=findes-ikke"))
    assert "Der er ingen beslutninger endnu" in text_of(peter.get("/beslutninger/"))
    assert "Ingen beslutninger passer" in text_of(peter.get("/beslutninger/?tilstand=in_force&aar=2027"))
    card = f"/projekter/{turn.project.number}/beslutninger/"
    whole, part = peter.get(card), peter.get(card, headers={"HX-Request": "true"})
    assert "styregruppen 9. juni 2027" in text_of(part)
    assert "<main" in whole.content.decode()
    assert "<main" not in part.content.decode()
    assert "Projektet venter ikke på at komme på et møde" in text_of(
        peter.get(f"/projekter/{turn.project.number}/saet-paa-moede/")
    )
