"""Who people are to the policy table when no seat or project is asked about, and what they may do here."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from styrehjul.people.domain.roles import Role
from styrehjul.people.models import Person
from styrehjul.people.policy import Row, Who
from styrehjul.people.queries import has_role


def _with_role(role: Role, words: str) -> Who:
    return Who(
        role.value,
        words,
        lambda person, obj, on: has_role(person, role, on),
        lambda person, on: Q() if has_role(person, role, on) else Q(pk__in=[]),
    )


def _is_self(person: Person, obj: Any, on: date) -> bool:
    return obj is not None and (obj.pk == person.pk if isinstance(obj, Person) else obj.person_id == person.pk)


EVERYONE = Who("everyone", "Alle ansatte, der er logget ind", lambda person, obj, on: True, lambda person, on: Q())
ADMINISTRATOR = _with_role(Role.ADMINISTRATOR, "Administrator")
PORTFOLIO_ADMINISTRATOR = _with_role(Role.PORTFOLIO_ADMINISTRATOR, "Porteføljeadministrator")
COORDINATOR = _with_role(Role.LOCAL_COORDINATOR, "Lokal koordinator")
ONESELF = Who("oneself", "Personen selv", _is_self, lambda person, on: Q(pk=person.pk))

ROWS = (
    Row("page.see", EVERYONE, "Alle ansatte kan læse overblik, årshjul, organisation, kommissorium og rettigheder."),
    Row("person.see", EVERYONE, "Alle ansatte kan se, hvem der har hvilke pladser, poster og roller."),
    Row("person.change", ADMINISTRATOR, "Administrator opretter og retter personer, poster og roller."),
    Row("orgunit.see", EVERYONE, "Alle ansatte kan se kommunens enheder."),
    Row("orgunit.change", ADMINISTRATOR, "Administrator opretter og retter enheder."),
    Row("role.change", ADMINISTRATOR, "Administrator giver og fratager roller."),
    Row("account.own", EVERYONE, "Alle ansatte retter deres egen konto."),
    Row("audit.see", ADMINISTRATOR, "Administrator læser loggen over alt, hvad der er sket."),
    Row("setup.do", ADMINISTRATOR, "Administrator gennemfører de første skridt og ændrer kommunens indstillinger."),
)
