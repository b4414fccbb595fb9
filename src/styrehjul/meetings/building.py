"""Agendas and minutes made into files, outside any transaction: what the action then keeps if nothing has changed.

The canonical content is hashed first; the PDF files carry that hash. Members' and open edition are two files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from django.conf import settings

from styrehjul.audit.chain import head_hash
from styrehjul.documents import pdf, values
from styrehjul.documents.files import read_bytes
from styrehjul.documents.guard import check_pdf
from styrehjul.documents.reading_copy import Annex as CopyAnnex
from styrehjul.documents.reading_copy import reading_copy
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings.content import content_of_meeting
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.changes import lines
from styrehjul.meetings.domain.minutes import approved_by_chair, correction_line
from styrehjul.meetings.domain.states import Access, TreatmentState
from styrehjul.meetings.domain.values import BuiltAgenda, BuiltMinutes
from styrehjul.meetings.exporting import attachments
from styrehjul.meetings.models import Annex, Correction, Meeting
from styrehjul.meetings.queries.contents import agenda_content, minutes_content, open_edition
from styrehjul.meetings.queries.corrections import corrected_content
from styrehjul.meetings.queries.facts import items_of, numbers_of
from styrehjul.meetings.queries.versions import next_minutes_number, next_number
from styrehjul.people.models import Person
from styrehjul.ui import blocks

Json = dict[str, Any]
# The annexes that are files, with the number that the version gives them.
Files = Sequence[tuple[str, Annex]]
D = TypeVar("D", values.AgendaDoc, values.MinutesDoc)
MEMBERS, OPEN = "", "åben udgave"


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
        file, lacking = _checked(pdf.agenda_pdf, doc)
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


def build_minutes(
    meeting: Meeting, *, at: datetime, by: Person | None = None, approval: str | None = None
) -> BuiltMinutes:
    """Build the minutes as they would be approved now, by `by`, or as the sentence `approval` says ("" for a draft)."""
    number = next_minutes_number(meeting)
    if approval is None:
        approval = approved_by_chair(by.name, at) if by else ""
    return _built(meeting, number, minutes_content(meeting, number), at=at, approval=approval)


def build_correction(correction: Correction, *, at: datetime, by: Person | None) -> BuiltMinutes:
    """Build the edition of approved minutes that has this correction in its foot."""
    meeting = correction.meeting
    first = meeting.minutes_versions.select_related("approved_by").order_by("number").first()
    approval = first.approval if first else ""
    if first and first.approved_by and not approval:
        approval = approved_by_chair(first.approved_by.name, first.approved_at)
    content = corrected_content(correction, by=by, at=at)
    return _built(meeting, next_minutes_number(meeting), content, at=at, approval=approval)


def _built(meeting: Meeting, number: int, content: str, *, at: datetime, approval: str) -> BuiltMinutes:
    """Both editions of the minutes, printed and checked."""
    head, sha = head_hash(), hash_of(content)
    data = json.loads(content)
    made, reasons = [], list[Reason]()
    for edition, shown in ((MEMBERS, data), (OPEN, open_edition(data))):
        attached = attachments(meeting, shown, "minutes", public=edition == OPEN)
        doc = minutes_doc(meeting, shown, sha, head, at, approval=approval, edition=edition, attachments=attached)
        file, found = _checked(pdf.minutes_pdf, doc)
        made.append(file)
        reasons += [reason for reason in found if reason not in reasons]
    return BuiltMinutes(
        meeting_id=meeting.pk,
        number=number,
        content=content,
        sha256=sha,
        pdf=made[0],
        open_pdf=made[1],
        reasons=tuple(reasons),
        audit_head=head,
        built_at=at,
    )


def _checked(make: Callable[[D], bytes], doc: D) -> tuple[bytes, list[Reason]]:
    """The file with what the guard found; no file when it could not be set at all."""
    try:
        data = make(doc)
    except Refused as refused:
        return b"", refused.reasons
    return data, check_pdf(data)


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
        meeting=_ordinal(meeting),
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


def minutes_doc(
    meeting: Meeting,
    data: Json,
    sha: str,
    audit_head: str,
    at: datetime,
    *,
    edition: str,
    approval: str = "",
    attachments: Sequence[values.Attachment] = (),
) -> values.MinutesDoc:
    """The minutes' content as the printer takes it."""
    head = data["head"]
    there = [(a["status"], _seated(a)) for a in head["attendance"]]
    return values.MinutesDoc(
        municipality=head["municipality"],
        body=head["body"],
        meeting=_ordinal(meeting),
        starts_at=datetime.fromisoformat(head["started_at"] or head["starts_at"]),
        ends_at=datetime.fromisoformat(head["ended_at"]) if head["ended_at"] else None,
        place=head["place"],
        present=tuple(name for status, name in there if status == "present"),
        apologies=tuple(name for status, name in there if status == "apology"),
        absent=tuple(name for status, name in there if status == "absent"),
        guests=(),
        meeting_chair=head["meeting_chair"],
        minute_taker=head["minutes_taker"],
        version=head["version"],
        checksum=sha,
        audit_head=audit_head,
        built_at=at,
        items=tuple(_minutes_item(item, edition, short=bool(head.get("short"))) for item in data["items"]),
        edition=edition,
        approval=approval or "Udkast. Referatet er ikke godkendt endnu.",
        corrections=tuple(_correction(row, edition) for row in data.get("corrections", [])),
        attachments=tuple(attachments),
    )


