"""One place of a kommissorium is found, changed, added, moved and removed; the rest is untouched."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.bodies.domain.drafting import (
    Place,
    dumps,
    is_suggestion,
    loads,
    moved,
    plain,
    row_at,
    with_row,
    without_row,
)
from styrehjul.bodies.domain.kommissorium import differences, read
from tests import making

SOURCES = [making.NORDDJURS.read_text(encoding="utf-8"), making.EXAMPLE.read_text(encoding="utf-8")]


@pytest.mark.parametrize("source", SOURCES)
def test_writing_raw_values_says_the_same(source: str) -> None:
    before = read(source.encode(), file="a")
    assert differences(before, read(dumps(loads(source)).encode(), file="b")) == []


@pytest.mark.parametrize(
    "where", ["", "organ/0", "organ/0/moeder", "organ/1/frist/2", "organ/0/plads/ny", "ret/ny", "indstillinger"]
)
def test_a_place_is_its_address(where: str) -> None:
    assert Place.of(where).where == where


@pytest.mark.parametrize(
    "where", ["findes", "organ", "organ/x", "organ/-1", "organ/ny/plads/0", "organ/0/findes/1", "organ/0/plads", "navn"]
)
def test_what_is_no_place_is_refused(where: str) -> None:
    with pytest.raises(KeyError):
        Place.of(where)


def test_a_row_that_is_gone_is_told() -> None:
    raw = loads(SOURCES[0])
    with pytest.raises(KeyError):
        row_at(raw, Place.of("organ/9"))
    with pytest.raises(KeyError):
        without_row(raw, Place.of("organ/0/plads/99"))


def test_the_tables_under_a_row_stay_when_its_own_values_change() -> None:
    raw = loads(SOURCES[0])
    changed = with_row(
        raw, Place.of("organ/0"), {"kode": "styregruppe", "navn": "Ny", "kort": "N", "navn_bestemt": "den"}
    )
    assert changed["organ"][0]["navn"] == "Ny"
    assert changed["organ"][0]["plads"] == raw["organ"][0]["plads"]
    assert "formaal" not in changed["organ"][0]
    assert raw["organ"][0]["navn"] == "Styregruppe"


def test_an_order_forgets_an_item_that_is_removed() -> None:
    raw = loads(SOURCES[0])
    body = raw["organ"][0]
    place = next(no for no, item in enumerate(body["fast_punkt"]) if item["noegle"] in plain(body["raekkefoelge"]))
    key = body["fast_punkt"][place]["noegle"]
    changed = without_row(raw, Place.of(f"organ/0/fast_punkt/{place}"))
    assert key not in changed["organ"][0]["raekkefoelge"]


def test_the_ends_of_a_list_stay_where_they_are() -> None:
    raw = loads(SOURCES[0])
    assert moved(raw, Place.of("organ/0"), -1) == raw
    last = len(raw["organ"]) - 1
    assert moved(raw, Place.of(f"organ/{last}"), 1) == raw


def test_a_suggestion_is_a_value_with_a_mark() -> None:
    assert plain({"vaerdi": 3, "forslag": True}) == plain(3) == 3
    assert is_suggestion({"vaerdi": 3, "forslag": True})
    assert not is_suggestion({"vaerdi": 3})
    assert not is_suggestion(3)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True),
        st.one_of(
            st.text(st.characters(exclude_categories=["Cs"])), st.booleans(), st.integers(-(10**9), 10**9),
            st.decimals(0, 1000, places=2), st.lists(st.integers(0, 99), max_size=4),
        ),
        max_size=5,
    )
)  # fmt: skip
def test_every_value_comes_back(row: dict[str, object]) -> None:
    expected = {
        name: value if not isinstance(value, Decimal) else Decimal(format(value, "f")) for name, value in row.items()
    }
    assert loads(dumps({"a": row, "b": [row, row]})) == {"a": expected, "b": [expected, expected]}
