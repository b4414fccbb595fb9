"""What a file of projects would do to the portfolio as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from styrehjul.imports.domain import fields, matching
from styrehjul.imports.domain.cells import plain, text_of
from styrehjul.imports.domain.lines import CellError, Fate, Line, Plan
from styrehjul.imports.domain.rows import KEPT_AS_TEXT, Existing, Known, Sheet
from styrehjul.imports.models import ImportedRow
from styrehjul.imports.reading.files import Asked
from styrehjul.kernel.danish import ZONE
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.domain.commands import COMMANDS
from styrehjul.portfolio.domain.life import REPORTING, ProjectState, machine_of
from styrehjul.portfolio.models import Project, ProjectGoal, ProjectPartner, ProjectRole
from styrehjul.portfolio.queries import bodies_in_words, right_of
from styrehjul.portfolio.queries.pictures import phase_names
from styrehjul.portfolio.queries.settings import settings
from styrehjul.strategy.models import Goal

# Field of a file -> the command that changes it on a project in force.
STEERED = {
    "priority": "project.set_priority",
    "planned_end": "project.set_end_date",
    "category": "project.change_category",
    "owner": "project.set_role",
    "manager": "project.set_role",
}
# Columns of the record that a file can say as they are; goals and partners are rows of their own.
STORED = (
    "title", "short_title", "category", "subtype", "state", "phase", "priority", "external_owner", "programme",
    "outside_deadline", "purpose", "summary", "scope", "out_of_scope", "expected_result", "users", "gain", "kle",
    "case_number", "cost_tdkk", "hours", "light", "planned_start", "planned_end",
)  # fmt: skip
MOMENT = "%Y-%m-%d %H:%M:%S.%f"


def propose_projects(asked: Asked, sheet: Sheet, on: date) -> Plan:
    """Every row's fate, what the columns were taken for, and what the person may still say of the file."""
    known, projects = known_on(on, asked, sheet)
    ours = "number" in sheet.columns.of
    said = asked.said(ours=ours)
    rights: dict[tuple[str, str, bool], Any] = {}
    lines = [
        _reserved(_lit(line, projects[line.record], asked), projects[line.record], sheet, on, rights)
        if line.fate is Fate.UPDATE and line.record
        else line
        for line in matching.propose(sheet, known, given=said.given, skipped=asked.skipped, said=said)
    ]
    met = {line.record for line in lines if line.record}
    absent = tuple(sorted(project.number for pk, project in projects.items() if pk not in met))
    columns = tuple((header, _meaning(sheet, place)) for place, header in enumerate(sheet.columns.headers) if header)
    return Plan("projects", asked.sha256, tuple(lines), absent, columns, _colours(sheet), tuple(_remarks(sheet, lines)))


def _meaning(sheet: Sheet, place: int) -> str:
    name = next((name for name, at in sheet.columns.of.items() if at == place), "")
    return fields.CHOICES.get(name, name and "bruges ikke")


def _colours(sheet: Sheet) -> Mapping[str, Mapping[str, int]]:
    """Heading -> light -> cells filled with it, for the column of lights or the one with most colours."""
    counts: dict[int, dict[str, int]] = {}
    for cells in sheet.lights.values():
        for at, light in cells.items():
            found = counts.setdefault(at, {})
            found[light] = found.get(light, 0) + 1
    if not counts:
        return {}
    lit = sheet.columns.of.get("light")
    place = lit if lit is not None and lit in counts else max(counts, key=lambda one: sum(counts[one].values()))
    headers = sheet.columns.headers
    return {headers[place] if place < len(headers) else "": counts[place]}


def _remarks(sheet: Sheet, lines: Sequence[Line]) -> Iterable[str]:
    if other := sum(matching.PHASE_STAYS in line.note for line in lines):
        rows = "Én række siger" if other == 1 else f"{other} rækker siger"
        yield (
            f"{rows} en anden fase, end projektet står i. Fasen skiftes ved faseovergangen på projektets side, ikke af "
            "en fil."
        )
    if unknown := sum(KEPT_AS_TEXT in line.note for line in lines):
        rows = "I én række" if unknown == 1 else f"I {unknown} rækker"
        yield f"{rows} er der et navn, som ingen i organisationen har. Det gemmes som tekst; en fil opretter ingen personer."
    if sheet.hidden:
        yield f"{len(sheet.hidden)} skjulte rækker er læst med."
    if sheet.notes:
        yield f"{sum(len(notes) for notes in sheet.notes.values())} bemærkninger og links gemmes ved deres projekt."


