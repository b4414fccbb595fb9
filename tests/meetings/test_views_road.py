"""The straight road on the pages: from a waiting proposal to approved minutes, each step one press of a button."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.models import Decision, Dispatch, MinutesVersion, Treatment
from styrehjul.portfolio.models import Project
from tests.making import a_cast, signed_in
from tests.meetings.pages import press, send, text_of
from tests.meetings.turn import MEETING_AT, NOW, a_meeting, a_proposal, a_running_turn, a_turn, do

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_road_from_a_proposal_to_approved_minutes_is_nine_presses_and_one_link(now: datetime) -> None:
    cast = a_cast()
    meeting, project = a_meeting(cast), a_proposal(cast)
    peter, olga, stine = signed_in(cast.peter), signed_in(cast.olga), signed_in(cast.stine)
    m = meeting.get_absolute_url()
    # 3: the secretary puts it on the meeting.
    put = f"/projekter/{project.number}/saet-paa-moede/"
    assert "Sæt på styregruppens møde 9. juni" in text_of(peter.get(put))
    press(peter, put, put)
    item = Treatment.objects.get(matter__project=project)
    assert item.responsible == cast.olga
    # 4 and 5: the link of the mail opens the item for writing; Klar saves and makes it ready.
    page = olga.get(item.get_absolute_url())
    assert "Det indstilles, at" in text_of(page)
    fields = {"financial_impact": "Ingen.", "summary": "Breve sendes på modtagerens sprog.", "do": "ready"}
    done = press_item(olga, item, fields)
    assert done.status_code == 302
    item.refresh_from_db()
    assert item.state == "on_agenda"
    # 6: built, checked and sent to the chair.
    press(peter, m, f"{m}til-formanden/")
    # 7: the chair approves exactly what the page shows.
    assert "Du godkender version 1" in text_of(stine.get(f"{m}godkend/"))
    press(stine, f"{m}godkend/", f"{m}godkend/")
    # 8: the receivers are listed on the meeting's own page.
    assert "Sendes til 7 modtagere" in text_of(peter.get(m))
    press(peter, m, f"{m}udsend/")
    assert len(Dispatch.objects.get().recipients) == 7
    assert OutboxMessage.objects.filter(kind="agenda").count() == 7
    with time_machine.travel(MEETING_AT + timedelta(minutes=5), tick=False):
        # 9 and 10, three weeks later: everybody has signed in anew
        peter, olga, stine = signed_in(cast.peter), signed_in(cast.olga), signed_in(cast.stine)
        press(peter, m, f"{m}start/")
        record = f"{item.get_absolute_url()}beslutning/"
        press(peter, f"{m}afhold/", record)
        # 11: the chair ends it; the decision is in force at once.
        ended = press(stine, f"{m}afhold/", f"{m}afslut/")
        assert ended["Location"] == f"{m}referat/"
        project.refresh_from_db()
        assert project.state == "approved"
        assert Decision.objects.get().number == "SG-2027-001"
        # 12
        press(stine, f"{m}referat/", f"{m}referat/godkend/")
        assert MinutesVersion.objects.get().approved_by == cast.stine
        told = text_of(olga.get(f"{m}referat/"))
        assert "Indstillingen følges: at projektforslaget godkendes." in told
        assert "SG-2027-001" in text_of(olga.get(f"/projekter/{project.number}/beslutninger/"))
        assert olga.get(f"{m}referat.pdf")["Content-Disposition"].startswith("attachment")


def press_item(client: Client, item: Treatment, fields: dict[str, str]) -> Any:
    """Send the item's form as its page holds it, with some fields typed anew."""
    return press(client, item.get_absolute_url(), f"{item.get_absolute_url()}ret/", **with_points(item), **fields)


def with_points(item: Treatment) -> dict[str, Any]:
    """The item's at-sentences and their effects as the form sends them."""
    sent: dict[str, Any] = {"title": item.title, "kind": item.kind, "access": item.access}
    for index, point in enumerate(item.points.all()):
        sent[f"p{index}-text"] = point.text
        effects = list(point.effects.all())
        sent[f"p{index}-fx"] = [effect.command for effect in effects]
        sent[f"p{index}-project"] = str(effects[0].project_id if effects else "")
        for effect in effects:
            sent |= {f"p{index}-{effect.command}-{name}": str(value) for name, value in effect.args.items()}
    return sent


