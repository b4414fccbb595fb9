"""A year of the wheel as plain values: quarters with a box for each body, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from styrehjul.bodies.models import Body
from styrehjul.wheel.models import Occurrence

STATE_WORDS = {
    "held": "udført",
    "planned": "planlagt",
    "preparing": "forberedes",
    "missing": "mangler",
    "moved": "flyttet",
    "before_use": "før Styrehjul",
    "cancelled": "udgået",
    "optional": "valgfri",
    "not_rolled": "ikke oprettet endnu",
}


@dataclass(frozen=True)
class Line:
    """One standing item or activity in one quarter."""

    key: str
    title: str
    state: str
    url: str = ""
    note: str = ""
    movable: bool = False
    # What is to be told is written and waits to be sent.
    draft: bool = False

    @property
    def words(self) -> str:
        """The state as people say it."""
        return STATE_WORDS[self.state]


@dataclass(frozen=True)
class MeetingLine:
    """One meeting in a quarter."""

    pk: int
    url: str
    day: date
    starts_at: datetime
    state: str
    words: str
    extra: bool
    body_name: str
    prepared_from: date | None = None
    prepared_to: date | None = None


@dataclass(frozen=True)
class Box:
    """One body in one quarter: a box of the kommissorium's appendix."""

    body: Body
    ring: int
    meetings: tuple[MeetingLine, ...]
    items: tuple[Line, ...]
    activities: tuple[Line, ...]
    before_use: bool = False


@dataclass(frozen=True)
class Quarter:
    """A quarter with a box for each body."""

    number: int
    start: date
    end: date
    current: bool
    before_use: bool
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Count:
    """How many meetings a body has of those it should have. `sentence` is "Styregruppe: 3 af 4 møder"."""

    body: Body
    held_or_planned: int
    expected: int | None
    extra: int
    sentence: str
    deviates: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Year:
    """Everything that the wheel's page shows of one year."""

    year: int
    rolled: bool
    in_use_from: date
    bodies: tuple[Body, ...]
    quarters: tuple[Quarter, ...]
    counts: tuple[Count, ...]
    seminars: tuple[Occurrence, ...]
    without: tuple[str, ...]
    dialogue_sentence: str

    @property
    def in_order(self) -> list[MeetingLine]:
        """The year's meetings by date, as a phone shows them."""
        found = [meeting for quarter in self.quarters for box in quarter.boxes for meeting in box.meetings]
        return sorted(found, key=lambda meeting: meeting.starts_at)

    @property
    def missing(self) -> list[tuple[Quarter, Box, Line]]:
        """What should have been done and was not, with its place."""
        return [
            (quarter, box, line)
            for quarter in self.quarters
            for box in quarter.boxes
            for line in (*box.items, *box.activities)
            if line.state == "missing"
        ]
