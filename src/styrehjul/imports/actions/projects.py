"""Projects of a file are made and changed by the actions of the screens, in the importing person's name."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from styrehjul.audit.unit import store
from styrehjul.imports.actions.lines import Progress, each
from styrehjul.imports.domain.lines import Fate, Line, Plan
from styrehjul.imports.models import ImportedRow, ImportRun
from styrehjul.imports.reading import Asked
from styrehjul.imports.reading.projects import STEERED, state_command
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.actions import ACTION_OF, change_project, report_status
from styrehjul.portfolio.actions.keeping import area_of
from styrehjul.portfolio.actions.loading import Loaded, load_projects
from styrehjul.portfolio.actions.numbers import draw_numbers
from styrehjul.portfolio.domain.life import BEFORE_DECISION, ProjectState
from styrehjul.portfolio.models import Project

# What a new project gets as it stands in the row, and what an existing one is given at once.
PLAIN = (
    "short_title", "external_owner", "programme", "partners", "outside_deadline", "purpose", "summary", "scope",
    "out_of_scope", "expected_result", "goal", "users", "gain", "kle", "case_number", "planned_start", "cost_tdkk", "hours",
)  # fmt: skip


def write_projects(
    plan: Plan, asked: Asked, run: ImportRun | None, *, by: Person | None, at: datetime, progress: Progress
) -> None:
    """Every row that writes; nothing is left behind of a plan that writes nothing."""
    if not plan.writes:
        return
    if run is None:
        run = ImportRun(kind=asked.kind, name=asked.name[:255], sha256=asked.sha256, by=by, profile_id=asked.profile)
    run.counts = {fate: number for fate, number in plan.counts.items() if number}
    run.done_at = at
    store(run, by=by, at=at, action="import.done")
    units = {unit.pk: unit for unit in OrgUnit.objects.select_related("parent")}
    projects = Project.objects.in_bulk([line.record for line in plan.writes if line.record])
    rows: list[ImportedRow] = []
    creates = [line for line in plan.writes if line.fate is Fate.CREATE]
    numbers = draw_numbers(at, len(creates))
    told = [_loaded(line, units, number) for line, number in zip(creates, numbers, strict=True)]
    changed, of = [line for line in plan.writes if line.fate is not Fate.CREATE], len(plan.writes)
    made = load_projects(told, by=by, at=at, progress=lambda done, _of: progress(done, of))
    rows += [_row(run, line, project, None) for line, project in zip(creates, made, strict=True)]

    def work(line: Line) -> None:
        project = projects[line.record or 0]
        before = project.version
        _change(project, line, asked, units, by, at)
        rows.append(_row(run, line, project, before))

    each(changed, work, lambda done, _of: progress(len(creates) + done, of))
    ImportedRow.objects.bulk_create(rows, batch_size=500)


def _row(run: ImportRun, line: Line, project: Project, before: int | None) -> ImportedRow:
    return ImportedRow(
        run=run, row=line.row, project=project, key=line.own_key, created=before is None, version_before=before,
        version_after=project.version, said=line.values["told"],
    )  # fmt: skip


def _loaded(line: Line, units: dict[int, OrgUnit], number: str) -> Loaded:
    values = line.values
    unit = units.get(values["org_unit"] or 0)
    area = units.get(values["lead_area"] or 0) or (area_of(unit) if unit else None)
    state = values["state"] or ProjectState.IDEA.value
    over = ProjectState(state) in {ProjectState.CLOSED, ProjectState.STOPPED}
    lit = values["light"] if values["light"] != "none" else ""
    status = {"light": lit, "status_sentence": values["status"], "status_on": values["status_on"]} if lit else {}
    fields = {
        "number": number,
        "title": values["title"],
        "lead_area": area,
        "org_unit": unit,
        "category": values["category"],
        "subtype": values["subtype"],
        "state": state,
        "priority": values["priority"],
        "planned_end": values["planned_end"],
        "actual_end": values["planned_end"] if over else None,
        "extra": values["extra"],
        **{name: values[name] for name in PLAIN if name not in ("goal", "partners")},
        **_precisions(values),
        **status,
    }
    people = values["owner"], values["manager"]
    return Loaded(fields, values["goal"], values["partners"], *people, phase=values["phase"])


def _precisions(values: Any) -> dict[str, Any]:
    """How exactly the days were said, where the row says a day."""
    names = ("planned_start_precision", "planned_end_precision")
    return {name: values[name] for name in names if values.get(name)}


def _change(
    project: Project, line: Line, asked: Asked, units: dict[int, OrgUnit], by: Person | None, at: datetime
) -> None:
    """The fields that differ: plain ones at once, steered ones by their own action with the file as the reason."""
    changed = {change.name for change in line.changes}
    values, reason = line.values, f"Indlæst fra {asked.name}"
    undecided = ProjectState(project.state) in BEFORE_DECISION
    fields: dict[str, Any] = {name: values[name] for name in PLAIN if name in changed}
    if "title" in changed:
        fields["title"] = values["title"]
    for name in ("lead_area", "org_unit"):
        if name in changed:
            fields[name] = units.get(values[name])
    if undecided and "planned_end" in changed:
        fields["planned_end"] = values["planned_end"]
        changed.discard("planned_end")
        fields["planned_end_precision"] = values.get("planned_end_precision", "day")
    if "planned_start" in fields:
        fields["planned_start_precision"] = values.get("planned_start_precision", "day")
    if any(name.startswith("extra:") for name in changed):
        fields["extra"] = {**(project.extra or {}), **values["extra"]}
    if fields:
        change_project(project, by=by, at=at, reason=reason, **fields)
    for name in [name for name in STEERED if name in changed]:
        command = STEERED[name]
        args = {"kind": name, "person_id": values[name]} if command == "project.set_role" else {name: values[name]}
        ACTION_OF[command](project, by=by, at=at, reason=reason, **args)
    if "state" in changed:
        ACTION_OF[state_command(project, values["state"])](project, by=by, at=at, reason=reason)
    if "light" in changed and by is not None:
        report_status(project, light=values["light"], sentence=values["status"] or reason, by=by, at=at)
