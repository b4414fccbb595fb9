"""Hours asked for and promised against the hours there are. More than there is is shown, never refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from styrehjul.portfolio.domain.parts import AllocationKind


@dataclass(frozen=True)
class Demand:
    """Hours of one pool for one project in one quarter."""

    pool: int
    quarter: date
    project: int
    amount: Decimal
    kind: str


@dataclass(frozen=True)
class Load:
    """A pool's quarter: what there is, what is promised, what is asked for on top, and who draws on it.

    `net` is None where nobody has said what there is.
    """

    net: Decimal | None
    confirmed: Decimal
    requested: Decimal
    projects: tuple[int, ...]

    @property
    def free(self) -> Decimal | None:
        """What is left when only what is promised counts; negative when more is promised than there is."""
        return None if self.net is None else self.net - self.confirmed

    @property
    def verdict(self) -> str:
        """ "over" (more promised than there is), "short" (not enough for what is asked for too), "fits" or "unknown"."""
        if self.net is None:
            return "unknown"
        if self.confirmed > self.net:
            return "over"
        return "short" if self.confirmed + self.requested > self.net else "fits"


def load(net: Decimal | None, demands: Iterable[Demand]) -> Load:
    """The load of one pool's quarter."""
    rows = list(demands)

    def of(kind: AllocationKind) -> Decimal:
        return sum((row.amount for row in rows if row.kind == kind), Decimal(0))

    projects = tuple(dict.fromkeys(row.project for row in rows))
    return Load(net, of(AllocationKind.CONFIRMED), of(AllocationKind.REQUESTED), projects)


def in_unit(amount: Decimal, unit: str, wanted: str, hours_per_fte: Decimal | None) -> Decimal | None:
    """An amount in the wanted unit; None where hours and årsværk cannot be compared, because nobody said how."""
    if unit == wanted:
        return amount
    if not hours_per_fte:
        return None
    return amount * hours_per_fte if wanted == "hours" else amount / hours_per_fte
