"""Messages to test with, written by the real `enqueue`."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from styrehjul.documents.calendar import Attendee, Event, Method, invitation
from styrehjul.mail.models import OutboxMessage
from styrehjul.mail.outbox import enqueue

STINE = "stine@norddjurs.example"


def an_event(at: datetime, *, sequence: int = 0) -> Event:
    return Event(
        uid="moede-1@styrehjul.example",
        sequence=sequence,
        stamp=at,
        starts_at=at + timedelta(days=21),
        ends_at=at + timedelta(days=21, hours=2),
        summary="Styregruppen, 2. møde 2027",
        organizer="moeder@norddjurs.example",
        organizer_name="Norddjurs Kommune",
        location="Kattegat, rådhuset",
        attendees=(Attendee(STINE, "Stine Holm", chair=True),),
    )


def a_message(at: datetime, recipient: str = STINE, **changes: Any) -> OutboxMessage:
    values: dict[str, Any] = {
        "kind": "agenda",
        "key": f"dagsorden/1/1/{recipient}",
        "recipient": recipient,
        "recipient_name": "Stine Holm",
        "subject": "Dagsorden: Styregruppen 9. juni 2027",
        "text_body": "Her er dagsordenen.\n",
        "sender": "Norddjurs Kommune <moeder@norddjurs.example>",
        "subject_type": "meeting",
        "subject_uuid": "11111111-1111-1111-1111-111111111111",
        "at": at,
    }
    return enqueue(**(values | changes))


def an_invitation(at: datetime, *, sequence: int = 0, method: Method = Method.REQUEST, **changes: Any) -> OutboxMessage:
    values: dict[str, Any] = {
        "kind": "invitation",
        "key": f"indkaldelse/1/{sequence}/{STINE}",
        "subject": "Indkaldelse: Styregruppen",
        "html_body": "<p>Møde</p>",
        "calendar": invitation(an_event(at, sequence=sequence), method=method, recipient=STINE),
        "calendar_method": method.value,
        "bundle": True,
    }
    return a_message(at, **(values | changes))
