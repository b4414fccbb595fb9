"""The catalogue of national and joint-municipal projects, and what a municipality makes of each entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from styrehjul.kernel.machine import Machine
from styrehjul.kernel.refusal import Reason
from styrehjul.portfolio.domain.life import ProjectState


class AdoptionState(StrEnum):
    """What the municipality has made of an entry."""

    NOT_ASSESSED = "not_assessed"
    UNDER_ASSESSMENT = "under_assessment"
    ADOPTED = "adopted"
    NOT_RELEVANT = "not_relevant"
    DONE = "done"


class AdoptionEvent(StrEnum):
    """What can happen to an entry here."""

    ASSESS = "assess"
    ADOPT = "adopt"
    SET_ASIDE = "set_aside"
    FINISH = "finish"
    RECONSIDER = "reconsider"


class Verified(StrEnum):
    """How well the catalogue's source backs an entry."""

    YES = "yes"
    NAME_ONLY = "name_only"
    NO = "no"


A, E = AdoptionState, AdoptionEvent
ADOPTION: Machine[AdoptionState, AdoptionEvent] = Machine(
    "adoption",
    start=A.NOT_ASSESSED,
    moves={
        (A.NOT_ASSESSED, E.ASSESS): A.UNDER_ASSESSMENT,
        (A.NOT_ASSESSED, E.ADOPT): A.ADOPTED,
        (A.NOT_ASSESSED, E.SET_ASIDE): A.NOT_RELEVANT,
        (A.UNDER_ASSESSMENT, E.ADOPT): A.ADOPTED,
        (A.UNDER_ASSESSMENT, E.SET_ASIDE): A.NOT_RELEVANT,
        (A.NOT_RELEVANT, E.RECONSIDER): A.UNDER_ASSESSMENT,
        (A.ADOPTED, E.FINISH): A.DONE,
        (A.ADOPTED, E.RECONSIDER): A.UNDER_ASSESSMENT,
        (A.DONE, E.RECONSIDER): A.UNDER_ASSESSMENT,
    },
)

# A project that came to nothing lets its entry be assessed again; one that is finished lets it be finished.
CAME_TO_NOTHING = frozenset({ProjectState.REJECTED, ProjectState.WITHDRAWN, ProjectState.STOPPED})
FINISHED = frozenset({ProjectState.FOLLOW_UP, ProjectState.CLOSED})


@dataclass(frozen=True)
class Deadline:
    """A day set from outside, and what must be there by then."""

    on: date
    text: str


@dataclass(frozen=True)
class EntryFacts:
    """One entry as the catalogue tells it. `number` is the catalogue's own."""

    number: int
    name: str
    programme: str = ""
    owner: str = ""
    start_year: int | None = None
    end_year: int | None = None
    description: str = ""
    category: str = "national"
    law: str = ""
    link: str = ""
    source: str = ""
    verified: str = Verified.NO.value
    deadlines: tuple[Deadline, ...] = field(default=())

    def facts(self) -> dict[str, Any]:
        """What is written on the entry's row; its deadlines are rows of their own."""
        return {name: getattr(self, name) for name in FACTS}


# What the catalogue says, in the order in which a difference is told.
FACTS: Mapping[str, str] = {
    "number": "Nummer",
    "name": "Navn",
    "programme": "Program",
    "owner": "Ejer",
    "start_year": "Startår",
    "end_year": "Slutår",
    "description": "Beskrivelse",
    "category": "Kategori",
    "law": "Lov eller aftale",
    "link": "Henvisning",
    "source": "Kilde",
    "verified": "Efterprøvet",
}
# A new number or another source changes nothing for the project that hangs on the entry.
UNTOLD = frozenset({"number", "source", "verified", "category"})
DEADLINES = "Frister udefra"


@dataclass(frozen=True)
class Difference:
    """One fact of an entry, before and after a new version."""

    name: str
    old: str
    new: str

    @property
    def words(self) -> str:
        """What the fact is called."""
        return FACTS.get(self.name, DEADLINES)


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """The facts that a new version tells otherwise, in their order."""
    return [
        Difference(name, _text(before.get(name)), _text(after.get(name)))
        for name in FACTS
        if (before.get(name) or None) != (after.get(name) or None)
    ]


def deadlines_text(deadlines: Iterable[Deadline]) -> str:
    """The deadlines in one line, so that two versions can be compared."""
    return "; ".join(f"{d.on.isoformat()} {d.text}".strip() for d in sorted(deadlines, key=lambda d: (d.on, d.text)))


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def plain_name(name: str) -> str:
    """A name as two of them are compared: case and blanks do not tell entries apart."""
    return " ".join(name.casefold().split())


def lacks_to_adopt(reason: str, owner: str, has_responsible: bool) -> list[Reason]:
    """Why we take it in, who owns it outside the municipality, and who answers for it here."""
    lacking = {
        "reason.needed": not reason.strip(),
        "catalogue.lacks_owner": not owner.strip(),
        "catalogue.lacks_responsible": not has_responsible,
    }
    return [Reason(code) for code, is_lacking in lacking.items() if is_lacking]


def lacks_to_set_aside(reason: str, review_on: date | None, on: date) -> list[Reason]:
    """Why it is not for us, and when we look again."""
    lacking = {
        "reason.needed": not reason.strip(),
        "catalogue.lacks_review": review_on is None,
        "catalogue.review_past": review_on is not None and review_on <= on,
    }
    return [Reason(code) for code, is_lacking in lacking.items() if is_lacking]
