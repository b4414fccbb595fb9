"""Reads about meetings."""

from styrehjul.meetings.queries.facts import lacking
from styrehjul.meetings.queries.meetings import (
    next_meeting,
    next_open_meeting,
    open_meetings_for_proposals,
    previous_meeting,
)
from styrehjul.meetings.queries.seats import (
    Seated,
    approvers_of,
    chair_of,
    day_of,
    item_kinds,
    kind_words,
    leader_of,
    receivers,
    seated_at,
    secretary_of,
)
from styrehjul.meetings.queries.todos import next_for
from styrehjul.meetings.queries.versions import approval_of, approvals_of, dispatch_of, minutes_of, version_of
from styrehjul.meetings.queries.whynot import why_not

__all__ = [
    "Seated", "approval_of", "approvals_of", "approvers_of", "chair_of", "day_of", "dispatch_of", "item_kinds",
    "kind_words", "lacking", "leader_of", "minutes_of", "next_for", "next_meeting", "next_open_meeting",
    "open_meetings_for_proposals", "previous_meeting", "receivers", "seated_at", "secretary_of", "version_of", "why_not",
]  # fmt: skip
