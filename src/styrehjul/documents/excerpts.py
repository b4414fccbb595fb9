"""Decisions taken out of the minutes (*protokoludskrift*), as PDF/UA-1 and PDF/A-3a with their data inside."""

from __future__ import annotations

from datetime import datetime

from styrehjul.documents import values
from styrehjul.documents.pdf import minutes_item, when_of
from styrehjul.documents.sheet import Json, Sheet, labels_of
from styrehjul.kernel.danish import ZONE, clock, day_text


def excerpt_pdf(doc: values.ExcerptDoc) -> bytes:
    """One decision, or several after each other, each with what was recommended, what it does and who follows it up.

    Raises Refused("pdf.not_accessible") as the minutes do.
    """
    sheet = Sheet(doc)
    labels = labels_of()
    excerpts = [_excerpt(sheet, excerpt) for excerpt in doc.excerpts]
    sheet.at()
    numbers = [excerpt.item.decision_number for excerpt in doc.excerpts if excerpt.item.decision_number]
    built = f"{day_text(doc.built_at.astimezone(ZONE).date())} {labels['clock']} {clock(doc.built_at)}"
    content: Json = {
        "lead": sheet.text(f"{doc.municipality} · {labels['built'].lower()} {built}"),
        "excerpts": excerpts,
        "seal": [[labels["audit_head"], sheet.text(doc.audit_head)]],
    }
    told = numbers[0] if len(numbers) == 1 else f"{len(doc.excerpts)} beslutninger"
    title = f"{labels['excerpt']}, {told}"
    return sheet.compile("excerpt.typ", sheet.framed(title, title, content))


def _excerpt(sheet: Sheet, excerpt: values.Excerpt) -> Json:
    labels = labels_of()
    item = minutes_item(sheet, excerpt.item)
    sheet.at()
    facts = [
        (labels["body_name"], excerpt.body),
        (labels["meeting"], f"{_day(excerpt.starts_at)}{f', {excerpt.meeting}' if excerpt.meeting else ''}"),
        (labels["place"], excerpt.place),
        (labels["item"], excerpt.item.number),
        (labels["status"], excerpt.status),
        (labels["minutes_state"], excerpt.minutes),
    ]
    return {"item": item, "facts": [[name, sheet.text(value)] for name, value in facts if value]}


def _day(moment: datetime) -> str:
    return when_of(moment, None)