def known_on(on: date, asked: Asked | None = None, sheet: Sheet | None = None) -> tuple[Known, dict[int, Project]]:
    """Projects, units and people as plain values, and what was last agreed of them. A handful of queries."""
    projects = {project.pk: project for project in Project.objects.all()}
    roles, goals, partners, phases = _roles_now(), _goals(), _partners(), phase_names()
    units = [
        (pk, name, (name, short, f"{name} ({above})"))
        for pk, name, short, above in OrgUnit.objects.values_list("pk", "name", "short_name", "parent__name")
    ]
    people = [(pk, name, (name, email)) for pk, name, email in Person.objects.values_list("pk", "name", "email")]
    # Those of today go before those who have left, whom an older project may still have.
    unit_words = _today_first(units, set(OrgUnit.objects.on(on).values_list("pk", flat=True)))
    person_words = _today_first(people, set(Person.objects.on(on).values_list("pk", flat=True)))
    known = Known(
        projects=[
            existing(project, roles, goals.get(pk, ""), partners.get(pk, ""), phases.get(project.phase, ""))
            for pk, project in projects.items()
        ],
        units=_alone(unit_words),
        people=_alone(person_words),
        unit_names={pk: name for pk, name, _words in units},
        person_names={pk: name for pk, name, _words in people},
        several_units=_shared(unit_words),
        several_people=_shared(person_words),
        bases=_bases(sheet),
        goals={plain(title): title for title in Goal.objects.on(on).values_list("title", flat=True)},
        keys=_keys(asked),
        alike=settings().similarity_percent / 100,
    )
    return known, projects


def _today_first(rows: Sequence[tuple[int, str, Sequence[str]]], today: set[int]) -> dict[str, list[int]]:
    current = keys_by_word((pk, words) for pk, _name, words in rows if pk in today)
    gone = keys_by_word((pk, words) for pk, _name, words in rows if pk not in today)
    return {**gone, **current}


def keys_by_word(rows: Iterable[tuple[int, Iterable[str]]]) -> dict[str, list[int]]:
    """Word -> the keys that go by it."""
    found: dict[str, list[int]] = {}
    for key, words in rows:
        for word in {plain(text) for text in words if text}:
            found.setdefault(word, []).append(key)
    return found


def _alone(words: Mapping[str, Sequence[int]]) -> dict[str, int]:
    return {word: keys[0] for word, keys in words.items() if len(keys) == 1}


def _shared(words: Mapping[str, Sequence[int]]) -> dict[str, Sequence[int]]:
    return {word: keys for word, keys in words.items() if len(keys) > 1}


def _roles_now() -> dict[tuple[int, str], int]:
    rows = ProjectRole.objects.filter(end__isnull=True).order_by("start", "pk")
    return {(project, kind): person for project, kind, person in rows.values_list("project_id", "kind", "person_id")}


def _goals() -> dict[int, str]:
    return _joined(ProjectGoal.objects.order_by("pk").values_list("project_id", "goal__title"), "; ")


def _partners() -> dict[int, str]:
    return _joined(ProjectPartner.objects.order_by("pk").values_list("project_id", "name"), ", ")


def _joined(rows: Iterable[tuple[int, str]], mark: str) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for key, text in rows:
        found.setdefault(key, []).append(text)
    return {key: mark.join(sorted(texts)) for key, texts in found.items()}


def existing(record: Any, roles: Mapping[tuple[int, str], int], goal: str, partners: str, phase: str = "") -> Existing:
    """A project, or its record of another day, as a file would tell it."""
    return Existing(
        pk=record.id,
        number=record.number,
        title=record.title,
        category=record.category,
        values={
            **{name: getattr(record, name) for name in STORED},
            "lead_area": record.lead_area_id,
            "org_unit": record.org_unit_id,
            "goal": goal,
            "partners": partners,
            "owner": roles.get((record.id, "owner")),
            "manager": roles.get((record.id, "manager")),
        },
        extra=record.extra or {},
        phase=phase,
    )


# --- what was last agreed ---------------------------------------------------------------------------------------------


