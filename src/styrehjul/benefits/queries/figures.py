"""What the municipality has chosen about figures, and a year of all benefits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from styrehjul.audit.current import kept
from styrehjul.benefits.domain.curve import Points
from styrehjul.benefits.domain.ledger import Ceiling, Method, Year, year_of
from styrehjul.benefits.domain.rollup import reach_of
from styrehjul.benefits.models import BenefitSettings, DoubleCountGroup
from styrehjul.benefits.queries.facts import Known, summed_ones


def chosen() -> BenefitSettings:
    """The municipality's choices; the marked suggestions where nobody has chosen yet."""
    return kept("benefit-figures", BenefitSettings.objects.first, of=()) or BenefitSettings()


def method_of(settings: BenefitSettings) -> Method:
    """How figures are added."""
    return Method(Decimal(settings.correlation), reach_of(settings.interval_percent))


def ceilings() -> list[Ceiling]:
    """Every group's ceiling. One query."""
    return [
        Ceiling(
            group.pk,
            Points.of(
                Fraction(group.ceiling),
                None if group.ceiling_low is None else Fraction(group.ceiling_low),
                None if group.ceiling_high is None else Fraction(group.ceiling_high),
            ),
            group.rule,
        )
        for group in DoubleCountGroup.objects.order_by("pk")
    ]


def years(found: Sequence[Known], wanted: Sequence[int], on: date, method: Method) -> dict[int, Year]:
    """The years asked for."""
    facts, tops = [one.facts for one in summed_ones(found)], ceilings()
    return {year: year_of(facts, tops, year, on, method) for year in wanted}
