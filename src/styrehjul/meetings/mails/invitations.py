"""The calendar messages of a meeting (iTIP): who is asked to come, told of a change, taken out, or called off.

Which SEQUENCE a message carries, and who has the entry in a calendar, is kept by `actions/calling.py`. Here is what is
written: one message to one mailbox, with every invited person and the room as attendees.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings

from styrehjul.bodies.queries import municipality
from styrehjul.documents.calendar import Answer, Attendee, Event, Method, invitation
from styrehjul.mail.letter import Letter, as_html, as_text
from styrehjul.mail.outbox import enqueue
from styrehjul.meetings.mails.post import facts_of, link, sender, title_of
from styrehjul.meetings.models import Attendance, Meeting
from styrehjul.meetings.queries.answers import reply_path
from styrehjul.meetings.queries.seats import day_of, secretary_of

ANSWERS = {"accepted": Answer.YES, "declined": Answer.NO, "tentative": Answer.MAYBE}
ROOM_ANSWERS = {"confirmed": Answer.YES, "declined": Answer.NO}


@dataclass(frozen=True)
class News:
    """What changed about a meeting that people have in their calendars: a heading's end, and a sentence."""

    what: str
    text: str


@dataclass(frozen=True)
class Mailbox:
    """Where a calendar message goes. `row` is the person's place at the meeting; a room has none."""

    address: str
    name: str
    row: Attendance | None = None


def send_requests(
    meeting: Meeting, invited: Iterable[Attendance], to: Iterable[Mailbox], *, at: datetime, news: News | None = None
) -> None:
    """A REQUEST to each of `to`: the first call, or the same entry with what is new about it."""
    event = event_of(meeting, invited, at)
    for box in to:
        _post(
            meeting,
            box,
            _room_letter(meeting) if box.row is None else _call_letter(meeting, box.row, news),
            kind="invitation",
            key=f"invitation:{meeting.uuid}:{meeting.ical_sequence}",
            subject=f"{'Ændret' if news else 'Indkaldelse'}: {title_of(meeting)}",
            calendar=invitation(event, method=Method.REQUEST, recipient=box.address),
            method=Method.REQUEST,
            at=at,
            bundle=news is not None,
        )


def send_removals(meeting: Meeting, gone: Iterable[Mailbox], *, at: datetime) -> None:
    """A CANCEL to those who are no longer to come, and to nobody else. The meeting itself is not called off."""
    event = event_of(meeting, (), at)
    body = meeting.body.name_definite
    for box in gone:
        letter = Letter(
            f"Du skal ikke længere deltage i mødet i {body}",
            ("Mødet holdes stadig, men er taget ud af din kalender.",),
            facts=facts_of(meeting),
            foot="Du får mailen, fordi du var indkaldt til mødet.",
        )
        _post(
            meeting,
            box,
            letter,
            kind="removal",
            key=f"removal:{meeting.uuid}:{meeting.ical_sequence}",
            subject=f"Ikke længere indkaldt: {title_of(meeting)}",
            calendar=invitation(event, method=Method.CANCEL, recipient=box.address, removed=True),
            method=Method.CANCEL,
            at=at,
        )


def send_cancellations(
    meeting: Meeting, invited: Iterable[Attendance], to: Iterable[Mailbox], reason: str, *, at: datetime
) -> None:
    """The entry called off for everybody who has it, at once."""
    event = event_of(meeting, invited, at)
    for box in to:
        letter = Letter(
            f"Mødet i {meeting.body.name_definite} er aflyst",
            (reason,),
            facts=facts_of(meeting),
            foot=f"Du får mailen, fordi du er indkaldt til mødet i {meeting.body.name_definite}.",
        )
        _post(
            meeting,
            box,
            letter,
            kind="cancellation",
            key=f"cancellation:{meeting.uuid}:{meeting.ical_sequence}",
            subject=f"Aflyst: {title_of(meeting)}",
            calendar=invitation(event, method=Method.CANCEL, recipient=box.address),
            method=Method.CANCEL,
            at=at,
        )


def event_of(meeting: Meeting, invited: Iterable[Attendance], at: datetime) -> Event:
    """The meeting as a calendar sees it now. UID, sequence and stamp are the meeting's own."""
    page = link(meeting.get_absolute_url())
    people = [
        Attendee(row.called_address, row.person.name, ANSWERS.get(row.reply, Answer.NONE), row.seat_kind == "chair")
        for row in invited
    ]
    if meeting.room_called:
        answer = ROOM_ANSWERS.get(meeting.room_state, Answer.NONE)
        people.append(Attendee(meeting.room_called, meeting.place, answer, room=True))
    return Event(
        uid=meeting.ical_uid,
        sequence=meeting.ical_sequence,
        stamp=meeting.ical_stamp or at,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        summary=f"Møde i {meeting.body.name_definite}",
        organizer=municipality().mail_from or parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        organizer_name=municipality().name,
        location=meeting.place,
        description=f"Dagsorden og bilag: {page}",
        url=meeting.link or page,
        attendees=tuple(people),
    )


def _call_letter(meeting: Meeting, row: Attendance, news: News | None) -> Letter:
    body, answer = meeting.body.name_definite, link(reply_path(row))
    called = "Du indkaldes til mødet." if news is None else news.text
    if row.reply:
        asked = "Dit svar gælder stadig. Du kan ændre det i din kalender eller her i mailen."
    else:
        asked = "Svar med knapperne i din kalender eller her i mailen."
    return Letter(
        f"Mødet i {body} {news.what}" if news else f"Møde i {body}",
        (called, asked),
        facts=facts_of(meeting),
        action=("Jeg deltager", f"{answer}?svar=deltager"),
        more=(("Afbud", f"{answer}?svar=afbud"), ("Se mødet", link(meeting.get_absolute_url()))),
        foot=f"Du får mailen, fordi du har en plads i {body}. Knapperne svarer for dig: send ikke mailen videre.",
    )


def _room_letter(meeting: Meeting) -> Letter:
    return Letter(
        f"Booking af {meeting.place or 'lokalet'}",
        ("Lokalet ønskes til mødet. Svaret fra lokalets kalender læses af Styrehjul.",),
        facts=facts_of(meeting),
        foot="Mailen er sendt til lokalets egen postkasse.",
    )


def _post(
    meeting: Meeting,
    box: Mailbox,
    letter: Letter,
    *,
    kind: str,
    key: str,
    subject: str,
    calendar: bytes,
    method: Method,
    at: datetime,
    bundle: bool = True,
) -> None:
    """One message. Changes within a minute are one mail, with the last of them in it; what calls off does not wait."""
    secretary = secretary_of(meeting, day_of(at))
    enqueue(
        kind=kind,
        key=f"{key}:{box.row.uuid if box.row else 'lokale'}:{box.address}"[:200],
        recipient=box.address,
        recipient_name=box.name,
        subject=subject,
        text_body=as_text(letter),
        html_body=as_html(letter),
        calendar=calendar,
        calendar_method=method.value,
        sender=sender(),
        reply_to=secretary.email if secretary else "",
        subject_type="meeting",
        subject_uuid=meeting.uuid,
        at=at,
        bundle=bundle,
    )


def host() -> str:
    """The host that a new calendar UID is made with."""
    return urlsplit(settings.PUBLIC_URL).hostname or "styrehjul"
