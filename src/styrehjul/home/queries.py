"""Reads over several packages: the front page and the search."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import active_bodies, standing_of
from styrehjul.kernel.danish import SHORT_MONTHS, ZONE, clock, weekday_text
from styrehjul.meetings.domain.states import AgendaState, CalendarState, DecisionState, MinutesState
from styrehjul.meetings.models import Decision, Meeting
from styrehjul.meetings.reading.matters import matters as readable_matters
from styrehjul.people.models import OrgUnit, Person
from styrehjul.people.policy import visible_to
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries import ChangeLine, changes_since, lines_of

SHOWN_CHANGES, SHOWN_DECISIONS, HITS = 5, 5, 10
STEPS = (
    ("items_closed", "Emner", "frist for punkter"),
    ("material", "Materiale", ""),
    ("chair", "Formandens godkendelse", ""),
    ("dispatch", "Udsendelse", ""),
)


@dataclass(frozen=True)
class Step:
    """One step of a meeting's preparation, as the row of circles shows it."""

    title: str
    text: str
    state: str = ""
    url: str = ""


@dataclass(frozen=True)
class NextMeeting:
    """The meeting that the front page opens on."""

    url: str
    title: str
    lead: str
    steps: tuple[Step, ...]


def first_body(on: date) -> Body | None:
    """The body that stands first in the kommissorium: the one that decides."""
    bodies = active_bodies(on)
    return bodies[0] if bodies else None


def next_meeting(person: Person, on: date) -> NextMeeting | None:
    """The next meeting of a body where the person sits; for everybody else of the first body."""
    standing = standing_of(person, on)
    coming = (
        Meeting.objects.filter(
            starts_at__gte=datetime.combine(on, datetime.min.time(), tzinfo=ZONE), ended_at__isnull=True
        )
        .exclude(calendar_state=CalendarState.CANCELLED.value)
        .select_related("body")
        .prefetch_related("deadlines")
        .order_by("starts_at")
    )
    mine = standing.present | standing.secretary_for
    if mine:
        coming = coming.filter(body__in=mine)
    elif (first := first_body(on)) is not None:
        coming = coming.filter(body=first)
    meeting = coming.first()
    if meeting is None:
        return None
    start = meeting.starts_at.astimezone(ZONE)
    title = f"{meeting.body.name_definite[:1].upper()}{meeting.body.name_definite[1:]} {weekday_text(start.date())} "
    lead = [meeting.place or meeting.link or "Intet lokale endnu"]
    if meeting.room_state == "confirmed":
        lead[0] += " (bekræftet)"
    return NextMeeting(
        url=meeting.get_absolute_url(),
        title=title + f"kl. {clock(meeting.starts_at)}–{clock(meeting.ends_at)}",
        lead=" · ".join(lead),
        steps=_steps(meeting),
    )


def _steps(meeting: Meeting) -> tuple[Step, ...]:
    """Emner, materiale, godkendelse, udsendelse, møde, referat: what is done, what is now, and by when."""
    due = {deadline.code: deadline.at.astimezone(ZONE).date() for deadline in meeting.deadlines.all()}
    order = [AgendaState.OPEN, AgendaState.CLOSED, AgendaState.TO_CHAIR, AgendaState.APPROVED, AgendaState.SENT]
    agenda = AgendaState(meeting.agenda_state)
    reached = len(order) if agenda is AgendaState.ADOPTED else order.index(agenda)
    # Steps done by the agenda's state: items and material when it went to the chair, and so on.
    done = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 4}[reached]
    rows = [(title, due[code]) for code, title, _note in STEPS if code in due]
    day = meeting.starts_at.astimezone(ZONE).date()
    rows.append(("Møde", day))
    if "minutes_draft" in due:
        rows.append(("Referat", due["minutes_draft"]))
    if meeting.minutes_state != MinutesState.NONE:
        done = len(rows) - 1
    return tuple(
        Step(
            title, f"{at.day}. {SHORT_MONTHS[at.month - 1]}", "done" if index < done else "now" if index == done else ""
        )
        for index, (title, at) in enumerate(rows)
    )


