"""What benefits wait for: whom they are asked of, by when, and what was not answered in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from styrehjul.benefits.domain.curve import add_months
from styrehjul.benefits.domain.days import answered, months_of
from styrehjul.benefits.domain.life import OPEN, BenefitState
from styrehjul.benefits.models import Benefit, MeasuringDay, Prerequisite
from styrehjul.benefits.queries.owners import asked_of, orphans
from styrehjul.benefits.queries.settings import settings
from styrehjul.kernel.danish import day_text
from styrehjul.people.models import Person
from styrehjul.portfolio.domain.life import ProjectRoleKind, ProjectState
from styrehjul.portfolio.models import ProjectRole
from styrehjul.ui.todo import ToDo

OPEN_STATES = [state.value for state in OPEN]
AHEAD_DAYS = 30
HANDED_OVER = (ProjectState.CLOSING.value, ProjectState.FOLLOW_UP.value)


def asked(benefit: Benefit, on: date | None = None) -> Person | None:
    """Who is asked for the number: the one who measures, or the owner where nobody does or that one has left by then."""
    measurer, day = benefit.measurer, on or benefit.measure_on
    return measurer if measurer is not None and (day is None or measurer.works_on(day)) else benefit.owner


def is_asked(benefit: Benefit, person: Person, on: date) -> bool:
    """Whether that person is the one who is asked for the number that day, and there is one to ask for."""
    return benefit.state != BenefitState.DROPPED and asked(benefit, on) == person


def next_day(benefit: Benefit, on: date) -> date:
    """The next day that stands already once today's is answered, or the municipality's first usual stretch from today."""
    days = [day.on for day in benefit.measuring_days.filter(answered_at=None).order_by("on", "pk")]
    gone = set(answered(days, on, on))
    later = [day for day in days if day > on and day not in gone]
    return later[0] if later else add_months(on, next(iter(months_of(settings().measuring_months)), 3))


def next_for(person: Person, on: date) -> list[ToDo]:
    """Benefits that wait for their owner's yes, those to be measured, changes to see to, and owners to find."""
    return [*_own(person, on), *_changes(person, on), *_refused(person, on), *_without_owner(person, on)]


def _own(person: Person, on: date) -> Iterator[ToDo]:
    mine = Benefit.objects.filter(Q(owner=person) | Q(measurer=person)).exclude(state=BenefitState.DROPPED.value)
    wanted = mine.filter(Q(state__in=OPEN_STATES) | Q(measure_on__isnull=False))
    for row in wanted.select_related("project", "owner", "measurer").order_by("pk"):
        if _waits_for_yes(row, person):
            assert row.project is not None  # only a project hands over
            yield ToDo(
                title=_("Tag imod gevinsten: %(title)s") % {"title": row.title},
                url=row.get_absolute_url(),
                text=_("%(project)s er ved at slutte, og gevinsten bliver din.") % {"project": row.project.title},
                level="yellow",
            )
        elif row.measure_on is not None and (row.measure_on - on).days <= AHEAD_DAYS and asked(row, on) == person:
            yield ToDo(
                title=_("Mål gevinsten: %(title)s") % {"title": row.title},
                url=f"{row.get_absolute_url()}maal/",
                text=_("Tallet skal måles %(day)s.") % {"day": day_text(row.measure_on)},
                level="red" if row.measure_on < on else "yellow",
                due=row.measure_on,
            )


def _waits_for_yes(row: Benefit, person: Person) -> bool:
    ends = row.project is not None and row.project.state in HANDED_OVER
    undecided = row.accepted_at is None and row.declined_at is None
    return ends and undecided and row.owner_id == person.pk and row.state in OPEN_STATES


def _changes(person: Person, on: date) -> Iterator[ToDo]:
    rows = Prerequisite.objects.filter(owner=person, done_on=None, due__lte=on + timedelta(days=AHEAD_DAYS))
    for row in rows.filter(benefit__state__in=OPEN_STATES).select_related("benefit").order_by("due", "pk"):
        yield ToDo(
            title=_("Sørg for: %(text)s") % {"text": row.text},
            url=f"{row.benefit.get_absolute_url()}#forandringer",
            text=_("Forudsætning for gevinsten %(title)s.") % {"title": row.benefit.title},
            level="red" if row.due and row.due < on else "yellow",
            due=row.due,
        )


def _refused(person: Person, on: date) -> Iterator[ToDo]:
    """The owner has said no: whoever leads the project finds another, or a body says what is to become of it."""
    led = ProjectRole.objects.on(on).filter(person=person, kind=ProjectRoleKind.MANAGER.value).values("project")
    rows = Benefit.objects.filter(state__in=OPEN_STATES, declined_at__isnull=False, settled_words="", project__in=led)
    for row in rows.select_related("owner").order_by("pk"):
        yield ToDo(
            title=_("Find en anden ejer til gevinsten: %(title)s") % {"title": row.title},
            url=f"{row.get_absolute_url()}ret/",
            text=_("%(name)s har sagt nej: %(why)s") % {"name": row.owner or "", "why": row.declined_reason},
            level="yellow",
        )


def _without_owner(person: Person, on: date) -> list[ToDo]:
    return [
        ToDo(
            title=_("Find en ny ejer til gevinsten: %(title)s") % {"title": row.title},
            url=f"{row.get_absolute_url()}ret/",
            text=_("%(name)s er fratrådt.") % {"name": row.owner.name if row.owner else ""},
            level="yellow",
        )
        for row in asked_of(person, on, orphans(on))
    ]


def overdue(on: date) -> list[Benefit]:
    """Benefits that were not measured in time, by the municipality's patience. One query."""
    late = on - timedelta(days=settings().overdue_days)
    rows = Benefit.objects.filter(measure_on__lt=late).exclude(state=BenefitState.DROPPED.value)
    return list(rows.select_related("owner", "measurer", "project").order_by("measure_on", "pk"))


def to_measure() -> list[Benefit]:
    """Every benefit with a day on which somebody is asked: for the day's reminders. One query."""
    rows = Benefit.objects.filter(measure_on__isnull=False).exclude(state=BenefitState.DROPPED.value)
    return list(rows.select_related("owner", "measurer", "project").order_by("measure_on", "pk"))


def measuring_between(first: date, last: date) -> list[MeasuringDay]:
    """What is to be measured in a stretch of days: the dates on the wheel."""
    found = MeasuringDay.objects.filter(answered_at=None, on__gte=first, on__lte=last)
    return list(found.select_related("benefit__owner", "benefit__project").order_by("on", "pk"))
