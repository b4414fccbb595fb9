"""The plan of an import: every row's fate against what the municipality has today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from styrehjul.bodies.queries import active_bodies
from styrehjul.imports.domain import followups, matching, organisation
from styrehjul.imports.domain.cells import plain
from styrehjul.imports.domain.lines import CellError, Fate, Line, Plan
from styrehjul.imports.domain.matching import Existing, Known, Sheet
from styrehjul.imports.reading.files import Asked, read_sheets
from styrehjul.meetings.models import FollowUp
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.domain.commands import COMMANDS
from styrehjul.portfolio.domain.life import ProjectState, machine_of
from styrehjul.portfolio.models import Project, ProjectRole
from styrehjul.portfolio.queries import bodies_in_words, right_of


def plan_of(asked: Asked, on: date) -> Plan:
    """What the file would do today. Reads only."""
    sheets = read_sheets(asked)
    maker = {"projects": _projects, "organisation": _organisation, "followups": _followups}[asked.kind]
    lines, absent = maker(asked, sheets, on)
    columns = tuple(
        (header, _meaning(kind, sheet, place))
        for kind, sheet in sheets
        for place, header in enumerate(sheet.columns.headers)
        if header
    )
    return Plan(asked.kind, asked.sha256, tuple(lines), absent, columns)


def _meaning(kind: str, sheet: Sheet, place: int) -> str:
    """What a column was taken for, in words; empty for one that is kept beside the record."""
    words = {
        "projects": matching.FIELD_WORDS,
        "units": organisation.UNIT_WORDS,
        "people": organisation.PERSON_WORDS,
        "followups": followups.WORDS,
    }[kind]
    name = next((name for name, at in sheet.columns.of.items() if at == place), "")
    return words.get(name, name and "bruges ikke")


# --- projects ---------------------------------------------------------------------------------------------------------


def _projects(asked: Asked, sheets: list[tuple[str, Sheet]], on: date) -> tuple[list[Line], tuple[str, ...]]:
    known, projects = _known(on)
    (_kind, sheet), *_rest = sheets
    lines = [
        _reserved(line, projects[line.record], sheet, on) if line.fate is Fate.UPDATE and line.record else line
        for line in matching.propose(sheet, known, given=asked.given, skipped=asked.skipped)
    ]
    met = {line.record for line in lines if line.record}
    absent = tuple(sorted(project.number for pk, project in projects.items() if pk not in met))
    return lines, absent


def _known(on: date) -> tuple[Known, dict[int, Project]]:
    """Projects, units and people as plain values. Four queries."""
    roles: dict[tuple[int, str], int] = {}
    for project_id, kind, person_id in (
        ProjectRole.objects.filter(end__isnull=True).order_by("start").values_list("project_id", "kind", "person_id")
    ):
        roles[(project_id, kind)] = person_id
    projects = {project.pk: project for project in Project.objects.all()}
    units = list(OrgUnit.objects.on(on).values_list("pk", "name", "short_name"))
    people = list(Person.objects.on(on).values_list("pk", "name", "email"))
    return (
        Known(
            projects=[_existing(project, roles) for project in projects.values()],
            units=_by_words((pk, (name, short)) for pk, name, short in units),
            people=_by_words((pk, (name, email)) for pk, name, email in people),
            unit_names={pk: name for pk, name, _short in units},
            person_names={pk: name for pk, name, _email in people},
        ),
        projects,
    )


def _by_words(rows: Iterable[tuple[int, Iterable[str]]]) -> dict[str, int]:
    """Word -> key. A word that two share means neither: nobody is guessed."""
    found: dict[str, int] = {}
    shared: set[str] = set()
    for key, words in rows:
        for word in {plain(text) for text in words if text}:
            if word in found and found[word] != key:
                shared.add(word)
            found[word] = key
    return {word: key for word, key in found.items() if word not in shared}


def _existing(project: Project, roles: dict[tuple[int, str], int]) -> Existing:
    """A project as a file would tell it: dates as an export shows them."""
    names = ("subtype", "state", "priority", "external_owner", "programme", "partners", "outside_deadline", "purpose",
             "summary", "goal", "users", "gain", "title", "category", "cost_tdkk", "hours")  # fmt: skip
    return Existing(
        pk=project.pk,
        number=project.number,
        title=project.title,
        category=project.category,
        values={
            **{name: getattr(project, name) for name in names},
            "lead_area": project.lead_area_id,
            "org_unit": project.org_unit_id,
            "owner": roles.get((project.pk, "owner")),
            "manager": roles.get((project.pk, "manager")),
            "planned_start": project.actual_start or project.planned_start,
            "planned_end": project.actual_end or project.forecast_end or project.planned_end,
        },
    )


# Field of a file -> the command that changes it on a project in force.
STEERED = {
    "priority": "project.set_priority",
    "planned_end": "project.set_end_date",
    "category": "project.change_category",
    "owner": "project.set_role",
    "manager": "project.set_role",
}
_WORDS = {words: name for name, words in matching.FIELD_WORDS.items()}


def _reserved(line: Line, project: Project, sheet: Sheet, on: date) -> Line:
    """What a body must decide is left as it is, and the row says so; the rest of the row goes on."""
    kept, values, why = [], dict(line.values), []
    for change in line.changes:
        name = _WORDS[change.field]
        command = state_command(project, values["state"]) if name == "state" else STEERED.get(name, "")
        if name == "state" and not command:
            message = f"Projektet kan ikke gå fra {change.old} til {change.new}."
            path = f"{sheet.name}!{line.row}" if sheet.name else str(line.row)
            return replace(line, fate=Fate.ERROR, changes=(), errors=(CellError(path, "state", message),), values={})
        right = right_of(project, command, on) if command else None
        if right is not None and right.kind == "decision":
            values[name] = None if name != "state" else ""
            why.append(f"{COMMANDS[command].deed} kræver en beslutning i {bodies_in_words(right, on)}")
        else:
            kept.append(change)
    if not why:
        return line
    return replace(line, fate=Fate.NEEDS_DECISION, changes=tuple(kept), values=values, note="; ".join(why))


def state_command(project: Project, state: str) -> str:
    """The command that brings a project from where it is to `state` in one step; "" when there is none."""
    moves = machine_of(project.category).moves
    now, wanted = ProjectState(project.state), ProjectState(state)
    return next(
        (
            row.command
            for row in COMMANDS.values()
            if row.event and moves.get((now, row.event)) is wanted and now is not wanted
        ),
        "",
    )


# --- organisation -----------------------------------------------------------------------------------------------------


def _organisation(asked: Asked, sheets: list[tuple[str, Sheet]], on: date) -> tuple[list[Line], tuple[str, ...]]:
    """Units first, whatever the order of the sheets: people may sit in units of the same file."""
    units = list(OrgUnit.objects.on(on).select_related("parent").prefetch_related("groups"))
    there = [
        organisation.UnitThere(
            unit.pk, unit.name, unit.parent.name if unit.parent else "", unit.kind, unit.short_name,
            unit.kind == "department_area",
        )
        for unit in units
    ]  # fmt: skip
    lines: list[Line] = []
    named = [unit.name for unit in there]
    for kind, sheet in sorted(sheets, key=lambda pair: pair[0] != "units"):
        if kind == "units":
            found = organisation.propose_units(sheet, there, given=asked.given, skipped=asked.skipped)
            named += [line.key for line in found if line.fate is Fate.CREATE]
        else:
            found = organisation.propose_people(sheet, _people(on), named, given=asked.given, skipped=asked.skipped)
        lines += found
    return lines, ()


def _people(on: date) -> Sequence[organisation.PersonThere]:
    return [
        organisation.PersonThere(
            person.pk,
            person.name,
            person.email,
            person.unit.name if person.unit else "",
            person.title,
            person.is_leader,
        )
        for person in Person.objects.on(on).select_related("unit")
    ]


# --- follow-ups -------------------------------------------------------------------------------------------------------


def _followups(asked: Asked, sheets: list[tuple[str, Sheet]], on: date) -> tuple[list[Line], tuple[str, ...]]:
    bodies = active_bodies(on)
    people = list(Person.objects.on(on).values_list("pk", "name", "email"))
    around = followups.Around(
        bodies=_by_words((body.pk, (body.name, body.name_definite, body.short_code, body.code)) for body in bodies),
        people=_by_words((pk, (name, email)) for pk, name, email in people),
        body_names={body.pk: body.name for body in bodies},
        person_names={pk: name for pk, name, _email in people},
    )
    there = [
        followups.FollowUpThere(
            task.pk, task.body_id, task.text, task.responsible_id, task.due, task.decision_text, task.state == "done"
        )
        for task in FollowUp.objects.filter(imported=True)
    ]
    (_kind, sheet), *_rest = sheets
    return list(followups.propose(sheet, there, around, given=asked.given, skipped=asked.skipped)), ()
