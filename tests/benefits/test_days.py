"""A measurement answers the measuring day that it belongs to, early or late, and no other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from styrehjul.benefits import actions
from styrehjul.benefits.domain.days import answered
from styrehjul.benefits.models import Benefit, MeasuringDay
from styrehjul.benefits.queries import quarters_ahead
from tests.benefits.test_register import TARGET, a_benefit
from tests.portfolio.town import AT, Town, a_town, an_active

JUNE, SEPTEMBER = date(2027, 6, 1), date(2027, 9, 1)


@pytest.mark.parametrize(
    ("measured_on", "today", "found"),
    [
        (date(2027, 5, 20), date(2027, 5, 20), [JUNE]),  # a little early
        (date(2027, 4, 1), date(2027, 4, 1), []),  # long before: one more measurement
        (JUNE, JUNE, [JUNE]),
        (date(2027, 6, 3), date(2027, 9, 20), [JUNE]),  # the autumn is still asked for
        (date(2027, 3, 31), date(2027, 6, 5), [JUNE]),  # asked in June, answered with the newest number there is
        (date(2027, 10, 1), date(2027, 10, 1), [JUNE, SEPTEMBER]),
    ],
)
def test_which_days_are_answered(measured_on: date, today: date, found: list[date]) -> None:
    assert answered([SEPTEMBER, JUNE], measured_on, today) == found


@pytest.fixture
def town() -> Town:
    return a_town()


def open_days(benefit: Benefit) -> list[date]:
    return [day.on for day in MeasuringDay.objects.filter(benefit=benefit, answered_at=None).order_by("on")]


@pytest.mark.django_db
class TestEarly:
    def followed(self, town: Town) -> Benefit:
        benefit = actions.accept_benefit(a_benefit(town, an_active(town)), by=town.jonas, at=AT)
        return actions.add_days(benefit, [date(2028, 3, 1)], by=town.jonas, at=AT)

    def test_long_before_its_day_it_is_one_more_and_the_day_stands(self, town: Town) -> None:
        benefit = actions.measure_benefit(self.followed(town), value="11 dage", by=town.jonas, at=AT)
        assert (open_days(benefit), benefit.measure_on) == ([TARGET, date(2028, 3, 1)], TARGET)
        assert not benefit.measurements.get().days.exists()

    def test_shortly_before_the_targets_day_it_is_that_days_and_the_benefit_can_be_realised(self, town: Town) -> None:
        early = AT.replace(month=8, day=20)
        benefit = actions.measure_benefit(self.followed(town), value="8 dage", by=town.jonas, at=early)
        assert (open_days(benefit), benefit.measure_on) == ([date(2028, 3, 1)], date(2028, 3, 1))
        assert [day.on for day in benefit.measurements.get().days.all()] == [TARGET]
        ended = actions.end_benefit(benefit, outcome="realised", by=town.jonas, at=early)
        assert ended.state == "realised"

    def test_the_next_four_quarters_hold_what_is_to_be_measured_and_what_was_not(self, town: Town) -> None:
        benefit = self.followed(town)
        after = TARGET + timedelta(days=40)
        found = quarters_ahead(after)
        assert [quarter.name for quarter in found] == [
            "4. kvartal 2027", "1. kvartal 2028", "2. kvartal 2028", "3. kvartal 2028",
        ]  # fmt: skip
        assert [[(mark.day, mark.late) for mark in quarter.marks] for quarter in found] == [
            [(TARGET, True)], [(date(2028, 3, 1), False)], [], [],
        ]  # fmt: skip
        actions.measure_benefit(benefit, outcome="dropped", comment="Loven faldt", by=town.jonas, at=AT)
        assert not any(quarter.marks for quarter in quarters_ahead(after))
