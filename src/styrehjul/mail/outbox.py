"""Promising a mail: a row in the transaction of the change it tells of. Nothing is sent here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from styrehjul.kernel.refusal import Refused
from styrehjul.mail.domain import BUNDLE, State, message_id
from styrehjul.mail.models import OutboxMessage


def enqueue(
    *,
    kind: str,
    key: str,
    recipient: str,
    subject: str,
    text_body: str,
    at: datetime,
    recipient_name: str = "",
    html_body: str = "",
    calendar: bytes | str = "",
    calendar_method: str = "",
    attachments: Iterable[UUID] = (),
    sender: str = "",
    reply_to: str = "",
    subject_type: str = "",
    subject_uuid: UUID | str = "",
    bundle: bool = False,
) -> OutboxMessage:
    """Write the row, in the caller's transaction. The same key again is the row that is there already.

    With `bundle` the mail waits a minute, and one about the same thing to the same person that is still waiting is
    replaced by it: three changes in a minute are one mail, with the last of them in it. A cancellation also replaces,
    but does not wait. Raises Refused("mail.no_address") when the recipient cannot be written to.
    """
    try:
        recipient = _reachable(recipient)
    except (ValidationError, UnicodeError):
        raise Refused("mail.no_address", name=recipient_name or recipient or "Modtageren", address=recipient) from None
    known = OutboxMessage.objects.filter(key=key).first()
    if known is not None:
        return known
    content: dict[str, Any] = {
        "kind": kind,
        "key": key,
        "message_id": message_id(key, urlsplit(settings.PUBLIC_URL).hostname or "styrehjul"),
        "recipient_name": _line(recipient_name)[:160],
        "subject": _line(subject)[:300],
        "text_body": text_body,
        "html_body": html_body,
        "calendar": calendar.decode() if isinstance(calendar, bytes) else calendar,
        "calendar_method": calendar_method,
        "attachments": [str(uuid) for uuid in attachments],
        "sender": _line(sender)[:320],
        "reply_to": _line(reply_to)[:200],
    }
    about = {"recipient": recipient, "subject_type": subject_type, "subject_uuid": str(subject_uuid)}
    waits = bundle and calendar_method != "CANCEL"
    if bundle and (replaced := _replace_waiting(content, about, None if waits else at)):
        return replaced
    return OutboxMessage.objects.create(
        **content, **about, next_try=at + BUNDLE if waits else at, created_at=at, state=State.PENDING.value
    )


def _replace_waiting(content: dict[str, Any], about: dict[str, str], next_try: datetime | None) -> OutboxMessage | None:
    """Put the new content into a message that nobody has begun to send. It keeps its place in the queue."""
    waiting = OutboxMessage.objects.filter(**about, state=State.PENDING.value, attempts=0)
    waiting = waiting.exclude(calendar="") if content["calendar"] else waiting.filter(kind=content["kind"], calendar="")
    row = waiting.order_by("-pk").first()
    if row is None:
        return None
    changed = content | ({"next_try": next_try} if next_try else {})
    # Only where it still waits: a worker may have claimed it since it was read.
    if not waiting.filter(pk=row.pk).update(**changed):
        return None
    row.refresh_from_db()
    return row


def _reachable(address: str) -> str:
    """The address as mail servers take it: æ, ø and å in the domain are written in ASCII."""
    local, _, domain = address.strip().rpartition("@")
    plain = f"{local}@{domain.encode('idna').decode()}" if domain else address.strip()
    validate_email(plain)
    return plain


def _line(text: str) -> str:
    """One line: a line break in a header would begin a header of somebody else's making."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
