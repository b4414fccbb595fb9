"""The wheel's geometry: clockwise from the top, everything inside its frame, nothing on top of anything else."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from math import hypot, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.wheel.domain.drawing import SECTOR_INNER, Entry, angle_of, draw, point, ring_radii


def an_entry(day: date, ring: int = 0, **changes: object) -> Entry:
    values: dict[str, object] = {"day": day, "ring": ring, "state": "planned", "words": "Møde", "url": "/moeder/1/"}
    return Entry(**{**values, **changes})  # type: ignore[arg-type]  # the values fit field by field


@pytest.mark.parametrize(
    ("day", "right", "lower"),
    [
        (date(2027, 2, 14), True, False),
        (date(2027, 5, 14), True, True),
        (date(2027, 8, 14), False, True),
        (date(2027, 11, 14), False, False),
    ],
)
def test_the_quarters_lie_as_in_the_appendix_clockwise_from_upper_right(day: date, right: bool, lower: bool) -> None:
    x, y = point(angle_of(day), 200)
    assert (x > 0, y > 0) == (right, lower)


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_every_day_has_its_own_place_on_the_circle(day: date) -> None:
    angle = angle_of(day)
    assert 0 <= angle < 360
    if day.month != 12 or day.day != 31:
        assert angle < angle_of(day + timedelta(days=1))
    x, y = point(angle, 222)
    assert isclose(hypot(x, y), 222, abs_tol=0.2)


@pytest.mark.parametrize("bodies", range(1, 9))
def test_rings_stay_between_the_months_and_the_middle(bodies: int) -> None:
    radii = ring_radii(bodies)
    assert len(radii) == bodies
    assert list(radii) == sorted(radii, reverse=True)
    assert min(radii) > SECTOR_INNER + 12
    assert max(radii) <= 222


def test_twelve_meetings_a_year_shrink_rather_than_cover_one_another() -> None:
    fortnightly = [an_entry(date(2027, 1, 6) + timedelta(days=14 * n), ring=1) for n in range(26)]
    wheel = draw(2027, fortnightly, bodies=2, today=None)
    marks = wheel.marks
    for one, other in pairwise(marks):
        assert hypot(one.x - other.x, one.y - other.y) > one.radius + other.radius


def test_the_hand_stands_only_in_its_own_year_and_marks_its_quarter_and_month() -> None:
    today = date(2027, 5, 18)
    here, elsewhere = draw(2027, [], bodies=2, today=today), draw(2028, [], bodies=2, today=today)
    assert here.hand is not None
    assert [q.current for q in here.quarters] == [False, True, False, False]
    assert [m.label for m in here.months if m.current] == ["maj"]
    assert elsewhere.hand is None
    assert not any(q.current for q in elsewhere.quarters)


def test_preparation_is_an_arc_before_its_meeting_cut_at_new_year() -> None:
    early = an_entry(date(2027, 1, 20), prepared_from=date(2026, 12, 10), prepared_to=date(2027, 1, 13))
    wheel = draw(2027, [early], bodies=1, today=None)
    x, y = point(angle_of(date(2027, 1, 1)), 222)
    assert wheel.marks[0].arc.startswith(f"M{x} {y}A")
    backwards = an_entry(date(2027, 3, 1), prepared_from=date(2027, 2, 1), prepared_to=date(2027, 1, 1))
    assert draw(2027, [backwards], bodies=1, today=None).marks[0].arc == ""


def test_text_in_the_lower_half_is_not_upside_down() -> None:
    for month in draw(2027, [], bodies=1, today=None).months:
        assert month.turn % 360 <= 90 or month.turn % 360 >= 270
