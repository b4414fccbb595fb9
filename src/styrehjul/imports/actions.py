"""A planned import is carried out: every row by the ordinary actions, all of them or none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import record
from styrehjul.bodies.actions.seats import change_post_holder
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import kommissorium_on
from styrehjul.imports.domain.cells import plain
from styrehjul.imports.domain.lines import Fate, Line, Plan
from styrehjul.imports.domain.matching import FIELD_WORDS
from styrehjul.imports.reading import Asked, plan_of
from styrehjul.imports.reading.plans import STEERED, state_command
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings.actions.followups import finish_follow_up, register_follow_up
from styrehjul.meetings.models import FollowUp
from styrehjul.people.actions import (
    change_person,
    change_post,
    change_unit,
    create_person,
    create_post,
    create_unit,
    day_of,
    permit,
)
from styrehjul.people.models import OrgUnit, Person, Post, UnitGroup
from styrehjul.people.queries import heads_on
from styrehjul.portfolio.actions import ACTION_OF, change_project, create_project, give_role
from styrehjul.portfolio.actions.keeping import area_of
from styrehjul.portfolio.domain.life import BEFORE_DECISION, ProjectRoleKind, ProjectState
from styrehjul.portfolio.models import Project
from styrehjul.ui import refusals


@transaction.atomic
def carry_out(asked: Asked, *, by: Person | None, at: datetime, shown: str | None = None) -> Plan:
    """Read the file in, whole or not at all. `shown` is the fingerprint of the plan that the person saw.

    The plan is made again here, so that nothing is written that was not true when it was written.
    """
    permit(by, f"import.{asked.kind}", at=at)
    plan = plan_of(asked, day_of(at))
    if shown is not None and shown != plan.fingerprint():
        raise Refused("import.changed")
    if not plan.is_ready:
        raise Refused("import.not_ready", count=sum(1 for line in plan.lines if line.errors))
    write = {"projects": _write_projects, "organisation": _write_organisation, "followups": _write_followups}[
        asked.kind
    ]
    write(plan, asked, by, at)
    if plan.writes:
        counts = {fate: number for fate, number in plan.counts.items() if number}
        record(f"import.{asked.kind}", by=by, at=at, changes={"sha256": plan.file_sha256, "rows": counts})
    return plan


def _each(plan: Plan, work: Callable[[Line], Any]) -> None:
    """Every row that writes; one that is refused stops all and is named."""
    for line in plan.writes:
        try:
            work(line)
        except Refused as refused:
            raise Refused("import.row", row=line.row, sheet=line.sheet, because=refusals.in_full(refused)) from refused
        except NotAllowed as not_allowed:
            because = refusals.in_full(not_allowed)
            raise Refused("import.row", row=line.row, sheet=line.sheet, because=because) from not_allowed


# --- projects ---------------------------------------------------------------------------------------------------------


def _write_projects(plan: Plan, asked: Asked, by: Person | None, at: datetime) -> None:
    units = {unit.pk: unit for unit in OrgUnit.objects.select_related("parent")}
    projects = Project.objects.in_bulk([line.record for line in plan.writes if line.record])

    def work(line: Line) -> None:
        if line.fate is Fate.CREATE:
            _create(line, units, by, at)
        else:
            _change(projects[line.record or 0], line, asked, units, by, at)

    _each(plan, work)


_PLAIN = (
    "external_owner", "programme", "partners", "outside_deadline", "purpose", "summary", "goal", "users", "gain",
    "planned_start", "cost_tdkk", "hours",
)  # fmt: skip


def _create(line: Line, units: dict[int, OrgUnit], by: Person | None, at: datetime) -> None:
    values = line.values
    unit = units.get(values["org_unit"] or 0)
    area = units.get(values["lead_area"] or 0) or (area_of(unit) if unit else None)
    state = values["state"] or ProjectState.IDEA.value
    over = ProjectState(state) in {ProjectState.CLOSED, ProjectState.STOPPED}
    project = create_project(
        by=by,
        at=at,
        title=values["title"],
        lead_area=area,
        org_unit=unit,
        category=values["category"],
        subtype=values["subtype"],
        state=state,
        priority=values["priority"],
        planned_end=values["planned_end"],
        actual_end=values["planned_end"] if over else None,
        extra=values["extra"],
        **{name: values[name] for name in _PLAIN},
    )
    for kind in (ProjectRoleKind.OWNER, ProjectRoleKind.MANAGER):
        if values[kind.value]:
            give_role(project, kind, values[kind.value], by=by, at=at, told=False)


def _change(
    project: Project, line: Line, asked: Asked, units: dict[int, OrgUnit], by: Person | None, at: datetime
) -> None:
    """The fields that differ: plain ones at once, steered ones by their own action with the file as the reason."""
    changed = {_FIELDS[change.field] for change in line.changes}
    values, reason = line.values, f"Indlæst fra {asked.name}"
    undecided = ProjectState(project.state) in BEFORE_DECISION
    fields: dict[str, Any] = {name: values[name] for name in _PLAIN if name in changed}
    if "title" in changed:
        fields["title"] = values["title"]
    for name in ("lead_area", "org_unit"):
        if name in changed:
            fields[name] = units.get(values[name])
    if undecided and "planned_end" in changed:
        fields["planned_end"] = values["planned_end"]
        changed.discard("planned_end")
    if fields:
        change_project(project, by=by, at=at, **fields)
    for name in [name for name in STEERED if name in changed]:
        command = STEERED[name]
        args = {"kind": name, "person_id": values[name]} if command == "project.set_role" else {name: values[name]}
        ACTION_OF[command](project, by=by, at=at, reason=reason, **args)
    if "state" in changed:
        ACTION_OF[state_command(project, values["state"])](project, by=by, at=at, reason=reason)


_FIELDS = {words: name for name, words in FIELD_WORDS.items()}


# --- organisation -----------------------------------------------------------------------------------------------------


def _write_organisation(plan: Plan, asked: Asked, by: Person | None, at: datetime) -> None:
    on = day_of(at)
    units = {plain(unit.name): unit for unit in OrgUnit.objects.on(on)}
    named = {plain(unit.name): unit.code for unit in kommissorium_on(on).units}
    taken = set(OrgUnit.objects.exclude(code="").values_list("code", flat=True))
    groups = [group for group in UnitGroup.objects.all() if plain(group.name).startswith("fagchefområde")]
    waiting = {plain(line.values["name"]): line for line in plan.writes if "parent" in line.values}

    def unit_work(line: Line) -> None:
        values = line.values
        above = plain(values["parent"])
        if above in waiting and above not in done:
            # A unit may stand above the one it belongs to: that one is made first.
            unit_work(waiting[above])
        if plain(values["name"]) in done:
            return
        done.add(plain(values["name"]))
        units[plain(values["name"])] = _write_unit(line, units, named, taken, groups, by, at)

    def work(line: Line) -> None:
        if "parent" in line.values:
            unit_work(line)
        else:
            person = _write_person(line, units, by, at)
            unit = person.unit
            # Several may lead in a unit; the first one in the file heads it.
            if line.values["is_leader"] and unit is not None and unit.pk not in headed:
                headed.add(unit.pk)
                _make_head(person, unit, line.values["title"], by, at, on)

    done: set[str] = set()
    headed: set[int] = set()
    _each(plan, work)


def _write_unit(
    line: Line,
    units: dict[str, OrgUnit],
    named: dict[str, str],
    taken: set[str],
    groups: list[UnitGroup],
    by: Person | None,
    at: datetime,
) -> OrgUnit:
    values = line.values
    parent = units.get(plain(values["parent"])) if values["parent"] else None
    if line.fate is Fate.CREATE:
        code = named.get(plain(values["name"]), "")
        return create_unit(
            name=values["name"],
            kind=values["kind"] or "department",
            parent=parent,
            short_name=values["short_name"],
            external_id=values["external_id"],
            groups=groups if values["is_area"] else None,
            code="" if code in taken else code,
            by=by,
            at=at,
        )
    unit = OrgUnit.objects.get(pk=line.record or 0)
    fields = {name: values[name] for name in ("name", "kind", "short_name") if values[name]}
    if parent is not None:
        fields["parent"] = parent
    return change_unit(unit, by=by, at=at, groups=groups if values["is_area"] else None, **fields)


def _write_person(line: Line, units: dict[str, OrgUnit], by: Person | None, at: datetime) -> Person:
    values = line.values
    unit = units.get(plain(values["unit"])) if values["unit"] else None
    if line.fate is Fate.CREATE:
        return create_person(
            name=values["name"],
            email=values["email"],
            title=values["title"],
            unit=unit,
            is_leader=values["is_leader"],
            external_id=values["external_id"],
            by=by,
            at=at,
        )
    person = Person.objects.get(pk=line.record or 0)
    fields: dict[str, Any] = {name: values[name] for name in ("name", "email", "title") if values[name]}
    if unit is not None:
        fields["unit"] = unit
    if values["is_leader"]:
        fields["is_leader"] = True
    return change_person(person, by=by, at=at, **fields)


def _make_head(person: Person, unit: OrgUnit, title: str, by: Person | None, at: datetime, on: date) -> None:
    """The person heads the unit from today, in the unit's own post or the one that the title names."""
    if (head := heads_on(on).get(unit.pk)) is not None and head.pk == person.pk:
        return
    post = Post.objects.filter(unit=unit, heads_unit=True).first()
    if post is None and title:
        post = Post.objects.filter(title__iexact=title, unit__isnull=True).first()
        if post is not None and post.holdings.on(on).exists():
            post = None
        if post is not None:
            post = change_post(post, unit=unit, heads_unit=True, by=by, at=at)
    if post is None:
        post = create_post(title=f"{title or 'Leder'}, {unit.name}", unit=unit, heads_unit=True, by=by, at=at)
    change_post_holder(post, person, start=on, by=by, at=at)


# --- follow-ups -------------------------------------------------------------------------------------------------------


def _write_followups(plan: Plan, asked: Asked, by: Person | None, at: datetime) -> None:
    bodies, people = Body.objects.in_bulk(), Person.objects.in_bulk()

    def work(line: Line) -> None:
        values = line.values
        if line.fate is Fate.UPDATE:
            task = FollowUp.objects.get(pk=line.record or 0)
            finish_follow_up(task, by=by or task.responsible, at=at)
            return
        register_follow_up(
            body=bodies[values["body"]],
            text=values["text"],
            responsible=people[values["responsible"]],
            due=values["due"],
            decision_text=values["decision"],
            done=values["done"],
            by=by,
            at=at,
        )

    _each(plan, work)
