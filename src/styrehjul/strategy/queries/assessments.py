"""One line a year: whether the direction needed an update."""

from __future__ import annotations

from dataclasses import dataclass

from styrehjul.strategy.models import StrategyAssessment


@dataclass(frozen=True)
class YearLine:
    """A year and its answer; None where it was not assessed."""

    year: int
    answer: StrategyAssessment | None


def years(now: int) -> list[YearLine]:
    """From the first answered year to the present one, newest first."""
    found = {row.year: row for row in StrategyAssessment.objects.select_related("body", "responsible")}
    first = min([*found, now])
    return [YearLine(year, found.get(year)) for year in range(max([*found, now]), first - 1, -1)]


def assessment_of(year: int) -> StrategyAssessment | None:
    """The answer of that year."""
    return StrategyAssessment.objects.filter(year=year).first()
