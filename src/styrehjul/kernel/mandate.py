"""The proof that a body decided: only the meetings package hands it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Mandate:
    """A decision in force, as the package below sees it: its number, the body's code and when it took force."""

    decision_ref: str
    body: str
    in_force_at: datetime
