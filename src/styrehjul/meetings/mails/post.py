"""What every letter about a meeting shares: its facts and links, and the row in the outbox of the transaction it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import municipality
from styrehjul.kernel.danish import clock, weekday_text
from styrehjul.mail.letter import Letter, as_html, as_text
from styrehjul.mail.outbox import enqueue
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.seats import (
    day_of,
    secretary_of,
    secretary_of_body,
)
from styrehjul.people.models import Person


def link(path: str) -> str:
    """The address of a page as it stands in a mail."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{path}"


def when(meeting: Meeting) -> str:
    """ "onsdag 9. juni 2027 kl. 9-11"."""
    day = weekday_text(day_of(meeting.starts_at), year=True)
    return f"{day} kl. {clock(meeting.starts_at)}-{clock(meeting.ends_at)}"


def title_of(meeting: Meeting) -> str:
    """ "Styregruppe, onsdag 9. juni"."""
    return f"{meeting.body.name}, {weekday_text(day_of(meeting.starts_at))}"


def post(
    letter: Letter,
    *,
    kind: str,
    key: str,
    to: Person | None,
    subject: str,
    meeting: Meeting | None,
    at: datetime,
    attachments: Sequence[UUID] = (),
    about: tuple[str, UUID] | None = None,
    body: Body | None = None,
) -> None:
    """One mail to one person. Somebody without an address has it in "Det næste for dig" instead.

    What is about no meeting says of which `body` and what it is `about`.
    """
    if to is None or not to.email:
        return
    secretary = secretary_of(meeting, day_of(at)) if meeting else secretary_of_body(body, day_of(at)) if body else None
    subject_type, subject_uuid = about or ("meeting", meeting.uuid if meeting else "")
    enqueue(
        kind=kind,
        key=f"{key}:{to.uuid}",
        recipient=to.email,
        recipient_name=to.name,
        subject=subject,
        text_body=as_text(letter),
        html_body=as_html(letter),
        attachments=attachments,
        sender=sender(),
        reply_to=secretary.email if secretary else "",
        subject_type=subject_type,
        subject_uuid=subject_uuid,
        at=at,
    )


def sender() -> str:
    """The municipality's own mailbox, or "" for the setting."""
    here = municipality()
    return f'"{here.name}" <{here.mail_from}>' if here.mail_from else ""


def facts_of(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """What, when and where, as every mail about a meeting tells it."""
    rows = [("Møde", meeting.body.name), ("Tid", when(meeting))]
    rows += [("Sted", meeting.place)] if meeting.place else []
    rows += [("Link", meeting.link)] if meeting.link else []
    return tuple(rows)
