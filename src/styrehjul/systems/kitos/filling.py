"""Kitos's values on the columns of the same name. Plain of purpose: what was not told, and what is ours, stays."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db import models

# What Kitos's reader calls a thing -> our column, where they differ: a noun has a version of its own.
COLUMN = {"version": "program_version"}
# Nothing that is read in writes these.
OURS = frozenset(
    {
        "id", "uuid", "version", "created_at", "updated_at", "name", "owner", "source", "support_ends_on",
        "notice_on_set", "notice_reason", "kitos_uuid", "kitos_usage_uuid", "removed_in_kitos_at", "removal_reason",
    }
)  # fmt: skip


def fill(noun: models.Model, values: Mapping[str, Any]) -> None:
    """Put the values on the columns. A value that the column cannot hold is as one that could not be read."""
    columns = {field.name: field for field in noun._meta.concrete_fields}
    for told, value in values.items():
        name = COLUMN.get(told, told)
        column = columns.get(name)
        if column is None or name in OURS or column.is_relation:
            continue
        if isinstance(column, models.UUIDField):
            value = as_uuid(value)
        if value is None and not column.null:
            continue
        if isinstance(value, int) and not isinstance(value, bool) and value < 0 and _is_count(column):
            continue
        most = getattr(column, "max_length", None)
        setattr(noun, name, value[:most] if most and isinstance(value, str) else value)


def _is_count(column: models.Field[Any, Any]) -> bool:
    return isinstance(column, models.PositiveIntegerField | models.PositiveSmallIntegerField)


def as_uuid(value: Any) -> UUID | None:
    """The mark, or None where it is none."""
    try:
        return UUID(str(value)) if value else None
    except ValueError:
        return None


def columns_of(noun: models.Model, *, but: Collection[str] = ("id", "uuid", "version")) -> dict[str, Any]:
    """Every column as it stands: what a filling is compared with."""
    return {
        field.attname: getattr(noun, field.attname) for field in noun._meta.concrete_fields if field.attname not in but
    }