def since_last_meeting(on: date) -> tuple[datetime, Meeting | None]:
    """The end of the first body's last meeting; three months back where there was none."""
    body = first_body(on)
    last = (
        Meeting.objects.filter(body=body, ended_at__isnull=False).select_related("body").order_by("-ended_at").first()
        if body
        else None
    )
    if last is not None and last.ended_at:
        return last.ended_at, last
    return datetime.combine(on - timedelta(days=91), datetime.min.time(), tzinfo=ZONE), None


@dataclass(frozen=True)
class DecisionLine:
    """A decision as the front page tells it."""

    url: str
    title: str
    text: str


def latest_decisions() -> list[DecisionLine]:
    """The last decisions in force, open ones only."""
    found = (
        Decision.objects.filter(state=DecisionState.IN_FORCE.value, treatment__access="open")
        .exclude(number="")
        .order_by("-in_force_at", "-serial")
        .values_list("pk", "treatment__title", "number", "outcome")
    )
    words = dict(Decision._meta.get_field("outcome").flatchoices)
    return [
        DecisionLine(f"/beslutninger/{pk}/", title, f"{number} · {words.get(outcome, outcome)}")
        for pk, title, number, outcome in found[:SHOWN_DECISIONS]
    ]


def latest_changes(moment: datetime) -> tuple[list[ChangeLine], int]:
    """What moved since then, weightiest first, and how much there is in all."""
    changes = changes_since(moment)
    return lines_of(changes[:SHOWN_CHANGES]), len(changes)


@dataclass(frozen=True)
class Hit:
    """One thing found."""

    title: str
    url: str
    text: str = ""


@dataclass(frozen=True)
class Hits:
    """What was found of one kind; `more` leads to all of them where that kind has a list of its own."""

    kind: str
    hits: tuple[Hit, ...]
    more: str = ""


def search(words: str, person: Person, on: date) -> list[Hits]:
    """Everything the person may see in which every word stands, grouped by kind."""
    asked = words.split()[:8]
    if not asked:
        return []

    def has(*fields: str) -> Q:
        condition = Q()
        for word in asked:
            anywhere = Q()
            for field in fields:
                anywhere |= Q(**{f"{field}__icontains": word})
            condition &= anywhere
        return condition

    projects = Project.objects.filter(has("title", "number", "purpose", "summary"), visibility="all").select_related(
        "lead_area"
    )
    matters = readable_matters(person, on, words=words)
    decisions = (
        Decision.objects.filter(visible_to(person, "decision.see", on=on), has("number", "text", "treatment__title"))
        .select_related("treatment", "body")
        .distinct()
    )
    people = Person.objects.on(on).filter(has("name", "title", "email")).select_related("unit")
    units = OrgUnit.objects.on(on).filter(has("name"))
    bodies = Body.objects.on(on).filter(has("name", "name_definite", "short_code"))
    groups: list[tuple[str, Any, Callable[[Any], Hit], str]] = [
        ("Projekter", projects, lambda p: Hit(p.title, p.get_absolute_url(), f"{p.number} · {p.lead_area}"), f"/projekter/?q={words}"),
        ("Sager", matters, lambda m: Hit(m.title, f"/sager/{m.pk}/"), f"/sager/?q={words}"),
        ("Beslutninger", decisions, lambda d: Hit(d.treatment.title, f"/beslutninger/{d.pk}/", f"{d.number} · {d.body}"), ""),
        ("Personer", people, lambda p: Hit(p.name, f"/organisation/personer/{p.pk}/", " · ".join(filter(None, (p.title, str(p.unit or ""))))), ""),
        ("Enheder", units, lambda u: Hit(u.name, f"/organisation/enheder/{u.pk}/"), ""),
        ("Organer", bodies, lambda b: Hit(b.name, f"/organisation/organer/{b.code}/"), ""),
    ]  # fmt: skip
    found = [(kind, tuple(make(row) for row in rows[:HITS]), more) for kind, rows, make, more in groups]
    return [Hits(kind, hits, more if len(hits) == HITS else "") for kind, hits, more in found if hits]
