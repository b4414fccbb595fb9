"""A project's money in 1.000 kr.: sums per year and kind, never of two price levels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Line:
    """One line of money. None is "not known", which is not 0."""

    year: int
    kind: str
    price_level: int
    budget: Decimal | None = None
    forecast: Decimal | None = None
    spent: Decimal | None = None
    permanent: bool = False


@dataclass(frozen=True)
class Sum:
    """A sum of lines in the same prices."""

    budget: Decimal | None = None
    forecast: Decimal | None = None
    spent: Decimal | None = None

    @property
    def off(self) -> Decimal | None:
        """How much more than its budget is expected; negative when less."""
        return None if self.budget is None or self.forecast is None else self.forecast - self.budget


def total(lines: Iterable[Line]) -> Sum:
    """The sum of the lines; a column that no line fills stays unknown."""
    rows = list(lines)
    return Sum(*(_added(getattr(row, name) for row in rows) for name in ("budget", "forecast", "spent")))


def _added(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def price_levels(lines: Iterable[Line]) -> list[int]:
    """The years whose prices are used, oldest first. More than one: there is no one total."""
    return sorted({line.price_level for line in lines})


def by_year(lines: Iterable[Line]) -> dict[tuple[int, int], Sum]:
    """(year, price level) -> sum, in that order."""
    rows = list(lines)
    keys = sorted({(row.year, row.price_level) for row in rows})
    return {key: total(row for row in rows if (row.year, row.price_level) == key) for key in keys}


def by_kind(lines: Iterable[Line]) -> dict[tuple[str, int], Sum]:
    """(kind, price level) -> sum."""
    rows = list(lines)
    keys = sorted({(row.kind, row.price_level) for row in rows})
    return {key: total(row for row in rows if (row.kind, row.price_level) == key) for key in keys}
