"""Who people are by their seats, lent to the packages above, and what they may do about bodies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Q

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import Standing, bodies_q, body_key, fed_bodies, standing_of
from styrehjul.people.models import Person
from styrehjul.people.permissions import ADMINISTRATOR, EVERYONE
from styrehjul.people.policy import Row, Who


def _by_seat(code: str, words: str, keys: Callable[[Standing, Person, date], frozenset[int]]) -> Who:
    """A Who that holds for objects of the bodies that `keys` gives; lists are filtered by `body`."""

    def holds(person: Person, obj: Any, on: date) -> bool:
        bodies = keys(standing_of(person, on), person, on)
        return bool(bodies) if obj is None else body_key(obj) in bodies

    return Who(code, words, holds, lambda person, on: bodies_q("body", keys(standing_of(person, on), person, on)))


def _fed(standing: Standing, person: Person, on: date) -> frozenset[int]:
    """Bodies whose meetings are prepared by a body that the person chairs."""
    if not standing.chairs:
        return frozenset()
    keys = dict(Body.objects.values_list("code", "pk"))
    pairs = fed_bodies(on).items()
    return frozenset(keys[to] for code, to in pairs if to in keys and keys.get(code) in standing.chairs)


SECRETARY = _by_seat("secretary", "Sekretæren", lambda s, p, on: s.secretaries)
SECRETARY_STAND_IN = _by_seat("secretary_stand_in", "Sekretærens stedfortræder", lambda s, p, on: s.secretary_for)
CHAIR = _by_seat("chair", "Formanden", lambda s, p, on: s.chairs)
CHAIR_STAND_IN_LEAD = _by_seat(
    "chair_lead", "Den, som formanden har overdraget mødeledelsen", lambda s, p, on: s.leads_for
)
CHAIR_STAND_IN_APPROVE = _by_seat(
    "chair_approve", "Den, som formanden har overdraget godkendelsen", lambda s, p, on: s.approves_for
)
PREPARING_CHAIR = _by_seat("preparing_chair", "Formanden for det forberedende organ", _fed)
MEMBER = _by_seat("member", "Organets medlemmer", lambda s, p, on: s.members)
AT_TABLE = _by_seat("at_table", "Alle med en plads i organet", lambda s, p, on: s.present)

SECRETARIAT = (SECRETARY, SECRETARY_STAND_IN)
LEADERS = (CHAIR, CHAIR_STAND_IN_LEAD)
APPROVERS = (CHAIR, CHAIR_STAND_IN_APPROVE)
PREPARERS = (*SECRETARIAT, *LEADERS, CHAIR_STAND_IN_APPROVE, PREPARING_CHAIR)


def anywhere(who: Who) -> Who:
    """The same people, whatever the thing is about: their seat has nothing to do with it."""
    return Who(
        who.code,
        who.words,
        lambda person, obj, on: who.holds(person, None, on),
        lambda person, on: Q() if who.holds(person, None, on) else Q(pk__in=[]),
    )


def rows(action: str, whos: tuple[Who, ...], sentence: str) -> tuple[Row, ...]:
    """The same right for several kinds of people."""
    return tuple(Row(action, who, sentence) for who in whos)


ROWS = (
    Row("body.see", EVERYONE, "Alle ansatte kan se organer, pladser, sammensætning og aftaler."),
    Row("kommissorium.see", EVERYONE, "Alle ansatte kan læse kommissoriet, også tidligere udgaver."),
    Row("kommissorium.change", ADMINISTRATOR, "Administrator sætter en ny udgave af kommissoriet i kraft."),
    *rows(
        "seat.change",
        (*SECRETARIAT, ADMINISTRATOR),
        "Sekretæren og administrator besætter pladser og afslutter dem.",
    ),
    *rows(
        "agreement.change",
        (*SECRETARIAT, ADMINISTRATOR),
        "Sekretæren registrerer dækningsaftaler og kan indføre et samtykke med en note.",
    ),
    *rows("delegation.chair", LEADERS[:1], "Formanden overdrager mødeledelse eller godkendelse for en periode."),
    *rows(
        "delegation.secretary",
        (SECRETARY, CHAIR, PREPARING_CHAIR),
        "Sekretæren, formanden eller det forberedende organs formand sætter en stedfortræder for sekretæren.",
    ),
    Row("municipality.change", ADMINISTRATOR, "Administrator ændrer kommunens navn, lukkedage og indstillinger."),
)
