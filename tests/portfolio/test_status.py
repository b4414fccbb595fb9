"""Status: four fields held against the plan, frozen when given, corrected, approved, seen by others, and its age."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings.models import DecisionNeed
from styrehjul.portfolio import actions
from styrehjul.portfolio.domain import status as s
from styrehjul.portfolio.models import Baseline, PortfolioSettings, Project, StatusReport
from styrehjul.portfolio.queries import overview
from styrehjul.portfolio.queries import status as q
from tests.portfolio.town import AT, Town, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db
DAY = AT.date()
PLANNED = date(2027, 12, 31)
SAVED: dict[str, Any] = {"track": "back_to_plan", "track_by": date(2027, 9, 1)}


@pytest.fixture(autouse=True)
def clock(settings: Any) -> Iterator[None]:
    settings.DEMO = True
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


@pytest.fixture
def project(town: Town) -> Project:
    """In force since today, with its plan frozen: it ends 31 December 2027."""
    found = an_active(town)
    if not Baseline.objects.filter(project=found).exists():
        raise AssertionError("the start freezes a plan")
    return found


def codes(work: Any) -> set[str]:
    with pytest.raises(Refused) as caught:
        work()
    return {reason.code for reason in caught.value.reasons}


class TestRules:
    """The plain rules, without a database."""

    @pytest.mark.parametrize(
        ("forecast", "light"),
        [
            (date(2027, 12, 31), "green"),
            (date(2027, 6, 1), "green"),
            (date(2028, 1, 30), "green"),
            (date(2028, 1, 31), "yellow"),
            (date(2028, 3, 31), "yellow"),
            (date(2028, 4, 1), "red"),
        ],
    )
    def test_time_is_yellow_from_one_month_late_and_red_beyond_three(self, forecast: date, light: str) -> None:
        assert s.suggest_time(PLANNED, forecast, 1, 3) == light

    def test_without_a_plan_or_limits_nothing_is_computed(self) -> None:
        assert s.suggest_time(None, PLANNED, 1, 3) == ""
        assert s.suggest_time(PLANNED, None, 1, 3) == ""
        assert s.suggest_time(PLANNED, PLANNED, None, None) == ""
        assert s.suggest_economy(None, Decimal(10), 10, None) == ""
        assert s.suggest_economy(Decimal(10), Decimal(10), None, None) == ""

    @pytest.mark.parametrize(
        ("forecast", "amount", "light"),
        [("900", None, "green"), ("1000", None, "green"), ("1000.1", None, "yellow"), ("1100", None, "yellow"),
         ("1100.1", None, "red"), ("1050", "40", "red"), ("1040", "40", "yellow")],
    )  # fmt: skip
    def test_economy_is_red_beyond_the_share_or_the_amount(self, forecast: str, amount: str | None, light: str) -> None:
        most = Decimal(amount) if amount else None
        assert s.suggest_economy(Decimal(1000), Decimal(forecast), 10, most) == light

    def test_the_end_of_a_month_stays_within_it(self) -> None:
        assert s.months_after(date(2027, 11, 30), 3) == date(2028, 2, 29)
        assert s.months_after(date(2027, 12, 31), 1) == date(2028, 1, 31)

    @pytest.mark.parametrize(
        ("before", "now", "trend"),
        [("green", "red", "worse"), ("red", "yellow", "better"), ("red", "red", "same"), ("none", "red", ""),
         ("not_relevant", "green", "")],
    )  # fmt: skip
    def test_the_trend_compares_two_lights(self, before: str, now: str, trend: str) -> None:
        assert s.trend_of(before, now) == trend

    def test_only_a_running_project_grows_old(self) -> None:
        heard = DAY - timedelta(days=93)
        assert s.is_old("active", "green", heard, DAY, 92)
        assert not s.is_old("active", "green", heard + timedelta(days=1), DAY, 92)
        assert not s.is_old("paused", "green", heard, DAY, 92)
        assert not s.is_old("active", "none", heard, DAY, 92)
        assert not s.is_old("active", "green", heard, DAY, None)


class TestGiving:
    def test_yellow_and_red_say_what_is_done_about_it(self, town: Town, project: Project) -> None:
        lacking = codes(lambda: actions.report_status(project, light="red", by=town.mette, at=AT))
        assert lacking == {"status.lacks_sentence", "status.lacks_track"}
        report = actions.report_status(project, light="red", sentence="Skrider", **SAVED, by=town.mette, at=AT)
        assert (report.track_owner, report.state, report.trend) == (town.mette, "frozen", "")

    def test_a_light_better_than_the_plan_needs_its_sentence_and_keeps_both(self, town: Town, project: Project) -> None:
        late = date(2028, 6, 1)

        def give(sentence: str) -> StatusReport:
            return actions.report_status(
                project, light="green", sentence=sentence, forecast_end=late, by=town.mette, at=AT
            )

        assert codes(lambda: give(" ")) == {"status.better_than_plan"}
        report = give("Vi har fået en måned mere af leverandøren")
        assert (report.light, report.suggested, report.baseline_serial) == ("green", "red", 1)

    def test_a_project_without_a_plan_is_not_computed(self, town: Town) -> None:
        loose = actions.create_project(
            by=town.anna, at=AT, title="Indlæst", lead_area=town.care, state="active", planned_end=PLANNED
        )
        report = actions.report_status(loose, light="green", forecast_end=PLANNED, by=town.anna, at=AT)
        assert (report.suggested, report.baseline_serial) == ("", None)

    def test_the_trend_is_from_the_report_before(self, town: Town, project: Project) -> None:
        actions.report_status(project, light="green", by=town.mette, at=AT)
        worse = actions.report_status(project, light="yellow", sentence="x", **SAVED, by=town.mette, at=AT)
        better = actions.report_status(project, light="green", by=town.mette, at=AT)
        assert (worse.trend, better.trend) == ("worse", "better")
        project.refresh_from_db()
        assert project.trend == "better"

    def test_a_need_for_a_decision_stands_on_the_list_of_needs_once(self, town: Town, project: Project) -> None:
        for _again in range(2):
            actions.report_status(
                project, light="green", need_question="Må vi købe flere licenser?", need_by=date(2027, 8, 1),
                by=town.mette, at=AT,
            )  # fmt: skip
        need = DecisionNeed.objects.get(project=project)
        assert (need.question, need.wanted_by, need.raised_by) == (
            "Må vi købe flere licenser?", date(2027, 8, 1), town.mette,
        )  # fmt: skip
        assert need.body.code == "programgruppe"
        past = lambda: actions.report_status(  # noqa: E731
            project, light="green", need_question="Nu?", need_by=DAY - timedelta(days=1), by=town.mette, at=AT
        )
        assert codes(past) == {"status.need_in_past"}

    def test_a_track_that_closes_asks_the_question_and_closes_nothing(self, town: Town, project: Project) -> None:
        actions.report_status(
            project, light="red", sentence="Loven er trukket", track="close", track_by=date(2027, 8, 1),
            by=town.mette, at=AT,
        )  # fmt: skip
        project.refresh_from_db()
        assert project.state == "active"
        assert DecisionNeed.objects.get(project=project).question == f"Skal projektet “{project.title}” lukkes?"

    def test_a_local_project_is_asked_for_a_light_and_a_sentence_alone(self, town: Town) -> None:
        local = actions.register_local(
            title="Tablets", purpose="Leg", unit=town.school, responsible_id=town.olga.pk, by=town.lis, at=AT
        )
        report = actions.report_status(local, light="red", sentence="Strøm mangler", by=town.olga, at=AT)
        assert (report.track, DecisionNeed.objects.count()) == ("", 0)


class TestParameters:
    def test_the_five_that_ship_come_by_themselves_and_their_text_is_asked_for(
        self, town: Town, project: Project
    ) -> None:
        assert [row.name for row in q.parameters()] == ["Tid", "Økonomi", "Kvalitet", "Ressourcer", "Gevinster"]

        def give(text: str) -> StatusReport:
            marks = [{"key": "kvalitet", "light": "red", "text": text}, {"key": "tid", "light": "not_relevant"}]
            return actions.report_status(
                project, light="yellow", sentence="x", marks=marks, **SAVED, by=town.mette, at=AT
            )

        assert codes(lambda: give("")) == {"status.parameter_lacks_text"}
        marks = {mark.key: mark for mark in q.marks_of(give("For mange fejl"))}
        assert (marks["kvalitet"].light, marks["tid"].light) == ("red", "not_relevant")

    def test_time_and_economy_are_held_against_the_plan(self, town: Town, project: Project) -> None:
        Baseline.objects.filter(project=project).update(cost_tdkk=1000)
        report = actions.report_status(
            project, light="yellow", sentence="x", forecast_end=date(2028, 2, 15), forecast_cost_tdkk=Decimal(1200),
            marks=[{"key": "tid", "light": "yellow", "text": "Sent"}, {"key": "oekonomi", "light": "green"}],
            **SAVED, by=town.mette, at=AT,
        )  # fmt: skip
        marks = {mark.key: mark for mark in q.marks_of(report)}
        assert (marks["tid"].suggested, marks["oekonomi"].suggested) == ("yellow", "red")

    def test_one_that_is_always_asked_must_be_answered(self, town: Town, project: Project) -> None:
        actions.change_parameter("ressourcer", name="Folk og timer", categories=["cross"], by=town.anna, at=AT)
        assert codes(lambda: actions.report_status(project, light="green", by=town.mette, at=AT)) == {
            "status.lacks_parameters"
        }
        report = actions.report_status(
            project, light="green", marks=[{"key": "ressourcer", "light": "green"}], by=town.mette, at=AT
        )
        assert q.marks_of(report)[0].name == "Folk og timer"

    def test_a_renamed_or_retired_one_stays_as_it_was_in_old_reports(self, town: Town, project: Project) -> None:
        marks = [{"key": "kvalitet", "light": "green"}]
        old = actions.report_status(project, light="green", marks=marks, by=town.mette, at=AT)
        actions.change_parameter("kvalitet", name="Kvaliteten", retired=True, by=town.anna, at=AT)
        assert "Kvaliteten" not in [row.name for row in q.parameters()]
        assert q.marks_of(StatusReport.objects.get(pk=old.pk))[0].name == "Kvalitet"
        again = actions.report_unchanged(project, by=town.mette, at=AT)
        assert q.marks_of(again) == []

    def test_names_are_single_and_only_those_who_keep_the_portfolio_choose(self, town: Town) -> None:
        added = actions.add_parameter(name="Sikkerhed & drift", by=town.anna, at=AT)
        assert (added.key, added.place) == ("sikkerhed-drift", 6)
        assert codes(lambda: actions.add_parameter(name="SIKKERHED & drift", by=town.anna, at=AT)) == {
            "status_parameter.same_name"
        }
        with pytest.raises(NotAllowed):
            actions.add_parameter(name="Mere", by=town.mette, at=AT)


class TestFrozen:
    def test_a_correction_is_a_new_report_that_points_to_the_old(self, town: Town, project: Project) -> None:
        first = actions.report_status(project, light="green", sentence="Godt", by=town.mette, at=AT)
        wrong = actions.report_status(project, light="green", sentence="Fejl", by=town.mette, at=AT)
        right = actions.report_status(
            project, light="yellow", sentence="Rettet", corrects=wrong, **SAVED, by=town.mette, at=AT
        )
        assert (right.corrects, right.trend, right.state) == (wrong, "worse", "frozen")
        wrong.refresh_from_db()
        assert (wrong.sentence, wrong.history.count()) == ("Fejl", 1)
        again = lambda: actions.report_status(  # noqa: E731
            project, light="green", corrects=first, by=town.mette, at=AT
        )
        assert codes(again) == {"status.not_the_last"}

    def test_a_draft_counts_for_nothing_until_it_is_given(self, town: Town, project: Project) -> None:
        draft = actions.save_draft(project, light="red", sentence="Måske", by=town.mette, at=AT)
        project.refresh_from_db()
        assert (project.light, q.given(project).count()) == ("none", 0)
        given = actions.report_status(project, light="green", by=town.mette, at=AT)
        assert (given.pk, given.state, q.draft_of(project, town.mette)) == (draft.pk, "frozen", None)

    def test_unchanged_takes_nothing_of_a_draft_with_it(self, town: Town, project: Project) -> None:
        actions.report_status(project, light="green", sentence="Godt", by=town.mette, at=AT)
        actions.save_draft(
            project, light="red", sentence="x", need_question="Skal vi stoppe?", happened="Meget", by=town.mette, at=AT
        )
        report = actions.report_unchanged(project, by=town.mette, at=AT)
        assert (report.light, report.need_question, report.happened) == ("green", "", "")
        assert not DecisionNeed.objects.exists()

    def test_the_owner_approves_where_the_municipality_wants_it(self, town: Town, project: Project) -> None:
        actions.change_settings(by=town.anna, at=AT, approve_status_by_owner=True)
        report = actions.report_status(
            project, light="green", sentence="Fint", need_question="Må vi?", by=town.mette, at=AT
        )
        project.refresh_from_db()
        assert (report.state, project.light, DecisionNeed.objects.count()) == ("submitted", "none", 0)
        twice = lambda: actions.report_status(project, light="green", by=town.mette, at=AT)  # noqa: E731
        assert codes(twice) == {"status.waits_for_owner"}
        with pytest.raises(NotAllowed):
            actions.approve_status(report, by=town.mette, at=AT)
        back = actions.return_status(report, reason="Skriv om prisen", by=town.jonas, at=AT)
        assert (back.state, back.returned_because) == ("draft", "Skriv om prisen")
        report = actions.report_status(project, light="green", sentence="Prisen holder", by=town.mette, at=AT)
        done = actions.approve_status(report, by=town.jonas, at=AT + timedelta(hours=2))
        project.refresh_from_db()
        assert (done.pk, done.state, done.approved_by, project.status_sentence) == (
            back.pk, "frozen", town.jonas, "Prisen holder",
        )  # fmt: skip
        assert codes(lambda: actions.approve_status(done, by=town.jonas, at=AT)) == {"status.freeze"}

    def test_the_owners_own_report_waits_for_nobody(self, town: Town, project: Project) -> None:
        actions.change_settings(by=town.anna, at=AT, approve_status_by_owner=True)
        assert actions.report_status(project, light="green", by=town.jonas, at=AT).state == "frozen"


class TestSecondOpinion:
    def test_it_stands_beside_the_projects_own_and_never_over_it(self, town: Town, project: Project) -> None:
        actions.report_status(project, light="green", sentence="Alt vel", by=town.mette, at=AT)
        assert codes(lambda: actions.give_second_opinion(project, light="red", by=town.anna, at=AT)) == {
            "status.opinion_lacks_sentence"
        }
        actions.give_second_opinion(project, light="red", sentence="Udbuddet er ikke begyndt", by=town.anna, at=AT)
        project.refresh_from_db()
        assert (project.light, project.second_light, project.second_on) == ("green", "red", DAY)
        actions.give_second_opinion(project, light="none", by=town.anna, at=AT)
        project.refresh_from_db()
        assert (project.second_light, q.opinion_of(project)) == ("none", None)

    def test_the_projects_own_people_may_not_give_it(self, town: Town, project: Project) -> None:
        with pytest.raises(NotAllowed):
            actions.give_second_opinion(project, light="green", sentence="Jo", by=town.mette, at=AT)


class TestAge:
    def test_an_old_green_light_is_not_counted_as_green(self, town: Town, project: Project) -> None:
        actions.report_status(project, light="green", by=town.mette, at=AT)
        assert overview(DAY + timedelta(days=92))["cross", "green"] == 1
        later = overview(DAY + timedelta(days=93))
        assert (later.get(("cross", "green"), 0), later["cross", "old"]) == (0, 1)
        actions.change_settings(by=town.anna, at=AT, status_max_age_days=None)
        assert overview(DAY + timedelta(days=400))["cross", "green"] == 1

    def test_the_list_finds_old_ones_and_leaves_them_out_of_green(
        self, town: Town, project: Project, client: Client
    ) -> None:
        actions.report_status(project, light="green", by=town.mette, at=AT)
        with time_machine.travel(AT + timedelta(days=120), tick=False):
            sign_in(client, town.mette)
            green = client.get("/projekter/?lys=green").content.decode()
            old = client.get("/projekter/?lys=gammel").content.decode()
        assert project.number not in green
        assert project.number in old
        assert "ikke opdateret siden" in old
        assert "light-old" in old


class TestPages:
    def send(self, client: Client, url: str, **fields: Any) -> Any:
        return client.post(url, {"_key": str(uuid4()), **fields})

    def test_four_fields_in_one_post(self, town: Town, project: Project, client: Client) -> None:
        sign_in(client, town.mette)
        url = f"{project.get_absolute_url()}status/"
        page = client.get(url).content.decode()
        assert "Ud fra planen og den forventede afslutning foreslås" in " ".join(page.split())
        answer = self.send(
            client, url, light="green", sentence="Udbuddet er sendt", forecast_end="2027-12-31", need="ja",
            need_question="Må vi?", need_by="2027-08-01",
        )  # fmt: skip
        assert answer.status_code == 302, answer.context["form"].errors
        report = StatusReport.objects.get()
        assert (report.sentence, report.need_question, report.by) == ("Udbuddet er sendt", "Må vi?", town.mette)

    def test_what_a_rule_asks_for_stands_beside_its_field(self, town: Town, project: Project, client: Client) -> None:
        sign_in(client, town.mette)
        url = f"{project.get_absolute_url()}status/"
        answer = self.send(client, url, light="red", **{"kvalitet-light": "yellow"})
        assert answer.status_code == 422
        assert set(answer.context["form"].errors) == {"sentence", "track", "kvalitet-text"}
        assert not StatusReport.objects.exists()

    def test_a_green_report_drops_what_was_only_asked_when_it_is_not_green(
        self, town: Town, project: Project, client: Client
    ) -> None:
        sign_in(client, town.mette)
        url = f"{project.get_absolute_url()}status/"
        self.send(
            client, url, light="green", track="close", track_by="2027-09-01", need="nej", need_question="Glemt",
            **{"kvalitet-light": "red"},
        )  # fmt: skip
        report = StatusReport.objects.get()
        assert (report.track, report.need_question, report.marks) == ("", "", [])

    def test_the_form_begins_with_what_was_said_last(self, town: Town, project: Project, client: Client) -> None:
        actions.report_status(
            project, light="yellow", sentence="Leverandøren er sen", forecast_end=date(2028, 1, 15), **SAVED,
            next_steps="Møde i juni", by=town.mette, at=AT,
        )  # fmt: skip
        sign_in(client, town.mette)
        initial = client.get(f"{project.get_absolute_url()}status/").context["form"].initial
        assert (initial["light"], initial["sentence"], initial["forecast_end"], initial["next_steps"]) == (
            "yellow", "Leverandøren er sen", date(2028, 1, 15), "Møde i juni",
        )  # fmt: skip

    def test_the_owner_answers_on_the_reports_page(self, town: Town, project: Project, client: Client) -> None:
        actions.change_settings(by=town.anna, at=AT, approve_status_by_owner=True)
        report = actions.report_status(project, light="green", sentence="Fint", by=town.mette, at=AT)
        sign_in(client, town.mette)
        assert "Godkend status" not in client.get(report.get_absolute_url()).content.decode()
        assert self.send(client, report.get_absolute_url(), approve="1").status_code == 403
        sign_in(client, town.jonas)
        assert "Godkend status" in client.get("/opgaver/").content.decode()
        assert self.send(client, report.get_absolute_url(), send_back="1", reason="").status_code == 422
        assert self.send(client, report.get_absolute_url(), approve="1").status_code == 302
        assert Project.objects.get(pk=project.pk).light == "green"

    def test_a_draft_is_its_writers_alone(self, town: Town, project: Project, client: Client) -> None:
        draft = actions.save_draft(project, light="red", sentence="Hemmeligt", by=town.mette, at=AT)
        sign_in(client, town.jonas)
        assert client.get(draft.get_absolute_url()).status_code == 404
        for page in ("", "status/historik/"):
            assert "Hemmeligt" not in client.get(f"{project.get_absolute_url()}{page}").content.decode()

    def test_the_card_and_the_history_tell_light_age_trend_and_the_other_opinion(
        self, town: Town, project: Project, client: Client
    ) -> None:
        actions.report_status(project, light="green", sentence="Alt vel", by=town.mette, at=AT)
        actions.report_status(project, light="red", sentence="Udbud tabt", **SAVED, by=town.mette, at=AT)
        actions.give_second_opinion(project, light="yellow", sentence="Det kan reddes", by=town.anna, at=AT)
        sign_in(client, town.olga)
        card = " ".join(client.get(project.get_absolute_url()).content.decode().split())
        for told in ("Kritisk", "værre", "Udbud tabt", "Anden vurdering", "Det kan reddes", "Tilbage til planen"):
            assert told in card, told
        history = client.get(f"{project.get_absolute_url()}status/historik/").content.decode()
        assert "Alt vel" in history
        assert "Udbud tabt" in history

    def test_many_reports_cost_no_more_questions(self, town: Town, project: Project, client: Client) -> None:
        sign_in(client, town.mette)
        actions.report_status(project, light="green", by=town.mette, at=AT)
        pages = ("", "status/historik/", "status/")

        def counts() -> list[int]:
            found = []
            for page in pages:
                with CaptureQueriesContext(
                    connection,
                ) as asked:
                    client.get(f"{project.get_absolute_url()}{page}")
                found.append(len(asked))
            return found

        counts()
        few = counts()
        for _more in range(3):
            actions.report_status(
                project, light="yellow", sentence="x", **SAVED, by=town.mette, at=AT,
                marks=[{"key": "kvalitet", "light": "red", "text": "y"}],
            )  # fmt: skip
            actions.report_status(project, light="green", by=town.mette, at=AT)
        counts()
        assert counts() == few


def test_the_settings_row_is_read_once(town: Town) -> None:
    actions.change_settings(by=town.anna, at=AT, status_max_age_days=30)
    assert PortfolioSettings.objects.count() == 1
