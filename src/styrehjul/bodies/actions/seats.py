"""Who sits where, from and to."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.bodies.domain.model import SeatCount, SeatRule
from styrehjul.bodies.models import Body, SeatHolding
from styrehjul.bodies.queries import kommissorium_on, rules_of
from styrehjul.kernel.days import ONE_DAY
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import close_holding, end_person, hold_post, permit
from styrehjul.people.models import OrgUnit, Person, Post, PostHolding


@transaction.atomic
def seat_person(
    body: Body,
    seat_key: str,
    person: Person,
    *,
    start: date,
    by: Person | None,
    at: datetime,
    end: date | None = None,
    unit: OrgUnit | None = None,
    function: str = "",
) -> SeatHolding:
    """The person has the seat from `start`. Whether they meet its rule is a finding on the page, never a refusal.

    A seat for exactly one has one holder at a time: Refused("seat.taken") names the days that overlap. A seat for
    several takes one too many, which then shows as a deviation.
    """
    permit(by, "seat.change", body, at=at)
    seat = seat_of(body, seat_key, start)
    if end is not None and end < start:
        raise Refused("period.backwards", start=start, end=end)
    if seat.rule is SeatCount.ONE_PER and unit is None:
        raise Refused("seat.no_unit", seat=seat.title, group=kommissorium_on(start).group_name(seat.group or ""))
    if seat.rule is not SeatCount.ONE_PER:
        unit = None
    _refuse_overlap(body, seat, person, unit, start, end)
    holding = SeatHolding(
        body=body, seat_key=seat_key, unit=unit, person=person, kind=seat.kind.value, function=function.strip(),
        start=start, end=end,
    )  # fmt: skip
    store(holding, by=by, at=at, action="seat.begin")
    return holding


@transaction.atomic
def change_holding(
    holding: SeatHolding,
    *,
    start: date,
    end: date | None,
    function: str,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
) -> SeatHolding:
    """Other dates or another function for the same person in the same seat."""
    permit(by, "seat.change", holding, at=at)
    same_version(holding, expected_version)
    if end is not None and end < start:
        raise Refused("period.backwards", start=start, end=end)
    seat = seat_of(holding.body, holding.seat_key, start)
    _refuse_overlap(holding.body, seat, holding.person, holding.unit, start, end, besides=holding.pk)
    holding.start, holding.end, holding.function = start, end, function.strip()
    store(holding, by=by, at=at, action="seat.change")
    return holding


@transaction.atomic
def end_holding(holding: SeatHolding, *, last_day: date, by: Person | None, at: datetime) -> SeatHolding:
    """The person has the seat until `last_day`; from the next day it is vacant."""
    permit(by, "seat.change", holding, at=at)
    if last_day < holding.start - ONE_DAY:
        raise Refused("period.backwards", start=holding.start, end=last_day)
    if holding.end is not None and last_day > holding.end:
        raise Refused("seat.ended", name=holding.person.name, end=holding.end)
    close_holding(holding, last_day, by=by, at=at, action="seat.end")
    return holding


@transaction.atomic
def change_post_holder(
    post: Post, person: Person | None, *, start: date, by: Person | None, at: datetime
) -> PostHolding | None:
    """From `start` the post is this person's, and so is every seat in every body that is bound to the post."""
    permit(by, "person.change", at=at)
    held = hold_post(post, person, start=start, by=by, at=at)
    bodies = {body.code: body for body in Body.objects.on(start)}
    for rules in kommissorium_on(start).bodies:
        body = bodies.get(rules.code)
        if body is None:
            continue
        for seat in rules.seats:
            if seat.post == post.title:
                _move_seat(body, seat, person, start, by=by, at=at)
    return held


def _move_seat(
    body: Body, seat: SeatRule, person: Person | None, start: date, *, by: Person | None, at: datetime
) -> None:
    for holding in body.holdings.filter(seat_key=seat.key).select_related("person"):
        if holding.end is not None and holding.end < start:
            continue
        if person is not None and holding.person_id == person.pk and holding.start <= start:
            return
        # One who was to begin later never does: the post is somebody else's by then.
        last = (start if holding.start < start else holding.start) - ONE_DAY
        close_holding(holding, last, by=by, at=at, action="seat.end")
    if person is not None:
        moved = SeatHolding(body=body, seat_key=seat.key, person=person, kind=seat.kind.value, start=start)
        store(moved, by=by, at=at, action="seat.begin")


@transaction.atomic
def person_leaves(person: Person, *, last_day: date, by: Person | None, at: datetime) -> Person:
    """The person leaves the municipality: seats, posts and roles end with the last day."""
    permit(by, "person.change", person, at=at)
    for holding in person.seat_holdings.select_related("person"):
        if holding.end is None or holding.end > last_day:
            last = max(last_day, holding.start - ONE_DAY)
            close_holding(holding, last, by=by, at=at, action="seat.end")
    for delegation in person.delegations.filter(end__gt=last_day):
        delegation.end = last_day
        store(delegation, by=by, at=at, action="delegation.end")
    return end_person(person, last_day=last_day, by=by, at=at)


def seat_of(body: Body, seat_key: str, on: date) -> SeatRule:
    """The seat's rule that day; Refused("seat.unknown") when that version of the kommissorium has no such seat."""
    try:
        return rules_of(body, on).seat(seat_key)
    except KeyError:
        raise Refused("seat.unknown", body=body.name, start=on) from None


def _refuse_overlap(
    body: Body,
    seat: SeatRule,
    person: Person,
    unit: OrgUnit | None,
    start: date,
    end: date | None,
    *,
    besides: int | None = None,
) -> None:
    single = (seat.rule is SeatCount.EXACTLY and seat.number == 1) or seat.rule is SeatCount.ONE_PER
    rivals: Any = body.holdings.filter(seat_key=seat.key, unit=unit).exclude(pk=besides).select_related("person")
    for other in rivals:
        # An end before its start means that it never took force.
        if other.end is not None and (other.end < start or other.end < other.start):
            continue
        if end is not None and other.start > end:
            continue
        if single or other.person_id == person.pk:
            ends = [day for day in (end, other.end) if day is not None]
            code = "seat.taken" if ends else "seat.taken_open"
            raise Refused(
                code, seat=seat.title, name=other.person.name, start=max(start, other.start), end=min(ends, default="")
            )
