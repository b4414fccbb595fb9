"""What each person is reminded of by mail that day: one list for each, and nobody without a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from styrehjul.bodies.domain.model import SeatKind
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import calendar, holder_of
from styrehjul.meetings.domain.matters import WAITING
from styrehjul.meetings.domain.reminders import CATCH_UP, Step, step_between
from styrehjul.meetings.domain.states import Access, CalendarState, MinutesState, Profile
from styrehjul.meetings.models import DecisionNeed, DigestDay, FollowUp, Treatment
from styrehjul.meetings.queries.seats import day_of
from styrehjul.meetings.queries.todos import WRITING
from styrehjul.people.models import Person


@dataclass(frozen=True)
class Duty:
    """Something that is not done yet, by when, by whom, and the body that waits for it."""

    title: str
    url: str
    due: date
    responsible: Person | None
    body: Body
    context: str
    changed_at: datetime


@dataclass(frozen=True)
class Line:
    """One duty as one person is told of it. `own` is false where somebody else is the one who is late."""

    duty: Duty
    step: Step
    own: bool

    @property
    def url(self) -> str:
        """Where the person sees it: one's own list holds only what is one's own."""
        return self.duty.url if self.own else self.duty.url.replace("?hvis=mine", "")


@dataclass
class Digest:
    """What one person gets that day."""

    person: Person
    lines: list[Line] = field(default_factory=list)


def sent_until(day: date) -> date:
    """The last day on which reminders were sent, so that a day when the machine stood still is made up for."""
    last = DigestDay.objects.filter(day__lt=day).order_by("-day").values_list("day", flat=True).first()
    return max(last or day - timedelta(days=1), day - CATCH_UP)


def digests(day: date, since: date) -> list[Digest]:
    """A digest for each person who has something new to be told; their other late things stand on it too."""
    found: dict[int, Digest] = {}
    told: set[tuple[int, str]] = set()
    duties = list(open_duties())
    days, who = calendar(), _holders(day)
    late: list[Line] = []
    for duty in duties:
        step = step_between(duty.due, since, day, days)
        if step is not None:
            for person in _told(duty, step, who):
                own = duty.responsible is not None and person.pk == duty.responsible.pk
                if (person.pk, duty.url) not in told and person.works_on(day):
                    told.add((person.pk, duty.url))
                    found.setdefault(person.pk, Digest(person)).lines.append(Line(duty, step, own))
        elif duty.due < day:
            late.append(Line(duty, Step.LATER, own=True))
    for line in late:
        late_one = line.duty.responsible
        if late_one is not None and late_one.pk in found and (late_one.pk, line.duty.url) not in told:
            found[late_one.pk].lines.append(line)
    for digest in found.values():
        digest.lines.sort(key=lambda line: (line.duty.due, line.duty.title))
    return [digest for digest in found.values() if digest.person.wants_digest and digest.person.email]


def _told(duty: Duty, step: Step, who: Callable[[Body, SeatKind], Person | None]) -> list[Person]:
    """The responsible; the secretary too when it is late, and the chair when it has not helped."""
    people = [duty.responsible]
    if step is Step.LATE or duty.responsible is None:
        people.append(who(duty.body, SeatKind.SECRETARY))
    if step is Step.LATER:
        people.append(who(duty.body, SeatKind.CHAIR))
    return [person for person in people if person is not None]


def _holders(day: date) -> Callable[[Body, SeatKind], Person | None]:
    """Who has the seat that day, asked once for each body."""
    known: dict[tuple[int, SeatKind], Person | None] = {}

    def who(body: Body, kind: SeatKind) -> Person | None:
        if (body.pk, kind) not in known:
            known[body.pk, kind] = holder_of(body, kind, day)
        return known[body.pk, kind]

    return who


def open_duties() -> Iterator[Duty]:
    """Everything with a date that somebody is to do because of a meeting. What is done is not among it."""
    yield from _items()
    yield from _follow_ups()
    yield from _needs()


def _items() -> Iterator[Duty]:
    rows = Treatment.objects.filter(
        state__in=WRITING,
        profile=Profile.ORDINARY.value,
        material_due_at__isnull=False,
        meeting__minutes_state=MinutesState.NONE.value,
    ).exclude(meeting__calendar_state=CalendarState.CANCELLED.value)
    for item in rows.select_related("meeting__body", "responsible"):
        if item.meeting is None or item.material_due_at is None:
            continue
        hidden = item.access == Access.CLOSED_TITLE_HIDDEN.value
        yield Duty(
            title="Skriv et lukket punkt" if hidden else f"Skriv punktet “{item.title}”",
            url=item.get_absolute_url(),
            due=day_of(item.material_due_at),
            responsible=item.responsible,
            body=item.meeting.body,
            context=item.meeting.body.name,
            changed_at=item.updated_at,
        )


def _follow_ups() -> Iterator[Duty]:
    rows = FollowUp.objects.filter(state="open", due__isnull=False).select_related("body", "responsible", "treatment")
    for task in rows:
        # What follows from a closed item is told on the list, to the one whose it is.
        closed = task.treatment is not None and task.treatment.access != Access.OPEN.value
        yield Duty(
            title="Opfølgning på et lukket punkt" if closed else task.text,
            url=f"/opfoelgninger/?hvis=mine#opfoelgning-{task.pk}",
            due=task.due,  # type: ignore[arg-type]  # filtered on it
            responsible=task.responsible,
            body=task.body,
            context=f"opfølgning, {task.body.name}",
            changed_at=task.updated_at,
        )


def _needs() -> Iterator[Duty]:
    rows = DecisionNeed.objects.filter(state__in=WAITING, wanted_by__isnull=False).select_related("body")
    for need in rows:
        yield Duty(
            title=f"Der mangler en beslutning: {need.question}",
            url=need.get_absolute_url(),
            due=need.wanted_by,  # type: ignore[arg-type]  # filtered on it
            responsible=None,
            body=need.body,
            context=f"beslutningsbehov, {need.body.name}",
            changed_at=need.updated_at,
        )
