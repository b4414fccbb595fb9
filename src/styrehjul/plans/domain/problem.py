"""A year's planning problem as plain values: what there is to choose among, and what it may draw on."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

FORMAT = "styrehjul.plan/1"
TOTAL = "total"
Per = Literal["period", "year", "total"]
When = Literal["finished", "started", "chosen"]
Explain = Literal["basic", "full"]


@dataclass(frozen=True)
class Period:
    """A quarter, or whatever the plan counts in."""

    id: str
    year: int | None = None


@dataclass(frozen=True)
class Pool:
    """What the items draw on. `capacity` holds one number per slot: per period, per year, or one in all."""

    id: str
    name: str
    unit: str
    per: Per
    slots: tuple[str, ...]
    slot_of: tuple[int, ...]  # period -> slot
    capacity: tuple[Decimal, ...]


@dataclass(frozen=True)
class Item:
    """A candidate. `values` has one entry per period, None where it may not start; `starts` are indices of periods."""

    id: str
    name: str
    values: tuple[Decimal | None, ...]
    starts: tuple[int, ...]
    duration: int
    may_continue: bool
    must: bool
    out: bool
    reason: str
    demand: dict[str, tuple[Decimal, ...]]


@dataclass(frozen=True)
class Requirement:
    item: str
    needs: str
    when: When
    lag: int


@dataclass(frozen=True)
class Group:
    """Limits on a set of items; None: no such limit."""

    id: str
    items: tuple[str, ...]
    least: int | None = None
    most: int | None = None
    max_active: int | None = None
    max_starts: int | None = None
    min_demand: dict[str, Decimal] = field(default_factory=dict)
    max_demand: dict[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True)
class Synergy:
    """What is gained (negative: lost to overlap) when all of them are chosen."""

    items: tuple[str, ...]
    value: Decimal


@dataclass(frozen=True)
class Options:
    gap: Decimal = Decimal(0)
    node_limit: int | None = None
    time_limit: Decimal = Decimal(30)
    explain: Explain = "basic"


@dataclass(frozen=True)
class Problem:
    periods: tuple[Period, ...]
    pools: tuple[Pool, ...]
    items: tuple[Item, ...]
    name: str = ""
    requires: tuple[Requirement, ...] = ()
    excludes: tuple[tuple[str, ...], ...] = ()
    groups: tuple[Group, ...] = ()
    synergies: tuple[Synergy, ...] = ()
    reference: dict[str, int | None] = field(default_factory=dict)
    options: Options = Options()
    sha256: str = ""
