"""What is hit when a system stops: those that draw on it, and those that draw on them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

DEPTH = 3


def hit_by(start: int, drawn_on_by: Mapping[int, Sequence[int]], depth: int = DEPTH) -> list[tuple[int, int, int]]:
    """(system, how many steps away, by way of which), nearest first; a circle is gone round once."""
    seen, found, edge = {start}, [], [start]
    for step in range(1, depth + 1):
        following = []
        for by in edge:
            for system in drawn_on_by.get(by, ()):
                if system not in seen:
                    seen.add(system)
                    found.append((system, step, by))
                    following.append(system)
        edge = following
    return found
