"""The wheel of a year: meetings, deadlines, items and activities, proposed from the kommissorium.

Pure: what is already made is an argument, and rolling again proposes nothing that is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from styrehjul.bodies.domain.cadence import SlotDate, date_before, nearest_day, slot_dates
from styrehjul.bodies.domain.deadlines import deadline_at, is_whole_day
from styrehjul.bodies.domain.model import (
    ActivityRule,
    BodyRules,
    CadenceKind,
    KommissoriumText,
    Profile,
    SlotKind,
    StandingRule,
)
from styrehjul.bodies.domain.moving import Linked, refusals_of_date, warnings_of_date
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.days import ONE_DAY, Calendar, quarter_end, quarter_of, quarter_start
from styrehjul.kernel.refusal import Reason, Refused

DEFAULT_START = time(9, 0)
# The years for which the public holidays are known.
FIRST_YEAR, LAST_YEAR = 1990, 2100
Day = date  # inside classes with a field named `date`


class RollStatus(StrEnum):
    """What rolling means for a meeting or an activity."""

    NEW = "new"
    UNCHANGED = "unchanged"
    MOVED = "moved"
    BEFORE_USE = "before_use"


@dataclass(frozen=True)
class MadeMeeting:
    """A meeting of the year that is there already. `by_hand`: a person has set its date."""

    body: str
    slot: str | None
    on: date
    start: time | None = None
    by_hand: bool = False
    extra: bool = False
    cancelled: bool = False
    feeds: tuple[str, date] | None = None
    items: tuple[str, ...] | None = None


@dataclass(frozen=True)
class MadeActivity:
    """An activity of the year that is there already; `dropped` when the municipality leaves it out this year."""

    key: str
    slot: str
    quarter: int
    on: date | None = None
    by_hand: bool = False
    dropped: bool = False


@dataclass(frozen=True)
class PlannedDeadline:
    """A deadline with its moment in Danish time; `at` None is a date that is typed on the meeting."""

    code: str
    label: str
    at: datetime | None
    whole_day: bool
    suggested: bool


@dataclass(frozen=True)
class PlannedMeeting:
    """One meeting on the wheel. (body, year, slot) is its identity; slot None is an extra meeting.

    `items` are the standing items of its slot, `agenda` the same with the procedural ones, in the order of the agenda.
    """

    body: str
    date: Day
    start: time
    slot: str | None
    quarter: int
    feeds: tuple[str, Day] | None
    status: RollStatus
    deadlines: tuple[PlannedDeadline, ...]
    items: tuple[str, ...]
    agenda: tuple[str, ...]
    extra: bool = False
    cancelled: bool = False
    notes: tuple[Reason, ...] = ()

    @property
    def starts_at(self) -> datetime:
        """The start in Danish time."""
        return datetime.combine(self.date, self.start, ZONE)


@dataclass(frozen=True)
class PlannedActivity:
    """One activity on the wheel. (key, year, slot) is its identity; no date means somewhere in the quarter."""

    key: str
    title: str
    body: str
    slot: str
    quarter: int
    date: Day | None
    optional: bool
    movable: bool
    certainty: Decimal
    status: RollStatus
    dropped: bool = False


@dataclass(frozen=True)
class YearProposal:
    """A whole year, ordered by date, then body."""

    year: int
    meetings: tuple[PlannedMeeting, ...]
    activities: tuple[PlannedActivity, ...]

    @property
    def new_meetings(self) -> tuple[PlannedMeeting, ...]:
        """What rolling would make."""
        return tuple(row for row in self.meetings if row.status is RollStatus.NEW)

    @property
    def new_activities(self) -> tuple[PlannedActivity, ...]:
        """What rolling would put on the wheel."""
        return tuple(row for row in self.activities if row.status is RollStatus.NEW)


def proposal_for(
    year: int,
    text: KommissoriumText,
    calendar: Calendar,
    made: Sequence[MadeMeeting] = (),
    in_use_from: date | None = None,
    *,
    made_activities: Sequence[MadeActivity] = (),
    moved_items: Mapping[tuple[str, str], int] | None = None,
) -> YearProposal:
    """The year as the kommissorium would have it, around what is already made.

    `made` are the meetings of that year's slots; what they carry (`items`, as keys in agenda order) stays theirs. `moved_items` says which quarter a movable item has this year, by
    (body, key). Slots before `in_use_from` that nobody made are `before_use`: they are owed to nobody.
    Raises Refused("wheel.year_out_of_range") for years whose holidays nobody knows.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused("wheel.year_out_of_range", first=FIRST_YEAR, last=LAST_YEAR)
    roll = _Roll(year, text, calendar, made, in_use_from, moved_items or {})
    meetings = [row for body in _leaders_first(text) for row in roll.body(body)]
    known = {body.code for body in text.bodies}
    meetings += [roll.made_elsewhere(row) for row in made if row.body not in known]
    activities = [
        row
        for rule in text.activities
        if rule.enabled
        for row in _activities(rule, year, text, calendar, made_activities, in_use_from)
    ]
    return YearProposal(
        year,
        tuple(sorted(meetings, key=lambda row: (row.date, row.body, row.slot or ""))),
        tuple(sorted(activities, key=lambda row: (row.quarter, row.date or date.max, row.body, row.key))),
    )


