"""The small pieces of a problem file: numbers, texts, ids. What is wrong is gathered with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

MOST_PERIODS = 400
LARGEST_NUMBER, MOST_DECIMALS = Decimal(10) ** 9, 6
KINDS = {str: "en tekst", int: "et helt tal", list: "en liste", dict: "et objekt", bool: "true eller false"}


@dataclass(frozen=True)
class NotANumber:
    """NaN, an infinity, or more digits than any number needs."""

    text: str


@dataclass(frozen=True)
class Fault:
    path: str
    code: str
    message: str


@dataclass
class Faults:
    found: list[Fault] = field(default_factory=list)

    def add(self, path: str, code: str, message: str) -> None:
        # A text may hold half a character, which can be told to nobody.
        self.found.append(Fault(_sayable(path), code, _sayable(message)))


class Named(Protocol):
    @property
    def id(self) -> str: ...


class FieldReader:
    """Reads fields; knows the periods and items that later parts may name."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.period_at: dict[str, int] = {}
        self.known: set[str] = set()

    def refuse_same_ids(self, rows: Iterable[Named], at: str) -> None:
        seen: set[str] = set()
        for number, row in enumerate(rows):
            if row.id in seen:
                self.faults.add(f"{at}/{number}/id", "duplicate", f"{row.id} står to gange")
            seen.add(row.id)

    def is_object(self, value: Any, at: str, fields: set[str]) -> bool:
        if not self.is_a(value, dict, at):
            return False
        for key in value:
            if key not in fields:
                self.faults.add(f"{at}/{escaped(key)}", "unknown", f"feltet {key[:80]} findes ikke")
        return True

    def is_a(self, value: Any, kind: type, at: str) -> bool:
        if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
            return True
        self.faults.add(at, "type", f"skal være {KINDS[kind]}")
        return False

    def text(self, row: dict[str, Any], name: str, default: str | None = None, *, at: str = "") -> str:
        value = row.get(name, default)
        if isinstance(value, str) and value != _sayable(value):
            self.faults.add(f"{at}/{name}", "type", "indeholder tegn, der ikke kan skrives")
            return default or ""
        if isinstance(value, str) and (value or default is not None):
            return value
        self.faults.add(
            f"{at}/{name}", "type", "skal være en tekst, som ikke er tom" if default is None else "skal være en tekst"
        )
        return default or ""

    def flag(self, row: dict[str, Any], name: str, at: str) -> bool:
        value = row.get(name, False)
        return bool(value) if self.is_a(value, bool, f"{at}/{name}") else False

    def whole(self, value: Any, at: str, *, least: int, most: int = 10**9) -> int | None:
        if not self.is_a(value, int, at):
            return None
        if not least <= value <= most:
            self.faults.add(at, "number", f"skal være mindst {least}" if value < least else f"skal være højst {most}")
            return None
        return int(value)

    def number(self, value: Any, at: str, *, least: int | None = None) -> Decimal | None:
        if isinstance(value, NotANumber) or (isinstance(value, Decimal) and not value.is_finite()):
            self.faults.add(at, "number", "er ikke et tal, der kan regnes med")
            return None
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.faults.add(at, "type", "skal være et tal")
            return None
        number = Decimal(value)
        if not _is_countable(number):
            self.faults.add(
                at, "number", f"højst {LARGEST_NUMBER:,.0f} og højst {MOST_DECIMALS} decimaler".replace(",", ".")
            )
            return None
        if least is not None and number < least:
            self.faults.add(at, "negative", "må ikke være negativ")
            return None
        return number

    def numbers(self, values: list[Any], at: str, *, least: int) -> tuple[Decimal, ...] | None:
        found = [self.number(value, f"{at}/{number}", least=least) for number, value in enumerate(values)]
        return None if any(number is None for number in found) else tuple(n for n in found if n is not None)

    def period(self, key: Any, at: str) -> int | None:
        if isinstance(key, str) and key in self.period_at:
            return self.period_at[key]
        self.faults.add(at, "unknown", f"perioden {_short(key)} findes ikke")
        return None

    def known_item(self, key: Any, at: str) -> str | None:
        if isinstance(key, str) and key in self.known:
            return key
        self.faults.add(at, "unknown", f"{_short(key)} er ikke blandt kandidaterne")
        return None

    def item_list(self, rows: Any, at: str, *, least: int) -> tuple[str, ...] | None:
        if not self.is_a(rows, list, at):
            return None
        found = [self.known_item(key, f"{at}/{number}") for number, key in enumerate(rows)]
        if len(found) < least:
            self.faults.add(at, "length", f"skal nævne mindst {least}")
            return None
        if any(key is None for key in found):
            return None
        if len(set(found)) < len(found):
            self.faults.add(at, "duplicate", "nævner den samme to gange")
            return None
        return tuple(key for key in found if key is not None)


def _sayable(text: str) -> str:
    return text.replace("\x00", "?").encode("utf-8", "replace").decode()


def _is_countable(number: Decimal) -> bool:
    """Not too large, and no more decimals than a sum can keep."""
    if number and not -MOST_DECIMALS <= number.adjusted() <= LARGEST_NUMBER.adjusted():
        return False
    exponent = number.normalize().as_tuple().exponent
    return abs(number) <= LARGEST_NUMBER and isinstance(exponent, int) and exponent >= -MOST_DECIMALS


def escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _short(key: Any) -> str:
    return key[:80] if isinstance(key, str) else "(ikke en tekst)"


def few(names: list[str]) -> str:
    return ", ".join(names[:6]) + (" …" if len(names) > 6 else "")
