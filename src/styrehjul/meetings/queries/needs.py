"""Needs for decisions as lists: those that wait, those that are late, and who gathers them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import Standing, active_bodies, standing_of
from styrehjul.kernel.danish import day_text
from styrehjul.meetings.domain.matters import WAITING, CirculationState, NeedState, is_late
from styrehjul.meetings.models import Circulation, CirculationAnswer, DecisionNeed
from styrehjul.meetings.queries.seats import day_of, rules_for
from styrehjul.people.models import Person
from styrehjul.people.queries import remembered
from styrehjul.ui.todo import ToDo, level_for

CONTENT = "fastlaeggelse_beslutningsbehov"


def gathering_bodies(on: date) -> list[tuple[Body, Body | None]]:
    """The bodies whose agendas determine needs, each with the body that their meetings prepare."""
    bodies = active_bodies(on)
    by_code = {body.code: body for body in bodies}
    found = []
    for body in bodies:
        rules = rules_for(body, on)
        if rules is not None and any((rule.content or rule.key) == CONTENT for rule in rules.standing_items):
            found.append((body, by_code.get(rules.cadence.follows or "")))
    return found


def needs() -> QuerySet[DecisionNeed]:
    """All of them, with what a line tells, the oldest first."""
    return DecisionNeed.objects.select_related(
        "body", "target", "raised_by", "project", "matter", "treatment__meeting__body", "treatment__body", "decision",
        "ticked_at", "taken_from",
    ).order_by("raised_on", "pk")  # fmt: skip


def waiting(body: Body) -> list[DecisionNeed]:
    """The body's needs that nobody has answered."""
    return list(needs().filter(body=body, state__in=WAITING))


def need_words(need: DecisionNeed, on: date) -> str:
    """ "34 dage, rejst af Anna Friis, afgøres i styregruppen, ønskes senest 9. juni 2027"."""
    days = (on - need.raised_on).days
    age = "rejst i dag" if days < 1 else "1 dag" if days == 1 else f"{days} dage"
    parts = [age, f"rejst af {need.raised_by.name}", f"afgøres i {need.target.name_definite}"]
    if need.wanted_by:
        parts.append(f"ønskes senest {day_text(need.wanted_by)}")
    if need.state == NeedState.TAKEN_FORWARD.value:
        parts.append("ført videre")
    return ", ".join(parts)


def days_open(body: Body, on: date) -> int | None:
    """How long the body lets a need stand, where its rules say so."""
    rules = rules_for(body, on)
    return rules.settings.need_days_open if rules else None


def running_circulations(person: Person, on: date, body: int | None = None) -> list[Circulation]:
    """The written procedures that run and that the person is asked in or prepares; those of one body where it is named."""
    standing = standing_of(person, on)
    own = standing.secretaries | standing.secretary_for | standing.chairs | standing.leads_for
    found = Circulation.objects.filter(Q(answers__person=person) | Q(treatment__body__in=own))
    found = found.filter(state=CirculationState.OPEN.value)
    if body is not None:
        found = found.filter(treatment__body=body)
    return list(found.select_related("treatment__body").distinct().order_by("due_at", "pk"))


def late(need: DecisionNeed, on: date) -> bool:
    """Whether it has stood too long, or is past the day it was wanted by."""
    if need.state not in WAITING:
        return False
    return is_late(need.wanted_by, need.raised_on, on, days_open(need.body, on))


def late_todos(standing: Standing, on: date) -> Iterator[ToDo]:
    """Late needs, for the secretaries and chairs of the body that gathers them and of the one that is to answer."""
    keys = standing.secretaries | standing.secretary_for | standing.chairs | standing.leads_for
    if not keys:
        return
    # The rules of when a need is late differ from body to body, so they are asked one by one.
    found = DecisionNeed.objects.filter(Q(body__in=keys) | Q(target__in=keys), state__in=WAITING)
    for need in found.select_related("body", "target").order_by("raised_on", "pk"):
        if not late(need, on):
            continue
        limit = days_open(need.body, on)
        due = need.wanted_by or need.raised_on + timedelta(days=90 if limit is None else limit)
        yield ToDo(
            title=_("Beslutningsbehov uden svar: %(question)s") % {"question": need.question},
            url=need.get_absolute_url(),
            text=_("Åbent i %(n)d dage. Afgøres i %(body)s.")
            % {"n": (on - need.raised_on).days, "body": need.target.name_definite},
            level="red",
            due=due,
        )


def written_todos(person: Person, on: date) -> Iterator[ToDo]:
    """Written procedures that wait for this person's answer."""
    unanswered = CirculationAnswer.objects.filter(person=person, answer="")
    # Mostly there are none, and then the items that such rows are about need not be looked at.
    keys = remembered(person, "unanswered", on, lambda: frozenset(unanswered.values_list("pk", flat=True)))
    if not keys:
        return
    mine = unanswered.filter(circulation__state=CirculationState.OPEN.value)
    for row in mine.select_related("circulation__treatment__body").order_by("circulation__due_at"):
        due = day_of(row.circulation.due_at)
        yield ToDo(
            title=_("Svar på skriftlig høring: %(title)s") % {"title": row.circulation.treatment.title},
            url=row.circulation.get_absolute_url(),
            text=row.circulation.treatment.body.name,
            level=level_for(due, on),
            due=due,
        )


def average_days(found: QuerySet[DecisionNeed]) -> int | None:
    """How many days it took from need to decision, on average; None while nothing is decided."""
    took = [
        (ended - raised).days
        for raised, ended in found.filter(state=NeedState.DECIDED.value).values_list("raised_on", "ended_on")
        if ended is not None
    ]
    return round(sum(took) / len(took)) if took else None
