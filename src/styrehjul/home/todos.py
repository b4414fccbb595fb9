"""Everything that waits for one person, gathered from the packages that know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from styrehjul.benefits import queries as benefits
from styrehjul.bodies import queries as bodies
from styrehjul.briefings import queries as briefings
from styrehjul.home import setup
from styrehjul.imports import queries as imports
from styrehjul.meetings import queries as meetings
from styrehjul.people.models import Person
from styrehjul.people.queries import remembered
from styrehjul.portfolio import queries as portfolio
from styrehjul.strategy import queries as strategy
from styrehjul.systems import queries as systems
from styrehjul.ui.todo import ToDo, in_order
from styrehjul.wheel import queries as wheel

SOURCES: tuple[Callable[[Person, date], Iterable[ToDo]], ...] = (
    meetings.next_for,
    portfolio.next_for,
    benefits.next_for,
    briefings.next_for,
    strategy.next_for,
    bodies.next_for,
    systems.next_for,
    wheel.next_for,
    imports.next_for,
    setup.next_for,
)


def todos_for(person: Person, on: date) -> list[ToDo]:
    """What this person must do, late things first. Asked once per request."""
    found: list[ToDo] = remembered(
        person, "todos", on, lambda: in_order(todo for source in SOURCES for todo in _from(source, person, on))
    )
    return found


def _from(source: Callable[[Person, date], Iterable[ToDo]], person: Person, on: date) -> list[ToDo]:
    """Kept for itself: what one package asks does not change because another's records do."""
    found: list[ToDo] = remembered(person, f"todos of {source.__module__}", on, lambda: list(source(person, on)))
    return found


def count_for(person: Person, on: date) -> int:
    """How many things wait: the number in the header."""
    return len(todos_for(person, on))
