"""A year of all benefits: what each is expected to give, what of it counts, what was measured, and what was taken home.

Every benefit gets its whole units once, handed out under the year's rounded sum. All tables add those same units, so a
benefit reads the same wherever it stands and no two sums disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from styrehjul.benefits.domain.credit import Claim, Credited, credited
from styrehjul.benefits.domain.curve import NOTHING, Covered, Curve, Points, gaps, measured_in
from styrehjul.benefits.domain.rollup import Band, Spread, band_of, spread_of, together
from styrehjul.benefits.domain.rounding import Exact, decimal, divided, handed_out
from styrehjul.benefits.domain.trail import Row, taken_in

K = TypeVar("K", bound=Hashable)


class Block(StrEnum):
    """What is summed together. Only the first is what the municipality gains."""

    MAIN = "main"
    AVOIDED = "avoided"
    NEGATIVE = "negative"
    POTENTIAL = "potential"


@dataclass(frozen=True)
class Facts:
    """A benefit that adds up (kroner or hours). `shares` are its parts by project; `group` the ceiling it is under."""

    key: int
    block: Block
    unit: str
    curve: Curve | None
    covered: tuple[Covered, ...] = ()
    taken: tuple[Row, ...] = ()
    group: int | None = None
    share: Fraction | None = None
    place: int = 0


@dataclass(frozen=True)
class Ceiling:
    """What the benefits of a group can take together in a year."""

    key: int
    points: Points | None
    rule: str


@dataclass(frozen=True)
class Line:
    """One benefit's year. The whole numbers are those that are shown everywhere."""

    facts: Facts
    claim: Points
    credit: Points
    spread: Spread
    is_measured: bool
    joined: int | None
    credited: int = 0
    elsewhere: int = 0
    measured: int = 0
    taken: int = 0

    @property
    def expected(self) -> int:
        """Before what is counted elsewhere is taken off."""
        return self.credited + self.elsewhere

    @property
    def lacks_interval(self) -> bool:
        """Expected, and nobody has said how low or high it may end."""
        return not self.is_measured and self.claim != NOTHING and not self.claim.has_interval


@dataclass(frozen=True)
class Sum:
    """Whole units of some lines, and what the credited ends between."""

    credited: int
    elsewhere: int
    measured: int
    taken: int
    band: Band
    count: int
    lacking: int

    @property
    def expected(self) -> int:
        """Before what is counted elsewhere is taken off."""
        return self.credited + self.elsewhere


@dataclass(frozen=True)
class Method:
    """What the municipality has chosen: how much figures follow each other, and how far an interval goes."""

    correlation: Decimal
    reach: Decimal


@dataclass(frozen=True)
class Year:
    """All lines of a year."""

    year: int
    method: Method
    lines: tuple[Line, ...] = field(default_factory=tuple)

    def of(self, block: Block, unit: str) -> list[Line]:
        """The lines that are summed together."""
        return [line for line in self.lines if line.facts.block == block and line.facts.unit == unit]

    def total(self, block: Block, unit: str) -> Sum:
        """All of them."""
        return summed([(line, 1, line_parts(line)) for line in self.of(block, unit)], self.method)

    def by(self, block: Block, unit: str, shares: Callable[[int], Mapping[K, Exact]]) -> dict[K, Sum]:
        """Divided after what `shares` says of each benefit; the parts always add up to `total`."""
        found: dict[K, list[tuple[Line, Exact, Parts]]] = {}
        for line in self.of(block, unit):
            mine = shares(line.facts.key)
            whole_of = sum((Fraction(share) for share in mine.values()), Fraction(0))
            pieces = [divided(amount, mine) for amount in line_parts(line)]
            for key, share in mine.items():
                part = Fraction(share) / whole_of if whole_of else Fraction(1, len(mine))
                found.setdefault(key, []).append((line, part, tuple(piece[key] for piece in pieces)))
        return {key: summed(parts, self.method) for key, parts in found.items()}


Parts = tuple[int, ...]


def line_parts(line: Line) -> Parts:
    """The four whole numbers of a line."""
    return (line.credited, line.elsewhere, line.measured, line.taken)


