"""The figures of benefits, without a database: what was promised, why less came, and how sure a sum is."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.benefits.domain import calibration, credit, rollup, trail
from styrehjul.benefits.domain import map as drawn
from styrehjul.benefits.domain.curve import (
    Covered,
    Curve,
    Points,
    add_months,
    default_curve,
    gaps,
    measured_gain,
    measured_in,
    ramp_of,
    without_overlap,
)
from styrehjul.benefits.domain.rounding import divided, hand_out, whole
from styrehjul.benefits.domain.slip import decompose, shown, slip_of

F = Fraction
amounts = st.decimals(min_value=-100_000, max_value=100_000, places=2).map(F)
days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
rates = st.decimals(min_value=0, max_value=50_000, places=1).map(lambda one: Points.of(F(one)))
ramps = st.lists(st.integers(0, 100).map(lambda one: F(one, 100)), min_size=1, max_size=6).map(tuple)


@st.composite
def curves(draw: st.DrawFn) -> Curve:
    start = draw(days)
    end = draw(st.none() | st.integers(0, 2000).map(lambda n: start + timedelta(days=n)))
    return Curve(start, draw(rates), draw(ramps), end)


@st.composite
def coverings(draw: st.DrawFn) -> list[Covered]:
    found = []
    for _each in range(draw(st.integers(0, 4))):
        first = draw(days)
        found.append(Covered(first, first + timedelta(days=draw(st.integers(0, 200))), draw(amounts)))
    return without_overlap(found)


# --- rounding ---------------------------------------------------------------------------------------------------------


@given(st.lists(amounts, max_size=30))
def test_rounded_parts_always_add_up_to_the_rounded_sum_and_none_is_a_whole_unit_off(parts: list[Fraction]) -> None:
    handed = hand_out(parts)
    assert sum(handed) == whole(sum(parts, F(0)))
    assert all(abs(whole_one - part) < 1 for whole_one, part in zip(handed, parts, strict=True))


@given(st.integers(-5000, 5000), st.lists(st.integers(0, 9), min_size=1, max_size=8))
def test_a_divided_amount_is_neither_lost_nor_made(amount: int, shares: list[int]) -> None:
    assert sum(divided(amount, {place: F(share) for place, share in enumerate(shares)}).values()) == amount


# --- the curve --------------------------------------------------------------------------------------------------------


def test_the_ramp_is_a_share_of_a_fourth_for_each_quarter_and_goes_on_in_full() -> None:
    curve = Curve(date(2027, 1, 1), Points.of(1000, 800, 1100), ramp_of("25/50/75/100 %"))
    assert curve.until(date(2027, 3, 31)).likely == F(250, 4)
    assert curve.in_year(2027).likely == 625
    assert curve.in_year(2027).low == 500
    assert curve.in_year(2028) == Points(F(800), F(1000), F(1100))
    assert curve.in_year(2026).likely == 0


def test_nobody_said_otherwise_so_all_of_the_way_counts_from_the_targets_day() -> None:
    less_postage = default_curve(date(2027, 7, 1), 1900, Points.of(1200, 1100, 1400), up=False)
    assert less_postage.rate == Points(F(500), F(700), F(800))
    assert less_postage.in_year(2026).likely == 0
    assert less_postage.in_year(2027).likely == 350
    assert less_postage.in_year(2040).likely == 700


@given(curves(), days, days, days)
def test_stretches_of_a_curve_add_up_and_a_year_is_its_days(curve: Curve, a: date, b: date, c: date) -> None:
    first, middle, last = sorted((a, b, c))
    assert curve.within(first, last).likely == curve.within(first, middle).likely + (
        curve.within(middle + timedelta(days=1), last).likely if middle < last else 0
    )
    assert (
        sum(curve.in_year(year).likely for year in range(2020, last.year + 1))
        == curve.until(date(last.year, 12, 31)).likely
    )


@given(curves(), st.integers(-30, 30))
def test_moving_the_milestone_moves_all_of_the_curve(curve: Curve, months: int) -> None:
    moved = curve.moved(add_months(curve.start, months))
    assert moved.until(moved.start - timedelta(days=1)).likely == 0
    if curve.end is None:
        far = add_months(moved.start, 120) - timedelta(days=1)
        assert moved.until(far).likely == curve.until(add_months(curve.start, 120) - timedelta(days=1)).likely


@pytest.mark.parametrize("text", ["25/fifty", "120", "-5/100"])
def test_a_ramp_that_is_not_shares_is_said_no_to(text: str) -> None:
    with pytest.raises(ValueError):
        ramp_of(text)


# --- what measurements cover ------------------------------------------------------------------------------------------


def test_a_measured_amount_is_held_against_the_part_of_todays_number_that_its_days_are() -> None:
    quarter = measured_gain(365, 60, date(2027, 1, 1), date(2027, 3, 31), up=False, per_period=True)
    assert quarter.gain == 90 - 60
    rate = measured_gain(1000, 400, date(2027, 1, 1), date(2027, 12, 31), up=False, per_period=False)
    assert rate.gain == 600


def test_days_without_a_measurement_are_gaps_and_are_not_guessed() -> None:
    found = [Covered(date(2027, 1, 1), date(2027, 3, 31), F(90)), Covered(date(2027, 7, 1), date(2027, 9, 30), F(80))]
    assert gaps(found, date(2027, 1, 1), date(2027, 12, 31)) == [
        (date(2027, 4, 1), date(2027, 6, 30)),
        (date(2027, 10, 1), date(2027, 12, 31)),
    ]
    assert measured_in(found, date(2027, 1, 1), date(2027, 12, 31)) == 170


def test_a_newer_measurement_corrects_the_older_for_the_days_that_both_cover() -> None:
    older = Covered(date(2027, 1, 1), date(2027, 1, 10), F(100))
    newer = Covered(date(2027, 1, 6), date(2027, 1, 10), F(10))
    kept = without_overlap([older, newer])
    assert [(one.first.day, one.last.day, one.gain) for one in kept] == [(1, 5, F(50)), (6, 10, F(10))]


# --- slip -------------------------------------------------------------------------------------------------------------


def test_the_worked_example_of_slip() -> None:
    slip = decompose(1000, 700, 600, 200, 350)
    assert list(map(int, slip.parts)) == [300, 100, 200, 50, 0]
    assert slip.gap == 650


@given(amounts, amounts, amounts, amounts, amounts, st.booleans())
def test_the_parts_of_slip_always_add_up_also_when_shown(
    o: Fraction, moved: Fraction, c: Fraction, hidden: Fraction, m: Fraction, dropped: bool
) -> None:
    slip = decompose(o, moved, c, hidden, m, dropped=dropped)
    assert sum(slip.parts) == o - m
    seen = shown(slip)
    assert seen.later + seen.less + seen.unmeasured + seen.missed + seen.dropped == seen.original - seen.measured


@given(curves(), curves(), curves(), coverings(), days, st.booleans())
def test_slip_read_from_curves_adds_up_on_any_day(
    original: Curve, moved: Curve, current: Curve, covered: list[Covered], day: date, dropped: bool
) -> None:
    slip = slip_of(original, moved, current, covered, day, dropped=dropped)
    assert sum(slip.parts) == slip.gap == slip.original - slip.measured
    if dropped:
        assert slip.dropped == original.until(day).likely


def test_a_milestone_half_a_year_late_is_only_later() -> None:
    original = Curve(date(2027, 1, 1), Points.of(400))
    late = original.moved(date(2027, 7, 1))
    covered = [Covered(date(2027, 7, 1), date(2027, 12, 31), F(200))]
    slip = slip_of(original, late, late, covered, date(2027, 12, 31))
    assert list(map(int, slip.parts)) == [200, 0, 0, 0, 0]


# --- the band ---------------------------------------------------------------------------------------------------------

Z = rollup.reach_of(80)


def test_the_worked_example_of_the_band() -> None:
    assert Decimal("1.2816") == Z
    figures = [Points.of(1000, 800, 1100), Points.of(500, 300, 800)]
    spreads = [rollup.spread_of(one, Z) for one in figures]
    for correlation, low, high in ((Decimal(0), 1205, 1795), (Decimal("0.5"), 1146, 1854), (Decimal(1), 1095, 1905)):
        band = rollup.band_of(spreads, correlation, Z)
        assert (round(band.mean), round(band.low), round(band.high)) == (1500, low, high)


def test_figures_without_an_interval_have_no_band() -> None:
    band = rollup.band_of([rollup.spread_of(Points.of(300), Z)], Decimal("0.5"), Z)
    assert band.is_point
    assert band.mean == 300


@given(st.lists(st.tuples(*[st.integers(0, 9000)] * 3), min_size=1, max_size=12))
def test_the_more_figures_follow_each_other_the_wider_the_band(found: list[tuple[int, int, int]]) -> None:
    spreads = [rollup.spread_of(Points.of(*(sorted(one)[place] for place in (1, 0, 2))), Z) for one in found]
    widths = [rollup.band_of(spreads, Decimal(step) / 4, Z) for step in range(5)]
    for narrow, wide in itertools.pairwise(widths):
        assert wide.high - wide.low >= narrow.high - narrow.low - Decimal("0.0001")
        assert wide.mean == narrow.mean


# --- no krone twice ---------------------------------------------------------------------------------------------------


def test_the_first_in_turn_takes_first_and_the_rest_is_counted_elsewhere() -> None:
    claims = [
        credit.Claim("b", Points.of(400), place=2),
        credit.Claim("a", Points.of(700), place=1),
    ]
    found = credit.credited(claims, Points.of(1000), credit.Rule.ORDER)
    assert found.likely == {"a": 700, "b": 300}
    assert found.total.likely == 1000
    assert found.claimed.likely == 1100


def test_agreed_shares_leave_what_one_does_not_use_to_the_other() -> None:
    claims = [
        credit.Claim("a", Points.of(100), share=F(50)),
        credit.Claim("b", Points.of(900), share=F(50)),
    ]
    assert credit.credited(claims, Points.of(600), credit.Rule.SPLIT).likely == {"a": 100, "b": 500}


points = st.tuples(*[st.integers(0, 5000)] * 3).map(lambda one: Points(*(F(part) for part in sorted(one))))


@given(
    st.lists(st.tuples(points, st.none() | st.integers(0, 100)), min_size=1, max_size=6),
    points,
    st.sampled_from(["split", "order"]),
)
def test_a_group_is_never_credited_with_more_than_its_ceiling_at_any_point(
    found: list[tuple[Points, int | None]], ceiling: Points, rule: str
) -> None:
    claims = [
        credit.Claim(place, one, share=F(share) if share is not None else None, place=place)
        for place, (one, share) in enumerate(found)
    ]
    result = credit.credited(claims, ceiling, rule)
    assert sum(result.likely.values()) == min(sum(one.likely for one, _share in found), ceiling.likely)
    assert all(0 <= result.likely[claim.key] <= claim.points.likely for claim in claims)
    together = [result.points(claim.key) for claim in claims]
    if result.total.likely:
        assert sum(one.low for one in together) == result.total.low <= ceiling.low
        assert sum(one.high for one in together) == result.total.high <= ceiling.high
    assert all(one.low <= one.likely <= one.high for one in together)


def test_the_same_measure_and_account_without_a_common_group_is_suspected() -> None:
    rows = [
        credit.Counted(1, "Porto", frozenset({"6.45.51"}), None),
        credit.Counted(2, "porto ", frozenset({"6.45.51"}), None),
        credit.Counted(3, "Porto", frozenset({"1.22"}), None),
        credit.Counted(4, "Tryk", frozenset({"6.45.51"}), 7),
        credit.Counted(5, "Tryk", frozenset({"6.45.51"}), 7),
        credit.Counted(6, "", frozenset({"6.45.51"}), None),
    ]
    assert credit.suspected(rows) == [(1, 2, "6.45.51")]


# --- the trail --------------------------------------------------------------------------------------------------------


def row(key: int = 1, step: str = "decided", amount: int = 300, year: int = 2028, permanent: bool = False) -> trail.Row:
    return trail.Row(key, year, "6.45.51 Porto", Decimal(amount), permanent, step)


def test_steps_are_taken_one_at_a_time_each_with_its_reference() -> None:
    assert [one.code for one in trail.lacks_to_step(row(step="proposed"), "verified", "B28", [], [], {})] == [
        "trail.step"
    ]
    assert [one.code for one in trail.lacks_to_step(row(), "in_budget", " ", [], [], {})] == ["trail.lacks_reference"]
    assert trail.lacks_to_step(row(), "in_budget", "Budget 2028", [], [], {2028: 300}) == []


def test_more_than_is_credited_is_said_no_to_with_the_numbers() -> None:
    others = [row(2, "in_budget", 450, 2027, permanent=True)]
    (reason,) = trail.lacks_to_step(row(), "in_budget", "Budget 2028", others, [], {2028: F(1400, 2)})
    assert reason.code == "trail.over"
    assert reason.facts == {"year": 2028, "amount": "300", "there": "450", "room": "700"}
    assert trail.lacks_to_step(row(), "in_budget", "Budget 2028", [row(2, "reverted", 450)], [], {2028: 300}) == []


def test_the_same_saving_is_not_verified_twice() -> None:
    (reason,) = trail.lacks_to_step(
        row(step="in_budget"), "verified", "Regnskab  2028", [], [("6.45.51 PORTO", 2028, "regnskab 2028")], {}
    )
    assert reason.code == "trail.twice"


def test_hours_are_not_kroner() -> None:
    assert [one.code for one in trail.lacks_in_row("6.45", Decimal(5), 2028, unit_is_money=False)] == [
        "trail.not_money"
    ]


# --- calibration ------------------------------------------------------------------------------------------------------


def case(key: int, outcome: int, forecast: Points | None = None) -> calibration.Case:
    return calibration.Case(
        key, forecast or Points.of(100, 80, 120), F(90), F(outcome), date(2027, 1, 31), date(2027, 4, 1)
    )


def test_too_few_cases_say_nothing_but_show_their_dots() -> None:
    found = calibration.summed_up("Alle", [case(1, 90), case(2, 60)], 3)
    assert not found.enough
    assert found.median is None
    assert found.ratios == (F(3, 5), F(9, 10))


def test_enough_cases_tell_the_middle_one_and_how_many_ended_inside() -> None:
    found = calibration.summed_up("Alle", [case(1, 90), case(2, 60), case(3, 110, Points.of(100))], 3)
    assert [found.median, found.months] == [F(9, 10), F(2)]
    assert (found.inside, found.with_interval) == (1, 2)


# --- the map ----------------------------------------------------------------------------------------------------------


def test_the_map_stands_in_columns_and_a_missing_change_is_a_broken_line() -> None:
    nodes = [
        drawn.Node("p", "project", "Digital post"),
        drawn.Node("c", "change", "Breve skrives i én skabelon"),
        drawn.Node("b1", "benefit", "Mindre porto"),
        drawn.Node("b2", "benefit", "Hurtigere svar til borgeren, også når sagen går gennem flere afdelinger"),
    ]
    found = drawn.place(nodes, [("p", "c"), ("c", "b1"), ("p", "b2"), ("p", "c"), ("p", "gone")])
    assert [box.x for box in found.boxes] == sorted(box.x for box in found.boxes)
    assert [solid for _path, solid in found.paths] == [True, True, False]
    spots = {(box.x, box.y) for box in found.boxes}
    assert len(spots) == 4
    assert all(len(box.lines) <= 2 for box in found.boxes)
