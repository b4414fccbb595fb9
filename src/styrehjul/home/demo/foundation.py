"""The demo's first day: municipality, kommissorium, units, people, seats, roles and accounts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings

from styrehjul.audit.unit import run
from styrehjul.bodies.actions import (
    answer_consent,
    apply_kommissorium,
    change_post_holder,
    create_municipality,
    end_holding,
    make_agreement,
    seat_person,
)
from styrehjul.bodies.models import Body, SeatHolding
from styrehjul.home.demo.organisation import PEOPLE, UNITS
from styrehjul.home.roles import ROLES
from styrehjul.people.actions import change_post, change_unit, create_person, create_post, create_unit, give_role
from styrehjul.people.domain.roles import Role
from styrehjul.people.models import OrgUnit, Person, Post, UnitGroup, User
from styrehjul.strategy.models import Goal
from styrehjul.systems.models import System

T = TypeVar("T")
NAME = "Norddjurs Kommune"
KOMMISSORIUM = Path(settings.ROOT) / "kommissorier" / "norddjurs.toml"
DOMAIN = "demo.example"

STEERING = (("stabschef", "henrik"), ("chef_velfaerd", "birgit"), ("chef_velfaerd", "torben"), ("sekretaer", "peter"))
PROGRAMME = (
    ("skole", "jonas", "koordinator"),
    ("boern", "camilla", "projektleder"),
    ("omsorg", "rasmus", "it-ansvarlig"),
    ("social", "line", "superbruger"),
    ("arbejdsmarked", "mikkel", "koordinator"),
    ("borgerservice", "aase", "koordinator"),
    ("oekonomi", "charlotte", "it-ansvarlig"),
    ("plan", "niels", "it-ansvarlig"),
    ("ejendomme", "pia", "koordinator"),
)
COORDINATORS = (("emil", "aaskolen"), ("bo", "engparken"), ("nanna", "kultur"), ("thomas", "plan"))


@dataclass
class Demo:
    """What the rest of the demo needs: everybody and everything by its key, and the day it is."""

    today: date
    start: date
    units: dict[str, OrgUnit] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    systems: dict[str, System] = field(default_factory=dict)
    steering: Body = field(default_factory=Body)
    programme: Body = field(default_factory=Body)


def do(action: Callable[..., T], *args: Any, **values: Any) -> T:
    """One action in an entry of its own, as a person's click is."""
    return run(lambda: action(*args, **values))


def found(demo: Demo, at: datetime) -> None:
    """Everything that stands on the first day of the demo's first year."""
    create_municipality(name=NAME, in_use_from=demo.start, by=None, at=at)
    _organisation(demo, at)
    apply_kommissorium(
        KOMMISSORIUM.read_bytes(),
        file=KOMMISSORIUM.name,
        applies_from=demo.start,
        decision="Direktionens beslutning om den tværgående digitaliseringsorganisation",
        by=None,
        at=at,
    )
    demo.steering = Body.objects.get(code="styregruppe")
    demo.programme = Body.objects.get(code="programgruppe")
    _groups(demo, at)
    _posts(demo, at)
    _seats(demo, at)
    _roles(demo, at)


def _organisation(demo: Demo, at: datetime) -> None:
    for unit in UNITS:
        demo.units[unit.code] = create_unit(
            name=unit.name,
            kind=unit.kind,
            parent=demo.units[unit.parent] if unit.parent else None,
            code=unit.code,
            start=demo.start,
            by=None,
            at=at,
        )
    for person in PEOPLE:
        demo.people[person.key] = create_person(
            name=person.name,
            email=f"{person.key}@{DOMAIN}",
            title=person.title,
            unit=demo.units[person.unit],
            is_leader=person.leader,
            by=None,
            at=at,
        )


def _groups(demo: Demo, at: datetime) -> None:
    """The kommissorium names groups of units; the municipality says which units belong to them."""
    for unit in UNITS:
        if unit.groups:
            groups = list(UnitGroup.objects.filter(code__in=unit.groups))
            demo.units[unit.code] = change_unit(demo.units[unit.code], groups=groups, by=None, at=at)


def _posts(demo: Demo, at: datetime) -> None:
    for person in PEOPLE:
        if not person.post:
            continue
        unit = demo.units[person.unit]
        post = Post.objects.filter(title__iexact=person.title).first()
        if post is None:
            post = create_post(title=person.title, unit=unit, heads_unit=True, by=None, at=at)
        else:
            change_post(post, unit=unit, heads_unit=True, by=None, at=at)
        change_post_holder(post, demo.people[person.key], start=demo.start, by=None, at=at)


def _seats(demo: Demo, at: datetime) -> None:
    sg, pg, people, units = demo.steering, demo.programme, demo.people, demo.units
    for key, person in STEERING:
        if not SeatHolding.objects.filter(body=sg, seat_key=key, person=people[person]).exists():
            seat_person(sg, key, people[person], start=demo.start, by=None, at=at)
    # A member was replaced in the first summer: minutes from before show who sat there then.
    change = demo.start.replace(month=8, day=1)
    seat_person(
        sg,
        "chef_faellesforvaltning",
        people["michael"],
        start=demo.start,
        end=change - timedelta(days=1),
        by=None,
        at=at,
    )
    seat_person(sg, "chef_faellesforvaltning", people["susanne"], start=change, by=None, at=at)
    seat_person(pg, "sekretaer", people["peter"], start=demo.start, by=None, at=at)
    seat_person(pg, "repraesentant_staben", people["tine"], start=demo.start, function="projektleder", by=None, at=at)
    for area, person, function in PROGRAMME:
        seat_person(
            pg, "repraesentant_fagchefomraade", people[person], unit=units[area], start=demo.start, function=function, by=None, at=at,
        )  # fmt: skip
    agreement = make_agreement(
        pg, "repraesentant_fagchefomraade", people["jonas"], [units["skole"], units["dagtilbud"]], start=demo.start, by=None, at=at,
    )  # fmt: skip
    for consent in agreement.consents.filter(own_area=False):
        answer_consent(consent, given=True, by=people["gitte"], at=at)


def _roles(demo: Demo, at: datetime) -> None:
    give_role(demo.people["klaus"], Role.ADMINISTRATOR, start=demo.start, by=None, at=at)
    give_role(demo.people["karen"], Role.PORTFOLIO_ADMINISTRATOR, start=demo.start, by=None, at=at)
    for person, unit in COORDINATORS:
        give_role(demo.people[person], Role.LOCAL_COORDINATOR, unit=demo.units[unit], start=demo.start, by=None, at=at)
    # The demo's door signs people in by itself, so its accounts have no password at all.
    for role in ROLES:
        user = User(email=role.email, person=Person.objects.get(email=role.email))
        user.set_unusable_password()
        user.save()


def loose_ends(demo: Demo, at: datetime) -> None:
    """What is open today: a vacant seat, and an agreement that lacks a consent."""
    pia = SeatHolding.objects.get(body=demo.programme, person=demo.people["pia"])
    end_holding(pia, last_day=demo.today - timedelta(days=21), by=None, at=at)
    make_agreement(
        demo.programme,
        "repraesentant_fagchefomraade",
        demo.people["aase"],
        [demo.units["borgerservice"], demo.units["kultur"]],
        start=demo.today - timedelta(days=10),
        by=demo.people["peter"],
        at=at,
    )
