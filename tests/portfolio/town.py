"""A small town with the kommissorium that ships, its people and a proposal, made by the real actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from styrehjul.bodies.actions.kommissorium import apply_kommissorium
from styrehjul.bodies.actions.municipality import create_municipality
from styrehjul.bodies.actions.seats import seat_person
from styrehjul.bodies.models import Body
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.mandate import Mandate
from styrehjul.people.actions import create_person, create_unit, give_role, set_account
from styrehjul.people.domain.roles import Role, UnitKind
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio import actions
from styrehjul.portfolio.models import Project
from tests.making import a_goal

KOMMISSORIUM = Path(__file__).parents[2] / "kommissorier" / "norddjurs.toml"
AT = datetime(2027, 5, 19, 10, 0, tzinfo=ZONE)
START = date(2027, 1, 1)


@dataclass
class Town:
    """Who is who: Mette proposes and leads, Jonas owns, Anna administers the portfolio, Lis coordinates schools."""

    care: OrgUnit
    schools: OrgUnit
    school: OrgUnit
    library: OrgUnit
    mette: Person
    jonas: Person
    anna: Person
    lis: Person
    peter: Person
    stine: Person
    olga: Person


def a_town() -> Town:
    create_municipality(name="Norddjurs Kommune", in_use_from=START, by=None, at=AT)
    apply_kommissorium(KOMMISSORIUM.read_bytes(), file="norddjurs.toml", applies_from=START, by=None, at=AT)
    area = UnitKind.DEPARTMENT_AREA.value
    care = create_unit(name="Sundhed og Omsorg", kind=area, by=None, at=AT)
    schools = create_unit(name="Skoler", kind=area, by=None, at=AT)
    school = create_unit(name="Auning Skole", kind=UnitKind.INSTITUTION.value, parent=schools, by=None, at=AT)
    library = create_unit(name="Bibliotek", kind=UnitKind.INSTITUTION.value, parent=care, by=None, at=AT)

    def someone(name: str, unit: OrgUnit) -> Person:
        return create_person(name=name, email=f"{name.split()[0].lower()}@example.dk", unit=unit, by=None, at=AT)

    town = Town(
        care=care,
        schools=schools,
        school=school,
        library=library,
        mette=someone("Mette Lund", care),
        jonas=someone("Jonas Bak", care),
        anna=someone("Anna Friis", care),
        lis=someone("Lis Krogh", school),
        peter=someone("Peter Dam", care),
        stine=someone("Stine Holm", care),
        olga=someone("Olga Ravn", library),
    )
    give_role(town.anna, Role.PORTFOLIO_ADMINISTRATOR, start=START, by=None, at=AT)
    give_role(town.lis, Role.LOCAL_COORDINATOR, unit=schools, start=START, by=None, at=AT)
    body = Body.objects.get(code="styregruppe")
    for kind, person in (("chair", town.stine), ("secretary", town.peter)):
        seat_person(body, seat_key(kind), person, start=START, by=None, at=AT)
    return town


def seat_key(kind: str) -> str:
    """The key of the steering group's chair or secretary in the kommissorium."""
    from styrehjul.bodies.queries import kommissorium_on

    return next(seat.key for seat in kommissorium_on(START).body("styregruppe").seats if seat.kind.value == kind)


def a_decision(body: str = "styregruppe", ref: str = "SG-2027-014") -> Mandate:
    return Mandate(ref, body, AT)


def a_proposal(town: Town, *, ready: bool = True, **more: Any) -> Project:
    """Mette's proposal; `ready` with all five that an approval asks for."""
    five = {
        "goal_id": a_goal("Mindre dobbeltarbejde", at=AT).pk,
        "planned_end": date(2027, 12, 31),
        "owner_id": town.jonas.pk,
        "manager_id": town.mette.pk,
    }
    fields = {
        "title": "Fælles indgang for byggesager",
        "lead_area": town.care,
        "purpose": "Borgerne skal kun henvende sig ét sted.",
        **(five if ready else {}),
        **more,
    }
    return actions.propose_project(by=town.mette, at=AT, **fields)


def an_awaiting(town: Town, **more: Any) -> Project:
    """A proposal that stands on an agenda."""
    return actions.put_on_agenda(a_proposal(town, **more), by=town.peter, at=AT)


def an_active(town: Town, **more: Any) -> Project:
    """A project approved and started by the steering group."""
    project = actions.approve_proposal(an_awaiting(town, **more), by=town.stine, at=AT, mandate=a_decision())
    return actions.start_project(project, by=town.stine, at=AT, mandate=a_decision())


def sign_in(client: Any, person: Person) -> None:
    """The person has an account and is signed in."""
    client.force_login(set_account(person, password="Kaffe-og-rundstykker-27", by=None, at=AT))
