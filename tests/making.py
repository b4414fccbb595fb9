"""What tests stand on, made by the product's own actions: a municipality, its people, its seats.

The cast: **Stine** chairs the steering group, **Peter** is its secretary, **Mette** leads projects and chairs the
programme group, **Jonas** represents an area, **Olga** is an employee without a seat, **Ada** is the administrator.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.test import Client

from styrehjul.bodies.actions import apply_kommissorium, change_post_holder, create_municipality, seat_person
from styrehjul.bodies.domain.model import SeatCount, SeatKind
from styrehjul.bodies.models import Body, Kommissorium, Municipality
from styrehjul.bodies.queries import rules_of
from styrehjul.people.actions import change_post, change_unit, create_person, create_post, create_unit, give_role
from styrehjul.people.domain.roles import Role, UnitKind
from styrehjul.people.models import OrgUnit, Person, Post, UnitGroup, User
from styrehjul.strategy.actions import create_goal
from styrehjul.strategy.models import Goal
from tests.replay import replayed
from tests.sending import FormClient

ROOT = Path(__file__).resolve().parents[1]
NORDDJURS = ROOT / "kommissorier" / "norddjurs.toml"
EXAMPLE = ROOT / "kommissorier" / "eksempel.toml"
NOW = datetime(2027, 5, 19, 10, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))
TODAY = NOW.date()
START = date(2027, 1, 1)
_numbers = itertools.count(1)


def a_municipality(
    kommissorium: Path | bytes = NORDDJURS, *, start: date = START, in_use_from: date = START, at: datetime = NOW
) -> Municipality:
    """A municipality whose kommissorium applies from `start`."""
    here = create_municipality(name="Norddjurs Kommune", in_use_from=in_use_from, by=None, at=at)
    a_kommissorium(kommissorium, start=start, at=at)
    return here


def a_kommissorium(source: Path | bytes = NORDDJURS, *, start: date = START, at: datetime = NOW) -> Kommissorium:
    """A version of the kommissorium, in force from `start`."""
    data = source if isinstance(source, bytes) else source.read_bytes()
    return apply_kommissorium(data, file="kommissorium.toml", applies_from=start, decision="prøve", by=None, at=at)


def a_unit(
    name: str = "",
    *,
    kind: UnitKind = UnitKind.DEPARTMENT,
    parent: OrgUnit | None = None,
    group: str = "",
    code: str = "",
) -> OrgUnit:
    """A unit; in the unit group `group` where one is named. One that the kommissorium found by name is given back."""
    name = name or f"Enhed {next(_numbers)}"
    groups = list(UnitGroup.objects.filter(code=group)) if group else []
    return create_unit(name=name, kind=kind.value, parent=parent, groups=groups, code=code, by=None, at=NOW)


def a_goal(title: str = "9 af 10 forstår brevet", *, start: date = START, at: datetime = NOW) -> Goal:
    """The goal with that title, made when it is not there."""
    return Goal.objects.filter(title=title).first() or create_goal(title=title, start=start, by=None, at=at)


def a_person(
    name: str = "",
    *,
    unit: OrgUnit | None = None,
    is_leader: bool = False,
    role: Role | None = None,
    role_unit: OrgUnit | None = None,
    title: str = "",
) -> Person:
    """A person with an address made of the name; with a role where one is given."""
    number = next(_numbers)
    name = name or f"Person {number}"
    email = f"{name.split()[0].lower()}{number}@norddjurs.example"
    person = create_person(name=name, email=email, unit=unit, is_leader=is_leader, title=title, by=None, at=NOW)
    if role is not None:
        give_role(person, role, start=date(2020, 1, 1), unit=role_unit, by=None, at=NOW)
    return person


def a_user(person: Person) -> User:
    """An account that can be signed in to without its password."""
    found = User.objects.filter(person=person).first()
    if found is None:
        found = User(person=person, email=person.email)
        found.set_unusable_password()
        found.save()
    return found


def signed_in(person: Person) -> Client:
    """A browser in which the person is signed in."""
    client = FormClient()
    client.force_login(a_user(person))
    return client


@dataclass
class Cast:
    """The people that most tests know, and the units they come from."""

    stine: Person
    peter: Person
    mette: Person
    jonas: Person
    olga: Person
    ada: Person
    steering: Body
    programme: Body
    digitalisation: OrgUnit
    staff: OrgUnit
    areas: list[OrgUnit] = field(default_factory=list)
    heads: list[Person] = field(default_factory=list)


def a_cast(*, areas: int = 3) -> Cast:
    """Norddjurs with every seat of both bodies taken; the first two areas are in welfare, the third is shared services.

    Area 1 is represented by Jonas, the others by people of their own.
    """
    return replayed(("cast", areas), lambda: _a_cast(areas))


def _a_cast(areas: int) -> Cast:
    a_municipality()
    top = a_unit("Kommunen", kind=UnitKind.MUNICIPALITY)
    staff = _named("staben", "Staben", UnitKind.STAFF_UNIT, top)
    service = a_unit("Borgerservice, IT og Digitalisering", kind=UnitKind.ADMINISTRATION, parent=top)
    digitalisation = _named("digitalisering", "Digitalisering", UnitKind.DEPARTMENT, service)
    stine = a_person("Stine Holm", unit=service, is_leader=True)
    mette = a_person("Mette Lund", unit=digitalisation, is_leader=True)
    peter = a_person("Peter Friis", unit=digitalisation)
    steering, programme = Body.objects.get(code="styregruppe"), Body.objects.get(code="programgruppe")
    cast = Cast(
        stine=stine, peter=peter, mette=mette, jonas=a_person("Jonas Beck"), olga=a_person("Olga Krog", unit=staff),
        ada=a_person("Ada Vang", unit=digitalisation, role=Role.ADMINISTRATOR), steering=steering, programme=programme,
        digitalisation=digitalisation, staff=staff,
    )  # fmt: skip
    _areas(cast, areas, top)
    _seats(cast)
    return cast


def _named(code: str, name: str, kind: UnitKind, parent: OrgUnit) -> OrgUnit:
    unit = OrgUnit.objects.filter(code=code).first()
    if unit is None:
        return create_unit(name=name, kind=kind.value, parent=parent, code=code, by=None, at=NOW)
    return change_unit(unit, parent=parent, kind=kind.value, by=None, at=NOW)


def _areas(cast: Cast, number: int, top: OrgUnit) -> None:
    names = ["Ældre og Omsorg", "Børn og Unge", "Økonomi og Løn", "Teknik og Miljø", "Kultur og Fritid"]
    every = [group for group in UnitGroup.objects.all() if "fagchef" in group.code]
    welfare = [group for group in UnitGroup.objects.all() if "velf" in group.code]
    shared = [group for group in UnitGroup.objects.all() if "faelles" in group.code]
    for place in range(number):
        name = names[place] if place < len(names) else f"Område {place + 1}"
        groups = [*every, *(welfare if place < 2 else shared)]
        unit = create_unit(
            name=name, kind=UnitKind.DEPARTMENT_AREA.value, parent=top, groups=groups, by=None, at=NOW
        )  # fmt: skip
        head = a_person(f"Chef{place + 1} Dam", unit=unit, is_leader=True)
        post = create_post(title=f"Fagchef, {name}", unit=unit, heads_unit=True, by=None, at=NOW)
        change_post_holder(post, head, start=START, by=None, at=NOW)
        cast.areas.append(unit)
        cast.heads.append(head)


def _seats(cast: Cast) -> None:
    """Every seat of both bodies, by what each asks for."""
    staff_head = a_person("Sara Vind", unit=cast.staff, is_leader=True)
    holders = {"Chef for Borgerservice, IT og Digitalisering": cast.stine, "Leder af Digitalisering": cast.mette}
    for post in Post.objects.exclude(title__startswith="Fagchef,"):
        person = holders.get(post.title, staff_head)
        change_post_holder(post, person, start=START, by=None, at=NOW)
        if post.title == "Leder af Digitalisering":
            change_post(post, unit=cast.digitalisation, heads_unit=True, by=None, at=NOW)
    welfare, shared = iter(cast.heads[:2]), iter(cast.heads[2:])
    for body in (cast.steering, cast.programme):
        for seat in rules_of(body, START).seats:
            if seat.post:
                continue
            if seat.kind is SeatKind.SECRETARY:
                seat_person(body, seat.key, cast.peter, start=START, by=None, at=NOW)
            elif seat.rule is SeatCount.ONE_PER:
                for place, area in enumerate(cast.areas):
                    person = cast.jonas if place == 0 else a_person(unit=area)
                    seat_person(body, seat.key, person, start=START, unit=area, function="koordinator", by=None, at=NOW)
            elif seat.area:
                heads = welfare if "velf" in seat.area else shared
                for head in itertools.islice(heads, seat.number or 1):
                    seat_person(body, seat.key, head, start=START, by=None, at=NOW)
            else:
                person = a_person("Sofie Lind", unit=cast.staff)
                seat_person(body, seat.key, person, start=START, function="it-ansvarlig", by=None, at=NOW)


__all__ = [
    "EXAMPLE", "NORDDJURS", "NOW", "START", "TODAY", "Cast", "a_cast", "a_kommissorium", "a_municipality", "a_person",
    "a_unit", "a_user", "signed_in",
]  # fmt: skip
