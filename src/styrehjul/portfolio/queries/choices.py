"""What each filter of the list can be set to: only what some project has."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.audit.current import kept
from styrehjul.kernel.danish import sort_key
from styrehjul.people.models import OrgUnit
from styrehjul.portfolio.labels import CATEGORY_SHORT, LIGHT, PROJECT_STATE, SUBTYPE
from styrehjul.portfolio.models import Project, ProjectGoal, ProjectRole, ProjectSystem
from styrehjul.portfolio.queries.pictures import phase_names
from styrehjul.portfolio.queries.wanted import NONE, RESPONSIBLE

Choices = list[tuple[str, str]]


def choices_on(on: date) -> dict[str, Choices]:
    """Filter -> (value, words). Six small queries, kept from one request to the next.

    Those that do not read the projects themselves are kept for themselves: a project is written far more often.
    """
    tied = {
        "ansvarlig": kept(("portfolio-people", on), lambda: _responsible(on), of=()),
        "maal": kept("portfolio-goals", _goals, of=()),
        "system": kept("portfolio-systems", _systems, of=()),
    }
    return {**kept(("portfolio-choices", on), lambda: _choices(on), of=()), **tied}


def _responsible(on: date) -> Choices:
    people = ProjectRole.objects.on(on).filter(kind__in=RESPONSIBLE).values_list("person_id", "person__name")
    return _named(people.distinct().order_by())


def _goals() -> Choices:
    goals = ProjectGoal.objects.order_by().values_list("goal_id", "goal__title").distinct()
    return [(NONE, _("Uden mål")), *_named(goals)]


def _systems() -> Choices:
    return _named(ProjectSystem.objects.order_by().values_list("system_id", "system__name").distinct())


def _choices(on: date) -> dict[str, Choices]:
    in_force = OrgUnit.objects.on(on)
    phases = Project.objects.exclude(phase="").values_list("phase", flat=True).distinct()
    names = phase_names()
    return {
        "kategori": [("tvaergaaende", _("De tværgående (de to første)")), *_labels(CATEGORY_SHORT)],
        "undertype": _labels(SUBTYPE),
        "omraade": _named(in_force.filter(led_projects__isnull=False).values_list("pk", "name").distinct()),
        "enhed": _named(in_force.filter(projects__isnull=False).values_list("pk", "name").distinct()),
        "tilstand": [
            ("aabne", _("Alle, der ikke er slut")),
            ("loebende", _("Besluttet og ikke slut")),
            ("slut", _("Alle, der er slut")),
            *_labels(PROJECT_STATE),
        ],
        "fase": sorted(((phase, names.get(phase, phase)) for phase in phases), key=lambda pair: sort_key(pair[1])),
        "lys": _labels(LIGHT),
        "stor": [("ja", _("Kun de større")), ("nej", _("Uden de større"))],
        "mangler": [
            ("leder", _("Projektleder")),
            ("ejer", _("Projektejer")),
            ("maal", _("Mål")),
            ("omraade", _("Fagchefområde")),
            ("enhed", _("Enhed")),
            ("status", _("Status")),
        ],
    }


def _labels(labels: Any) -> Choices:
    return [(member.value, str(words)) for member, words in labels.items()]


def _named(pairs: Any) -> Choices:
    """By the Danish alphabet."""
    return [(str(key), name) for key, name in sorted(pairs, key=lambda pair: sort_key(pair[1]))]
