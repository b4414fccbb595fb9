"""Contracts of a file are written in and put right, all of them or none."""

from __future__ import annotations

from datetime import datetime

from styrehjul.imports.actions.lines import each
from styrehjul.imports.domain.lines import Line, Plan
from styrehjul.imports.reading import Asked
from styrehjul.imports.reading.contracts import values_of
from styrehjul.people.models import Person
from styrehjul.systems.actions.contracts import write_contract
from styrehjul.systems.domain.words import Source
from styrehjul.systems.models import Contract


def write_contracts(plan: Plan, asked: Asked, by: Person | None, at: datetime) -> None:
    """A changed one gets what the file says of it, and an empty cell says nothing."""
    there = Contract.objects.select_related("supplier").in_bulk([line.record for line in plan.writes if line.record])

    def work(line: Line) -> None:
        contract = there.get(line.record or 0) or Contract(source=Source.EXCEL.value)
        told = {**({} if contract.pk is None else values_of(contract)), **line.values}
        write_contract(
            contract, supplier=str(told.pop("supplier", "")), systems=told.pop("systems", ()), terms=told, by=by, at=at,
            reason=f"Indlæst fra {asked.name}",
        )  # fmt: skip

    each(plan.writes, work)
