"""Pages over several packages need no rights of their own: what they show is asked for package by package."""

from __future__ import annotations

from styrehjul.people.permissions import EVERYONE
from styrehjul.people.policy import Row

ROWS = (Row("todo.see", EVERYONE, "Alle ansatte ser deres egne opgaver, og kun dem."),)
