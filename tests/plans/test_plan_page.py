"""The year's plan: made in one click, written line by line, calculated, frozen and approved exactly as it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.plans import actions, tasks
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.models import PlanLine, PlanRun, PlanVersion
from styrehjul.plans.queries.plans import lines_of, loads
from styrehjul.portfolio.actions import link_goal
from styrehjul.strategy.actions import create_goal
from tests.plans.test_runs import text_of
from tests.portfolio.town import AT, Town, a_decision, a_proposal, a_town, an_active, sign_in

ADDRESS = "/indsatsplan/2028/"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(AT, tick=True):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


@pytest.fixture
def anna(client: Client, town: Town, settings: Any) -> Client:
    settings.DEMO = True
    sign_in(client, town.anna)
    return client


def send(client: Client, address: str, **fields: Any) -> Any:
    return client.post(address, {"_key": str(uuid4()), **fields}, follow=True)


def a_draft(town: Town, *titles: str) -> PlanVersion:
    for title in titles:
        a_proposal(town, title=title)
    return actions.make_draft(2028, by=town.anna, at=AT)


def write(line: PlanLine, town: Town, **fields: Any) -> PlanLine:
    return actions.change_line(line, by=town.anna, at=AT, **fields)


class TestTheDraft:
    def test_one_click_gathers_what_there_is_to_choose_among(self, town: Town, anna: Client) -> None:
        a_proposal(town, title="Vagtplan")
        an_active(town, title="Alarmer")
        assert "Lav udkastet" in text_of(anna.get(ADDRESS))
        shown = text_of(send(anna, f"{ADDRESS}udkast/"))
        assert "Udkast, version 1" in shown
        assert "1 af 2 er med" in shown
        running = PlanLine.objects.get(project__title="Alarmer")
        assert (running.lock, running.chosen, running.start) == ("running", True, 1)
        assert send(anna, f"{ADDRESS}udkast/").status_code == 409
        assert PlanVersion.objects.count() == 1

    def test_without_candidates_it_says_what_to_do(self, town: Town, anna: Client) -> None:
        shown = send(anna, f"{ADDRESS}udkast/")
        assert shown.status_code == 200
        assert "Planen er tom" in text_of(shown)

    def test_others_see_no_draft_and_make_none(self, town: Town, client: Client) -> None:
        a_draft(town, "Vagtplan")
        sign_in(client, town.olga)
        assert "Vagtplan" not in text_of(client.get(ADDRESS))
        assert send(client, "/indsatsplan/2027/udkast/").status_code == 403
        with pytest.raises(NotAllowed):
            actions.change_line(PlanLine.objects.get(), by=town.olga, at=AT, score=Decimal(3))

    def test_a_line_is_written_on_its_page(self, town: Town, anna: Client) -> None:
        plan = a_draft(town, "Vagtplan")
        line = plan.lines.get()
        fields = {"score": "4,5", "chosen": "on", "start": "2", "quarters": "2", "hours": "400", "lock": "free"}
        shown = send(anna, f"/indsatsplan/linje/{line.uuid}/", version=line.version, **fields)
        line.refresh_from_db()
        assert (line.score, line.start, line.scored_by) == (Decimal("4.5"), 2, town.anna)
        assert "1 af 1 er med" in text_of(shown)

    @pytest.mark.parametrize(
        "wrong",
        [{"score": "6"}, {"score": "mange"}, {"hours": "-1"}, {"quarters": "0"}, {"quarters": "9"}, {"start": "5"}],
    )
    def test_what_no_line_can_hold_is_a_fields_error(self, town: Town, anna: Client, wrong: dict[str, str]) -> None:
        line = a_draft(town, "Vagtplan").lines.get()
        fields = {"score": "4", "quarters": "2", "lock": "free", "version": str(line.version)} | wrong
        assert send(anna, f"/indsatsplan/linje/{line.uuid}/", **fields).status_code == 422
        line.refresh_from_db()
        assert line.score is None

    def test_bound_says_by_what(self, town: Town) -> None:
        line = a_draft(town, "Vagtplan").lines.get()
        with pytest.raises(Refused) as refused:
            write(line, town, lock="must")
        assert refused.value.code == "plan.bound_reason"
        assert write(line, town, lock="must", lock_reason="Lov om sygedagpenge").chosen

    def test_two_who_write_the_same_line_are_told(self, town: Town, anna: Client) -> None:
        line = a_draft(town, "Vagtplan").lines.get()
        write(PlanLine.objects.get(), town, score=Decimal(2))
        fields = {"score": "5", "quarters": "2", "lock": "free", "version": str(line.version)}
        assert send(anna, f"/indsatsplan/linje/{line.uuid}/", **fields).status_code == 409
        line.refresh_from_db()
        assert line.score == 2

    def test_an_activity_in_three_fields_and_without_an_owner(self, town: Town, anna: Client) -> None:
        a_draft(town, "Vagtplan")
        shown = send(anna, f"{ADDRESS}aktivitet/", title="Seminar om data", hours="40", owner="")
        assert "Aktivitet · ingen står for den endnu" in text_of(shown)
        assert send(anna, f"{ADDRESS}aktivitet/", title=" ", hours="").status_code == 422

    def test_no_capacity_is_a_list_and_a_negative_one_no_capacity(self, town: Town, anna: Client) -> None:
        a_draft(town, "Vagtplan")
        assert "så det er en liste efter score" in text_of(anna.get(ADDRESS))
        assert send(anna, f"{ADDRESS}rammer/", hours="-5", money="").status_code == 422
        assert send(anna, f"{ADDRESS}rammer/", hours="mange", money="").status_code == 422
        plan = PlanVersion.objects.get()
        assert "af 300" in text_of(send(anna, f"{ADDRESS}rammer/", hours="300", money="", version=plan.version))

    def test_the_load_lies_in_the_quarters_it_is_worked_in(self, town: Town) -> None:
        plan = a_draft(town, "Vagtplan")
        actions.set_sizes(plan, hours=Decimal(100), money=Decimal(50), by=town.anna, at=AT)
        line = plan.lines.get()
        write(line, town, chosen=True, start=4, quarters=2, hours=Decimal(300), money=Decimal(80))
        quarters, money = loads(plan, lines_of(plan))
        assert [row.used for row in quarters] == ["0", "0", "0", "150"]
        assert (quarters[3].over, money.used, money.over) == (True, "40", False)

    def test_the_page_asks_as_often_for_three_lines_as_for_one(self, town: Town, anna: Client) -> None:
        a_draft(town, "Vagtplan")
        anna.get(ADDRESS)
        with CaptureQueriesContext(connection) as one:
            anna.get(ADDRESS)
        plan = PlanVersion.objects.get()
        for name in ("Seminar", "Vejledning"):
            actions.add_activity(plan, title=name, hours=None, owner=town.mette, by=town.anna, at=AT)
        anna.get(ADDRESS)
        with CaptureQueriesContext(connection) as three:
            anna.get(ADDRESS)
        assert len(one) == len(three)


def test_r73_projects_and_activities_in_one_order_each_with_reason_effort_and_goals(town: Town, anna: Client) -> None:
    day = timedelta(days=1)
    goal = create_goal(title="Færre opkald", start=AT.date(), by=None, at=AT)
    ended = create_goal(title="Papirløs", start=AT.date() - 9 * day, end=AT.date() - day, by=None, at=AT)
    link_goal(an_active(town, title="Alarmer"), goal.pk, by=town.anna, at=AT)
    plan = a_draft(town, "Vagtplan")
    first = plan.lines.get(project__title="Vagtplan")
    write(first, town, score=Decimal(4), reason="Loven kommer", hours=Decimal(120))
    line = actions.add_activity(plan, title="Seminar", hours=Decimal(30), owner=None, by=town.anna, at=AT)
    shown = text_of(anna.get(ADDRESS))
    assert shown.index("Vagtplan") < shown.index("Seminar")
    assert "Loven kommer" in shown
    assert "120" in shown
    assert shown.count("Færre opkald") == 1
    page = f"/indsatsplan/linje/{line.uuid}/"
    values = {"score": "3", "quarters": "1", "lock": "free", "version": str(line.version)}
    assert "Papirløs" not in text_of(anna.get(page))
    assert send(anna, page, goal=str(ended.pk), **values).status_code == 422
    send(anna, page, goal=str(goal.pk), **values)
    assert text_of(anna.get(ADDRESS)).count("Færre opkald") == 2
    line.refresh_from_db()
    send(anna, page, goal="", **{**values, "version": str(line.version)})
    assert text_of(anna.get(ADDRESS)).count("Færre opkald") == 1


class TestTheSolver:
    def test_what_was_calculated_is_taken_over_and_may_still_be_chosen_otherwise(
        self, town: Town, anna: Client
    ) -> None:
        plan = a_draft(town, "Vagtplan", "Borgerbooking")
        actions.set_sizes(plan, hours=Decimal(100), money=None, by=town.anna, at=AT)
        for line in lines_of(plan):
            score = Decimal(5) if line.title == "Vagtplan" else Decimal(3)
            write(line, town, score=score, hours=Decimal(400), quarters=4)
        send(anna, f"{ADDRESS}foreslaa/")
        assert send(anna, f"{ADDRESS}overtag/").status_code == 409  # not calculated yet
        tasks.carry_out(PlanRun.objects.get())
        send(anna, f"{ADDRESS}overtag/")
        assert [(line.title, line.chosen, line.start) for line in lines_of(plan)] == [
            ("Vagtplan", True, 1),
            ("Borgerbooking", False, None),
        ]
        assert write(lines_of(plan)[1], town, chosen=True, start=3).start == 3

    def test_without_a_score_there_is_nothing_to_calculate(self, town: Town, anna: Client) -> None:
        a_draft(town, "Vagtplan")
        assert send(anna, f"{ADDRESS}foreslaa/").status_code == 409


class TestApproval:
    def sent(self, town: Town) -> PlanVersion:
        plan = a_draft(town, "Vagtplan", "Borgerbooking")
        for line, score in zip(lines_of(plan), (3, 5), strict=True):
            write(line, town, score=Decimal(score), chosen=True)
        return actions.submit_plan(plan, by=town.anna, at=AT)

    def approve(self, plan: PlanVersion, town: Town, sha256: str = "") -> PlanVersion:
        return actions.approve_plan(plan, sha256=sha256 or plan.sha256, by=town.stine, at=AT, mandate=a_decision())

    def test_exactly_what_was_sent_becomes_live_and_gives_the_projects_their_order(self, town: Town) -> None:
        plan = self.approve(self.sent(town), town)
        assert (plan.state, plan.decision_ref) == (PlanState.LIVE, "SG-2027-014")
        order = [line.project and (line.project.title, line.project.priority) for line in lines_of(plan)]
        assert order == [("Vagtplan", 1), ("Borgerbooking", 2)]

    def test_what_was_changed_after_it_was_sent_is_not_approved(self, town: Town) -> None:
        plan = self.sent(town)
        before = plan.sha256
        with pytest.raises(Refused) as refused:
            write(plan.lines.first(), town, score=Decimal(1))  # type: ignore[arg-type]
        assert refused.value.code == "plan.not_draft"
        plan = actions.take_back_plan(plan, by=town.anna, at=AT)
        write(lines_of(plan)[0], town, score=Decimal(1))
        plan = actions.submit_plan(plan, by=town.anna, at=AT)
        assert plan.sha256 != before
        with pytest.raises(Refused) as refused:
            self.approve(plan, town, before)
        assert refused.value.code == "plan.not_as_sent"

    def test_nobody_approves_without_a_decision_and_nothing_empty_is_sent(self, town: Town) -> None:
        plan = a_draft(town, "Vagtplan")
        with pytest.raises(Refused) as refused:
            actions.submit_plan(plan, by=town.anna, at=AT)
        assert refused.value.code == "plan.nothing_chosen"
        write(plan.lines.get(), town, chosen=True)
        plan = actions.submit_plan(plan, by=town.anna, at=AT)
        with pytest.raises(Refused) as refused:
            actions.approve_plan(plan, sha256=plan.sha256, by=town.anna, at=AT)
        assert refused.value.code == "mandate.needed"

    def test_a_new_version_begins_from_the_live_one_and_takes_its_place(self, town: Town) -> None:
        first = self.approve(self.sent(town), town)
        second = actions.make_draft(2028, by=town.anna, at=AT)
        assert (second.number, second.lines.filter(chosen=True).count()) == (2, 2)
        second = self.approve(actions.submit_plan(second, why="Skoler med", by=town.anna, at=AT), town)
        first.refresh_from_db()
        assert (first.state, second.state) == (PlanState.SUPERSEDED, PlanState.LIVE)

    def test_sent_back_it_is_a_draft_with_what_was_said(self, town: Town) -> None:
        plan = actions.return_plan(
            self.sent(town), by=town.stine, at=AT, mandate=a_decision(), reason="Skolerne mangler"
        )
        assert (plan.state, plan.returned_because, plan.sha256) == (
            PlanState.DRAFT, "Skolerne mangler (SG-2027-014)", "",
        )  # fmt: skip
