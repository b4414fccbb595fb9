"""How far the wheel has turned: held, planned, missing, moved, or before the product was in use."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from styrehjul.bodies.domain.model import CadenceKind, KommissoriumText
from styrehjul.kernel.danish import day_text
from styrehjul.wheel.domain.rolling import PlannedActivity, PlannedMeeting, RollStatus, YearProposal


class SlotStatus(StrEnum):
    """What a place on the wheel reads as."""

    HELD = "held"
    PLANNED = "planned"
    MISSING = "missing"
    MOVED = "moved"
    BEFORE_USE = "before_use"


STATUS_WORDS: Mapping[SlotStatus, str] = {
    SlotStatus.HELD: "afholdt",
    SlotStatus.PLANNED: "planlagt",
    SlotStatus.MISSING: "mangler",
    SlotStatus.MOVED: "flyttet",
    SlotStatus.BEFORE_USE: "før Styrehjul",
}

MeetingId = tuple[str, str | None, date]


def id_of(meeting: PlannedMeeting) -> MeetingId:
    """How the held ones are named: body, slot and day."""
    return meeting.body, meeting.slot, meeting.date


def status_of_meeting(meeting: PlannedMeeting, *, today: date, held: Collection[MeetingId]) -> SlotStatus:
    """One meeting. A meeting of today is still planned; a cancelled one is missing."""
    if id_of(meeting) in held:
        return SlotStatus.HELD
    if meeting.status is RollStatus.BEFORE_USE:
        return SlotStatus.BEFORE_USE
    if meeting.cancelled or meeting.date < today:
        return SlotStatus.MISSING
    return SlotStatus.MOVED if meeting.status is RollStatus.MOVED else SlotStatus.PLANNED


def status_of_activity(activity: PlannedActivity, *, today: date, held: bool = False) -> SlotStatus | None:
    """One activity; None where an optional one is neither planned nor held: an empty cell is empty."""
    if held:
        return SlotStatus.HELD
    if activity.status is RollStatus.BEFORE_USE:
        return SlotStatus.BEFORE_USE
    if activity.optional and activity.date is None:
        return None
    if activity.dropped or (activity.date is not None and activity.date < today):
        return None if activity.optional else SlotStatus.MISSING
    return SlotStatus.MOVED if activity.status is RollStatus.MOVED else SlotStatus.PLANNED


@dataclass(frozen=True)
class WheelEntry:
    """One standing item in one quarter, as the wheel's table shows it."""

    body: str
    key: str
    title: str
    quarter: int
    status: SlotStatus
    date: date | None


def entries(
    proposal: YearProposal,
    text: KommissoriumText,
    *,
    today: date,
    held: Collection[MeetingId] = (),
    treated: Mapping[MeetingId, Collection[str]] | None = None,
) -> tuple[WheelEntry, ...]:
    """Each item of each quarter with its meeting's status; an item left out of a held meeting is missing.

    `treated` names the items that a held meeting really treated; a meeting that is not there treated what it bears.
    """
    found = []
    for meeting in proposal.meetings:
        if meeting.extra:
            continue
        status = status_of_meeting(meeting, today=today, held=held)
        body = next((row for row in text.bodies if row.code == meeting.body), None)
        for item in body.standing_items if body is not None else ():
            if item.key not in meeting.items:
                continue
            shown = status
            if status is SlotStatus.HELD and item.key not in (treated or {}).get(id_of(meeting), meeting.items):
                shown = SlotStatus.MISSING
            found.append(WheelEntry(meeting.body, item.key, item.title, meeting.quarter, shown, meeting.date))
    return tuple(found)


@dataclass(frozen=True)
class MeetingCount:
    """How many meetings a body has this year, and how many it should have."""

    body: str
    wanted: int | None
    planned: int
    extra: int
    cancelled: int
    since: date | None = None

    @property
    def deviates(self) -> bool:
        """Fewer or more than the kommissorium says."""
        return self.wanted is not None and self.planned != self.wanted

    @property
    def sentence(self) -> str:
        """ "4 af 4 møder", "2 af 2 møder siden 1. juli", "3 af 4 møder, 1 aflyst", "4 af 4 møder og 1 ekstra"."""
        if self.wanted is None:
            said = f"{self.planned} {'møde' if self.planned == 1 else 'møder'}"
        else:
            said = f"{self.planned} af {self.wanted} {'møde' if self.wanted == 1 else 'møder'}"
        if self.since is not None:
            said += f" siden {day_text(self.since, year=False)}"
        if self.cancelled:
            said += f", {self.cancelled} aflyst"
        if self.extra:
            said += f" og {self.extra} ekstra"
        return said


def count_of(
    proposal: YearProposal, text: KommissoriumText, body: str, in_use_from: date | None = None
) -> MeetingCount:
    """The year's count for one body. Slots before `in_use_from` are owed to nobody and are left out."""
    rows = [row for row in proposal.meetings if row.body == body]
    slots = [row for row in rows if not row.extra]
    before = [row for row in slots if row.status is RollStatus.BEFORE_USE]
    live = [row for row in slots if row not in before and not row.cancelled]
    rhythm = text.body(body).cadence.kind
    wanted = None if rhythm is CadenceKind.AS_NEEDED else _wanted(text, body, slots) - len(before)
    since = in_use_from if before and in_use_from is not None and in_use_from.year == proposal.year else None
    return MeetingCount(
        body,
        wanted,
        len(live),
        sum(row.extra and not row.cancelled for row in rows),
        sum(row.cancelled for row in slots),
        since,
    )


def _wanted(text: KommissoriumText, body: str, slots: list[PlannedMeeting]) -> int:
    """What the kommissorium asks for in a year; for a weekly rhythm, what the year has room for."""
    cadence = text.body(body).cadence
    seen = {body}
    while cadence.kind is CadenceKind.FOLLOWS and cadence.follows is not None and cadence.follows not in seen:
        seen.add(cadence.follows)
        cadence = text.body(cadence.follows).cadence
    if cadence.kind is CadenceKind.PER_YEAR:
        return cadence.number or 0
    return len(cadence.months) if cadence.kind is CadenceKind.MONTHS else len(slots)
