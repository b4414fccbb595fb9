"""From plain values to canonical TOML, which the reader takes and finds equal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from typing import Any

from styrehjul.bodies.domain import schema
from styrehjul.bodies.domain.model import KommissoriumText
from styrehjul.bodies.domain.schema import Key, Kind, Table
from styrehjul.kernel.danish import MONTHS

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\f": "\\f", "\r": "\\r", "\n": "\\n"}


def write(text: KommissoriumText) -> str:
    """The whole document; keys in the order of the reference, what equals its default left out."""
    rows = [f'format = "{schema.FORMAT}"', *_table(text, schema.DOCUMENT, ())]
    return "\n".join(rows) + "\n"


def _table(value: Any, table: Table, path: tuple[str, ...]) -> Iterator[str]:
    defaults = table.defaults()
    joined = table.split(value) if table.split is not None else {}
    suggested: frozenset[str] = getattr(value, "suggested", frozenset()) if table.suggests else frozenset()
    nested: list[Key] = []
    for key in table.keys:
        if key.table is not None:
            nested.append(key)
            continue
        found = joined[key.field] if key.field in joined else getattr(value, key.field, None)
        field = schema.CADENCE_FIELDS.get(key.field, key.field) if key.field in joined else key.field
        is_suggested = field in suggested
        if not is_suggested and key.field not in joined and found == defaults.get(key.field):
            continue
        if found is None:
            continue
        shown = _value(found, key)
        yield f"{key.name} = {{ vaerdi = {shown}, forslag = true }}" if is_suggested else f"{key.name} = {shown}"
    for key in nested:
        yield from _nested(getattr(value, key.field), key, (*path, key.name), defaults.get(key.field))


def _nested(value: Any, key: Key, path: tuple[str, ...], default: Any) -> Iterator[str]:
    assert key.table is not None
    name = ".".join(path)
    if key.kind is Kind.TABLE:
        if value != default:
            yield ""
            yield f"[{name}]"
            yield from _table(value, key.table, path)
        return
    for row in value:
        yield ""
        yield f"[[{name}]]"
        yield from _table(row, key.table, path)


def _value(value: Any, key: Key) -> str:
    if key.words is not None:
        if isinstance(value, tuple):
            return f"[{', '.join(_string(_word(row, key)) for row in value)}]"
        return _string(_word(value, key))
    if key.kind is Kind.YEAR_DAY:
        return _string(f"{value[1]}. {MONTHS[value[0] - 1]}")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, time):
        return f'"{value:%H:%M}"'
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return _list(value)
    return _string(value)


def _list(values: tuple[Any, ...]) -> str:
    shown = [_string(row) if isinstance(row, str) else str(row) for row in values]
    if sum(map(len, shown)) < 90:
        return f"[{', '.join(shown)}]"
    return "[\n" + "".join(f"    {row},\n" for row in shown) + "]"


def _word(value: Any, key: Key) -> str:
    assert key.words is not None
    return next((word for word, code in key.words.items() if code == value), str(value))


def _string(text: str) -> str:
    """A TOML string; long texts with line breaks stand as they are read."""
    if "\n" in text and "\r" not in text:
        body = "".join(_escaped(char) if char != "\n" else char for char in text)
        return f'"""\n{body}"""'
    return f'"{"".join(_escaped(char) for char in text)}"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return f"\\u{ord(char):04x}" if ord(char) < 32 or ord(char) == 127 else char
