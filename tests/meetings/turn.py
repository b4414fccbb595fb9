"""The straight road, made by the real actions: each step is a function, so that a test can stop where it wants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from styrehjul.audit.unit import run
from styrehjul.bodies.models import Body
from styrehjul.meetings import actions, building
from styrehjul.meetings.content import content_of_meeting
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.values import BuiltAgenda
from styrehjul.meetings.models import Dispatch, Meeting, Treatment
from styrehjul.meetings.queries import version_of
from styrehjul.meetings.queries.contents import agenda_content
from styrehjul.meetings.queries.versions import next_number
from styrehjul.people.models import Person
from styrehjul.people.queries import forget
from styrehjul.portfolio.actions import propose_project
from styrehjul.portfolio.models import Project
from tests.making import NOW as NOW
from tests.making import Cast, a_cast, a_goal
from tests.replay import replayed

T = TypeVar("T")
MEETING_AT = datetime(2027, 6, 9, 9, 0, tzinfo=NOW.tzinfo)
SENT_AT = datetime(2027, 6, 1, 9, 0, tzinfo=NOW.tzinfo)
STANDING = ("godkendelse_dagsorden", "justering_projektportefoelje", "nye_projektforslag", "eventuelt")


def do(work: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    """An action as a view carries it out: in one durable transaction, its events chained last.

    Whoever acts comes anew, as in a request: a cast that many tests share remembers no rights from the one before.
    """
    if isinstance(by := kwargs.get("by"), Person):
        forget(by)
    return run(lambda: work(*args, **kwargs))


def a_meeting(
    cast: Cast,
    *,
    body: Body | None = None,
    starts_at: datetime = MEETING_AT,
    slot: str = "q2",
    items: tuple[str, ...] = STANDING,
    feeds: Meeting | None = None,
    place: str = "Kattegat",
) -> Meeting:
    """A rolled meeting with its standing items."""
    return do(
        actions.plan_meeting,
        body=body or cast.steering,
        year=starts_at.year,
        slot=slot,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        items=items,
        feeds=feeds,
        place=place,
        by=None,
        at=NOW,
    )


def a_proposal(
    cast: Cast, *, title: str = "Digital post på modtagerens sprog", by: Person | None = None, **answers: Any
) -> Project:
    """A proposal sent in by an employee."""
    return do(
        propose_project,
        title=title,
        lead_area=cast.areas[0],
        purpose="Borgere forstår de breve, de får.",
        summary="Breve sendes på modtagerens eget sprog.",
        goal_id=a_goal().pk,
        planned_end=date(2028, 6, 30),
        by=by or cast.olga,
        at=NOW,
        **answers,
    )


def quick_build(meeting: Meeting, at: datetime = NOW) -> BuiltAgenda:
    """The version that would be built, with its true content and hash, and files that nobody printed."""
    frozen, number = content_of_meeting(meeting, at=at), next_number(meeting)
    content = agenda_content(meeting, number, frozen)
    return BuiltAgenda(
        meeting_id=meeting.pk, number=number, content=content, sha256=hash_of(content), members_pdf=b"%PDF-1.7 m",
        open_pdf=b"%PDF-1.7 o", reading_copy=b"%PDF-1.7 r", frozen=frozen, reasons=(), remarks=(), audit_head="0" * 64,
        built_at=at,
    )  # fmt: skip


@dataclass
class Turn:
    """A meeting with one proposal on it, and the people who move it."""

    cast: Cast
    meeting: Meeting
    project: Project
    item: Treatment

    def ready(self) -> Turn:
        """The responsible fills in what is missing and sets the item ready."""
        do(
            actions.edit_item,
            self.item,
            by=self.item.responsible,
            at=NOW,
            expected_version=None,
            fields={"financial_impact": "Ingen"},
        )
        self.item = do(actions.make_ready, self.item, by=self.item.responsible, at=NOW)
        return self

    def to_chair(self, at: datetime = NOW, *, printed: bool = False) -> Turn:
        built = building.build_agenda(self.fresh, at=at) if printed else quick_build(self.fresh, at)
        assert built.reasons == ()
        do(actions.send_to_chair, self.meeting, built, by=self.cast.peter, at=at)
        return self

    def approved(self, at: datetime = NOW) -> Turn:
        do(actions.approve_agenda, self.meeting, sha256=self.sha256, by=self.cast.stine, at=at)
        return self

    def dispatched(self, at: datetime = SENT_AT, **more: Any) -> Dispatch:
        return do(actions.dispatch, self.meeting, by=self.cast.peter, at=at, **more)

    def started(self) -> Turn:
        do(actions.start_meeting, self.meeting, by=self.cast.peter, at=MEETING_AT)
        self.item.refresh_from_db()
        return self

    def ended(self) -> Meeting:
        return do(actions.end_meeting, self.meeting, by=self.cast.stine, at=MEETING_AT + timedelta(hours=2))

    @property
    def fresh(self) -> Meeting:
        return Meeting.objects.get(pk=self.meeting.pk)

    @property
    def sha256(self) -> str:
        version = version_of(self.meeting)
        assert version is not None
        return version.sha256


def a_turn(*, priority: int | None = 3, cast: Cast | None = None) -> Turn:
    """A proposal put on the steering group's meeting; nothing more is done yet."""
    return _a_turn(priority, cast) if cast else replayed(("turn", priority), lambda: _a_turn(priority, None))


def _a_turn(priority: int | None, cast: Cast | None) -> Turn:
    people = cast or a_cast()
    meeting, project = a_meeting(people), a_proposal(people)
    if priority is not None:
        project.extra = {"wished_priority": priority}
        project.save()
    item = do(actions.put_proposal_on_meeting, project, meeting, by=people.peter, at=NOW)
    return Turn(people, meeting, project, item)


def a_running_turn(**more: Any) -> Turn:
    """The same, sent and begun."""
    turn = a_turn(**more).ready().to_chair().approved()
    turn.dispatched()
    return turn.started()
