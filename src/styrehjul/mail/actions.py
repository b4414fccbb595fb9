"""What a person does with a message that did not simply arrive. Who may is asked by the page that shows it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import record
from styrehjul.mail.domain import OUTBOX, Move, State
from styrehjul.mail.models import OutboxMessage


@transaction.atomic
def resend(message: OutboxMessage, *, by: Any, at: datetime) -> OutboxMessage:
    """ "Send igen": once more, as the same message with the same Message-ID. Raises Refused("mail.resend")."""
    row = _moved(message, Move.RESEND)
    row.next_try, row.attempts, row.claimed_at = at, 0, None
    row.save(update_fields=["state", "next_try", "attempts", "claimed_at"])
    record("mail.resend", row, by=by, at=at, changes={"key": row.key})
    return row


@transaction.atomic
def mark_sent(message: OutboxMessage, *, by: Any, at: datetime) -> OutboxMessage:
    """ "Markér som sendt": the person has made sure that it arrived, or has told it otherwise."""
    row = _moved(message, Move.MARK_SENT)
    row.sent_at = at
    row.save(update_fields=["state", "sent_at"])
    record("mail.mark_sent", row, by=by, at=at, changes={"key": row.key})
    return row


@transaction.atomic
def hold_waiting() -> int:
    """After a restore: nothing that waited then is sent now before a person has looked at it."""
    waiting = OutboxMessage.objects.filter(state__in=(State.PENDING.value, State.SENDING.value))
    return waiting.update(state=State.HELD.value)


@transaction.atomic
def release(message: OutboxMessage, *, by: Any, at: datetime) -> OutboxMessage:
    """Let a held message go."""
    row = _moved(message, Move.RELEASE)
    row.next_try = at
    row.save(update_fields=["state", "next_try"])
    record("mail.release", row, by=by, at=at, changes={"key": row.key})
    return row


def _moved(message: OutboxMessage, move: Move) -> OutboxMessage:
    """The row, locked, in the state that the move leads to."""
    row = OutboxMessage.objects.select_for_update().get(pk=message.pk)
    row.state = OUTBOX.after(State(row.state), move).value
    return row
