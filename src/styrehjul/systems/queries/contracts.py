"""Contracts and suppliers as their lists and pages tell them; the same queries for any number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum

from styrehjul.kernel.danish import sort_key
from styrehjul.systems.domain.cost import NO_SPLIT, Split, split
from styrehjul.systems.domain.months import plus_months
from styrehjul.systems.domain.notice import Notice, Terms, notice_of
from styrehjul.systems.kroner import kroner
from styrehjul.systems.models import Contract, CostShare, PaymentLine, Supplier, System
from styrehjul.systems.queries.money import in_force, shares_of, yearly

FAR = date(9999, 12, 31)
SOON = 12


def notice_terms(contract: Contract, target: date | None = None) -> Terms:
    """What the last day for notice is reckoned from."""
    return Terms(
        end=contract.valid_to, months=contract.notice_months, told=contract.notice_text, by=contract.notice_by,
        extends=contract.notice_extends, continuous=bool(contract.is_continuous), target=target,
        terminated=contract.terminated_at is not None, irrevocable_until=contract.irrevocable_until,
        set_on=contract.notice_on_set,
    )  # fmt: skip


@dataclass(frozen=True)
class ContractLine:
    """A contract in a list."""

    contract: Contract
    systems: tuple[tuple[str, str], ...]
    operation: int
    notice: Notice
    split: Split = NO_SPLIT

    @property
    def cost(self) -> str:
        """What its operation costs in a year."""
        return kroner(self.operation) if self.operation else ""


def contract_lines(
    on: date, *, q: str = "", soon: bool = False, without_system: bool = False, supplier: int | None = None
) -> list[ContractLine]:
    """Contracts in force, the one that ends first on top. Four queries."""
    rows = in_force(on).select_related("supplier").defer("register_notes")
    if q:
        rows = rows.filter(Q(name__icontains=q) | Q(contract_no__icontains=q) | Q(supplier__name__icontains=q))
    if supplier is not None:
        rows = rows.filter(supplier_id=supplier)
    if without_system:
        rows = rows.filter(shares__isnull=True)
    if soon:
        rows = rows.filter(valid_to__lte=plus_months(on, SOON))
    found = lines_of(list(rows.order_by("pk")))
    return sorted(found, key=lambda one: (one.contract.valid_to or FAR, sort_key(one.contract.name), one.contract.pk))


def lines_of(contracts: list[Contract]) -> list[ContractLine]:
    """The contracts with their systems, costs and notice. Two queries."""
    keys = [contract.pk for contract in contracts]
    names: dict[int, list[tuple[str, str]]] = defaultdict(list)
    shares: dict[int, dict[int, Decimal | None]] = defaultdict(dict)
    for share in CostShare.objects.filter(contract_id__in=keys).select_related("system").order_by("pk"):
        names[share.contract_id].append((share.system.name, share.system.get_absolute_url()))
        shares[share.contract_id][share.system_id] = share.percent
    amounts = yearly(keys)
    return [
        ContractLine(
            contract,
            tuple(sorted(names[contract.pk], key=lambda pair: sort_key(pair[0]))),
            amounts.get(contract.pk, 0),
            notice_of(notice_terms(contract)),
            split(amounts.get(contract.pk, 0), shares[contract.pk]),
        )
        for contract in contracts
    ]


@dataclass(frozen=True)
class SupplierLine:
    """A supplier with what it delivers and what is paid for it in a year."""

    supplier: Supplier
    systems: int
    contracts: int
    kroner: int

    @property
    def cost(self) -> str:
        """The sum in words."""
        return kroner(self.kroner) if self.contracts else ""


def supplier_lines(on: date) -> list[SupplierLine]:
    """Each supplier; the one that is paid most first. Four queries."""
    systems = _count(System.objects.filter(supplier__isnull=False).order_by().values_list("supplier_id", flat=True))
    bound = dict(in_force(on).filter(supplier__isnull=False).order_by("pk").values_list("pk", "supplier_id"))
    contracts = _count(bound.values())
    paid: dict[int, int] = defaultdict(int)
    for contract, amount in yearly().items():
        if contract in bound:
            paid[bound[contract] or 0] += amount
    lines = [
        SupplierLine(one, systems.get(one.pk, 0), contracts.get(one.pk, 0), paid.get(one.pk, 0))
        for one in Supplier.objects.order_by("pk")
    ]
    return sorted(lines, key=lambda one: (-one.kroner, sort_key(one.supplier.name), one.supplier.pk))


def _count(keys: Iterable[int | None]) -> Mapping[int, int]:
    found: dict[int, int] = defaultdict(int)
    for key in keys:
        if key is not None:
            found[key] += 1
    return found


@dataclass(frozen=True)
class ContractCard:
    """Everything on a contract's page."""

    line: ContractLine
    payments: list[PaymentLine]
    sums: tuple[int, int, int]
    # A system, its set share, and what it bears in kroner.
    shares: tuple[tuple[System, Decimal | None, int], ...]


def contract_card(contract: Contract) -> ContractCard:
    """One contract whole."""
    [line] = lines_of([contract])
    payments = list(contract.payments.select_related("unit").order_by("internal", "pk"))
    sums = PaymentLine.objects.filter(contract=contract).aggregate(
        operation=Sum("operation", default=0), acquisition=Sum("acquisition", default=0), other=Sum("other", default=0)
    )
    rows = sorted(contract.shares.select_related("system"), key=lambda row: (sort_key(row.system.name), row.pk))
    shares = tuple((row.system, row.percent, line.split.kroner.get(row.system_id, 0)) for row in rows)
    return ContractCard(line, payments, (sums["operation"], sums["acquisition"], sums["other"]), shares)


def system_contracts(system: System) -> list[ContractLine]:
    """The contracts that carry a system, those in force first."""
    rows = list(Contract.objects.filter(shares__system=system).select_related("supplier").order_by("pk"))
    return sorted(
        lines_of(rows), key=lambda one: (one.contract.valid_to or FAR, sort_key(one.contract.name), one.contract.pk)
    )


__all__ = ["contract_card", "contract_lines", "shares_of", "supplier_lines", "system_contracts"]