def _leaders_first(text: KommissoriumText) -> list[BodyRules]:
    """Bodies so that the one that is followed comes before the one that follows."""
    done: list[BodyRules] = []
    waiting = list(text.bodies)
    while waiting:
        ready = [
            body
            for body in waiting
            if body.cadence.kind is not CadenceKind.FOLLOWS
            or body.cadence.follows not in {row.code for row in waiting if row is not body}
        ]
        done += ready or waiting
        waiting = [body for body in waiting if body not in done]
    return done


@dataclass(frozen=True)
class _Place:
    """A slot of a body with what is there, or will be."""

    slot: SlotDate
    on: date
    made: MadeMeeting | None
    fed: tuple[str, date] | None


class _Roll:
    def __init__(
        self,
        year: int,
        text: KommissoriumText,
        calendar: Calendar,
        made: Sequence[MadeMeeting],
        in_use_from: date | None,
        moved_items: Mapping[tuple[str, str], int],
    ) -> None:
        self.year, self.text, self.calendar, self.made = year, text, calendar, made
        self.in_use_from, self.moved_items = in_use_from, moved_items
        self.places: dict[str, list[_Place]] = {}

    def body(self, body: BodyRules) -> list[PlannedMeeting]:
        """The body's year: its slots, then the meetings made outside them."""
        places, others = self._places(body)
        self.places[body.code] = places
        rows = [self._planned(body, place, places) for place in places]
        return rows + [self._outside(body, made) for made in others]

    def _places(self, body: BodyRules) -> tuple[list[_Place], list[MadeMeeting]]:
        slots, fed = self._slots(body)
        mine = [row for row in self.made if row.body == body.code and not row.extra]
        by_slot = {row.slot: row for row in mine if row.slot is not None}
        loose = [row for row in mine if row.slot not in {slot.slot for slot in slots}]
        places = []
        for slot in slots:
            made = by_slot.get(slot.slot)
            if made is None:
                # After a change of cadence: what lies in the period already fills it, so that nothing is made twice.
                made = min(
                    (row for row in loose if slot.start <= row.on <= slot.end),
                    key=lambda row: abs((row.on - slot.on).days),
                    default=None,
                )
                if made is not None:
                    loose.remove(made)
            places.append(_Place(slot, made.on if made else slot.on, made, fed.get(slot.slot)))
        extra = [row for row in self.made if row.body == body.code and row.extra]
        return places, loose + extra

    def _slots(self, body: BodyRules) -> tuple[list[SlotDate], dict[str, tuple[str, date]]]:
        cadence = body.cadence
        if cadence.kind is not CadenceKind.FOLLOWS:
            return slot_dates(cadence, self.year, self.calendar), {}
        slots, fed = [], {}
        earliest = date(self.year - 1, 12, 1)
        for place in self.places.get(cadence.follows or "", []):
            on = date_before(cadence, place.on, self.calendar)
            slot = place.slot
            slots.append(replace(slot, on=on, start=earliest, end=place.on - ONE_DAY))
            if not (place.made and place.made.cancelled):
                fed[slot.slot] = (cadence.follows or "", place.on)
            earliest = place.on
        return slots, fed

    def _planned(self, body: BodyRules, place: _Place, places: list[_Place]) -> PlannedMeeting:
        made = place.made
        status = RollStatus.UNCHANGED
        if made is None:
            status = RollStatus.NEW
            if self.in_use_from is not None and place.on < self.in_use_from:
                status = RollStatus.BEFORE_USE
        elif made.by_hand and made.on != place.slot.on:
            status = RollStatus.MOVED
        agenda = self._agenda(body, place, places)
        return self._meeting(body, place.on, made, place.slot.slot, place.slot.quarter, place.fed, status, agenda)

    def _outside(self, body: BodyRules, made: MadeMeeting) -> PlannedMeeting:
        agenda = made.items or ()
        return self._meeting(
            body, made.on, made, made.slot, quarter_of(made.on), made.feeds, RollStatus.UNCHANGED, agenda
        )

    def _meeting(
        self,
        body: BodyRules,
        on: date,
        made: MadeMeeting | None,
        slot: str | None,
        quarter: int,
        fed: tuple[str, date] | None,
        status: RollStatus,
        agenda: tuple[str, ...],
    ) -> PlannedMeeting:
        start = (made.start if made else None) or body.settings.start_time or DEFAULT_START
        feeds = (made.feeds if made else None) or fed
        if made is not None and made.items is not None:
            agenda = made.items
        standing = {item.key for item in body.standing_items if item.profile is Profile.STANDING}
        return PlannedMeeting(
            body=body.code,
            date=on,
            start=start,
            slot=slot,
            quarter=quarter,
            feeds=feeds,
            status=status,
            deadlines=self._deadlines(body, datetime.combine(on, start, ZONE)),
            items=tuple(key for key in agenda if key in standing),
            agenda=agenda,
            extra=slot is None or bool(made and made.extra),
            cancelled=bool(made and made.cancelled),
            notes=self._notes(body, on, feeds, extra=bool(made and made.extra)),
        )

    def _deadlines(self, body: BodyRules, starts_at: datetime) -> tuple[PlannedDeadline, ...]:
        rules = [row for row in body.deadlines if not row.extended_only or body.settings.extended_preparation]
        return tuple(
            PlannedDeadline(
                rule.code, rule.label, deadline_at(rule, starts_at, self.calendar), is_whole_day(rule), rule.suggested
            )
            for rule in rules
        )

    def _notes(self, body: BodyRules, on: date, feeds: tuple[str, date] | None, *, extra: bool) -> tuple[Reason, ...]:
        fed = next((row for row in self.text.bodies if feeds is not None and row.code == feeds[0]), None)
        link = Linked(fed, feeds[1]) if fed is not None and feeds is not None else None
        notes = refusals_of_date(on, today=on, calendar=self.calendar)
        return tuple(notes + warnings_of_date(body, on, calendar=self.calendar, fed=link, extra=extra))

    def made_elsewhere(self, made: MadeMeeting) -> PlannedMeeting:
        """A meeting of a body that the kommissorium no longer has: it stays as it is."""
        return PlannedMeeting(
            made.body, made.on, made.start or DEFAULT_START, made.slot, quarter_of(made.on), made.feeds,
            RollStatus.UNCHANGED, (), made.items or (), made.items or (), made.extra, made.cancelled,
        )  # fmt: skip

    def _agenda(self, body: BodyRules, place: _Place, places: list[_Place]) -> tuple[str, ...]:
        keys = [item.key for item in body.standing_items if item.enabled and self._bears(body, item, place, places)]
        return in_agenda_order(body, keys)

    def _bears(self, body: BodyRules, item: StandingRule, place: _Place, places: list[_Place]) -> bool:
        slot = item.slot
        if slot is None:
            return False
        if slot.kind is SlotKind.EVERY_MEETING:
            return True
        if slot.kind is SlotKind.NTH_MEETINGS:
            return place.slot.nth in slot.numbers
        if slot.kind is SlotKind.QUARTERS:
            moved = self.moved_items.get((body.code, item.key))
            wanted = slot.numbers if moved is None else (moved,)
            return any(_of_quarter(number, places) is place for number in wanted)
        if slot.kind is SlotKind.MONTHS:
            return any(_from_day(self._day(month, 1), places) is place for month in slot.numbers)
        month, day = slot.day or (1, 1)
        return _from_day(self._day(month, day), places) is place

    def _day(self, month: int, day: int) -> date:
        return _day_of(self.year, month, day)


