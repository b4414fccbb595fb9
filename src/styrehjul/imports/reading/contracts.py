"""What a file of contracts would do to the register as it is."""

from __future__ import annotations

from datetime import date
from typing import Any

from styrehjul.imports.domain import contracts
from styrehjul.imports.domain.lines import Fate, Line
from styrehjul.imports.domain.matching import Sheet
from styrehjul.imports.reading.files import Asked
from styrehjul.imports.reading.projects import keys_by_word
from styrehjul.imports.reading.systems import around_on
from styrehjul.systems.actions.contracts import PAID, TERMS
from styrehjul.systems.models import Contract, System


def propose_contracts(asked: Asked, sheets: list[tuple[str, Sheet]], on: date) -> tuple[list[Line], tuple[str, ...]]:
    """Every row's fate; and the contracts that the file does not name, which are never taken away."""
    (_kind, sheet), *_rest = sheets
    rows = list(Contract.objects.select_related("supplier").prefetch_related("payments", "shares").order_by("pk"))
    there = [
        contracts.ContractThere(
            row.pk, row.name, values_of(row), row.contract_no, row.owned_by_kitos, len(row.payments.all()) > 1
        )
        for row in rows
    ]
    names = dict(System.objects.order_by("pk").values_list("pk", "name"))
    units = around_on(on)
    found = keys_by_word((pk, (name,)) for pk, name in names.items())
    around = contracts.Around(
        units=units.units, systems={word: keys[0] for word, keys in found.items() if len(keys) == 1},
        unit_names=units.unit_names, system_names=names,
    )  # fmt: skip
    lines = list(contracts.propose(sheet, there, around, given=asked.given, skipped=asked.skipped))
    met = {line.record for line in lines if line.record} | {0}
    whole = any(line.fate in (Fate.UPDATE, Fate.UNCHANGED) for line in lines)
    return lines, tuple(row.name for row in rows if row.pk not in met) if whole else ()


def values_of(row: Contract) -> dict[str, Any]:
    """What a file may tell of a contract, as it stands."""
    payments = list(row.payments.all())
    return {
        **{name: getattr(row, name) for name in TERMS},
        **{name: sum(getattr(line, name) for line in payments) for name in PAID},
        "supplier": row.supplier.name if row.supplier else "",
        "systems": tuple(sorted(share.system_id for share in row.shares.all())),
    }
