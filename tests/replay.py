"""What many tests begin from is made once by the real actions, and after that written again as it was.

Making the cast or a meeting with a proposal costs some thousand statements, most of them questions. In an empty
database the answers are always the same, so the rows are too: the statements that wrote are kept, with what came back,
and carried out again for the next test. Where anything has been written already, everything is made anew.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection

from styrehjul.audit.models import Event

T = TypeVar("T")
_kept: dict[Hashable, tuple[list[tuple[str, Any, bool]], Any]] = {}


def replayed(name: Hashable, make: Callable[[], T]) -> T:
    """`make()`, or the same rows and a copy of the same answer. The name holds everything that `make` depends on."""
    if not connection.in_atomic_block or Event.objects.exists():
        return make()
    key = (name, _numbering())
    if key not in _kept:
        written: list[tuple[str, Any, bool]] = []

        def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            if sql.startswith(("INSERT", "UPDATE", "DELETE")):
                written.append((sql, params, many))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(note):
            made = make()
        _kept[key] = (written, copy.deepcopy(made))
        return made
    statements, found = _kept[key]
    with connection.cursor() as cursor:
        for sql, params, many in statements:
            (cursor.executemany if many else cursor.execute)(sql, params)
    again: T = copy.deepcopy(found)
    return again


def _numbering() -> tuple[Any, ...]:
    """Which numbers the next rows get, table by table: a row that is written again must get the one it had."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name")
            return tuple(cursor.fetchall())
        # A number that a rolled-back test drew is never drawn again: here the row count of an empty database decides.
        columns = [
            (model._meta.db_table, model._meta.pk.column)
            for model in apps.get_models()
            if model._meta.pk and model._meta.pk.get_internal_type().endswith("AutoField") and model._meta.managed
        ]
        cursor.execute(
            "SELECT "
            + ", ".join(
                f"setval(pg_get_serial_sequence('\"{table}\"', '{column}'),"
                f' coalesce((SELECT max("{column}") FROM "{table}"), 0) + 1, false)'
                for table, column in columns
            )
        )
        return tuple(cursor.fetchone() or ())