def _bases(sheet: Sheet | None) -> dict[tuple[str, int], Mapping[str, Any]]:
    """What file and portfolio said when the file was written out; else what the last file said of each project."""
    last = ImportedRow.objects.filter(run__undone_at__isnull=True).values("project_id").annotate(last=Max("pk"))
    rows = ImportedRow.objects.filter(pk__in=last.values("last")).values_list("project_id", "said")
    found: dict[tuple[str, int], Mapping[str, Any]] = {("", project): said for project, said in rows}
    at = sheet.columns.of.get("exported") if sheet else None
    if sheet is None or at is None:
        return found
    moments = {text_of(cells[at]) for _row, cells in sheet.rows if at < len(cells)} - {""}
    for moment in sorted(moments)[-3:]:
        found |= {(moment, pk): values for pk, values in _as_of(moment).items()}
    return found


def _as_of(moment: str) -> dict[int, Mapping[str, Any]]:
    """Every project as it stood at a moment; none where the text is no moment."""
    try:
        at = datetime.strptime(moment, MOMENT).replace(tzinfo=ZONE)
    except ValueError:
        return {}
    records: Any = Project.history.model.objects
    newest = records.filter(history_date__lte=at).values("id").annotate(last=Max("history_id"))
    roles: dict[tuple[int, str], int] = {}
    role_records: Any = ProjectRole.history.model.objects
    parts = role_records.filter(history_date__lte=at).values("id").annotate(last=Max("history_id"))
    for role in role_records.filter(history_id__in=parts.values("last"), end__isnull=True).exclude(history_type="-"):
        roles[(role.project_id, role.kind)] = role.person_id
    found: dict[int, Mapping[str, Any]] = {}
    for record in records.filter(history_id__in=newest.values("last")).exclude(history_type="-"):
        values = dict(existing(record, roles, "", "").values)
        # Goals and partners are rows without a place in the record: what they were then is not asked.
        found[record.id] = {name: value for name, value in values.items() if name not in ("goal", "partners")}
    return found


def moment_words(at: datetime) -> str:
    """The moment as an export carries it in each row."""
    return at.astimezone(ZONE).strftime(MOMENT)


def _keys(asked: Asked | None) -> dict[str, int]:
    """A row's own mark -> its project, for the list that the profile belongs to."""
    if asked is None or asked.profile is None or not asked.key_column:
        return {}
    rows = ImportedRow.objects.filter(run__profile_id=asked.profile, run__undone_at__isnull=True).exclude(key="")
    return dict(rows.order_by("pk").values_list("key", "project_id"))


# --- what only a body may do -----------------------------------------------------------------------------------------


def _lit(line: Line, project: Project, asked: Asked) -> Line:
    """A status is given by a person, to a project that reports: else the light stays as it is, and the row says so."""
    if not any(change.name == "light" for change in line.changes):
        return line
    if asked.by_person and ProjectState(project.state) in REPORTING and line.values["light"] != "none":
        return line
    kept = tuple(change for change in line.changes if change.name != "light")
    note = "Status er ikke ændret: den gives på siden, mens projektet er i gang"
    return replace(line, changes=kept, note=note, fate=Fate.UPDATE if kept else Fate.UNCHANGED)


def _reserved(line: Line, project: Project, sheet: Sheet, on: date, rights: dict[tuple[str, str, bool], Any]) -> Line:
    """What a body must decide is left as it is, and the row says so; the rest of the row goes on."""
    kept, values, why = [], dict(line.values), []
    for change in line.changes:
        name = change.name
        command = state_command(project, values["state"]) if name == "state" else STEERED.get(name, "")
        if name == "state" and not command:
            message = f"Projektet kan ikke gå fra {change.old} til {change.new}."
            path = f"{sheet.name}!{line.row}" if sheet.name else str(line.row)
            return replace(line, fate=Fate.ERROR, changes=(), errors=(CellError(path, "state", message),), values={})
        right = _right(project, command, on, rights) if command else None
        if right is not None and right.kind == "decision":
            values[name] = None if name != "state" else ""
            why.append(f"{COMMANDS[command].deed} kræver en beslutning i {bodies_in_words(right, on)}")
        else:
            kept.append(change)
    if not why:
        return line
    return replace(line, fate=Fate.NEEDS_DECISION, changes=tuple(kept), values=values, note="; ".join(why))


def _right(project: Project, command: str, on: date, rights: dict[tuple[str, str, bool], Any]) -> Any:
    """Whose the change is: asked once for projects that the table of rights does not tell apart."""
    cost = float(project.cost_tdkk or 0)
    key = (command, f"{project.category} {project.subtype} {project.state} {cost}", project.large)
    if key not in rights:
        rights[key] = right_of(project, command, on)
    return rights[key]


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
