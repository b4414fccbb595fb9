"""No krone twice: benefits that would take from the same account share its ceiling."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from styrehjul.benefits.domain.curve import NOTHING, Points


class Rule(StrEnum):
    """How a ceiling is shared."""

    SPLIT = "split"
    ORDER = "order"


@dataclass(frozen=True)
class Claim:
    """What a benefit claims in a year. `share` is its agreed part under "split"; `place` its turn under "order"."""

    key: Hashable
    points: Points
    share: Fraction | None = None
    place: int = 0


@dataclass(frozen=True)
class Credited:
    """What a group is credited with, and who gets what of it at the likely point."""

    claimed: Points
    total: Points
    likely: Mapping[Hashable, Fraction]

    def points(self, key: Hashable) -> Points:
        """A member's part of the group's figure: its interval is the same part of the group's interval."""
        mine = self.likely[key]
        if self.total.likely == 0:
            return NOTHING
        return self.total.times(mine / self.total.likely)


def credited(claims: Sequence[Claim], ceiling: Points | None, rule: str) -> Credited:
    """At each point min(all claims, ceiling). Negative claims claim nothing."""
    claimed = NOTHING
    for claim in claims:
        claimed = claimed.plus(_above_nothing(claim.points))
    if ceiling is None:
        total = claimed
    else:
        total = Points(
            min(claimed.low, ceiling.low), min(claimed.likely, ceiling.likely), min(claimed.high, ceiling.high)
        )
    wanted = {claim.key: max(claim.points.likely, Fraction(0)) for claim in claims}
    if rule == Rule.ORDER:
        order = sorted(claims, key=lambda claim: claim.place)
        return Credited(claimed, total, in_order([(claim.key, wanted[claim.key]) for claim in order], total.likely))
    shares = {claim.key: claim.share if claim.share is not None else wanted[claim.key] for claim in claims}
    return Credited(claimed, total, by_share(wanted, shares, total.likely))


def _above_nothing(points: Points) -> Points:
    none = Fraction(0)
    return Points(max(points.low, none), max(points.likely, none), max(points.high, none))


def in_order(claims: Sequence[tuple[Hashable, Fraction]], total: Fraction) -> dict[Hashable, Fraction]:
    """The first takes what it claims, the next what is left."""
    left, found = total, {}
    for key, claim in claims:
        found[key] = min(claim, left)
        left -= found[key]
    return found


def by_share(
    claims: Mapping[Hashable, Fraction], shares: Mapping[Hashable, Fraction], total: Fraction
) -> dict[Hashable, Fraction]:
    """Each gets its share, never more than it claims; what somebody leaves goes to the others after their shares."""
    found = dict.fromkeys(claims, Fraction(0))
    open_ones, left = [key for key in claims if claims[key] > 0], min(total, sum(claims.values(), Fraction(0)))
    while open_ones and left > 0:
        weight = sum((shares[key] for key in open_ones), Fraction(0))
        parts = {key: left * (shares[key] / weight if weight else Fraction(1, len(open_ones))) for key in open_ones}
        full = [key for key in open_ones if parts[key] >= claims[key] - found[key]]
        if not full:
            for key, part in parts.items():
                found[key] += part
            break
        for key in full:
            left -= claims[key] - found[key]
            found[key] = claims[key]
        open_ones = [key for key in open_ones if key not in full]
    return found


@dataclass(frozen=True)
class Counted:
    """What one benefit measures, which accounts it takes from, and which group it is in."""

    key: Hashable
    measure: str
    accounts: frozenset[str]
    group: Hashable | None


def suspected(found: Sequence[Counted]) -> list[tuple[Hashable, Hashable, str]]:
    """Pairs with the same measure and account that are in no common group, with the account that they share."""
    pairs = []
    by_measure: dict[str, list[Counted]] = {}
    for one in found:
        if one.measure.strip() and one.accounts:
            by_measure.setdefault(one.measure.strip().casefold(), []).append(one)
    for alike in by_measure.values():
        for place, one in enumerate(alike):
            for other in alike[place + 1 :]:
                common = sorted(one.accounts & other.accounts)
                if common and (one.group is None or one.group != other.group):
                    pairs.append((one.key, other.key, common[0]))
    return pairs
