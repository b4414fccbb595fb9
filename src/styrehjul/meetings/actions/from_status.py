"""What a project's status brings to meetings: the need for a decision, and the day that the round is counted back from."""

from __future__ import annotations

from datetime import date, datetime, time

from styrehjul.bodies.models import Body
from styrehjul.kernel.danish import ZONE
from styrehjul.meetings.actions.needs import raise_need
from styrehjul.meetings.domain.matters import WAITING
from styrehjul.meetings.domain.states import CalendarState
from styrehjul.meetings.models import DecisionNeed, Meeting
from styrehjul.meetings.queries.needs import gathering_bodies
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project


def need_from_status(
    project: Project, question: str, wanted_by: date | None, background: str, by: Person, at: datetime
) -> None:
    """The question goes on the list of the body that gathers needs; the same question of a project stands there once."""
    gathering = gathering_bodies(day_of(at))
    if not gathering:
        return
    line = " ".join(question.split())[:300]
    if DecisionNeed.objects.filter(project=project, question=line, state__in=WAITING).exists():
        return
    body, target = gathering[0]
    raise_need(
        body,
        question=line,
        target=target or body,
        background=background,
        project=project,
        wanted_by=wanted_by,
        by=by,
        at=at,
    )


def next_meeting_day(body: Body, on: date) -> date | None:
    """The body's next meeting that is not called off and not held."""
    start = datetime.combine(on, time.min, tzinfo=ZONE)
    coming = Meeting.objects.filter(body=body, starts_at__gte=start, ended_at__isnull=True)
    found = coming.exclude(calendar_state=CalendarState.CANCELLED.value).order_by("starts_at").first()
    return day_of(found.starts_at) if found else None
