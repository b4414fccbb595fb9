"""Word files read in the child process: what they say, in order, and apart from it what nobody has settled yet.

Tracked changes are never taken silently: the text is given as it was before them, and each is told. The same goes for
comments, footnotes, text boxes, hidden text and pictures, none of which a text field can hold.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from styrehjul.documents import child
from styrehjul.kernel.refusal import Refused

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PARAGRAPHS, CHARACTERS, DEPTH = 20_000, 1_000_000, 50
_INSIDE = frozenset(f"{W}{name}" for name in ("smartTag", "customXml", "fldSimple", "sdt", "sdtContent", "dir", "bdo"))
_INSERTED = frozenset((f"{W}ins", f"{W}moveTo"))
_DELETED = frozenset((f"{W}del", f"{W}moveFrom"))


def read(facts: child.Json, data: bytes) -> child.Json:
    """The file's paragraphs, lists and tables as nodes, and what was left out of them."""
    import docx
    from docx.opc.exceptions import OpcError

    try:
        document = docx.Document(io.BytesIO(data))
        reader = _Reader(document.part)
        nodes = list(reader.blocks(document.element.body, 0))
        reader.comments()
        return {"nodes": nodes, "left": reader.left}
    except (OpcError, SyntaxError, zipfile.BadZipFile, KeyError, ValueError, AttributeError, TypeError, RecursionError):
        raise Refused("word.unreadable") from None


