"""A Word file as text: its headings, paragraphs, lists and tables, and what was left out of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from styrehjul.documents import child
from styrehjul.documents.uploads import check_office
from styrehjul.kernel.refusal import Refused

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Left:
    """Something in the file that is not taken.

    `kind`: "inserted" and "deleted" (tracked changes), "comment", "footnote", "box", "hidden" or "picture".
    """

    kind: str
    who: str
    text: str


@dataclass(frozen=True)
class WordText:
    """What a Word file says.

    Nodes: `{"t": "title"|"h"|"p"|"li"|"table"}` with `text`, `level` (headings from 1, points from 0), `ordered`,
    `style` (of a paragraph, in small letters), and `rows` of a table.
    """

    nodes: tuple[Mapping[str, Any], ...]
    left: tuple[Left, ...]


def read_word(data: bytes, *, name: str = "") -> WordText:
    """Read a .docx within the limits of every upload, in a process of its own.

    Raises Refused: word.unreadable, word.too_long, file.slow, and what `documents.uploads` refuses.
    """
    check_office(data, "wordprocessingml.document")
    try:
        answer, _ = child.run("word", {}, [data])
    except Refused as refusal:
        raise Refused(refusal.code, **({"name": name} | refusal.facts)) from refusal
    left = tuple(Left(row["kind"], row["who"], row["text"]) for row in answer["left"])
    return WordText(tuple(answer["nodes"]), left)
