"""Changing one place of a kommissorium that is being written: a row of a table is found, changed, added, moved, removed.

The document is the raw values of its file (Danish keys), so that every key of the file can be changed by the same few
functions; what comes out is read again like any file, with all its checks.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from styrehjul.bodies.domain.schema import DOCUMENT, Kind, Table

Raw = dict[str, Any]
NEW = "ny"


@dataclass(frozen=True)
class Place:
    """A place in the document: `organ/0/frist/2`, `organ/0/moeder`, `` (the document itself), `organ/0/frist/ny`."""

    parts: tuple[str | int, ...]
    table: Table

    @classmethod
    def of(cls, where: str) -> Place:
        """Read an address; KeyError when the format has no such place."""
        table, parts = DOCUMENT, list[str | int]()
        steps = iter(step for step in where.split("/") if step)
        for name in steps:
            key = next((key for key in table.keys if key.name == name and key.table is not None), None)
            if key is None:
                raise KeyError(where)
            assert key.table is not None
            parts.append(name)
            table = key.table
            if key.kind is Kind.TABLES:
                position = next(steps, "")
                if position != NEW and not position.isdecimal():
                    raise KeyError(where)
                parts.append(position if position == NEW else int(position))
        if NEW in parts[:-1]:
            raise KeyError(where)
        return cls(tuple(parts), table)

    @property
    def is_new(self) -> bool:
        """Whether the row is not there yet."""
        return bool(self.parts) and self.parts[-1] == NEW

    @property
    def is_row(self) -> bool:
        """Whether it is one of several: those can be moved and removed."""
        return bool(self.parts) and not isinstance(self.parts[-1], str)

    @property
    def where(self) -> str:
        """The address again."""
        return "/".join(str(part) for part in self.parts)


def loads(source: str) -> Raw:
    """The raw values of a file that can be read."""
    return tomllib.loads(source, parse_float=Decimal)


def row_at(raw: Raw, place: Place) -> Raw:
    """The row of raw values; an empty one where the place is new or was never written. KeyError when it is gone."""
    value: Any = raw
    for part in place.parts:
        if part == NEW:
            return {}
        if isinstance(part, int):
            if part >= len(value):
                raise KeyError(place.where)
            value = value[part]
        else:
            value = value.get(part, {})
    return value if isinstance(value, dict) else {}


def with_row(raw: Raw, place: Place, row: Raw) -> Raw:
    """The document with that row's own values replaced or added; the tables under it stay."""
    changed = deepcopy(raw)
    if place.is_new:
        _rows(changed, place).append(row)
        return changed
    target: Any = changed
    for part in place.parts:
        target = target[part] if isinstance(part, int) else target.setdefault(part, {})
    nested = {key.name for key in place.table.keys if key.table is not None}
    for name in [name for name in target if name not in nested and name != "format"]:
        del target[name]
    target.update(row)
    return changed


def without_row(raw: Raw, place: Place) -> Raw:
    """The document without that row; an agenda's order forgets an item that is no more."""
    changed = deepcopy(raw)
    gone = _rows(changed, place).pop(_position(changed, place))
    if len(place.parts) == 4 and place.parts[2] in ("fast_punkt", "slags"):
        body = changed["organ"][place.parts[1]]
        names = {gone.get("noegle"), gone.get("kode")}
        order = plain(body.get("raekkefoelge", []))
        if kept := [name for name in order if name not in names]:
            body["raekkefoelge"] = kept
        else:
            body.pop("raekkefoelge", None)
    return changed


def moved(raw: Raw, place: Place, step: int) -> Raw:
    """The document with the row one place up (-1) or down (1); at the end of the list it stays."""
    changed = deepcopy(raw)
    rows, position = _rows(changed, place), _position(changed, place)
    target = position + step
    if 0 <= target < len(rows):
        rows[position], rows[target] = rows[target], rows[position]
    return changed


def _rows(raw: Raw, place: Place) -> list[Raw]:
    value: Any = raw
    for part in place.parts[:-2]:
        value = value[part]
    found: list[Raw] = value.setdefault(place.parts[-2], [])
    return found


def _position(raw: Raw, place: Place) -> int:
    position = place.parts[-1]
    if not isinstance(position, int) or position >= len(_rows(raw, place)):
        raise KeyError(place.where)
    return position


def plain(value: Any) -> Any:
    """The value itself, where it may be written as a suggestion."""
    return value["vaerdi"] if isinstance(value, dict) and "vaerdi" in value else value


def is_suggestion(value: Any) -> bool:
    """Whether a value is written as a suggestion."""
    return isinstance(value, dict) and bool(value.get("forslag"))


def dumps(raw: Raw) -> str:
    """The raw values as a file."""
    return "\n".join(_table(raw, ())) + "\n"


def _table(raw: Raw, path: tuple[str, ...]) -> Iterator[str]:
    later: list[tuple[str, Any]] = []
    for name, value in raw.items():
        if (isinstance(value, dict) and "vaerdi" not in value) or (
            isinstance(value, list) and value and all(isinstance(row, dict) for row in value)
        ):
            later.append((name, value))
        else:
            yield f"{name} = {_value(value)}"
    for name, value in later:
        inner = (*path, name)
        for row in value if isinstance(value, list) else [value]:
            yield f"\n[[{'.'.join(inner)}]]" if isinstance(value, list) else f"\n[{'.'.join(inner)}]"
            yield from _table(row, inner)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="seconds")
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case dict():
            return "{ " + ", ".join(f"{name} = {_value(row)}" for name, row in value.items()) + " }"
        case list() | tuple():
            return f"[{', '.join(_value(row) for row in value)}]"
    raise TypeError(f"{type(value).__name__} has no place in a kommissorium")
