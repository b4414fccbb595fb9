"""The words of a PDF, read with nothing but pikepdf: in the order of the content, with where each piece stands."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

IDENTITY = pikepdf.Matrix()


@dataclass(frozen=True)
class Piece:
    """Text drawn in one go and the point where it begins, in the page's own coordinates."""

    text: str
    x: float
    y: float


def pieces(pdf: bytes, page: int | None = None) -> list[Piece]:
    """All pieces, or those of one page (1 is the first)."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = list(opened.pages) if page is None else [opened.pages[page - 1]]
        return [piece for one in pages for piece in _drawn(one.obj, one.obj.get("/Resources"), IDENTITY)]


def text_of(pdf: bytes, page: int | None = None) -> str:
    """The words, a line for each height."""
    lines: list[list[Piece]] = []
    for piece in pieces(pdf, page):
        if lines and abs(lines[-1][-1].y - piece.y) < 1:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return "\n".join("".join(piece.text for piece in line) for line in lines)


def _drawn(stream: Any, resources: Any, start: pikepdf.Matrix) -> Iterator[Piece]:
    stack, matrix, line, font = [], start, IDENTITY, dict[int, str]()
    for instruction in pikepdf.parse_content_stream(stream):
        operands: Any = instruction.operands
        operator = str(instruction.operator)
        match operator:
            case "q":
                stack.append(matrix)
            case "Q":
                matrix = stack.pop()
            case "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            case "Tm":
                line = pikepdf.Matrix(*map(float, operands))
            case "Td":
                line = pikepdf.Matrix(1, 0, 0, 1, float(operands[0]), float(operands[1])) @ line
            case "BT":
                line = IDENTITY
            case "Tf":
                font = _characters(resources["/Font"][str(operands[0])])
            case "Tj" | "TJ":
                shown = operands[0] if operator == "TJ" else [operands[0]]
                text = "".join(_read(bytes(part), font) for part in shown if isinstance(part, pikepdf.String))
                place = line @ matrix
                yield Piece(text, place.e, place.f)
            case "Do":
                form = resources["/XObject"][str(operands[0])]
                if form.get("/Subtype") == "/Form":
                    own = pikepdf.Matrix(*map(float, form.get("/Matrix", [1, 0, 0, 1, 0, 0])))
                    yield from _drawn(form, form.get("/Resources", resources), own @ matrix)


def _read(data: bytes, font: dict[int, str]) -> str:
    return "".join(font.get(int.from_bytes(data[at : at + 2], "big"), "?") for at in range(0, len(data), 2))


def _characters(font: Any) -> dict[int, str]:
    """What each glyph stands for, from the font's ToUnicode map."""
    written = font["/ToUnicode"].read_bytes().decode("latin-1")
    known: dict[int, str] = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", written, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part):
            known[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for part in re.findall(r"beginbfrange(.*?)endbfrange", written, re.DOTALL):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part):
            begin = bytes.fromhex(text).decode("utf-16-be")
            for step in range(int(last, 16) - int(first, 16) + 1):
                known[int(first, 16) + step] = begin[:-1] + chr(ord(begin[-1]) + step)
    return known
