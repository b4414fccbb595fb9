"""Places where the packages above take part in what projects report. They put their functions in at start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from styrehjul.bodies.models import Body
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project

# A report needs a decision: called in its transaction with (project, question, wanted by, background, by, at).
ON_NEED: list[Callable[[Project, str, date | None, str, Person, datetime], None]] = []
# The body's next meeting day from a day on: called with (body, day). The first that knows one counts.
NEXT_MEETING: list[Callable[[Body, date], date | None]] = []


def next_meeting_day(body: Body, on: date) -> date | None:
    """The day of the body's next meeting; None where nobody knows of any."""
    return next((day for ask in NEXT_MEETING if (day := ask(body, on)) is not None), None)
