"""The members' ways of approving minutes, and corrections afterwards, as people do them on the page."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine

from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions, building, tasks
from styrehjul.meetings.models import MinutesComment
from styrehjul.meetings.queries import next_for
from styrehjul.meetings.queries.facts import deadline_of
from styrehjul.meetings.queries.minutes import members_of
from tests.making import signed_in
from tests.meetings.pages import press, queries, send, text_of
from tests.meetings.test_minutes_members import ENDED, _hold, an_ended_turn
from tests.meetings.turn import MEETING_AT, a_meeting, do

pytestmark = pytest.mark.django_db(transaction=True)
LATER = ENDED + timedelta(hours=1)


def test_tacit_the_chair_sends_a_member_objects_the_secretary_answers_and_the_deadline_approves(now: datetime) -> None:
    turn = an_ended_turn("stiltiende")
    cast, m = turn.cast, turn.meeting.get_absolute_url()
    page = f"{m}referat/"
    member = cast.heads[0]
    with time_machine.travel(LATER, tick=False):
        stine, peter, jonas, olga = (signed_in(who) for who in (cast.stine, cast.peter, member, cast.olga))
        assert jonas.get(page).status_code == 404
        assert "Læs referatet, og send det til kommentering" in text_of(stine.get(m))
        assert "Godkend referatet" not in text_of(stine.get(page))
        assert send(stine, f"{page}godkend/").status_code == 409
        assert send(peter, f"{page}til-kommentering/").status_code == 403
        press(stine, page, f"{page}til-kommentering/")
        shown = text_of(jonas.get(page))
        assert "Til kommentering til og med onsdag 16. juni" in shown
        assert "Udkast til referat. Det er til kommentering hos medlemmerne" in shown
        assert olga.get(page).status_code == 404
        assert send(olga, f"{page}bemaerkning/", text="x").status_code == 404
        assert send(jonas, f"{page}bemaerkning/", text="  ").status_code == 409
        press(jonas, page, f"{page}bemaerkning/", item=str(turn.item.pk), text="Vi sagde prioritet 2.", objection="1")
        told = text_of(peter.get("/"))
        assert f"Svar på indsigelsen fra {member.name}" in told
        assert "Indsigelser uden svar: 1." in text_of(stine.get(page))
        comment = MinutesComment.objects.get()
        press(peter, page, f"{page}svar/", comment=str(comment.pk), answer="Mødet sagde prioritet 3.")
        answered = text_of(jonas.get(page))
        assert "Svar fra Peter Friis 9. juni 2027 Mødet sagde prioritet 3." in answered
        assert OutboxMessage.objects.filter(kind="minutes_answer", recipient=member.email).count() == 1
    over = turn.meeting.minutes_rounds.get().due_at + timedelta(minutes=2)
    tasks.minutes_of_members(over)
    with time_machine.travel(over, tick=False):
        jonas, olga = signed_in(member), signed_in(cast.olga)
        read = text_of(jonas.get(page))
        assert "Referat. Godkendt stiltiende: fristen for indsigelser var 16. juni 2027." in read
        assert "Vi sagde prioritet 2." in read
        assert "Vi sagde prioritet 2." not in text_of(olga.get(page))
        assert olga.get(f"{m}referat.pdf").status_code == 200


def test_each_member_the_last_press_approves_at_once(now: datetime) -> None:
    turn = an_ended_turn("hvert_medlem")
    cast, page = turn.cast, f"{turn.meeting.get_absolute_url()}referat/"
    with time_machine.travel(LATER, tick=False):
        stine = signed_in(cast.stine)
        press(stine, page, f"{page}til-kommentering/")
        others = [person for person in members_of(turn.fresh, LATER.date()) if person != cast.stine]
        assert send(signed_in(cast.peter), f"{page}tilslutning/").status_code == 409
        for person in others[:-1]:
            client = signed_in(person)
            assert "Læs og godkend referatet" in text_of(client.get("/"))
            press(client, page, f"{page}tilslutning/")
            assert "Læs og godkend referatet" not in text_of(client.get("/"))
            assert turn.fresh.minutes_state == "commenting"
        assert others[-1].name in text_of(stine.get(page))
        last = signed_in(others[-1])
        press(last, page, f"{page}tilslutning/")
        assert turn.fresh.minutes_state == "approved"
        assert "Referat. Godkendt af hvert medlem, det sidste 9. juni 2027." in text_of(last.get(page))


def test_at_the_next_meeting_the_item_stands_there_and_its_outcome_approves(now: datetime) -> None:
    turn = an_ended_turn("naeste_moede")
    cast, page = turn.cast, f"{turn.meeting.get_absolute_url()}referat/"
    later = a_meeting(cast, starts_at=MEETING_AT + timedelta(days=98), slot="q3", items=())
    with time_machine.travel(LATER, tick=False):
        stine = signed_in(cast.stine)
        press(stine, page, f"{page}til-kommentering/")
        assert "Det står på dagsordenen onsdag 15. september 2027" in text_of(stine.get(page))
        assert "Godkendelse af referat fra 9. juni 2027" in text_of(stine.get(later.get_absolute_url()))
        item = later.treatments.get()
        read = stine.get(f"{item.get_absolute_url()}?laes=1")
        assert f'href="{page}"' in read.content.decode()
        assert "Udkast til referat" in text_of(read)
    _hold(turn, later)
    with time_machine.travel(later.ends_at, tick=False):
        stine = signed_in(cast.stine)
        hold = f"{later.get_absolute_url()}afhold/"
        press(stine, hold, f"{later.get_absolute_url()}afslut/")
        assert turn.fresh.minutes_state == "approved"
        assert "Godkendt på mødet onsdag 15. september 2027, punkt 1." in text_of(stine.get(page))


def test_approved_minutes_are_not_edited_a_correction_stands_beside_them(now: datetime) -> None:
    turn = an_ended_turn("formand")
    cast, m = turn.cast, turn.meeting.get_absolute_url()
    page = f"{m}referat/"
    with time_machine.travel(LATER, tick=False):
        stine, peter, olga = signed_in(cast.stine), signed_in(cast.peter), signed_in(cast.olga)
        assert send(peter, f"{page}rettelse/", text="x", because="y").status_code == 409
        press(stine, page, f"{page}godkend/")
        first = turn.meeting.minutes_versions.get()
        assert "Skriv en rettelse" not in text_of(olga.get(page))
        assert send(olga, f"{page}rettelse/", text="x", because="y").status_code == 403
        bare = send(peter, f"{page}rettelse/", text="Prioriteten er 2.", because=" ")
        assert bare.status_code == 422
        assert "Skriv en begrundelse." in text_of(bare)
        assert "Prioriteten er 2.</textarea>" in bare.content.decode()
        assert send(peter, f"{page}rettelse/", text=" ", because="Slåfejl").status_code == 422
        press(
            peter,
            page,
            f"{page}rettelse/",
            item=str(turn.item.pk),
            text="Prioriteten er 2.",
            because="Slåfejl i referatet",
        )
        assert "Prioriteten er 2." not in text_of(olga.get(page))
        assert "Godkend rettelsen til referatet" in text_of(stine.get("/"))
        row = turn.meeting.corrections.get()
        assert send(peter, f"{page}rettelse/afgoer/", correction=str(row.pk)).status_code == 403
        press(stine, page, f"{page}rettelse/afgoer/", correction=str(row.pk))
        assert send(stine, f"{page}rettelse/afgoer/", correction=str(row.pk)).status_code == 409
        shown = text_of(olga.get(page))
        assert (
            f"Rettelse 1 til punkt {turn.item.number or 3} Prioriteten er 2. Begrundelse: Slåfejl i referatet" in shown
        )
        assert "Indstillingen følges: at projektforslaget godkendes, og at projektet får prioritet 3." in shown
        second = turn.meeting.minutes_versions.get(number=2)
        assert first.sha256 != second.sha256
        assert turn.meeting.minutes_versions.get(number=1).content == first.content
        assert OutboxMessage.objects.filter(kind="correction").count() == 7
        press(peter, page, f"{page}rettelse/", text="Mødet sluttede kl. 10.50.", because="Fejl")
        other = turn.meeting.corrections.get(number=None)
        send(stine, f"{page}rettelse/afgoer/", correction=str(other.pk), do="decline", reason="Det passer ikke")
        other.refresh_from_db()
        assert (other.state, other.declined_because) == ("declined", "Det passer ikke")


def test_a_correction_of_a_closed_item_is_for_those_who_may_read_it(now: datetime) -> None:
    turn = an_ended_turn("formand")
    cast, at = turn.cast, LATER
    item = turn.item
    type(item).objects.filter(pk=item.pk).update(access="closed")
    built = building.build_minutes(turn.fresh, at=at, by=cast.stine)
    do(actions.approve_minutes, turn.meeting, built, by=cast.stine, at=at)
    item.refresh_from_db()
    row = do(
        actions.propose_correction, turn.meeting, treatment=item, text="Hemmeligt beløb 7", because="Slåfejl 8",
        by=cast.peter, at=at,
    )  # fmt: skip
    edition = building.build_correction(row, at=at, by=cast.stine)
    do(actions.approve_correction, row, edition, by=cast.stine, at=at)
    for mail in OutboxMessage.objects.filter(kind="correction"):
        assert "Hemmeligt" not in mail.text_body + mail.html_body
    with time_machine.travel(at, tick=False):
        assert "Hemmeligt" not in text_of(signed_in(cast.jonas).get(f"{turn.meeting.get_absolute_url()}referat/"))
        assert "Hemmeligt" in text_of(signed_in(cast.stine).get(f"{turn.meeting.get_absolute_url()}referat/"))


def test_the_page_of_minutes_takes_the_same_number_of_queries_however_much_is_said(now: datetime) -> None:
    turn = an_ended_turn("stiltiende")
    page = f"{turn.meeting.get_absolute_url()}referat/"
    do(actions.send_to_members, turn.meeting, by=turn.cast.stine, at=LATER)
    with time_machine.travel(LATER, tick=False):
        jonas = signed_in(turn.cast.heads[0])
        counts = []
        for number in (1, 2):
            for _ in range(number):
                do(
                    actions.comment_minutes, turn.meeting, text="Fint", treatment=turn.item, objection=True,
                    by=turn.cast.heads[0], at=LATER,
                )  # fmt: skip
            counts.append(queries(jonas, page))
    assert counts[0] == counts[1]


def test_the_secretary_is_told_when_the_minutes_lie_too_long_with_the_chair(now: datetime) -> None:
    turn = an_ended_turn("formand")
    due = deadline_of(turn.fresh, "minutes_draft")
    assert due
    waiting = {
        day: [todo.level for todo in next_for(turn.cast.peter, day) if todo.title == "Referatet venter på formanden"]
        for day in (due.date(), due.date() + timedelta(days=1))
    }
    assert waiting == {due.date(): [], due.date() + timedelta(days=1): ["red"]}
    assert "Referatet venter på formanden" not in [todo.title for todo in next_for(turn.cast.stine, LATER.date())]
