"""Benefits as their figures see them: curves, what is measured, what is taken home, and where they belong.

Everything about the columns of a benefit stands here; the rest of the figures work on plain values.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from django.db.models import Prefetch, QuerySet

from styrehjul.benefits.domain.curve import (
    Covered,
    Curve,
    Points,
    add_months,
    default_curve,
    measured_gain,
    ramp_of,
    without_overlap,
)
from styrehjul.benefits.domain.ledger import Block, Facts
from styrehjul.benefits.domain.life import BenefitState
from styrehjul.benefits.domain.profile import HOURS, MONEY, Kind, Shape
from styrehjul.benefits.domain.trail import Row
from styrehjul.benefits.models import Benefit, BenefitCurve, BudgetRow, Measurement, OriginalCurve
from styrehjul.benefits.queries.measured import with_days
from styrehjul.portfolio.domain.record import Visibility
from styrehjul.portfolio.models import Project

SUMMED = (MONEY, HOURS)
OUT = frozenset({BenefitState.DROPPED.value, BenefitState.NOT_REALISED.value})


@dataclass(frozen=True)
class Known:
    """One benefit with its figures. `row` has been fetched with all that they need."""

    row: Benefit

    @property
    def key(self) -> int:
        """Its key."""
        return self.row.pk

    @property
    def unit(self) -> str:
        """What it is counted in."""
        return self.row.unit

    @property
    def up(self) -> bool:
        """Whether more is better."""
        return self.row.direction != "down"

    @property
    def is_flow(self) -> bool:
        """Whether it adds up over time; else it is a state that is measured."""
        return self.row.shape == Shape.FLOW

    @property
    def baseline(self) -> Fraction | None:
        """The number today."""
        return _exact(self.row.baseline_number)

    @property
    def target(self) -> Points | None:
        """The number wanted."""
        likely = _exact(self.row.target_number)
        if likely is None:
            return None
        return Points.of(likely, _exact(self.row.target_low), _exact(self.row.target_high))

    @cached_property
    def projects(self) -> dict[Project, Fraction]:
        """Its projects with their shares of a hundred. Those without a share divide what is left equally."""
        links = list(self.row.project_links.all())
        said = {link.project: link.percent for link in links}
        if self.row.project is not None:
            said = {self.row.project: said.get(self.row.project), **said}
        left = max(100 - sum(percent or 0 for percent in said.values()), 0)
        without = sum(percent is None for percent in said.values())
        return {
            project: Fraction(left, without) if percent is None else Fraction(percent)
            for project, percent in said.items()
        }

    @cached_property
    def goals(self) -> dict[int, str]:
        """The goals that it serves; without any, those of its projects."""
        own = {link.goal_id: link.goal.title for link in self.row.goal_links.all()}
        if own:
            return own
        return {link.goal_id: link.goal.title for project in self.projects for link in project.goal_links.all()}

    @property
    def target_on(self) -> date | None:
        """The day at which the target is to be reached."""
        return self.row.target_on or self.row.measure_on

    def is_late(self, on: date) -> bool:
        """Past its day, and the last number is not the target."""
        if self.target_on is None or self.target_on >= on or self.row.state == BenefitState.REALISED:
            return False
        if not self.measured or self.target is None:
            return True
        last = Fraction(self.measured[-1].number or 0)
        return last < self.target.likely if self.up else last > self.target.likely

    @property
    def project_keys(self) -> list[int]:
        """The keys of its projects."""
        return [project.pk for project in self.projects]

    @property
    def course(self) -> BenefitCurve | None:
        """What somebody has said about when it comes."""
        return getattr(self.row, "curve", None)

    @property
    def anchor_on(self) -> date | None:
        """The day that the curve hangs on: the milestone as it is forecast, or was reached; else the day that was said."""
        course = self.course
        if course is not None and course.anchor is not None:
            return course.anchor.actual_on or course.anchor.forecast_on
        return (course.start_on if course else None) or self.target_on

    @cached_property
    def curve(self) -> Curve | None:
        """What is expected today; None where the numbers are not known, or it is no flow."""
        start, course = self.anchor_on, self.course
        if not self.is_flow or start is None:
            return None
        offset = course.offset_months if course else 0
        made = None
        if course is not None and course.rate is not None:
            made = Curve(start, Points.of(Fraction(course.rate), _exact(course.rate_low), _exact(course.rate_high)))
        elif self.baseline is not None and self.target is not None:
            made = default_curve(start, self.baseline, self.target, up=self.up)
        if made is None:
            return None
        return Curve(
            add_months(start, offset), made.rate, ramp_of(course.ramp) if course else made.ramp,
            course.end_on if course else None,
        )  # fmt: skip

    @cached_property
    def originals(self) -> list[OriginalCurve]:
        """What was promised, the first first."""
        return sorted(self.row.originals.all(), key=lambda row: row.serial)

    @cached_property
    def original(self) -> Curve | None:
        """The last promise."""
        return promised(self.originals[-1]) if self.originals else None

    @cached_property
    def moved(self) -> Curve | None:
        """The last promise as it would lie with the day of today."""
        if self.original is None or self.anchor_on is None:
            return None
        return self.original.moved(add_months(self.anchor_on, self.originals[-1].offset_months))

    @cached_property
    def measured(self) -> list[Measurement]:
        """Measurements with a number, the oldest first; one that a newer corrects does not count."""
        rows = list(self.row.measurements.all())
        corrected = {row.corrects_id for row in rows}
        return sorted(
            (row for row in rows if row.number is not None and row.pk not in corrected),
            key=lambda row: (row.on, row.pk),
        )

    @cached_property
    def covered(self) -> list[Covered]:
        """What measurements say was gained, and over which days. The newest corrects the older."""
        if not self.is_flow or self.baseline is None:
            return []
        found = []
        for one in self.measured:
            value = _exact(one.number)
            if value is None or one.covers_from is None or one.covers_to is None:
                continue
            per_period = self.row.aggregation == "sum"
            found.append(
                measured_gain(self.baseline, value, one.covers_from, one.covers_to, up=self.up, per_period=per_period)
            )
        return without_overlap(found)

    @cached_property
    def budget(self) -> list[Row]:
        """Its amounts on the way into the budget."""
        return [plain(row) for row in self.row.budget_rows.all()]

    @property
    def block(self) -> Block:
        """What it is summed with."""
        if self.row.state == BenefitState.POTENTIAL:
            return Block.POTENTIAL
        return {Kind.AVOIDED_COST.value: Block.AVOIDED, Kind.NEGATIVE.value: Block.NEGATIVE}.get(
            self.row.kind, Block.MAIN
        )

    @property
    def facts(self) -> Facts:
        """As the year's sums take it."""
        member = getattr(self.row, "group_member", None)
        return Facts(
            key=self.key,
            block=self.block,
            unit=self.unit,
            curve=None if self.row.state in OUT else self.curve,
            covered=tuple(self.covered),
            taken=tuple(self.budget),
            group=member.group_id if member else None,
            share=_exact(member.share) if member else None,
            place=member.place if member else 0,
        )


