"""Data of a municipality's size, made with a fixed seed and written in bulk: it measures reading, not writing."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from django.contrib.auth.hashers import make_password
from django.db.models import Model

from styrehjul.audit.unit import record
from styrehjul.bodies.models import Body, Kommissorium, Municipality, SeatHolding
from styrehjul.meetings.models import (
    Annex,
    Attendance,
    Decision,
    Matter,
    Meeting,
    MeetingDeadline,
    RecommendationPoint,
    Treatment,
)
from styrehjul.people.models import OrgUnit, Person, User
from styrehjul.portfolio.domain.life import Category, Light, ProjectState
from styrehjul.portfolio.models import Project, ProjectChange, ProjectRole

SIZES = {
    "small": {"units": 200, "people": 500, "projects": 200, "meetings": 60, "items": 12},
    "large": {"units": 2000, "people": 5000, "projects": 2000, "meetings": 600, "items": 12},
}
NOW = datetime(2027, 5, 18, 8, tzinfo=UTC)
KOMMISSORIUM = Path(__file__).parents[1] / "kommissorier" / "norddjurs.toml"
stamps = {"created_at": NOW, "updated_at": NOW}
T = TypeVar("T", bound=Model)


def put(row: T) -> T:
    """One row in bulk: without history and event, which only `audit.store` writes."""
    return type(row)._default_manager.bulk_create([row])[0]


def make(size: str) -> User:
    """Fill the empty database; returns the account that the measuring signs in as (the secretary)."""
    counts, dice = SIZES[size], random.Random(20270518)  # noqa: S311 - data, not secrets
    put(Municipality(name="Målekommune", in_use_from=date(2017, 1, 1), **stamps))
    source = KOMMISSORIUM.read_text()
    put(Kommissorium(number=1, name="Kommissorium", applies_from=date(2017, 1, 1), source=source, **stamps))
    units = _units(counts["units"])
    people = _people(counts["people"], units, dice)
    bodies = [
        put(Body(code=code, short_code=short, name=name, name_definite=f"{name}n".lower(), position=n, **stamps))
        for n, (code, short, name) in enumerate(
            [("styregruppe", "SG", "Styregruppe"), ("programgruppe", "PG", "Programgruppe")]
        )
    ]
    _seats(bodies, people)
    projects = _projects(counts["projects"], units, people, dice)
    _meetings(counts["meetings"], counts["items"], bodies, people, projects, dice)
    record("benchmark.data", by=None, at=NOW, changes=dict(counts))  # a real database has a chain
    return User.objects.create(email="maaling@example.org", person=people[0], password=make_password(None))


def _units(count: int) -> list[OrgUnit]:
    top = put(OrgUnit(name="Målekommune", kind="municipality", **stamps))
    rows = [OrgUnit(name=f"Enhed {n:04}", kind="department_area", parent=top, **stamps) for n in range(count)]
    return OrgUnit.objects.bulk_create(rows)


def _people(count: int, units: list[OrgUnit], dice: random.Random) -> list[Person]:
    rows = [
        Person(name=f"Person {n:04}", email=f"person{n}@example.org", unit=dice.choice(units), **stamps)
        for n in range(count)
    ]
    return Person.objects.bulk_create(rows)


def _seats(bodies: list[Body], people: list[Person]) -> None:
    kinds = ["secretary", "chair", *["member"] * 6]
    SeatHolding.objects.bulk_create(
        SeatHolding(body=body, seat_key=kind, kind=kind, person=people[n], start=date(2017, 1, 1), **stamps)
        for body in bodies
        for n, kind in enumerate(kinds)
    )


def _projects(count: int, units: list[OrgUnit], people: list[Person], dice: random.Random) -> list[Project]:
    states = [ProjectState.ACTIVE] * 6 + [ProjectState.APPROVED, ProjectState.PROPOSED, ProjectState.CLOSED]
    rows = []
    for n in range(count):
        start = date(2024, 1, 1) + timedelta(days=dice.randrange(1200))
        category = dice.choice(list(Category))
        rows.append(
            Project(
                number=f"P-{start.year}-{n:04}",
                title=f"Projekt {n:04} om {dice.choice(['digital post', 'omsorg', 'byggesager', 'fakturaer'])}",
                category=category.value,
                subtype="own_cross" if category is Category.CROSS else "",
                state=dice.choice(states).value,
                purpose="Borgerne skal kunne klare det selv, og medarbejderne skal taste mindre. " * 4,
                cost_tdkk=Decimal(dice.randrange(50, 5000)),
                lead_area=dice.choice(units),
                contact=dice.choice(people),
                planned_start=start,
                planned_end=start + timedelta(days=dice.randrange(90, 900)),
                priority=dice.randrange(1, 90) if category is not Category.LOCAL else None,
                light=dice.choice(list(Light)).value,
                status_sentence="Kører efter planen",
                status_on=date(2027, 4, 1),
                **stamps,
            )
        )
    projects = Project.objects.bulk_create(rows)
    ProjectRole.objects.bulk_create(
        ProjectRole(project=p, person=dice.choice(people), kind="manager", start=date(2024, 1, 1), **stamps)
        for p in projects
    )
    ProjectChange.objects.bulk_create(
        ProjectChange(
            project=p, at=NOW - timedelta(days=dice.randrange(400)), by=people[0], kind="priority", old="9", new="3"
        )
        for p in projects
    )
    return projects


def _meetings(
    count: int, items: int, bodies: list[Body], people: list[Person], projects: list[Project], dice: random.Random
) -> None:
    per_body = count // len(bodies)
    for number, body in enumerate(bodies):
        for n in range(per_body):
            starts = NOW + timedelta(days=40 - number * 28 - 91 * n if n < 12 else 40 - number * 28 - 91 * 12 - 3 * n)
            past = starts < NOW
            regular = n < 12
            quarter = (starts.month - 1) // 3 + 1
            meeting = put(
                Meeting(
                    body=body,
                    year=starts.year,
                    slot=f"q{quarter}-{n}" if regular else "",
                    extra=not regular,
                    starts_at=starts,
                    ends_at=starts + timedelta(hours=2),
                    place="Mødelokale Kattegat",
                    calendar_state="invited",
                    agenda_state="adopted" if past else "open",
                    minutes_state="approved" if past else "none",
                    ended_at=starts + timedelta(hours=2) if past else None,
                    **stamps,
                )
            )
            MeetingDeadline.objects.bulk_create(
                MeetingDeadline(meeting=meeting, code=code, label=code, at=starts - timedelta(days=days))
                for code, days in [("items_closed", 21), ("material", 14), ("chair", 8), ("dispatch", 7)]
            )
            size = 40 if (number, n) == (0, 1) else items
            fill(meeting, size, people, projects, dice, past=past)


def fill(
    meeting: Meeting, size: int, people: list[Person], projects: list[Project], dice: random.Random, *, past: bool
) -> None:
    """Items with recommendation, annexes, attendance and, where the meeting is over, decisions."""
    matters = Matter.objects.bulk_create(
        Matter(title=f"Sag {n}", project=dice.choice(projects), **stamps) for n in range(size)
    )
    treatments = Treatment.objects.bulk_create(
        Treatment(
            matter=matter,
            body=meeting.body,
            meeting=meeting,
            position=n,
            number=n + 1 if past else None,
            title=f"Nyt projektforslag {n}",
            kind="decision" if n % 2 else "information",
            responsible=dice.choice(people),
            state="closed" if past else "on_agenda",
            outcome="approved" if past else "",
            summary="Et kort resumé af sagen i to linjer, som medlemmerne læser først.",
            financial_impact="Ingen",
            **stamps,
        )
        for n, matter in enumerate(matters)
    )
    RecommendationPoint.objects.bulk_create(
        RecommendationPoint(treatment=t, position=n, text="projektforslaget godkendes", **stamps)
        for t in treatments
        for n in range(2)
    )
    Annex.objects.bulk_create(
        Annex(treatment=t, title="Notat om økonomi", link="https://example.org/notat", **stamps) for t in treatments
    )
    attend(meeting, people[:8])
    if past:
        Decision.objects.bulk_create(
            Decision(
                treatment=t,
                body=meeting.body,
                meeting=meeting,
                outcome="approved",
                text="Indstillingen følges.",
                state="in_force",
                year=meeting.year,
                serial=meeting.pk * 100 + n,
                number=f"{meeting.body.short_code}-{meeting.year}-{meeting.pk * 100 + n}",
                in_force_at=meeting.ended_at,
                **stamps,
            )
            for n, t in enumerate(treatments)
        )


def attend(meeting: Meeting, people: list[Person], *, status: str = "") -> None:
    """Everybody is called and has said yes."""
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, person=p, seat_kind="member", reply="accepted", status=status, **stamps)
        for p in people
    )
