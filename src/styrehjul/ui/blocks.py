"""Text with headings, lists and tables: what people type, what is stored, and what is shown.

People type plain text: an empty line parts paragraphs, "- " begins a point, "1. " a numbered one, "# " a heading, and
lines in "|" are a table whose first row is its heading ("\\|" is the sign itself). A point two spaces further in
belongs to the one above. Stored is a tree of small JSON nodes, so that the page, the PDF and Word are made from the
same thing and no markup is ever stored:

    {"t": "p", "text"}   {"t": "h", "text", "level": 1..3}   {"t": "ul" | "ol", "items": [text | {"text", "blocks"}]}
    {"t": "table", "header": [text], "rows": [[text]]}       {"t": "img", "file", "alt"}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Node = dict[str, Any]
Tree = list[Node]

MAX_LEVEL = 3
MAX_DEPTH = 4
_HEADING = re.compile(r"^(#{1,3})[ \t]+(\S.*)$")
_POINT = re.compile(r"^[ \t]*[-*•–][ \t]+(\S.*)$")
_NUMBERED = re.compile(r"^[ \t]*\d{1,3}\.[ \t]+(\S.*)$")
_ROW = re.compile(r"^[ \t]*\|(.+)\|[ \t]*$")
_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^[ \t]*\|[ \t:|-]*--[ \t:|-]*\|[ \t]*$")


def parse(text: str) -> Tree:
    """Typed text as a tree. Never fails: what is no list, heading or table is a paragraph."""
    tree: Tree = []
    for kind, lines in _runs(text):
        tree.extend(_MAKERS[kind](lines))
    return tree


def to_text(tree: Iterable[Mapping[str, Any]]) -> str:
    """The tree as it is typed, so that it can be changed in a plain text field. Pictures are left out."""
    return "\n\n".join(filter(None, (_typed(node) for node in tree)))


def to_html(tree: Iterable[Mapping[str, Any]], *, top: int = 3) -> SafeString:
    """The tree as safe HTML; a heading of level 1 becomes `h<top>`. A picture shows as its description."""
    return format_html_join("\n", "{}", ((_shown(node, top),) for node in tree))


def to_plain(tree: Iterable[Mapping[str, Any]]) -> str:
    """All words of the tree, for search and for previews."""
    return " ".join(part for node in tree for part in _words(node))


def is_empty(tree: Iterable[Mapping[str, Any]] | None) -> bool:
    """Whether there is nothing to read."""
    return not to_plain(tree or []).strip()


def _kind_of(line: str) -> str:
    if not line.strip():
        return "gap"
    if _HEADING.match(line):
        return "h"
    if _POINT.match(line):
        return "ul"
    if _NUMBERED.match(line):
        return "ol"
    return "table" if _ROW.match(line) else "p"


def _runs(text: str) -> Iterator[tuple[str, list[str]]]:
    """Lines of one kind that follow one another. Ragged lines under a point belong to it."""
    kind, lines = "gap", list[str]()
    for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").split("\n"):
        found = _kind_of(line)
        if kind in ("ul", "ol") and line[:2] == "  ":
            if found == "p":
                lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
                continue
            if found in ("ul", "ol") and _indent(line) >= _indent(lines[0]) + 2:
                lines.append(line.rstrip())
                continue
        if found != kind:
            yield kind, lines
            kind, lines = found, []
        lines.append(line.rstrip())
    yield kind, lines


def _headings(lines: list[str]) -> Tree:
    found = (_HEADING.match(line) for line in lines)
    return [{"t": "h", "text": m[2].strip(), "level": len(m[1])} for m in found if m]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _list(lines: list[str], depth: int = 1) -> Tree:
    """A list and the lists below its points: a point two spaces further in than the first belongs to the one above."""
    first = _indent(lines[0])
    tops: list[tuple[str, list[str]]] = []
    for line in lines:
        if tops and depth < MAX_DEPTH and _indent(line) >= first + 2:
            tops[-1][1].append(line)
        else:
            tops.append((_point(line), []))
    items: list[Any] = [{"text": text, "blocks": _lists(below, depth + 1)} if below else text for text, below in tops]
    return [{"t": _kind_of(lines[0]), "items": items}]


def _lists(lines: list[str], depth: int) -> Tree:
    """Lists of one kind after the other, as they stand below a point."""
    tree: Tree = []
    own: list[str] = []
    for line in lines:
        if own and _indent(line) < _indent(own[0]) + 2 and _kind_of(line) != _kind_of(own[0]):
            tree += _list(own, depth)
            own = []
        own.append(line)
    return tree + _list(own, depth)


def _point(line: str) -> str:
    found = _POINT.match(line) or _NUMBERED.match(line)
    return found[1].strip() if found else line.strip()


def _table(lines: list[str]) -> Tree:
    cells = [
        [cell.strip().replace("\\|", "|") for cell in _BAR.split(line.strip()[1:-1])]
        for line in lines
        if not _RULE.match(line)
    ]
    if not cells:
        return [{"t": "p", "text": "\n".join(line.strip() for line in lines)}]
    width = max(len(row) for row in cells)
    header, *rows = [row + [""] * (width - len(row)) for row in cells]
    return [{"t": "table", "header": header, "rows": rows}]


_MAKERS: dict[str, Callable[[list[str]], Tree]] = {
    "gap": lambda lines: [],
    "p": lambda lines: [{"t": "p", "text": "\n".join(line.strip() for line in lines)}],
    "h": _headings,
    "ul": _list,
    "ol": _list,
    "table": _table,
}


def _typed(node: Mapping[str, Any]) -> str:
    match node["t"]:
        case "p":
            return str(node["text"])
        case "h":
            return f"{'#' * int(node.get('level', 1))} {node['text']}"
        case "ul" | "ol":
            return "\n".join(_typed_list(node, ""))
        case "table":
            return "\n".join(_typed_row(row) for row in [node["header"], *node["rows"]])
    return ""


def _typed_list(node: Mapping[str, Any], indent: str) -> Iterator[str]:
    for no, item in enumerate(node["items"], 1):
        mark = f"{no}." if node["t"] == "ol" else "-"
        yield f"{indent}{mark} {' '.join(_item_text(item).split())}"
        for below in item.get("blocks", ()) if isinstance(item, Mapping) else ():
            if below["t"] in ("ul", "ol"):
                yield from _typed_list(below, f"{indent}  ")


def _typed_row(row: Iterable[Any]) -> str:
    cells = (" ".join(str(cell).split()).replace("|", "\\|") for cell in row)
    return f"| {' | '.join(cells)} |"


def _item_text(item: Any) -> str:
    return str(item["text"] if isinstance(item, Mapping) else item)


def _shown(node: Mapping[str, Any], top: int) -> SafeString:
    match node["t"]:
        case "p":
            return format_html("<p>{}</p>", _lines(str(node["text"])))
        case "h":
            level = min(6, top - 1 + max(1, min(MAX_LEVEL, int(node.get("level", 1)))))
            return format_html("<h{0}>{1}</h{0}>", level, node["text"])
        case "ul" | "ol" as kind:
            items = format_html_join("", "<li>{}</li>", ((_shown_item(item, top),) for item in node["items"]))
            return format_html("<{0}>{1}</{0}>", kind, items)
        case "table":
            return _shown_table(node)
        case "img":
            return format_html('<p class="muted">{}</p>', node.get("alt", ""))
    return SafeString("")


def _shown_item(item: Any, top: int) -> SafeString:
    if isinstance(item, Mapping):
        text, url = _lines(str(item["text"])), str(item.get("url", ""))
        # Only within the product: a stored text must not lead people elsewhere.
        if url.startswith("/") and not url.startswith("//"):
            text = format_html('<a href="{}">{}</a>', url, text)
        return format_html("{}{}", text, to_html(item.get("blocks", ()), top=top))
    return _lines(str(item))


def _lines(text: str) -> SafeString:
    return format_html_join(SafeString("<br>"), "{}", ((line,) for line in text.split("\n")))


def _shown_table(node: Mapping[str, Any]) -> SafeString:
    names = [str(cell) for cell in node["header"]]
    head = format_html_join("", '<th scope="col">{}</th>', ((name,) for name in names))
    rows = format_html_join(
        "",
        "<tr>{}</tr>",
        ((_shown_cells(names, row),) for row in node["rows"]),
    )
    return format_html(
        '<table class="table table--extracompact table--responsive-headers ptable"><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table>",
        head,
        rows,
    )


def _shown_cells(names: list[str], row: Iterable[Any]) -> SafeString:
    """One row; on a phone its first cell is its heading."""
    cells = (
        (" class=main" if not no else "", name, cell) for no, (name, cell) in enumerate(zip(names, row, strict=False))
    )
    return format_html_join("", '<td{} data-title="{}">{}</td>', cells)


def _words(node: Mapping[str, Any]) -> Iterator[str]:
    if "text" in node:
        yield str(node["text"])
    for item in node.get("items", ()):
        yield _item_text(item)
        if isinstance(item, Mapping):
            yield to_plain(item.get("blocks", ()))
    if node["t"] == "table":
        yield from (str(cell) for row in [node["header"], *node["rows"]] for cell in row)
    if node["t"] == "img":
        yield str(node.get("alt", ""))
