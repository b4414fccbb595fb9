"""Cells as people write them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from styrehjul.imports.domain.cells import Cell, Unreadable, amount_of, day_of, has_cpr, number_of, several, unit_in
from styrehjul.imports.domain.columns import match_columns
from styrehjul.imports.domain.lines import place
from styrehjul.imports.domain.matching import SYNONYMS


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1.234.567,50", "1234567.50"), ("1.500", "1500"), ("1,5", "1.5"), ("300", "300"), ("-12", "-12"),
        ("12\xa0000", "12000"), (Decimal("1.5"), "1.5"),
    ],
)  # fmt: skip
def test_numbers(cell: Cell, number: str) -> None:
    assert number_of(cell) == Decimal(number)


def test_a_number_with_two_readings_is_refused_with_both() -> None:
    with pytest.raises(Unreadable, match=r"1,5 eller 15"):
        number_of("1.5")
    with pytest.raises(Unreadable):
        number_of("12 stk")


@pytest.mark.parametrize(
    ("cell", "unit", "kroner"),
    [
        ("1,5 mio. kr.", "", "1500000"), ("500.000,-", "", "500000"), ("ca. 200 t.kr.", "", "200000"),
        ("(300)", "tkr", "-300000"), ("1.250", "tkr", "1250000"), ("1.250.000 kr.", "tkr", "1250000"),
        (Decimal("2"), "mio", "2000000"), ("2,4 mio", "kr", "2400000"),
    ],
)  # fmt: skip
def test_amounts(cell: Cell, unit: str, kroner: str) -> None:
    assert amount_of(cell, unit) == Decimal(kroner)


def test_an_amount_without_a_unit_is_no_guess() -> None:
    with pytest.raises(Unreadable, match="ingen enhed"):
        amount_of("250", "")
    with pytest.raises(Unreadable):
        amount_of("mange penge", "kr")


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Økonomi (1.000 kr.)", "tkr"),
        ("Budget i mio. kr.", "mio"),
        ("Beløb kr.", "kr"),
        ("Budget", ""),
        ("t.kr.", "tkr"),
    ],
)
def test_units_in_headings(header: str, unit: str) -> None:
    assert unit_in(header) == unit


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("12. marts 2024", date(2024, 3, 12), date(2024, 3, 12)),
        ("12-03-2024", date(2024, 3, 12), date(2024, 3, 12)),
        ("12/3-24", date(2024, 3, 12), date(2024, 3, 12)),
        ("3. kvartal 2013", date(2013, 7, 1), date(2013, 9, 30)),
        ("K3 27", date(2027, 7, 1), date(2027, 9, 30)),
        ("marts 2027", date(2027, 3, 1), date(2027, 3, 31)),
        ("feb 2028", date(2028, 2, 1), date(2028, 2, 29)),
        ("uge 34 2027", date(2027, 8, 23), date(2027, 8, 29)),
        (datetime(2027, 5, 1, 0, 0), date(2027, 5, 1), date(2027, 5, 1)),  # noqa: DTZ001 - as a spreadsheet has it
    ],
)
def test_dates_keep_what_they_know(cell: Cell, first: date, last: date) -> None:
    assert (day_of(cell, last=False), day_of(cell, last=True)) == (first, last)


@pytest.mark.parametrize("text", ["efterår", "05. september 09.august", "31-02-2027", "uge 60 2027", "snart", "0000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        day_of(text, last=False)


@pytest.mark.parametrize(
    ("cell", "is_cpr"),
    [
        ("010170-1234", True), ("Kontakt: 0101701234", True), ("010170 1234", True), (Decimal("101701234"), True),
        ("Tlf. 87 12 34 56", False), ("EAN 5798001234567", False), ("3913992345", False), ("2026-2029", False),
        ("https://kommune.dk/010170-1234", False), ("Sag 00.01.10-P35-1-27", False),
    ],
)  # fmt: skip
def test_what_looks_like_a_cpr_number(cell: Cell, is_cpr: bool) -> None:
    assert has_cpr(cell) is is_cpr


def test_headings_in_other_words_and_order() -> None:
    columns = match_columns(["Deadline", "Tovholder", "Titel", "Budget (t.kr.)", "Budget (t.kr.)", "Noter"], SYNONYMS)
    assert columns.of == {"planned_end": 0, "manager": 1, "title": 2, "cost_tdkk": 3}
    assert columns.extra == (("Budget (t.kr.) (2)", 4), ("Noter", 5))


def test_several_people_in_a_cell() -> None:
    assert several("Mette Lund / Jonas Bak; Anna & Lis") == ["Mette Lund", "Jonas Bak", "Anna", "Lis"]


def test_places_are_as_in_the_sheet() -> None:
    assert [place("Ark1", 0, 7), place("", 26, 2), place("", 27, 2)] == ["Ark1!A7", "AA2", "AB2"]