class _Reader:
    """One file on its way: its styles and numbering, and what is left out."""

    def __init__(self, part: Any) -> None:
        self.part = part
        self.left: list[child.Json] = []
        self.count = self.characters = 0
        self.styles = {
            str(style.get(f"{W}styleId")): style
            for style in _all(self._related("styles"), "style")
            if style is not None
        }
        numbering = self._related("numbering")
        self.abstract = {n.get(f"{W}abstractNumId"): n for n in _all(numbering, "abstractNum")}
        self.numbers = {n.get(f"{W}numId"): _value(n.find(f"{W}abstractNumId")) for n in _all(numbering, "num")}

    def _related(self, kind: str) -> Any:
        """The root of another part of the file, or None."""
        from docx.oxml.parser import parse_xml

        for relation in self.part.rels.values():
            if relation.reltype == _RELATIONS + kind and not relation.is_external:
                return parse_xml(relation.target_part.blob)
        return None

    def leave(self, kind: str, text: str, who: str = "") -> None:
        """Tell of something that is not taken."""
        if len(self.left) < 500 and (text.strip() or kind == "picture"):
            self.left.append({"kind": kind, "who": who, "text": " ".join(text.split())[:500]})

    def blocks(self, parent: Any, depth: int) -> Iterator[child.Json]:
        """The paragraphs and tables below a node, also inside content controls."""
        if depth > DEPTH:
            raise Refused("word.unreadable")
        for node in parent:
            if node.tag == f"{W}p":
                yield from self._paragraph(node)
            elif node.tag == f"{W}tbl":
                yield from self._table(node, depth)
            elif node.tag in _INSIDE:
                yield from self.blocks(node, depth + 1)
            elif node.tag in _INSERTED:
                self.leave("inserted", _raw(node), str(node.get(f"{W}author", "")))

    def _paragraph(self, node: Any) -> Iterator[child.Json]:
        text = "\n".join(" ".join(line.split()) for line in self.text(node, 0).split("\n")).strip()
        self.count += 1
        self.characters += len(text)
        if self.count > PARAGRAPHS or self.characters > CHARACTERS:
            raise Refused("word.too_long")
        if not text:
            return
        chain = list(self._chain(node))
        names = [str(_value(style.find(f"{W}name"))).casefold() for style in chain]
        level = self._heading(node, chain, names)
        if "title" in names:
            yield {"t": "title", "text": " ".join(text.split())}
        elif level:
            yield {"t": "h", "text": " ".join(text.split()), "level": level}
        elif (found := self._list(node, chain, names)) is not None:
            yield {"t": "li", "text": text} | found
        else:
            yield {"t": "p", "text": text, "style": names[0] if names else ""}

    def _chain(self, node: Any) -> Iterator[Any]:
        """The paragraph's style, the one it is based on, and so on."""
        key = _value(node.find(f"{W}pPr/{W}pStyle"))
        for _ in range(12):
            style = self.styles.get(key)
            if style is None:
                return
            yield style
            key = _value(style.find(f"{W}basedOn"))

    def _heading(self, node: Any, chain: list[Any], names: list[str]) -> int:
        for name in names:
            if name.startswith("heading ") and name[8:].isdecimal():
                return int(name[8:])
        for place in (node, *chain):
            outline = _value(place.find(f"{W}pPr/{W}outlineLvl"))
            if outline.isdecimal():
                return int(outline) + 1 if int(outline) < 9 else 0
        return 0

    def _list(self, node: Any, chain: list[Any], names: list[str]) -> child.Json | None:
        """Whether the paragraph is a point of a list, numbered or not, and how deep."""
        for place in (node, *chain):
            found = place.find(f"{W}pPr/{W}numPr")
            number = _value(found.find(f"{W}numId")) if found is not None else ""
            if number == "0":
                return None
            if found is not None and number:
                level = _value(found.find(f"{W}ilvl")) or "0"
                # "List Bullet 2" is a level of its own, whatever its numbering says.
                deep = max((int(n[-1]) - 1 for n in names if n.startswith("list ") and n[-1].isdecimal()), default=0)
                return {
                    "ordered": self._ordered(number, level),
                    "level": max(deep, int(level) if level.isdecimal() else 0),
                }
        for name in names:
            if name.startswith(("list bullet", "list number")):
                return {
                    "ordered": name.startswith("list number"),
                    "level": max(0, int(name[-1]) - 1) if name[-1].isdecimal() else 0,
                }
        return None

    def _ordered(self, number: str, level: str) -> bool:
        abstract = self.abstract.get(self.numbers.get(number))
        for found in _all(abstract, "lvl"):
            if found.get(f"{W}ilvl") == level:
                return _value(found.find(f"{W}numFmt")) not in ("bullet", "none", "")
        return False

    def text(self, node: Any, depth: int) -> str:
        """The words of a paragraph as they were before any tracked change."""
        if depth > DEPTH:
            raise Refused("word.unreadable")
        parts = []
        for found in node:
            tag = found.tag
            if tag == f"{W}r":
                parts.append(self._run(found))
            elif tag in _INSERTED:
                self.leave("inserted", _raw(found), str(found.get(f"{W}author", "")))
            elif tag in _DELETED:
                gone = _raw(found)
                self.leave("deleted", gone, str(found.get(f"{W}author", "")))
                parts.append(gone)
            elif tag == f"{W}hyperlink":
                parts.append(self._link(found, depth))
            elif tag in _INSIDE:
                parts.append(self.text(found, depth + 1))
        return "".join(parts)

    def _link(self, node: Any, depth: int) -> str:
        """A link's words, with its address where the words do not say it."""
        words = self.text(node, depth + 1)
        relation = self.part.rels.get(node.get(f"{R}id"))
        url = str(relation.target_ref) if relation is not None and relation.is_external else ""
        if not url.startswith(("https://", "http://")) or url.rstrip("/") in words or not words.strip():
            return words
        return f"{words} ({url})"

    def _run(self, node: Any) -> str:
        hidden = node.find(f"{W}rPr/{W}vanish")
        if hidden is not None and hidden.get(f"{W}val", "1") not in ("0", "false"):
            self.leave("hidden", _raw(node))
            return ""
        parts = []
        for found in node:
            tag = found.tag
            if tag in (f"{W}t", f"{W}delText"):
                parts.append(found.text or "")
            elif tag in (f"{W}tab", f"{W}ptab"):
                parts.append(" ")
            elif tag == f"{W}cr" or (tag == f"{W}br" and found.get(f"{W}type") not in ("page", "column")):
                parts.append("\n")
            elif tag == f"{W}noBreakHyphen":
                parts.append("-")
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self._note(found)
            elif tag in (f"{W}drawing", f"{W}pict", f"{W}object", f"{_ALTERNATE}AlternateContent"):
                self._drawing(found)
        return "".join(parts)

    def _note(self, reference: Any) -> None:
        kind = "footnotes" if reference.tag == f"{W}footnoteReference" else "endnotes"
        wanted = reference.get(f"{W}id")
        for note in _all(self._related(kind), kind[:-1]):
            if note.get(f"{W}id") == wanted:
                self.leave("footnote", _raw(note))

    def _drawing(self, node: Any) -> None:
        boxes = list(node.iter(f"{W}txbxContent"))
        if boxes:
            # Word writes a box twice, for new readers and for old ones.
            self.leave("box", _raw(boxes[0]))
            return
        described = next(node.iter(_PICTURE), None)
        self.leave("picture", str(described.get("descr") or "") if described is not None else "")

    def _table(self, node: Any, depth: int) -> Iterator[child.Json]:
        rows = []
        for row in node.iter(f"{W}tr"):
            if _table_of(row) is not node:
                continue
            cells: list[str] = []
            for cell in _cells(row):
                words = " ".join(_words(block) for block in self.blocks(cell, depth + 1)) if not _merged(cell) else ""
                span = _value(cell.find(f"{W}tcPr/{W}gridSpan"))
                cells += [words, *[""] * (min(int(span), 50) - 1 if span.isdecimal() else 0)]
            if any(cells):
                rows.append(cells)
        width = max((len(row) for row in rows), default=0)
        if width:
            yield {"t": "table", "rows": [row + [""] * (width - len(row)) for row in rows]}

    def comments(self) -> None:
        """Every comment, told and not taken."""
        for comment in _all(self._related("comments"), "comment"):
            self.leave("comment", _raw(comment), str(comment.get(f"{W}author", "")))


def _all(root: Any, name: str) -> list[Any]:
    return [] if root is None else root.findall(f"{W}{name}")


def _value(node: Any) -> str:
    return "" if node is None else str(node.get(f"{W}val", ""))


def _raw(node: Any) -> str:
    """All words below a node, whatever they are marked as."""
    words = []
    for found in node.iter(f"{W}t", f"{W}delText", f"{W}p", f"{W}tab"):
        words.append(" " if found.tag in (f"{W}p", f"{W}tab") else found.text or "")
    return "".join(words).strip()


def _table_of(row: Any) -> Any:
    parent = row.getparent()
    while parent is not None and parent.tag != f"{W}tbl":
        parent = parent.getparent()
    return parent


def _cells(row: Any) -> Iterator[Any]:
    for node in row:
        if node.tag == f"{W}tc":
            yield node
        elif node.tag == f"{W}sdt":
            yield from node.iter(f"{W}tc")


def _merged(cell: Any) -> bool:
    """A cell that goes on from the one above says nothing of its own."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") != "restart"


def _words(block: child.Json) -> str:
    if block["t"] == "table":
        return " ".join(cell for row in block["rows"] for cell in row if cell)
    return " ".join(str(block["text"]).split())
