"""What the list, the timeline and the bubbles work out, without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.portfolio.domain.attention import Facts, Limits, Why, causes, weight
from styrehjul.portfolio.domain.bubbles import HEIGHT, WIDTH, Weighed, place
from styrehjul.portfolio.domain.sentences import sentences, without_stop
from styrehjul.portfolio.domain.timeline import LEFT, Span, draw
from styrehjul.portfolio.domain.timeline import WIDTH as LINE_WIDTH

ON = date(2027, 5, 19)
FINE = Facts(
    category="cross",
    state="active",
    light="green",
    status_on=date(2027, 5, 1),
    started=date(2027, 1, 1),
    planned_end=date(2027, 12, 31),
    forecast_end=None,
    has_responsible=True,
)


def why(facts: Facts, limits: Limits | None = None) -> list[Why]:
    return [cause.why for cause in causes(facts, ON, limits or Limits())]


class TestAttention:
    def test_a_project_that_goes_well_needs_none(self) -> None:
        assert why(FINE) == []

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"light": "red"}, Why.RED),
            ({"light": "yellow"}, Why.YELLOW),
            ({"planned_end": date(2027, 5, 18)}, Why.OVERDUE),
            ({"forecast_end": date(2028, 1, 31)}, Why.LATER),
            ({"forecast_end": date(2028, 4, 30)}, Why.MUCH_LATER),
            ({"has_responsible": False}, Why.NO_MANAGER),
            ({"status_on": date(2027, 1, 15)}, Why.STALE),
            ({"status_on": None, "started": date(2027, 1, 15)}, Why.STALE),
            ({"budget": Decimal(100), "forecast": Decimal(111)}, Why.DEARER),
        ],
    )
    def test_each_reason_alone(self, change: dict[str, Any], expected: Why) -> None:
        assert why(replace(FINE, **change)) == [expected]

    def test_what_is_on_the_limit_is_not_beyond_it(self) -> None:
        assert why(replace(FINE, planned_end=ON)) == []
        assert why(replace(FINE, budget=Decimal(100), forecast=Decimal(110))) == []
        # Three months late is late; only more than three is much.
        assert why(replace(FINE, forecast_end=date(2028, 3, 31))) == [Why.LATER]

    def test_what_is_not_chosen_does_not_count(self) -> None:
        none = Limits(stale_days=None, later_months=None, much_later_months=None, dearer_percent=None)
        bad = replace(
            FINE, status_on=date(2026, 1, 1), forecast_end=date(2029, 1, 1), budget=Decimal(1), forecast=Decimal(9)
        )
        assert why(bad, none) == []

    def test_a_local_project_is_not_old_and_one_that_is_over_needs_nothing(self) -> None:
        old = replace(FINE, status_on=date(2025, 1, 1))
        assert why(replace(old, category="local")) == []
        for state in ("idea", "proposed", "closed", "stopped", "follow_up"):
            assert why(replace(old, state=state, light="red", has_responsible=False)) == []

    def test_red_weighs_more_than_two_smaller_ones(self) -> None:
        red = causes(replace(FINE, light="red"), ON, Limits())
        small = causes(replace(FINE, light="yellow", has_responsible=False), ON, Limits())
        assert weight(red) > weight(small)
        assert [cause.why for cause in small] == [Why.NO_MANAGER, Why.YELLOW]


class TestTimeline:
    def test_a_bar_begins_and_ends_where_its_days_are(self) -> None:
        spans = [
            Span(1, date(2027, 1, 1), date(2027, 12, 31)),
            Span(2, None, None),
            Span(3, date(2020, 1, 1), date(2021, 1, 1)),
        ]
        drawn = draw(spans, [], 2026, ON)
        third = (LINE_WIDTH - LEFT) / 3
        assert drawn.rows[0].bar is not None
        assert float(drawn.rows[0].bar.x) == pytest.approx(LEFT + third, abs=1)
        assert float(drawn.rows[0].bar.width) == pytest.approx(third, abs=2)
        # Time has come as far as the line of today.
        assert drawn.rows[0].done is not None
        assert float(drawn.rows[0].bar.x) + float(drawn.rows[0].done.width) == pytest.approx(
            float(drawn.today), abs=0.2
        )
        assert (drawn.rows[1].bar, drawn.rows[2].bar) == (None, None)
        assert len(drawn.quarters) == 12

    def test_a_paused_project_has_no_part_that_has_passed(self) -> None:
        (row,) = draw([Span(1, date(2027, 1, 1), date(2027, 12, 31), moves=False)], [], 2026, ON).rows
        assert (row.bar is not None, row.done) == (True, None)

    def test_what_waits_is_tied_only_to_what_is_drawn(self) -> None:
        spans = [Span(1, date(2027, 1, 1), date(2027, 6, 30)), Span(2, date(2027, 7, 1), date(2027, 12, 31))]
        assert len(draw(spans, [(2, 1)], 2026, ON).links) == 1
        assert draw(spans, [(2, 99), (99, 1)], 2026, ON).links == ()

    def test_milestones_and_gates_outside_the_years_are_left_out(self) -> None:
        marks = [(date(2027, 2, 1), "Udbud", True), (date(2031, 1, 1), "Langt ude", False)]
        (row,) = draw(
            [Span(1, None, date(2027, 12, 31), marks=marks, gates=[(date(2019, 1, 1), "Idé")])], [], 2026, ON
        ).rows
        assert [(mark.words, mark.reached) for mark in row.marks] == [("Udbud", True)]
        assert row.gates == ()

    @given(
        st.lists(
            st.tuples(
                st.dates(date(1990, 1, 1), date(2090, 1, 1)) | st.none(),
                st.dates(date(1990, 1, 1), date(2090, 1, 1)) | st.none(),
            ),
            max_size=8,
        )
    )
    def test_nothing_is_drawn_outside_the_paper(self, days: list[tuple[date | None, date | None]]) -> None:
        spans = [Span(key, start, end, baseline=(end, start)) for key, (start, end) in enumerate(days)]
        for row in draw(spans, [(0, 1), (1, 0)], 2026, ON).rows:
            for box in filter(None, (row.bar, row.done, row.baseline)):
                assert float(box.x) >= LEFT
                assert float(box.width) > 0


class TestBubbles:
    def test_more_effort_is_further_right_and_more_value_higher_up(self) -> None:
        found = place(
            [Weighed(1, Decimal(100), 1, Decimal(10)), Weighed(2, Decimal(900), 3, Decimal(1000))], None, None
        )
        small, big = (next(b for b in found.bubbles if b.key == key) for key in (1, 2))
        assert float(small.x) < float(big.x)
        assert float(small.y) > float(big.y)
        assert float(small.r) < float(big.r)
        assert (found.effort_line, found.value_line) == ("", "")

    def test_the_lines_chosen_are_on_the_drawing(self) -> None:
        found = place([Weighed(1, Decimal(100), 1, None)], Decimal(500), Decimal(2))
        assert 0 < float(found.effort_line) <= WIDTH
        assert 0 < float(found.value_line) <= HEIGHT

    def test_two_at_the_same_spot_are_both_seen(self) -> None:
        found = place([Weighed(key, Decimal(100), 2, None) for key in (1, 2)], None, None)
        assert len({bubble.x for bubble in found.bubbles}) == 2

    def test_nothing_to_draw_is_no_fault(self) -> None:
        assert place([], None, None).bubbles == ()


def test_a_shortened_word_keeps_its_stop_inside_a_longer_sentence() -> None:
    assert without_stop("Alle er med.") == "Alle er med"
    assert without_stop("Økonomien overskrides med 12 pct.") == "Økonomien overskrides med 12 pct."
    assert sentences(["SG-2026-003", "", "Rammen er 2.000 t.kr.", "Alle er med."]) == (
        "SG-2026-003. Rammen er 2.000 t.kr. Alle er med"
    )