def promised(row: OriginalCurve) -> Curve:
    """A frozen promise as a curve."""
    rate = Points.of(Fraction(row.rate or 0), _exact(row.rate_low), _exact(row.rate_high))
    return Curve(add_months(row.anchor_on, row.offset_months), rate, ramp_of(row.ramp), row.end_on)


def plain(row: BudgetRow) -> Row:
    """A row of the trail as the rules take it."""
    return Row(row.pk, row.year, row.account, row.amount, row.permanent, row.step)


def _exact(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def shown() -> QuerySet[Benefit]:
    """The benefits that everybody may read of: those of a proposal that only its author sees are in nothing yet."""
    return Benefit.objects.exclude(project__visibility=Visibility.DRAFT_OWNER.value)


def with_figures(found: QuerySet[Benefit]) -> QuerySet[Benefit]:
    """All that figures need, in a small number of queries that does not grow."""
    return found.select_related(
        "owner",
        "curve",
        "curve__anchor",
        "curve__anchor__project",
        "group_member",
        "group_member__group",
        "project",
        "project__lead_area",
    ).prefetch_related(
        Prefetch("measurements", with_days(Measurement.objects.order_by("on", "pk"))),
        "originals",
        "budget_rows",
        "project__goal_links__goal",
        "project_links__project__lead_area",
        "project_links__project__goal_links__goal",
        "goal_links__goal",
    )


def known(found: QuerySet[Benefit]) -> list[Known]:
    """Benefits with their figures, in the order asked for."""
    return [Known(row) for row in with_figures(found)]


def known_of(rows: Sequence[Benefit]) -> list[Known]:
    """The same for rows at hand, read anew."""
    by_key = {one.key: one for one in known(Benefit.objects.filter(pk__in=[row.pk for row in rows]))}
    return [by_key[row.pk] for row in rows]


def summed_ones(found: Iterable[Known]) -> list[Known]:
    """Those that add up: flows in kroner or hours."""
    return [one for one in found if one.is_flow and one.unit in SUMMED]
