"""What a list of benefits can be narrowed by: only what some benefit has."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from styrehjul.benefits.models import Benefit
from styrehjul.kernel.danish import sort_key
from styrehjul.people.models import OrgUnit, Person
from styrehjul.strategy.models import Goal
from styrehjul.systems.models import System


def choices() -> dict[str, list[tuple[Any, Any]]]:
    """Owners, areas, goals and systems of benefits, in Danish order. Four queries."""
    people = Person.objects.filter(owned_benefits__isnull=False).distinct().values_list("pk", "name")
    areas = OrgUnit.objects.filter(pk__in=_areas()).values_list("pk", "name")
    goals = Goal.objects.filter(Q(benefit_links__isnull=False) | Q(project_links__project__benefits__isnull=False))
    systems = System.objects.filter(Q(benefit_links__isnull=False) | Q(project_links__project__benefits__isnull=False))
    return {
        "ejer": _sorted(people),
        "omraade": _sorted(areas),
        "maal": _sorted(goals.distinct().values_list("pk", "title")),
        "system": _sorted(systems.distinct().values_list("pk", "name")),
    }


def _areas() -> Any:
    return Benefit.objects.filter(project__lead_area__isnull=False).values("project__lead_area")


def _sorted(rows: Any) -> list[tuple[Any, Any]]:
    return sorted(rows, key=lambda pair: sort_key(pair[1]))
