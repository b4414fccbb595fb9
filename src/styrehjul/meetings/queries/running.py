"""Who has saved what while a meeting runs, so that two who write see each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from styrehjul.meetings.models import Attendance, Decision, FollowUp, Meeting

A_WHILE = timedelta(minutes=15)


@dataclass(frozen=True)
class Saved:
    """One save: the item (None for the attendance), who, and when."""

    item: int | None
    person: int
    name: str
    at: datetime


def saves_of(meeting: Meeting) -> list[Saved]:
    """Every save since the meeting began, the latest last; three queries whatever was written."""
    who = ("history_user_id", "history_user__name", "history_date")
    since = meeting.started_at or meeting.starts_at
    rows: list[Saved] = []
    for history, key in (
        (Decision.history.filter(meeting_id=meeting.pk), "treatment_id"),
        (FollowUp.history.filter(treatment__meeting=meeting), "treatment_id"),
    ):
        found = history.filter(history_date__gte=since).exclude(history_user=None)
        rows += [Saved(item, person, name, at) for item, person, name, at in found.values_list(key, *who)]
    noted = Attendance.history.filter(meeting_id=meeting.pk, history_date__gt=since).exclude(history_user=None)
    rows += [Saved(None, person, name, at) for person, name, at in noted.values_list(*who)]
    return sorted(rows, key=lambda row: row.at)


def last_saves(saves: list[Saved]) -> dict[int, Saved]:
    """Item -> its latest save."""
    return {row.item: row for row in saves if row.item is not None}


def others_writing(saves: list[Saved], person: int, now: datetime) -> list[Saved]:
    """The latest save of everybody else who has written within the last quarter of an hour."""
    latest = {row.person: row for row in saves if row.person != person and now - row.at <= A_WHILE}
    return list(latest.values())


__all__ = ["Saved", "last_saves", "others_writing", "saves_of"]
