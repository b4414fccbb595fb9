"""What hangs on what: circles that cannot be carried out, and whom a slip hits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

Edges = Mapping[int, Iterable[int]]


def circle(edges: Edges, project: int, needed: int) -> list[int]:
    """The way from `needed` back to `project`, should the new edge close a circle; empty when it does not.

    `edges` says what each project waits for. The path begins and ends with the project itself.
    """
    if project == needed:
        return [project, project]
    came_from: dict[int, int] = {}
    waiting = [needed]
    while waiting:
        here = waiting.pop(0)
        for further in edges.get(here, ()):
            if further in came_from or further == needed:
                continue
            came_from[further] = here
            if further == project:
                return [project, *_way_back(came_from, project, needed)]
            waiting.append(further)
    return []


def _way_back(came_from: Mapping[int, int], end: int, start: int) -> list[int]:
    path = [end]
    while path[-1] != start:
        path.append(came_from[path[-1]])
    return path[::-1]


@dataclass(frozen=True)
class Need:
    """One project waits for something that is now expected on `there`, and needs it by `by`."""

    there: date | None
    by: date | None

    @property
    def late_days(self) -> int:
        """How many days too late it comes; 0 when it is in time or a day is not known."""
        if self.there is None or self.by is None:
            return 0
        return max(0, (self.there - self.by).days)
