"""What a file of systems would do to the register as it is; and the register as such a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from styrehjul.imports.domain import systems
from styrehjul.imports.domain.lines import Fate, Line
from styrehjul.imports.domain.matching import Sheet
from styrehjul.imports.reading.files import Asked
from styrehjul.imports.reading.projects import keys_by_word
from styrehjul.people.models import OrgUnit, Person
from styrehjul.systems.domain.words import Scheme
from styrehjul.systems.models import System, TaskRef

# Fields of a file that stand on the system under another name.
COLUMN = {"responsible_unit": "responsible_unit_id", "owner": "owner_id", "version": "program_version"}
_THERE = {field.name: field for field in System._meta.concrete_fields}
# Told by a name, and tied to a row of its own.
TIED = frozenset({"supplier", "tasks"})
# The noun's own mark is no word of the list.
_OWN = frozenset({"uuid"})
# Plain values and the links that a cell can tell.
KEPT = frozenset(
    name
    for name in (*systems.SYNONYMS, *systems.NUMBERS)
    if name in TIED or name in COLUMN or (name in _THERE and name not in _OWN and not _THERE[name].is_relation)
)
LONGEST = {"supplier": 200} | {
    name: most
    for name in KEPT - TIED
    if (most := getattr(_THERE.get(COLUMN.get(name, name)), "max_length", None))
    and name not in ("owner", "responsible_unit")
}


def _value(name: str, system: System) -> Any:
    """What stands, as a cell tells it."""
    if name == "supplier":
        return system.supplier.name if system.supplier else ""
    if name == "tasks":
        return "; ".join(sorted(_task(task) for task in system.tasks.all()))
    value = getattr(system, COLUMN.get(name, name))
    return ("" if value is None else str(value)) if name == "kitos_system_uuid" else value


def _task(task: TaskRef) -> str:
    return task.number if task.scheme == Scheme.KLE else task.title or task.number


def propose_systems(asked: Asked, sheets: list[tuple[str, Sheet]], on: date) -> tuple[list[Line], tuple[str, ...]]:
    """Every row's fate; and the systems that the file does not name, which are never taken away."""
    (_kind, sheet), *_rest = sheets
    rows = list(System.objects.select_related("supplier").prefetch_related("tasks").order_by("pk"))
    there = [
        systems.SystemThere(
            system.pk,
            system.name,
            {name: _value(name, system) for name in KEPT},
            uuid=str(system.kitos_system_uuid or ""),
            local_id=system.local_id,
            from_kitos=system.owned_by_kitos,
        )
        for system in rows
    ]
    lines = list(systems.propose(sheet, there, around_on(on), given=asked.given, skipped=asked.skipped))
    met = {line.record for line in lines if line.record} | {0}
    absent = tuple(system.name for system in rows if system.pk not in met) if _is_whole(lines) else ()
    return lines, absent


def _is_whole(lines: Iterable[Line]) -> bool:
    """Whether the file is a list of what is there, and not only new ones."""
    return any(line.fate in (Fate.UPDATE, Fate.UNCHANGED) for line in lines)


def around_on(on: date) -> systems.Around:
    """Units and people of the day, by the words a file may use."""
    units = [
        (pk, name, (name, short))
        for pk, name, short in OrgUnit.objects.on(on).order_by("pk").values_list("pk", "name", "short_name")
    ]
    people = [
        (pk, name, (name, email))
        for pk, name, email in Person.objects.on(on).order_by("pk").values_list("pk", "name", "email")
    ]
    return systems.Around(
        units=_alone((pk, words) for pk, _name, words in units),
        people=_alone((pk, words) for pk, _name, words in people),
        unit_names={pk: name for pk, name, _words in units},
        person_names={pk: name for pk, name, _words in people},
        kept=KEPT,
        longest=LONGEST,
    )


def _alone(rows: Iterable[tuple[int, Iterable[str]]]) -> dict[str, int]:
    return {word: keys[0] for word, keys in keys_by_word(rows).items() if len(keys) == 1}


# --- the way out ------------------------------------------------------------------------------------------------------

HEADINGS = tuple(systems.WORDS[name] for name in systems.SYNONYMS)


def as_rows() -> Iterator[list[Any]]:
    """Every system with the headings that it is read in by."""
    units = dict(OrgUnit.objects.order_by("pk").values_list("pk", "name"))
    people = dict(Person.objects.order_by("pk").values_list("pk", "name"))
    rows = System.objects.select_related("supplier", "parent").prefetch_related("tasks").order_by("name", "pk")
    for system in rows:
        yield [_cell(name, system, units, people) for name in systems.SYNONYMS]


def _cell(name: str, system: System, units: Mapping[int, str], people: Mapping[int, str]) -> Any:
    if name == "responsible_unit":
        return units.get(system.responsible_unit_id or 0, "")
    if name == "owner":
        return people.get(system.owner_id or 0, "")
    if name == "parent":
        return system.parent.name if system.parent else ""
    if name == "users":
        span = (system.users_from, system.users_to)
        return next(
            (word for word, told in systems.USERS.items() if told == span), "" if span[0] is None else f"{span[0]}"
        )
    value = _value(name, system)
    if isinstance(value, date):
        return value
    return systems.CHOICES_OUT.get(name, {}).get(str(value), "" if value in (None, "unknown") else str(value))
