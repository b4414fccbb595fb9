"""Who may do what with benefits."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from styrehjul.benefits.models import Benefit, Prerequisite
from styrehjul.benefits.queries.owners import answers_for, asked_of, orphans
from styrehjul.bodies.permissions import rows
from styrehjul.people.permissions import EVERYONE, PORTFOLIO_ADMINISTRATOR
from styrehjul.people.policy import Row, Who
from styrehjul.people.queries import coordinated_units
from styrehjul.portfolio.domain.life import Category
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.permissions import COORDINATOR
from styrehjul.portfolio.permissions import MANAGER as PROJECT_MANAGER
from styrehjul.portfolio.permissions import OWNER as PROJECT_OWNER
from styrehjul.portfolio.queries.roles import roles_held

OWNER = Who(
    "benefit_owner",
    "Gevinstens ejer",
    lambda person, obj, on: isinstance(obj, Benefit) and obj.owner_id == person.pk,
    lambda person, on: Q(owner=person),
)
MEASURER = Who(
    "benefit_measurer",
    "Den, der måler gevinsten",
    lambda person, obj, on: isinstance(obj, Benefit) and obj.measurer_id == person.pk,
    lambda person, on: Q(measurer=person),
)
# The owner has left: whoever heads the unit finds the next.
HEAD = Who(
    "benefit_head",
    "Lederen af enheden, når gevinstens ejer er fratrådt",
    lambda person, obj, on: isinstance(obj, Benefit) and answers_for(obj, on) == person.pk,
    lambda person, on: Q(pk__in=[row.pk for row in asked_of(person, on, orphans(on))]),
)
CHANGES = Who(
    "prerequisite_owner",
    "Den, der sørger for forandringen",
    lambda person, obj, on: isinstance(obj, Prerequisite) and person.pk in (obj.owner_id, obj.benefit.owner_id),
    lambda person, on: Q(owner=person) | Q(benefit__owner=person),
)


def _project(obj: Any) -> Project | None:
    found = obj.project if isinstance(obj, Benefit) else obj
    return found if isinstance(found, Project) else None


def _of_project(who: Who, kind: str) -> Who:
    """The same person for the benefits of the project."""
    return Who(
        f"benefit_{who.code}",
        f"{who.words} for projektets gevinster",
        lambda person, obj, on: (found := _project(obj)) is not None and who.holds(person, found, on),
        lambda person, on: Q(project__in=roles_held(person, on).get(kind, frozenset())),
    )


COORDINATES = Who(
    "benefit_coordinator",
    "Den lokale koordinator for egne enheders lokale projekter",
    lambda person, obj, on: (found := _project(obj)) is not None and COORDINATOR.holds(person, found, on),
    lambda person, on: Q(project__category=Category.LOCAL.value, project__org_unit__in=coordinated_units(person, on)),
)
KEEPERS = (
    _of_project(PROJECT_MANAGER, "manager"),
    _of_project(PROJECT_OWNER, "owner"),
    COORDINATES,
    PORTFOLIO_ADMINISTRATOR,
)

ROWS = (
    Row("benefit.see", EVERYONE, "Alle ansatte kan læse gevinsterne."),
    *rows(
        "benefit.add",
        (PROJECT_MANAGER, PROJECT_OWNER, COORDINATOR, PORTFOLIO_ADMINISTRATOR),
        "Projektlederen, projektejeren, den lokale koordinator og porteføljeadministratoren skriver gevinster ind.",
    ),
    *rows(
        "benefit.change",
        (OWNER, HEAD, *KEEPERS),
        "Gevinstens ejer, projektets ansvarlige og porteføljeadministratoren retter en gevinst; er ejeren fratrådt, "
        "finder enhedens leder en ny.",
    ),
    *rows(
        "benefit.accept",
        (OWNER, PORTFOLIO_ADMINISTRATOR),
        "Gevinstens ejer tager imod den; porteføljeadministratoren kan notere det.",
    ),
    *rows(
        "benefit.measure",
        (OWNER, MEASURER, PORTFOLIO_ADMINISTRATOR),
        "Gevinstens ejer, eller den, der er valgt til at måle, måler den og skriver resultatet; "
        "porteføljeadministratoren kan gøre det for ejeren.",
    ),
    *rows(
        "prerequisite.finish",
        (CHANGES, PORTFOLIO_ADMINISTRATOR),
        "Den, der sørger for en forandring, eller gevinstens ejer noterer, at den er kommet.",
    ),
    *rows(
        "benefit.settings",
        (PORTFOLIO_ADMINISTRATOR,),
        "Porteføljeadministratoren vælger, hvornår gevinster måles, og hvordan de regnes.",
    ),
    *rows(
        "benefit.take_home",
        (OWNER, PORTFOLIO_ADMINISTRATOR),
        "Gevinstens ejer og porteføljeadministratoren fører gevinstens beløb ind i budgettet, trin for trin.",
    ),
    Row(
        "benefit.group",
        PORTFOLIO_ADMINISTRATOR,
        "Porteføljeadministratoren siger, hvilke gevinster der deler et loft, så ingen krone tælles to gange.",
    ),
)
