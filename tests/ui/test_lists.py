"""A list's address is the whole truth about it: filters, sorting and page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from django.http import QueryDict

from styrehjul.ui.lists import ListRequest, ListSpec, download

SPEC = ListSpec(
    filters=("q", "kategori"), sorts={"navn": ("name",), "frist": ("-urgent", "due_on")}, default="navn", size=10
)


def asked(query: str) -> ListRequest:
    return ListRequest.of(QueryDict(query), SPEC)


def test_filters_that_the_list_does_not_know_are_dropped() -> None:
    listing = asked("kategori=lokal&kategori=national&q=++&chef=1")
    assert listing.values == {"kategori": ("lokal", "national")}
    assert listing.is_filtered
    assert not asked("q=").is_filtered


@pytest.mark.parametrize(
    ("query", "order", "direction"),
    [
        ("", ("name",), ""),
        ("sort=frist", ("-urgent", "due_on"), "ascending"),
        ("sort=-frist", ("urgent", "-due_on"), "descending"),
        ("sort=password", ("name",), ""),
    ],
)
def test_sorting_takes_only_what_is_offered(query: str, order: tuple[str, ...], direction: str) -> None:
    listing = asked(query)
    assert listing.order == order
    assert listing.direction("frist") == direction


def test_a_heading_sorts_rising_first_and_then_falling() -> None:
    assert asked("").sort_url("frist") == "?sort=frist"
    assert asked("sort=frist").sort_url("frist") == "?sort=-frist"
    assert asked("sort=-frist").sort_url("frist") == "?sort=frist"


def test_links_keep_filters_and_sorting() -> None:
    listing = asked("kategori=lokal&q=by&sort=-frist&page=3")
    assert listing.url(page=4) == "?q=by&kategori=lokal&sort=-frist&page=4"
    assert listing.url(kategori="national") == "?q=by&kategori=national&sort=-frist"
    assert listing.url(kategori=None, q="") == "?sort=-frist"
    assert listing.url(format="xlsx") == "?q=by&kategori=lokal&sort=-frist&format=xlsx"


@pytest.mark.parametrize("number", ["0", "-1", "x", "9999999999", "٣"])
def test_a_page_number_that_is_none_is_the_first_page(number: str) -> None:
    page = ListRequest.of(QueryDict(f"page={number}"), SPEC).page(list(range(25)))
    assert page.number in (1, 3)
    assert page.items


def test_pages_count_from_one_and_stop_at_the_last() -> None:
    page = asked("page=99").page(list(range(25)))
    assert (page.number, page.pages, page.first, page.last, page.total) == (3, 3, 21, 25, 25)
    assert list(page.items) == [20, 21, 22, 23, 24]
    empty = asked("").page([])
    assert (empty.number, empty.pages, empty.first, empty.last) == (1, 1, 0, 0)


def test_page_numbers_leave_gaps_open() -> None:
    assert asked("page=10").page(list(range(200))).numbers == [1, None, 9, 10, 11, None, 20]
    assert asked("page=1").page(list(range(30))).numbers == [1, 2, 3]


def test_a_date_filter_that_is_no_date_is_none() -> None:
    assert asked("q=2027-06-09").day("q") is not None
    assert asked("q=9.6.2027").day("q") is None


def test_the_whole_list_comes_as_a_file() -> None:
    def writer(headers: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
        return f"{headers}{rows}".encode()

    answer = download(
        "json", "projekter", ["Navn", "Timer"], [["Århus", 3]], xlsx=writer, csv=writer, keys=["name", "hours"]
    )
    assert json.loads(answer.content) == {"items": [{"name": "Århus", "hours": 3}]}
    answer = download("csv", "projekter", ["Navn"], [["a"]], xlsx=writer, csv=writer)
    assert answer["Content-Disposition"] == 'attachment; filename="projekter.csv"'
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
