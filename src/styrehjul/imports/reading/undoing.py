"""What stands in the way of taking an import back: asked by the page before its button, and by the action again."""

from __future__ import annotations

from styrehjul.imports.models import ImportedRow, ImportRun
from styrehjul.kernel.refusal import Reason
from styrehjul.portfolio.models import Project

# What an import itself gives a project.
_OWN = frozenset({"ProjectRole", "ProjectChange", "ImportedRow", "ProjectGoal", "ProjectPartner"})
TOLD = 50


def why_not_undone(run: ImportRun) -> list[Reason]:
    """Every reason that is known; none where the import can be taken back. The same few queries for one row and many."""
    if run.done_at is None or run.undone_at is not None or run.kind != "projects":
        return [Reason("import.nothing_to_undo")]
    return [Reason("import.edited", {"row": row.row, "project": row.project.title}) for row in edited_rows(run)[:TOLD]]


def edited_rows(run: ImportRun) -> list[ImportedRow]:
    """The rows whose project somebody has touched since the import, or hung anything on."""
    rows = list(run.rows.select_related("project").order_by("row", "pk"))
    hung_on = _with_parts(run) if any(row.created for row in rows) else set()
    return [
        row for row in rows if row.project.version != row.version_after or (row.created and row.project_id in hung_on)
    ]


def _with_parts(run: ImportRun) -> set[int]:
    """The new projects of the import on which rows of others stand."""
    made = run.rows.filter(created=True).values("project")
    found: set[int] = set()
    for relation in Project._meta.related_objects:
        if relation.related_model.__name__ in _OWN or relation.many_to_many:
            continue
        name = relation.field.attname
        of = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": made})
        found.update(of.values_list(name, flat=True))
    return found
