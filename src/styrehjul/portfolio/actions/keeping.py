"""What those responsible keep up to date without any decision: the record, its status, and local projects."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.domain.roles import UnitKind
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.actions.moving import danish_day, day_or_none, lock, tell
from styrehjul.portfolio.actions.numbers import draw_number
from styrehjul.portfolio.actions.roles import give_role
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.guards import lacks_in_status
from styrehjul.portfolio.domain.life import (
    BEFORE_DECISION,
    REPORTING,
    Category,
    Light,
    ProjectRoleKind,
    ProjectState,
    Subtype,
)
from styrehjul.portfolio.labels import LIGHT
from styrehjul.portfolio.models import Project, StatusReport

UNCHANGED = "Uændret siden sidst"
# What a person may write into the record at any time; dates, category and the like are steered (`steering`).
RECORD = frozenset(
    {
        "title", "summary", "purpose", "goal", "users", "gain", "cost_tdkk", "hours", "outside_deadline", "lead_area",
        "org_unit", "external_owner", "programme", "partners", "planned_start", "extra",
    }
)  # fmt: skip
UNTIL_DECIDED = frozenset({"planned_end", "category", "subtype"})


@transaction.atomic
def change_project(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
    owner_id: int | None = None,
    manager_id: int | None = None,
    **fields: Any,
) -> Project:
    """Write into the project's record. Until the proposal is decided, category, wanted end and people belong to it."""
    lock(project, expected_version)
    permit(by, "project.change", project, at=at)
    undecided = ProjectState(project.state) in BEFORE_DECISION
    _write(project, fields)
    store(project, by=by, at=at, action="project.change")
    for kind, key in ((ProjectRoleKind.OWNER, owner_id), (ProjectRoleKind.MANAGER, manager_id)):
        if key and undecided:
            give_role(project, kind, key, by=by, at=at, told=False)
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
        if name not in open_fields:
            raise Refused("project.unknown_field", field=name)
        setattr(project, name, value)
    project.subtype = (project.subtype or Subtype.OWN_CROSS.value) if project.category == Category.CROSS else ""


STEERED_WORDS = {"planned_end": "planlagt afslutning", "category": "kategori", "subtype": "undertype"}


@transaction.atomic
def report_status(
    project: Project,
    *,
    light: str,
    sentence: str = "",
    forecast_end: date | None = None,
    by: Person,
    at: datetime,
) -> StatusReport:
    """Give a dated status: one light, one sentence, and the day the project is now expected to end."""
    lock(project)
    permit(by, "project.report_status", project, at=at)
    if ProjectState(project.state) not in REPORTING:
        raise Refused("status.not_running", state=str(project.get_state_display()).lower())
    if lacking := lacks_in_status(light, sentence):
        raise Refused.because(lacking)
    return _report(project, light, sentence.strip() or str(LIGHT[Light(light)]), forecast_end, by=by, at=at)


@transaction.atomic
def report_unchanged(project: Project, *, by: Person, at: datetime) -> StatusReport:
    """ "Uændret siden sidst": one click where the last light was green. It is a report like any other."""
    lock(project)
    permit(by, "project.report_status", project, at=at)
    if ProjectState(project.state) not in REPORTING:
        raise Refused("status.not_running", state=str(project.get_state_display()).lower())
    if project.light != Light.GREEN:
        raise Refused("status.not_green")
    return _report(project, Light.GREEN.value, UNCHANGED, project.forecast_end, by=by, at=at)


def _report(
    project: Project, light: str, sentence: str, forecast_end: date | None, *, by: Person, at: datetime
) -> StatusReport:
    day = danish_day(at)
    report = StatusReport(project=project, light=light, sentence=sentence, forecast_end=forecast_end, by=by, on=day)
    store(report, by=by, at=at, action="status.report")
    before, forecast = Light(project.light), project.forecast_end
    project.light, project.status_sentence, project.status_on = light, sentence, day
    project.forecast_end = forecast_end or forecast
    store(project, by=by, at=at, action="project.report_status")
    if before != light:
        old, new = str(LIGHT[before]), str(LIGHT[Light(light)])
        tell(project, ChangeKind.LIGHT, by=by, at=at, old=old, new=new, reason=sentence)
    if forecast_end and forecast_end != forecast:
        old, new = day_or_none(forecast or project.planned_end), day_or_none(forecast_end)
        if old != new:
            tell(project, ChangeKind.FORECAST, by=by, at=at, old=old, new=new, reason=sentence)
    return report


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
        lead_area=area_of(unit),
        org_unit=unit,
        contact=by,
        planned_end=planned_end,
        actual_start=day if state == ProjectState.ACTIVE else None,
        actual_end=day if state == ProjectState.CLOSED else None,
    )
    store(project, by=by, at=at, action="project.register_local")
    give_role(project, ProjectRoleKind.MANAGER, responsible_id, by=by, at=at, told=False)
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
    **fields: Any,
) -> Project:
    """Load a project as it already is, state included: it was not decided here, and reads "indlæst"."""
    permit(by, "project.create", at=at)
    project = Project(
        number=draw_number(at), title=title.strip(), lead_area=lead_area, contact=contact, imported=True, **fields
    )
    if project.category == Category.CROSS:
        project.subtype = project.subtype or Subtype.OWN_CROSS.value
    store(project, by=by, at=at, action="project.create")
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
