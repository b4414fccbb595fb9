"""An agenda version's own content made ready for the page: what the chair reads is what is hashed, nothing else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import ZONE, clock, weekday_text
from styrehjul.meetings.domain.agenda import changed_items
from styrehjul.meetings.models import AgendaVersion
from styrehjul.meetings.reading.words import capital
from styrehjul.ui import blocks

Tree = list[dict[str, Any]]


@dataclass(frozen=True)
class VersionItem:
    """One item of a version. Texts are block trees."""

    uuid: str
    number: int
    title: str
    kind: str
    line: str
    closed_note: str
    late_because: str
    course: tuple[str, ...]
    summary: Tree
    points: tuple[dict[str, Any], ...]
    case: Tree
    economy: Tree
    next_steps: Tree
    content: Tree
    memos: tuple[dict[str, Any], ...]
    annexes: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class VersionDoc:
    """One version from beginning to end."""

    when: str
    place: str
    items: tuple[VersionItem, ...]


def document(content: str) -> VersionDoc:
    """The version's canonical JSON as the page shows it, in reading order."""
    data = json.loads(content)
    head = data["head"]
    start, end = datetime.fromisoformat(head["starts_at"]), datetime.fromisoformat(head["ends_at"])
    day = weekday_text(start.astimezone(ZONE).date(), year=True)
    return VersionDoc(
        when=f"{capital(day)} kl. {clock(start)}–{clock(end)}",
        place=head.get("place", ""),
        items=tuple(_item(item) for item in data["items"]),
    )


def _item(item: dict[str, Any]) -> VersionItem:
    parts = [capital(item["kind_words"]), item["responsible"]]
    if item["minutes"]:
        parts.append(_("%(n)d minutter") % {"n": item["minutes"]})
    return VersionItem(
        uuid=item["uuid"],
        number=item["number"],
        title=item["title"],
        kind=capital(item["kind_words"]),
        line=" · ".join(part for part in parts if part),
        closed_note="" if item["access"] == "open" else _("Lukket punkt: står kun i medlemmernes udgave."),
        late_because=item["late_because"],
        course=tuple(item["history"]),
        summary=blocks.parse(item["summary"]),
        points=tuple(item["recommendation"]),
        case=blocks.parse(item["case_presentation"]),
        economy=blocks.parse(item["financial_impact"]),
        next_steps=blocks.parse(item["next_steps"]),
        content=(item["content"] or {}).get("blocks", []),
        memos=tuple({"title": memo["title"], "text": blocks.parse(memo["text"])} for memo in item["memos"]),
        annexes=tuple(item["annexes"]),
    )


def changes(version: AgendaVersion, versions: Sequence[AgendaVersion]) -> tuple[AgendaVersion | None, list[str]]:
    """The version before this one, and what differs between them in words."""
    before = next((other for other in reversed(versions) if other.number < version.number), None)
    return before, changed_items(before.content, version.content) if before else []
