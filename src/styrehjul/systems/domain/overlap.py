"""Which tasks more than one system serves, and which none does. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Served:
    """A task with the systems that serve it; `overlap` are those of them that serve it in the same unit."""

    task: int
    systems: tuple[int, ...]
    overlap: tuple[int, ...]


def served(
    tasks: Collection[int], serves: Collection[tuple[int, int]], units: Mapping[int, Collection[int]]
) -> list[Served]:
    """Each task, from (task, system) and the units of each system.

    Two systems overlap where they serve the same task in the same unit; two of which nobody has said where they are
    used may well not.
    """
    of: dict[int, list[int]] = {task: [] for task in tasks}
    for task, system in serves:
        of.setdefault(task, []).append(system)
    return [Served(task, tuple(systems), _overlap(systems, units)) for task, systems in of.items()]


def _overlap(systems: list[int], units: Mapping[int, Collection[int]]) -> tuple[int, ...]:
    at: dict[int, list[int]] = defaultdict(list)
    for system in systems:
        for unit in set(units.get(system, ())):
            at[unit].append(system)
    both = {system for found in at.values() if len(found) > 1 for system in found}
    return tuple(system for system in systems if system in both)
