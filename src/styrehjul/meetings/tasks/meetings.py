"""What meetings do by themselves as time passes. Each may be run again at any time."""

from __future__ import annotations

from datetime import datetime

from django.core.cache import cache
from django.db import IntegrityError
from django.utils import timezone

from styrehjul.audit.unit import run
from styrehjul.bodies.models import Municipality
from styrehjul.bodies.queries import calendar
from styrehjul.documents.replies import read_answer
from styrehjul.kernel.danish import ZONE
from styrehjul.mail import inbox
from styrehjul.meetings.actions import (
    ask_for_items,
    close_for_items,
    follow_seats,
    give_up_test,
    room_silent,
    settle_circulation,
    silent_since,
    take_answer,
    take_on,
)
from styrehjul.meetings.actions.answers import Arrived
from styrehjul.meetings.actions.papers import forget_unread_words
from styrehjul.meetings.actions.reminding import remind
from styrehjul.meetings.domain.matters import CirculationState
from styrehjul.meetings.domain.reminders import FROM_HOUR
from styrehjul.meetings.domain.states import AgendaState, CalendarState
from styrehjul.meetings.models import Circulation, DigestDay, Meeting
from styrehjul.meetings.queries.answers import calendar_changes, called_and_ahead, silent_rooms
from styrehjul.meetings.queries.calls import uncalled
from styrehjul.meetings.queries.facts import ITEMS_CLOSED
from styrehjul.meetings.queries.papers import unread_words
from styrehjul.meetings.queries.rooms import silent_tests

# The worker turns every few seconds; seats and mailboxes are looked at once a minute, by one worker.
A_WHILE = 55


def run_once(at: datetime | None = None) -> int:
    """What is due now; how much was done."""
    moment = at or timezone.now()
    done = close_agendas(moment) + call_for_items(moment) + settle_in_writing(moment) + take_silence_for_yes(moment)
    if cache.add("meetings-turn", 1, timeout=A_WHILE):
        done += keep_calendars(moment) + give_up_on_rooms(moment) + take_answers(moment) + remind_people(moment)
        done += forget_words(moment)
    return done


def close_agendas(at: datetime) -> int:
    """Close agendas whose date for items has passed. How many were closed."""
    due = Meeting.objects.filter(
        agenda_state=AgendaState.OPEN.value,
        deadlines__code=ITEMS_CLOSED,
        deadlines__at__lte=at,
        starts_at__gt=at,
        before_use=False,
    ).exclude(calendar_state=CalendarState.CANCELLED.value)
    meetings = list(due.distinct())
    for meeting in meetings:
        run(lambda meeting=meeting: close_for_items(meeting, by=None, at=at))  # type: ignore[misc]  # bound at once
    return len(meetings)


def call_for_items(at: datetime) -> int:
    """Ask for items where the day for it has come. How many meetings were asked for."""
    meetings = uncalled(at) if at.astimezone(ZONE).time() >= FROM_HOUR else []
    for meeting in meetings:
        run(lambda meeting=meeting: ask_for_items(meeting, by=None, at=at))  # type: ignore[misc]  # bound at once
    return len(meetings)


def settle_in_writing(at: datetime) -> int:
    """Written procedures whose deadline has passed come to what the answers say. How many were settled."""
    due = list(Circulation.objects.filter(state=CirculationState.OPEN.value, due_at__lt=at))
    for row in due:
        run(lambda row=row: settle_circulation(row, at=at))  # type: ignore[misc]  # bound at once
    return len(due)


def take_silence_for_yes(at: datetime) -> int:
    """Items that nobody has said no to for two working days are taken on. How many were."""
    items = silent_since(at)
    for item in items:
        run(lambda item=item: take_on(item, by=None, at=at))  # type: ignore[misc]  # bound at once
    return len(items)


def keep_calendars(at: datetime) -> int:
    """Call those who have got a seat since the invitation, and take out those who have lost theirs."""
    changed = [meeting for meeting in called_and_ahead(at) if calendar_changes(meeting)]
    for meeting in changed:
        run(lambda meeting=meeting: follow_seats(meeting, at=at))  # type: ignore[misc]  # bound at once
    return len(changed)


def give_up_on_rooms(at: datetime) -> int:
    """Rooms that have not answered in a day are told to the secretary; a test of one ends. How many."""
    silent = silent_rooms(at)
    for meeting in silent:
        run(lambda meeting=meeting: room_silent(meeting, at=at))  # type: ignore[misc]  # bound at once
    tests = silent_tests(at)
    for test in tests:
        run(lambda test=test: give_up_test(test, at=at))  # type: ignore[misc]  # bound at once
    return len(silent) + len(tests)


def take_answers(at: datetime) -> int:
    """Read the mailbox that calendars answer to, where one is set."""

    def take(mail: inbox.Incoming) -> str:
        answer = read_answer(mail.calendar)
        if answer is None:
            return "unknown"
        arrived = Arrived(answer=answer, sender=mail.sender, trusted=mail.trusted, source=mail.source)
        return run(lambda: take_answer(arrived, at=at))

    return inbox.fetch(take, at)


def remind_people(at: datetime) -> int:
    """The reminders of a working day, in the morning or as soon as the machine stands up. How many got one."""
    local = at.astimezone(ZONE)
    day = local.date()
    if local.time() < FROM_HOUR or Municipality.objects.first() is None or not calendar().is_working_day(day):
        return 0
    if DigestDay.objects.filter(day=day).exists():
        return 0
    try:
        return run(lambda: remind(day, at=at))
    except IntegrityError:
        return 0  # another worker came first


def forget_words(at: datetime) -> int:
    """Forget the Word files that were looked at and never read in. How many."""
    return run(lambda: forget_unread_words(at)) if unread_words(at).exists() else 0
