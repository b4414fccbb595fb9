"""The two calendar messages of *Test lokale*: asking a room's mailbox for a quarter of an hour, and calling it off."""

from __future__ import annotations

from datetime import datetime
from email.utils import parseaddr

from django.conf import settings

from styrehjul.bodies.queries import municipality
from styrehjul.documents.calendar import Attendee, Event, Method, invitation
from styrehjul.mail.letter import Letter, as_html, as_text
from styrehjul.mail.outbox import enqueue
from styrehjul.meetings.mails.post import sender
from styrehjul.meetings.models import RoomTest


def ask(test: RoomTest, *, at: datetime) -> None:
    """A REQUEST to the room alone."""
    letter = Letter(
        f"Test af {test.room.name}",
        ("Styrehjul prøver, om lokalets kalender svarer. Bookingen aflyses igen af sig selv.",),
        foot="Mailen er sendt til lokalets egen postkasse.",
    )
    _post(test, letter, "Test af lokale", Method.REQUEST, at)


def call_off_test(test: RoomTest, *, at: datetime) -> None:
    """A CANCEL of the same entry: the room stands as free as before."""
    letter = Letter(
        f"Test af {test.room.name} er slut",
        ("Lokalet er frit igen.",),
        foot="Mailen er sendt til lokalets egen postkasse.",
    )
    _post(test, letter, "Aflyst: Test af lokale", Method.CANCEL, at)


def _post(test: RoomTest, letter: Letter, subject: str, method: Method, at: datetime) -> None:
    event = Event(
        uid=test.ical_uid,
        sequence=int(method is Method.CANCEL),
        stamp=test.ical_stamp,
        starts_at=test.starts_at,
        ends_at=test.ends_at,
        summary="Test af lokale (aflyses igen)",
        organizer=municipality().mail_from or parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        organizer_name=municipality().name,
        location=test.room.name,
        attendees=(Attendee(test.address, test.room.name, room=True),),
    )
    enqueue(
        kind="room_test",
        key=f"room_test:{test.uuid}:{method.value.lower()}",
        recipient=test.address,
        recipient_name=test.room.name,
        subject=subject,
        text_body=as_text(letter),
        html_body=as_html(letter),
        calendar=invitation(event, method=method, recipient=test.address),
        calendar_method=method.value,
        sender=sender(),
        subject_type="room_test",
        subject_uuid=test.uuid,
        at=at,
    )
