"""Who may do what with the plans."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from styrehjul.bodies.permissions import PREPARING_CHAIR, SECRETARIAT, rows
from styrehjul.people.models import Person
from styrehjul.people.permissions import PORTFOLIO_ADMINISTRATOR
from styrehjul.people.policy import Who


def _stands_for(person: Person, obj: Any, on: date) -> bool:
    return obj is not None and obj.owner_id == person.pk


ACTIVITY_OWNER = Who(
    "activity_owner", "Den, der står for aktiviteten", _stands_for, lambda person, on: Q(owner_id=person.pk)
)

ROWS = (
    *rows(
        "plan.solve",
        (PORTFOLIO_ADMINISTRATOR, *SECRETARIAT),
        "Porteføljeadministratoren og sekretæren lader den bedste sammensætning af indsatsplanen beregne og ser beregningerne.",
    ),
    *rows(
        "plan.prepare",
        (PORTFOLIO_ADMINISTRATOR, *SECRETARIAT, PREPARING_CHAIR),
        "Porteføljeadministratoren, sekretæren og formanden for det forberedende organ laver udkastet til indsatsplanen.",
    ),
    *rows(
        "plan.move",
        (PORTFOLIO_ADMINISTRATOR,),
        "Porteføljeadministratoren flytter et startkvartal eller timer i den gældende indsatsplan med en begrundelse.",
    ),
    *rows(
        "activity.mark",
        (ACTIVITY_OWNER, PORTFOLIO_ADMINISTRATOR),
        "Den, der står for en aktivitet i indsatsplanen, og porteføljeadministratoren melder den begyndt og gjort.",
    ),
)
