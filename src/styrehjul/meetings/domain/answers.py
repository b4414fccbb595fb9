"""Answers to an invitation, from people and from rooms: what one counts for, and what somebody must look at."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum


class Hint(StrEnum):
    """Why an answer was not taken by itself."""

    STRANGER = "stranger"
    UNSIGNED = "unsigned"
    COUNTER = "counter"


class RoomState(StrEnum):
    """How far the booking of the room has come."""

    NOT_WANTED = "not_wanted"
    WANTED = "wanted"
    AWAITING = "awaiting"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"


# An automatic room answers within minutes; one that has not in a day never will.
SILENT_AFTER = timedelta(hours=24)
REPLIES = ("accepted", "declined", "tentative")
# What a calendar may answer with (RFC 5545, PARTSTAT), and what it means here. The others say nothing yet.
OF_PARTSTAT = {"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative"}
ROOM_OF_PARTSTAT = {"ACCEPTED": RoomState.CONFIRMED, "DECLINED": RoomState.DECLINED}


def room_after_new_time(state: str, *, has_mailbox: bool) -> str:
    """The room was booked for the old time: its mailbox is asked again, or the secretary books anew."""
    if has_mailbox:
        return RoomState.AWAITING.value
    return RoomState.WANTED.value if state == RoomState.CONFIRMED.value else state


def counts_for_now(sequence: int, time_sequence: int) -> bool:
    """Whether an answer to that sequence is an answer to the time the meeting has now."""
    return sequence >= time_sequence


def replaces(stamp: datetime | None, known: datetime | None) -> bool:
    """Whether an answer with that stamp is later than the one that is known: mails overtake each other."""
    return known is None or stamp is None or stamp >= known
