"""What a reader does for themselves: says that they have read, and writes notes. Neither touches what others see."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import record
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import needs
from styrehjul.meetings.models import Meeting, Note, ReadMark, Treatment
from styrehjul.meetings.queries.readers import roots_of
from styrehjul.meetings.queries.versions import dispatch_of
from styrehjul.people.models import Person

MOST = 20_000


@transaction.atomic
def mark_read(meeting: Meeting, *, by: Person, at: datetime) -> ReadMark:
    """*Jeg har læst det*: from now on only what changes after this version is new to the reader."""
    needs(by, "agenda.see", meeting, at)
    sent = dispatch_of(meeting)
    if sent is None:
        raise Refused("reading.not_sent")
    mark = ReadMark.objects.select_for_update().filter(meeting=meeting, person=by).first()
    mark = mark or ReadMark(meeting=meeting, person=by)
    mark.version, mark.at = sent.version, at
    mark.save()
    record("agenda.read", meeting, by=by, at=at, changes={"version": sent.version.number})
    return mark


@transaction.atomic
def write_note(treatment: Treatment, text: str, *, by: Person, at: datetime) -> Note | None:
    """Keep the reader's own note on the item; an empty one is taken away. None when there is no note any more.

    The chain tells neither what was written nor on which item: it is nobody else's.
    """
    needs(by, "treatment.see", treatment, at)
    said = text.replace("\r\n", "\n").strip()
    if len(said) > MOST:
        raise Refused("note.too_long", limit=MOST)
    root = roots_of([treatment])[treatment.pk]
    note = Note.objects.select_for_update().filter(person=by, treatment=root).first()
    if note is None and not said:
        return None
    record("note.write" if said else "note.remove", by=by, at=at)
    if not said and note is not None:
        note.delete()
        return None
    note = note or Note(person=by, treatment_id=root)
    note.text, note.at = said, at
    note.save()
    return note
