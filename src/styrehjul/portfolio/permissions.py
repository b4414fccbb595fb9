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
from styrehjul.portfolio.domain.record import Visibility
from styrehjul.portfolio.models import Project, SavedView
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


def _reads(person: Person, obj: Any, on: date) -> bool:
    return not isinstance(obj, Project) or obj.visibility == Visibility.ALL or obj.contact_id == person.pk


READERS = Who(
    "project_readers",
    "Alle ansatte, men kun forslagsstilleren for en kladde",
    _reads,
    lambda person, on: Q(visibility=Visibility.ALL.value) | Q(contact=person),
)
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
VIEW_OWNER = Who(
    "view_owner",
    "Den, der har gemt visningen",
    lambda person, obj, on: isinstance(obj, SavedView) and obj.owner_id == person.pk,
    lambda person, on: Q(owner=person),
)


def _of_the_project(kind: ProjectRoleKind, words: str) -> Who:
    """The same person, asked of a part of the project: a list of parts is filtered by their project."""

    def held(person: Person, on: date) -> frozenset[int]:
        return roles_held(person, on).get(kind.value, frozenset())

    return Who(
        f"part_{kind.value}",
        words,
        lambda person, obj, on: getattr(obj, "project_id", None) in held(person, on),
        lambda person, on: Q(project__in=held(person, on)),
    )


TASK_RESPONSIBLE = Who(
    "task_responsible",
    "Den, som har opgaven",
    lambda person, obj, on: getattr(obj, "responsible_id", None) == person.pk,
    lambda person, on: Q(responsible=person),
)
POOL_LEADER = Who(
    "pool_leader",
    "Den, som leder puljen",
    lambda person, obj, on: (
        person.pk in (getattr(obj, "leader_id", None), getattr(getattr(obj, "pool", None), "leader_id", None))
    ),
)
AGENDA_MAKERS = tuple(_anywhere(who) for who in (*SECRETARIAT, CHAIR, PREPARING_CHAIR))
ADMINISTRATION = (PORTFOLIO_ADMINISTRATOR,)
LOCAL = (COORDINATOR, LOCAL_OWNER)

ROWS = (
    Row(
        "project.see",
        READERS,
        "Alle ansatte kan læse hele projektporteføljen; en kladde til en idé ses kun af den, der skriver den.",
    ),
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
    *rows(
        "project.send_back",
        ADMINISTRATION,
        "Porteføljeadministratoren sender et forslag tilbage som idé med en bemærkning.",
    ),
    *rows(
        "project.finish_follow_up",
        ADMINISTRATION,
        "Porteføljeadministratoren afslutter gevinstopfølgningen, når hver gevinst har sit resultat.",
    ),
    *rows("project.set_priority", ADMINISTRATION, "Porteføljeadministratoren sætter prioritet uden for en beslutning."),
    *rows(
        "project.set_role",
        (OWNER, *LOCAL[:1], *ADMINISTRATION),
        "Projektejeren og porteføljeadministratoren udpeger projektejer og projektleder.",
    ),
    *rows("project.change_category", ADMINISTRATION, "Porteføljeadministratoren ændrer et projekts kategori."),
    Row("view.save", EVERYONE, "Alle ansatte kan gemme deres egne visninger af porteføljen og dele dem."),
    *rows("view.change", (VIEW_OWNER,), "Den, der har gemt en visning, ændrer og fjerner den."),
    *rows(
        "project.approve_status",
        (OWNER, *ADMINISTRATION),
        "Projektejeren godkender status, hvor kommunen ønsker det; porteføljeadministratoren kan gøre det i stedet.",
    ),
    *rows(
        "project.second_opinion",
        (*ADMINISTRATION, _anywhere(PREPARING_CHAIR)),
        "Porteføljeadministratoren og det forberedende organs formand giver en anden vurdering ved siden af projektets egen.",
    ),
    *rows(
        "status_round.open",
        (*ADMINISTRATION, CHAIR, *(_anywhere(who) for who in SECRETARIAT)),
        "Porteføljeadministratoren, formanden for det organ, der samler status, og sekretæren åbner og slutter "
        "statusrunder.",
    ),
    *rows(
        "project.settings",
        (*ADMINISTRATION, ADMINISTRATOR),
        "Porteføljeadministratoren og administratoren vælger porteføljens indstillinger.",
    ),
    *rows(
        "project.create",
        (*ADMINISTRATION, ADMINISTRATOR),
        "Porteføljeadministratoren og administratoren indlæser projekter fra en fil.",
    ),
    *rows(
        "project_task.finish",
        (
            TASK_RESPONSIBLE,
            _of_the_project(ProjectRoleKind.OWNER, "Projektejeren"),
            _of_the_project(ProjectRoleKind.MANAGER, "Projektlederen"),
            *ADMINISTRATION,
        ),
        "Den, som har en opgave i et projekt, melder den udført; projektejer og projektleder kan også.",
    ),
    Row("risk.raise", EVERYONE, "Den, som må skrive emner på et møde, kan gøre et emne til en risiko i et projekt."),
    *rows("pool.change", ADMINISTRATION, "Porteføljeadministratoren opretter puljer og udpeger, hvem der leder dem."),
    *rows(
        "capacity.change",
        (POOL_LEADER, *ADMINISTRATION),
        "Den, som leder en pulje, og porteføljeadministratoren skriver, hvor meget puljen har.",
    ),
    *rows(
        "allocation.confirm",
        (POOL_LEADER, *ADMINISTRATION),
        "Den, som leder en pulje, og porteføljeadministratoren bekræfter timer til et projekt.",
    ),
    *rows("allocation.give", ADMINISTRATION, "Porteføljeadministratoren tildeler timer, hvor ingen beslutning kræves."),
    *rows(
        "project.fill_sheet",
        (MANAGER, OWNER, *LOCAL[:1], *ADMINISTRATION),
        "Projektlederen og projektejeren skriver, hvordan kriterierne for en faseovergang står.",
    ),
    *rows(
        "project.add_document",
        (MANAGER, OWNER, *LOCAL[:1], *ADMINISTRATION),
        "Projektlederen og projektejeren lægger projektets dokumenter ind.",
    ),
    *rows(
        "project.pass_gate",
        (OWNER, *LOCAL[:1], *ADMINISTRATION),
        "Projektejeren og porteføljeadministratoren lader et projekt passere en faseovergang, springe en fase over "
        "eller gå en fase tilbage, hvor ingen beslutning kræves, og med en begrundelse.",
    ),
    *rows(
        "project.pass_as_administrator",
        ADMINISTRATION,
        "En faseovergang, der er sat til porteføljeadministratoren, passeres kun af denne.",
    ),
    *rows(
        "phases.edit",
        (*ADMINISTRATION, ADMINISTRATOR),
        "Porteføljeadministratoren og administratoren bestemmer kommunens faser, deres dokumenter og faseovergange.",
    ),
    *rows(
        "catalogue.load",
        (*ADMINISTRATION, ADMINISTRATOR),
        "Porteføljeadministratoren og administratoren henter det nationale katalog.",
    ),
    *rows(
        "catalogue.assess",
        ADMINISTRATION,
        "Porteføljeadministratoren vurderer de nationale og fælleskommunale projekter og tager dem ind i porteføljen.",
    ),
    *rows(
        "catalogue.acknowledge",
        (MANAGER, OWNER, *ADMINISTRATION),
        "Projektlederen og projektejeren siger, at de har set, hvad der er ændret i kataloget.",
    ),
)
