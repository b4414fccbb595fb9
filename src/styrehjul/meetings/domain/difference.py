"""What differs between two versions of an agenda, item by item and word by word.

Works on the versions' own content, after the caller has left out what the reader may not read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Json = Mapping[str, Any]
# Longer texts than this are shown as before and after: comparing every word would take too long.
MOST_WORDS = 3000
SAME, GONE, NEW = "same", "gone", "new"
TITLES = {
    "title": "Titel",
    "kind_words": "Slags",
    "responsible": "Ansvarlig",
    "minutes": "Tid",
    "access": "Adgang",
    "summary": "Resumé",
    "recommendation": "Indstilling",
    "case_presentation": "Sagsfremstilling",
    "financial_impact": "Økonomiske konsekvenser",
    "next_steps": "Videre proces",
    "content": "Indhold",
    "memos": "Notater",
    "annexes": "Bilag",
    "late_because": "Hvorfor materialet kom efter fristen",
    "history": "Sagens gang",
}
ACCESS = {"open": "Åbent punkt", "closed": "Lukket punkt", "closed_title_hidden": "Lukket punkt, også titlen"}


@dataclass(frozen=True)
class Piece:
    """Some words of a line: the same as before, gone, or new."""

    text: str
    kind: str = SAME


@dataclass(frozen=True)
class Section:
    """One part of an item that differs; a line is a row of pieces, and None stands for lines that are the same."""

    title: str
    lines: tuple[tuple[Piece, ...] | None, ...]


@dataclass(frozen=True)
class ItemDifference:
    """One item that differs. `what` is new, gone, withdrawn, changed, or hidden where the reader may not read it."""

    uuid: str
    number: int
    title: str
    what: str
    because: str = ""
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True)
class Difference:
    """What differs between two versions. `order` when the items that both have stand in another order."""

    head: tuple[Section, ...]
    items: tuple[ItemDifference, ...]
    order: bool

    @property
    def is_empty(self) -> bool:
        """Whether the two say the same."""
        return not (self.head or self.items or self.order)


def difference(
    old: Json, new: Json, *, head: Sequence[tuple[str, str, str]] = (), hidden: frozenset[str]
) -> Difference:
    """Compare two versions' content. `hidden` are the items of which the reader may only know that they differ.

    `head` gives what stands above the items as (title, before, after), in words.
    """
    was = {item["uuid"]: item for item in old["items"]}
    now = {item["uuid"]: item for item in new["items"]}
    found = [_of_item(was.get(key), item, key in hidden) for key, item in now.items()]
    found += [_gone(item, key in hidden) for key, item in was.items() if key not in now]
    common = [key for key in was if key in now]
    return Difference(
        head=tuple(_section(title, [before], [after]) for title, before, after in head if before != after),
        items=tuple(item for item in found if item is not None),
        order=common != [key for key in now if key in was],
    )


def news(old: Json, new: Json) -> dict[str, str]:
    """Which items are new, changed or withdrawn, by their key; numbers and places alone are no news."""
    was = {item["uuid"]: item for item in old["items"]}
    found = {}
    for item in new["items"]:
        before = was.get(item["uuid"])
        if before is None:
            found[item["uuid"]] = "new"
        elif "withdrawn" in item and "withdrawn" not in before:
            found[item["uuid"]] = "withdrawn"
        elif any(before.get(name) != item.get(name) for name in TITLES):
            found[item["uuid"]] = "changed"
    return found


def _of_item(old: Json | None, new: Json, hidden: bool) -> ItemDifference | None:
    named = {"uuid": new["uuid"], "number": new["number"], "title": new["title"]}
    if old == new:
        return None
    if hidden:
        return ItemDifference(**named, what="hidden")
    if "withdrawn" in new and (old is None or "withdrawn" not in old):
        return ItemDifference(**named, what="withdrawn", because=new["withdrawn"])
    before = old or {}
    sections = tuple(
        _section(title, lines_of(before, name), lines_of(new, name, before))
        for name, title in TITLES.items()
        if lines_of(before, name) != lines_of(new, name, before) and not (old is None and name == "title")
    )
    if old is None:
        return ItemDifference(**named, what="new", sections=sections)
    return ItemDifference(**named, what="changed", sections=sections) if sections else None


def _gone(item: Json, hidden: bool) -> ItemDifference:
    what = "hidden" if hidden else "gone"
    return ItemDifference(item["uuid"], item["number"], item["title"], what)


def lines_of(item: Json, name: str, before: Json | None = None) -> list[str]:
    """A part of an item as lines of text. A file that took another's place under the same name says so."""
    value = item.get(name)
    match name:
        case _ if not value:
            return []
        case "recommendation":
            return [line for point in value for line in _point(point)]
        case "memos":
            return [line for memo in value for line in (memo["title"], *_texts(memo["text"]))]
        case "annexes":
            known = {(a["title"], a["name"]): a["sha256"] for a in (before or {}).get("annexes", ())}
            return [_annex(annex, known) for annex in value]
        case "content":
            return [line for block in value.get("blocks", ()) for line in _block(block)]
        case "access":
            return [ACCESS.get(str(value), str(value))]
        case "minutes":
            return [f"{value} minutter"]
        case "history":
            return list(value)
    return _texts(str(value))


def _texts(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _point(point: Json) -> list[str]:
    return [f"at {point['text']}", *(f"Virkning: {effect['words']}" for effect in point["effects"])]


def _annex(annex: Json, known: Mapping[tuple[str, str], str]) -> str:
    key = (annex["title"], annex["name"])
    where = annex["name"] or annex["link"]
    text = f"{annex['title']} ({where})" if where and where != annex["title"] else annex["title"]
    text += " – lukket bilag" if annex["closed"] else ""
    return f"{text} – filen er en anden end før" if key in known and known[key] != annex["sha256"] else text


def _block(block: Json) -> list[str]:
    match block.get("t"):
        case "ul" | "ol":
            return [str(i["text"]) if isinstance(i, Mapping) else str(i) for i in block["items"]]
        case "table":
            return [" · ".join(str(cell) for cell in row) for row in (block["header"], *block["rows"])]
        case "img":
            return [str(block.get("alt", ""))]
    return _texts(str(block.get("text", "")))


def _section(title: str, old: Sequence[str], new: Sequence[str]) -> Section:
    lines: list[tuple[Piece, ...] | None] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            lines.append(None)
            continue
        pairs = min(b - a, d - c)
        lines += [_words(old[a + i], new[c + i]) for i in range(pairs)]
        lines += [(Piece(line, GONE),) for line in old[a + pairs : b]]
        lines += [(Piece(line, NEW),) for line in new[c + pairs : d]]
    return Section(title, tuple(lines))


def _words(old: str, new: str) -> tuple[Piece, ...]:
    """One line as it became another, with the words that went and came."""
    before, after = re.findall(r"\S+\s*", old), re.findall(r"\S+\s*", new)
    if len(before) + len(after) > MOST_WORDS:
        return Piece(old, GONE), Piece(new, NEW)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < 0.3:
        return Piece(old, GONE), Piece(new, NEW)
    pieces = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("".join(before[a:b])))
            continue
        pieces += [Piece("".join(before[a:b]), GONE)] if b > a else []
        pieces += [Piece("".join(after[c:d]), NEW)] if d > c else []
    return tuple(pieces)


def read(content: str) -> dict[str, Any]:
    """A version's content as data."""
    found: dict[str, Any] = json.loads(content)
    return found
