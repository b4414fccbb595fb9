"""A chiefs' meeting before the steering group's: named, offered a date, answered by link, in the way of the agenda."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.domain.priors import dates_in, offered
from styrehjul.meetings.models import OutsideBody, PriorTreatment
from styrehjul.meetings.queries.contents import agenda_content
from tests.making import NOW, signed_in
from tests.meetings.pages import press, text_of
from tests.meetings.turn import MEETING_AT, Turn, a_meeting, a_turn, do, quick_build

pytestmark = pytest.mark.django_db
CHIEFS = date(2027, 5, 26)


def test_pasted_dates_are_read_as_people_write_them() -> None:
    found, wrong = dates_in("onsdag den 26. maj 2027\n3.6.2027; 2027-09-01\n1. sept. 2027\n31.2.2027\nefter ferien\n")
    assert found == [date(2027, 5, 26), date(2027, 6, 3), date(2027, 9, 1)]
    assert wrong == ["31.2.2027", "efter ferien"]


def test_the_last_date_that_helps_is_offered_and_none_that_has_passed() -> None:
    days = [date(2027, 5, 5), date(2027, 5, 26), date(2027, 6, 3)]
    assert offered(days, until=date(2027, 5, 28), today=date(2027, 5, 19)) == date(2027, 5, 26)
    assert offered(days, until=date(2027, 5, 10), today=date(2027, 5, 19)) is None


def chiefs(turn: Turn, *, email: str = "sif@norddjurs.example") -> OutsideBody:
    made: OutsideBody = do(
        actions.keep_outside_body, None, name="Chefmøde", dates=[date(2027, 5, 5), CHIEFS, date(2027, 6, 16)],
        secretary_name="Sif Rode", secretary_email=email, by=turn.cast.peter, at=NOW,
    )  # fmt: skip
    return made


def a_prior(turn: Turn, **more: str) -> PriorTreatment:
    made: PriorTreatment = do(
        actions.name_prior, turn.item, outside=chiefs(turn, **more), on=CHIEFS, by=turn.cast.peter, at=NOW
    )
    return made


@time_machine.travel(NOW, tick=False)
def test_r25_named_with_the_offered_date_answered_and_shown_on_the_item_in_the_matter_and_in_the_agenda() -> None:
    turn = a_turn()
    chiefs(turn)
    peter, item = signed_in(turn.cast.peter), turn.item.get_absolute_url()
    form = peter.get(f"{item}forbehandling/")
    # T_chefmøde of a meeting on 9 June is 28 May: the meeting of the 26th is the last that helps.
    assert f'value="{CHIEFS}"' in form.content.decode()
    assert press(peter, f"{item}forbehandling/", place=f"u{OutsideBody.objects.get().pk}", on=CHIEFS).status_code == 302
    prior = PriorTreatment.objects.get()
    address = f"{item}forbehandling/{prior.pk}/udfald/"
    answered = press(peter, address, on=CHIEFS, outcome="recommended_with_remarks", remarks="Husk den fælles drift.")
    assert answered.status_code == 302
    for page in (f"{item}?laes=1", f"/sager/{turn.item.matter_id}/"):
        shown = text_of(peter.get(page))
        assert "Chefmøde 26. maj 2027" in shown, page
        assert "Anbefalet med bemærkninger" in shown or "anbefalet med bemærkninger" in shown
        assert "Husk den fælles drift." in shown, page
    content = agenda_content(turn.fresh, 1)
    assert "Behandlet på chefmøde 26. maj 2027: anbefalet med bemærkninger. Husk den fælles drift." in content


def test_the_agenda_does_not_go_to_the_chair_before_the_outcome_is_there() -> None:
    turn = a_turn().ready()
    prior = a_prior(turn)
    with pytest.raises(Refused) as refused:
        do(actions.send_to_chair, turn.meeting, quick_build(turn.fresh), by=turn.cast.peter, at=NOW)
    assert [reason.code for reason in refused.value.reasons] == ["item.prior_missing"]
    do(actions.enter_prior, prior, outcome="noted", by=turn.cast.peter, at=NOW)
    turn.to_chair()
    assert turn.fresh.agenda_state == "to_chair"


def test_only_the_chair_lets_it_go_without_and_says_why() -> None:
    turn = a_turn().ready()
    prior = a_prior(turn)
    with pytest.raises(NotAllowed):
        do(actions.waive_prior, prior, reason="Aflyst", by=turn.cast.peter, at=NOW)
    with pytest.raises(Refused, match=r"reason\.needed"):
        do(actions.waive_prior, prior, reason=" ", by=turn.cast.stine, at=NOW)
    do(actions.waive_prior, prior, reason="Chefmødet blev aflyst.", by=turn.cast.stine, at=NOW)
    turn.to_chair()
    assert "er fraveget af formanden: Chefmødet blev aflyst." in agenda_content(turn.fresh, 1)


def test_an_outcome_written_after_the_approval_makes_it_fall() -> None:
    turn = a_turn().ready()
    prior = a_prior(turn)
    do(actions.enter_prior, prior, outcome="discussed", by=turn.cast.peter, at=NOW)
    turn.to_chair().approved()
    do(actions.enter_prior, prior, outcome="not_recommended", by=turn.cast.peter, at=NOW)
    assert turn.fresh.agenda_state == "closed"
    assert "udfaldet på chefmøde" in turn.fresh.approval_voided_by


def the_link(prior: PriorTreatment) -> str:
    sent = OutboxMessage.objects.filter(kind="prior").order_by("-pk")[0]
    found = re.search(r"/forbehandling/[^/\s]+/", sent.text_body)
    assert found is not None
    return found.group()


@time_machine.travel(NOW, tick=False)
def test_the_chiefs_meetings_secretary_writes_it_through_a_link_that_shows_one_item_and_works_once() -> None:
    turn = a_turn()
    prior = a_prior(turn)
    sent = OutboxMessage.objects.get(kind="prior")
    assert sent.recipient == "sif@norddjurs.example"
    client, address = Client(), the_link(prior)
    shown = client.get(address)
    assert shown.status_code == 200
    assert turn.item.title in text_of(shown)
    assert turn.item.case_presentation.split("\n", 1)[0] not in text_of(shown)
    prior.refresh_from_db()
    assert prior.is_open, "reading writes nothing"
    done = press(client, address, outcome="recommended", remarks="Gerne i år.", name="Sif Rode")
    assert "Tak. Udfaldet er gemt." in text_of(done)
    prior.refresh_from_db()
    assert (prior.outcome, prior.remarks, prior.entered_by_name) == ("recommended", "Gerne i år.", "Sif Rode")
    again = client.post(address, {"outcome": "not_recommended", "name": "En anden"})
    assert "Udfaldet er skrevet." in text_of(again)
    prior.refresh_from_db()
    assert prior.outcome == "recommended"
    assert len(mail.outbox) == 0


def test_a_link_expires_is_replaced_by_a_new_one_and_cannot_be_made_up() -> None:
    turn = a_turn()
    prior = a_prior(turn)
    first, client = the_link(prior), Client()
    with time_machine.travel(NOW + timedelta(days=31), tick=False):
        assert "Linket gælder ikke længere" in text_of(client.get(first))
    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        do(actions.send_prior_link, prior, by=turn.cast.peter, at=NOW + timedelta(hours=1))
        assert client.get(first).status_code == 409
        assert client.get(the_link(prior)).status_code == 200
        assert client.get(first[:-3] + "xy/").status_code == 409
        assert client.post(first, {"outcome": "noted", "name": "X"}).status_code == 409


def test_a_closed_title_is_not_told_to_the_outside() -> None:
    turn = a_turn()
    do(
        actions.edit_item, turn.item, by=turn.cast.peter, at=NOW, expected_version=None,
        fields={"access": "closed_title_hidden"},
    )  # fmt: skip
    prior = a_prior(turn)
    sent = OutboxMessage.objects.get(kind="prior")
    assert turn.item.title not in sent.text_body + sent.subject
    with time_machine.travel(NOW, tick=False):
        assert turn.item.title not in text_of(Client().get(the_link(prior)))


def test_the_matter_says_where_it_is_settled_and_what_each_body_does() -> None:
    turn = a_turn()
    pg = a_meeting(turn.cast, body=turn.cast.programme, starts_at=MEETING_AT - timedelta(days=21), items=())
    before = do(
        actions.add_item, pg, title="Forslaget drøftes", kind="discussion", responsible=turn.cast.olga,
        matter=turn.item.matter, by=turn.cast.mette, at=NOW,
    )  # fmt: skip
    with time_machine.travel(NOW, tick=False):
        peter = signed_in(turn.cast.peter)
        page = f"/sager/{turn.item.matter_id}/"
        assert "Afgøres i styregruppen" in text_of(peter.get(page))
        shown = text_of(peter.get(page))
        assert shown.index("Programgruppen 19. maj") < shown.index("Styregruppen 9. juni")
        done = press(
            peter, f"{before.get_absolute_url()}?laes=1", f"{before.get_absolute_url()}del/",
            **{"del-role": "decide", "del-decides_here": "1"},
        )  # fmt: skip
        assert done.status_code == 302
        assert "Afgøres i programgruppen" in text_of(peter.get(page))
