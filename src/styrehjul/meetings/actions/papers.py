"""Files beside an item and a meeting: the Word file its text was read from, and the records system's receipt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import record, store
from styrehjul.documents.files import path_of
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.annexes import add_annex
from styrehjul.meetings.actions.common import fresh, needs
from styrehjul.meetings.actions.items import edit_item
from styrehjul.meetings.domain.values import MemoText, PointText
from styrehjul.meetings.models import Meeting, RecordFiling, Treatment, WorkingPaper
from styrehjul.meetings.queries.filing import documents_to_file
from styrehjul.meetings.queries.papers import unread_words
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person


@transaction.atomic
def read_in_word(
    treatment: Treatment,
    *,
    file: StoredFile,
    by: Person,
    at: datetime,
    expected_version: int,
    fields: Mapping[str, Any],
    points: Sequence[PointText] | None = None,
    memos: Sequence[MemoText] | None = None,
    as_annex: bool = False,
) -> Treatment:
    """*Indlæs fra Word*: the sections that were confirmed become the item's, and the file is kept as its working paper.

    With `as_annex` the file is an annex too: its pictures, which no text field can hold, are then with the item.

    As `edit_item`: Refused("stale") when somebody wrote meanwhile, and what the chair has approved falls.
    """
    item = edit_item(
        treatment, by=by, at=at, expected_version=expected_version, fields=fields, points=points, memos=memos
    )
    WorkingPaper.objects.create(treatment=item, file=file, added_at=at, added_by=by)
    record("treatment.read_word", item, by=by, at=at, changes={"file": str(file.uuid), "sha256": file.sha256})
    if as_annex:
        add_annex(item, title=file.name.rpartition(".")[0], file=file, by=by, at=at)
    return item


@transaction.atomic
def forget_unread_words(at: datetime) -> int:
    """Word files that somebody looked at and never read in are nobody's after a day. How many were forgotten."""
    gone = list(unread_words(at))
    for file in gone:
        identity = file.uuid
        file.delete()
        transaction.on_commit(lambda identity=identity: path_of(identity).unlink(missing_ok=True))  # type: ignore[misc]
    if gone:
        record("word.forget", by=None, at=at, changes={"files": len(gone)})
    return len(gone)


@transaction.atomic
def file_document(
    meeting: Meeting,
    *,
    kind: str,
    number: int,
    record_number: str,
    filed_on: date,
    by: Person,
    at: datetime,
    expected_version: int | None = None,
) -> RecordFiling:
    """*Journaliseret*: the records system has the document, under that case number and from that day.

    Entered once per document; entered again it is a correction, and both stand in the history. Refused: filing.unknown,
    filing.no_number, filing.too_early, filing.too_late.
    """
    needs(by, "filing.enter", meeting, at)
    document = next((row for row in documents_to_file([meeting]) if (row.kind, row.number) == (kind, number)), None)
    if document is None:
        raise Refused("filing.unknown")
    if not record_number.strip():
        raise Refused("filing.no_number")
    if filed_on < day_of(document.made_at):
        raise Refused("filing.too_early", made=day_of(document.made_at))
    if filed_on > day_of(at):
        raise Refused("filing.too_late")
    found = RecordFiling.objects.filter(meeting=meeting, kind=kind, number=number).first()
    filing = fresh(found, expected_version) if found else RecordFiling(meeting=meeting, kind=kind, number=number)
    filing.record_number, filing.filed_on, filing.filed_by = record_number.strip()[:60], filed_on, by
    store(filing, by=by, at=at, action="filing.enter")
    return filing
