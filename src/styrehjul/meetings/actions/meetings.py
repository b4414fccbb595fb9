"""The meeting as an appointment: planned, called, moved, called off."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import record, store
from styrehjul.bodies.domain.deadlines import deadline_at
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import calendar
from styrehjul.kernel.danish import clock, weekday_text
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings.actions.calling import ask_room, call_off, next_message, tell_new_time
from styrehjul.meetings.actions.common import fresh, moved, needs, reason_given, refuse, void_approval
from styrehjul.meetings.actions.standing import insert
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.answers import room_after_new_time
from styrehjul.meetings.domain.states import (
    CALENDAR,
    LEFT_AGENDA,
    AgendaState,
    CalendarEvent,
    CalendarState,
    MinutesState,
    Profile,
)
from styrehjul.meetings.mails.invitations import News
from styrehjul.meetings.models import Meeting, MeetingDeadline
from styrehjul.meetings.queries.facts import MATERIAL, deadline_of, meeting_facts
from styrehjul.meetings.queries.seats import day_of, rules_for
from styrehjul.people.models import Person
from styrehjul.people.policy import may

# Code, label, who it rests on, when, and whether the rule behind it is only a suggestion.
Deadline = tuple[str, str, str, datetime, bool]


@transaction.atomic
def plan_meeting(
    *,
    body: Body,
    year: int,
    slot: str,
    starts_at: datetime,
    ends_at: datetime,
    by: Person | None,
    at: datetime,
    feeds: Meeting | None = None,
    deadlines: Sequence[Deadline] | None = None,
    items: Sequence[str] = (),
    extra: bool = False,
    place: str = "",
    rolled: bool = False,
) -> Meeting:
    """A meeting stands in the calendar with its deadlines, and its agenda opens with its standing items on it.

    Without `deadlines` they are counted from the body's rules. Refused when the wheel's slot has its meeting already,
    and on a day when nobody works. `rolled` when it is part of a whole year: whoever may lay out the year was asked
    that, and lays it out for every body.
    """
    if not rolled:
        needs(by, "meeting.plan", body, at)
    refuse(_wrong_day(starts_at, ends_at))
    if slot and Meeting.objects.filter(body=body, year=year, slot=slot).exists():
        raise Refused("meeting.slot_taken", body=body.name, year=str(year))
    rules = rules_for(body, day_of(starts_at))
    if rules is None:
        raise Refused("body.not_in_kommissorium", body=body.name)
    meeting = Meeting(
        body=body, year=year, slot=slot, extra=extra, feeds=feeds, starts_at=starts_at, ends_at=ends_at, place=place
    )
    store(meeting, by=by, at=at, action="meeting.plan")
    counted = counted_deadlines(meeting) if deadlines is None else deadlines
    write_deadlines(meeting, not_passed(counted, starts_at, at) if extra else counted)
    for key in items:
        insert(meeting, rules.standing_item(key), rules, by=by, at=at)
    return ask_room(meeting, by=by, at=at)


def _wrong_day(starts_at: datetime, ends_at: datetime) -> list[Reason]:
    reasons = []
    day = day_of(starts_at)
    if because := calendar().closed_because(day):
        reasons.append(Reason("meeting.closed_day", {"day": day, "because": because}))
    if ends_at <= starts_at:
        reasons.append(Reason("meeting.ends_before_start"))
    return reasons


def counted_deadlines(meeting: Meeting) -> list[Deadline]:
    """The deadlines by the body's rules; dates that are typed on each meeting are kept as they stand."""
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    known = calendar()
    found: list[Deadline] = []
    for rule in rules.deadlines if rules else ():
        if rule.extended_only and rules and not rules.settings.extended_preparation:
            continue
        moment = deadline_at(rule, meeting.starts_at, known)
        if moment is not None:
            found.append((rule.code, rule.label, rule.responsible or "", moment, rule.suggested))
    return found


def not_passed(deadlines: Sequence[Deadline], starts_at: datetime, at: datetime) -> list[Deadline]:
    """The deadlines of a meeting planned close to its day: one that had passed already falls with the next that has not.

    Nobody could have kept it; the last of them falls with the meeting itself.
    """
    coming = sorted(moment for _, _, _, moment, _ in deadlines if at < moment <= starts_at)
    soonest = coming[0] if coming else starts_at
    return [(code, label, who, soonest if moment <= at else moment, own) for code, label, who, moment, own in deadlines]


def write_deadlines(meeting: Meeting, deadlines: Sequence[Deadline]) -> None:
    kept = {row.code: row for row in meeting.deadlines.all()}
    for code, label, responsible, moment, suggested in deadlines:
        row = kept.get(code) or MeetingDeadline(meeting=meeting, code=code)
        row.label, row.responsible, row.at, row.suggested = label, str(responsible or ""), moment, suggested
        row.save()
    # Reading them again must give the new ones.
    meeting._prefetched_objects_cache = {}  # type: ignore[attr-defined]  # Django's own shelf


