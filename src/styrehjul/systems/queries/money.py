"""What systems cost in a year and until when their contracts bind, from three queries whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet, Sum

from styrehjul.systems.domain.cost import Cost, cost_per_system
from styrehjul.systems.models import Contract, CostShare, PaymentLine

NOTHING = Cost()


@dataclass(frozen=True)
class Bound:
    """A system's contract as the list tells it: the day its main contract ends, else the first of the others."""

    cost: Cost = NOTHING
    end: date | None = None
    continuous: bool = False
    contracts: int = 0


def in_force(on: date) -> QuerySet[Contract]:
    """Contracts that bind on the day: neither over nor taken out of the register."""
    return Contract.objects.filter(removed_in_kitos_at__isnull=True).exclude(valid_to__lt=on)


def yearly(contracts: Iterable[int] | None = None) -> dict[int, int]:
    """Contract -> what its operation costs in a year, in kroner."""
    rows = PaymentLine.objects.all()
    if contracts is not None:
        rows = rows.filter(contract_id__in=list(contracts))
    return dict(rows.order_by().values_list("contract_id").annotate(kroner=Sum("operation")))


def bounds(on: date, systems: Iterable[int] | None = None) -> dict[int, Bound]:
    """System -> its cost and its contract's end. A system without a contract in force is left out."""
    shares = CostShare.objects.all()
    if systems is not None:
        tied = CostShare.objects.filter(system_id__in=list(systems)).values("contract_id")
        shares = shares.filter(contract_id__in=tied)
    rows = list(shares.order_by("pk").values_list("contract_id", "system_id", "percent", "is_main"))
    wanted = {row[0] for row in rows}
    found = in_force(on)
    if systems is not None:
        found = found.filter(pk__in=wanted)
    terms = {pk: (end, bool(runs)) for pk, end, runs in found.values_list("pk", "valid_to", "is_continuous")}
    amounts = yearly(wanted if systems is not None else None)
    split: dict[int, dict[int, Decimal | None]] = defaultdict(dict)
    ends: dict[int, list[tuple[bool, date | None, bool]]] = defaultdict(list)
    for contract, system, percent, is_main in rows:
        if contract in terms:
            split[contract][system] = percent
            end, runs = terms[contract]
            ends[system].append((is_main, end, runs))
    costs = cost_per_system([(amounts.get(key, 0), shares_of) for key, shares_of in sorted(split.items())])
    return {system: _bound(costs.get(system, NOTHING), told) for system, told in ends.items()}


def _bound(cost: Cost, told: list[tuple[bool, date | None, bool]]) -> Bound:
    main = next((one for one in told if one[0]), None)
    if main is not None:
        return Bound(cost, main[1], main[2], len(told))
    days = [end for _is_main, end, _runs in told if end]
    return Bound(cost, min(days, default=None), any(runs for _m, _e, runs in told), len(told))


def shares_of(contracts: Iterable[int]) -> Mapping[int, dict[int, Decimal | None]]:
    """Contract -> its systems with their set shares."""
    found: dict[int, dict[int, Decimal | None]] = defaultdict(dict)
    rows = CostShare.objects.filter(contract_id__in=list(contracts)).order_by("pk")
    for contract, system, percent in rows.values_list("contract_id", "system_id", "percent"):
        found[contract][system] = percent
    return found
