"""Who has the meeting in a calendar, and that they have it as it is: called, told of a change, taken out, called off.

The rules of iTIP live here: SEQUENCE rises for time, place, link, cancellation and somebody taken out, and for nothing
else; an added person gets the present one alone; every message has a later stamp than the last.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.documents.calendar import new_uid, next_stamp
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, moved, needs, refuse, void_approval
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.answers import RoomState
from styrehjul.meetings.domain.states import CALENDAR, CalendarEvent, CalendarState, MinutesState
from styrehjul.meetings.mails.invitations import Mailbox, News, host, send_cancellations, send_removals, send_requests
from styrehjul.meetings.models import Attendance, Meeting, Room
from styrehjul.meetings.queries.answers import calendar_changes, invited_rows
from styrehjul.meetings.queries.facts import meeting_facts
from styrehjul.meetings.queries.rooms import room_at, unasked
from styrehjul.meetings.queries.seats import day_of, seated_at
from styrehjul.people.models import Person
from styrehjul.people.policy import may

INVITED = CalendarState.INVITED.value


@transaction.atomic
def invite(meeting: Meeting, *, by: Person | None, at: datetime) -> Meeting:
    """*Indkald*: a calendar invitation to each at the table. Refused with everything that is missing."""
    needs(by, "meeting.invite", meeting, at)
    meeting = fresh(meeting)
    facts = meeting_facts(meeting, items=(), people=True, with_effects=False)
    if facts.calendar is CalendarState.INVITED:
        raise Refused("meeting.already_invited")
    refuse(guards.lacks_for_invitation(facts, at=at))
    return call(meeting, by=by, at=at)


@transaction.atomic
def invite_many(meetings: Collection[Meeting], *, place: str = "", by: Person, at: datetime) -> list[Meeting]:
    """*Indkald hele året*: one invitation for each meeting, all or none. `place` is for those that have none yet."""
    called = []
    for meeting in meetings:
        if place.strip() and not meeting.place and not meeting.link:
            meeting = set_room(meeting, place=place, room_state=meeting.room_state, by=by, at=at)
        called.append(invite(meeting, by=by, at=at))
    return called


def call(meeting: Meeting, *, by: Person | None, at: datetime) -> Meeting:
    """Send the invitations: the UID is made once and never again, SEQUENCE begins at 0."""
    meeting.calendar_state = moved(CALENDAR, CalendarState(meeting.calendar_state), CalendarEvent.INVITE)
    meeting.ical_uid = meeting.ical_uid or new_uid(host())
    store(meeting, by=by, at=at, action="meeting.invite")
    seat_people(meeting, by=by, at=at)
    return bring_up_to_date(meeting, by=by, at=at)


def seat_people(meeting: Meeting, *, by: Person | None, at: datetime) -> None:
    """A row of attendance for each at the table who has none yet."""
    known = set(meeting.attendance.values_list("person_id", flat=True))
    for seated in seated_at(meeting):
        if seated.person.pk not in known:
            title = seated.title or seated.kind_words
            row = Attendance(meeting=meeting, person=seated.person, seat_kind=seated.kind, seat_title=title)
            store(row, by=by, at=at, action="attendance.expect")


@transaction.atomic
def follow_seats(meeting: Meeting, *, at: datetime) -> bool:
    """Call those who have got a seat since the invitation, and take out those who have lost theirs. By the worker."""
    meeting = fresh(meeting)
    before = meeting.ical_stamp
    if (
        meeting.calendar_state == INVITED
        and meeting.minutes_state == MinutesState.NONE.value
        and meeting.starts_at > at
    ):
        meeting = bring_up_to_date(meeting, by=None, at=at)
    return meeting.ical_stamp != before


def bring_up_to_date(
    meeting: Meeting, *, by: Person | None, at: datetime, news: News | None = None, new_time: bool = False
) -> Meeting:
    """Whoever is to come has the entry as it is now, and nobody else has it. Nothing is sent when that is so already.

    With `news` something changed that every calendar must know.
    """
    differs = calendar_changes(meeting)
    changed = news is not None or bool(differs.gone) or differs.room_gone
    if not (changed or differs):
        return meeting
    meeting.ical_uid = meeting.ical_uid or new_uid(host())
    removed = [Mailbox(row.called_address, row.person.name, row) for row in differs.gone]
    removed += [Mailbox(meeting.room_called, meeting.place)] if differs.room_gone else []
    next_message(meeting, at, changed=changed, new_time=new_time)
    meeting.room_called = meeting.room_address
    if differs.room_added:
        meeting.room_state, meeting.room_asked_at = RoomState.AWAITING.value, at
    store(meeting, by=by, at=at, action="meeting.tell_calendars")
    send_removals(meeting, removed, at=at)
    for row in differs.gone:
        if row.person_id in differs.seated:
            row.called_address = ""
            store(row, by=by, at=at, action="attendance.uncall")
        else:
            # Without a seat there is no place at the table to note anybody present at.
            remove(row, by=by, at=at, action="attendance.uncall")
    if differs.added:
        seat_people(meeting, by=by, at=at)
        for row in meeting.attendance.filter(person__in=differs.added):
            row.called_address = differs.addresses[row.person_id]
            store(row, by=by, at=at, action="attendance.call")
    invited = invited_rows(meeting)
    told = [row for row in invited if changed or row.person_id in differs.added]
    boxes = [Mailbox(row.called_address, row.person.name, row) for row in told]
    if meeting.room_called and (changed or differs.room_added):
        boxes.append(Mailbox(meeting.room_called, meeting.place))
    send_requests(meeting, invited, boxes, at=at, news=news)
    return meeting


def in_calendars(meeting: Meeting) -> bool:
    """Whether somebody has, or is to have, the meeting in a calendar: people when called, a room when it is chosen."""
    return meeting.calendar_state == INVITED or bool(meeting.room_address or meeting.room_called)


def next_message(meeting: Meeting, at: datetime, *, changed: bool, new_time: bool = False) -> None:
    """The same UID, a later stamp, and the next SEQUENCE where something changed for those who have the entry.

    Until it was sent to somebody, nobody has it: the first one is number 0.
    """
    if changed and meeting.ical_stamp is not None:
        meeting.ical_sequence += 1
    if new_time:
        meeting.ical_time_sequence = meeting.ical_sequence
    meeting.ical_stamp = next_stamp(at, meeting.ical_stamp)


def tell_new_time(meeting: Meeting, news: News, *, by: Person | None, at: datetime) -> Meeting:
    """The same entry on its new time. What was answered was an answer to the old one: everybody is asked again."""
    for row in meeting.attendance.exclude(reply=""):
        row.former_reply, row.reply, row.reply_comment, row.reply_stamp = row.reply, "", "", None
        store(row, by=by, at=at, action="attendance.ask_again")
    return bring_up_to_date(meeting, by=by, at=at, news=news, new_time=True) if in_calendars(meeting) else meeting


def call_off(meeting: Meeting, reason: str, *, at: datetime) -> None:
    """A CANCEL to each mailbox that has the entry, at once."""
    invited = invited_rows(meeting)
    boxes = [Mailbox(row.called_address, row.person.name, row) for row in invited]
    boxes += [Mailbox(meeting.room_called, meeting.place)] if meeting.room_called else []
    send_cancellations(meeting, invited, boxes, reason, at=at)


@transaction.atomic
def set_room(
    meeting: Meeting,
    *,
    by: Person | None,
    at: datetime,
    place: str,
    room_state: str,
    link: str = "",
    room_address: str | None = None,
    room_reference: str = "",
    expected_version: int | None = None,
) -> Meeting:
    """Where the meeting is held, and how far the room's booking has come. A new place goes into the calendars.

    A room with a mailbox is invited as the people are, and says yes or no itself; `None` leaves the mailbox as it is.
    """
    needs(by, "meeting.invite", meeting, at)
    meeting = fresh(meeting, expected_version)
    refuse(guards.over(meeting_facts(meeting, items=(), with_effects=False)))
    if link and not link.startswith(("https://", "http://")):
        raise Refused("annex.link_wrong")
    elsewhere = (meeting.place, meeting.link) != (place.strip(), link.strip())
    meeting.place, meeting.link, meeting.room_state = place.strip(), link.strip(), room_state
    meeting.room_reference = room_reference.strip()
    known = room_at(meeting.place) if room_address is None and elsewhere else None
    if known is not None:
        meeting.room_address = known.address
    elif room_address is not None:
        meeting.room_address = room_address.strip().lower()
    store(meeting, by=by, at=at, action="meeting.room")
    if elsewhere:
        meeting = void_approval(meeting, "Mødets sted", by=by, at=at)
    if not in_calendars(meeting) or (meeting.calendar_state != INVITED and meeting.starts_at <= at):
        return meeting
    news = News("har fået et andet sted", f"Mødet holdes: {meeting.place or meeting.link}.") if elsewhere else None
    return bring_up_to_date(meeting, by=by, at=at, news=news)


def ask_room(meeting: Meeting, *, by: Person | None, at: datetime) -> Meeting:
    """A meeting that is to be held in a registered room asks its calendar at once, long before people are called."""
    room = room_at(meeting.place) if not meeting.room_address and meeting.starts_at > at else None
    if room is None:
        return meeting
    meeting.room_address = room.address
    return bring_up_to_date(meeting, by=by, at=at)


@transaction.atomic
def book_ahead(room: Room, *, by: Person, at: datetime) -> list[Meeting]:
    """Ask the room for all meetings ahead that are to be held there and that its calendar knows nothing of."""
    needs(by, "meeting.invite", None, at)
    asked = [
        ask_room(fresh(meeting), by=by, at=at)
        for meeting in unasked([room], at)[room.pk]
        if may(by, "meeting.invite", meeting, on=day_of(at))
    ]
    if not asked:
        raise Refused("room.none_to_ask", room=room.name)
    return asked


@transaction.atomic
def room_silent(meeting: Meeting, *, at: datetime) -> Meeting:
    """The room's mailbox has not answered in a day: the secretary is told. By the worker."""
    meeting = fresh(meeting)
    if meeting.room_state == RoomState.AWAITING.value:
        meeting.room_state = RoomState.NO_ANSWER.value
        store(meeting, by=None, at=at, action="meeting.room_silent")
    return meeting
