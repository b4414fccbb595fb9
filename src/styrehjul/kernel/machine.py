"""State machines as one table: what may follow what, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from styrehjul.kernel.refusal import Refused

S = TypeVar("S", bound=StrEnum)
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True)
class Machine(Generic[S, E]):
    """The moves of one noun. Actions ask `after`; nothing else decides a state."""

    name: str
    start: S
    moves: Mapping[tuple[S, E], S]

    def after(self, state: S, event: E) -> S:
        """The state that `event` leads to from `state`, or Refused("<name>.<event>", state=...)."""
        try:
            return self.moves[(state, event)]
        except KeyError:
            raise Refused(f"{self.name}.{event.value}", state=state.value) from None

    def can(self, state: S, event: E) -> bool:
        """Whether the table has the move at all."""
        return (state, event) in self.moves
