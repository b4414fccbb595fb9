"""The last day on which a contract can be given notice, so that it does not run on. Pure.

The terms are told in two words that can be read in two ways. Both are reckoned, the earlier is used, and both are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from styrehjul.systems.domain.months import PERIODS, period_end_before, plus_months


@dataclass(frozen=True)
class Terms:
    """What is known of a contract's notice."""

    end: date | None = None
    months: int | None = None
    # The period of notice as it was told: what is no number cannot be reckoned with.
    told: str = ""
    by: str = ""
    extends: str = ""
    continuous: bool = False
    # For a contract that runs on: the day on which the system is meant to be gone.
    target: date | None = None
    terminated: bool = False
    irrevocable_until: date | None = None
    set_on: date | None = None


@dataclass(frozen=True)
class Reading:
    """One way to read the terms, step by step: what each step is, and the day that it gives."""

    steps: tuple[tuple[str, date], ...]

    @property
    def on(self) -> date:
        """The day that it ends with."""
        return self.steps[-1][1]


@dataclass(frozen=True)
class Notice:
    """The day, the readings behind it, and why there is none."""

    on: date | None
    readings: tuple[Reading, ...] = ()
    # "terminated", "no_end", "no_terms", "not_a_number" or "".
    why_not: str = ""
    # Whether a person has set the day.
    is_set: bool = False
    # The contract cannot be ended before this day, which is later than the one reckoned.
    bound_until: date | None = None


def notice_of(terms: Terms) -> Notice:
    """The last day for giving notice, and how it is reckoned."""
    if terms.terminated:
        return Notice(None, why_not="terminated")
    readings = _readings(terms)
    bound = terms.irrevocable_until
    if terms.set_on is not None:
        return Notice(terms.set_on, readings, is_set=True, bound_until=_later(bound, terms.set_on))
    if not readings:
        return Notice(None, why_not=_why_not(terms))
    on = min(reading.on for reading in readings)
    return Notice(on, readings, bound_until=_later(bound, on))


def _why_not(terms: Terms) -> str:
    if terms.months is None:
        return "not_a_number" if terms.told else "no_terms"
    return "no_end"


def _later(bound: date | None, on: date) -> date | None:
    return bound if bound and bound > on else None


def _readings(terms: Terms) -> tuple[Reading, ...]:
    end = terms.target if terms.continuous else terms.end
    if end is None or terms.months is None:
        return ()
    first: tuple[str, date] = ("target" if terms.continuous else "end", end)
    back = plus_months(end, -terms.months)
    if terms.by not in PERIODS:
        found = [Reading((first, ("months", back)))]
    else:
        period = period_end_before(end, terms.by)
        found = [
            Reading((first, ("period_before_end", period), ("months", plus_months(period, -terms.months)))),
            Reading((first, ("months", back), ("period_before_notice", _last_in_time(end, terms.months, terms.by)))),
        ]
    if terms.extends in PERIODS:
        found = [Reading((*one.steps, ("cut", period_end_before(one.on, terms.extends)))) for one in found]
    return tuple(dict.fromkeys(found))


def _last_in_time(end: date, months: int, period: str) -> date:
    """The last period end from which the months of notice still run out on or before the end."""
    on = period_end_before(plus_months(end, -months), period)
    following = plus_months(on, PERIODS[period])
    return following if plus_months(following, months) <= end else on
