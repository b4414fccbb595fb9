"""Which characters the font can show, and text made fit to be set.

A PDF/UA file may not hold a character without a glyph, so a pasted smiley would stop a whole agenda. It is better
told beside the item it stands in.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import lru_cache
from pathlib import Path

# Word's bullets live in the private area of the Symbol font; everybody means a bullet.
_REPLACED = {0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•", 0x2028: "\n", 0x2029: "\n", 0x0B: "\n", 0x09: " "}
BREAK = "\u200b"  # a space without width
_TOO_LONG = re.compile(r"\S{60}(?=\S)")
_DROPPED = frozenset(["Cc", "Cf", "Cs", "Co"])


def clean(text: str) -> str:
    """The text in NFC without control, direction and joining characters; tabs become spaces."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_REPLACED)
    # A long text has few different characters: each is looked at once.
    dropped = [c for c in set(text) if c != "\n" and (unicodedata.category(c) in _DROPPED or _selector(c))]
    return text.translate(dict.fromkeys(map(ord, dropped))) if dropped else text


def _selector(character: str) -> bool:
    return 0xFE00 <= ord(character) <= 0xFE0F


def breakable(text: str) -> str:
    """The text with a place to break in every word longer than a line: such a word would run off the page.

    One of several thousand characters, say a picture pasted as text, would even make a file that cannot be kept.
    """
    return _TOO_LONG.sub(lambda found: f"{found[0]}{BREAK}", text)


def unknown_characters(text: str, font: Path) -> list[str]:
    """Characters of the cleaned text that the font file has no glyph for, in order, each once."""
    known = characters_of(font)
    unknown = {c for c in set(text) if c != "\n" and ord(c) not in known}
    return list(dict.fromkeys(c for c in text if c in unknown)) if unknown else []


@lru_cache(maxsize=4)
def characters_of(font: Path) -> frozenset[int]:
    """The code points of a TrueType file's Unicode character map (cmap formats 4 and 12)."""
    data = font.read_bytes()
    (count,) = struct.unpack_from(">H", data, 4)
    tables = {data[12 + 16 * i : 16 + 16 * i]: struct.unpack_from(">L", data, 20 + 16 * i)[0] for i in range(count)}
    start = tables[b"cmap"]
    (maps,) = struct.unpack_from(">H", data, start + 2)
    found: set[int] = set()
    for i in range(maps):
        (offset,) = struct.unpack_from(">L", data, start + 8 + 8 * i)
        (form,) = struct.unpack_from(">H", data, start + offset)
        if form == 4:
            found |= _segments(data, start + offset)
        elif form == 12:
            found |= _groups(data, start + offset)
    return frozenset(found - {0xFFFF})


def _segments(data: bytes, at: int) -> set[int]:
    (double,) = struct.unpack_from(">H", data, at + 6)
    ends = struct.unpack_from(f">{double // 2}H", data, at + 14)
    starts = struct.unpack_from(f">{double // 2}H", data, at + 16 + double)
    return {code for first, last in zip(starts, ends, strict=True) for code in range(first, last + 1)}


def _groups(data: bytes, at: int) -> set[int]:
    (count,) = struct.unpack_from(">L", data, at + 12)
    found: set[int] = set()
    for i in range(count):
        first, last = struct.unpack_from(">LL", data, at + 16 + 12 * i)
        found |= set(range(first, last + 1))
    return found