def _correction(row: Json, edition: str) -> str:
    """A correction as a line in the foot; one about a closed item says no more than that in the open edition."""
    if edition == OPEN and row["access"] != Access.OPEN.value:
        return f"Rettelse {row['number']} til {row['item']}: lukket punkt."
    return correction_line(
        row["number"],
        row["item"],
        row["text"],
        row["because"],
        row["made_by"],
        row["approved_by"],
        datetime.fromisoformat(row["at"]),
    )


def _seated(row: Json) -> str:
    return f"{row['name']} ({row['seat']})" if row["seat"] else str(row["name"])


def _ordinal(meeting: Meeting) -> str:
    """ "2. møde 2027", or "Ekstra møde 2027"."""
    if meeting.extra:
        return f"Ekstra møde {meeting.year}"
    earlier = Meeting.objects.filter(body_id=meeting.body_id, year=meeting.year, extra=False)
    before = earlier.filter(starts_at__lt=meeting.starts_at).exclude(calendar_state="cancelled").count()
    return f"{before + 1}. møde {meeting.year}"


def _hidden(item: Json, edition: str) -> bool:
    return edition == OPEN and item["access"] != Access.OPEN.value


def _kind(item: Json) -> str:
    return "" if item["profile"] == "procedural" else str(item["kind_words"])


def _agenda_item(item: Json, edition: str) -> values.AgendaItem:
    if _hidden(item, edition):
        return values.AgendaItem(str(item["number"]), item["title"], "", closed=True)
    if "withdrawn" in item:
        said = _text(item["withdrawn"])
        return values.AgendaItem(str(item["number"]), item["title"], _kind(item), withdrawn=True, summary=said)
    content = (item["content"] or {}).get("blocks", [])
    return values.AgendaItem(
        number=str(item["number"]),
        title=item["title"],
        kind=_kind(item),
        responsible=item["responsible"],
        minutes=item["minutes"] or None,
        late=item["late_because"],
        history=tuple(item["history"]),
        summary=_text(item["summary"]),
        recommendation=_sentences(item),
        case=_text(item["case_presentation"]),
        economy=_text(item["financial_impact"]),
        sections=(*_content(content), *_sections([("Videre proces", item["next_steps"])])),
        notes=_sections([(memo["title"], memo["text"]) for memo in item["memos"]]),
        annexes=_annexes(item),
    )


def _minutes_item(item: Json, edition: str, *, short: bool = False) -> values.MinutesItem:
    if _hidden(item, edition):
        return values.MinutesItem(str(item["number"]), item["title"], "", closed=True)
    result = item["result"]
    text = result["text"] or (
        f"{result['outcome_words']}. {result['left_because']}".strip() if result["outcome"] else ""
    )
    content = [*(item["content"] or {}).get("blocks", []), *(item["content"] or {}).get("held", [])]
    sections = _sections([
        ("Resumé", item["summary"]),
        ("Sagsfremstilling", item["case_presentation"]),
        ("Økonomiske konsekvenser", item["financial_impact"]),
        ("Videre proces", item["next_steps"]),
    ])  # fmt: skip
    sections = (*sections, *_content(content), *_sections([(memo["title"], memo["text"]) for memo in item["memos"]]))
    return values.MinutesItem(
        number=str(item["number"]),
        title=item["title"],
        kind=_kind(item),
        responsible=item["responsible"],
        recommendation=_sentences(item),
        # The words of a followed recommendation say it themselves; said twice it reads like two decisions.
        outcome="" if text.startswith(result["outcome_words"]) else result["outcome_words"],
        decision_number=result["number"],
        decision=_text(text) + _changes(result),
        movements=(*([item["ad_hoc"]] if "ad_hoc" in item else []), *item.get("presence", ())),
        effects=tuple(_effect(effect) for effect in result["effects"]),
        follow_ups=tuple(
            values.FollowUpLine(f["text"], f["who"], date.fromisoformat(f["due"]) if f["due"] else None)
            for f in result["follow_ups"]
        ),
        sections=() if short else sections,
        annexes=_annexes(item),
    )


def _changes(result: Json) -> values.Blocks:
    """What the decision was changed to after the meeting, and the earlier decision that it revokes."""
    lines = [
        f"Ændret efter mødet: {change['text']}\n\nBegrundelse: {change['because']}"
        for change in result.get("changes", [])
    ]
    lines += [f"Ophæver beslutning {result['revokes']}."] if result.get("revokes") else []
    return _text("\n\n".join(lines)) if lines else ()


def _effect(effect: Json) -> str:
    words = effect["words"][:1].upper() + effect["words"][1:]
    state = {"conflict": "kunne ikke gennemføres", "dropped": "frafaldet"}.get(effect["state"], "")
    return f"{words} ({': '.join(filter(None, (state, effect['because'])))})" if state else words


def _text(text: str) -> values.Blocks:
    return values.blocks_from_json(blocks.parse(text))


def _content(tree: Sequence[Json]) -> tuple[values.Section, ...]:
    """What a standing item says by itself."""
    return (values.Section("Indhold", values.blocks_from_json(tree)),) if tree else ()


def _sections(pairs: Sequence[tuple[str, str]]) -> tuple[values.Section, ...]:
    return tuple(values.Section(title, _text(text)) for title, text in pairs if text.strip())


def _sentences(item: Json) -> tuple[values.AtSentence, ...]:
    return tuple(
        values.AtSentence(point["text"], tuple(effect["words"] for effect in point["effects"]))
        for point in item["recommendation"]
    )


def _annexes(item: Json) -> tuple[values.AnnexLine, ...]:
    return tuple(
        values.AnnexLine(
            f"{item['number']}.{annex['number']}", annex["title"], url=annex["link"], closed=annex["closed"]
        )
        for annex in item["annexes"]
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
