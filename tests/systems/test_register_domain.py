"""Notice, cost and what is hit: plain functions, over dates and amounts that go wrong where they are not thought of."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.systems.domain.cost import by_largest_remainder, cost_per_system, shares_fit, split
from styrehjul.systems.domain.impact import hit_by
from styrehjul.systems.domain.months import PERIODS, period_end_before, plus_months
from styrehjul.systems.domain.notice import Terms, notice_of
from styrehjul.systems.domain.overlap import served
from styrehjul.systems.domain.timeline import Span, draw

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("on", "months", "found"),
    [
        (date(2027, 5, 31), -6, date(2026, 11, 30)),
        (date(2026, 11, 30), 6, date(2027, 5, 31)),
        (date(2028, 2, 29), -12, date(2027, 2, 28)),
        (date(2027, 2, 28), 12, date(2028, 2, 29)),
        (date(2027, 8, 30), -6, date(2027, 2, 28)),
        (date(2027, 5, 15), -18, date(2025, 11, 15)),
        (date(2027, 1, 10), -1, date(2026, 12, 10)),
        (date(2027, 12, 31), 0, date(2027, 12, 31)),
    ],
)
def test_months_clamp_and_a_months_end_stays_one(on: date, months: int, found: date) -> None:
    assert plus_months(on, months) == found


@pytest.mark.parametrize(
    ("on", "period", "found"),
    [
        (date(2027, 5, 31), "EndOfMonth", date(2027, 5, 31)),
        (date(2027, 5, 30), "EndOfMonth", date(2027, 4, 30)),
        (date(2027, 5, 31), "EndOfQuarter", date(2027, 3, 31)),
        (date(2027, 6, 30), "EndOfQuarter", date(2027, 6, 30)),
        (date(2027, 3, 1), "EndOfHalfYear", date(2026, 12, 31)),
        (date(2027, 12, 30), "EndOfCalendarYear", date(2026, 12, 31)),
    ],
)
def test_the_last_end_of_a_period(on: date, period: str, found: date) -> None:
    assert period_end_before(on, period) == found


def test_without_a_period_it_is_the_months_before_the_end() -> None:
    found = notice_of(Terms(end=date(2027, 5, 31), months=6))
    assert found.on == date(2026, 11, 30)
    assert [reading.steps for reading in found.readings] == [
        (("end", date(2027, 5, 31)), ("months", date(2026, 11, 30)))
    ]


def test_both_readings_stand_and_the_earlier_is_used() -> None:
    found = notice_of(Terms(end=date(2027, 5, 31), months=6, by="EndOfCalendarYear"))
    assert [reading.on for reading in found.readings] == [date(2026, 6, 30), date(2025, 12, 31)]
    assert found.on == date(2025, 12, 31)
    quarter = notice_of(Terms(end=date(2027, 5, 31), months=3, by="EndOfQuarter"))
    assert [reading.on for reading in quarter.readings] == [date(2026, 12, 31), date(2026, 12, 31)]
    cut = notice_of(Terms(end=date(2027, 5, 15), months=3, extends="EndOfMonth"))
    assert cut.on == date(2027, 1, 31)


def test_notice_on_a_months_end_runs_out_exactly_on_the_end() -> None:
    found = notice_of(Terms(end=date(2027, 8, 31), months=6, by="EndOfMonth"))
    assert [reading.on for reading in found.readings] == [date(2027, 2, 28), date(2027, 2, 28)]


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        (Terms(end=date(2027, 5, 31), months=6, terminated=True, set_on=date(2026, 1, 1)), "terminated"),
        (Terms(months=6), "no_end"),
        (Terms(end=date(2027, 5, 31), months=6, continuous=True), "no_end"),
        (Terms(end=date(2027, 5, 31), told="løbende"), "not_a_number"),
        (Terms(end=date(2027, 5, 31)), "no_terms"),
    ],
)
def test_why_there_is_no_day(terms: Terms, why: str) -> None:
    assert (notice_of(terms).on, notice_of(terms).why_not) == (None, why)


def test_a_contract_that_runs_on_is_reckoned_from_the_day_the_system_is_to_be_gone() -> None:
    assert notice_of(Terms(months=3, continuous=True, target=date(2027, 6, 30))).on == date(2027, 3, 31)


def test_a_day_that_somebody_has_set_wins_and_the_reckoned_still_stands_beside_it() -> None:
    found = notice_of(
        Terms(end=date(2027, 5, 31), months=6, set_on=date(2026, 9, 1), irrevocable_until=date(2027, 1, 1))
    )
    assert (found.on, found.is_set, found.bound_until) == (date(2026, 9, 1), True, date(2027, 1, 1))
    assert found.readings[0].on == date(2026, 11, 30)


@given(end=DAYS, months=st.integers(0, 36), by=st.sampled_from(["", *PERIODS]), extends=st.sampled_from(["", *PERIODS]))
def test_notice_given_on_the_day_always_runs_out_in_time(end: date, months: int, by: str, extends: str) -> None:
    found = notice_of(Terms(end=end, months=months, by=by, extends=extends))
    assert found.on is not None
    assert found.on == min(reading.on for reading in found.readings)
    # A month's end is kept as one both ways: from 28 February six months on is 31 August.
    assert plus_months(found.on, months) <= end + timedelta(days=3)
    if by:
        day = found.readings[-1].steps[2][1]
        assert day == period_end_before(day, by)
        assert plus_months(plus_months(day, PERIODS[by]), months) > end or by == ""


@given(amount=st.integers(-(10**12), 10**12), weights=st.lists(st.integers(1, 1000), min_size=1, max_size=30))
def test_no_krone_is_lost(amount: int, weights: list[int]) -> None:
    parts = by_largest_remainder(amount, [Decimal(one) for one in weights])
    assert sum(parts) == amount
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Decimal(amount) * weight / sum(weights)) < 1


def test_a_contract_is_borne_by_one_equally_or_as_somebody_has_set() -> None:
    alone = split(1_000_001, {7: None})
    assert (alone.kroner, alone.estimated) == ({7: 1_000_001}, False)
    three = split(100, {3: None, 1: None, 2: None})
    assert (three.kroner, three.estimated, three.to_confirm) == ({1: 34, 2: 33, 3: 33}, True, False)
    set_ = split(101, {1: Decimal("33.33"), 2: Decimal("66.67")})
    assert (set_.kroner, set_.estimated) == ({1: 34, 2: 67}, False)
    joined = split(100, {1: Decimal(60), 2: Decimal(40), 3: None})
    assert (joined.kroner, joined.estimated, joined.to_confirm) == ({1: 60, 2: 40, 3: 0}, True, True)
    left = split(100, {1: Decimal(60), 2: Decimal(20)})
    assert (sum(left.kroner.values()), left.to_confirm) == (100, True)
    assert split(100, {}).kroner == {}


def test_the_systems_sums_make_the_contracts() -> None:
    found = cost_per_system([(100, {1: None, 2: None, 3: None}), (50, {1: None}), (0, {4: None, 1: None})])
    assert {key: cost.kroner for key, cost in found.items()} == {1: 84, 2: 33, 3: 33, 4: 0}
    assert (found[1].estimated, found[1].contracts, found[4].estimated) == (True, 3, False)


def test_set_shares_make_the_whole_exactly() -> None:
    assert shares_fit([Decimal("33.33"), Decimal("33.33"), Decimal("33.34")])
    assert not shares_fit([Decimal("33.33")] * 3)
    assert not shares_fit([Decimal(110), Decimal(-10)])


def test_what_is_hit_goes_three_steps_and_round_a_circle_once() -> None:
    ties = {1: [2, 3], 2: [4, 1], 3: [4], 4: [5], 5: [6], 6: [1]}
    assert hit_by(1, ties) == [(2, 1, 1), (3, 1, 1), (4, 2, 2), (5, 3, 4)]
    assert hit_by(9, ties) == []
    assert hit_by(1, {1: [1]}) == []


def test_a_timeline_stays_within_its_years() -> None:
    spans = [Span(date(2010, 1, 1), None, date(2028, 1, 1), date(2027, 6, 30)), Span(), Span(None, date(2020, 1, 1))]
    drawn = draw(spans, 2027, date(2027, 1, 1))
    assert [year for _x, year in drawn.years] == [2027, 2028, 2029, 2030, 2031]
    first, second, third = drawn.rows
    assert first.use == ("330.0", "869.5")
    assert first.support is not None
    assert float(first.support[1]) == pytest.approx(870 * 365 / 1826, abs=0.1)
    assert float(first.ends) == pytest.approx(330 + 870 * 180 / 1826, abs=0.1)
    assert (second.use, second.support, second.contract, second.ends, third.use) == (None, None, None, "", None)


def test_systems_overlap_where_they_serve_one_task_in_one_unit() -> None:
    found = served([1, 2, 3], [(1, 10), (1, 11), (1, 12), (2, 10)], {10: [5], 11: [5, 6], 12: [7]})
    assert [(one.task, one.systems, one.overlap) for one in found] == [
        (1, (10, 11, 12), (10, 11)), (2, (10,), ()), (3, (), ()),
    ]  # fmt: skip
    assert served([1], [(1, 10), (1, 11)], {})[0].overlap == ()
