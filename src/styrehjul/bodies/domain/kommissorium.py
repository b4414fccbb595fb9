"""A kommissorium as a document: read it, check it, write it, compare two. One door for the packages above."""

from __future__ import annotations

from styrehjul.bodies.domain.checking import problems, warnings
from styrehjul.bodies.domain.differences import Change, differences
from styrehjul.bodies.domain.model import KommissoriumText
from styrehjul.bodies.domain.problems import Finding, KommissoriumErrors, Problem
from styrehjul.bodies.domain.reading import read, warnings_of
from styrehjul.bodies.domain.silences import unset
from styrehjul.bodies.domain.writing import write

__all__ = [
    "Change", "Finding", "KommissoriumErrors", "KommissoriumText", "Problem", "differences", "problems", "read", "unset",
    "warnings", "warnings_of", "write",
]  # fmt: skip
