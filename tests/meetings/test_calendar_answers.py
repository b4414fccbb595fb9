"""Answers that come by mail from calendars: taken, told as former, or shown to the secretary and never applied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest
from pytest_django.fixtures import Settings

from styrehjul.meetings import actions
from styrehjul.meetings.models import AnswerHint, Attendance, Meeting
from styrehjul.meetings.tasks import take_answers
from styrehjul.people.models import Person
from tests.mail.mailbox import PASSWORD, Mailbox, standing
from tests.making import NOW, Cast, a_cast, a_person, signed_in
from tests.meetings.turn import MEETING_AT, a_meeting, do

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)
AUTHSERV = "mx.norddjurs.example"
ROOM = "kattegat@norddjurs.example"


@pytest.fixture
def box(settings: Settings, now: datetime) -> Iterator[Mailbox]:
    settings.DEMO = False
    settings.IMAP_HOST, settings.IMAP_SECURITY, settings.IMAP_FOLDER = "127.0.0.1", "ingen", "INBOX"
    settings.IMAP_USER, settings.IMAP_PASSWORD, settings.IMAP_AUTHSERV = "moeder", PASSWORD, AUTHSERV
    with standing() as found:
        settings.IMAP_PORT = found.port
        yield found


def a_called_meeting(cast: Cast) -> Meeting:
    return do(actions.invite, a_meeting(cast), by=cast.peter, at=NOW)


def reply(
    meeting: Meeting,
    who: str,
    partstat: str = "ACCEPTED",
    *,
    sequence: int | None = None,
    stamp: datetime = LATER,
    sender: str = "",
    method: str = "REPLY",
    comment: str = "",
    more: str = "",
    results: str = "",
    uid: str | None = None,
    params: str = "",
) -> bytes:
    """A mail as somebody's calendar sends it. What it says of time, place and title is all wrong."""
    ics = "\r\n".join(
        line
        for line in (
            "BEGIN:VCALENDAR", "VERSION:2.0", f"METHOD:{method}", "BEGIN:VEVENT", f"UID:{meeting.ical_uid if uid is None else uid}",
            f"SEQUENCE:{meeting.ical_sequence if sequence is None else sequence}", f"DTSTAMP:{stamp.astimezone(tz=None):%Y%m%dT%H%M%S}Z",
            f"ATTENDEE;PARTSTAT={partstat}{params}:mailto:{who.upper()}", f"COMMENT:{comment}" if comment else "",
            "DTSTART:20290101T120000Z", "DTEND:20290101T130000Z", "SUMMARY:Et andet møde", "LOCATION:Et andet sted", more,
            "END:VEVENT", "END:VCALENDAR", "",
        )
        if line
    )  # fmt: skip
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender or who, "moeder@norddjurs.example", "Svar"
    if results:
        mail["Authentication-Results"] = results
    mail.set_content("Svar")
    mail.add_alternative(ics.encode(), maintype="text", subtype="calendar", params={"method": method})
    return mail.as_bytes()


def place_of(meeting: Meeting, person: Person) -> Attendance:
    return meeting.attendance.get(person=person)


def take(box: Mailbox, *mails: bytes, at: datetime = LATER) -> None:
    for mail in mails:
        box.add(mail)
    assert take_answers(at) == len(mails)


def test_an_answer_becomes_the_same_field_and_nothing_else(box: Mailbox) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    before = Meeting.objects.filter(pk=meeting.pk).values().get()
    take(
        box,
        reply(meeting, cast.stine.email, comment="Kommer kl. 9.15", more="ATTENDEE-X:y\r\nSTATUS:CANCELLED"),
        reply(meeting, cast.heads[0].email, "DECLINED"),
        reply(meeting, cast.heads[1].email, "TENTATIVE"),
    )
    assert place_of(meeting, cast.stine).reply == "accepted"
    assert place_of(meeting, cast.stine).reply_comment == "Kommer kl. 9.15"
    assert place_of(meeting, cast.heads[0]).reply == "declined"
    assert place_of(meeting, cast.heads[1]).reply == "tentative"
    assert Meeting.objects.filter(pk=meeting.pk).values().get() == before
    assert not AnswerHint.objects.exists()
    page = signed_in(cast.peter).get(f"{meeting.get_absolute_url()}deltagere/").content.decode()
    assert "Kommer kl. 9.15" in page


