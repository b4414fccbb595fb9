"""What a list of projects is asked for, and those that answer to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from styrehjul.portfolio.domain.life import OVER, RUNNING, Category, Light, ProjectRoleKind
from styrehjul.portfolio.models import ProjectGoal, ProjectRole, ProjectSystem
from styrehjul.portfolio.queries.records import records_on
from styrehjul.portfolio.queries.status import old_lights

# What a project may be listed for not having.
LACKING = ("leder", "ejer", "omraade", "enhed", "maal", "status")
RESPONSIBLE = (ProjectRoleKind.OWNER.value, ProjectRoleKind.MANAGER.value, ProjectRoleKind.LOCAL_COORDINATOR.value)
NONE = "ingen"


@dataclass(frozen=True)
class Wanted:
    """What a list is asked for. `category` "tvaergaaende" is the first two together; `state` "aabne" all not over.

    `keys` are the projects themselves, where the choice was made elsewhere; None asks for any. `as_of` is the day whose
    goals, systems and people count, None today.
    """

    q: str = ""
    category: str = ""
    subtype: str = ""
    area: int | None = None
    unit: int | None = None
    responsible: int | None = None
    goal: str = ""
    system: int | None = None
    state: str = ""
    phase: str = ""
    light: str = ""
    large: str = ""
    lacking: str = ""
    mine: int | None = None
    keys: frozenset[int] | None = None
    as_of: date | None = field(default=None, compare=False)


def filtered(projects: QuerySet[Any], wanted: Wanted, on: date) -> QuerySet[Any]:
    """Those that are asked for; `on` is the day whose owners and managers count."""
    found = projects
    for word in wanted.q.split()[:8]:
        found = found.filter(_mentions(word))
    for condition in _conditions(wanted, on):
        found = found.filter(condition)
    return found


def _conditions(wanted: Wanted, on: date) -> list[Q]:
    plain = {
        "subtype": wanted.subtype,
        "lead_area_id": wanted.area,
        "org_unit_id": wanted.unit,
        "phase": wanted.phase,
        "id__in": wanted.keys,
    }
    found = [Q(**{name: value}) for name, value in plain.items() if value not in ("", None)]
    if wanted.light == "gammel":
        found.append(old_lights(on))
    elif wanted.light == Light.GREEN:
        found.append(Q(light=Light.GREEN.value) & ~old_lights(on))
    elif wanted.light:
        found.append(Q(light=wanted.light))
    if wanted.category == "tvaergaaende":
        found.append(Q(category__in=[Category.NATIONAL.value, Category.CROSS.value]))
    elif wanted.category:
        found.append(Q(category=wanted.category))
    if wanted.state in STATES:
        found.append(STATES[wanted.state])
    elif wanted.state:
        found.append(Q(state=wanted.state))
    if wanted.large in ("ja", "nej"):
        found.append(Q(large=wanted.large == "ja"))
    if wanted.responsible:
        found.append(_has_role(wanted.responsible, on, RESPONSIBLE))
    if wanted.mine:
        found.append(_has_role(wanted.mine, on, ()) | Q(contact_id=wanted.mine))
    if wanted.goal:
        found.append(_serves(wanted.goal, wanted.as_of))
    if wanted.system:
        tied = records_on(ProjectSystem, wanted.as_of).filter(system_id=wanted.system)
        found.append(Q(id__in=tied.values("project_id")))
    if wanted.lacking in LACKING:
        found.append(_lacks(wanted.lacking, on, wanted.as_of))
    return found


STATES = {
    "aabne": ~Q(state__in=[state.value for state in OVER]),
    "loebende": Q(state__in=[state.value for state in RUNNING]),
    "slut": Q(state__in=[state.value for state in OVER]),
}


def _has_role(person: int, on: date, kinds: tuple[str, ...]) -> Q:
    roles = ProjectRole.objects.on(on).filter(project_id=OuterRef("id"), person_id=person)
    return Q(Exists(roles.filter(kind__in=kinds) if kinds else roles))


def _serves(goal: str, as_of: date | None) -> Q:
    """Tied to the goal with that key; "ingen" tells those that are tied to none, which a local one need not be."""
    if goal == NONE:
        return _without_goal(as_of)
    if not goal.isdecimal() or len(goal) > 9:
        return Q(pk__in=[])
    return Q(id__in=records_on(ProjectGoal, as_of).filter(goal_id=int(goal)).values("project_id"))


def _without_goal(as_of: date | None) -> Q:
    tied = records_on(ProjectGoal, as_of).values("project_id")
    return ~Q(id__in=tied) & ~Q(category=Category.LOCAL.value)


def _lacks(what: str, on: date, as_of: date | None) -> Q:
    if what == "omraade":
        return Q(lead_area__isnull=True)
    if what == "enhed":
        return Q(org_unit__isnull=True)
    if what == "maal":
        return _without_goal(as_of)
    if what == "status":
        return Q(status_on__isnull=True) & STATES["loebende"]
    kind = ProjectRoleKind.MANAGER if what == "leder" else ProjectRoleKind.OWNER
    # One who has left the municipality no longer answers for anything.
    here = Q(person__end__isnull=True) | Q(person__end__gte=on)
    has = ProjectRole.objects.on(on).filter(here, project_id=OuterRef("id"), kind=kind.value)
    # A local project has one responsible, and no owner is asked of it.
    asked = Q() if what == "leder" else ~Q(category=Category.LOCAL.value)
    return asked & ~Q(Exists(has))


def _mentions(word: str) -> Q:
    """A word anywhere people would look for it. SQLite folds only a-z, so Danish letters are tried in both cases."""
    fields = ("title", "number", "purpose", "summary", "programme", "external_owner", "status_sentence")
    forms = {word, word.lower(), word.upper(), word.capitalize()}
    found = Q()
    for field_name in fields:
        for form in forms:
            found |= Q(**{f"{field_name}__icontains": form})
    return found
