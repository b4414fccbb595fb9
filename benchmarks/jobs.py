"""Two pieces of work that somebody waits for: the agenda as a PDF of sixty pages, and a meeting with much to decide that ends."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks import data
from styrehjul.audit import unit
from styrehjul.audit.current import forget_all
from styrehjul.bodies.models import Body
from styrehjul.documents.pdf import page_count
from styrehjul.meetings.actions import end_meeting
from styrehjul.meetings.building import build_agenda
from styrehjul.meetings.models import Decision, Effect, Matter, Meeting, RecommendationPoint, Treatment
from styrehjul.people.models import Person, User
from styrehjul.portfolio.models import Project

ROUNDS, PAGES, ITEMS, EFFECTS = 3, 60, 12, 30
PARAGRAPH = (
    "Sagen har været i høring hos de berørte områder, og deres svar er indarbejdet i det, der nu indstilles. " * 6
)


@dataclass(frozen=True)
class Job:
    """What one piece of work took, in seconds of the wall's clock."""

    name: str
    goal: float
    seconds: float
    note: str


def jobs() -> list[Job]:
    """Each one a few times; the middle one counts."""
    return [_agenda(), _end(), _export()]


def _agenda() -> Job:
    meeting = _meeting(days=20, state="on_agenda")
    meeting.treatments.update(case_presentation="\n\n".join([PARAGRAPH] * 34))
    took, pages = [], 0
    for _round in range(ROUNDS):
        began = time.perf_counter()
        built = build_agenda(meeting, at=data.NOW)
        took.append(time.perf_counter() - began)
        pages = page_count(built.members_pdf)
    assert pages >= PAGES, pages
    note = f"{pages} sider: indhold, hash, medlemmernes og den åbne udgave, begge efterprøvet, og samlet materiale"
    return Job(f"dagsorden som PDF, {pages} sider", 2.0, statistics.median(took), note)


def _end() -> Job:
    took, statements = [], 0
    for number in range(ROUNDS):
        meeting = _held(number)
        secretary = Person.objects.get(name="Person 0000")
        began = time.perf_counter()
        with CaptureQueriesContext(connection) as queries:
            unit.run(partial(end_meeting, meeting, by=secretary, at=meeting.ends_at, with_chair=True))
        took.append(time.perf_counter() - began)
        statements = len(queries)
        done = Effect.objects.filter(decision__meeting=meeting, state="applied").count()
        assert done == EFFECTS, f"{done} of {EFFECTS} effects were carried out"
    return Job(
        f"Afslut mødet, {ITEMS} beslutninger", 1.5, statistics.median(took), f"{EFFECTS} virkninger, {statements} SQL"
    )


def _export() -> Job:
    """Every project as a spreadsheet, as the page gives it."""
    client = Client()
    client.force_login(User.objects.get(email="maaling@example.org"))
    took, size = [], 0
    for _round in range(ROUNDS):
        forget_all()
        began = time.perf_counter()
        answer = client.get("/projekter/?format=xlsx")
        size = len(answer.getvalue())
        took.append(time.perf_counter() - began)
    count = Project.objects.count()
    return Job(f"Excel, {count} projekter", 2.0, statistics.median(took), f"{size // 1000} kB")


def _meeting(*, days: int, state: str, **more: object) -> Meeting:
    starts = data.NOW + timedelta(days=days)
    meeting = data.put(
        Meeting(
            body=Body.objects.get(code="styregruppe"), year=starts.year, extra=True, starts_at=starts,
            ends_at=starts + timedelta(hours=2), place="Byrådssalen", calendar_state="invited", **more, **data.stamps,
        )
    )  # fmt: skip
    people = list(Person.objects.order_by("pk")[:8])
    projects = list(Project.objects.filter(state="active", category="cross").order_by("pk")[:EFFECTS])
    matters = Matter.objects.bulk_create(Matter(title=f"Sag {n}", **data.stamps) for n in range(ITEMS))
    treatments = Treatment.objects.bulk_create(
        Treatment(
            matter=matter, body=meeting.body, meeting=meeting, position=n, title=f"Prioritering {n}", kind="decision",
            responsible=people[n % 8], state=state, outcome="approved" if state == "treated" else "",
            summary="Et kort resumé.", financial_impact="Ingen", **data.stamps,
        )
        for n, matter in enumerate(matters)
    )  # fmt: skip
    points = RecommendationPoint.objects.bulk_create(
        RecommendationPoint(treatment=t, position=0, text="prioriteten godkendes", **data.stamps) for t in treatments
    )
    Effect.objects.bulk_create(
        Effect(
            point=points[n % ITEMS], position=n, command="project.set_priority", project=project,
            args={"priority": (project.priority or 1) + 1}, expected={"priority": project.priority}, **data.stamps,
        )
        for n, project in enumerate(projects)
    )  # fmt: skip
    data.attend(meeting, people, status="present" if state == "treated" else "")
    return meeting


def _held(number: int) -> Meeting:
    meeting = _meeting(days=-number - 1, state="treated", agenda_state="sent", minutes_state="draft")
    treatments = meeting.treatments.order_by("position")
    decisions = Decision.objects.bulk_create(
        Decision(
            treatment=t, body=meeting.body, meeting=meeting, outcome="approved", text="Indstillingen følges.",
            state="provisional", **data.stamps,
        )
        for t in treatments
    )  # fmt: skip
    for decision in decisions:
        Effect.objects.filter(point__treatment=decision.treatment).update(decision=decision)
    return meeting


def report(done: list[Job], say: Callable[[str], None]) -> bool:
    """One line each."""
    say("")
    say(f"{'arbejde':36} {'sekunder':>9} {'mål':>5}")
    for job in done:
        say(
            f"{job.name:36} {job.seconds:9.2f} {job.goal:5.1f}   {job.note}{'' if job.seconds <= job.goal else '   over målet'}"
        )
    return all(job.seconds <= job.goal for job in done)
