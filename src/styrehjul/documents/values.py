"""What a document is made of: plain values, so that this package knows nothing of meetings.

Whoever wants a PDF, a spreadsheet or a calendar message fills these and gets bytes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from styrehjul.ui import blocks


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; line breaks in the text stay line breaks."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A heading inside a text section. Level 1 is the highest a section may have."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Listing:
    """A bulleted or numbered list. An item may have blocks of its own below it."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True)
class ListItem:
    """One line of a list with what hangs below it."""

    text: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table with one row of column headings. The first cell of a row should say what the row is about."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A PNG, JPEG or WebP picture. `alt` says in words what it shows; without it no PDF is made."""

    data: bytes
    alt: str
    name: str = ""


Block = Paragraph | Heading | Listing | Table | Picture
Blocks = tuple[Block, ...]


def text_blocks(text: str) -> Blocks:
    """Blocks of what a person typed in a plain field, read the way the pages read it (`ui.blocks`)."""
    return blocks_from_json(blocks.parse(text))


def blocks_from_json(tree: Iterable[Mapping[str, Any]], pictures: Mapping[str, bytes] | None = None) -> Blocks:
    """The stored block tree as values.

    Kinds: `{"t": "p", "text"}`, `{"t": "h", "text", "level"}`, `{"t": "ul"|"ol", "items": [text | {"text",
    "blocks"}]}`, `{"t": "table", "header", "rows"}`, `{"t": "img", "file", "alt"}` where `pictures` has the bytes
    of each `file`. Anything else is a ValueError: the tree is written by us.
    """
    return tuple(_block(node, pictures or {}) for node in tree)


def _block(node: Mapping[str, Any], pictures: Mapping[str, bytes]) -> Block:
    match node["t"]:
        case "p":
            return Paragraph(str(node["text"]))
        case "h":
            return Heading(str(node["text"]), int(node.get("level", 1)))
        case "ul" | "ol" as kind:
            items = (item if isinstance(item, Mapping) else {"text": item} for item in node["items"])
            return Listing(
                tuple(ListItem(str(i["text"]), blocks_from_json(i.get("blocks", ()), pictures)) for i in items),
                ordered=kind == "ol",
            )
        case "table":
            rows = tuple(tuple(str(cell) for cell in row) for row in node["rows"])
            return Table(tuple(str(cell) for cell in node["header"]), rows)
        case "img":
            return Picture(pictures[node["file"]], str(node.get("alt", "")), str(node.get("name", "")))
    raise ValueError(f"unknown block {node['t']!r}")


@dataclass(frozen=True)
class Attachment:
    """A file that lies inside the PDF, such as the agenda as data or an annex."""

    name: str
    data: bytes
    description: str
    content_type: str = "application/json"
    # PDF/A-3 wants to know how the file relates to the document: "data", "source", "alternative" or "supplement".
    relation: str = "data"
    url: str = ""
    # False where it is only listed, with its address.
    inside: bool = True


@dataclass(frozen=True)
class Section:
    """A titled text, such as Sagsfremstilling or a notat."""

    title: str
    blocks: Blocks


@dataclass(frozen=True)
class AtSentence:
    """One sentence after "Det indstilles, at", with what it will do if it is followed."""

    text: str
    effects: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnnexLine:
    """An annex as the list of an item names it."""

    number: str
    title: str
    url: str = ""
    closed: bool = False
    remark: str = ""


@dataclass(frozen=True)
class AgendaItem:
    """An item of an agenda. A section without blocks is left out, so a standing item needs none.

    A closed item in the open edition has `closed` set, its title as the municipality wants it shown, and nothing
    else; leaving the content out is the caller's duty, not the printer's.
    """

    number: str
    title: str
    kind: str
    responsible: str = ""
    minutes: int | None = None
    closed: bool = False
    withdrawn: bool = False
    late: str = ""
    history: tuple[str, ...] = ()
    summary: Blocks = ()
    recommended_by: str = ""
    recommendation: tuple[AtSentence, ...] = ()
    case: Blocks = ()
    economy: Blocks = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Section, ...] = ()
    annexes: tuple[AnnexLine, ...] = ()


