"""Places where the packages above take part in what happens here. They put their functions in at start.

No signals: two lists, read by one action and one query, so that a reader finds both ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from styrehjul.bodies.models import Kommissorium
from styrehjul.people.models import Person
from styrehjul.people.policy import may


@dataclass(frozen=True)
class HandoverLine:
    """One thing that somebody else must take over: what it is, where it is, when it is due.

    `secret` is what must be seen by the reader's own right, and the row of the policy table that says so; to everybody
    else the line says only `otherwise`, and leads there.
    """

    kind: str
    title: str
    url: str
    due: date | None = None
    secret: tuple[str, Any] | None = None
    otherwise: tuple[str, str] = ("", "")


# A new version is in force from its date: called in the same transaction with (version, by, at).
AFTER_KOMMISSORIUM: list[Callable[[Kommissorium, Person | None, datetime], None]] = []
# What a person has open on a day: called with (person, day).
HANDOVER: list[Callable[[Person, date], list[HandoverLine]]] = []


def handover_of(person: Person, on: date) -> list[HandoverLine]:
    """Everything that must be taken over when this person leaves, the most urgent first."""
    lines = [line for ask in HANDOVER for line in ask(person, on)]
    return sorted(lines, key=lambda line: (line.due is None, line.due or on, line.kind, line.title))


def handover_for(reader: Person, person: Person, on: date) -> list[HandoverLine]:
    """The same as one reader may see it: a draft's title is for those who may read the draft."""
    return [
        line
        if line.secret is None or may(reader, line.secret[0], line.secret[1], on=on)
        else replace(line, title=line.otherwise[0], url=line.otherwise[1])
        for line in handover_of(person, on)
    ]