def _day_of(year: int, month: int, day: int) -> date:
    """That day, or the last of the month where the year has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month + 1, 1) - ONE_DAY


def _of_quarter(quarter: int, places: list[_Place]) -> _Place | None:
    """The meeting that bears the quarter's items: its first, else the next one of the year, else the last."""
    live = [row for row in places if not (row.made and row.made.cancelled)] or places
    return next((row for row in live if row.slot.quarter >= quarter), live[-1] if live else None)


def _from_day(day: date, places: list[_Place]) -> _Place | None:
    """The first meeting from that day on, else the year's last."""
    live = [row for row in places if not (row.made and row.made.cancelled)] or places
    ordered = sorted(live, key=lambda row: row.on)
    return next((row for row in ordered if row.on >= day), ordered[-1] if ordered else None)


def in_agenda_order(body: BodyRules, keys: Sequence[str]) -> tuple[str, ...]:
    """Standing and procedural items as the body's order has them; items that it does not name stand with their kind."""
    rules = {item.key: item for item in body.standing_items}
    standing = [key for key in keys if key in rules and rules[key].profile is Profile.STANDING]
    procedural = [key for key in keys if key not in standing]
    order = body.insert_order or ("standing",)
    ordered: list[str] = [key for key in procedural if key not in order]
    for word in order:
        if word == "standing":
            ordered += [key for key in standing if key not in order]
        elif word in keys:
            ordered.append(word)
    return tuple(ordered + [key for key in standing if key not in ordered])


