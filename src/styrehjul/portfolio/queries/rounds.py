"""Rounds of status: who is asked for what, who has answered, and the link that asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.signing import BadSignature, Signer
from django.db.models import Count, Q, QuerySet

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import active_bodies, calendar, fed_bodies
from styrehjul.people.models import Person
from styrehjul.portfolio.domain.life import Category, ProjectRoleKind, ProjectState
from styrehjul.portfolio.domain.status import RoundState
from styrehjul.portfolio.hooks import next_meeting_day
from styrehjul.portfolio.models import Project, ProjectRole, StatusAsk, StatusRound
from styrehjul.portfolio.queries.settings import settings

_SALT = "status-round"


def round_body(on: date) -> Body | None:
    """The body that gathers status: the one that prepares another's meetings, else the first there is."""
    bodies = active_bodies(on)
    preparing = fed_bodies(on)
    return next((body for body in bodies if body.code in preparing), bodies[0] if bodies else None)


def suggested_days(body: Body, on: date) -> tuple[date | None, date | None]:
    """The body's next meeting, and the deadline counted back from it where the municipality has said how far."""
    meeting, lead = next_meeting_day(body, on), settings().round_lead_working_days
    if meeting is None or lead is None:
        return meeting, None
    deadline = calendar().working_days_before(meeting, lead)
    return meeting, deadline if deadline >= on else None


def asked_projects() -> QuerySet[Project]:
    """The running projects of the first two categories. Local ones have their own rhythm."""
    running = Project.objects.filter(state__in=[ProjectState.ACTIVE.value, ProjectState.CLOSING.value])
    return running.exclude(category=Category.LOCAL.value).order_by("title")


def managers_of(projects: Iterable[Project]) -> dict[int, Person]:
    """Project -> who leads it now. One query."""
    roles = ProjectRole.objects.filter(
        project__in=list(projects), kind=ProjectRoleKind.MANAGER.value, end__isnull=True
    ).select_related("person")
    return {role.project_id: role.person for role in roles.order_by("start", "pk")}


def open_round() -> StatusRound | None:
    """The round that asks now."""
    return StatusRound.objects.filter(state=RoundState.OPEN.value).select_related("body", "opened_by").first()


def rounds() -> QuerySet[StatusRound]:
    """Every round with how many were asked and have answered, the newest first."""
    return StatusRound.objects.select_related("body", "opened_by").annotate(
        asked=Count("asks"), answered=Count("asks", filter=Q(asks__report__isnull=False))
    )


def round_by_key(key: int) -> StatusRound | None:
    """One round."""
    return rounds().filter(pk=key).first()


@dataclass(frozen=True)
class Asked:
    """One project of a round as a line: who was asked, and what came."""

    ask: StatusAsk
    number: str
    title: str
    person: str
    answered: bool
    late: bool
    light: str
    sentence: str
    given_on: date | None


def lines_of(found: StatusRound, on: date) -> list[Asked]:
    """The projects of the round: those that have not answered first. One query."""
    asks = found.asks.select_related("project", "person", "report").order_by("project__title")
    lines = [
        Asked(
            ask=ask,
            number=ask.project.number,
            title=ask.project.title,
            person=ask.person.name if ask.person else "",
            answered=ask.report is not None,
            late=ask.report is None and found.deadline < on,
            light=ask.report.light if ask.report else "none",
            sentence=ask.report.sentence if ask.report else "",
            given_on=ask.report.on if ask.report else None,
        )
        for ask in asks
    ]
    return sorted(lines, key=lambda line: line.answered)


def unanswered(person: Person) -> list[StatusAsk]:
    """What a round waits for from this person."""
    found = StatusAsk.objects.filter(person=person, report=None, round__state=RoundState.OPEN.value)
    return list(found.select_related("project", "round").order_by("round__deadline", "project__title"))


def all_unanswered() -> list[StatusAsk]:
    """What the open round waits for from anybody."""
    found = StatusAsk.objects.filter(report=None, round__state=RoundState.OPEN.value)
    return list(found.select_related("project", "person", "round__body").order_by("pk"))


def link_path(found: StatusRound, person: Person) -> str:
    """The address that asks that person for all of theirs in that round."""
    return f"/status/{Signer(salt=_SALT).sign(f'{found.uuid.hex}.{person.uuid.hex}')}/"


def asked_by_token(token: str) -> tuple[StatusRound, Person] | None:
    """The round and the person that the address belongs to; None where it was not made here."""
    try:
        round_key, _dot, person_key = Signer(salt=_SALT).unsign(token).partition(".")
    except BadSignature:
        return None
    found = StatusRound.objects.filter(uuid=round_key).first()
    person = Person.objects.filter(uuid=person_key).first()
    return (found, person) if found and person else None


def asks_of(found: StatusRound, person: Person) -> list[StatusAsk]:
    """All that the person is asked for in the round."""
    asks = found.asks.filter(person=person).select_related("project", "report", "person")
    return list(asks.order_by("project__title"))