def test_the_same_mail_twice_and_mails_that_overtake_each_other(box: Mailbox) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    last = reply(meeting, cast.stine.email, "DECLINED", stamp=LATER + timedelta(minutes=2))
    take(box, last, reply(meeting, cast.stine.email, "ACCEPTED", stamp=LATER))
    version = place_of(meeting, cast.stine).version
    assert place_of(meeting, cast.stine).reply == "declined"
    take(box, last)
    assert place_of(meeting, cast.stine).version == version


def test_an_answer_to_a_former_time_is_told_as_one(box: Mailbox) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    start = MEETING_AT + timedelta(days=1)
    meeting = do(
        actions.move_meeting, meeting, starts_at=start, ends_at=start + timedelta(hours=2), by=cast.peter, at=NOW
    )
    take(box, reply(meeting, cast.stine.email, sequence=0))
    row = place_of(meeting, cast.stine)
    assert (row.reply, row.former_reply) == ("", "accepted")
    page = signed_in(cast.peter).get(meeting.get_absolute_url()).content.decode()
    assert "svar på tidligere tidspunkt: deltager" in page
    take(box, reply(meeting, cast.stine.email, "DECLINED", sequence=1))
    assert place_of(meeting, cast.stine).reply == "declined"
    take(box, reply(meeting, cast.stine.email, sequence=0, stamp=LATER + timedelta(hours=3)))
    assert place_of(meeting, cast.stine).reply == "declined"


def test_another_place_is_no_other_time(box: Mailbox) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    meeting = do(actions.set_room, meeting, place="Skagerrak", room_state="wanted", by=cast.peter, at=NOW)
    assert meeting.ical_sequence == 1
    take(box, reply(meeting, cast.stine.email, sequence=0))
    assert place_of(meeting, cast.stine).reply == "accepted"


def test_a_stranger_and_a_false_sender_are_hints_for_the_secretary(box: Mailbox) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    stranger = reply(meeting, "ukendt@fremmed.example", "DECLINED", comment="Jeg <b>kommer</b> ikke")
    false = reply(meeting, cast.stine.email, "DECLINED", sender="ond@fremmed.example")
    unsigned = reply(meeting, cast.stine.email, "DECLINED", results=f"{AUTHSERV}; dkim=fail; spf=none")
    take(box, stranger, false, unsigned)
    take(box, stranger, at=LATER + timedelta(minutes=5))
    assert place_of(meeting, cast.stine).reply == ""
    kinds = list(AnswerHint.objects.values_list("kind", "sender"))
    assert kinds == [
        ("stranger", "ukendt@fremmed.example"), ("stranger", "ond@fremmed.example"), ("unsigned", cast.stine.email),
    ]  # fmt: skip
    secretary = signed_in(cast.peter)
    assert "3 svar, du skal se på" in secretary.get(meeting.get_absolute_url()).content.decode()
    page = secretary.get(f"{meeting.get_absolute_url()}deltagere/").content.decode()
    assert "Svar fra en, der ikke er indkaldt" in page
    assert "ukendt@fremmed.example" in page
    assert "Jeg &lt;b&gt;kommer&lt;/b&gt; ikke" in page
    hint = AnswerHint.objects.all()[0]
    member = signed_in(cast.heads[0])
    assert "svar, du skal se på" not in member.get(meeting.get_absolute_url()).content.decode()
    settle = f"{meeting.get_absolute_url()}deltagere/svar/{hint.pk}/"
    assert member.post(settle).status_code == 403
    assert secretary.post(settle).status_code == 302
    assert AnswerHint.objects.filter(settled_at__isnull=True).count() == 2


def test_a_delegate_answers_for_the_one_they_name(box: Mailbox) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    named = ';SENT-BY="mailto:sekretariat@norddjurs.example"'
    take(box, reply(meeting, cast.stine.email, sender="sekretariat@norddjurs.example", params=named))
    assert place_of(meeting, cast.stine).reply == "accepted"


def test_another_time_is_shown_and_never_applied(box: Mailbox) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    take(box, reply(meeting, cast.stine.email, "TENTATIVE", method="COUNTER", comment="Passer det her bedre?"))
    meeting.refresh_from_db()
    assert meeting.starts_at == MEETING_AT
    assert place_of(meeting, cast.stine).reply == ""
    page = signed_in(cast.peter).get(f"{meeting.get_absolute_url()}deltagere/").content.decode()
    assert "Forslag om et andet tidspunkt" in page
    assert "1. januar 2029" in page
    assert "Passer det her bedre?" in page


