"""A year of all benefits: whole units that add up however they are divided, and no krone counted twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from styrehjul.benefits.domain.curve import Covered, Curve, Points
from styrehjul.benefits.domain.ledger import Block, Ceiling, Facts, Method, Sum, year_of
from styrehjul.benefits.domain.rollup import reach_of
from styrehjul.benefits.domain.rounding import whole
from styrehjul.benefits.domain.trail import Row

F = Fraction
METHOD = Method(Decimal("0.5"), reach_of(80))
ON = date(2027, 9, 1)


def money(key: int, likely: float, low: float | None = None, high: float | None = None, **more: object) -> Facts:
    points = Points.of(F(str(likely)), None if low is None else F(str(low)), None if high is None else F(str(high)))
    return Facts(key, Block.MAIN, "tdkk", Curve(date(2027, 1, 1), points), **more)  # type: ignore[arg-type]


def four(found: Sum) -> tuple[int, int, int, int]:
    return (found.credited, found.elsewhere, found.measured, found.taken)


@st.composite
def benefits(draw: st.DrawFn) -> list[Facts]:
    number = st.integers(0, 90_000).map(lambda tenths: tenths / 10)
    found = []
    for key in range(draw(st.integers(1, 9))):
        low, likely, high = sorted(draw(st.tuples(number, number, number)))
        covered = (Covered(date(2027, 1, 1), date(2027, 3, 31), F(draw(st.integers(-900, 900)), 7)),)
        row = Row(key, 2027, "konto", Decimal(draw(st.integers(1, 999))) / 10, True, "in_budget")
        group = draw(st.none() | st.integers(1, 2))
        found.append(money(key, likely, low, high, covered=covered, taken=(row,), group=group, place=key))
    return found


@settings(deadline=None)
@given(
    benefits(),
    st.integers(0, 5000),
    st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), min_size=9, max_size=9),
)
def test_every_way_of_dividing_the_year_adds_up_to_the_same(
    found: list[Facts], room: int, shares: list[list[int]]
) -> None:
    ceilings = [Ceiling(1, Points.of(room), "split"), Ceiling(2, Points.of(room, room - 1, room + 1), "order")]
    year = year_of(found, ceilings, 2027, ON, METHOD)
    total = year.total(Block.MAIN, "tdkk")
    divided = year.by(Block.MAIN, "tdkk", lambda key: dict(enumerate(shares[key])))
    assert tuple(map(sum, zip(*map(four, divided.values()), strict=True))) == four(total)
    lines = [(line.credited, line.elsewhere, line.measured, line.taken) for line in year.lines]
    assert four(total) == tuple(map(sum, zip(*lines, strict=True)))
    assert abs(total.credited - total.band.mean) <= 1
    assert all(line.elsewhere >= 0 for line in year.lines)


def test_the_ceiling_holds_and_the_rest_is_counted_elsewhere() -> None:
    found = [money(1, 700, group=1, place=1), money(2, 400, group=1, place=2), money(3, 100)]
    year = year_of(found, [Ceiling(1, Points.of(1000), "order")], 2028, ON, METHOD)
    assert [(line.credited, line.elsewhere) for line in year.lines] == [(700, 0), (300, 100), (100, 0)]
    total = year.total(Block.MAIN, "tdkk")
    assert (total.expected, total.credited) == (1200, 1100)
    assert total.lacking == 3


def test_under_the_ceiling_nothing_changes() -> None:
    found = [money(1, 700, 500, 800, group=1), money(2, 200, 100, 250, group=1)]
    free = year_of([money(1, 700, 500, 800), money(2, 200, 100, 250)], [], 2028, ON, METHOD)
    under = year_of(found, [Ceiling(1, Points.of(5000), "split")], 2028, ON, METHOD)
    assert under.total(Block.MAIN, "tdkk").band == free.total(Block.MAIN, "tdkk").band


def test_a_year_measured_to_its_end_is_what_was_measured_without_a_band() -> None:
    covered = (Covered(date(2027, 1, 1), date(2027, 12, 31), F(450)),)
    before = year_of([money(1, 600, 400, 800, covered=covered)], [], 2027, date(2027, 12, 31), METHOD)
    after = year_of([money(1, 600, 400, 800, covered=covered)], [], 2027, date(2028, 1, 2), METHOD)
    assert not before.total(Block.MAIN, "tdkk").band.is_point
    assert after.total(Block.MAIN, "tdkk").credited == 450
    assert after.total(Block.MAIN, "tdkk").band.is_point


def test_kroner_and_hours_and_what_is_avoided_are_never_in_one_sum() -> None:
    curve = Curve(date(2027, 1, 1), Points.of(10))
    found = [money(1, 100), Facts(2, Block.MAIN, "hours", curve), Facts(3, Block.AVOIDED, "tdkk", curve)]
    year = year_of(found, [], 2028, ON, METHOD)
    assert year.total(Block.MAIN, "tdkk").credited == 100
    assert year.total(Block.MAIN, "hours").credited == 10
    assert year.total(Block.AVOIDED, "tdkk").credited == 10
    assert year.total(Block.NEGATIVE, "tdkk").count == 0


def test_the_worked_example_stands_on_the_page_as_it_stands_in_the_method() -> None:
    year = year_of([money(1, 1000, 800, 1100), money(2, 500, 300, 800)], [], 2028, ON, METHOD)
    total = year.total(Block.MAIN, "tdkk")
    assert (total.credited, whole(total.band.low), whole(total.band.high)) == (1500, 1146, 1854)
    assert sum(line.credited for line in year.lines) == 1500
