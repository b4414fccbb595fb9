"""Who may do what with projects."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from styrehjul.bodies.permissions import CHAIR, PREPARING_CHAIR, SECRETARIAT, rows
from styrehjul.people.models import OrgUnit, Person
from styrehjul.people.permissions import ADMINISTRATOR, EVERYONE, PORTFOLIO_ADMINISTRATOR
from styrehjul.people.policy import Row, Who
from styrehjul.people.queries import coordinated_units
from styrehjul.portfolio.domain.life import BEFORE_DECISION, Category, ProjectRoleKind
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.roles import roles_held

_UNDECIDED = [state.value for state in BEFORE_DECISION]


def _with_part(kind: ProjectRoleKind, words: str) -> Who:
    def held(person: Person, on: date) -> frozenset[int]:
        return roles_held(person, on).get(kind.value, frozenset())

    return Who(
        f"project_{kind.value}",
        words,
        lambda person, obj, on: bool(held(person, on)) if obj is None else _key(obj) in held(person, on),
        lambda person, on: Q(pk__in=held(person, on)),
    )


def _key(obj: Any) -> int | None:
    """The key of the project that an object is, or belongs to."""
    if isinstance(obj, Project):
        return obj.pk
    found: int | None = getattr(obj, "project_id", None)
    return found


def _is_author(person: Person, obj: Any, on: date) -> bool:
    return isinstance(obj, Project) and obj.contact_id == person.pk and obj.state in _UNDECIDED


def _coordinates(person: Person, obj: Any, on: date) -> bool:
    units = coordinated_units(person, on)
    if obj is None:
        return bool(units)
    if isinstance(obj, OrgUnit):
        return obj.pk in units
    return isinstance(obj, Project) and obj.category == Category.LOCAL and obj.org_unit_id in units


def _owns_local(person: Person, obj: Any, on: date) -> bool:
    return isinstance(obj, Project) and obj.category == Category.LOCAL and OWNER.holds(person, obj, on)


def _anywhere(who: Who) -> Who:
    """The same people, whatever project it is about: their seat has nothing to do with the project."""
    return Who(
        who.code,
        who.words,
        lambda person, obj, on: who.holds(person, None, on),
        lambda person, on: Q() if who.holds(person, None, on) else Q(pk__in=[]),
    )


OWNER = _with_part(ProjectRoleKind.OWNER, "Projektejeren")
MANAGER = _with_part(ProjectRoleKind.MANAGER, "Projektlederen")
AUTHOR = Who(
    "project_author",
    "Forslagsstilleren, indtil der er truffet beslutning",
    _is_author,
    lambda person, on: Q(contact=person, state__in=_UNDECIDED),
)
COORDINATOR = Who(
    "project_coordinator",
    "Den lokale koordinator for egne enheders lokale projekter",
    _coordinates,
    lambda person, on: Q(category=Category.LOCAL.value, org_unit__in=coordinated_units(person, on)),
)
LOCAL_OWNER = Who(
    "project_local_owner",
    "Projektejeren af et lokalt projekt",
    _owns_local,
    lambda person, on: Q(category=Category.LOCAL.value) & Q(pk__in=roles_held(person, on).get("owner", frozenset())),
)
AGENDA_MAKERS = tuple(_anywhere(who) for who in (*SECRETARIAT, CHAIR, PREPARING_CHAIR))
ADMINISTRATION = (PORTFOLIO_ADMINISTRATOR,)
LOCAL = (COORDINATOR, LOCAL_OWNER)

ROWS = (
    Row("project.see", EVERYONE, "Alle ansatte kan læse hele projektporteføljen."),
    Row("project.propose", EVERYONE, "Alle ansatte kan stille et projektforslag."),
    *rows(
        "project.register_local",
        (COORDINATOR, *ADMINISTRATION),
        "Den lokale koordinator registrerer projekter for sine egne enheder.",
    ),
    *rows(
        "project.change",
        (AUTHOR, OWNER, MANAGER, *LOCAL[:1], *ADMINISTRATION),
        "Forslagsstilleren retter sit forslag, indtil der er truffet beslutning; projektejer, projektleder, "
        "porteføljeadministrator og for lokale projekter den lokale koordinator retter projektets oplysninger.",
    ),
    *rows(
        "project.withdraw",
        (AUTHOR, OWNER, *ADMINISTRATION),
        "Forslagsstilleren og projektejeren kan trække et forslag.",
    ),
    *rows(
        "project.put_on_agenda",
        AGENDA_MAKERS,
        "Sekretæren og formændene sætter forslag på dagsordenen.",
    ),
    *rows(
        "project.report_status",
        (MANAGER, OWNER, *LOCAL[:1], *ADMINISTRATION),
        "Projektlederen giver status; projektejeren, porteføljeadministratoren og den lokale koordinator kan også.",
    ),
    *rows(
        "project.steer",
        (MANAGER, *LOCAL, *ADMINISTRATION),
        "Projektlederen og porteføljeadministratoren sætter i gang, på pause og i gang igen og ændrer slutdato, "
        "hvor ingen beslutning kræves, og med en begrundelse.",
    ),
    *rows(
        "project.finish",
        (MANAGER, OWNER, *LOCAL[:1], *ADMINISTRATION),
        "Projektlederen og projektejeren melder et projekt færdigt.",
    ),
    *rows(
        "project.settle",
        (*LOCAL, *ADMINISTRATION),
        "Porteføljeadministratoren afgør forslag, afslutter, stopper og genåbner, hvor kommissoriet ikke kræver en "
        "beslutning; den lokale koordinator gør det for egne lokale projekter.",
    ),
    *rows("project.set_priority", ADMINISTRATION, "Porteføljeadministratoren sætter prioritet uden for en beslutning."),
    *rows(
        "project.set_role",
        (OWNER, *LOCAL[:1], *ADMINISTRATION),
        "Projektejeren og porteføljeadministratoren udpeger projektejer og projektleder.",
    ),
    *rows("project.change_category", ADMINISTRATION, "Porteføljeadministratoren ændrer et projekts kategori."),
    *rows(
        "project.create",
        (*ADMINISTRATION, ADMINISTRATOR),
        "Porteføljeadministratoren og administratoren indlæser projekter fra en fil.",
    ),
)
