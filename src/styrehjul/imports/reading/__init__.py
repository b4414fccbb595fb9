"""A file against what the municipality has: the plan of an import, before anything is written."""

from styrehjul.imports.reading.files import KINDS, Asked, first_table, project_sheet, read_sheets
from styrehjul.imports.reading.plans import plan_of

__all__ = ["KINDS", "Asked", "first_table", "plan_of", "project_sheet", "read_sheets"]
