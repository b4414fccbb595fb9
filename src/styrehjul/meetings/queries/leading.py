"""Who has led a meeting, and who may take it over."""

from __future__ import annotations

from styrehjul.kernel.danish import clock
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.seats import MEMBER_KINDS
from styrehjul.people.models import Person


def leaders_in_words(meeting: Meeting) -> str:
    """ "Stine Holm, fra kl. 10.15 Mette Lund"."""
    rows = list(meeting.handovers.select_related("former", "person"))
    first = rows[0].former if rows else meeting.meeting_chair
    parts = [first.name] if first else []
    parts += [f"fra kl. {clock(row.at)} {row.person.name}" for row in rows]
    return ", ".join(parts)


def may_take_over(meeting: Meeting) -> list[Person]:
    """The members who are there, but for the one who leads."""
    there = meeting.attendance.filter(seat_kind__in=MEMBER_KINDS).exclude(status__in=("apology", "absent"))
    return [
        row.person for row in there.select_related("person").order_by("pk") if row.person_id != meeting.meeting_chair_id
    ]
