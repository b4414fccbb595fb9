"""The sheet *Projekter*: what a file can say of a project, in the words that the import reads again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from styrehjul.documents.sheets import Value
from styrehjul.kernel.danish import ZONE
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.labels import CATEGORY_SHORT, LIGHT, PRECISION, PROJECT_STATE, SUBTYPE
from styrehjul.portfolio.models import Project, ProjectGoal, ProjectPartner, ProjectRole
from styrehjul.portfolio.queries.pictures import phase_names

OTHER = "Øvrigt: "
MOMENT = "%Y-%m-%d %H:%M:%S.%f"
_CATEGORY = {code.value: str(words) for code, words in CATEGORY_SHORT.items()}
_SUBTYPE = {code.value: str(words) for code, words in SUBTYPE.items()}
_STATE = {code.value: str(words) for code, words in PROJECT_STATE.items()}
_LIGHT = {code.value: str(words) for code, words in LIGHT.items()}
_PRECISION = {code.value: str(words) for code, words in PRECISION.items()}
PLAIN: tuple[tuple[str, str], ...] = (
    ("external_owner", "Ejer"), ("programme", "Program"), ("outside_deadline", "Frist udefra"),
    ("purpose", "Formål"), ("summary", "Beskrivelse"), ("scope", "Omfang"), ("out_of_scope", "Uden for projektet"),
    ("expected_result", "Forventet resultat"), ("users", "Brugere"), ("gain", "Gevinst"), ("kle", "KLE"),
    ("case_number", "Sagsnummer"), ("cost_tdkk", "Økonomi (1.000 kr.)"), ("hours", "Timer"),
)  # fmt: skip
HEADERS = (
    "Styrehjul-id", "Projektnavn", "Kort titel", "Kategori", "Undertype", "Fagchefområde", "Enhed", "Tilstand",
    "Projektfase", "Prioritet", "Stort projekt", "Projektejer", "Projektleder", "Status", "Statustekst", "Status givet",
    "Start", "Start, nøjagtighed", "Slut", "Slut, nøjagtighed", "Forventet slut", "Faktisk start", "Faktisk slut",
    "Partnere", "Mål", *(words for _name, words in PLAIN),
)  # fmt: skip
LAST = "Styrehjul-udtræk"
# Kept beside a project where the municipality did not know the name: told in the column that it stood in.
_IN_COLUMN = {"Projektejer", "Projektleder", "Mål"}


def columns_of(numbers: Sequence[str]) -> tuple[list[str], list[Project]]:
    """The headings, and the projects in the order of their numbers as given."""
    by_number = (
        {project.number: project for project in Project.objects.filter(number__in=numbers)}
        if len(numbers) < 500
        else {project.number: project for project in Project.objects.all()}
    )
    projects = [by_number[number] for number in numbers if number in by_number]
    others = sorted({name for project in projects for name in project.extra or {}} - _IN_COLUMN)
    return [*HEADERS, *(f"{OTHER}{name}" for name in others), LAST], projects


def project_rows(projects: Iterable[Project], columns: Sequence[str], at: datetime) -> Iterator[list[Value]]:
    """One row for each project."""
    units, people, roles = _unit_words(), _person_words(), _roles()
    goals, partners = _joined(ProjectGoal, "goal__title", "; "), _joined(ProjectPartner, "name", ", ")
    phases = phase_names()
    others = [name.removeprefix(OTHER) for name in columns if name.startswith(OTHER)]
    moment = at.astimezone(ZONE).strftime(MOMENT)
    for project in projects:
        extra = project.extra or {}
        yield [
            project.number, project.title, project.short_title, _CATEGORY.get(project.category, ""),
            _SUBTYPE.get(project.subtype, ""), units.get(project.lead_area_id or 0, ""),
            units.get(project.org_unit_id or 0, ""), _STATE.get(project.state, ""),
            phases.get(project.phase, project.phase), project.priority,
            "ja" if project.large else "",
            people.get(roles.get((project.pk, "owner"), 0)) or str(extra.get("Projektejer", "")),
            people.get(roles.get((project.pk, "manager"), 0)) or str(extra.get("Projektleder", "")),
            _LIGHT.get(project.light, ""), project.status_sentence, project.status_on, project.planned_start,
            _PRECISION.get(project.planned_start_precision, "") if project.planned_start else "", project.planned_end,
            _PRECISION.get(project.planned_end_precision, "") if project.planned_end else "", project.forecast_end,
            project.actual_start, project.actual_end, partners.get(project.pk, ""),
            "; ".join(text for text in (goals.get(project.pk, ""), str(extra.get("Mål", ""))) if text),
            *(getattr(project, name) for name, _words in PLAIN),
            *(str(extra.get(name, "")) for name in others), moment,
        ]  # fmt: skip


def _unit_words() -> dict[int, str]:
    """Each unit by its name; two with the same name by what stands above them as well."""
    rows = list(OrgUnit.objects.values_list("pk", "name", "parent__name"))
    count = Counter(name.casefold() for _pk, name, _above in rows)
    return {pk: f"{name} ({above})" if above and count[name.casefold()] > 1 else name for pk, name, above in rows}


def _person_words() -> dict[int, str]:
    """Each person by name; two with the same name by their addresses."""
    rows = list(Person.objects.values_list("pk", "name", "email"))
    count = Counter(name.casefold() for _pk, name, _email in rows)
    return {pk: email if email and count[name.casefold()] > 1 else name for pk, name, email in rows}


def _roles() -> Mapping[tuple[int, str], int]:
    rows = ProjectRole.objects.filter(end__isnull=True).order_by("start", "pk")
    return {(project, kind): person for project, kind, person in rows.values_list("project_id", "kind", "person_id")}


def _joined(model: Any, field: str, mark: str) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for key, text in model.objects.order_by("pk").values_list("project_id", field):
        found.setdefault(key, []).append(text)
    return {key: mark.join(sorted(texts)) for key, texts in found.items()}
