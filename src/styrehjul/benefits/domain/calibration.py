"""What was expected held against what came, so that the next forecasts become better. Never by person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from styrehjul.benefits.domain.curve import Points


@dataclass(frozen=True)
class Case:
    """A forecast and its outcome. `forecast` is the one at approval, `closing` the one when the project ended."""

    key: int
    forecast: Points | None
    closing: Fraction | None
    outcome: Fraction
    expected_on: date | None
    came_on: date | None

    @property
    def ratio(self) -> Fraction | None:
        """Outcome against the forecast at approval: 1 is as promised."""
        return _ratio(self.outcome, self.forecast.likely if self.forecast else None)

    @property
    def closing_ratio(self) -> Fraction | None:
        """Outcome against the forecast at closing."""
        return _ratio(self.outcome, self.closing)

    @property
    def inside(self) -> bool | None:
        """Whether the outcome lay between the lowest and the highest; None where no interval was said."""
        if self.forecast is None or not self.forecast.has_interval:
            return None
        return self.forecast.low <= self.outcome <= self.forecast.high

    @property
    def months_late(self) -> int | None:
        """Whole months from when it was expected to when it came."""
        if self.expected_on is None or self.came_on is None:
            return None
        months = (self.came_on.year - self.expected_on.year) * 12 + self.came_on.month - self.expected_on.month
        return months - (1 if self.came_on.day < self.expected_on.day and months > 0 else 0)


def _ratio(outcome: Fraction, forecast: Fraction | None) -> Fraction | None:
    return outcome / forecast if forecast else None


@dataclass(frozen=True)
class Summary:
    """A group of cases. The figures are None while there are too few to say anything."""

    name: str
    count: int
    enough: bool
    median: Fraction | None
    closing_median: Fraction | None
    with_interval: int
    inside: int
    months: Fraction | None
    ratios: tuple[Fraction, ...]


def summed_up(name: str, cases: Sequence[Case], fewest: int) -> Summary:
    """The median of the ratios, how many ended inside, and the median of months late, when there are enough."""
    ratios = tuple(sorted(case.ratio for case in cases if case.ratio is not None))
    enough = len(ratios) >= fewest
    judged = [case.inside for case in cases if case.inside is not None]
    closing = [case.closing_ratio for case in cases if case.closing_ratio is not None]
    late = [Fraction(case.months_late) for case in cases if case.months_late is not None]
    return Summary(
        name=name,
        count=len(ratios),
        enough=enough,
        median=Fraction(median(ratios)) if enough else None,
        closing_median=Fraction(median(closing)) if enough and len(closing) >= fewest else None,
        with_interval=len(judged),
        inside=sum(judged),
        months=Fraction(median(late)) if enough and late else None,
        ratios=ratios,
    )


def grouped(
    cases: Iterable[Case], names: Callable[[Case], Iterable[str]], fewest: int, sort: Callable[[str], str] = str
) -> list[Summary]:
    """The same for each name that a case has."""
    found: dict[str, list[Case]] = {}
    for case in cases:
        for name in names(case):
            found.setdefault(name, []).append(case)
    return [summed_up(name, found[name], fewest) for name in sorted(found, key=sort)]
