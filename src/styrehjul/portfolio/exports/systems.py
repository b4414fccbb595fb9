"""The list of systems as a file: one row for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from styrehjul.portfolio.queries.system_list import Beside, SystemLine

# Heading, and its name in JSON.
COLUMNS = (
    ("System", "name"), ("Systemejer", "owner"), ("Enhed", "unit"), ("Livscyklus", "lifecycle"), ("Leverandør", "supplier"),
    ("Retning", "direction"), ("Kontrakten udløber", "contract_end"), ("Pris om året, kr.", "yearly_cost"),
    ("Prisen er anslået", "cost_is_estimated"), ("Senest bekræftet", "verified_on"), ("Projekter", "projects"),
    ("Gevinster, 1.000 kr. om året", "gain_tdkk"), ("Gevinster, timer om året", "gain_hours"),
)  # fmt: skip


def as_rows(lines: Sequence[SystemLine], more: Beside) -> list[list[Any]]:
    """Each system as a row."""
    rows = []
    for line in lines:
        system, bound = line.system, line.bound
        gain, steering = more.potentials.get(system.pk), more.steering.get(system.pk)
        rows.append(
            [
                system.name, system.owner.name if system.owner else "", str(system.responsible_unit or ""), line.lifecycle,
                str(system.supplier or ""), steering.direction if steering else "", bound.end,
                bound.cost.kroner if bound.cost.contracts else None,
                ("Ja" if bound.cost.estimated else "Nej") if bound.cost.contracts else "",
                steering.verified_on if steering else None,
                "; ".join(tied.title for tied in more.projects.get(system.pk, ())),
                gain.tdkk if gain else None, gain.hours_a_year if gain else None,
            ]
        )  # fmt: skip
    return rows
