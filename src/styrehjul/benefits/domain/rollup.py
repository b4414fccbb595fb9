"""Many uncertain figures as one: the sum with its band. No random draws, so two people get the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import NormalDist

from styrehjul.benefits.domain.curve import Points
from styrehjul.benefits.domain.rounding import decimal

# √(2/π) and 2π, to more digits than anybody needs.
ROOT_2_PI = Decimal("0.7978845608028653558798921199")
TWO_PI = Decimal("6.283185307179586476925286767")


def reach_of(percent: int) -> Decimal:
    """How many standard deviations an interval goes out when `percent` of the cases end inside it: 1,2816 for 80."""
    return Decimal(str(round(NormalDist().inv_cdf(0.5 + percent / 200), 4)))


@dataclass(frozen=True)
class Spread:
    """A figure's mean and standard deviation."""

    mean: Decimal
    sigma: Decimal


@dataclass(frozen=True)
class Band:
    """The expected sum and what it ends between."""

    mean: Decimal
    low: Decimal
    high: Decimal

    @property
    def is_point(self) -> bool:
        """Nothing in it is uncertain, or nobody has said how much."""
        return self.low == self.high


def spread_of(points: Points, reach: Decimal) -> Spread:
    """Split at the likely value: one normal half below it and another above (steps 1 and 2 of the method)."""
    likely = decimal(points.likely)
    below, above = (likely - decimal(points.low)) / reach, (decimal(points.high) - likely) / reach
    mean = likely + (above - below) * ROOT_2_PI / 2
    variance = (below * below + above * above) / 2 - (above - below) ** 2 / TWO_PI
    return Spread(mean, max(variance, Decimal(0)).sqrt())


def together(spreads: Iterable[Spread]) -> Spread:
    """Figures that rise and fall as one, as those under one ceiling do."""
    found = list(spreads)
    return Spread(sum((one.mean for one in found), Decimal(0)), sum((one.sigma for one in found), Decimal(0)))


def band_of(spreads: Sequence[Spread], correlation: Decimal, reach: Decimal) -> Band:
    """The sum of the means with its band (step 3). `correlation` 0: nothing follows anything; 1: all follow each other."""
    mean = sum((one.mean for one in spreads), Decimal(0))
    apart = sum((one.sigma * one.sigma for one in spreads), Decimal(0))
    joined = sum((one.sigma for one in spreads), Decimal(0)) ** 2
    half = reach * ((1 - correlation) * apart + correlation * joined).sqrt()
    return Band(mean, mean - half, mean + half)
