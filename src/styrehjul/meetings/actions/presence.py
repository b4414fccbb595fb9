"""Who is there at one item: noted while the meeting runs, or ahead for those who may not take part."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs
from styrehjul.meetings.domain.presence import BARRED, Presence
from styrehjul.meetings.domain.states import MinutesState
from styrehjul.meetings.models import ItemPresence, Treatment
from styrehjul.meetings.queries.seats import leader_of, secretary_of
from styrehjul.people.models import Person


@transaction.atomic
def note_presence(
    treatment: Treatment,
    *,
    kind: Presence | str,
    person: Person | None = None,
    name: str = "",
    note: str = "",
    by: Person,
    at: datetime,
) -> ItemPresence:
    """Note that somebody came, left, is a guest, or may not take part; noted again it changes nothing.

    One who is inhabil or kept out loses the item, its annexes and the draft of its decision from this moment on. The
    one who leads cannot be marked while leading: somebody else must be named to lead first.
    """
    needs(by, "presence.note", treatment, at)
    item = fresh(treatment)
    made = _kind(kind)
    _refuse_wrong_time(item, made)
    called = " ".join(name.split())[:160]
    if person is None and (not called or made is not Presence.GUEST):
        raise Refused("presence.nobody")
    if person is not None and made in BARRED:
        _refuse_needed(item, person)
    found = ItemPresence.objects.filter(treatment=item, kind=made.value)
    row = found.filter(person=person).first() if person else found.filter(name=called).first()
    if row is None:
        row = ItemPresence(treatment=item, person=person, name="" if person else called, kind=made.value, noted_at=at)
    elif row.note == note.strip()[:200]:
        return row
    row.note = note.strip()[:200]
    store(row, by=by, at=at, action="presence.note")
    return row


@transaction.atomic
def forget_presence(row: ItemPresence, *, by: Person, at: datetime) -> None:
    """What was noted by mistake is taken away again; the history keeps it."""
    needs(by, "presence.note", row.treatment, at)
    item = fresh(row.treatment)
    _refuse_wrong_time(item, _kind(row.kind))
    remove(row, by=by, at=at, action="presence.remove")


def _kind(kind: Presence | str) -> Presence:
    try:
        return Presence(kind)
    except ValueError:
        raise Refused("presence.unknown") from None


def _refuse_wrong_time(item: Treatment, kind: Presence) -> None:
    if item.meeting is None:
        raise Refused("item.no_meeting", title=item.title)
    running = item.meeting.minutes_state == MinutesState.DRAFT.value
    before = item.meeting.minutes_state == MinutesState.NONE.value and kind in (*BARRED, Presence.GUEST)
    if not running and not before:
        raise Refused("presence.not_now")


def _refuse_needed(item: Treatment, person: Person) -> None:
    """Those without whom the item cannot be treated at all step aside by being replaced first."""
    assert item.meeting is not None
    if item.meeting.minutes_state == MinutesState.DRAFT.value and person == leader_of(item.meeting):
        raise Refused("presence.leads", name=person.name)
    if person in (secretary_of(item.meeting), item.meeting.minutes_taker):
        raise Refused("presence.writes", name=person.name)
