"""A seminar from its hours to the day itself: programme, sign-up with a waiting list, calendar entries and tasks."""

from __future__ import annotations

from datetime import date, datetime, time

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import remove, store
from styrehjul.documents.calendar import new_uid, next_stamp
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.mails.invitations import host
from styrehjul.people.actions import day_of, permit
from styrehjul.people.models import Person
from styrehjul.wheel.domain import seminars as rules
from styrehjul.wheel.domain.seminars import Place, SignUp
from styrehjul.wheel.letters import call, call_off, tell_waiting
from styrehjul.wheel.models import Occurrence, Seminar, SeminarParticipant, SeminarPoint, SeminarTask


@transaction.atomic
def plan_seminar(
    occurrence: Occurrence,
    *,
    starts_at: time,
    ends_at: time,
    capacity: int | None = None,
    sign_up_until: date | None = None,
    expected_version: int | None = None,
    by: Person | None,
    at: datetime,
) -> Seminar:
    """Write the hours and the seats. The first time suggests the usual tasks; more seats move the waiting list up."""
    permit(by, "occurrence.change", occurrence, at=at)
    seminar = Seminar.objects.select_for_update().filter(occurrence=occurrence).first()
    is_new = seminar is None
    if seminar is None:
        seminar = Seminar(occurrence=occurrence)
    else:
        same_version(seminar, expected_version)
    if ends_at <= starts_at:
        raise Refused("seminar.ends_first")
    was = (seminar.starts_at, seminar.ends_at)
    seminar.starts_at, seminar.ends_at = starts_at, ends_at
    seminar.capacity, seminar.sign_up_until = capacity, sign_up_until
    store(seminar, by=by, at=at, action="seminar.plan")
    if is_new:
        _suggest(seminar, by=by, at=at)
    else:
        _move_up(seminar, by=by, at=at)
        if was != (starts_at, ends_at):
            follow_change(occurrence, by=by, at=at)
    return seminar


def _suggest(seminar: Seminar, *, by: Person | None, at: datetime) -> None:
    on = seminar.occurrence.on
    if on is None:
        return
    for title, days in rules.SUGGESTED:
        task = SeminarTask(seminar=seminar, title=title, responsible=by, days=days, due=rules.due_of(on, days))
        store(task, by=by, at=at, action="seminar_task.add")


@transaction.atomic
def add_point(
    seminar: Seminar, *, starts_at: time, ends_at: time, title: str, who: str = "", by: Person | None, at: datetime
) -> SeminarPoint:
    """A point of the programme, inside the day's hours."""
    permit(by, "occurrence.change", seminar.occurrence, at=at)
    if ends_at <= starts_at:
        raise Refused("seminar.ends_first")
    if rules.outside(starts_at, ends_at, seminar.starts_at, seminar.ends_at):
        raise Refused("seminar.point_outside", first=f"{seminar.starts_at:%H.%M}", last=f"{seminar.ends_at:%H.%M}")
    point = SeminarPoint(seminar=seminar, starts_at=starts_at, ends_at=ends_at, title=title.strip(), who=who.strip())
    store(point, by=by, at=at, action="seminar_point.add")
    return point


@transaction.atomic
def remove_point(point: SeminarPoint, *, by: Person | None, at: datetime) -> None:
    """Take a point off the programme."""
    permit(by, "occurrence.change", point.seminar.occurrence, at=at)
    remove(point, by=by, at=at, action="seminar_point.remove")


@transaction.atomic
def add_task(
    seminar: Seminar, *, title: str, due: date, responsible: Person | None = None, by: Person | None, at: datetime
) -> SeminarTask:
    """Something to be done; it moves with the seminar's date."""
    permit(by, "occurrence.change", seminar.occurrence, at=at)
    on = seminar.occurrence.on
    if on is None:
        raise Refused("seminar.lacks_date")
    task = SeminarTask(seminar=seminar, title=title.strip(), responsible=responsible, due=due, days=(on - due).days)
    store(task, by=by, at=at, action="seminar_task.add")
    return task


@transaction.atomic
def finish_task(task: SeminarTask, *, by: Person | None, at: datetime) -> SeminarTask:
    """It is done, or once more not done."""
    permit(by, "seminar_task.finish", task, at=at)
    task = SeminarTask.objects.select_for_update().get(pk=task.pk)
    task.done_at = None if task.done_at else at
    store(task, by=by, at=at, action="seminar_task.finish")
    return task


@transaction.atomic
def give_task(task: SeminarTask, person: Person | None, *, by: Person | None, at: datetime) -> SeminarTask:
    """Somebody takes it on."""
    permit(by, "occurrence.change", task.seminar.occurrence, at=at)
    task = SeminarTask.objects.select_for_update().get(pk=task.pk)
    task.responsible = person
    store(task, by=by, at=at, action="seminar_task.give")
    return task


@transaction.atomic
def remove_task(task: SeminarTask, *, by: Person | None, at: datetime) -> None:
    """It is not needed after all."""
    permit(by, "occurrence.change", task.seminar.occurrence, at=at)
    remove(task, by=by, at=at, action="seminar_task.remove")


def facts_of(seminar: Seminar) -> SignUp:
    """What the rules ask of a seminar."""
    occurrence = seminar.occurrence
    return SignUp(occurrence.on, seminar.open_since is not None, seminar.sign_up_until, occurrence.status)


