"""What every steered change shares: who may, whether a decision is needed, what was expected, and the line it leaves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.kernel.danish import ZONE, day_text, money_text
from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.commands import ASKS, COMMANDS, Fact
from styrehjul.portfolio.domain.life import Category, ProjectEvent, ProjectState, machine_of
from styrehjul.portfolio.labels import PROJECT_STATE
from styrehjul.portfolio.models import Project, ProjectChange
from styrehjul.portfolio.queries.rights import bodies_in_words, body_may, facts_of, right_of


def danish_day(at: datetime) -> date:
    """The day a moment falls on in Denmark."""
    return at.astimezone(ZONE).date()


def lock(project: Project, expected_version: int | None = None) -> Project:
    """Read the project again and hold it, so that what is compared is what is changed."""
    project.refresh_from_db(from_queryset=Project.objects.select_for_update())
    same_version(project, expected_version)
    return project


def begin(
    project: Project,
    command: str,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None,
    reason: str,
    expected: Mapping[str, Any] | None,
) -> Project:
    """Hold the project and ask the three questions of every steered change: who, by what right, and as expected."""
    lock(project)
    if mandate is None:
        permit(by, ASKS[command], project, at=at)
    ask_right(project, command, at=at, mandate=mandate, reason=reason)
    _compare(project, command, expected)
    return project


def ask_right(project: Project, command: str, *, at: datetime, mandate: Mandate | None, reason: str) -> None:
    """Whether it may be done by this body, or with a reason alone."""
    on = danish_day(at)
    right = right_of(project, command, on)
    if mandate is not None:
        if not body_may(right, mandate.body, on):
            raise Refused("mandate.needed", body=bodies_in_words(right, on), change=COMMANDS[command].deed)
        return
    if right.kind == "decision":
        raise Refused("mandate.needed", body=bodies_in_words(right, on), change=COMMANDS[command].deed)
    starts_local = project.category == Category.LOCAL and command == "project.start"
    if not reason.strip() and not starts_local:
        raise Refused("reason.needed")


def _compare(project: Project, command: str, expected: Mapping[str, Any] | None) -> None:
    if not expected:
        return
    found = facts_of(project, command)
    if any(name in found and found[name] != value for name, value in expected.items()):
        raise Refused(
            "effect.not_as_expected",
            expected=dict(expected),
            found=found,
            project=project.title,
            difference=[_differs(name, expected[name], found[name]) for name in found if name in expected],
        )


def _differs(name: str, expected: Fact, found: Fact) -> str:
    return f"{FACT_WORDS.get(name, name)}: ventet {fact_words(name, expected)}, er {fact_words(name, found)}"


FACT_WORDS = {
    "state": "tilstand",
    "priority": "prioritet",
    "category": "kategori",
    "subtype": "undertype",
    "planned_end": "planlagt afslutning",
    "forecast_end": "forventet afslutning",
    "owner": "projektejer",
    "manager": "projektleder",
    "cost_tdkk": "økonomisk ramme",
    "large": "større projekt",
}


def fact_words(name: str, value: Fact) -> str:
    """A stored fact as people read it."""
    if name == "large":
        return "ja" if value else "nej"
    if value in (None, ""):
        return "ingen"
    if name == "cost_tdkk":
        return money_text(Decimal(str(value)))
    if name == "state":
        return str(PROJECT_STATE[ProjectState(str(value))])
    if name in ("planned_end", "forecast_end"):
        return day_text(date.fromisoformat(str(value)))
    if name in ("owner", "manager"):
        person = Person.objects.filter(pk=int(str(value))).first()
        return person.name if person else "ukendt"
    return str(value)


_NEEDS_AREA = frozenset({ProjectEvent.PROPOSE, ProjectEvent.PUT_ON_AGENDA, ProjectEvent.APPROVE, ProjectEvent.START})


def move(project: Project, event: ProjectEvent) -> tuple[str, str]:
    """Move the project's state by its table; the old and the new one in words."""
    before = ProjectState(project.state)
    if event in _NEEDS_AREA and project.lead_area_id is None:
        raise Refused("project.lacks_area")
    after = machine_of(project.category).after(before, event)
    project.state = after.value
    return str(PROJECT_STATE[before]), str(PROJECT_STATE[after])


def tell(
    project: Project,
    kind: ChangeKind,
    *,
    by: Person | None,
    at: datetime,
    old: str = "",
    new: str = "",
    reason: str = "",
    mandate: Mandate | None = None,
) -> ProjectChange:
    """Leave a line for "Ændringer siden sidste møde" and the project's story."""
    return ProjectChange.objects.create(
        project=project,
        at=at,
        by=by,
        kind=kind.value,
        old=old[:300],
        new=new[:300],
        reason=reason,
        decision_ref=mandate.decision_ref if mandate else "",
        body_code=mandate.body if mandate else "",
    )


def save(
    project: Project,
    command: str,
    kind: ChangeKind,
    words: tuple[str, str],
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None,
    reason: str,
) -> Project:
    """Store a steered change and tell of it."""
    noted = f"{mandate.decision_ref}: {reason}".strip(": ") if mandate else reason
    store(project, by=by, at=at, action=command, reason=noted)
    tell(project, kind, by=by, at=at, old=words[0], new=words[1], reason=reason, mandate=mandate)
    return project


def day_or_none(day: date | None) -> str:
    """A day for a line of change."""
    return day_text(day) if day else "ikke sat"


def money_words(amount: Decimal | None) -> str:
    """An amount for a line of change."""
    return "ikke sat" if amount is None else money_text(amount)
