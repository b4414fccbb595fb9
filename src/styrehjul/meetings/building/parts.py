"""What agendas and minutes share when they are printed: the pieces of an item, and the check of the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from styrehjul.documents import values
from styrehjul.documents.guard import check_pdf
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings.domain.states import Access
from styrehjul.meetings.models import Annex, Meeting
from styrehjul.ui import blocks

Json = dict[str, Any]
# The annexes that are files, with the number that the version gives them.
Files = Sequence[tuple[str, Annex]]
D = TypeVar("D", values.AgendaDoc, values.MinutesDoc)
MEMBERS, OPEN = "", "åben udgave"


def checked(make: Callable[[D], bytes], doc: D) -> tuple[bytes, list[Reason]]:
    """The file with what the guard found; no file when it could not be set at all."""
    try:
        data = make(doc)
    except Refused as refused:
        return b"", refused.reasons
    return data, check_pdf(data)


def ordinal(meeting: Meeting) -> str:
    """ "2. møde 2027", or "Ekstra møde 2027"."""
    if meeting.extra:
        return f"Ekstra møde {meeting.year}"
    earlier = Meeting.objects.filter(body_id=meeting.body_id, year=meeting.year, extra=False)
    before = earlier.filter(starts_at__lt=meeting.starts_at).exclude(calendar_state="cancelled").count()
    return f"{before + 1}. møde {meeting.year}"


def hidden(item: Json, edition: str) -> bool:
    return edition == OPEN and item["access"] != Access.OPEN.value


def kind(item: Json) -> str:
    return "" if item["profile"] == "procedural" else str(item["kind_words"])


def text_blocks(text: str) -> values.Blocks:
    return values.blocks_from_json(blocks.parse(text))


def content_section(tree: Sequence[Json]) -> tuple[values.Section, ...]:
    """What a standing item says by itself."""
    return (values.Section("Indhold", values.blocks_from_json(tree)),) if tree else ()


def sections(pairs: Sequence[tuple[str, str]]) -> tuple[values.Section, ...]:
    return tuple(values.Section(title, text_blocks(text)) for title, text in pairs if text.strip())


def sentences(item: Json) -> tuple[values.AtSentence, ...]:
    return tuple(
        values.AtSentence(point["text"], tuple(effect["words"] for effect in point["effects"]))
        for point in item["recommendation"]
    )


def annexes(item: Json) -> tuple[values.AnnexLine, ...]:
    return tuple(
        values.AnnexLine(
            f"{item['number']}.{annex['number']}", annex["title"], url=annex["link"], closed=annex["closed"]
        )
        for annex in item["annexes"]
    )
