"""What a benefit must have before each step of its life."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from styrehjul.benefits.domain.life import OPEN, OUTCOMES, BenefitState
from styrehjul.benefits.domain.profile import Aggregation, Direction
from styrehjul.benefits.domain.said import amount
from styrehjul.kernel.refusal import Reason

YEAR = timedelta(days=366)


@dataclass(frozen=True)
class Found:
    """One measurement as the rules ask for it. A sum is for the stretch that it covers."""

    on: date
    number: Decimal | None
    covers_from: date | None = None
    covers_to: date | None = None


@dataclass(frozen=True)
class Way:
    """What is measured against: the number today, the number wanted, and which way is better."""

    baseline: Decimal | None
    target: Decimal | None
    direction: str
    aggregation: str
    unit: str
    target_on: date | None


def is_open(state: str) -> bool:
    """Whether it is still to be realised."""
    return BenefitState(state) in OPEN


def lacks_to_plan(owner: bool, target: str, target_on: date | None) -> list[Reason]:
    """A planned benefit has an owner, a number wanted, and a day for it."""
    lacking = {
        "benefit.lacks_owner": not owner,
        "benefit.lacks_target": not target.strip(),
        "benefit.lacks_date": target_on is None,
    }
    return [Reason(code) for code, is_lacking in lacking.items() if is_lacking]


def lacks_to_accept(owner: bool, state: str) -> list[Reason]:
    """There is somebody to say yes, and something left to say yes to."""
    reasons = [] if owner else [Reason("benefit.lacks_owner")]
    return reasons + ([] if is_open(state) else [Reason("benefit.over")])


def measured(way: Way, found: list[Found]) -> Decimal | None:
    """What all measurements say together; `found` are those that count, the newest first."""
    numbers = [one.number for one in found if one.number is not None]
    if not numbers:
        return None
    match way.aggregation:
        case Aggregation.SUM:
            return _of_a_year(found)
        case Aggregation.AVERAGE:
            return (sum(numbers, Decimal(0)) / len(numbers)).quantize(Decimal("0.001"))
        case Aggregation.MAX:
            return max(numbers)
        case Aggregation.MIN:
            return min(numbers)
    return numbers[0]


def _of_a_year(found: list[Found]) -> Decimal | None:
    """The year that ends with the newest. One that says no stretch is for a year by itself."""
    known = [one for one in found if one.number is not None]
    newest = known[0]
    if newest.covers_from is None:
        return newest.number
    begin = (newest.covers_to or newest.on) - YEAR
    return sum((one.number or Decimal(0) for one in known if one.covers_from and one.covers_from >= begin), Decimal(0))


def reached(way: Way, value: Decimal) -> bool | None:
    """Whether the target was reached; None where that cannot be held against numbers."""
    if way.target is None or not way.direction:
        return None
    return value >= way.target if way.direction == Direction.UP else value <= way.target


def lacks_to_end(outcome: str, way: Way, found: list[Found]) -> list[Reason]:
    """*Realiseret* is what was measured, neither before its day nor above what was found; *delvist* was measured too."""
    if outcome not in OUTCOMES:
        return [Reason("benefit.outcome")]
    if outcome == BenefitState.DROPPED:
        return []
    if not found:
        return [Reason("benefit.lacks_value")]
    if outcome != BenefitState.REALISED:
        return []
    reasons = []
    if way.target_on is not None and max(one.on for one in found) < way.target_on:
        reasons.append(Reason("benefit.too_early", {"day": way.target_on}))
    value = measured(way, found)
    if value is not None and reached(way, value) is False and way.target is not None:
        facts = {"measured": amount(value, way.unit), "target": amount(way.target, way.unit)}
        reasons.append(Reason("benefit.above_measured", facts))
    return reasons


def lacks_in_measurement(
    value: str, on: date, today: date, covers_from: date | None = None, covers_to: date | None = None
) -> list[Reason]:
    """A number that was found, on a day that has been, for a stretch that has begun."""
    reasons = [] if value.strip() else [Reason("benefit.lacks_value")]
    if on > today:
        reasons.append(Reason("benefit.future", {"day": on}))
    if covers_from and covers_to and covers_to < covers_from:
        reasons.append(Reason("benefit.covers_backward"))
    elif (covers_from and covers_from > on) or (covers_to and covers_to > on):
        reasons.append(Reason("benefit.covers_future"))
    return reasons


def lacks_in_answer(state: str, value: str, outcome: str, next_on: date | None, reason: str) -> list[Reason]:
    """A number, and then either the next day or how it ended. What fell away needs no number but a reason.

    What has its result may be measured again, without a new one.
    """
    if not is_open(state):
        if state == BenefitState.DROPPED or outcome:
            return [Reason("benefit.over")]
        return [] if value.strip() else [Reason("benefit.lacks_value")]
    reasons = []
    if outcome == BenefitState.DROPPED:
        return [] if reason.strip() else [Reason("benefit.lacks_reason")]
    if outcome and outcome not in OUTCOMES:
        reasons.append(Reason("benefit.outcome"))
    if outcome and not value.strip():
        reasons.append(Reason("benefit.lacks_value"))
    if not outcome and next_on is None:
        reasons.append(Reason("benefit.lacks_next"))
    if not outcome and not value.strip() and not reason.strip():
        reasons.append(Reason("benefit.lacks_reason"))
    return reasons
