"""What a sheet says beside its values: merged and hidden cells, colours, comments and links. Runs in the child process."""

from __future__ import annotations

import colorsys
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

# A sheet whose text alone is larger than this is read for its values only.
MOST_BYTES = 60_000_000
MOST_MARKS = 20_000
_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d+)" s="(\d+)"')
_ROW = re.compile(rb"<row [^>]*>")
_COLUMN = re.compile(rb"<col [^>]*/?>")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"')
_LINK = re.compile(rb"<hyperlink [^>]*>")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass
class Marks:
    """Columns count from 0, rows as a person counts them. `merged` are (first row, first column, last row, last column)."""

    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    lights: dict[int, dict[int, str]] = field(default_factory=dict)
    notes: list[tuple[int, int, str]] = field(default_factory=list)


def marks_of(container: zipfile.ZipFile, path: str, book: Any) -> Marks:
    """The marks of one sheet; none where the file does not say them in the usual way."""
    path = path.lstrip("/")
    marks = Marks()
    try:
        if container.getinfo(path).file_size > MOST_BYTES:
            return marks
        xml = container.read(path)
    except KeyError:
        return marks
    marks.merged = [
        (int(top), column(left), int(bottom), column(right))
        for left, top, right, bottom in _MERGED.findall(xml)[:MOST_MARKS]
    ]
    marks.hidden_rows = [
        number for tag in _ROW.findall(xml) if b'hidden="1"' in tag and (number := _number(tag, b"r")) is not None
    ][:MOST_MARKS]
    for tag in _COLUMN.findall(xml):
        first, last = _number(tag, b"min"), _number(tag, b"max")
        if b'hidden="1"' in tag and first and last and last < 1_000:
            marks.hidden_columns += range(first - 1, last)
    marks.lights = _lights(xml, book)
    relations = _relations(container, path)
    marks.notes = [*_comments(container, relations), *_links(xml, relations)][:MOST_MARKS]
    return marks


def column(letters: bytes | str) -> int:
    """ "A" is 0, "AA" 26."""
    text = letters.decode() if isinstance(letters, bytes) else letters
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _number(tag: bytes, name: bytes) -> int | None:
    found = re.search(rb" %s=\"(\d+)\"" % name, tag)
    return int(found[1]) if found else None


def _lights(xml: bytes, book: Any) -> dict[int, dict[int, str]]:
    """Cells filled with a green, yellow or red colour."""
    shown = {index: light for index, style in enumerate(book._cell_styles) if (light := _light_of(book, style))}
    found: dict[int, dict[int, str]] = {}
    if not shown:
        return found
    for count, (letters, row, style) in enumerate(_CELL.findall(xml)):
        if count > 1_000_000:
            break
        light = shown.get(int(style), "")
        if light:
            found.setdefault(int(row), {})[column(letters)] = light
    return found


def _light_of(book: Any, style: Any) -> str:
    fill = book._fills[style.fillId] if style.fillId < len(book._fills) else None
    colour: Any = getattr(fill, "fgColor", None)
    if colour is None:
        return ""
    if getattr(fill, "patternType", None) != "solid" or getattr(colour, "type", "") != "rgb":
        return ""
    return light_of_colour(str(colour.rgb)[-6:])


def light_of_colour(rgb: str) -> str:
    """The light that a colour is taken for: "00B050" is green; grey, blue and white are none."""
    try:
        red, green, blue = (int(rgb[place : place + 2], 16) / 255 for place in (0, 2, 4))
    except ValueError:
        return ""
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if saturation < 0.25 or lightness < 0.12 or lightness > 0.95:
        return ""
    degrees = hue * 360
    if degrees < 18 or degrees > 335:
        return "red"
    if degrees < 68:
        return "yellow"
    return "green" if degrees < 170 else ""


def _relations(container: zipfile.ZipFile, path: str) -> dict[str, tuple[str, str]]:
    """Identity -> (kind, target) of what belongs to the sheet."""
    folder, name = posixpath.split(path)
    found: dict[str, tuple[str, str]] = {}
    for tag in _elements(container, f"{folder}/_rels/{name}.rels", "Relationship"):
        kind, target = str(tag.get("Type", "")).rpartition("/")[2], str(tag.get("Target", ""))
        if tag.get("TargetMode") != "External":
            target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        found[str(tag.get("Id"))] = (kind, target)
    return found


def _comments(container: zipfile.ZipFile, relations: dict[str, tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    for kind, target in relations.values():
        if kind != "comments":
            continue
        for tag in _elements(container, target, f"{_MAIN}comment"):
            text = " ".join("".join(tag.itertext()).split())
            if (place := _place(str(tag.get("ref", "")))) and text:
                yield *place, text


def _links(xml: bytes, relations: dict[str, tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    for tag in _LINK.findall(xml):
        ref = re.search(rb' ref="([A-Z]{1,3}\d+)"', tag)
        key = re.search(rb' r:id="([^"]+)"', tag)
        target = relations.get(key[1].decode(), ("", ""))[1] if key else ""
        if ref and target and (place := _place(ref[1].decode())):
            yield *place, target


def _place(ref: str) -> tuple[int, int] | None:
    found = re.fullmatch(r"([A-Z]{1,3})(\d+)", ref)
    return (int(found[2]), column(found[1])) if found else None


def _elements(container: zipfile.ZipFile, path: str, name: str) -> list[Any]:
    from defusedxml import ElementTree

    try:
        if container.getinfo(path).file_size > MOST_BYTES:
            return []
        root = ElementTree.fromstring(container.read(path))
    except (KeyError, ElementTree.ParseError, ValueError):
        return []
    return [tag for tag in root.iter() if tag.tag == name or tag.tag.endswith(f"}}{name}")]
