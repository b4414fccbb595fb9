"""Why less came than was promised: later, smaller, not measured yet, or measured lower. The parts add up exactly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from styrehjul.benefits.domain.curve import Covered, Curve, expected_over, gaps, measured_in
from styrehjul.benefits.domain.rounding import Exact, exact, hand_out, whole


@dataclass(frozen=True)
class Slip:
    """The way from what was promised (`original`) to what is measured, at one day, in one unit."""

    original: Fraction
    measured: Fraction
    later: Fraction
    less: Fraction
    unmeasured: Fraction
    missed: Fraction
    dropped: Fraction = Fraction(0)

    @property
    def parts(self) -> tuple[Fraction, ...]:
        """In the order that they are read."""
        return (self.later, self.less, self.unmeasured, self.missed, self.dropped)

    @property
    def gap(self) -> Fraction:
        """All that is missing."""
        return self.original - self.measured


@dataclass(frozen=True)
class Shown:
    """The same in whole units, where the parts still add up to the difference."""

    original: int
    measured: int
    later: int
    less: int
    unmeasured: int
    missed: int
    dropped: int

    @property
    def gap(self) -> int:
        """All that is missing."""
        return self.original - self.measured


def decompose(
    original: Exact, moved: Exact, current: Exact, unmeasured: Exact, measured: Exact, *, dropped: bool = False
) -> Slip:
    """O, O', C, the part of C that no measurement covers, and M, all cumulated to the same day.

    What was dropped expects nothing more: all that was promised has fallen away, and what was measured all the same
    stands as more than expected.
    """
    promised, found = exact(original), exact(measured)
    if dropped:
        return Slip(promised, found, Fraction(0), Fraction(0), Fraction(0), -found, promised)
    now, hidden = exact(current), exact(unmeasured)
    return Slip(promised, found, promised - exact(moved), exact(moved) - now, hidden, now - hidden - found)


def slip_of(
    original: Curve, moved: Curve, current: Curve, covered: list[Covered], day: date, *, dropped: bool = False
) -> Slip:
    """The parts at `day`. `moved` is the original as it would lie with the milestone's day of today."""
    first = min(original.start, moved.start, current.start)
    hidden = expected_over(current, gaps(covered, first, day)) if day >= first else Fraction(0)
    begin = min([first, *(one.first for one in covered)])
    return decompose(
        original.until(day).likely,
        moved.until(day).likely,
        current.until(day).likely,
        hidden,
        measured_in(covered, begin, day),
        dropped=dropped,
    )


def shown(slip: Slip) -> Shown:
    """Whole units: the two sums are rounded by themselves, and the parts are handed out to fit between them."""
    promised, found = whole(slip.original), whole(slip.measured)
    return Shown(promised, found, *hand_out(slip.parts, promised - found))
