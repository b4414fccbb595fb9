"""The plan of an import: every row's fate against what the municipality has today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from styrehjul.bodies.queries import active_bodies
from styrehjul.imports.domain import contracts, followups, organisation, systems
from styrehjul.imports.domain.lines import Fate, Line, Plan
from styrehjul.imports.domain.matching import Sheet
from styrehjul.imports.reading.contracts import propose_contracts
from styrehjul.imports.reading.files import Asked, read_sheets
from styrehjul.imports.reading.projects import keys_by_word, propose_projects
from styrehjul.imports.reading.systems import propose_systems
from styrehjul.meetings.models import FollowUp
from styrehjul.people.models import OrgUnit, Person


def plan_of(asked: Asked, on: date) -> Plan:
    """What the file would do today. Reads only."""
    sheets = read_sheets(asked)
    if asked.kind == "projects":
        return propose_projects(asked, sheets[0][1], on)
    makers = {
        "organisation": _organisation, "followups": _followups, "systems": propose_systems, "contracts": propose_contracts,
    }  # fmt: skip
    maker = makers[asked.kind]
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
        "units": organisation.UNIT_WORDS,
        "people": organisation.PERSON_WORDS,
        "followups": followups.WORDS,
        "systems": systems.WORDS,
        "contracts": contracts.WORDS,
    }[kind]
    name = next((name for name, at in sheet.columns.of.items() if at == place), "")
    return words.get(name, name and "bruges ikke")


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


def _by_words(rows: Iterable[tuple[int, Iterable[str]]]) -> dict[str, int]:
    """Word -> key. A word that two share means neither: nobody is guessed."""
    return {word: keys[0] for word, keys in keys_by_word(rows).items() if len(keys) == 1}