def test_what_is_not_an_answer_to_a_meeting_of_ours_changes_nothing(box: Mailbox) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    take(
        box,
        reply(meeting, cast.stine.email, uid="moede-andet@fremmed.example"),
        reply(meeting, cast.stine.email, "DELEGATED"),
        reply(meeting, cast.stine.email, method="REQUEST"),
        reply(meeting, cast.stine.email, method="CANCEL"),
        b"From: x\r\n\r\nhej",
    )
    assert place_of(meeting, cast.stine).reply == ""
    assert not AnswerHint.objects.exists()
    Meeting.objects.filter(pk=meeting.pk).update(ical_uid="")
    take(box, reply(meeting, cast.stine.email, uid=""))
    assert place_of(meeting, cast.stine).reply == ""


def test_after_the_meeting_or_its_cancellation_nobody_answers(box: Mailbox) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    take(box, reply(meeting, cast.stine.email), at=MEETING_AT + timedelta(hours=3))
    do(actions.cancel_meeting, meeting, reason="For få sager", by=cast.stine, at=NOW)
    take(box, reply(meeting, cast.heads[0].email))
    assert set(meeting.attendance.values_list("reply", flat=True)) == {""}


def test_one_who_was_taken_out_is_a_stranger(box: Mailbox) -> None:
    cast = a_cast()
    meeting = a_called_meeting(cast)
    old = cast.stine.email
    Attendance.objects.filter(meeting=meeting, person=cast.stine).update(called_address=a_person("Ny").email)
    take(box, reply(meeting, old))
    assert AnswerHint.objects.get().kind == "stranger"


def a_room_meeting(cast: Cast) -> Meeting:
    meeting = a_meeting(cast)
    do(actions.set_room, meeting, place="Kattegat", room_state="wanted", room_address=ROOM, by=cast.peter, at=NOW)
    return do(actions.invite, meeting, by=cast.peter, at=NOW)


def room_state(meeting: Meeting) -> str:
    return Meeting.objects.get(pk=meeting.pk).room_state


@pytest.mark.parametrize(
    ("partstat", "state"),
    [("ACCEPTED", "confirmed"), ("DECLINED", "declined"), ("TENTATIVE", "awaiting"), ("NEEDS-ACTION", "awaiting")],
)
def test_a_room_answers_for_itself(partstat: str, state: str, box: Mailbox) -> None:
    cast = a_cast()
    meeting = a_room_meeting(cast)
    # Exchange puts the organizer's name in the title, and its own words in the comment.
    take(
        box, reply(meeting, ROOM, partstat, comment="Din anmodning blev accepteret.", more="SUMMARY:Norddjurs Kommune")
    )
    assert room_state(meeting) == state
    assert set(meeting.attendance.values_list("reply", flat=True)) == {""}
    if state == "confirmed":
        assert "Bekræftet" in signed_in(cast.peter).get(f"{meeting.get_absolute_url()}lokale/").content.decode()


def test_a_room_is_not_booked_by_an_answer_to_another_time_or_from_somebody_else(box: Mailbox) -> None:
    cast = a_cast()
    meeting = a_room_meeting(cast)
    take(
        box, reply(meeting, ROOM, sender="ond@fremmed.example"), reply(meeting, ROOM, results=f"{AUTHSERV}; dkim=fail")
    )
    assert room_state(meeting) == "awaiting"
    assert set(AnswerHint.objects.values_list("kind", flat=True)) == {"unsigned"}
    start = MEETING_AT + timedelta(days=1)
    moved = do(
        actions.move_meeting, meeting, starts_at=start, ends_at=start + timedelta(hours=2), by=cast.peter, at=NOW
    )
    take(box, reply(moved, ROOM, sequence=0))
    assert room_state(meeting) == "awaiting"
    take(box, reply(moved, ROOM))
    assert room_state(meeting) == "confirmed"


def test_a_late_answer_still_counts_after_the_day_of_silence(box: Mailbox) -> None:
    cast = a_cast()
    meeting = a_room_meeting(cast)
    do(actions.room_silent, meeting, at=NOW + timedelta(hours=25))
    assert room_state(meeting) == "no_answer"
    take(box, reply(meeting, ROOM, "DECLINED"), at=NOW + timedelta(hours=26))
    assert room_state(meeting) == "declined"
