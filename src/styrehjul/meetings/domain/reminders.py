"""When somebody is reminded of a deadline, and who else is told once it has passed. Pure dates."""

from __future__ import annotations

from datetime import date, time, timedelta
from enum import StrEnum

from styrehjul.kernel.days import Calendar


class Step(StrEnum):
    """How near a deadline is, or how long ago it passed; in working days."""

    SOON = "soon"
    TODAY = "today"
    LATE = "late"
    LATER = "later"


# Not before people are at work.
FROM_HOUR = time(7)
# A machine that stood still for longer than this begins anew; nobody wants last month's reminders.
CATCH_UP = timedelta(days=7)


def step_between(due: date, since: date, day: date, calendar: Calendar, *, soon: date | None = None) -> Step | None:
    """The last step of a deadline after `since` and no later than `day`; None when nothing is to be said.

    Two working days before, on the day (the working day before where nobody works that day), and one and two working
    days after. `soon` is another first day, where one was chosen.
    """
    at = calendar.working_day_at_or_before(due)
    steps = (
        (calendar.working_days_after(at, 2), Step.LATER),
        (calendar.working_days_after(at, 1), Step.LATE),
        (at, Step.TODAY),
        (soon or calendar.working_days_before(at, 2), Step.SOON),
    )
    return next((step for when, step in steps if since < when <= day), None)
