"""Benefits with numbers, for the tests of their figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from styrehjul.audit.unit import store
from styrehjul.benefits.models import Benefit, Measurement
from styrehjul.portfolio.models import Project
from tests.portfolio.town import AT, Town


def a_saving(town: Town, number: str, project: Project | None = None, **fields: Any) -> Benefit:
    """A planned benefit in 1.000 kr.: from 1.900 to 1.200 a year from New Year 2027."""
    values: dict[str, Any] = {
        "title": f"Mindre porto {number}", "project": project, "owner": town.jonas, "baseline": "1.900 t.kr.",
        "target": "1.200 t.kr.", "baseline_number": Decimal(1900), "target_number": Decimal(1200),
        "target_on": date(2027, 1, 1), "measure_on": date(2027, 7, 1), "state": "planned", "kind": "efficiency",
        "unit": "1.000 kr.", "direction": "down", "shape": "flow", "aggregation": "sum", "receiver": "own_budget",
    }  # fmt: skip
    row = Benefit(number=f"G-2027-{number}", **(values | fields))
    store(row, by=None, at=AT, action="benefit.add")
    return row


def a_measurement(row: Benefit, first: date, last: date, number: Decimal | int) -> Measurement:
    """What the benefit was found to be over some days."""
    found = Measurement(
        benefit=row, on=last, value=f"{number} t.kr.", number=Decimal(number), covers_from=first, covers_to=last
    )
    store(found, by=None, at=AT, action="benefit.measure")
    return found
