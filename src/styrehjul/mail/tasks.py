"""The worker's turn at the outbox. Repeatable, and several may turn at once: a row is claimed before it is sent."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from email.errors import MessageError

from django.db.models import F
from django.utils import timezone

from styrehjul.documents import files
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.refusal import Refused
from styrehjul.mail.domain import State, next_try
from styrehjul.mail.message import Attached, build, sender_address
from styrehjul.mail.models import OutboxMessage
from styrehjul.mail.sending import Away, Carrier, HardRefusal, Later, Lost, carrier
from styrehjul.ui import refusals

logger = logging.getLogger("styrehjul.mail")
# Longer than any sending can take with a network timeout of 30 seconds: who holds a row longer has died.
DIED_AFTER = timedelta(minutes=5)
MOST_AT_ONCE = 100


def run_once(at: datetime | None = None) -> int:
    """Send what is due and return how many messages were handled.

    A row that somebody began to send and never finished becomes "Afsendelse ukendt": only a person can tell.
    """
    moment = at or timezone.now()
    lose_abandoned(moment)
    handled = 0
    by = carrier()
    try:
        for row in OutboxMessage.objects.filter(state=State.PENDING.value, next_try__lte=moment).order_by(
            "next_try", "pk"
        )[:MOST_AT_ONCE]:
            if claim(row, moment):
                reached = _send(row, by, moment)
                handled += 1
                if not reached:
                    break
    finally:
        by.close()
    return handled


def lose_abandoned(at: datetime) -> int:
    """Rows whose sender died between the server's yes and our own commit, or somewhere near it."""
    lost = OutboxMessage.objects.filter(state=State.SENDING.value, claimed_at__lt=at - DIED_AFTER).update(
        state=State.UNKNOWN.value, last_error="Afsendelsen blev afbrudt, før serverens svar var gemt."
    )
    if lost:
        logger.warning("mail_unknown", extra={"count": lost})
    return lost


def claim(row: OutboxMessage, at: datetime) -> bool:
    """Take the row, if nobody else has. Committed before anything is sent."""
    claimed = OutboxMessage.objects.filter(pk=row.pk, state=State.PENDING.value, next_try__lte=at).update(
        state=State.SENDING.value, claimed_at=at, attempts=F("attempts") + 1
    )
    if claimed:
        # What it holds may have been replaced since it was read (outbox.enqueue with bundle).
        row.refresh_from_db()
    return bool(claimed)


def _send(row: OutboxMessage, by: Carrier, at: datetime) -> bool:
    """Send one claimed row and mark what came of it. False when the server could not be reached at all."""
    try:
        mail = build(row, _attached(row))
        answer = by.send(sender_address(row), row.recipient, mail, f"{at:%Y%m%d-%H%M%S}-{row.uuid}")
    except (HardRefusal, Refused, MessageError, ValueError) as refusal:
        _mark(row, State.FAILED, last_error=_said(refusal))
    except Lost as lost:
        _mark(row, State.UNKNOWN, last_error=str(lost))
    except Later as later:
        again = next_try(row.attempts, at)
        if again is None:
            _mark(row, State.FAILED, last_error=str(later))
        else:
            _mark(row, State.PENDING, last_error=str(later), next_try=again)
        return not isinstance(later, Away)
    else:
        _mark(row, State.SENT, sent_at=at, smtp_answer=answer, last_error="")
    return True


def _said(refusal: Exception) -> str:
    """The server's words, or our own."""
    return refusals.in_full(refusal) if isinstance(refusal, Refused) else str(refusal)


def _mark(row: OutboxMessage, state: State, **values: object) -> None:
    # Unknown too: another worker may have given this one up for dead while the server took its time.
    held = OutboxMessage.objects.filter(pk=row.pk, state__in=(State.SENDING.value, State.UNKNOWN.value))
    held.update(state=state.value, **values)
    logger.info("mail_handled", extra={"mail": str(row.uuid), "kind": row.kind, "state": state.value})


def _attached(row: OutboxMessage) -> list[Attached]:
    """The files of the row, in its order. Raises Refused when one is not what was stored."""
    known = {str(file.uuid): file for file in StoredFile.objects.filter(uuid__in=row.attachments)}
    if missing := [uuid for uuid in row.attachments if uuid not in known]:
        raise Refused("file.gone", name=missing[0])
    ordered = [known[uuid] for uuid in row.attachments]
    return [Attached(file.name, file.content_type, files.read_bytes(file)) for file in ordered]
