"""Which days of systems and contracts must not be missed, and when somebody is told of them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from styrehjul.systems.domain.months import plus_months
from styrehjul.systems.domain.words import WatchKind

# The suggestion: so many months before the day.
AHEAD: Mapping[WatchKind, int] = {
    WatchKind.CONTRACT_END: 18, WatchKind.NOTICE: 6, WatchKind.PROCUREMENT: 6, WatchKind.SUPPORT_END: 24,
    WatchKind.USE_ENDS: 12, WatchKind.TARGET: 12, WatchKind.RISK: 3, WatchKind.OVERSIGHT: 3,
}  # fmt: skip


@dataclass(frozen=True)
class Due:
    """One day of one thing: its kind, "system" or "contract" with its key, and the day."""

    kind: WatchKind
    what: str
    key: int
    on: date


def contract_days(
    *,
    end: date | None,
    continuous: bool,
    notice_on: date | None,
    year: int | None,
    quarter: int | None,
    under_way: bool,
) -> list[tuple[WatchKind, date]]:
    """A contract's days. What is being bought anew already needs nobody's reminding."""
    found = []
    if end is not None and not continuous:
        found.append((WatchKind.CONTRACT_END, end))
    if notice_on is not None:
        found.append((WatchKind.NOTICE, notice_on))
    if year and 1900 < year < 2200 and not under_way:
        first = 3 * (quarter - 1) + 1 if quarter in (1, 2, 3, 4) else 1
        found.append((WatchKind.PROCUREMENT, date(year, first, 1)))
    return found


def system_days(
    *, in_use: bool, support_end: date | None, use_ends: date | None, risk: date | None, oversight: date | None
) -> list[tuple[WatchKind, date]]:
    """A system's days. One that is out of use has none."""
    told = (
        (WatchKind.SUPPORT_END, support_end), (WatchKind.USE_ENDS, use_ends), (WatchKind.RISK, risk),
        (WatchKind.OVERSIGHT, oversight),
    )  # fmt: skip
    return [(kind, on) for kind, on in told if on is not None and in_use]


def shown_from(due: Due, ahead: Mapping[WatchKind, int | None]) -> date | None:
    """The day from which it is told of; None where the municipality has chosen never."""
    months = ahead.get(due.kind)
    return plus_months(due.on, -months) if months is not None else None


@dataclass(frozen=True)
class Following:
    """What following the days does: new watches, those that are shown again, and those whose day is another now."""

    new: tuple[tuple[Due, date], ...]
    again: tuple[Due, ...]
    # The day that it has moved to; None where there is none any more.
    moved: tuple[tuple[Due, date | None], ...]


def follow(
    wanted: Iterable[Due], standing: Mapping[Due, str], ahead: Mapping[WatchKind, int | None], on: date
) -> Following:
    """Compare the days as they are with the watches that stand. A day that is missed never closes by itself."""
    due = set(wanted)
    at: dict[tuple[WatchKind, str, int], date] = {}
    for one in sorted(due, key=lambda one: one.on):
        at.setdefault((one.kind, one.what, one.key), one.on)
    new = []
    for one in sorted(due, key=lambda one: (one.on, one.kind, one.what, one.key)):
        begins = shown_from(one, ahead)
        if one not in standing and one.on >= on and begins is not None and begins <= on:
            new.append((one, begins))
    again = tuple(one for one, state in standing.items() if state == "moved" and one in due and one.on >= on)
    moved = tuple(
        (one, at.get((one.kind, one.what, one.key)))
        for one, state in standing.items()
        if state == "open" and one not in due
    )
    return Following(tuple(new), again, moved)
