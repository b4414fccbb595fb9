"""An agenda made into files, outside any transaction: what the action then keeps if nothing has changed.

The canonical content is hashed first; the PDF files carry that hash. Members' and open edition are two files.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from styrehjul.audit.chain import head_hash
from styrehjul.documents import pdf, values
from styrehjul.documents.files import read_bytes
from styrehjul.documents.reading_copy import Annex as CopyAnnex
from styrehjul.documents.reading_copy import reading_copy
from styrehjul.kernel.refusal import Reason
from styrehjul.meetings.building.parts import (
    MEMBERS,
    OPEN,
    Files,
    Json,
    annexes,
    checked,
    content_section,
    hidden,
    kind,
    ordinal,
    sections,
    sentences,
    text_blocks,
)
from styrehjul.meetings.content import content_of_meeting
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.changes import lines
from styrehjul.meetings.domain.states import TreatmentState
from styrehjul.meetings.domain.values import BuiltAgenda
from styrehjul.meetings.exporting import attachments
from styrehjul.meetings.models import Annex, Meeting
from styrehjul.meetings.queries.contents import agenda_content, open_edition
from styrehjul.meetings.queries.facts import items_of, numbers_of
from styrehjul.meetings.queries.versions import next_number


def build_agenda(meeting: Meeting, *, at: datetime) -> BuiltAgenda:
    """Build the next version: standing items get their content as of now, and the files are checked.

    What keeps a file from being readable by everybody is in `reasons`; annexes that cannot be merged are `remarks`.
    """
    frozen, number = content_of_meeting(meeting, at=at), next_number(meeting)
    content = agenda_content(meeting, number, frozen)
    return print_agenda(meeting, number, content, files_of(meeting), frozen=frozen, at=at)


def print_agenda(
    meeting: Meeting,
    number: int,
    content: str,
    files: Files,
    *,
    at: datetime,
    frozen: Mapping[int, Any] | None = None,
    reasons: Sequence[Reason] = (),
) -> BuiltAgenda:
    """The files of a version whose content is settled: both editions, checked, and the reading copy."""
    head, sha = head_hash(), hash_of(content)
    data = json.loads(content)
    made, found = [], list(reasons)
    for edition, shown in ((MEMBERS, data), (OPEN, open_edition(data))):
        attached = attachments(meeting, shown, "agenda", public=edition == OPEN)
        doc = agenda_doc(meeting, shown, sha, head, at, edition=edition, attachments=attached)
        file, lacking = checked(pdf.agenda_pdf, doc)
        made.append(file)
        found += [reason for reason in lacking if reason not in found]
    copy, remarks = _reading_copy(meeting, files, made[0], at) if made[0] else (b"", [])
    return BuiltAgenda(
        meeting_id=meeting.pk,
        number=number,
        content=content,
        sha256=sha,
        members_pdf=made[0],
        open_pdf=made[1],
        reading_copy=copy,
        frozen=frozen or {},
        reasons=tuple(found),
        remarks=tuple(remarks),
        audit_head=head,
        built_at=at,
    )


def agenda_doc(
    meeting: Meeting,
    data: Json,
    sha: str,
    audit_head: str,
    at: datetime,
    *,
    edition: str,
    attachments: Sequence[values.Attachment] = (),
) -> values.AgendaDoc:
    """A version's content as the printer takes it."""
    head = data["head"]
    return values.AgendaDoc(
        municipality=head["municipality"],
        body=head["body"],
        meeting=ordinal(meeting),
        starts_at=datetime.fromisoformat(head["starts_at"]),
        ends_at=datetime.fromisoformat(head["ends_at"]),
        place=head["place"],
        receivers=(),
        version=head["version"],
        checksum=sha,
        audit_head=audit_head,
        built_at=at,
        items=tuple(_agenda_item(item, edition) for item in data["items"]),
        edition=edition,
        changes=tuple(lines(data.get("changes", ()))),
        attachments=tuple(attachments),
    )


def _agenda_item(item: Json, edition: str) -> values.AgendaItem:
    if hidden(item, edition):
        return values.AgendaItem(str(item["number"]), item["title"], "", closed=True)
    if "withdrawn" in item:
        said = text_blocks(item["withdrawn"])
        return values.AgendaItem(str(item["number"]), item["title"], kind(item), withdrawn=True, summary=said)
    content = (item["content"] or {}).get("blocks", [])
    return values.AgendaItem(
        number=str(item["number"]),
        title=item["title"],
        kind=kind(item),
        responsible=item["responsible"],
        minutes=item["minutes"] or None,
        late=item["late_because"],
        history=tuple(item["history"]),
        summary=text_blocks(item["summary"]),
        recommendation=sentences(item),
        case=text_blocks(item["case_presentation"]),
        economy=text_blocks(item["financial_impact"]),
        sections=(*content_section(content), *sections([("Videre proces", item["next_steps"])])),
        notes=sections([(memo["title"], memo["text"]) for memo in item["memos"]]),
        annexes=annexes(item),
    )


def files_of(meeting: Meeting) -> list[tuple[str, Annex]]:
    """The agenda's annexes that are files, with the number that the version gives them."""
    items = items_of(meeting)
    numbers = numbers_of(items)
    return [
        (f"{numbers[item.pk]}.{index}", annex)
        for item in items
        if numbers[item.pk] is not None and item.state != TreatmentState.DROPPED.value
        for index, annex in enumerate(item.annexes.all(), 1)
        if annex.file is not None
    ]


def _reading_copy(meeting: Meeting, every: Files, agenda: bytes, at: datetime) -> tuple[bytes, list[Reason]]:
    """*Samlet materiale*: the members' edition and all annexes in one file to read."""
    files = [
        CopyAnnex(
            number,
            annex.title,
            annex.file.name,
            read_bytes(annex.file),
            f"{settings.PUBLIC_URL.rstrip('/')}{meeting.get_absolute_url()}",
        )
        for number, annex in every
        if annex.file
    ]
    title = f"Samlet materiale, {meeting.body.name}"
    copy = reading_copy(title=title, municipality=meeting.body.name, agenda=agenda, annexes=files, built_at=at)
    return copy.data, copy.remarks