@dataclass(frozen=True)
class AgendaDoc:
    """Everything an agenda shows. `built_at` dates the file, so the same values give the same bytes."""

    municipality: str
    body: str
    meeting: str
    starts_at: datetime
    ends_at: datetime | None
    place: str
    receivers: tuple[str, ...]
    version: int
    checksum: str
    audit_head: str
    built_at: datetime
    items: tuple[AgendaItem, ...]
    edition: str = ""
    changes: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class FollowUpLine:
    """What is to be done after the meeting, by whom and by when."""

    what: str
    who: str
    due: date | None = None


@dataclass(frozen=True)
class MinutesItem:
    """An item of the minutes: the decision stands right under the indstilling.

    `movements` are comings and goings ("Mette Lund deltog ikke i behandlingen"). Without `sections` it is a
    *beslutningsreferat*.
    """

    number: str
    title: str
    kind: str
    responsible: str = ""
    closed: bool = False
    recommended_by: str = ""
    recommendation: tuple[AtSentence, ...] = ()
    outcome: str = ""
    decision_number: str = ""
    decision: Blocks = ()
    effects: tuple[str, ...] = ()
    follow_ups: tuple[FollowUpLine, ...] = ()
    minority: str = ""
    movements: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    annexes: tuple[AnnexLine, ...] = ()


@dataclass(frozen=True)
class MinutesDoc:
    """Everything the minutes show. `approval` is the sentence of how and when they were approved, or empty."""

    municipality: str
    body: str
    meeting: str
    starts_at: datetime
    ends_at: datetime | None
    place: str
    present: tuple[str, ...]
    apologies: tuple[str, ...]
    guests: tuple[str, ...]
    meeting_chair: str
    minute_taker: str
    version: int
    checksum: str
    audit_head: str
    built_at: datetime
    items: tuple[MinutesItem, ...]
    absent: tuple[str, ...] = ()
    areas_missing: tuple[str, ...] = ()
    edition: str = ""
    approval: str = ""
    corrections: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class Excerpt:
    """One decision of a body's minutes: whose and when, the item with what was recommended, and what was decided."""

    body: str
    meeting: str
    starts_at: datetime
    place: str
    item: MinutesItem
    status: str = ""
    minutes: str = ""


@dataclass(frozen=True)
class ExcerptDoc:
    """One or more decisions as they stand in the minutes (*protokoludskrift*)."""

    municipality: str
    excerpts: tuple[Excerpt, ...]
    audit_head: str
    built_at: datetime
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class PlanDeadline:
    """A deadline before or after a meeting: its heading in the plan and when it falls."""

    label: str
    at: date | datetime


@dataclass(frozen=True)
class PlanMeeting:
    """A meeting of the year's plan. `state` is shown only when there is something to say ("Flyttet")."""

    on: date
    time: str
    place: str = ""
    title: str = ""
    state: str = ""
    deadlines: tuple[PlanDeadline, ...] = ()


@dataclass(frozen=True)
class PlanBody:
    """A body's meetings of the year."""

    name: str
    meetings: tuple[PlanMeeting, ...]


@dataclass(frozen=True)
class PlanActivity:
    """Something on the wheel beside the meetings."""

    when: str
    title: str
    responsible: str = ""
    remark: str = ""


@dataclass(frozen=True)
class PlanDoc:
    """All dates and deadlines of a year, for one sheet of A4."""

    municipality: str
    title: str
    year: int
    built_at: datetime
    bodies: tuple[PlanBody, ...]
    activities: tuple[PlanActivity, ...] = ()
    remarks: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = field(default=())


@dataclass(frozen=True)
class ReportPart:
    """A heading with paragraphs and perhaps a table; `widths` are shares, `numbers` the columns set to the right."""

    heading: str
    text: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class ReportDoc:
    """A list or a one-page sheet of the portfolio."""

    municipality: str
    title: str
    built_at: datetime
    parts: tuple[ReportPart, ...]
    lead: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    lying: bool = False
    one_page: bool = False
    attachments: tuple[Attachment, ...] = field(default=())
