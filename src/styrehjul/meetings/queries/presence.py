"""Who was there at each item, and which items a person is kept from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from styrehjul.kernel.danish import clock
from styrehjul.meetings.domain.presence import BARRED, IN_THE_ROOM, Presence, words
from styrehjul.meetings.models import ItemPresence, Meeting, Treatment
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.people.queries import remembered


def barred_items(person: Person, on: date) -> frozenset[int]:
    """Treatments that the person may not take part in, asked once per request."""
    kinds = [kind.value for kind in BARRED]
    rows = ItemPresence.objects.filter(person=person, kind__in=kinds)
    found: frozenset[int] = remembered(
        person, "barred", on, lambda: frozenset(rows.values_list("treatment_id", flat=True))
    )
    return found


def barred_at(person: Person, meeting_id: int, on: date) -> bool:
    """Whether the person is kept from any item of the meeting, and so from its whole papers."""
    barred = barred_items(person, on)
    return bool(barred) and Treatment.objects.filter(pk__in=barred, meeting=meeting_id).exists()


def of_the_body(person: Person, meeting: Meeting, on: date) -> bool:
    """Whether the person reads the meeting's papers whole, closed content too: at the table, or preparing it.

    Not one who is kept from an item of it: the whole papers hold that item too, so they get the open edition.
    """
    if not any(may(person, action, meeting, on=on) for action in ("topic.add", "agenda.prepare")):
        return False
    return not barred_at(person, meeting.pk, on)


def presence_of(items: Iterable[Treatment]) -> dict[int, list[ItemPresence]]:
    """Treatment key -> what is noted of people there, in the order it happened. One query."""
    found: dict[int, list[ItemPresence]] = {}
    for row in ItemPresence.objects.filter(treatment__in=[item.pk for item in items]).select_related("person"):
        found.setdefault(row.treatment_id, []).append(row)
    return found


def presence_words(row: ItemPresence) -> str:
    """The row as the minutes tell it."""
    kind = Presence(row.kind)
    at = clock(row.noted_at) if kind in IN_THE_ROOM else ""
    return words(kind, row.called, at, row.note)
