"""When a deadline falls, counted from the meeting in Danish time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from styrehjul.bodies.domain.model import DeadlineKind, DeadlineRule
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.days import Calendar

END_OF_DAY = time(23, 59)


def deadline_at(
    rule: DeadlineRule, meeting_start: datetime, calendar: Calendar, *, on: date | None = None
) -> datetime | None:
    """The last moment that keeps the deadline; None for a date that is typed on each meeting and is not yet (`on`).

    Day 0 is the meeting day and the n-th working day before it counts. Without a clock time the whole day counts, and
    what must be done before the meeting is never later than its start.
    """
    start = meeting_start.astimezone(ZONE)
    day = _day(rule, start.date(), calendar, on)
    if day is None:
        return None
    moment = datetime.combine(day, rule.at or END_OF_DAY, ZONE)
    return min(moment, start) if rule.is_before else moment


def _day(rule: DeadlineRule, meeting_on: date, calendar: Calendar, on: date | None) -> date | None:
    number = rule.number or 0
    match rule.kind:
        case DeadlineKind.WORKING_DAYS_BEFORE:
            return calendar.working_days_before(meeting_on, number)
        case DeadlineKind.CALENDAR_DAYS_BEFORE:
            return meeting_on - timedelta(days=number)
        case DeadlineKind.WEEKDAY_TIME:
            monday = meeting_on - timedelta(days=meeting_on.weekday(), weeks=rule.weeks_before or 0)
            return calendar.working_day_at_or_before(monday + timedelta(days=rule.weekday or 0))
        case DeadlineKind.WORKING_DAYS_AFTER:
            return calendar.working_days_after(meeting_on, number)
        case DeadlineKind.ABSOLUTE:
            return on


def is_whole_day(rule: DeadlineRule) -> bool:
    """Whether a page should name the day alone ("senest onsdag 19. maj")."""
    return rule.at is None
