"""What the approval of a plan changes at the projects: their place in the order, when they begin, and whose hours.

Said before it happens and done by the same list, so that what a meeting was told is what is carried out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from styrehjul.kernel.danish import listing, number_text
from styrehjul.kernel.days import quarter_start
from styrehjul.plans.domain.composing import spread
from styrehjul.portfolio.domain.life import OVER, ProjectState
from styrehjul.portfolio.domain.quarters import quarter_day, quarter_words, shifted

BEGUN = OVER | {ProjectState.ACTIVE, ProjectState.PAUSED, ProjectState.CLOSING, ProjectState.FOLLOW_UP}
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Listed:
    """A project in the plan, in the plan's order. `hours` is what it takes in all, None where nobody has said.

    What goes on already and nobody has scored is with, but has no place in the order (`ranked`): it keeps the one it has.
    """

    key: int
    title: str
    chosen: bool
    start: int | None
    quarters: int
    hours: Decimal | None
    ranked: bool = True


@dataclass(frozen=True)
class Standing:
    """The project as it is. `promised`: the pool's hours for it per quarter; `of_plan`: those that this year's plan gave."""

    state: str
    priority: int | None = None
    start: date | None = None
    promised: Mapping[date, Decimal] = field(default_factory=dict)
    of_plan: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Consequence:
    """What changes at one project. None and empty where nothing does; a new priority of None is one that is taken away."""

    key: int
    title: str
    before: Standing
    priority: tuple[int | None, int | None] | None = None
    start: date | None = None
    hours: tuple[tuple[date, Decimal, Decimal], ...] = ()


def consequences(
    year: int,
    lines: Sequence[Listed],
    standing: Mapping[int, Standing],
    *,
    on: date,
    pool: bool,
    former: Mapping[int, str] | None = None,
) -> list[Consequence]:
    """Every project that changes, in the plan's order; then those of the former version (key -> title) that are out.

    What has begun keeps its start. A quarter that is over keeps its hours. Without a pool no hours are promised, and
    without hours on the line what was promised stays.
    """
    before = former or {}
    found, order = [], 0
    for line in lines:
        now = standing[line.key]
        if now.state in OVER:
            continue
        if not line.chosen:
            found.append(_left(line.key, line.title, now, line.key in before, on))
            continue
        order += line.ranked
        start = line_start(year, line.start)
        begins = None if start is None or now.state in BEGUN or _same_quarter(start, now.start) else start
        wanted = promised_by(year, line.start, line.quarters, line.hours)
        hours = _hours(wanted, now, on) if pool and line.hours is not None and line.start else ()
        moved = (now.priority, order) if line.ranked and now.priority != order else None
        found.append(Consequence(line.key, line.title, now, moved, begins, hours))
    listed = {line.key for line in lines}
    gone = [(key, title) for key, title in before.items() if key not in listed and standing[key].state not in OVER]
    found += [_left(key, title, standing[key], True, on) for key, title in gone]
    return [one for one in found if one.priority or one.start or one.hours]


def only_moved(year: int, line: Listed, standing: Mapping[int, Standing], *, on: date, pool: bool) -> list[Consequence]:
    """What a line that was moved in the live plan changes at its project: its start and its hours, never its place."""
    now = standing[line.key]
    gone = line.hours is None or not line.start
    moved = replace(line, hours=NOTHING, start=line.start or 1) if gone and now.of_plan else line
    found = consequences(year, [moved], {line.key: now}, on=on, pool=pool)
    start = line_start(year, line.start)
    kept = (replace(one, priority=None, start=one.start if start else None) for one in found)
    return [one for one in kept if one.start or one.hours]


def line_start(year: int, start: int | None) -> date | None:
    """The first day of the quarter that a line begins in."""
    return quarter_start(year, start) if start else None


def promised_by(year: int, start: int | None, quarters: int, hours: Decimal | None) -> dict[date, Decimal]:
    """The line's hours per quarter, from the quarter it begins in; nothing where it is not said."""
    first = line_start(year, start)
    if first is None or not hours:
        return {}
    return {shifted(first, index): amount for index, amount in enumerate(spread(hours, quarters)) if amount}


def _hours(wanted: Mapping[date, Decimal], now: Standing, on: date) -> tuple[tuple[date, Decimal, Decimal], ...]:
    quarters = sorted({*wanted, *(quarter for quarter in now.of_plan if quarter in now.promised)})
    rows = ((quarter, now.promised.get(quarter, NOTHING), wanted.get(quarter, NOTHING)) for quarter in quarters)
    return tuple(row for row in rows if row[0] >= quarter_day(on) and row[1] != row[2])


def _left(key: int, title: str, now: Standing, was_in: bool, on: date) -> Consequence:
    """Out of the plan: the hours that the plan gave go back, and so does the place of one that had been in."""
    place = (now.priority, None) if was_in and now.priority else None
    return Consequence(key, title, now, place, None, _hours({}, now, on))


def _same_quarter(quarter: date, other: date | None) -> bool:
    return other is not None and quarter_day(other) == quarter


def words_of(one: Consequence) -> str:
    """ "Vagtplan: prioritet 2 (før 5); begynder i 3. kvartal 2028; 120 timer i 3. kvartal 2028 (før 80)"."""
    parts = []
    if one.priority:
        old, new = one.priority
        before = f" (før {old})" if old else ""
        parts.append(f"prioritet {new}{before}" if new else f"ingen prioritet længere (før {old})")
    if one.start:
        was = f" (før {quarter_words(quarter_day(one.before.start))})" if one.before.start else ""
        parts.append(f"begynder i {quarter_words(one.start)}{was}")
    if one.hours:
        parts.append(listing(_promise(*row) for row in one.hours))
    return f"{one.title}: {'; '.join(parts)}"


def _promise(quarter: date, before: Decimal, after: Decimal) -> str:
    if not after:
        return f"{_amount(before)} timer i {quarter_words(quarter)} gives tilbage"
    was = f" (før {_amount(before)})" if before else ""
    return f"{_amount(after)} timer i {quarter_words(quarter)}{was}"


def _amount(value: Decimal) -> str:
    return number_text(value, 0 if value == value.to_integral_value() else 1)


def summary_of(found: Sequence[Consequence]) -> str:
    """ "7 projekter får ny prioritet, 3 et startkvartal og 5 timer sat af"; "" where nothing changes."""
    counted = (
        (sum(1 for one in found if one.priority and one.priority[1]), "får ny prioritet"),
        (sum(1 for one in found if one.priority and not one.priority[1]), "mister sin prioritet"),
        (sum(1 for one in found if one.start), "får et startkvartal"),
        (sum(1 for one in found if one.hours), "får timer sat af eller ændret"),
    )
    parts = [f"{count} {what}" for count, what in counted if count]
    if parts:
        count, rest = parts[0].split(" ", 1)
        parts[0] = f"{count} {'projekt' if count == '1' else 'projekter'} {rest}"
    return listing(parts)