@transaction.atomic
def open_sign_up(seminar: Seminar, *, by: Person | None, at: datetime) -> Seminar:
    """Let people sign up, or stop it again; those who have signed up keep their seat."""
    permit(by, "occurrence.change", seminar.occurrence, at=at)
    row = _locked(seminar)
    if row.open_since is None and (reasons := rules.lacks_for_opening(facts_of(row), day_of(at))):
        raise Refused.because(reasons)
    row.open_since = None if row.open_since else at
    store(row, by=by, at=at, action="seminar.open")
    return row


@transaction.atomic
def sign_up(seminar: Seminar, *, by: Person, at: datetime) -> SeminarParticipant:
    """A seat while there is one, else a place on the waiting list. Signed up already: nothing changes."""
    permit(by, "seminar.join", seminar, at=at)
    row = _locked(seminar)
    if reasons := rules.lacks_for_signing(facts_of(row), day_of(at)):
        raise Refused.because(reasons)
    there = SeminarParticipant.objects.select_for_update().filter(seminar=row, person=by).first()
    if there is not None and there.place != Place.GONE:
        return there
    participant = there or SeminarParticipant(seminar=row, person=by)
    participant.place = rules.place_for(_seats(row), row.capacity).value
    participant.signed_at = at
    store(participant, by=by, at=at, action="seminar.sign_up")
    if participant.place == Place.SEAT:
        _in_calendar(row, [participant], by=by, at=at)
    else:
        tell_waiting(row, by, at=at)
    return participant


@transaction.atomic
def withdraw(seminar: Seminar, *, by: Person, at: datetime) -> None:
    """The seat is free again, and goes to the first who waits. The calendar entry is taken out."""
    permit(by, "seminar.join", seminar, at=at)
    row = _locked(seminar)
    there = SeminarParticipant.objects.select_for_update().filter(seminar=row, person=by).first()
    if there is None or there.place == Place.GONE:
        raise Refused("seminar.not_signed")
    had_seat = there.place == Place.SEAT
    there.place = Place.GONE.value
    store(there, by=by, at=at, action="seminar.withdraw")
    if had_seat and row.occurrence.on is not None:
        row.ical_stamp = next_stamp(at, row.ical_stamp)
        store(row, by=by, at=at, action="seminar.call")
        call_off(row, [by], removed=True, at=at)
    _move_up(row, by=by, at=at)


def _move_up(seminar: Seminar, *, by: Person | None, at: datetime) -> None:
    waiting = {row.pk: row for row in seminar.participants.filter(place=Place.WAITING.value)}
    lucky = [waiting[key] for key in rules.moved_up(_seats(seminar), seminar.capacity, list(waiting))]
    for row in lucky:
        row.place = Place.SEAT.value
        store(row, by=by, at=at, action="seminar.move_up")
    if lucky:
        _in_calendar(seminar, lucky, by=by, at=at)


def _in_calendar(seminar: Seminar, people: list[SeminarParticipant], *, by: Person | None, at: datetime) -> None:
    """The entry in their calendars: the seminar's one UID, with the participant alone as attendee."""
    seminar.ical_uid = seminar.ical_uid or new_uid(host()).replace("moede-", "seminar-", 1)
    seminar.ical_stamp = next_stamp(at, seminar.ical_stamp)
    store(seminar, by=by, at=at, action="seminar.call")
    call(seminar, [row.person for row in people], changed=False, at=at)


def follow_change(occurrence: Occurrence, *, by: Person | None, at: datetime) -> None:
    """The date, hours or place changed: open tasks move with it, and the calendars of those who come are told."""
    seminar = Seminar.objects.select_for_update().filter(occurrence=occurrence).first()
    if seminar is None or occurrence.on is None:
        return
    for task in seminar.tasks.filter(done_at=None):
        due = rules.due_of(occurrence.on, task.days)
        if due != task.due:
            task.due = due
            store(task, by=by, at=at, action="seminar_task.follow")
    seminar.occurrence = occurrence
    seated = [row.person for row in seminar.participants.filter(place=Place.SEAT.value).select_related("person")]
    if seated:
        seminar.ical_sequence += 1
        seminar.ical_stamp = next_stamp(at, seminar.ical_stamp)
        store(seminar, by=by, at=at, action="seminar.call")
        call(seminar, seated, changed=True, at=at)


def follow_cancelled(occurrence: Occurrence, *, by: Person | None, at: datetime) -> None:
    """It is not held: nobody keeps it in the calendar."""
    seminar = Seminar.objects.select_for_update().filter(occurrence=occurrence).first()
    if seminar is None or occurrence.on is None:
        return
    seated = [row.person for row in seminar.participants.filter(place=Place.SEAT.value).select_related("person")]
    if seated:
        seminar.ical_sequence += 1
        seminar.ical_stamp = next_stamp(at, seminar.ical_stamp)
        store(seminar, by=by, at=at, action="seminar.call")
        call_off(seminar, seated, removed=False, at=at)


def _seats(seminar: Seminar) -> int:
    return seminar.participants.filter(place=Place.SEAT.value).count()


def _locked(seminar: Seminar) -> Seminar:
    row: Seminar = Seminar.objects.select_for_update(of=("self",)).select_related("occurrence__body").get(pk=seminar.pk)
    return row
