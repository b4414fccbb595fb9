"""Typed text becomes a tree, the tree becomes safe HTML, and nothing a person types is lost or becomes markup."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.documents.values import blocks_from_json
from styrehjul.ui import blocks

TYPED = """Borgere får post, de ikke forstår.
Det koster tid.

# Forslag
- Seks brevtyper
- To fra Jobcentret

1. Pilot
2. Alle

| Post | 1. år |
| --- | --- |
| Licens | 120.000 |"""


def test_each_way_of_typing_becomes_its_own_block() -> None:
    tree = blocks.parse(TYPED)
    assert [node["t"] for node in tree] == ["p", "h", "ul", "ol", "table"]
    assert tree[0]["text"] == "Borgere får post, de ikke forstår.\nDet koster tid."
    assert tree[1] == {"t": "h", "text": "Forslag", "level": 1}
    assert tree[3]["items"] == ["Pilot", "Alle"]
    assert tree[4] == {"t": "table", "header": ["Post", "1. år"], "rows": [["Licens", "120.000"]]}


def test_a_tree_typed_again_is_the_same_tree() -> None:
    tree = blocks.parse(TYPED)
    assert blocks.parse(blocks.to_text(tree)) == tree


@given(st.text(max_size=300))
def test_whatever_is_typed_survives_being_shown_and_changed(text: str) -> None:
    tree = json.loads(json.dumps(blocks.parse(text)))
    again = blocks.parse(blocks.to_text(tree))
    assert blocks.to_plain(again).split() == blocks.to_plain(tree).split()
    blocks.to_html(tree)
    blocks_from_json(tree)  # the PDF is made from the same tree


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "- <img src=x onerror=alert(1)>",
        "# <b>fed</b>",
        "| <i>a</i> | b |\n| <u>c</u> | d |",
    ],
)
def test_markup_that_is_typed_is_shown_as_text(typed: str) -> None:
    html = blocks.to_html(blocks.parse(typed))
    for tag in ("<script", "<img", "<b>", "<i>", "<u>"):
        assert tag not in html


def test_headings_keep_below_the_pages_own() -> None:
    html = blocks.to_html(blocks.parse("# Et\n\n### Tre"), top=3)
    assert "<h3>Et</h3>" in html
    assert "<h5>Tre</h5>" in html


def test_cells_of_a_ragged_table_keep_their_column() -> None:
    (table,) = blocks.parse("| a | b | c |\n| 1 |")
    assert table["rows"] == [["1", "", ""]]
    assert 'data-title="b"' in blocks.to_html([table])


def test_a_line_indented_under_a_point_belongs_to_it() -> None:
    (listing,) = blocks.parse("- Første\n  fortsat\n- Anden")
    assert listing["items"] == ["Første fortsat", "Anden"]


@pytest.mark.parametrize(
    ("tree", "empty"), [([], True), (None, True), (blocks.parse(" \n\n"), True), (blocks.parse("a"), False)]
)
def test_empty_means_that_there_is_nothing_to_read(tree: blocks.Tree | None, empty: bool) -> None:
    assert blocks.is_empty(tree) is empty


def test_points_further_in_belong_to_the_one_above_and_stand_so_when_typed_again() -> None:
    typed = "- Mål\n  1. Færre breve\n  2. Kortere ventetid\n- Tid\n  - Forår\n    - Marts"

    tree = blocks.parse(typed)

    assert tree == [
        {
            "t": "ul",
            "items": [
                {"text": "Mål", "blocks": [{"t": "ol", "items": ["Færre breve", "Kortere ventetid"]}]},
                {"text": "Tid", "blocks": [{"t": "ul", "items": [{"text": "Forår", "blocks": [{"t": "ul", "items": ["Marts"]}]}]}]},
            ],
        }
    ]  # fmt: skip
    assert blocks.to_text(tree) == typed
    assert "<ol><li>Færre breve</li>" in blocks.to_html(tree)
    assert "Marts" in blocks.to_plain(tree)


def test_a_list_as_deep_as_a_thousand_lines_is_still_a_list() -> None:
    tree = blocks.parse("\n".join(f"{'  ' * n}- {n}" for n in range(1500)))

    assert blocks.to_plain(tree).split()[-1] == "1499"


def test_a_bar_and_a_dash_in_a_cell_stay_what_they_are() -> None:
    tree = [{"t": "table", "header": ["Ja|Nej", "b"], "rows": [["-", "-"], ["1", "2"]]}]

    assert blocks.parse(blocks.to_text(tree)) == tree
