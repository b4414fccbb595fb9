"""What each person is reminded of by mail that day: one list for each, and nobody without a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from styrehjul.benefits.queries.due import asked, to_measure
from styrehjul.benefits.queries.links import link_path
from styrehjul.bodies.domain.model import SeatKind
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import calendar, holder_of
from styrehjul.kernel.danish import day_text, weekday_text
from styrehjul.meetings.domain.matters import WAITING
from styrehjul.meetings.domain.reminders import CATCH_UP, Step, step_between
from styrehjul.meetings.domain.states import Access, CalendarState, MinutesState, Profile
from styrehjul.meetings.models import DecisionNeed, DigestDay, FollowUp, Treatment
from styrehjul.meetings.queries.calls import asked_for_items, open_for_items
from styrehjul.meetings.queries.facts import ITEMS_CLOSED, deadline_of
from styrehjul.meetings.queries.seats import day_of
from styrehjul.meetings.queries.todos import WRITING
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.rounds import all_unanswered, managers_of
from styrehjul.portfolio.queries.tasks import tasks_with_day
from styrehjul.portfolio.queries.todos import due_statuses


@dataclass(frozen=True)
class Duty:
    """Something that is not done yet, by when, by whom, and the body that waits for it."""

    title: str
    url: str
    due: date
    responsible: Person | None
    # None where no body waits for it: then only the responsible is told.
    body: Body | None
    context: str
    changed_at: datetime
    # The first reminder's own day, where one was chosen.
    soon: date | None = None


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
        step = step_between(duty.due, since, day, days, soon=duty.soon)
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
    if duty.body is not None and (step is Step.LATE or duty.responsible is None):
        people.append(who(duty.body, SeatKind.SECRETARY))
    if duty.body is not None and step is Step.LATER:
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
    yield from _calls()
    yield from _statuses()
    yield from _tasks()
    yield from _measurings()


def _tasks() -> Iterator[Duty]:
    """The projects' own tasks that have a day, first so many days before it as the task or the municipality says."""
    for task, soon in tasks_with_day():
        yield Duty(
            title=task.title,
            url=f"{task.project.get_absolute_url()}#opgave-{task.pk}",
            due=task.due,  # type: ignore[arg-type]  # filtered on it
            responsible=task.responsible,
            body=None,
            context=f"opgave i {task.project.title}",
            changed_at=task.updated_at,
            soon=soon,
        )


def _measurings() -> Iterator[Duty]:
    """Benefits that are to be measured: the mail leads to one field and one button."""
    for benefit in to_measure():
        person, day = asked(benefit), benefit.measure_on
        assert day is not None  # filtered on it
        yield Duty(
            title=f"Mål gevinsten “{benefit.title}”",
            url=link_path(benefit, person, day) if person else f"{benefit.get_absolute_url()}maal/",
            due=day,
            responsible=person,
            body=None,
            context=f"gevinst ved {benefit.project.title}" if benefit.project else "gevinst",
            changed_at=benefit.updated_at,
        )


def _statuses() -> Iterator[Duty]:
    """What a round of status asks for, and running projects whose status grows old."""
    asked = set()
    for ask in all_unanswered():
        asked.add(ask.project_id)
        yield _status(ask.project, ask.person, ask.round.deadline, f"statusrunde til {day_text(ask.round.deadline)}")
    due = [(project, day) for project, day in due_statuses(None) if project.pk not in asked]
    managers = managers_of([project for project, _day in due])
    for project, day in due:
        yield _status(project, managers.get(project.pk), day, "status bliver gammel")


def _status(project: Project, person: Person | None, due: date, context: str) -> Duty:
    return Duty(
        title=f"Giv status på {project.title}",
        url=f"{project.get_absolute_url()}status/",
        due=due,
        responsible=person,
        body=None,
        context=context,
        changed_at=project.updated_at,
    )


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


def _calls() -> Iterator[Duty]:
    """The last day for items, to those who were asked for them; it is nobody's fault when it has passed."""
    for meeting in open_for_items().filter(items_called_at__isnull=False).prefetch_related("deadlines"):
        closes = deadline_of(meeting, ITEMS_CLOSED)
        if closes is None:
            continue
        for seated in asked_for_items(meeting):
            yield Duty(
                title=f"Sidste dag for punkter til mødet {weekday_text(day_of(meeting.starts_at))}",
                url=meeting.get_absolute_url(),
                due=day_of(closes),
                responsible=seated.person,
                body=None,
                context=meeting.body.name,
                changed_at=meeting.updated_at,
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