@transaction.atomic
def move_meeting(
    meeting: Meeting,
    *,
    starts_at: datetime,
    ends_at: datetime,
    by: Person | None,
    at: datetime,
    waivers: Collection[str] = (),
    expected_version: int | None = None,
    confirmed: bool = False,
) -> Meeting:
    """Give the meeting a new time: the same calendar entry moves, deadlines are counted again, tasks follow.

    Once the agenda is sent the chair moves it, or has confirmed it (`confirmed`, `actions.moving`). A deadline that would lie in the past is asked about: its code must be in `waivers`. Refused on a closing day and
    in the past. Where the chair has the agenda, its head has changed and the approval falls.
    """
    needs(by, "meeting.move", meeting, at)
    meeting = fresh(meeting, expected_version)
    if by is not None and not confirmed and needs_confirming(meeting, by, at):
        raise Refused("meeting.chair_confirms")
    was = meeting.starts_at
    counted = lacks_for_move(meeting, starts_at, ends_at, waivers, at)
    meeting.moved_by_hand = True
    if was == starts_at:
        store(meeting, by=by, at=at, action="meeting.move")
        return meeting
    write_deadlines(meeting, counted)
    # The room was booked for the old time; nobody has confirmed it for the new one.
    asked = bool(meeting.room_called)
    meeting.room_state = room_after_new_time(meeting.room_state, has_mailbox=asked)
    meeting.room_asked_at = at if asked else None
    store(meeting, by=by, at=at, action="meeting.move", reason=", ".join(sorted(waivers)))
    meeting = void_approval(meeting, "Mødets tid", by=by, at=at)
    redate_items(meeting, by=by, at=at)
    old = f"Mødet var {weekday_text(day_of(was))} kl. {clock(was)}."
    return tell_new_time(meeting, News("er flyttet", old), by=by, at=at)


def needs_confirming(meeting: Meeting, person: Person, at: datetime) -> bool:
    """Whether the chair must confirm that this person moves the meeting: its agenda is with the members."""
    return meeting.agenda_state == AgendaState.SENT.value and not may(
        person, "meeting.confirm_move", meeting, on=day_of(at)
    )


def lacks_for_move(
    meeting: Meeting, starts_at: datetime, ends_at: datetime, waivers: Collection[str], at: datetime
) -> list[Deadline]:
    """Set the meeting's times, not stored, and count its deadlines; Refused with all that keeps it from moving there."""
    moved(CALENDAR, CalendarState(meeting.calendar_state), CalendarEvent.MOVE)
    reasons = guards.over(meeting_facts(meeting, items=(), with_effects=False)) + _wrong_day(starts_at, ends_at)
    if starts_at <= at:
        reasons.append(Reason("meeting.in_past", {"at": starts_at}))
    deadlines_were = {row.code: row.at for row in meeting.deadlines.all()}
    meeting.starts_at, meeting.ends_at = starts_at, ends_at
    counted = counted_deadlines(meeting)
    refuse(reasons + _slid(meeting, counted, deadlines_were, waivers, at))
    return counted


def _slid(
    meeting: Meeting, counted: Sequence[Deadline], were: dict[str, datetime], waivers: Collection[str], at: datetime
) -> list[Reason]:
    """The deadlines that the move would push into the past without anybody saying so."""
    if meeting.agenda_state in (AgendaState.SENT.value, AgendaState.ADOPTED.value):
        return []
    return [
        Reason("meeting.deadline_in_past", {"label": label, "at": moment, "deadline": code})
        for code, label, _, moment, _ in counted
        if moment < at <= were.get(code, at) and code not in waivers
    ]


def redate_items(meeting: Meeting, *, by: Person | None, at: datetime) -> None:
    due = deadline_of(meeting, MATERIAL)
    for item in meeting.treatments.filter(profile=Profile.ORDINARY.value).exclude(state__in=list(LEFT_AGENDA)):
        if item.material_due_at != due:
            item.material_due_at = due
            store(item, by=by, at=at, action="treatment.redate")


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: str, by: Person | None, at: datetime) -> Meeting:
    """Call the meeting off. Its own items must have been moved or taken off first; the standing ones fall with it."""
    needs(by, "meeting.cancel", meeting, at)
    meeting = fresh(meeting)
    said = reason_given(reason)
    has_entry = meeting.calendar_state == CalendarState.INVITED.value or bool(meeting.room_called)
    refuse(guards.over(meeting_facts(meeting, items=(), with_effects=False)) + _left_behind(meeting))
    meeting.calendar_state = moved(CALENDAR, CalendarState(meeting.calendar_state), CalendarEvent.CANCEL)
    meeting.cancelled_because = said
    if has_entry:
        next_message(meeting, at, changed=True)
    store(meeting, by=by, at=at, action="meeting.cancel", reason=said)
    if has_entry:
        call_off(meeting, said, at=at)
    return meeting


def _left_behind(meeting: Meeting) -> list[Reason]:
    gone = [state.value for state in LEFT_AGENDA] + ["dropped"]
    left = meeting.treatments.filter(profile=Profile.ORDINARY.value).exclude(state__in=gone)
    return [Reason("item.must_leave", {"title": item.title, "item": item.pk}) for item in left]


@transaction.atomic
def register_held_meeting(
    *, body: Body, year: int, slot: str, starts_at: datetime, ends_at: datetime, by: Person | None, at: datetime
) -> Meeting:
    """A meeting that was held before the product was in use: it counts, and its minutes are a file."""
    needs(by, "meeting.plan", body, at)
    refuse([Reason("meeting.ends_before_start")] if ends_at <= starts_at else [])
    if slot and Meeting.objects.filter(body=body, year=year, slot=slot).exists():
        raise Refused("meeting.slot_taken", body=body.name, year=str(year))
    meeting = Meeting(
        body=body,
        year=year,
        slot=slot,
        starts_at=starts_at,
        ends_at=ends_at,
        before_use=True,
        minutes_state=MinutesState.APPROVED.value,
        ended_at=ends_at,
    )
    store(meeting, by=by, at=at, action="meeting.register")
    record("meeting.before_use", meeting, by=by, at=at)
    return meeting
