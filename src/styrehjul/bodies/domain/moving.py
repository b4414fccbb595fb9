"""What a meeting's date means for the others: before it is moved, not after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from styrehjul.bodies.domain.cadence import date_before
from styrehjul.bodies.domain.deadlines import deadline_at
from styrehjul.bodies.domain.model import BodyRules, DeadlineRule
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.days import Calendar
from styrehjul.kernel.refusal import Reason


@dataclass(frozen=True)
class Linked:
    """A meeting of another body that this one feeds, or is fed by."""

    body: BodyRules
    on: date


@dataclass(frozen=True)
class MovedDeadline:
    """A deadline before and after the move; `passed` when it would lie in the past."""

    rule: DeadlineRule
    old: datetime | None
    new: datetime | None
    passed: bool


@dataclass(frozen=True)
class DependentMove:
    """A meeting that prepares the moved one, and the day that would suit it now. Nothing moves until accepted."""

    body: BodyRules
    old: date
    new: date


@dataclass(frozen=True)
class Consequences:
    """All that a move would bring: what forbids it, what to think of, and what would follow."""

    refusals: tuple[Reason, ...]
    warnings: tuple[Reason, ...]
    deadlines: tuple[MovedDeadline, ...]
    dependents: tuple[DependentMove, ...]


def refusals_of_date(on: date, *, today: date, calendar: Calendar) -> list[Reason]:
    """Why no meeting can be on that day: nobody is at work, or it is over."""
    found = []
    if (because := calendar.closed_because(on)) is not None:
        found.append(Reason("meeting.not_working_day", {"date": on, "because": because}))
    if on < today:
        found.append(Reason("meeting.in_past", {"date": on, "today": today}))
    return found


def warnings_of_date(
    body: BodyRules,
    on: date,
    *,
    calendar: Calendar,
    fed: Linked | None = None,
    feeding: Sequence[Linked] = (),
    own: Sequence[date] = (),
    extra: bool = False,
) -> list[Reason]:
    """What deserves a thought about a day: order and distance to linked meetings, the body's other meetings, the week.

    `own` are the dates of the body's other meetings; an extra meeting may lie close to them.
    """
    found = []
    if fed is not None:
        found += _distance(body, on, fed.body, fed.on, calendar)
    for link in feeding:
        found += _distance(link.body, link.on, body, on, calendar)
    gap = body.settings.min_days_between
    if not extra and gap is not None:
        for other in sorted(own):
            if abs((other - on).days) <= gap:
                facts = {"body": body.name_definite, "date": on, "other": other, "days": abs((other - on).days)}
                found.append(Reason("meeting.close_to_own", facts))
    if calendar.is_working_day(on) and calendar.is_avoided(on):
        found.append(Reason("meeting.avoided_week", {"date": on, "week": on.isocalendar().week}))
    return found


def _distance(body: BodyRules, on: date, fed: BodyRules, fed_on: date, calendar: Calendar) -> list[Reason]:
    """`body` on its day prepares `fed` on its: it should come first, and early enough. It is never refused."""
    facts = {"body": body.name_definite, "date": on, "fed": fed.name_definite, "fed_date": fed_on}
    if on >= fed_on:
        return [Reason("meeting.after_fed", facts)]
    wanted = body.settings.min_working_days_to_fed
    days = calendar.working_days_between(on, fed_on)
    if wanted is not None and days < wanted:
        return [Reason("meeting.close_to_fed", facts | {"working_days": days, "wanted": wanted})]
    return []


def consequences_of_move(
    body: BodyRules,
    old: datetime,
    new: datetime,
    *,
    now: datetime,
    calendar: Calendar,
    fed: Linked | None = None,
    feeding: Sequence[Linked] = (),
    own: Sequence[date] = (),
    extra: bool = False,
) -> Consequences:
    """Everything that moving a meeting of `body` from `old` to `new` would bring.

    `fed` is the meeting it prepares, `feeding` those that prepare it; a new day is offered for each of the latter that
    would come after it or too close. A deadline never slides silently into the past: it is listed as passed.
    """
    on, today = new.astimezone(ZONE).date(), now.astimezone(ZONE).date()
    refusals = refusals_of_date(on, today=today, calendar=calendar)
    if on == today and new <= now:
        refusals.append(Reason("meeting.in_past", {"date": on, "today": today}))
    warnings = warnings_of_date(body, on, calendar=calendar, fed=fed, feeding=feeding, own=own, extra=extra)
    deadlines = tuple(
        _moved(rule, old, new, now, calendar)
        for rule in body.deadlines
        if not rule.extended_only or body.settings.extended_preparation
    )
    for row in deadlines:
        if row.passed:
            facts = {"label": row.rule.label, "code": row.rule.code, "at": row.new, "whole_day": row.rule.at is None}
            warnings.append(Reason("deadline.passed", facts))
    dependents = tuple(
        DependentMove(link.body, link.on, date_before(link.body.cadence, on, calendar))
        for link in feeding
        if _distance(link.body, link.on, body, on, calendar)
    )
    return Consequences(tuple(refusals), tuple(warnings), deadlines, dependents)


def _moved(rule: DeadlineRule, old: datetime, new: datetime, now: datetime, calendar: Calendar) -> MovedDeadline:
    before, after = deadline_at(rule, old, calendar), deadline_at(rule, new, calendar)
    # What had already passed before the move is not made late by it.
    passed = after is not None and after < now and (before is None or before >= now)
    return MovedDeadline(rule, before, after, passed)
