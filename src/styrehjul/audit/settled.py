"""Whether a value is all there: nothing in it can fetch more from the database when it is looked at."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.functional import Promise

_PLAIN = (str, int, float, bytes, date, time, timedelta, Decimal, UUID, Enum, Promise, type(None))


def is_settled(value: Any) -> bool:
    """Plain values, collections and dataclasses of them, and rows that have every row they point to with them."""
    left, seen = [value], set()
    while left:
        one = left.pop()
        if isinstance(one, _PLAIN):
            continue
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, dict):
            left += one.keys()
            left += one.values()
        elif isinstance(one, (list, tuple, set, frozenset)):
            left += one
        elif is_dataclass(one) and not isinstance(one, type) and not _works_out_later(type(one)):
            left += (getattr(one, each.name) for each in fields(one))
        elif isinstance(one, Model) and not _works_out_later(type(one)) and _has_all(one):
            left += one._state.fields_cache.values()
            left += (part for name, part in vars(one).items() if name not in ("_state", "_prefetched_objects_cache"))
            left += (list(rows) for rows in vars(one).get("_prefetched_objects_cache", {}).values())
        else:
            return False
    return True


def _has_all(row: Model) -> bool:
    """Every column, every row pointed to, and every row that alone points here."""
    here = row._state.fields_cache
    return not row.get_deferred_fields() and all(
        cache in here or (column and getattr(row, column) is None) for cache, column in _pointing(type(row))
    )


@cache
def _pointing(kind: type[Model]) -> tuple[tuple[str, str], ...]:
    """Where each row that this one points to is laid, and the column that tells whether there is one."""
    relations = [each for each in kind._meta.get_fields() if each.many_to_one or each.one_to_one]
    return tuple((each.cache_name, getattr(each, "attname", "")) for each in relations)  # type: ignore[union-attr]  # relations have one


@cache
def _works_out_later(kind: type) -> bool:
    return any(isinstance(part, cached_property) for base in kind.__mro__ for part in vars(base).values())
