"""Rows laid with the rows they belong to, as `prefetch_related` does it, of columns that are kept (`audit.current`).

An item that is written makes nobody ask anew for its annexes: their table has not been written in. The rows themselves
are the request's own; what is kept between requests is their columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from styrehjul.audit.current import kept

M = TypeVar("M", bound=Model)


class Laid(QuerySet[Any]):
    """Rows that lie with their parent. To ask something more of them is to ask the database for the parent's alone."""

    below: Mapping[str, Any] | None = None

    def _chain(self) -> Laid:
        further: Laid = super()._chain()  # type: ignore[misc]  # every question starts here in Django
        if self.below is not None:
            further.query.add_q(Q(**self.below))
        return further


@cache
def _laid(kind: type[QuerySet[Any]]) -> type[Laid]:
    """With the questions that the table's own rows know."""
    return type(f"Laid{kind.__name__}", (Laid, kind), {})


def lay_below(parents: Sequence[Model], name: str) -> list[Any]:
    """Lay with each row those that point at it (`name` is the way there); all of them are returned. One statement."""
    if not parents:
        return []
    relation: Any = type(parents[0])._meta.get_field(name)
    road, keys = relation.field, tuple(parent.pk for parent in parents)
    found = _rows(relation.related_model, road.name, keys)
    by_parent: dict[Any, list[Model]] = defaultdict(list)
    for row in found:
        by_parent[getattr(row, road.attname)].append(row)
    questions: Any = type(relation.related_model._default_manager.all())
    kind: Any = _laid(questions)
    for parent in parents:
        here = by_parent[parent.pk]
        rows = kind(relation.related_model)
        rows._result_cache, rows._prefetch_done, rows.below = here, True, {road.attname: parent.pk}
        parent.__dict__.setdefault("_prefetched_objects_cache", {})[name] = rows
        for row in here:
            setattr(row, road.name, parent)
    return found


def lay_above(rows: Iterable[Model], name: str) -> list[Any]:
    """Lay with each row the one that it points to (`name`), where there is one. One statement, or none."""
    pointing = [row for row in rows if getattr(row, type(row)._meta.get_field(name).attname) is not None]  # type: ignore[union-attr]  # it points
    if not pointing:
        return []
    field: Any = type(pointing[0])._meta.get_field(name)
    keys = tuple(sorted({getattr(row, field.attname) for row in pointing}))
    found = {row.pk: row for row in _rows(field.related_model, "pk", keys)}
    for row in pointing:
        setattr(row, name, found[getattr(row, field.attname)])
    return list(found.values())


def _rows(kind: type[M], road: str, keys: tuple[Any, ...]) -> list[M]:
    columns = [field.attname for field in kind._meta.concrete_fields]
    asked = kind._default_manager.filter(**{f"{road}__in": keys}).values_list(*columns)
    found = kept(("columns", kind._meta.db_table, road, keys), lambda: tuple(asked), of=())
    return [kind.from_db(asked.db, columns, values) for values in found]
