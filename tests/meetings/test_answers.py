"""Answers to an invitation: by the signed link, by the secretary, and what each may and may not do."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.core.signing import Signer
from django.test import Client

from styrehjul.audit.models import Event
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.models import Attendance, Meeting
from styrehjul.meetings.queries.answers import reply_path
from styrehjul.people.models import Person
from tests.making import NOW, Cast, a_cast, signed_in
from tests.meetings.turn import MEETING_AT, a_meeting, do

pytestmark = pytest.mark.django_db


def a_called_meeting(cast: Cast) -> Meeting:
    return do(actions.invite, a_meeting(cast), by=cast.peter, at=NOW)


def place_of(meeting: Meeting, person: Person) -> Attendance:
    return meeting.attendance.get(person=person)


def link_in_mail(person: Person, words: str) -> str:
    """The path of a link in the last invitation, as the receiver finds it."""
    text = OutboxMessage.objects.filter(recipient=person.email, kind="invitation").latest("pk").text_body
    found = re.search(rf"{words}:\nhttp://[^/]+(\S+)", text)
    assert found, text
    return found.group(1)


def test_the_mails_link_shows_first_and_writes_when_pressed(now: datetime) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    address, client = link_in_mail(cast.stine, "Afbud"), Client()
    events = Event.objects.count()
    shown = client.get(address)
    assert shown.status_code == 200
    assert "Stine Holm" in shown.content.decode()
    assert "Du har ikke svaret endnu." in shown.content.decode()
    assert place_of(meeting, cast.stine).reply == ""
    assert Event.objects.count() == events

    assert client.post(address, {"svar": "afbud"}).status_code == 302
    assert client.post(address, {"svar": "afbud"}).status_code == 302
    assert place_of(meeting, cast.stine).reply == "declined"
    assert "Du har sendt afbud." in client.get(address).content.decode()
    told = Event.objects.filter(action="attendance.reply").latest("seq")
    assert told.actor_id == str(cast.stine.uuid)


def test_the_link_is_one_persons_for_one_meeting_and_one_field(now: datetime) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    before = Meeting.objects.filter(pk=meeting.pk).values().get()
    address = reply_path(place_of(meeting, cast.stine))
    Client().post(address, {"svar": "deltager", "status": "present", "person": cast.peter.pk, "place": "Et andet sted"})
    answered = {row.person_id: row.reply for row in meeting.attendance.all() if row.reply}
    assert answered == {cast.stine.pk: "accepted"}
    assert place_of(meeting, cast.stine).status == ""
    assert Meeting.objects.filter(pk=meeting.pk).values().get() == before
    assert Client().get(meeting.get_absolute_url()).status_code == 302, "the link signs nobody in"


@pytest.mark.parametrize("wrong", ["", "x", "deltager; drop", "accepted"])
def test_an_unknown_answer_is_refused(wrong: str, now: datetime) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    answered = Client().post(reply_path(place_of(meeting, cast.stine)), {"svar": wrong})
    assert answered.status_code == 409
    assert place_of(meeting, cast.stine).reply == ""


def test_a_forged_link_and_one_with_another_use_of_the_key_open_nothing(now: datetime) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    row, other = place_of(meeting, cast.stine), place_of(meeting, cast.peter)
    good = reply_path(row)
    forged = good.replace(row.uuid.hex, other.uuid.hex)
    elsewhere = f"/svar/{Signer(salt='noget andet').sign(row.uuid.hex)}/"
    for address in (forged, elsewhere, f"{good[:-3]}AA/", "/svar/x/", f"/svar/{row.uuid.hex}/"):
        assert Client().get(address).status_code == 404
        assert Client().post(address, {"svar": "afbud"}).status_code == 404
    assert set(meeting.attendance.values_list("reply", flat=True)) == {""}


def test_the_link_ends_with_the_meeting(now: datetime) -> None:
    import time_machine

    cast = a_cast()
    meeting = a_called_meeting(cast)
    address = reply_path(place_of(meeting, cast.stine))
    for moment, status in ((MEETING_AT, 302), (MEETING_AT + timedelta(hours=2), 410)):
        with time_machine.travel(moment, tick=False):
            assert Client().post(address, {"svar": "deltager"}).status_code == status
            assert Client().get(address).status_code == (200 if status == 302 else 410)


def test_called_off_or_taken_out_the_link_says_so(now: datetime) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    row = place_of(meeting, cast.stine)
    do(actions.cancel_meeting, meeting, reason="For få sager", by=cast.stine, at=NOW)
    gone = Client().get(reply_path(row))
    assert gone.status_code == 410
    assert "Mødet er aflyst." in gone.content.decode()
    Attendance.objects.filter(pk=row.pk).update(called_address="")
    assert Client().get(reply_path(row)).status_code == 404


def test_an_answer_falls_with_the_time_it_was_given_to(now: datetime) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    do(actions.answer_by_link, place_of(meeting, cast.stine), reply="accepted", at=NOW)
    start = MEETING_AT + timedelta(days=1)
    do(actions.move_meeting, meeting, starts_at=start, ends_at=start + timedelta(hours=2), by=cast.peter, at=NOW)
    row = place_of(meeting, cast.stine)
    assert (row.reply, row.former_reply) == ("", "accepted")
    page = signed_in(cast.peter).get(meeting.get_absolute_url()).content.decode()
    assert "svar på tidligere tidspunkt: deltager" in page
    assert "Mødet er flyttet, siden du svarede." in Client().get(reply_path(row)).content.decode()
    do(actions.answer_by_link, row, reply="accepted", at=NOW)
    assert place_of(meeting, cast.stine).former_reply == ""


def test_the_secretary_enters_what_came_by_other_ways(now: datetime) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    secretary, member = signed_in(cast.peter), signed_in(cast.heads[0])
    address = f"{meeting.get_absolute_url()}deltagere/"
    assert member.get(address).status_code == 403
    page = secretary.get(address).content.decode()
    assert "Stine Holm" in page
    sent = secretary.post(address, {f"svar-{cast.stine.pk}": "tentative", f"svar-{cast.heads[0].pk}": ""})
    assert sent.status_code == 302
    assert place_of(meeting, cast.stine).reply == "tentative"
    assert Event.objects.filter(action="attendance.reply").count() == 1, "only the one that differs"
    assert Event.objects.filter(action="attendance.reply").latest("seq").actor_id == str(cast.peter.uuid)
