"""Single values as Kitos writes them, read without guessing: what has another form than expected is a fault. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from styrehjul.kernel.danish import ZONE

# Days that stand for "no day" in the system that Kitos is written in.
NO_DAY = frozenset({1, 9999})
YEARS = range(1900, 2201)


class Odd(ValueError):  # noqa: N818 - the value has another form; nothing went wrong
    """A value that has not the form it should; the message says what was expected."""


@dataclass(frozen=True)
class Fault:
    """One field of one object that could not be read. The value itself is never told."""

    object: str
    place: str
    because: str


@dataclass(frozen=True)
class Named:
    """Something that Kitos points to: a choice, a unit, an organisation."""

    uuid: str = ""
    name: str = ""


def text(value: Any, most: int = 0) -> str:
    """A text; nothing is "". What is longer than the field holds is cut at its end."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Odd("en tekst")
    found = value.strip()
    return found[: most - 1] + "…" if most and len(found) > most else found


def line(most: int) -> Callable[[Any], str]:
    """A text of one line, at most so long."""
    return lambda value: text(" ".join(text(value).split()), most)


def truth(value: Any) -> bool | None:
    """True, False or not told."""
    if value is not None and not isinstance(value, bool):
        raise Odd("ja eller nej")
    return value


def number(value: Any) -> int | None:
    """A whole number."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value % 1:
        raise Odd("et helt tal")
    if abs(value) > 2**31 - 1:
        raise Odd("et helt tal")
    return int(value)


def kroner(value: Any) -> int | None:
    """An amount in whole kroner; øre are rounded."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) >= 10**12:
        raise Odd("et beløb")
    return int(Decimal(str(value)).quantize(Decimal(1)))


def day(value: Any) -> date | None:
    """A day. Midnight is that day wherever it is told from; another time of day is the day it is in Denmark."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise Odd("en dato")
    try:
        found = datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        raise Odd("en dato") from None
    if found.year in NO_DAY:
        return None
    if found.year not in YEARS:
        raise Odd("en dato")
    if found.time() == time() or found.tzinfo is None:
        return found.date()
    return found.astimezone(ZONE).date()


def moment(value: Any) -> datetime | None:
    """A moment, in UTC."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise Odd("et tidspunkt")
    try:
        found = datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        raise Odd("et tidspunkt") from None
    if found.year in NO_DAY:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def word(value: Any) -> str:
    """A word of a list of choices; words that nobody knows yet are kept."""
    return text(value, 100)


def words(value: Any) -> list[str]:
    """Several such words, each once."""
    return list(dict.fromkeys(found for one in rows(value) if (found := word(one))))


def rows(value: Any) -> Sequence[Any]:
    """A list; nothing is an empty one."""
    if value is None:
        return ()
    if not isinstance(value, list):
        raise Odd("en liste")
    return value


def block(value: Any) -> Mapping[str, Any]:
    """An object; nothing is an empty one."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise Odd("et objekt")
    return value


def named(value: Any) -> Named | None:
    """A choice or a thing with its uuid and name."""
    found = block(value)
    if not found:
        return None
    return Named(text(found.get("uuid")).casefold(), text(found.get("name"), 300))


def name_of(value: Any) -> str:
    """The name of what is pointed to, "" when nothing is."""
    found = named(value)
    return found.name if found else ""


def many(value: Any) -> list[Named]:
    """Several things, each once."""
    found = [one for row in rows(value) if (one := named(row)) is not None]
    return list(dict.fromkeys(found))


class Reader:
    """One object read field by field: what can be read stands in `values`, what cannot in `faults`.

    A field that could not be read is absent from `values`: what is known of it already stays.
    """

    def __init__(self, raw: Mapping[str, Any], called: str) -> None:
        self.raw, self.called = raw, called
        self.values: dict[str, Any] = {}
        self.faults: list[Fault] = []

    def put(self, field: str, read: Callable[[Any], Any], *places: str) -> None:
        """The field from the first of the places whose key is there; a new key with nothing in it wins over an old."""
        place = ""
        try:
            for place in places:
                there, value = self._at(place)
                if there:
                    self.values[field] = read(value)
                    return
            self.values[field] = read(None)
        except Odd as odd:
            self.fault(place, f"skulle være {odd}")

    def get(self, read: Callable[[Any], Any], place: str, *, otherwise: Any) -> Any:
        """A value that is not a field of its own."""
        try:
            return read(self._at(place)[1])
        except Odd as odd:
            self.fault(place, f"skulle være {odd}")
            return otherwise

    def fault(self, place: str, because: str) -> None:
        """Say once that a place could not be read."""
        fault = Fault(self.called, place, because)
        if fault not in self.faults:
            self.faults.append(fault)

    def _at(self, place: str) -> tuple[bool, Any]:
        found: Any = self.raw
        for key in place.split("."):
            found = block(found)
            if key not in found:
                return False, None
            found = found[key]
        return True, found


def listed(reader: Reader, place: str, read: Callable[[Mapping[str, Any]], Any]) -> list[Any] | None:
    """Every element of a list that can be read; None where the place holds no list."""
    try:
        found = rows(reader._at(place)[1])
    except Odd as odd:
        reader.fault(place, f"skulle være {odd}")
        return None
    made = []
    for at, row in enumerate(found):
        try:
            made.append(read(block(row)))
        except Odd as odd:
            reader.fault(f"{place}[{at}]", f"skulle være {odd}")
    return made


def newest(rows_of: Iterable[Mapping[str, Any]]) -> str:
    """The latest lastModified that was told, as it was told; "" where none was."""
    told = [(found, str(row["lastModified"])) for row in rows_of if (found := _moment(row.get("lastModified")))]
    return max(told)[1] if told else ""


def _moment(value: Any) -> datetime | None:
    try:
        return moment(value)
    except Odd:
        return None
