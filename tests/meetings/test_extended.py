"""Udvidet forberedelse: what it opens in a body that uses it, and that nothing of it is left when it is switched off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.models import ReviewAnswer, Treatment
from styrehjul.meetings.queries import why_not
from styrehjul.meetings.queries.contents import minutes_content
from styrehjul.meetings.tasks import take_silence_for_yes
from tests.making import NORDDJURS, NOW, a_cast, a_kommissorium, a_person, signed_in
from tests.meetings.pages import press, text_of
from tests.meetings.turn import MEETING_AT, SENT_AT, Turn, a_turn, do

pytestmark = pytest.mark.django_db
OFF = "udvidet_forberedelse = { vaerdi = false, forslag = true }"


def switch(*, on: bool, start: date, material: bool = False) -> None:
    """The kommissorium from that day says it for both bodies."""
    said = f"udvidet_forberedelse = {str(on).lower()}" + ("\nmateriale_klar = true" if material else "")
    a_kommissorium(NORDDJURS.read_text().replace(OFF, said).encode(), start=start)


@pytest.fixture
def turn(now: object) -> Turn:
    cast = a_cast()
    switch(on=True, start=date(2027, 5, 1))
    return a_turn(cast=cast)


def proposed(turn: Turn, **more: object) -> Treatment:
    return do(
        actions.propose_item, turn.cast.steering, title="Fælles support", kind="decision", by=turn.cast.heads[0],
        at=NOW, why_now="Aftalen udløber", **more,
    )  # fmt: skip


def mails(kind: str) -> list[str]:
    return list(OutboxMessage.objects.filter(kind=kind).values_list("recipient_name", flat=True))


def test_a_proposed_item_waits_until_the_secretary_takes_it_in(turn: Turn) -> None:
    item = proposed(turn, wished=turn.meeting)
    assert (item.state, item.meeting) == ("proposed", None)
    with pytest.raises(NotAllowed):
        do(actions.receive_item, item, by=turn.cast.heads[0], at=NOW)
    taken = do(actions.receive_item, item, to=turn.meeting, by=turn.cast.peter, at=NOW)
    # Whoever proposed it and writes it has said yes already.
    assert (taken.state, taken.meeting, taken.responsible) == ("in_work", turn.meeting, turn.cast.heads[0])
    assert mails("item_proposal") == [turn.cast.heads[0].name]
    with pytest.raises(Refused, match=r"preparing\.not_proposed"):
        do(actions.receive_item, item, by=turn.cast.peter, at=NOW)


def test_it_may_be_turned_down_or_sent_on_with_the_reason(turn: Turn) -> None:
    item = proposed(turn)
    with pytest.raises(Refused, match=r"reason\.needed"):
        do(actions.reject_item, item, reason=" ", by=turn.cast.peter, at=NOW)
    there = do(actions.redirect_item, item, turn.cast.programme, reason="Det er drift", by=turn.cast.peter, at=NOW)
    item.refresh_from_db()
    assert (item.state, item.left_because) == ("rejected", "Sendt til programgruppen: Det er drift")
    assert (there.state, there.matter, there.body) == ("proposed", item.matter, turn.cast.programme)
    again = do(actions.reject_item, there, reason="Er løst", by=turn.cast.peter, at=NOW)
    assert (again.state, again.left_because) == ("rejected", "Er løst")
    assert len(mails("item_proposal")) == 2


def test_the_responsible_says_yes_or_is_silent_for_two_working_days(turn: Turn) -> None:
    # The proposal of the turn was put on by Peter with Olga as the one to write it.
    assert turn.item.state == "accepted"
    assert take_silence_for_yes(NOW + timedelta(days=1)) == 0
    assert take_silence_for_yes(NOW + timedelta(days=8)) == 1
    turn.item.refresh_from_db()
    assert turn.item.state == "in_work"
    other = do(
        actions.add_item, turn.meeting, title="Andet", kind="information", responsible=turn.cast.olga,
        by=turn.cast.peter, at=NOW,
    )  # fmt: skip
    assert other.state == "accepted"
    assert do(actions.take_on, other, by=turn.cast.olga, at=NOW).state == "in_work"


def test_a_reading_round_is_on_one_version_and_ends_in_ready(turn: Turn) -> None:
    olga, readers = turn.cast.olga, turn.cast.heads[:2]
    do(
        actions.edit_item, turn.item, by=olga, at=NOW, expected_version=None, fields={"financial_impact": "Ingen"}
    )  # fmt: skip
    with pytest.raises(Refused, match=r"review\.nobody"):
        do(actions.send_to_review, turn.item, [olga], by=olga, at=NOW)
    made = do(actions.send_to_review, turn.item, readers, by=olga, at=NOW)
    assert sorted(mails("review")) == sorted(one.name for one in readers)
    first, second = (made.answers.get(person=one) for one in readers)
    assert [reason.code for reason in why_not("make_ready", fresh(turn.item), olga, NOW)] == ["review.awaited"]
    with pytest.raises(NotAllowed):
        do(actions.answer_review, first, answer="ok", by=turn.cast.ada, at=NOW)
    do(actions.answer_review, first, answer="ok", by=readers[0], at=NOW)
    do(actions.answer_review, second, answer="comment", comment="Prisen mangler", by=readers[1], at=NOW)
    assert mails("review_comment") == [olga.name]
    with pytest.raises(Refused, match=r"review\.unanswered"):
        do(actions.make_ready, turn.item, by=olga, at=NOW)
    # What is written meanwhile changes nothing in what they read.
    do(actions.edit_item, turn.item, by=olga, at=NOW, expected_version=None, fields={"summary": "En ny tekst"})
    made.refresh_from_db()
    assert "En ny tekst" not in made.content
    do(actions.reply_to_reader, second, reply="Den står i bilaget", by=olga, at=NOW)
    assert do(actions.make_ready, turn.item, by=olga, at=NOW).state == "on_agenda"
    made.refresh_from_db()
    assert made.ended_at is not None
    with pytest.raises(Refused, match=r"review\.over"):
        do(actions.answer_review, ReviewAnswer.objects.get(pk=first.pk), answer="ok", by=readers[0], at=NOW)


def fresh(item: Treatment) -> Treatment:
    return Treatment.objects.select_related("meeting__body", "matter").get(pk=item.pk)


def test_the_agenda_is_adopted_as_an_act_with_what_was_held_against_it(turn: Turn) -> None:
    do(actions.edit_item, turn.item, by=turn.cast.olga, at=NOW, expected_version=None, fields={})
    turn.ready().to_chair().approved().dispatched(SENT_AT)
    turn.started()
    assert turn.fresh.agenda_state == "sent"
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    with pytest.raises(Refused, match=r"agenda\.not_adopted"):
        turn.ended()
    do(actions.adopt_agenda, turn.meeting, objections="Jonas: punkt 3 kom for sent", by=turn.cast.peter, at=MEETING_AT)
    assert turn.fresh.agenda_state == "adopted"
    assert "Jonas: punkt 3 kom for sent" in minutes_content(turn.fresh, 1)


def test_the_material_is_said_to_be_ready_where_the_body_asks_for_it(now: object) -> None:
    cast = a_cast()
    switch(on=True, start=date(2027, 5, 1), material=True)
    turn = a_turn(cast=cast).ready()
    with pytest.raises(Refused, match=r"agenda\.material_not_ready"):
        turn.to_chair()
    with pytest.raises(NotAllowed):
        do(actions.say_material_ready, turn.meeting, by=cast.peter, at=NOW)
    do(actions.say_material_ready, turn.meeting, by=cast.mette, at=NOW)
    turn.to_chair()


def test_switched_off_nothing_moves_back_and_everything_goes_on_by_the_straight_road(turn: Turn) -> None:
    item, asked = proposed(turn), turn.item
    olga = turn.cast.olga
    read = do(
        actions.add_item, turn.meeting, title="Læses", kind="information", responsible=turn.cast.peter,
        by=turn.cast.peter, at=NOW, fields={"summary": "Kort fortalt."},
    )  # fmt: skip
    do(actions.send_to_review, read, [olga], by=turn.cast.peter, at=NOW)
    switch(on=False, start=date(2027, 5, 19))
    states = [Treatment.objects.get(pk=one.pk).state for one in (item, asked, read)]
    assert states == ["proposed", "accepted", "in_review"]
    with pytest.raises(Refused, match=r"preparing\.not_extended"):
        proposed(turn)
    do(actions.put_on_meeting, item, turn.meeting, by=turn.cast.peter, at=NOW)
    do(actions.set_responsible, item, turn.cast.peter, by=turn.cast.peter, at=NOW)
    do(
        actions.edit_item, asked, by=turn.cast.peter, at=NOW, expected_version=None, fields={"financial_impact": "Ingen"}
    )  # fmt: skip
    assert do(actions.make_ready, asked, by=turn.cast.peter, at=NOW).state == "on_agenda"
    assert Treatment.objects.get(pk=item.pk).state == "in_work"


def test_without_the_switch_nothing_of_it_is_seen(now: object) -> None:
    turn = a_turn()
    assert turn.item.state == "in_work"
    peter = signed_in(turn.cast.peter)
    for path in ("/moeder/", turn.meeting.get_absolute_url(), f"{turn.item.get_absolute_url()}?laes=1"):
        page = text_of(peter.get(path))
        for words in ("Foreslå et punkt", "gennemsyn", "Jeg tager punktet", "Under udarbejdelse"):
            assert words not in page, f"{words} on {path}"


def test_on_the_pages_it_is_a_few_clicks(turn: Turn) -> None:
    """Proposed by a member, taken in by the secretary, read by a head, answered and set ready."""
    head, peter, olga = (signed_in(one) for one in (turn.cast.heads[0], turn.cast.peter, turn.cast.olga))
    assert "Foreslå et punkt" in text_of(head.get("/moeder/"))
    done = press(
        head, "/moeder/foreslaa/", title="Fælles support", body=str(turn.cast.steering.pk), kind="decision",
        why_now="Aftalen udløber", wished="",
    )  # fmt: skip
    assert done.status_code == 302
    item = Treatment.objects.get(title="Fælles support")
    assert "Foreslået punkt: Fælles support" in text_of(peter.get("/"))
    waiting = text_of(peter.get("/sager/venter/"))
    assert "Aftalen udløber" in waiting
    # The matter's own page has the same answers, for those who give them.
    own_page = f"/sager/{item.matter_id}/"
    assert f"/sager/foreslaaet/{item.pk}/afvis/" in peter.get(own_page).content.decode()
    assert f"/sager/foreslaaet/{item.pk}/afvis/" not in head.get(own_page).content.decode()
    press(peter, f"/sager/foreslaaet/{item.pk}/modtag/", meeting=str(turn.meeting.pk), responsible="")
    item.refresh_from_db()
    assert (item.state, item.meeting) == ("in_work", turn.meeting)
    assert olga.get(f"/sager/foreslaaet/{item.pk}/afvis/").status_code in (403, 404)
    own = f"{turn.item.get_absolute_url()}?laes=1"
    page = text_of(olga.get(own))
    assert "Trin: Modtaget" in page
    press(olga, own, f"{turn.item.get_absolute_url()}tag/")
    do(
        actions.edit_item, turn.item, by=turn.cast.olga, at=NOW, expected_version=None,
        fields={"financial_impact": "Ingen"},
    )  # fmt: skip
    sent = press(olga, f"{turn.item.get_absolute_url()}gennemsyn/", readers=turn.cast.heads[0].name, due="2027-05-25")
    assert sent.status_code == 302
    made = turn.item.review_rounds.get()
    review = f"/gennemsyn/{made.pk}/"
    assert f"Gennemse: {turn.item.title}" in text_of(head.get("/"))
    assert signed_in(a_person("Uden Adgang")).get(review).status_code == 404
    press(head, review, answer="comment", comment="Prisen mangler")
    answer = made.answers.get()
    assert "Prisen mangler" in text_of(olga.get(review))
    press(olga, review, f"{review}svar/{answer.pk}/", reply="Den står i bilaget")
    assert "Til gennemsyn" in text_of(peter.get(f"{turn.meeting.get_absolute_url()}forbered/"))
    answer.refresh_from_db()
    assert answer.reply == "Den står i bilaget"


def test_the_running_page_adopts_the_agenda(turn: Turn) -> None:
    turn.ready().to_chair().approved().dispatched(SENT_AT)
    import time_machine

    with time_machine.travel(MEETING_AT):
        turn.started()
        peter = signed_in(turn.cast.peter)
        hold = f"{turn.meeting.get_absolute_url()}afhold/"
        assert "Godkendelse af dagsordenen" in text_of(peter.get(hold))
        press(peter, hold, f"{hold}dagsorden/", objections="Jonas: punkt 3")
        assert turn.fresh.agenda_state == "adopted"
        assert turn.fresh.agenda_objections == "Jonas: punkt 3"


def test_material_that_is_changed_after_it_was_said_to_be_ready_must_be_said_ready_again(now: object) -> None:
    cast = a_cast()
    switch(on=True, start=date(2027, 5, 1), material=True)
    turn = a_turn(cast=cast).ready()
    do(actions.say_material_ready, turn.meeting, by=cast.mette, at=NOW)
    edit = {"expected_version": None, "at": NOW}
    do(actions.edit_item, turn.item, fields={"next_steps": "Rettet af formanden selv."}, by=cast.mette, **edit)
    assert turn.fresh.material_ready_by == cast.mette, "who could say it is ready knows of the own change"
    do(actions.edit_item, turn.item, fields={"next_steps": "Rettet af sekretæren."}, by=cast.peter, **edit)
    assert turn.fresh.material_ready_at is None
    page = text_of(signed_in(cast.peter).get(f"{turn.meeting.get_absolute_url()}forbered/"))
    assert "Ændret, efter at materialet var meldt klar" in page
    assert f"videre proces ({cast.peter.name})" in page.casefold() or cast.peter.name in page
    with pytest.raises(Refused, match=r"agenda\.material_not_ready"):
        turn.to_chair()
    do(actions.say_material_ready, turn.meeting, by=cast.mette, at=NOW)
    assert turn.fresh.material_changed == ""
    turn.to_chair()
