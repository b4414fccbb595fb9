"""What the pools have in each quarter, and what projects ask of them and were promised."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.danish import number_text
from styrehjul.portfolio.domain.capacity import Demand, Load, in_unit, load
from styrehjul.portfolio.domain.life import OVER
from styrehjul.portfolio.domain.quarters import between, quarter_day, quarter_words, shifted
from styrehjul.portfolio.models import Allocation, Capacity, Pool
from styrehjul.portfolio.queries.settings import settings

QUARTERS = 6
_OVER = [state.value for state in OVER]
WORDS = {
    "over": _("over, hvad der er"),
    "short": _("ikke plads til alle ønsker"),
    "fits": _("der er plads"),
    "unknown": _("kapacitet ikke skrevet"),
}


@dataclass(frozen=True)
class Drawer:
    """A project that draws on a pool in a quarter."""

    title: str
    url: str
    amount: str
    confirmed: bool
    whom: str
    pk: int
    project_url: str


@dataclass(frozen=True)
class QuarterLoad:
    """A pool's quarter in words: net, confirmed, requested, what is left, and who draws on it."""

    quarter: date
    words: str
    net: str
    confirmed: str
    requested: str
    free: str
    verdict: str
    verdict_words: str
    drawers: list[Drawer]


@dataclass(frozen=True)
class PoolLoad:
    """A pool with its coming quarters."""

    pool: Pool
    quarters: list[QuarterLoad]
    over: int


@dataclass(frozen=True)
class CapacityPage:
    """All pools; `unit` is what is counted in, `uncompared` how many rows are in the other one and left out."""

    pools: list[PoolLoad]
    unit: str
    uncompared: int


def amount(value: Decimal | None) -> str:
    """ "120", "0,25", or "–" where nobody has said."""
    if value is None:
        return "–"
    decimals = max(0, -int(round(value, 2).normalize().as_tuple()[2]))
    return number_text(value, decimals)


def pool_choices() -> list[tuple[str, str]]:
    """The pools in use, to choose from. One query."""
    return [(str(pk), name) for pk, name in Pool.objects.filter(closed_on=None).values_list("pk", "name")]


def capacity_on(on: date, *, pool: int | None = None, persons: bool = False, quarters: int = QUARTERS) -> CapacityPage:
    """Every pool in use with this quarter and the next ones. Four queries whatever their number.

    Persons are named only where `persons` is true: for those who lead pools and who administer the portfolio.
    """
    chosen = settings()
    unit, per_fte = chosen.allocation_unit, chosen.hours_per_fte_quarter
    first = quarter_day(on)
    days = list(between(first, shifted(first, quarters - 1)))
    pools = Pool.objects.filter(closed_on=None).select_related("leader", "unit")
    if pool is not None:
        pools = Pool.objects.filter(pk=pool).select_related("leader", "unit")
    rows = list(pools)
    uncompared = 0
    net: dict[tuple[int, date], Decimal] = {}
    for has in Capacity.objects.filter(pool__in=rows, quarter__in=days):
        value = in_unit(has.gross - has.absence, has.unit, unit, per_fte)
        if value is None:
            uncompared += 1
        else:
            net[has.pool_id, has.quarter] = value
    demands: dict[tuple[int, date], list[Demand]] = defaultdict(list)
    drawers: dict[tuple[int, date], list[Drawer]] = defaultdict(list)
    asked = Allocation.objects.filter(pool__in=rows, quarter__in=days, released_on=None)
    asked = asked.exclude(project__state__in=_OVER).select_related("project", "person")
    for row in asked.order_by("-kind", "project__title", "pk"):
        assert row.pool_id is not None
        value = in_unit(row.amount, row.unit, unit, per_fte)
        if value is None:
            uncompared += 1
            continue
        key = (row.pool_id, row.quarter)
        demands[key].append(Demand(row.pool_id, row.quarter, row.project_id, value, row.kind))
        whom = row.person.name if row.person and persons else ""
        confirmed = row.kind == "confirmed"
        url = row.project.get_absolute_url()
        drawers[key].append(Drawer(row.project.title, f"{url}#timer", amount(value), confirmed, whom, row.pk, url))
    loads = [_pool(one, days, net, demands, drawers) for one in rows]
    return CapacityPage(loads, str(chosen.get_allocation_unit_display()), uncompared)


def short_of(row: Allocation) -> str:
    """What the one who asked for hours, or promised them, is told where the pool has not so many; else ""."""
    if row.pool_id is None or row.released_on is not None:
        return ""
    page = capacity_on(row.quarter, pool=row.pool_id, quarters=1)
    (one,) = page.pools[0].quarters
    if one.verdict not in ("over", "short"):
        return ""
    return _("%(pool)s har %(net)s %(unit)s i %(quarter)s; %(confirmed)s er bekræftet og %(requested)s ønsket.") % {
        "pool": page.pools[0].pool.name, "net": one.net, "unit": page.unit.lower(), "quarter": one.words,
        "confirmed": one.confirmed, "requested": one.requested,
    }  # fmt: skip


def _pool(
    pool: Pool,
    days: list[date],
    net: dict[tuple[int, date], Decimal],
    demands: dict[tuple[int, date], list[Demand]],
    drawers: dict[tuple[int, date], list[Drawer]],
) -> PoolLoad:
    found = []
    for day in days:
        key = (pool.pk, day)
        found.append(_quarter(day, load(net.get(key), demands[key]), drawers[key]))
    return PoolLoad(pool, found, sum(quarter.verdict == "over" for quarter in found))


def _quarter(day: date, one: Load, drawers: list[Drawer]) -> QuarterLoad:
    return QuarterLoad(
        quarter=day,
        words=quarter_words(day),
        net=amount(one.net),
        confirmed=amount(one.confirmed),
        requested=amount(one.requested),
        free=amount(one.free),
        verdict=one.verdict,
        verdict_words=str(WORDS[one.verdict]),
        drawers=drawers,
    )
