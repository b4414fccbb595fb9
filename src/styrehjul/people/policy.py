"""The engine of the one policy table: who may do what. Deny by default.

It knows no package's rows until `styrehjul.apps` hands them over at start; then the table is frozen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from styrehjul.kernel.refusal import NotAllowed
from styrehjul.people.models import Person


@dataclass(frozen=True)
class Who:
    """A kind of person, as a test for one object and, where lists need it, the same as a filter.

    `holds(person, obj, on)` must be True exactly for the objects that `within(person, on)` selects.
    """

    code: str
    words: str
    holds: Callable[[Person, Any, date], bool]
    within: Callable[[Person, date], Q] | None = None


@dataclass(frozen=True)
class Row:
    """One row of the table: `who` may do `action` ("noun.verb"). The sentence is what a municipality reviews."""

    action: str
    who: Who
    sentence: str


ByName = Callable[[Any, date], str]


class PolicyTable:
    """All rows, by action; and for some actions who that is by name, for an object that day."""

    def __init__(self) -> None:
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._names: dict[str, ByName] = {}
        self._frozen = False

    def add(self, rows: Iterable[Row]) -> None:
        """Take a package's rows. Only at start."""
        if self._frozen:
            raise RuntimeError("the policy table is frozen")
        for row in rows:
            self._rows[row.action] = (*self._rows.get(row.action, ()), row)

    def add_names(self, names: Mapping[str, ByName]) -> None:
        """Take a package's "Godkendes af Stine Holm, formand.", told where the action is refused. Only at start."""
        if self._frozen:
            raise RuntimeError("the policy table is frozen")
        self._names |= names

    def by_name(self, action: str, obj: Any, on: date) -> str:
        """Who may do it, by name; empty where nobody has told how to say it."""
        names = self._names.get(action)
        return names(obj, on) if names is not None and obj is not None else ""

    def freeze(self) -> None:
        """From here on the table is what it is."""
        self._frozen = True

    def rows(self, action: str | None = None) -> tuple[Row, ...]:
        """The rows of one action, or all in the order of their actions."""
        if action is not None:
            return self._rows.get(action, ())
        return tuple(row for name in sorted(self._rows) for row in self._rows[name])

    def actions(self) -> frozenset[str]:
        """Every action that somebody may do."""
        return frozenset(self._rows)


TABLE = PolicyTable()


def may(person: Person | None, action: str, obj: Any = None, *, on: date) -> bool:
    """Whether the table lets `person` do `action` on `obj` that day. No row, no person or no longer here: no."""
    if person is None or not person.works_on(on):
        return False
    return any(row.who.holds(person, obj, on) for row in TABLE.rows(action))


def require(person: Person | None, action: str, obj: Any = None, *, on: date) -> None:
    """NotAllowed unless `may`. The refusal is hidden where the person may not even see the object."""
    if may(person, action, obj, on=on):
        return
    see = f"{action.split('.')[0]}.see"
    hidden = obj is not None and bool(TABLE.rows(see)) and not may(person, see, obj, on=on)
    by_name = "" if hidden else TABLE.by_name(action, obj, on)
    raise NotAllowed(action, hidden=hidden, who=[row.who.words for row in TABLE.rows(action)], by_name=by_name)


def visible_to(person: Person | None, action: str, *, on: date) -> Q:
    """The filter for a list: the objects for which `may(person, action, obj)` holds. Nobody sees nothing."""
    nothing = Q(pk__in=[])
    if person is None or not person.works_on(on):
        return nothing
    filters = [row.who.within(person, on) for row in TABLE.rows(action) if row.who.within is not None]
    return reduce(or_, filters, nothing)
