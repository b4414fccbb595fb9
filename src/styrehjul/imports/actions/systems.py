"""Systems of a file are written in and put right, all of them or none."""

from __future__ import annotations

from datetime import datetime

from styrehjul.audit.unit import store, store_new
from styrehjul.imports.actions.lines import each
from styrehjul.imports.domain.lines import Fate, Line, Plan
from styrehjul.imports.reading import Asked
from styrehjul.imports.reading.systems import COLUMN
from styrehjul.people.models import Person
from styrehjul.systems.actions.ties import tasks_named
from styrehjul.systems.domain.words import Source
from styrehjul.systems.kitos.filling import as_uuid
from styrehjul.systems.models import Supplier, System


def write_systems(plan: Plan, asked: Asked, by: Person | None, at: datetime) -> None:
    """New ones at once; a changed one gets what the file says of it, and an empty cell says nothing."""
    there = System.objects.in_bulk([line.record for line in plan.writes if line.record])
    suppliers = _suppliers(plan, by, at)

    def fill(system: System, line: Line, names: set[str]) -> System:
        for name in names - {"tasks"}:
            value = line.values[name]
            if name == "supplier":
                system.supplier = suppliers[value.casefold()]
            else:
                setattr(system, COLUMN.get(name, name), as_uuid(value) if name == "kitos_system_uuid" else value)
        return system

    made = [line for line in plan.writes if line.fate is Fate.CREATE]
    new = [fill(System(source=Source.EXCEL.value), line, set(line.values)) for line in made]
    store_new(new, by=by, at=at, action="system.create")
    tasks = [(system, line.values["tasks"]) for system, line in zip(new, made, strict=True) if "tasks" in line.values]

    def work(line: Line) -> None:
        changed = {change.name for change in line.changes}
        system = fill(there[line.record or 0], line, changed)
        store(system, by=by, at=at, action="system.change", reason=f"Indlæst fra {asked.name}")
        if "tasks" in changed:
            tasks.append((system, line.values["tasks"]))

    each([line for line in plan.writes if line.fate is Fate.UPDATE], work)
    _tie_tasks(tasks)


def _suppliers(plan: Plan, by: Person | None, at: datetime) -> dict[str, Supplier]:
    """Those that the file names, by name: made where there is none of that name."""
    told: dict[str, str] = {}
    for line in plan.writes:
        if name := str(line.values.get("supplier") or ""):
            told.setdefault(name.casefold(), name)
    found: dict[str, Supplier] = {}
    for supplier in Supplier.objects.order_by("-pk"):
        found[supplier.name.casefold()] = supplier
    new = {word: Supplier(name=name) for word, name in told.items() if word not in found}
    store_new(list(new.values()), by=by, at=at, action="supplier.create")
    return found | new


def _tie_tasks(told: list[tuple[System, str]]) -> None:
    """What a file says a system is used for is all that it is used for; the system's own event has told the chain."""
    words = list(dict.fromkeys(word for _system, text in told for word in text.split("; ")))
    found = dict(zip(words, tasks_named(words), strict=True)) if words else {}
    for system, text in told:
        system.tasks.set([found[word] for word in text.split("; ")])
