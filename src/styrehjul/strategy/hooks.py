"""Places where the packages above tell what serves a goal, and tie it to one. They put their functions in at start."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime

from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import Person


@dataclass(frozen=True)
class Effort:
    """One thing behind a goal in words: what it is, how it stands, and how old that is."""

    kind: str
    title: str
    url: str
    state: str
    light: str = ""
    age: str = ""
    how: str = ""


@dataclass(frozen=True)
class Loose:
    """An effort without a goal, and the key that it is tied by ("projekt-12")."""

    key: str
    title: str
    url: str
    kind: str
    state: str
    light: str = ""


# What serves each of these goals; a goal that nothing serves is left out.
EFFORTS: list[Callable[[Collection[int], date], dict[int, list[Effort]]]] = []
# Efforts without a goal; with True the local ones are among them.
LOOSE: list[Callable[[bool, date], list[Loose]]] = []
# The first word of a key -> what ties the thing with that number to a goal.
TIES: dict[str, Callable[[int, int, Person, datetime], None]] = {}
# The first word of a key -> the numbers of the things that this person may tie that day; None for all of them.
MAY_TIE: dict[str, Callable[[Person, date], Collection[int] | None]] = {}
# The projects of each of these partnerships.
PARTNERED: list[Callable[[Collection[int]], dict[int, list[Effort]]]] = []


def efforts_of(goals: Collection[int], on: date) -> dict[int, list[Effort]]:
    """Goal -> what serves it, from everybody who knows."""
    found: dict[int, list[Effort]] = {}
    for ask in EFFORTS:
        for key, rows in ask(goals, on).items():
            found.setdefault(key, []).extend(rows)
    return found


def loose_efforts(on: date, *, local: bool = False) -> list[Loose]:
    """The efforts that serve no goal."""
    return [row for ask in LOOSE for row in ask(local, on)]


def tie(key: str, goal: int, by: Person, at: datetime) -> None:
    """Tie the effort with that key to a goal, by the rules of the package that keeps it."""
    kind, _dash, number = key.partition("-")
    if kind not in TIES or not number.isdecimal() or len(number) > 12:
        raise Refused("tie.unknown")
    TIES[kind](int(number), goal, by, at)


def tieable(rows: Collection[Loose], person: Person, on: date) -> list[tuple[Loose, bool]]:
    """Each effort, and whether this person may tie it. One question for each kind."""
    known = {kind: ask(person, on) for kind, ask in MAY_TIE.items()}

    def may(key: str) -> bool:
        kind, _dash, number = key.partition("-")
        allowed = known.get(kind, ())
        return allowed is None or int(number) in allowed

    return [(row, may(row.key)) for row in rows]


def partnered(keys: Collection[int]) -> dict[int, list[Effort]]:
    """Partnership -> its projects."""
    found: dict[int, list[Effort]] = {}
    for ask in PARTNERED:
        for key, rows in ask(keys).items():
            found.setdefault(key, []).extend(rows)
    return found
