"""Minutes, and their corrections, made into files outside any transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime

from styrehjul.audit.chain import head_hash
from styrehjul.documents import pdf, values
from styrehjul.kernel.refusal import Reason
from styrehjul.meetings.building.parts import (
    MEMBERS,
    OPEN,
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
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.minutes import approved_by_chair, correction_line
from styrehjul.meetings.domain.states import Access
from styrehjul.meetings.domain.values import BuiltMinutes
from styrehjul.meetings.exporting import attachments
from styrehjul.meetings.models import Correction, Meeting
from styrehjul.meetings.queries.contents import minutes_content, open_edition
from styrehjul.meetings.queries.corrections import corrected_content
from styrehjul.meetings.queries.versions import next_minutes_number
from styrehjul.people.models import Person


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
        file, found = checked(pdf.minutes_pdf, doc)
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
        meeting=ordinal(meeting),
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


def _minutes_item(item: Json, edition: str, *, short: bool = False) -> values.MinutesItem:
    if hidden(item, edition):
        return values.MinutesItem(str(item["number"]), item["title"], "", closed=True)
    result = item["result"]
    text = result["text"] or (
        f"{result['outcome_words']}. {result['left_because']}".strip() if result["outcome"] else ""
    )
    content = [*(item["content"] or {}).get("blocks", []), *(item["content"] or {}).get("held", [])]
    told = sections([
        ("Resumé", item["summary"]),
        ("Sagsfremstilling", item["case_presentation"]),
        ("Økonomiske konsekvenser", item["financial_impact"]),
        ("Videre proces", item["next_steps"]),
    ])  # fmt: skip
    told = (
        *told,
        *content_section(content),
        *sections([(memo["title"], memo["text"]) for memo in item["memos"]]),
    )
    return values.MinutesItem(
        number=str(item["number"]),
        title=item["title"],
        kind=kind(item),
        responsible=item["responsible"],
        recommendation=sentences(item),
        # The words of a followed recommendation say it themselves; said twice it reads like two decisions.
        outcome="" if text.startswith(result["outcome_words"]) else result["outcome_words"],
        decision_number=result["number"],
        decision=text_blocks(text) + _changes(result),
        movements=(*([item["ad_hoc"]] if "ad_hoc" in item else []), *item.get("presence", ())),
        effects=tuple(_effect(effect) for effect in result["effects"]),
        follow_ups=tuple(
            values.FollowUpLine(f["text"], f["who"], date.fromisoformat(f["due"]) if f["due"] else None)
            for f in result["follow_ups"]
        ),
        sections=() if short else told,
        annexes=annexes(item),
    )


def _changes(result: Json) -> values.Blocks:
    """What the decision was changed to after the meeting, and the earlier decision that it revokes."""
    lines = [
        f"Ændret efter mødet: {change['text']}\n\nBegrundelse: {change['because']}"
        for change in result.get("changes", [])
    ]
    lines += [f"Ophæver beslutning {result['revokes']}."] if result.get("revokes") else []
    return text_blocks("\n\n".join(lines)) if lines else ()


def _effect(effect: Json) -> str:
    words = effect["words"][:1].upper() + effect["words"][1:]
    state = {"conflict": "kunne ikke gennemføres", "dropped": "frafaldet"}.get(effect["state"], "")
    return f"{words} ({': '.join(filter(None, (state, effect['because'])))})" if state else words
