"""The national catalogue as an import: what a version of it would do, row by row, and the loading of it."""

from __future__ import annotations

from datetime import datetime

from styrehjul.imports.domain.lines import CellError, Fate, FieldChange, Line, Plan, place, plain_value
from styrehjul.kernel.refusal import Reason
from styrehjul.people.models import Person
from styrehjul.portfolio.actions import load_catalogue
from styrehjul.portfolio.domain.catalogue import FACTS
from styrehjul.portfolio.domain.catalogue_file import ReadRow
from styrehjul.portfolio.queries.catalogue import EntryPlan, plan_catalogue
from styrehjul.portfolio.reading import CatalogueFile
from styrehjul.ui import refusals

KIND = "catalogue"


def plan_of_catalogue(found: CatalogueFile, skipped: frozenset[int] = frozenset()) -> Plan:
    """Every row with its fate. The same name or number again is a duplicate, and stops nothing."""
    plan = plan_catalogue(found.entries)
    by_number = {entry.facts.number: entry for entry in plan.entries}
    lines = [_line(row, found.sheet, by_number) for row in found.rows]
    lines += [Line(found.sheet, row, Fate.SKIPPED, "") for row in sorted(skipped)]
    absent = tuple(entry.name for entry in plan.absent if not entry.is_gone)
    return Plan(KIND, found.sha256, tuple(sorted(lines, key=lambda line: line.row)), absent)


def _line(row: ReadRow, sheet: str, plans: dict[int, EntryPlan]) -> Line:
    if row.faults:
        errors = tuple(
            CellError(
                place(sheet, fault.column, row.row),
                fault.code,
                refusals.sentence(Reason(fault.code, dict(fault.facts))),
            )
            for fault in row.faults
        )
        return Line(sheet, row.row, Fate.ERROR, "", errors=errors)
    if row.entry is None:
        return Line(sheet, row.row, Fate.IGNORED, "")
    if row.repeats:
        return Line(sheet, row.row, Fate.DUPLICATE, row.entry.name)
    plan = plans[row.entry.number]
    if plan.is_new:
        facts = row.entry.facts()
        changes = tuple(
            FieldChange(str(words), "", str(facts[name]), name, None, plain_value(facts[name]))
            for name, words in FACTS.items()
            if facts[name] not in (None, "")
        )
        return Line(sheet, row.row, Fate.CREATE, row.entry.name, changes=changes)
    if not plan.changes:
        return Line(sheet, row.row, Fate.UNCHANGED, row.entry.name)
    changes = tuple(
        FieldChange(d.words, d.old, d.new, d.name, plain_value(d.old), plain_value(d.new)) for d in plan.all_differences
    )
    return Line(
        sheet, row.row, Fate.UPDATE, row.entry.name, changes=changes, record=plan.entry.pk if plan.entry else None
    )


def load(found: CatalogueFile, *, by: Person | None, at: datetime) -> None:
    """Take the version in. Asked for only when nothing in it is wrong."""
    load_catalogue(found.entries, file_name=found.name, file_sha256=found.sha256, source=found.name, by=by, at=at)
