"""A year's candidates from the portfolio, scored on one page, become a problem and an answer."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.plans import tasks
from styrehjul.plans.domain.composing import Line, Lock, compose, spread, without_circles
from styrehjul.plans.domain.problem_file import read_problem
from styrehjul.plans.models import PlanRun
from styrehjul.plans.queries.candidates import draft_of
from styrehjul.plans.queries.runs import solution_of
from styrehjul.plans.solving.run import solve
from tests.plans.test_runs import text_of
from tests.portfolio.town import AT, Town, a_proposal, a_town, an_active, sign_in

ADDRESS = "/indsatsplan/beregninger/ny/2027/"


def a_line(key: str, score: int, hours: int, money: int = 0, quarters: int = 2, **more: Any) -> Line:
    return Line(key, key.title(), Decimal(score), Decimal(hours), Decimal(money), quarters, **more)


class TestComposing:
    def test_the_sum_is_what_was_said(self) -> None:
        assert spread(Decimal(100), 3) == [Decimal("33.4"), Decimal("33.3"), Decimal("33.3")]
        assert sum(spread(Decimal("0.1"), 8)) == Decimal("0.1")

    def test_what_runs_begins_first_and_what_is_without_a_pool_is_without_a_limit(self) -> None:
        lines = [a_line("a", 3, 400, lock=Lock.RUNNING), a_line("b", 5, 400), a_line("c", 4, 100, lock=Lock.OUT)]
        problem = read_problem(compose(2027, lines, hours=Decimal(250), money=None, name="Plan"))
        assert [pool.id for pool in problem.pools] == ["timer"]
        answer = solve(problem)
        assert {row["id"]: row["start"] for row in answer["chosen"]} == {"a": "2027K1", "b": "2027K3"}
        assert [row["reason"] for row in answer["left_out"]] == ["out"]

    def test_a_circle_in_the_portfolio_is_opened(self) -> None:
        assert without_circles({"a": ("b",), "b": ("c",), "c": ("a", "d")}) == {"a": ("b",), "b": ("c",), "c": ("d",)}

    def test_what_is_needed_comes_along(self) -> None:
        lines = [a_line("a", 0, 100), a_line("b", 5, 100, needs=("a", "unknown"))]
        answer = solve(read_problem(compose(2027, lines, hours=Decimal(500), money=None, name="Plan")))
        assert {row["id"] for row in answer["chosen"]} == {"a", "b"}


@pytest.mark.django_db
class TestThePage:
    @pytest.fixture(autouse=True)
    def clock(self, settings: Any, tmp_path: Path) -> Iterator[None]:
        settings.MEDIA_ROOT = tmp_path
        with time_machine.travel(AT, tick=True):
            yield

    @pytest.fixture
    def town(self) -> Town:
        return a_town()

    @pytest.fixture
    def anna(self, client: Client, town: Town, settings: Any) -> Client:
        settings.DEMO = True
        sign_in(client, town.anna)
        return client

    def send(self, client: Client, scores: dict[str, str], **sizes: str) -> Any:
        rows = draft_of(2027).candidates
        body = {"_key": str(uuid4()), **{f"s-{name}": value for name, value in sizes.items()}}
        for row in rows:
            body |= {f"{row.id}-score": scores.get(row.title, ""), f"{row.id}-hours": "400", f"{row.id}-quarters": "2"}
            body[f"{row.id}-lock"] = row.lock.value
        return client.post(ADDRESS, body, follow=True)

    def test_scores_become_a_plan_and_are_remembered(self, town: Town, anna: Client) -> None:
        first, second = (a_proposal(town, title=title) for title in ("Vagtplan", "Borgerbooking"))
        shown = self.send(anna, {"Vagtplan": "4,5", "Borgerbooking": "2"}, hours="100")
        assert "Beregningen venter på sin tur." in text_of(shown)
        run = PlanRun.objects.get()
        tasks.carry_out(run)
        run.refresh_from_db()
        assert {row["id"] for row in solution_of(run)["left_out"]} == {first.number, second.number}
        assert (
            "Vagtplan kom ikke med: projektlederne mangler op til 100 timer i 2 kvartaler, mest i 1. kvartal 2027."
            in text_of(anna.get(run.get_absolute_url()))
        )
        scores = {row.title: row.score for row in draft_of(2027).candidates}
        assert (scores["Vagtplan"], scores["Borgerbooking"]) == (Decimal("4.5"), Decimal(2))

    def test_without_any_score_it_says_what_to_do(self, town: Town, anna: Client) -> None:
        a_proposal(town, title="Vagtplan")
        shown = self.send(anna, {})
        assert shown.status_code == 422
        assert "Giv mindst én af dem en score." in text_of(shown)

    def test_six_is_no_score(self, town: Town, anna: Client) -> None:
        a_proposal(town, title="Vagtplan")
        assert self.send(anna, {"Vagtplan": "6"}).status_code == 422
        assert not PlanRun.objects.exists()

    def test_the_same_questions_for_any_number(self, town: Town) -> None:
        a_proposal(town, title="Vagtplan")
        with CaptureQueriesContext(connection) as one:
            draft_of(2027)
        a_proposal(town, title="Borgerbooking")
        a_proposal(town, title="Sensorer")
        with CaptureQueriesContext(connection) as three:
            assert len(draft_of(2027).candidates) == 3
        assert len(one) == len(three)

    def test_what_runs_is_bound_and_stands_apart(self, town: Town, anna: Client) -> None:
        a_proposal(town, title="Alarmer")
        an_active(town, title="Vagtplan")
        page = text_of(anna.get(ADDRESS))
        assert page.index("Alarmer") < page.index("1 er i gang og med på forhånd") < page.index("Vagtplan")
        assert [row.lock for row in draft_of(2027).candidates] == [Lock.RUNNING, Lock.FREE]

    def test_another_century_is_no_page(self, anna: Client) -> None:
        assert anna.get("/indsatsplan/beregninger/ny/2127/").status_code == 404
