"""A file against what the municipality has: the plan of an import, before anything is written."""

from styrehjul.imports.reading.files import KINDS, Asked, read_sheets
from styrehjul.imports.reading.plans import plan_of

__all__ = ["KINDS", "Asked", "plan_of", "read_sheets"]
