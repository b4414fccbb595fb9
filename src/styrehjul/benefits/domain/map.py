"""The benefit map: project → change → benefit → goal, placed from the records. Nobody draws or maintains it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

COLUMNS = ("project", "change", "benefit", "goal")
WIDTH, HEAD, BOX_WIDTH, BOX_HEIGHT, GAP = 1200, 40, 250, 56, 16


@dataclass(frozen=True)
class Node:
    """One record in its column. `gap` says what it lacks."""

    key: str
    layer: str
    words: str
    url: str = ""
    gap: str = ""


@dataclass(frozen=True)
class Box:
    """A placed record, with its words in lines that fit."""

    node: Node
    x: int
    y: int
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Drawing:
    """Boxes and the paths between them; `solid` paths are records, the others pass over something that is missing."""

    height: int
    boxes: tuple[Box, ...]
    paths: tuple[tuple[str, bool], ...]
    heads: tuple[tuple[int, str], ...]


def place(nodes: Sequence[Node], edges: Iterable[tuple[str, str]]) -> Drawing:
    """Each layer is a column. Records stand in the order given, moved down to the middle of what leads to them."""
    step = (WIDTH - BOX_WIDTH) // (len(COLUMNS) - 1)
    known = {node.key: node for node in nodes}
    pairs = [(a, b) for a, b in dict.fromkeys(edges) if a in known and b in known]
    tops: dict[str, int] = {}
    for layer in COLUMNS:
        column = [node for node in nodes if node.layer == layer]
        wanted = {node.key: _wanted(node.key, pairs, tops, place) for place, node in enumerate(column)}
        free = HEAD
        for node in sorted(column, key=lambda node: (wanted[node.key], node.key)):
            tops[node.key] = free = max(free, wanted[node.key])
            free += BOX_HEIGHT + GAP
    height = max([*(top + BOX_HEIGHT + GAP for top in tops.values()), HEAD + BOX_HEIGHT + GAP])
    boxes = tuple(
        Box(node, COLUMNS.index(node.layer) * step, tops[node.key], _lines(node.words, tops[node.key]))
        for node in nodes
    )
    paths = tuple((_path(known[a], known[b], tops, step), _next_to(known[a], known[b])) for a, b in pairs)
    return Drawing(height, boxes, paths, tuple((place * step, layer) for place, layer in enumerate(COLUMNS)))


def _wanted(key: str, pairs: Sequence[tuple[str, str]], tops: dict[str, int], place: int) -> int:
    sources = [tops[a] for a, b in pairs if b == key and a in tops]
    return sum(sources) // len(sources) if sources else HEAD + place * (BOX_HEIGHT + GAP)


def _next_to(a: Node, b: Node) -> bool:
    return COLUMNS.index(b.layer) - COLUMNS.index(a.layer) == 1


def _path(a: Node, b: Node, tops: dict[str, int], step: int) -> str:
    x1, x2 = COLUMNS.index(a.layer) * step + BOX_WIDTH, COLUMNS.index(b.layer) * step
    y1, y2 = tops[a.key] + BOX_HEIGHT // 2, tops[b.key] + BOX_HEIGHT // 2
    bend = (x2 - x1) // 2
    return f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"


def _lines(words: str, top: int, width: int = 32) -> tuple[tuple[int, str], ...]:
    """At most two lines; the whole text stands in the list beside."""
    lines, line = [], ""
    for word in words.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    lines.append(line)
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1][: width - 1].rstrip()}…"]
    lines = [one if len(one) <= width + 2 else f"{one[:width]}…" for one in lines]
    first = top + (33 if len(lines) == 1 else 24)
    return tuple((first + 18 * number, one) for number, one in enumerate(lines))
