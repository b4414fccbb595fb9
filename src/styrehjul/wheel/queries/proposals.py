"""The year as the kommissorium would have it, around what is already made."""

from __future__ import annotations

from datetime import date

from styrehjul.bodies.domain.model import KommissoriumText
from styrehjul.bodies.queries import calendar, kommissorium_on, municipality
from styrehjul.kernel.danish import ZONE
from styrehjul.meetings.domain.states import CalendarState
from styrehjul.meetings.models import Meeting
from styrehjul.wheel.domain.rolling import MadeActivity, MadeMeeting, YearProposal, proposal_for
from styrehjul.wheel.models import Occurrence


def rules_day(year: int, today: date) -> date:
    """The day whose kommissorium draws a year's wheel: today in the present year, else the year's nearest end."""
    if year == today.year:
        return today
    return date(year, 12, 31) if year < today.year else date(year, 1, 1)


def proposal_of(year: int, on: date) -> YearProposal:
    """The year as the kommissorium would have it, around what is already made."""
    text = kommissorium_on(rules_day(year, on))
    meetings = Meeting.objects.filter(year=year).select_related("body", "feeds", "feeds__body")
    return around(year, text, list(meetings), list(Occurrence.objects.filter(year=year).select_related("body")))


def around(year: int, text: KommissoriumText, meetings: list[Meeting], occurrences: list[Occurrence]) -> YearProposal:
    """The proposal of a year whose meetings and activities were read already."""
    standing = {(body.code, rule.key) for body in text.bodies for rule in body.standing_items}
    return proposal_for(
        year,
        text,
        calendar(),
        # A meeting read in from before is in nobody's slot and is owed to nobody.
        [_made(meeting) for meeting in meetings if meeting.slot or not meeting.before_use],
        municipality().in_use_from,
        made_activities=[
            MadeActivity(o.key, o.slot, o.quarter, o.on, o.moved, o.status == "cancelled")
            for o in occurrences
            if o.key and (o.body.code, o.key) not in standing
        ],
        moved_items={
            (o.body.code, o.key): o.quarter for o in occurrences if (o.body.code, o.key) in standing and o.moved
        },
    )


def _made(meeting: Meeting) -> MadeMeeting:
    start = meeting.starts_at.astimezone(ZONE)
    return MadeMeeting(
        body=meeting.body.code,
        slot=meeting.slot or None,
        on=start.date(),
        start=start.time(),
        by_hand=meeting.moved_by_hand,
        extra=meeting.extra,
        cancelled=meeting.calendar_state == CalendarState.CANCELLED,
        feeds=(meeting.feeds.body.code, meeting.feeds.starts_at.astimezone(ZONE).date()) if meeting.feeds else None,
    )
