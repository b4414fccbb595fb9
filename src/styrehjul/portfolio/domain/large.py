"""When a project counts among the larger ones: the municipality's own thresholds, any of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from styrehjul.kernel.danish import listing, money_text, number_text
from styrehjul.kernel.refusal import Reason


@dataclass(frozen=True)
class Size:
    """How large a project is; None is not known."""

    economy: Decimal | None = None
    hours: Decimal | None = None
    areas: int = 0
    partners: int = 0


@dataclass(frozen=True)
class Thresholds:
    """From where a project is large; None is not chosen."""

    economy: Decimal | None = None
    hours: Decimal | None = None
    areas: int | None = None
    partners: int | None = None


def rule_met(size: Size, thresholds: Thresholds) -> str:
    """The thresholds that the project reaches, in words; empty when none."""
    found = []
    if thresholds.economy is not None and size.economy is not None and size.economy >= thresholds.economy:
        found.append(f"samlet økonomi på mindst {money_text(thresholds.economy)}")
    if thresholds.hours is not None and size.hours is not None and size.hours >= thresholds.hours:
        found.append(f"mindst {number_text(thresholds.hours)} timer")
    if thresholds.areas is not None and size.areas >= thresholds.areas:
        found.append(f"mindst {thresholds.areas} fagchefområder")
    if thresholds.partners is not None and size.partners >= thresholds.partners:
        found.append(f"mindst {thresholds.partners} partnere uden for kommunen")
    return listing(found)


@dataclass(frozen=True)
class Structure:
    """What a large project should have."""

    steering: bool
    plan: bool
    risks: bool


def lacks_of_large(structure: Structure) -> list[Reason]:
    """Steering, plan and risks that are missing. Listed, never refused."""
    lacking = {
        "large.lacks_steering": not structure.steering,
        "large.lacks_plan": not structure.plan,
        "large.lacks_risks": not structure.risks,
    }
    return [Reason(code) for code, is_lacking in lacking.items() if is_lacking]
