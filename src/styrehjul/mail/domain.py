"""How a message goes from a row to a mailbox: its states, and when it is tried again."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from enum import StrEnum

from styrehjul.kernel.machine import Machine


class State(StrEnum):
    """Where a message stands."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    HELD = "held"


class Move(StrEnum):
    """What can happen to a message."""

    CLAIM = "claim"
    DELIVER = "deliver"
    REFUSE = "refuse"
    POSTPONE = "postpone"
    LOSE = "lose"
    RESEND = "resend"
    MARK_SENT = "mark_sent"
    HOLD = "hold"
    RELEASE = "release"


OUTBOX = Machine(
    "mail",
    start=State.PENDING,
    moves={
        (State.PENDING, Move.CLAIM): State.SENDING,
        (State.SENDING, Move.DELIVER): State.SENT,
        (State.SENDING, Move.REFUSE): State.FAILED,
        (State.SENDING, Move.POSTPONE): State.PENDING,
        (State.SENDING, Move.LOSE): State.UNKNOWN,
        (State.FAILED, Move.RESEND): State.PENDING,
        (State.UNKNOWN, Move.RESEND): State.PENDING,
        (State.HELD, Move.RESEND): State.PENDING,
        (State.UNKNOWN, Move.MARK_SENT): State.SENT,
        (State.FAILED, Move.MARK_SENT): State.SENT,
        (State.PENDING, Move.HOLD): State.HELD,
        (State.HELD, Move.RELEASE): State.PENDING,
    },
)

# Changes made within a minute of each other become one mail; a cancellation does not wait.
BUNDLE = timedelta(minutes=1)
_STEPS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
# 81 minutes for the first four, then each hour until a day has gone by since the first try.
MOST_ATTEMPTS = 27


def next_try(attempts: int, now: datetime) -> datetime | None:
    """When a message that has been tried `attempts` times is tried again; None when it has been tried for a day.

    After 1, 5, 15 and 60 minutes, then each hour.
    """
    return None if attempts >= MOST_ATTEMPTS else now + _STEPS[min(attempts, len(_STEPS)) - 1]


def message_id(key: str, host: str) -> str:
    """The same for the same key for ever, so that a copy sent after a crash is known as a copy."""
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@{host}>"
