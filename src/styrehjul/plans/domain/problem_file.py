"""The problem file styrehjul.plan/1: the JSON text taken apart, and written in its fixed form.

Everything is looked at before anything is solved; the faults are gathered, each with its place as a JSON Pointer.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from styrehjul.plans.domain.problem import Problem
from styrehjul.plans.domain.problem_fields import Fault, Faults, NotANumber
from styrehjul.plans.domain.problem_parts import Reader

LARGEST_FILE = 20 * 1024 * 1024
MOST_FAULTS = 50
LONGEST_NUMBER = 40

__all__ = ["Fault", "ProblemErrors", "canonical", "compact", "read_problem", "readable"]


class ProblemErrors(Exception):  # noqa: N818 - it carries several
    """The problem cannot be read; every fault with its place (the first 50)."""

    def __init__(self, errors: list[Fault]) -> None:
        super().__init__("\n".join(f"{fault.path}: {fault.message}" for fault in errors[:MOST_FAULTS]))
        self.errors = errors[:MOST_FAULTS]


@dataclass(frozen=True)
class Twice:
    """An object that names a field more than once."""

    key: str
    fields: dict[str, Any]


def read_problem(document: bytes | str | dict[str, Any]) -> Problem:
    """The problem that a file's text (or the same as plain values) holds; raises ProblemErrors."""
    if isinstance(document, dict):
        document = canonical(document)
    data = document.encode() if isinstance(document, str) else document
    if len(data) > LARGEST_FILE:
        raise ProblemErrors([Fault("", "size", f"filen fylder mere end {LARGEST_FILE // 1024 // 1024} MB")])
    faults = Faults()
    plain = _without_twice(_parsed(data), "", faults)
    problem = Reader(faults).problem(plain, hashlib.sha256(data).hexdigest())
    if faults.found or problem is None:
        raise ProblemErrors(faults.found)
    return problem


def canonical(document: Any) -> bytes:
    """The same values as the same bytes, always: sorted keys, no spaces, decimals as the numbers they are."""
    return _written(document).encode()


def compact(document: Any) -> bytes:
    """One line, in the order it was made."""
    return _written(document, in_order=True).encode()


def readable(document: Any, margin: str = "") -> str:
    """The same for a person: in the order it was made, a line for each field; what is small stays on its line."""
    short = _written(document, in_order=True)
    inner = margin + "  "
    if len(short) <= 100 or not isinstance(document, dict | list | tuple) or not document:
        return short
    if isinstance(document, dict):
        lines = [f"{inner}{_written(str(key))}: {readable(value, inner)}" for key, value in document.items()]
        return "{\n" + ",\n".join(lines) + f"\n{margin}}}"
    return "[\n" + ",\n".join(inner + readable(value, inner) for value in document) + f"\n{margin}]"


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            parse_float=_number,
            parse_int=_number,
            parse_constant=NotANumber,
            object_pairs_hook=_fields,
        )
    except UnicodeDecodeError:
        raise ProblemErrors([Fault("", "json", "filen er ikke tekst i UTF-8")]) from None
    except json.JSONDecodeError as fault:
        where = f"linje {fault.lineno}, kolonne {fault.colno}"
        raise ProblemErrors([Fault("", "json", f"filen er ikke JSON ({where})")]) from None
    except RecursionError:
        raise ProblemErrors([Fault("", "json", "filen er for dybt indlejret")]) from None


def _number(text: str) -> int | Decimal | NotANumber:
    if len(text) > LONGEST_NUMBER:
        return NotANumber(text[:LONGEST_NUMBER])
    number = Decimal(text)
    # 1e3 and 1.0 are whole numbers too.
    return int(number) if number.adjusted() < LONGEST_NUMBER and number == number.to_integral_value() else number


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any] | Twice:
    fields = dict(pairs)
    if len(fields) == len(pairs):
        return fields
    seen: set[str] = set()
    twice = next(key for key, _value in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value] # add gives None
    return Twice(twice, fields)


def _without_twice(value: Any, path: str, faults: Faults) -> Any:
    """The plain values; an object that names a field twice is a fault."""
    if isinstance(value, Twice):
        faults.add(f"{path}/{pointer(value.key)}", "duplicate", "feltet står to gange")
        value = value.fields
    if isinstance(value, dict):
        return {key: _without_twice(inner, f"{path}/{pointer(key)}", faults) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_twice(inner, f"{path}/{number}", faults) for number, inner in enumerate(value)]
    return value


def pointer(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _written(value: Any, *, in_order: bool = False) -> str:
    if isinstance(value, dict):
        keys = list(value) if in_order else sorted(value)
        space = " " if in_order else ""
        fields = (f"{_written(str(key))}:{space}{_written(value[key], in_order=in_order)}" for key in keys)
        return "{" + f",{space}".join(fields) + "}"
    if isinstance(value, list | tuple):
        return "[" + (", " if in_order else ",").join(_written(inner, in_order=in_order) for inner in value) + "]"
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal):
        return _decimal_text(value)
    return json.dumps(value, ensure_ascii=False)


def _decimal_text(value: Decimal) -> str:
    if not value.is_finite():
        return "NaN"
    if value == value.to_integral_value() and value.adjusted() < LONGEST_NUMBER:
        return str(int(value))
    return format(value.normalize(), "f") if -LONGEST_NUMBER < value.adjusted() < LONGEST_NUMBER else str(value)
