"""The task map: the systems that serve each task, where two do the same, and tasks that none serves. Four queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from styrehjul.kernel.danish import sort_key
from styrehjul.systems.domain.overlap import served
from styrehjul.systems.domain.words import Lifecycle
from styrehjul.systems.labels import SCHEME
from styrehjul.systems.models import System, TaskRef

# What is thought of or gone serves no task today.
IDLE = (Lifecycle.CONSIDERED.value, Lifecycle.NOT_IN_USE.value)


@dataclass(frozen=True)
class TaskLine:
    """A task with its systems; those that overlap are marked."""

    words: str
    scheme: str
    systems: tuple[tuple[str, str, bool], ...]

    @property
    def overlaps(self) -> bool:
        """Whether two systems do the same in one unit."""
        return any(overlap for _name, _url, overlap in self.systems)


def task_lines() -> list[TaskLine]:
    """Every task, by list and number."""
    systems = {
        system.pk: system
        for system in System.objects.exclude(lifecycle__in=IDLE)
        .filter(removed_in_kitos_at__isnull=True)
        .only("pk", "name", "responsible_unit_id")
    }
    units: dict[int, set[int]] = defaultdict(set)
    for key, system in systems.items():
        if system.responsible_unit_id:
            units[key].add(system.responsible_unit_id)
    for key, unit in System.using_units.through.objects.order_by("pk").values_list("system_id", "orgunit_id"):
        units[key].add(unit)
    serves = [
        (task, system)
        for task, system in System.tasks.through.objects.order_by("pk").values_list("taskref_id", "system_id")
        if system in systems
    ]
    tasks = {task.pk: task for task in TaskRef.objects.order_by("scheme", "number", "pk")}
    found = []
    for one in served(list(tasks), serves, units):
        names = sorted((sort_key(systems[key].name), key) for key in one.systems)
        found.append(
            TaskLine(
                str(tasks[one.task]),
                str(SCHEME[tasks[one.task].scheme]),  # type: ignore[index]  # a StrEnum's member is its own text
                tuple((systems[key].name, systems[key].get_absolute_url(), key in one.overlap) for _name, key in names),
            )
        )
    return sorted(found, key=lambda line: (not line.overlaps, sort_key(line.scheme), sort_key(line.words)))
