"""Writing a contract: its terms and payments, which systems it carries and how they share its cost."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import record, store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.systems.actions.suppliers import supplier_of
from styrehjul.systems.domain.cost import shares_fit
from styrehjul.systems.models import Contract, CostShare, PaymentLine

# What a person may write of a contract that is ours alone.
TERMS = (
    "name", "contract_no", "valid_from", "valid_to", "is_continuous", "terminated_at", "notice_months", "notice_by",
    "notice_extends", "irrevocable_until", "procurement_year", "procurement_quarter", "register_notes", "type", "template",
    "criticality", "purchase_type", "procurement_strategy", "procurement_initiated", "extension_options",
    "duration_years", "duration_months", "responsible_unit_id",
)  # fmt: skip
PAID = ("operation", "acquisition", "other")


@transaction.atomic
def create_contract(
    *, terms: Mapping[str, Any], supplier: str = "", systems: Collection[int] = (), by: Person | None, at: datetime
) -> Contract:
    """Write a contract in, with the systems that it carries. `terms` are its terms and payments, by column."""
    permit(by, "contract.keep", at=at)
    return write_contract(Contract(), terms=terms, supplier=supplier, systems=systems, by=by, at=at)


@transaction.atomic
def change_contract(
    contract: Contract,
    *,
    terms: Mapping[str, Any],
    supplier: str = "",
    systems: Collection[int] = (),
    expected_version: int | None = None,
    by: Person | None,
    at: datetime,
) -> Contract:
    """Put a contract right. One of Kitos's is put right there."""
    contract.refresh_from_db(from_queryset=Contract.objects.select_for_update())
    same_version(contract, expected_version)
    permit(by, "contract.keep", at=at)
    if contract.owned_by_kitos:
        raise Refused("contract.from_kitos", name=contract.name)
    return write_contract(contract, terms=terms, supplier=supplier, systems=systems, by=by, at=at)


def write_contract(
    contract: Contract,
    *,
    terms: Mapping[str, Any],
    supplier: str,
    systems: Collection[int],
    by: Person | None,
    at: datetime,
    reason: str = "",
) -> Contract:
    """Write a contract with its payments and systems, for whoever has been let in to do it: a person or a list."""
    action = "contract.create" if contract._state.adding else "contract.change"
    _put(contract, terms, supplier, by, at)
    store(contract, by=by, at=at, action=action, reason=reason)
    _pay(contract, terms, by, at)
    _carry(contract, systems, by, at)
    return contract


def _put(contract: Contract, terms: Mapping[str, Any], supplier: str, by: Person | None, at: datetime) -> None:
    for column in TERMS:
        if column in terms:
            setattr(contract, column, terms[column])
    contract.name = contract.name.strip()
    contract.supplier = supplier_of(supplier, by=by, at=at)
    if not contract.name:
        raise Refused("contract.lacks_name")
    if contract.valid_from and contract.valid_to and contract.valid_to < contract.valid_from:
        raise Refused("contract.backwards")


def _pay(contract: Contract, terms: Mapping[str, Any], by: Person | None, at: datetime) -> None:
    """One line holds what a person writes; where a list or Kitos has told several, they are put right there."""
    told = {column: int(terms.get(column) or 0) for column in PAID}
    lines = list(contract.payments.order_by("pk"))
    if not any(column in terms for column in PAID) or len(lines) > 1:
        return
    line = lines[0] if lines else PaymentLine(contract=contract)
    before = {column: getattr(line, column) for column in PAID}
    if before == told:
        return
    for column, amount in told.items():
        setattr(line, column, amount)
    line.save()
    record("contract.payments", contract, by=by, at=at, changes={key: [before[key], told[key]] for key in PAID})


def _carry(contract: Contract, systems: Collection[int], by: Person | None, at: datetime) -> None:
    there = {share.system_id: share for share in contract.shares.all()}
    gone = [share.pk for key, share in there.items() if key not in systems]
    new = [CostShare(contract=contract, system_id=key) for key in sorted(set(systems) - set(there))]
    if gone or new:
        CostShare.objects.filter(pk__in=gone).delete()
        CostShare.objects.bulk_create(new)
        record("contract.systems", contract, by=by, at=at, changes={"systems": [sorted(there), sorted(systems)]})


@transaction.atomic
def set_shares(contract: Contract, *, shares: Mapping[int, Decimal] | None, by: Person | None, at: datetime) -> None:
    """Say how the systems share the cost, in percent that make exactly 100; None: equally, as an estimate.

    Ours also where Kitos owns the contract: Kitos knows no shares.
    """
    contract.refresh_from_db(from_queryset=Contract.objects.select_for_update())
    permit(by, "contract.keep", at=at)
    rows = list(contract.shares.order_by("pk"))
    if shares is not None and (set(shares) != {row.system_id for row in rows} or not shares_fit(list(shares.values()))):
        raise Refused("contract.shares", total=sum(shares.values(), Decimal(0)))
    before = {str(row.system_id): None if row.percent is None else str(row.percent) for row in rows}
    for row in rows:
        row.percent = shares[row.system_id] if shares is not None else None
    CostShare.objects.bulk_update(rows, ["percent"])
    after = {str(row.system_id): None if row.percent is None else str(row.percent) for row in rows}
    record("contract.shares", contract, by=by, at=at, changes={"shares": [before, after]})


@transaction.atomic
def set_notice(contract: Contract, *, on: date | None, reason: str = "", by: Person | None, at: datetime) -> Contract:
    """Another last day for notice than the one that is reckoned, with a reason; None: the reckoned one again."""
    contract.refresh_from_db(from_queryset=Contract.objects.select_for_update())
    permit(by, "contract.keep", at=at)
    reason = reason.strip()
    if on is not None and not reason:
        raise Refused("contract.notice_reason")
    contract.notice_on_set, contract.notice_reason = on, reason if on else ""
    store(contract, by=by, at=at, action="contract.notice", reason=reason)
    return contract
