"""A live plan against the year as it went: what each line was to be, what it is, and where the two differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from styrehjul.kernel.days import quarter_end, quarter_of
from styrehjul.plans.domain.composing import Lock
from styrehjul.portfolio.domain.life import ProjectState


class Deviation(StrEnum):
    """Where a line differs from the approved plan, the gravest first."""

    STOPPED = "stopped"
    CLOSED = "closed"
    PAUSED = "paused"
    NOT_BEGUN = "not_begun"
    UNPLANNED = "unplanned"
    EARLY = "early"
    MOVED = "moved"
    HOURS = "hours"


GRAVE = frozenset({Deviation.STOPPED, Deviation.PAUSED, Deviation.NOT_BEGUN, Deviation.UNPLANNED})
_GONE = frozenset({ProjectState.STOPPED, ProjectState.REJECTED, ProjectState.WITHDRAWN})
_GOING = frozenset({ProjectState.ACTIVE, ProjectState.PAUSED, ProjectState.CLOSING, ProjectState.FOLLOW_UP})


@dataclass(frozen=True)
class Followed:
    """One line as it is now. `approved_*` is what the body approved; `state` is "" for an activity."""

    chosen: bool
    start: int | None
    hours: Decimal | None
    approved_start: int | None
    approved_hours: Decimal | None
    running: bool
    state: str = ""
    begun_on: date | None = None
    done_on: date | None = None

    @property
    def has_begun(self) -> bool:
        """Whether work is on or was."""
        if self.state:
            return self.state in _GOING or self.state == ProjectState.CLOSED or self.begun_on is not None
        return self.begun_on is not None or self.done_on is not None

    @property
    def is_over(self) -> bool:
        """Whether it is done or given up."""
        return self.done_on is not None or self.state in _GONE or self.state == ProjectState.CLOSED


def deviations(line: Followed, year: int, on: date) -> list[Deviation]:
    """Every way in which the line differs from what was approved. What is done was done: that is told as closed."""
    found = []
    if not line.chosen:
        return [Deviation.UNPLANNED] if line.state in _GOING and not line.running else []
    if line.state in _GONE:
        found.append(Deviation.STOPPED)
    elif line.state == ProjectState.CLOSED:
        found.append(Deviation.CLOSED)
    elif line.state == ProjectState.PAUSED:
        found.append(Deviation.PAUSED)
    if line.start and not line.has_begun and not line.is_over and on > quarter_end(year, line.start):
        found.append(Deviation.NOT_BEGUN)
    if line.start and not line.running and line.begun_on and line.begun_on < date(year, 3 * line.start - 2, 1):
        found.append(Deviation.EARLY)
    if line.start != line.approved_start:
        found.append(Deviation.MOVED)
    if line.hours != line.approved_hours:
        found.append(Deviation.HOURS)
    return found


def start_words(line: Followed, year: int, on: date) -> str:
    """The planned start against today: "i dette kvartal", "om 2 kvartaler", "skulle være begyndt"."""
    if line.is_over or not line.start or not line.chosen:
        return ""
    if line.has_begun:
        return "begyndt"
    away = (year - on.year) * 4 + line.start - quarter_of(on)
    if away < 0:
        return "skulle være begyndt"
    if away == 0:
        return "begynder i dette kvartal"
    return "begynder i næste kvartal" if away == 1 else f"begynder om {away} kvartaler"


@dataclass(frozen=True)
class Change:
    """One line that differs between two versions: what it was and what it is, in words."""

    title: str
    what: str
    words: tuple[tuple[str, str, str], ...] = ()
    reason: str = ""


Line = Mapping[str, object]
_FIELDS = (
    ("place", "Plads"), ("chosen", "Med"), ("start", "Begynder"), ("hours", "Timer"), ("money", "1.000 kr."),
    ("quarters", "Kvartaler"), ("score", "Score"), ("lock", "Valg"),
)  # fmt: skip
IN, OUT, OTHER = "in", "out", "other"


def compared(before: Sequence[Line], after: Sequence[Line], words: Mapping[str, str]) -> list[Change]:
    """Line by line: first what comes in, then what goes out, then what is otherwise. `words`: what a lock is called."""
    old, new = _with_places(before), _with_places(after)
    found = []
    for key, line in new.items():
        was = old.get(key)
        rows = tuple(
            (label, _shown(name, was, words), _shown(name, line, words))
            for name, label in _FIELDS
            if _shown(name, was, words) != _shown(name, line, words)
        )
        what = IN if _with(line) and not _with(was) else OUT if _with(was) and not _with(line) else OTHER
        if what != OTHER:
            rows = tuple(row for row in rows if row[0] in ("Plads", "Begynder", "Timer", "1.000 kr."))
        if rows or what != OTHER:
            found.append(
                Change(str(line["title"]), what, rows, str(line.get("reason") or line.get("lock_reason") or ""))
            )
    found += [Change(str(line["title"]), OUT) for key, line in old.items() if key not in new and _with(line)]
    order = {IN: 0, OUT: 1, OTHER: 2}
    return sorted(found, key=lambda change: order[change.what])


def _with(line: Line | None) -> bool:
    return line is not None and bool(line["chosen"])


def _with_places(lines: Sequence[Line]) -> dict[str, Line]:
    place = 0
    found: dict[str, Line] = {}
    for line in lines:
        ranked = bool(line["chosen"]) and (line.get("lock") != Lock.RUNNING or line.get("score") is not None)
        place += ranked
        found[str(line["line"])] = {**line, "place": place if ranked else None}
    return found


def _shown(name: str, line: Line | None, words: Mapping[str, str]) -> str:
    value = line.get(name) if line else None
    if name == "chosen":
        return "Med" if value else "Ikke med"
    if value in (None, ""):
        return "–"
    if name == "start":
        return f"{value}. kv."
    if name == "lock":
        return words.get(str(value), str(value))
    return str(value).replace(".", ",") if name in ("hours", "money", "score") else str(value)
