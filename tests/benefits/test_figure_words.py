"""Figures as they are said and drawn."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from styrehjul.benefits.domain.curve import Covered, Curve, Points
from styrehjul.benefits.domain.drawing import draw, points_of, quarters_of
from styrehjul.benefits.domain.figure_words import amount_text, band_text, slip_text
from styrehjul.benefits.domain.profile import HOURS, MONEY
from styrehjul.benefits.domain.rollup import Band
from styrehjul.benefits.domain.slip import decompose, shown

F = Fraction


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (F(1500), MONEY, "1,5 mio. kr."),
        (F(300), MONEY, "300.000 kr."),
        (F(-2, 5), MONEY, "0 kr."),
        (F(1200), HOURS, "1.200 timer"),
        (F(25, 2), "dage", "12,5 dage"),
    ],
)
def test_amounts_are_said_as_in_a_municipality(value: Fraction, unit: str, words: str) -> None:
    assert amount_text(value, unit) == words


def test_the_worked_example_is_said_with_how_often() -> None:
    band = Band(Decimal(1500), Decimal(1146), Decimal(1854))
    assert band_text(band, MONEY, 80) == "Vi venter 1,5 mio. kr. 8 ud af 10 gange ender vi mellem 1,1 og 1,9 mio. kr."
    hours = Band(Decimal(900), Decimal(700), Decimal(1100))
    assert band_text(hours, HOURS, 80) == "Vi venter 900 timer. 8 ud af 10 gange ender vi mellem 700 og 1.100 timer."
    assert band_text(Band(*[Decimal(450)] * 3), MONEY, 80) == "Vi venter 450.000 kr."


def test_the_worked_example_of_slip_is_said_in_words() -> None:
    said = slip_text(shown(decompose(1000, 700, 600, 200, 350)))
    assert said == "300 kommer senere, 100 er skåret væk, 200 er ikke målt endnu og 50 udeblev."
    assert slip_text(shown(decompose(100, 100, 150, 0, 160))) == "50 er lagt til og 10 mere end ventet er målt."
    assert slip_text(shown(decompose(100, 100, 100, 0, 100))) == ""
    assert slip_text(shown(decompose(100, 0, 0, 0, 0, dropped=True))) == "100 er bortfaldet."


def test_the_measured_line_is_broken_where_nothing_was_measured() -> None:
    curve = Curve(date(2027, 1, 1), Points.of(400, 300, 500))
    covered = [Covered(date(2027, 1, 1), date(2027, 3, 31), F(90)), Covered(date(2027, 7, 1), date(2027, 9, 30), F(80))]
    days = quarters_of(curve, curve, covered, date(2027, 10, 5))
    points = {point.day: point for point in points_of(curve, curve, covered, days)}
    assert points[date(2027, 3, 31)].measured == 90
    assert points[date(2027, 6, 30)].measured is None
    assert points[date(2027, 9, 30)].measured == 170
    assert points[date(2027, 12, 31)].current == 400
    drawn = draw(list(points.values()), covered, date(2027, 10, 5))
    assert len(drawn.measured) == 2
    assert drawn.band
    assert drawn.today


def test_a_curve_of_nothing_can_be_drawn() -> None:
    curve = Curve(date(2027, 1, 1), Points.of(0))
    days = quarters_of(curve, None, [], date(2027, 10, 5))
    assert draw(points_of(curve, None, [], days), [], date(2027, 10, 5)).original
