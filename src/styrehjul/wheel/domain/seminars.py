"""The rules of a seminar: who has a seat, what stands in the way of signing up, and when its tasks are due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from styrehjul.kernel.refusal import Reason


class Place(StrEnum):
    """What somebody who signed up has."""

    SEAT = "seat"
    WAITING = "waiting"
    GONE = "gone"


# Days before the date (a suggestion): what most seminars need.
SUGGESTED: tuple[tuple[str, int], ...] = (
    ("Find og bestil lokale", 90),
    ("Læg programmet", 45),
    ("Åbn for tilmelding", 40),
    ("Send materiale til deltagerne", 5),
)


@dataclass(frozen=True)
class SignUp:
    """What decides whether one can sign up on a day."""

    on: date | None
    opened: bool
    until: date | None
    status: str = "planned"


def lacks_for_opening(facts: SignUp, today: date) -> list[Reason]:
    """Why the sign-up cannot be opened."""
    reasons = []
    if facts.status != "planned":
        reasons.append(Reason("seminar.over"))
    if facts.on is None:
        reasons.append(Reason("seminar.lacks_date"))
    elif facts.on < today:
        reasons.append(Reason("seminar.over"))
    if facts.until and facts.on and facts.until > facts.on:
        reasons.append(Reason("seminar.until_after"))
    return reasons


def lacks_for_signing(facts: SignUp, today: date) -> list[Reason]:
    """Why one cannot sign up that day. A full seminar is no reason: there is a waiting list."""
    if facts.status != "planned" or (facts.on is not None and facts.on < today):
        return [Reason("seminar.over")]
    if not facts.opened:
        return [Reason("seminar.not_open")]
    if facts.until is not None and today > facts.until:
        return [Reason("seminar.closed", {"day": facts.until})]
    return []


def place_for(seats: int, capacity: int | None) -> Place:
    """A seat while there is one."""
    return Place.SEAT if capacity is None or seats < capacity else Place.WAITING


def moved_up(seats: int, capacity: int | None, waiting: Sequence[int]) -> tuple[int, ...]:
    """Those of the waiting list, in its order, who have a seat now."""
    return tuple(waiting) if capacity is None else tuple(waiting[: max(0, capacity - seats)])


def due_of(on: date, days: int) -> date:
    """When a task is due: `days` before the date, after it where negative."""
    return on - timedelta(days=days)


def outside(starts: time, ends: time, first: time, last: time) -> bool:
    """Whether a point of the programme lies outside the day's hours."""
    return starts < first or ends > last