def test_the_same_form_sent_twice_is_carried_out_once(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    peter = signed_in(cast.peter)
    address = f"{meeting.get_absolute_url()}punkter/nyt/"
    typed = {"_key": "2f1f9c0e-4f0e-4b8c-9a51-0f4f4d2f7a11", "title": "Ny aftale om print", "kind": "decision"}
    first, second = peter.post(address, typed), peter.post(address, typed)
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert Treatment.objects.filter(title="Ny aftale om print").count() == 1


def test_an_item_is_added_with_three_fields_reordered_moved_and_taken_off(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    later = a_meeting(cast, starts_at=MEETING_AT + timedelta(days=98), slot="q3")
    peter = signed_in(cast.peter)
    m = meeting.get_absolute_url()
    send(peter, f"{m}punkter/nyt/", title="Ny aftale om print", kind="decision", responsible=cast.mette.email)
    item = Treatment.objects.get(title="Ny aftale om print")
    assert item.responsible == cast.mette
    order = [row.pk for row in meeting.treatments.all()]
    send(peter, f"{m}raekkefoelge/", item=str(item.pk), direction="up")
    place = order.index(item.pk)
    order[place - 1], order[place] = order[place], order[place - 1]
    assert [row.pk for row in meeting.treatments.all()] == order
    send(peter, f"{item.get_absolute_url()}tag-af/", do="move", to=str(later.pk))
    item.refresh_from_db()
    assert item.meeting == later
    send(peter, f"{item.get_absolute_url()}tag-af/", reason="Sagen er trukket")
    item.refresh_from_db()
    assert (item.state, item.left_because) == ("withdrawn", "Sagen er trukket")


def test_lines_are_added_and_taken_away_without_javascript_and_nothing_is_saved_by_it(now: datetime) -> None:
    cast = a_cast()
    meeting, project = a_meeting(cast), a_proposal(cast)
    peter = signed_in(cast.peter)
    put = f"/projekter/{project.number}/saet-paa-moede/"
    press(peter, put, put)
    item = Treatment.objects.get(matter__project=project)
    edit = f"{item.get_absolute_url()}ret/"
    shown = press(peter, edit, edit, **with_points(item), do="add_point")
    assert shown.status_code == 200
    assert 'name="p1-text"' in shown.content.decode()
    assert item.points.count() == 1
    gone = send(peter, edit, **with_points(item), do="drop_point:0")
    assert 'name="p0-text"' not in gone.content.decode()
    quick = send(peter, edit, **with_points(item), do="no_money")
    assert "Ingen." in text_of(quick)
    item.refresh_from_db()
    assert item.financial_impact == ""
    assert meeting.version == 1
    send(
        peter,
        edit,
        **with_points(item)
        | {"p1-text": "projektet begynder i august", "m0-title": "Notat om drift", "m0-text": "Drift"},
    )
    assert [point.text for point in item.points.all()] == ["projektforslaget godkendes", "projektet begynder i august"]
    assert item.memos.get().title == "Notat om drift"


def test_a_member_answers_the_invitation_on_the_page(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    peter, stine = signed_in(cast.peter), signed_in(cast.stine)
    m = meeting.get_absolute_url()
    press(peter, m, f"{m}indkald/")
    press(stine, m, f"{m}svar/", reply="declined")
    assert "Du har sendt afbud." in text_of(stine.get(m))
    assert "Formanden har sendt afbud, og ingen er udpeget" in text_of(peter.get(m))
    assert "afbud" not in text_of(signed_in(cast.olga).get(m))


def test_project_moves_only_when_the_meeting_ends(now: datetime) -> None:
    """A decision that was recorded is provisional on every page until then."""
    turn = a_running_turn()
    with time_machine.travel(MEETING_AT, tick=False):
        peter = signed_in(turn.cast.peter)
        send(peter, f"{turn.item.get_absolute_url()}beslutning/", outcome="approved", version="0")
        assert Project.objects.get().state == "awaiting_decision"
        assert text_of(signed_in(turn.cast.olga).get("/beslutninger/")).count("SG-2027") == 0


def test_topics_are_written_before_and_during_the_meeting_and_carried_on(now: datetime) -> None:
    cast = a_cast()
    items = ("orientering_aktuelle_emner", "droeftelse_generelle_problemstillinger")
    meeting = a_meeting(cast, body=cast.programme, items=items)
    later = a_meeting(cast, body=cast.programme, starts_at=MEETING_AT + timedelta(days=98), slot="q3", items=items)
    jonas, m = signed_in(cast.jonas), meeting.get_absolute_url()
    page = text_of(jonas.get(m))
    assert "Nyt emne" in page
    assert "Ny problemstilling" in page
    send(jonas, f"{m}emner/", kind="current", text="Ny lovgivning om digital post")
    assert "Ny lovgivning om digital post" in text_of(jonas.get(m))
    assert send(jonas, f"{m}emner/", kind="current", text="  ").status_code == 409
    assert send(signed_in(cast.olga), f"{m}emner/", kind="current", text="Mit emne").status_code == 403
    topic = meeting.topics.get()
    press(jonas, m, f"{m}emner/{topic.pk}/videre/")
    assert later.topics.get().carried_from == topic
    assert "gjort til emne til næste møde" in text_of(jonas.get(m))
    assert f'href="{m}"' in jonas.get(later.get_absolute_url()).content.decode()


def test_a_meeting_whose_chair_is_away_is_begun_by_naming_who_leads(now: datetime) -> None:
    turn = a_turn().ready().to_chair().approved()
    turn.dispatched(at=NOW)
    do(actions.enter_reply, turn.meeting, turn.cast.stine, reply="declined", by=turn.cast.stine, at=NOW)
    m = turn.meeting.get_absolute_url()
    with time_machine.travel(MEETING_AT, tick=False):
        peter = signed_in(turn.cast.peter)
        assert "Hvem leder mødet?" in text_of(peter.get(m))
        press(peter, m, f"{m}start/", leader=str(turn.cast.mette.pk))
        assert turn.fresh.meeting_chair == turn.cast.mette
        held = peter.get(f"{m}afhold/")
        assert "Mødeleder: Mette Lund." in text_of(held)
        send(peter, f"{m}afhold/deltagere/", **{f"a{turn.cast.mette.pk}": "absent"})
        assert turn.meeting.attendance.get(person=turn.cast.mette).status == "absent"
        assert turn.meeting.attendance.get(person=turn.cast.stine).status == "apology"
        send(
            peter, f"{turn.item.get_absolute_url()}opfoelgning/",
            **{f"f{turn.item.pk}-text": "Plan for udrulning", f"f{turn.item.pk}-responsible": "Olga Krog", f"f{turn.item.pk}-due": "2027-09-01"},
        )  # fmt: skip
        assert "Plan for udrulning: Olga Krog, 1. september 2027" in text_of(peter.get(f"{m}afhold/"))
        bare = send(peter, f"{turn.item.get_absolute_url()}opfoelgning/", **{f"f{turn.item.pk}-text": "Uden ansvarlig"})
        assert bare.status_code == 422
        standing = turn.meeting.treatments.get(standing_key="justering_projektportefoelje")
        send(peter, f"{standing.get_absolute_url()}udgaar/", reason="Der er ingen ændringer")
        assert "Der er ingen ændringer" in text_of(peter.get(m))
        send(peter, f"{turn.item.get_absolute_url()}beslutning/", outcome="postponed", version="0")
        send(peter, f"{m}afslut/", with_chair="1")
        matter = f"/sager/{turn.item.matter_id}/"
        assert "Udsat til næste møde." in text_of(peter.get(matter))


def test_a_follow_up_is_found_and_said_to_be_done_by_the_one_who_has_it(now: datetime) -> None:
    turn = a_running_turn()
    do(
        actions.add_follow_up, turn.item, text="Plan for udrulning", responsible=turn.cast.olga, due=NOW.date(),
        by=turn.cast.peter, at=MEETING_AT,
    )  # fmt: skip
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    with time_machine.travel(MEETING_AT + timedelta(days=1), tick=False):
        olga, stranger = signed_in(turn.cast.olga), signed_in(turn.cast.ada)
        assert "Plan for udrulning" not in text_of(stranger.get("/opfoelgninger/"))
        page = text_of(olga.get("/opfoelgninger/?hvis=mine"))
        assert "22 dage over fristen" in page
        assert "Udført" in text_of(olga.get(f"{turn.item.get_absolute_url()}?laes=1"))
        task = turn.item.follow_ups.get()
        finish = f"/opfoelgninger/{task.pk}/udfoert/"
        assert send(stranger, finish).status_code == 404
        assert send(olga, finish, back="//evil.example/")["Location"] == "/opfoelgninger/"
        task.refresh_from_db()
        assert task.state == "done"
        assert "Plan for udrulning" not in text_of(olga.get("/opfoelgninger/"))
        rows = olga.get("/opfoelgninger/?tilstand=done&format=json").json()["items"]
        assert [row["opfoelgning"] for row in rows] == ["Plan for udrulning"]


def test_a_mail_that_did_not_arrive_is_sent_again_or_marked_by_the_secretary(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    do(actions.invite, meeting, by=cast.peter, at=NOW)
    first, second, *_rest = OutboxMessage.objects.filter(kind="invitation").order_by("pk")
    OutboxMessage.objects.filter(pk__in=[first.pk, second.pk]).update(state="failed")
    peter, m = signed_in(cast.peter), meeting.get_absolute_url()
    assert "2 af 7 ikke leveret" in text_of(peter.get(m))
    assert "ikke leveret" not in text_of(signed_in(cast.olga).get(m))
    press(peter, m, f"{m}mail/{first.pk}/", do="resend")
    press(peter, m, f"{m}mail/{second.pk}/", do="mark")
    assert [OutboxMessage.objects.get(pk=row.pk).state for row in (first, second)] == ["pending", "sent"]
    assert send(signed_in(cast.stine), f"{m}mail/{first.pk}/", do="mark").status_code in (403, 404)


def test_an_agenda_is_taken_back_from_the_chair_with_a_reason(now: datetime) -> None:
    turn = a_turn().ready().to_chair()
    peter, m = signed_in(turn.cast.peter), turn.meeting.get_absolute_url()
    assert send(peter, f"{m}traek-tilbage/", reason="").status_code == 409
    press(peter, m, f"{m}traek-tilbage/", reason="Et bilag mangler")
    assert turn.fresh.agenda_state == "closed"
    assert "Et bilag mangler" in text_of(peter.get(m))
    assert "Et bilag mangler" in text_of(signed_in(turn.cast.stine).get(f"{m}godkend/"))
