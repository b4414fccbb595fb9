"""The rules of a project's parts, tried on generated cases."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.portfolio.domain.capacity import Demand, in_unit, load
from styrehjul.portfolio.domain.dependencies import Need, circle
from styrehjul.portfolio.domain.economy import Line, by_kind, by_year, price_levels, total
from styrehjul.portfolio.domain.large import Size, Thresholds, rule_met
from styrehjul.portfolio.domain.pressure import Bounds, Touch, moves, pressure
from styrehjul.portfolio.domain.quarters import between, quarter_day, shifted, steps_between
from styrehjul.portfolio.domain.risks import Grade, grade_of, matrix

Q1 = date(2027, 1, 1)
quarters = st.integers(-8, 12).map(lambda steps: shifted(Q1, steps))
days = st.dates(date(2020, 1, 1), date(2040, 12, 31))


class TestQuarters:
    @given(days, st.integers(-40, 40))
    def test_shifting_there_and_back_is_the_same_quarter(self, day: date, steps: int) -> None:
        quarter = quarter_day(day)
        assert shifted(shifted(quarter, steps), -steps) == quarter
        assert steps_between(quarter, shifted(quarter, steps)) == steps

    @given(quarters, st.integers(0, 9))
    def test_as_many_lie_between_as_there_are_steps(self, first: date, steps: int) -> None:
        assert len(list(between(first, shifted(first, steps)))) == steps + 1


class TestRisks:
    @given(st.sampled_from([3, 4, 5]), st.data())
    def test_more_likely_or_graver_is_never_less(self, scale: int, data: st.DataObject) -> None:
        step = st.integers(1, scale)
        likelihood, impact = data.draw(step), data.draw(step)
        order = list(Grade)
        here = order.index(grade_of(likelihood, impact, scale))
        assert here <= order.index(grade_of(min(scale, likelihood + 1), impact, scale))
        assert here <= order.index(grade_of(likelihood, min(scale, impact + 1), scale))

    @pytest.mark.parametrize("scale", [3, 4, 5])
    def test_the_ends_of_every_scale(self, scale: int) -> None:
        assert grade_of(1, 1, scale) is Grade.LOW
        assert grade_of(scale, scale, scale) is Grade.HIGH

    def test_each_risk_lies_in_one_field(self) -> None:
        dots = matrix([(1, 5), (1, 5), (3, 2)], 5)
        assert len(dots) == 25
        assert sorted(dot.number for dot in dots if dot.number) == ["1", "2"]
        assert next((dot.x, dot.y) for dot in dots if dot.number == "2") == (0, 0)


class TestCircles:
    @given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=25))
    def test_what_is_let_in_one_by_one_never_makes_a_circle(self, wanted: list[tuple[int, int]]) -> None:
        edges: dict[int, list[int]] = {}
        for project, needed in wanted:
            path = circle(edges, project, needed)
            if path:
                assert path[0] == path[-1] == project
                edges_now = {key: [*value] for key, value in edges.items()}
                edges_now.setdefault(project, []).append(needed)
                assert all(after in edges_now.get(before, []) for before, after in itertools.pairwise(path))
                continue
            edges.setdefault(project, []).append(needed)
        assert _is_acyclic(edges)

    def test_how_late_is_never_negative(self) -> None:
        assert Need(date(2027, 5, 3), date(2027, 5, 1)).late_days == 2
        assert Need(date(2027, 5, 1), date(2027, 5, 3)).late_days == 0
        assert Need(None, date(2027, 5, 3)).late_days == 0


def _is_acyclic(edges: dict[int, list[int]]) -> bool:
    left = {node for pair in edges.items() for node in (pair[0], *pair[1])}
    while left:
        free = {node for node in left if not set(edges.get(node, [])) & left}
        if not free:
            return False
        left -= free
    return True


amounts = st.none() | st.decimals(-5000, 5000, places=1)
lines = st.builds(
    Line,
    year=st.integers(2026, 2030),
    kind=st.sampled_from(["drift", "anlaeg", "service"]),
    price_level=st.sampled_from([2026, 2027]),
    budget=amounts,
    forecast=amounts,
    spent=amounts,
)


class TestEconomy:
    @given(st.lists(lines, max_size=12))
    def test_years_and_kinds_add_up_to_the_total_of_each_price_level(self, rows: list[Line]) -> None:
        for level in price_levels(rows):
            whole = total(row for row in rows if row.price_level == level).budget or 0
            assert whole == sum(part.budget or 0 for (_y, at), part in by_year(rows).items() if at == level)
            assert whole == sum(part.budget or 0 for (_k, at), part in by_kind(rows).items() if at == level)

    def test_not_known_is_not_nothing(self) -> None:
        assert total([Line(2027, "drift", 2027)]).budget is None
        assert total([Line(2027, "drift", 2027, budget=Decimal(0))]).budget == 0


class TestHours:
    @given(
        st.lists(st.tuples(st.decimals(0, 500, places=1), st.booleans()), max_size=8),
        st.none() | st.decimals(0, 900, places=1),
    )
    def test_only_what_is_promised_is_over_use(self, asked: list[tuple[Decimal, bool]], net: Decimal | None) -> None:
        demands = [Demand(1, Q1, n, amount, "confirmed" if ok else "requested") for n, (amount, ok) in enumerate(asked)]
        found = load(net, demands)
        assert found.confirmed + found.requested == sum((amount for amount, _ok in asked), Decimal(0))
        assert (found.verdict == "over") == (net is not None and found.confirmed > net)
        assert (found.verdict == "unknown") == (net is None)

    def test_hours_and_fte_need_a_number_between_them(self) -> None:
        assert in_unit(Decimal(400), "hours", "fte", None) is None
        assert in_unit(Decimal(400), "hours", "fte", Decimal(400)) == 1
        assert in_unit(Decimal("0.5"), "fte", "hours", Decimal(400)) == 200
        assert in_unit(Decimal(3), "hours", "hours", None) == 3


class TestLarge:
    def test_any_threshold_is_enough_and_is_named(self) -> None:
        rules = Thresholds(economy=Decimal(1000), areas=3)
        assert rule_met(Size(economy=Decimal(999)), rules) == ""
        assert rule_met(Size(economy=Decimal(1000)), rules) == "samlet økonomi på mindst 1 mio. kr."
        assert rule_met(Size(areas=3, economy=Decimal(2000)), rules).endswith("og mindst 3 fagchefområder")
        assert rule_met(Size(economy=Decimal(10**9), hours=Decimal(10**9)), Thresholds()) == ""


touches = st.builds(
    lambda project, area, first, length, intensity, state: Touch(
        project, area, first, shifted(first, length), intensity, state, None
    ),
    project=st.integers(1, 5),
    area=st.integers(1, 3),
    first=quarters,
    length=st.integers(0, 4),
    intensity=st.integers(1, 3),
    state=st.sampled_from(["approved", "active", "closing", "proposed", "closed", "paused"]),
)


class TestPressure:
    @given(st.lists(touches, max_size=12), st.integers(1, 3), quarters)
    def test_it_is_the_sum_of_what_runs_and_proposals_stand_apart(
        self, all_touches: list[Touch], area: int, quarter: date
    ) -> None:
        found = pressure(all_touches, area, quarter)
        here = [t for t in all_touches if t.area == area and t.first <= quarter <= t.last]
        assert found.certain == sum(t.intensity for t in here if t.state in ("approved", "active", "closing"))
        assert found.proposed == sum(t.intensity for t in here if t.state == "proposed")

    def test_a_paused_project_counts_from_the_quarter_in_which_it_is_taken_up(self) -> None:
        paused = Touch(1, 1, Q1, shifted(Q1, 3), 2, "paused", date(2027, 8, 15))
        assert [pressure([paused], 1, quarter).certain for quarter in between(Q1, shifted(Q1, 3))] == [0, 0, 2, 2]
        assert pressure([Touch(1, 1, Q1, Q1, 2, "paused")], 1, Q1).certain == 0

    @given(st.lists(touches, max_size=10), st.integers(1, 5), st.integers(1, 6))
    def test_every_proposed_move_keeps_the_limit_and_the_dependencies(
        self, all_touches: list[Touch], project: int, limit: int
    ) -> None:
        bounds = {project: Bounds(date(2027, 5, 1), date(2029, 2, 1))}
        own = [t for t in all_touches if t.project == project]
        for target in moves(all_touches, project, limit, on=Q1, bounds=bounds):
            steps = steps_between(min(t.first for t in own), target)
            assert steps != 0
            assert target >= date(2027, 4, 1)
            moved = [
                Touch(t.project, t.area, shifted(t.first, steps), shifted(t.last, steps), t.intensity, "active")
                if t.project == project
                else t
                for t in all_touches
            ]
            assert max(t.last for t in moved if t.project == project) <= date(2029, 1, 1)
            for one in moved:
                if one.project == project:
                    for quarter in between(one.first, one.last):
                        assert pressure(moved, one.area, quarter).certain <= limit