def summed(parts: Iterable[tuple[Line, Exact, Parts]], method: Method) -> Sum:
    """Lines, each with the share and the whole units of it that count here."""
    found = list(parts)
    counted, elsewhere, measured, taken = (sum(part[place] for _line, _share, part in found) for place in range(4))
    shown = [(line, share) for line, share, _part in found if line.claim != NOTHING]
    band = band_of(_units(shown), method.correlation, method.reach)
    lacking = sum(line.lacks_interval for line, _share in shown)
    return Sum(counted, elsewhere, measured, taken, band, len(shown), lacking)


def _units(found: Sequence[tuple[Line, Exact]]) -> list[Spread]:
    """What is uncertain by itself: each benefit, and as one those that a ceiling holds together."""
    alone: list[Spread] = []
    joined: dict[int, list[Spread]] = {}
    for line, share in found:
        part = Spread(line.spread.mean * decimal(share), line.spread.sigma * decimal(share))
        if line.joined is None:
            alone.append(part)
        else:
            joined.setdefault(line.joined, []).append(part)
    return [*alone, *(together(parts) for parts in joined.values())]


def year_of(found: Sequence[Facts], ceilings: Iterable[Ceiling], year: int, on: date, method: Method) -> Year:
    """The year's lines, in the order of `found`."""
    claims = {facts.key: claim_of(facts, year, on) for facts in found}
    groups = _groups(found, {ceiling.key: ceiling for ceiling in ceilings}, claims)
    lines = [_line(facts, claims[facts.key], groups.get(facts.key), method) for facts in found]
    return Year(year, method, tuple(_with_units(lines, year)))


def claim_of(facts: Facts, year: int, on: date) -> tuple[Points, bool]:
    """What the benefit gives that year, and whether it is known: measured to the year's end, it has no band."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    if facts.curve is None:
        return NOTHING, False
    begin = max(first, facts.curve.start)
    end = min(last, facts.curve.end) if facts.curve.end else last
    if begin <= end < on and facts.covered and not gaps(facts.covered, begin, end):
        return Points.of(measured_in(facts.covered, first, last)), True
    return facts.curve.in_year(year), False


Claims = Mapping[int, tuple[Points, bool]]


def _groups(
    found: Sequence[Facts], ceilings: Mapping[int, Ceiling], claims: Claims
) -> dict[int, tuple[Ceiling, Credited]]:
    """For each benefit under a ceiling that has more claims than room at some point: the group's credit."""
    members: dict[int, list[Facts]] = {}
    for facts in found:
        under = facts.group in ceilings and facts.block == Block.MAIN
        if under and facts.group is not None and claims[facts.key][0].likely > 0:
            members.setdefault(facts.group, []).append(facts)
    answer = {}
    for key, under_it in members.items():
        ceiling = ceilings[key]
        made = [Claim(facts.key, claims[facts.key][0], facts.share, facts.place) for facts in under_it]
        group = credited(made, ceiling.points, ceiling.rule)
        if group.total != group.claimed:
            answer.update({facts.key: (ceiling, group) for facts in under_it})
    return answer


def _line(facts: Facts, claim: tuple[Points, bool], group: tuple[Ceiling, Credited] | None, method: Method) -> Line:
    points, is_measured = claim
    credit = group[1].points(facts.key) if group else points
    return Line(facts, points, credit, spread_of(credit, method.reach), is_measured, group[0].key if group else None)


def _with_units(lines: Sequence[Line], year: int) -> list[Line]:
    """Whole units, handed out under the sum of each block and unit."""
    shown: dict[int, Line] = {}
    first, last = date(year, 1, 1), date(year, 12, 31)
    for kind in dict.fromkeys((line.facts.block, line.facts.unit) for line in lines):
        mine = [line for line in lines if (line.facts.block, line.facts.unit) == kind]
        numbers = [
            handed_out({line.facts.key: line.spread.mean for line in mine}),
            handed_out({line.facts.key: line.claim.likely - line.credit.likely for line in mine}),
            handed_out({line.facts.key: measured_in(line.facts.covered, first, last) for line in mine}),
            handed_out({line.facts.key: taken_in(line.facts.taken, year) for line in mine}),
        ]
        for line in mine:
            key = line.facts.key
            shown[key] = Line(
                line.facts, line.claim, line.credit, line.spread, line.is_measured, line.joined,
                *(one[key] for one in numbers),
            )  # fmt: skip
    return [shown[line.facts.key] for line in lines]
