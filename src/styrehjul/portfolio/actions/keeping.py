"""What those responsible keep up to date without any decision: the record, and local projects."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.domain.roles import UnitKind
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.actions.large import mark_by_rule
from styrehjul.portfolio.actions.links import goals_in_words, link_system, names_in, set_areas, set_goal, set_partners
from styrehjul.portfolio.actions.moving import ask_right, danish_day, lock, money_words, tell
from styrehjul.portfolio.actions.numbers import draw_number
from styrehjul.portfolio.actions.phases import begin_in_phase
from styrehjul.portfolio.actions.recording import RECORD, STEERED_WORDS, UNTIL_DECIDED
from styrehjul.portfolio.actions.roles import give_role
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.life import (
    BEFORE_DECISION,
    Category,
    ProjectRoleKind,
    ProjectState,
    Subtype,
)
from styrehjul.portfolio.domain.record import Visibility
from styrehjul.portfolio.models import Project
from styrehjul.systems.models import System


@transaction.atomic
def change_project(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
    owner_id: int | None = None,
    manager_id: int | None = None,
    goal_id: int | None = None,
    goal: str = "",
    partners: str | None = None,
    areas: Iterable[OrgUnit] | None = None,
    reason: str = "",
    **fields: Any,
) -> Project:
    """Write into the project's record. Until the proposal is decided, category, wanted end and people belong to it.

    Beside a baseline another economy is a change of its own: it needs a reason, or the decision that is reserved.
    """
    lock(project, expected_version)
    permit(by, "project.change", project, at=at)
    undecided = ProjectState(project.state) in BEFORE_DECISION
    cost = project.cost_tdkk
    _write(project, fields)
    steers = project.cost_tdkk != cost and project.baselines.exists()
    if steers:
        ask_right(project, "project.set_economy_frame", at=at, mandate=None, reason=reason)
    unknown = goals_in_words(project, goal, by=by, at=at)
    if unknown:
        project.extra = {**(project.extra or {}), "Mål": "; ".join(unknown)}
    store(project, by=by, at=at, action="project.change", reason=reason if steers else "")
    if steers:
        old, new = money_words(cost), money_words(project.cost_tdkk)
        tell(project, ChangeKind.ECONOMY, by=by, at=at, old=old, new=new, reason=reason)
    set_goal(project, goal_id, by=by, at=at)
    if partners is not None:
        if project.subtype == Subtype.INTER_MUNICIPAL and not undecided and not names_in(partners):
            raise Refused("project.lacks_partners")
        set_partners(project, partners, by=by, at=at)
    if areas is not None:
        set_areas(project, areas, by=by, at=at)
    for kind, key in ((ProjectRoleKind.OWNER, owner_id), (ProjectRoleKind.MANAGER, manager_id)):
        if key and undecided:
            give_role(project, kind, key, by=by, at=at, told=False)
    mark_by_rule(project, by=by, at=at)
    return project


def _write(project: Project, fields: dict[str, Any]) -> None:
    """Set the fields; those that a project in force only gets by a steered change are refused when they differ."""
    undecided = ProjectState(project.state) in BEFORE_DECISION
    if project.category == Category.LOCAL and fields.get("category", Category.LOCAL) != Category.LOCAL:
        raise Refused("project.steered_field", field=STEERED_WORDS["category"])
    open_fields = RECORD | (UNTIL_DECIDED if undecided else frozenset())
    for name, value in fields.items():
        if name in UNTIL_DECIDED and not undecided:
            if getattr(project, name) != value and value not in (None, ""):
                raise Refused("project.steered_field", field=STEERED_WORDS[name])
            continue
        if name == "visibility" and value != Visibility.ALL and project.state != ProjectState.IDEA:
            raise Refused("project.draft_is_idea")
        if name not in open_fields:
            raise Refused("project.unknown_field", field=name)
        setattr(project, name, value)
    project.subtype = (project.subtype or Subtype.OWN_CROSS.value) if project.category == Category.CROSS else ""


@transaction.atomic
def register_local(
    *,
    title: str,
    purpose: str,
    unit: OrgUnit,
    responsible_id: int,
    by: Person,
    at: datetime,
    state: str = ProjectState.ACTIVE.value,
    planned_end: date | None = None,
    gain: str = "",
    area: OrgUnit | None = None,
    system: System | None = None,
) -> Project:
    """Register a local project in a minute: what it is called, why, and who answers for it."""
    permit(by, "project.register_local", unit, at=at)
    if state not in (ProjectState.IDEA, ProjectState.ACTIVE, ProjectState.CLOSED):
        raise Refused("project.local_state")
    day = danish_day(at)
    project = Project(
        number=draw_number(at),
        title=title.strip(),
        purpose=purpose,
        category=Category.LOCAL.value,
        state=state,
        gain=gain,
        lead_area=area or area_of(unit),
        org_unit=unit,
        contact=by,
        planned_end=planned_end,
        actual_start=day if state == ProjectState.ACTIVE else None,
        actual_end=day if state == ProjectState.CLOSED else None,
    )
    begin_in_phase(project)
    store(project, by=by, at=at, action="project.register_local")
    give_role(project, ProjectRoleKind.MANAGER, responsible_id, by=by, at=at, told=False)
    if system is not None:
        link_system(project, system, by=by, at=at)
    tell(project, ChangeKind.NEW, by=by, at=at, new=str(project.get_state_display()))
    return project


@transaction.atomic
def create_project(
    *,
    by: Person | None,
    at: datetime,
    title: str,
    lead_area: OrgUnit | None = None,
    contact: Person | None = None,
    goal: str = "",
    partners: str = "",
    number: str = "",
    **fields: Any,
) -> Project:
    """Load a project as it already is, state included: it was not decided here, and reads "indlæst".

    `number` is one that was drawn for it (`draw_numbers`), where many are loaded at once.
    """
    permit(by, "project.create", at=at)
    # The file's own word; one that the municipality does not have is kept as text beside the project.
    phase = str(fields.pop("phase", ""))
    number = number or draw_number(at)
    project = Project(number=number, title=title.strip(), lead_area=lead_area, contact=contact, imported=True, **fields)
    if project.category == Category.CROSS:
        project.subtype = project.subtype or Subtype.OWN_CROSS.value
    begin_in_phase(project, phase)
    store(project, by=by, at=at, action="project.create")
    if unknown := goals_in_words(project, goal, by=by, at=at):
        # A goal that the municipality does not have is not made by a file: its text is kept beside the project.
        project.extra = {**(project.extra or {}), "Mål": "; ".join(unknown)}
        store(project, by=by, at=at, action="project.keep_goal_text")
    set_partners(project, partners, by=by, at=at)
    tell(project, ChangeKind.NEW, by=by, at=at, new=f"{project.get_state_display()} (indlæst)")
    return project


def area_of(unit: OrgUnit) -> OrgUnit:
    """The fagchefområde that a unit belongs to: the nearest one above it, else the unit itself."""
    nearest: OrgUnit | None = unit
    steps = 0
    while nearest is not None and steps < 50:
        if nearest.kind == UnitKind.DEPARTMENT_AREA:
            return nearest
        nearest, steps = nearest.parent, steps + 1
    return unit
