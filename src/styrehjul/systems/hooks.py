"""Places where the packages above tell what they know of a system. They put their functions in at start."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Gain:
    """One benefit of a system in words: what it gives in a full year, and what else it is counted under."""

    title: str
    url: str
    state: str
    projects: str
    money: str
    hours: str
    also: str


@dataclass(frozen=True)
class Potential:
    """What the efforts on a system can give in a full year, each benefit once: thousands of kroner and hours apart."""

    gains: tuple[Gain, ...]
    money: str
    hours: str
    url: str
    # The same sums as numbers, for files.
    tdkk: int = 0
    hours_a_year: int = 0

    @property
    def count(self) -> int:
        """How many benefits stand behind the sums."""
        return len(self.gains)


# What can be gained with each of these systems; a system with nothing is left out.
POTENTIALS: list[Callable[[Collection[int]], dict[int, Potential]]] = []


def potentials_of(systems: Collection[int]) -> dict[int, Potential]:
    """System -> what can be gained with it, from whoever keeps it."""
    return {key: found for ask in POTENTIALS for key, found in ask(systems).items()}


@dataclass(frozen=True)
class RegisterFacts:
    """The other register that a system comes from: its facts are read here and put right there."""

    source: str
    address: str
    changed_at: datetime
    gone_at: datetime | None


# What another register says of this system; None where it knows nothing of it.
REGISTERS: list[Callable[[int], RegisterFacts | None]] = []


def register_facts(system: int) -> RegisterFacts | None:
    """The system as another register has it, from the first that knows it."""
    return next((found for ask in REGISTERS if (found := ask(system)) is not None), None)


@dataclass(frozen=True)
class Steering:
    """What is decided and confirmed of a system, in words."""

    direction: str = ""
    verified_on: date | None = None


# What is steered of each of these systems; a system with nothing is left out.
STEERINGS: list[Callable[[Collection[int]], dict[int, Steering]]] = []


def steering_of(systems: Collection[int]) -> dict[int, Steering]:
    """System -> its direction and when it was last confirmed."""
    return {key: found for ask in STEERINGS for key, found in ask(systems).items()}
