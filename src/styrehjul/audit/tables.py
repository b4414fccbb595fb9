"""Which tables a statement touches: what is noted while something is read, and while one piece of work is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models import Model

_NAMES = re.compile(r'\b(?:FROM|JOIN|INTO|UPDATE)\s+"?(\w+)|\b(styrehjul_\w+)', re.IGNORECASE)
# The set that takes what is read now, and the one that takes what is written; None where nobody asks.
_read: ContextVar[set[str] | None] = ContextVar("read", default=None)
_written: ContextVar[set[str] | None] = ContextVar("written", default=None)


@lru_cache(maxsize=2048)
def tables_in(sql: str) -> frozenset[str]:
    """Every table that stands in the statement, rather one too many than one too few."""
    return frozenset(name or ours for name, ours in _NAMES.findall(sql))


def tables_of(row: Model) -> set[str]:
    """The tables that a row and the rows it has with it were read from."""
    found: set[str] = set()
    seen: set[int] = set()
    left: list[Any] = [row]
    while left:
        one = left.pop()
        if isinstance(one, Model) and id(one) not in seen:
            seen.add(id(one))
            found.add(one._meta.db_table)
            left += one._state.fields_cache.values()
            for rows in getattr(one, "_prefetched_objects_cache", {}).values():
                found.add(rows.model._meta.db_table)
                left += rows
    return found


@contextmanager
def noting_reads() -> Iterator[set[str]]:
    """What is read inside goes to the set, and to no set outside it."""
    found: set[str] = set()
    token = _read.set(found)
    try:
        yield found
    finally:
        _read.reset(token)


@contextmanager
def noting_writes() -> Iterator[set[str]]:
    """What is written inside goes to the set."""
    found: set[str] = set()
    token = _written.set(found)
    try:
        yield found
    finally:
        _written.reset(token)


def _note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    reads, writes = _read.get(), _written.get()
    if reads is not None:
        reads |= tables_in(sql)
    if writes is not None and not sql.startswith("SELECT"):
        writes |= tables_in(sql)
    return execute(sql, params, many, context)


def _listen(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    if _note not in connection.execute_wrappers:
        connection.execute_wrappers.append(_note)


def join() -> None:
    """Hear every statement of every connection from now on."""
    connection_created.connect(_listen, dispatch_uid="styrehjul.audit.tables")
    for connection in connections.all(initialized_only=True):
        _listen(connection)