def _activities(
    rule: ActivityRule,
    year: int,
    text: KommissoriumText,
    calendar: Calendar,
    made: Sequence[MadeActivity],
    in_use_from: date | None,
) -> list[PlannedActivity]:
    there = {row.slot: row for row in made if row.key == rule.key}
    rows = []
    for slot, quarter, on, end in _activity_slots(rule, year, text, calendar):
        found = there.pop(slot, None)
        status = RollStatus.NEW
        if found is not None:
            changed = found.by_hand and (found.quarter, found.on) != (quarter, on)
            status = RollStatus.MOVED if changed else RollStatus.UNCHANGED
            quarter, on = found.quarter, found.on
        elif in_use_from is not None and (on or end) < in_use_from:
            status = RollStatus.BEFORE_USE
        rows.append(_activity(rule, slot, quarter, on, status, dropped=bool(found and found.dropped)))
    rows += [
        _activity(rule, row.slot, row.quarter, row.on, RollStatus.UNCHANGED, dropped=row.dropped)
        for row in there.values()
    ]
    return rows


def _activity(
    rule: ActivityRule, slot: str, quarter: int, on: date | None, status: RollStatus, *, dropped: bool
) -> PlannedActivity:
    return PlannedActivity(
        rule.key, rule.title, rule.body, slot, quarter, on, rule.optional, rule.movable, rule.certainty, status, dropped
    )


def _activity_slots(
    rule: ActivityRule, year: int, text: KommissoriumText, calendar: Calendar
) -> list[tuple[str, int, date | None, date]]:
    """(slot, quarter, proposed day or None, last day) of each time in the year. What is optional gets no day."""
    slot = rule.slot
    if slot is None:
        return []
    if slot.kind is SlotKind.DATE:
        month, day = slot.day or (1, 1)
        fixed = _day_of(year, month, day)
        return [("d", quarter_of(fixed), fixed, fixed)]
    found: list[tuple[str, int, date | None, date]] = []
    for number in slot.numbers:
        if slot.kind is SlotKind.QUARTERS:
            start, end, name = quarter_start(year, number), quarter_end(year, number), f"k{number}"
        else:
            start = date(year, number, 1)
            end, name = _day_of(year, number, 31), f"m{number:02}"
        on = None if rule.optional else _activity_day(rule, start, end, text, calendar)
        found.append((name, quarter_of(start), on, end))
    return found


def _activity_day(
    rule: ActivityRule, start: date, end: date, text: KommissoriumText, calendar: Calendar
) -> date | None:
    """About three weeks into the quarter (a third into a month): there is time to call people together."""
    host = next((body for body in text.bodies if body.code == rule.body), None)
    followed = text.feeds(host.code) if host is not None else None
    weekdays = [body.cadence.weekday for body in (host, followed) if body is not None]
    weekday = next((day for day in weekdays if day is not None), None)
    days = [start + timedelta(days=count) for count in range((end - start).days + 1)]
    target = start + timedelta(days=21 if len(days) > 31 else 10)
    return nearest_day(target, days, calendar, weekday=weekday)
