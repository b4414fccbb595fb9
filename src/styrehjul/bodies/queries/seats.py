"""The seats of one person, in the words of the kommissorium that applied."""

from __future__ import annotations

from datetime import date
from typing import Any

from styrehjul.bodies.domain.model import SeatKind
from styrehjul.bodies.labels import SEAT_KIND
from styrehjul.bodies.models import Kommissorium, SeatHolding
from styrehjul.bodies.queries.rules import text_of
from styrehjul.kernel.days import in_period
from styrehjul.people.models import Person


def seats_of(person: Person, on: date) -> list[dict[str, Any]]:
    """Every seat the person has or had, in the words of the kommissorium that applied, those of today first."""
    rows, versions = [], _versions()
    for holding in SeatHolding.objects.filter(person=person).select_related("body", "unit").order_by("-start", "-pk"):
        if holding.end is not None and holding.end < holding.start:
            continue  # never took force
        state = "now" if in_period(on, holding.start, holding.end) else ("later" if holding.start > on else "past")
        role = SEAT_KIND[SeatKind(holding.kind)]
        rows.append({"holding": holding, "title": _title(holding, versions), "state": state, "role": role})
    return sorted(rows, key=lambda row: ("now", "later", "past").index(row["state"]))


def seat_title(holding: SeatHolding) -> str:
    """What the seat is called in the kommissorium of the holding's first day; its key where that does not know it."""
    return _title(holding, _versions())


def _versions() -> list[Kommissorium]:
    return list(Kommissorium.objects.order_by("applies_from", "number"))


def _title(holding: SeatHolding, versions: list[Kommissorium]) -> str:
    applying = [row for row in versions if row.applies_from <= holding.start] or versions[:1]
    try:
        return text_of(applying[-1]).body(holding.body.code).seat(holding.seat_key).title
    except (KeyError, IndexError):
        return holding.seat_key
