"""The life of a project: its ties, its baselines, stopping, closing, and what comes after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from styrehjul.benefits.actions import accept_benefit, add_benefit, change_benefit, decline_benefit, measure_benefit
from styrehjul.benefits.models import Benefit, Measurement
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.knowledge.models import Lesson
from styrehjul.people.policy import may
from styrehjul.portfolio import actions
from styrehjul.portfolio.actions.resources import allocate, save_pool
from styrehjul.portfolio.domain.record import said
from styrehjul.portfolio.models import ClosingReport, Project, ProjectChange, ProjectTask
from styrehjul.portfolio.queries import body_may, facts_of, lacks_for, right_of
from styrehjul.portfolio.queries.lists import portfolio_on
from styrehjul.strategy.actions import change_goal
from styrehjul.systems.actions import create_system
from tests.making import a_goal
from tests.portfolio.town import AT, Town, a_decision, a_proposal, a_town, an_active, an_awaiting

pytestmark = pytest.mark.django_db
SOON = date(2027, 9, 1)


@pytest.fixture
def town() -> Town:
    return a_town()


def refusal(work: Callable[[], Any]) -> Refused:
    with pytest.raises(Refused) as refused:
        work()
    return refused.value


def codes(work: Callable[[], Any]) -> set[str]:
    return {reason.code for reason in refusal(work).reasons}


def a_closing(town: Town, **more: Any) -> Project:
    """A project whose closing report is written whole."""
    project = actions.report_finished(an_active(town, **more), report="Indgangen er åben.", by=town.mette, at=AT)
    actions.write_report(
        ClosingReport.objects.get(project=project), handover="IT-drift ejer den.", lessons="Begynd med de svære sager.",
        products="Skabelon til høringsbreve", recommendation="Afsluttes.", spent_tdkk=Decimal(900),
        spent_hours=Decimal(1200), by=town.mette, at=AT,
    )  # fmt: skip
    return project


def a_benefit(town: Town, project: Project, **more: Any) -> Benefit:
    fields = {"title": "Kortere ventetid", "owner_id": town.jonas.pk, "target": "8 dage", "measure_on": SOON, **more}
    return add_benefit(project=project, by=town.mette, at=AT, **fields)


class TestRecord:
    @pytest.mark.parametrize(
        ("precision", "words"),
        [
            ("day", "31. december 2027"),
            ("month", "december 2027"),
            ("quarter", "4. kvartal 2027"),
            ("year", "2027"),
        ],
    )
    def test_a_day_is_shown_as_exactly_as_it_was_said(self, precision: str, words: str) -> None:
        assert said(date(2027, 12, 31), precision) == words

    def test_partners_of_a_line_become_rows_and_those_that_stay_keep_their_role(self, town: Town) -> None:
        project = a_proposal(town, subtype="inter_municipal", partners="Randers Kommune, Syddjurs Kommune og KL")
        actions.add_partner(
            project, name="Randers Kommune", role="vært", contribution="to udviklere", by=town.mette, at=AT
        )
        actions.change_project(project, partners="Randers Kommune, Favrskov Kommune", by=town.mette, at=AT)
        found = list(project.partner_links.values_list("name", "role"))
        assert found == [("Randers Kommune", "vært"), ("Favrskov Kommune", "")]

    def test_the_last_partner_of_an_inter_municipal_project_stays(self, town: Town) -> None:
        project = a_proposal(town, subtype="inter_municipal", partners="Randers Kommune")
        partner = project.partner_links.get()
        assert refusal(lambda: actions.drop_partner(partner, by=town.mette, at=AT)).code == "project.lacks_partners"

    def test_a_draft_is_its_authors_own_until_it_is_sent_in(self, town: Town) -> None:
        project = a_proposal(town, submit=False, visibility="draft_owner")
        day = AT.date()
        seen = [may(person, "project.see", project, on=day) for person in (town.mette, town.anna)]
        assert seen == [True, False]
        assert not portfolio_on().exists()
        actions.submit_proposal(project, by=town.mette, at=AT)
        assert may(town.anna, "project.see", project, on=day)
        assert portfolio_on().count() == 1

    def test_a_proposal_may_not_become_a_draft(self, town: Town) -> None:
        project = a_proposal(town)
        refused = refusal(lambda: actions.change_project(project, visibility="draft_owner", by=town.mette, at=AT))
        assert refused.code == "project.draft_is_idea"


class TestGoals:
    def test_the_page_replaces_the_one_goal_and_keeps_the_others(self, town: Town) -> None:
        project = a_proposal(town)
        quality, calls = a_goal("Bedre kvalitet", at=AT), a_goal("Færre opkald", at=AT)
        actions.link_goal(project, quality.pk, weight=1, sentence="færre fejl", by=town.mette, at=AT)
        actions.change_project(project, goal_id=calls.pk, by=town.mette, at=AT)
        assert set(project.goal_links.values_list("goal__title", flat=True)) == {"Bedre kvalitet", "Færre opkald"}

    def test_an_ended_goal_takes_no_new_projects_and_keeps_those_it_has(self, town: Town) -> None:
        project, goal = a_proposal(town), a_goal("Papirløs", at=AT)
        change_goal(goal, title="Papirløs", start=goal.start, end=AT.date() - timedelta(days=1), by=None, at=AT)
        refused = refusal(lambda: actions.link_goal(project, goal.pk, by=town.mette, at=AT))
        assert refused.code == "goal.not_in_force"

    def test_a_goal_read_from_a_file_is_tied_when_known_and_its_text_kept_when_not(self, town: Town) -> None:
        a_goal("Færre opkald", at=AT)
        project = actions.create_project(title="Indlæst", goal="færre OPKALD; Noget andet", by=town.anna, at=AT)
        assert (project.goal, project.extra) == ("Færre opkald", {"Mål": "Noget andet"})

    def test_approving_asks_for_a_goal_and_the_decision_may_bring_it(self, town: Town) -> None:
        project = an_awaiting(town, goal_id=None)
        assert {reason.code for reason in lacks_for("proposal.approve", project, {})} == {"project.lacks_goal"}
        goal = a_goal("Færre opkald", at=AT)
        actions.ACTION_OF["proposal.approve"](
            project, by=town.stine, at=AT, mandate=a_decision(), goal=goal.pk, may_start="yes", frame_tdkk="1.250"
        )
        assert (project.goal, project.cost_tdkk, project.may_start) == ("Færre opkald", Decimal(1250), True)


class TestBaseline:
    def test_the_start_freezes_the_first_and_a_new_one_keeps_it(self, town: Town) -> None:
        project = an_active(town, cost_tdkk=Decimal(800), hours=Decimal(400))
        actions.set_baseline(
            project, planned_end=date(2028, 3, 31), cost_tdkk=Decimal(1000), by=town.mette, at=AT, reason="Ny lov"
        )
        rows = list(project.baselines.values_list("serial", "planned_end", "cost_tdkk", "hours", "reason"))
        assert rows == [
            (1, date(2027, 12, 31), Decimal(800), Decimal(400), ""),
            (2, date(2028, 3, 31), Decimal(1000), Decimal(400), "Ny lov"),
        ]
        assert project.planned_end == date(2028, 3, 31)

    def test_it_takes_a_reason_and_a_project_that_has_begun(self, town: Town) -> None:
        project = an_active(town)
        assert refusal(lambda: actions.set_baseline(project, by=town.mette, at=AT)).code == "reason.needed"
        waiting = actions.approve_proposal(an_awaiting(town), by=town.stine, at=AT, mandate=a_decision())
        refused = refusal(lambda: actions.set_baseline(waiting, by=town.mette, at=AT, reason="x"))
        assert refused.code == "baseline.not_started"

    def test_an_effect_expects_the_number_of_baselines_it_was_written_with(self, town: Town) -> None:
        project = an_active(town)
        expected = facts_of(project, "project.set_baseline")
        actions.set_baseline(project, by=town.mette, at=AT, reason="Ny leverandør")
        refused = refusal(
            lambda: actions.set_baseline(project, by=town.stine, at=AT, mandate=a_decision(), expected=expected)
        )
        assert refused.code == "effect.not_as_expected"

    def test_a_local_project_has_none(self, town: Town) -> None:
        project = actions.register_local(
            title="Tablets",
            purpose="Leg",
            unit=town.school,
            responsible_id=town.lis.pk,
            state="idea",
            by=town.lis,
            at=AT,
        )
        actions.start_project(project, by=town.lis, at=AT)
        assert not project.baselines.exists()


class TestProposalAgain:
    def test_sent_back_as_an_idea_with_a_word(self, town: Town) -> None:
        project = a_proposal(town)
        assert refusal(lambda: actions.send_back(project, reason=" ", by=town.anna, at=AT)).code == "reason.needed"
        actions.send_back(project, reason="Skriv, hvem der skal bruge det.", by=town.anna, at=AT)
        assert project.state == "idea"

    def test_resubmitted_it_is_a_new_project_that_points_to_the_old(self, town: Town) -> None:
        old = actions.reject_proposal(an_awaiting(town), by=town.stine, at=AT, mandate=a_decision())
        new = actions.resubmit(old, by=town.mette, at=AT)
        assert (new.state, new.resubmits, new.title, new.goal) == ("idea", old, old.title, old.goal)
        assert old.state == "rejected"
        assert refusal(lambda: actions.resubmit(new, by=town.mette, at=AT)).code == "project.resubmit"

    def test_an_approval_may_say_that_it_starts_without_a_new_decision(self, town: Town) -> None:
        project = actions.approve_proposal(
            an_awaiting(town), may_start="yes", by=town.stine, at=AT, mandate=a_decision()
        )
        assert right_of(project, "project.start", AT.date()).kind == "unset"


class TestStop:
    def test_a_decision_to_stop_tells_what_was_spent_and_what_is_left(self, town: Town) -> None:
        project = an_active(town)
        benefit = a_benefit(town, project)
        assert codes(lambda: actions.stop_project(project, by=town.stine, at=AT, mandate=a_decision())) == {
            "stop.lacks_money", "stop.lacks_hours", "stop.lacks_reuse",
        }  # fmt: skip
        told: dict[str, Any] = {"spent_tdkk": "310,5", "spent_hours": "0", "reused": "Kravlisten"}
        actions.ACTION_OF["project.stop"](
            project, by=town.stine, at=AT, mandate=a_decision(), reason="Loven faldt", **told
        )
        report = ClosingReport.objects.get(project=project)
        assert (project.state, report.spent_tdkk, report.spent_hours, report.products) == (
            "stopped", Decimal("310.5"), Decimal(0), "Kravlisten",
        )  # fmt: skip
        benefit.refresh_from_db()
        assert (benefit.state, benefit.state_reason) == ("dropped", "Projektet er stoppet: Loven faldt")

    def test_one_that_never_began_has_spent_nothing(self, town: Town) -> None:
        project = actions.approve_proposal(an_awaiting(town), by=town.stine, at=AT, mandate=a_decision())
        actions.stop_project(project, by=town.stine, at=AT, mandate=a_decision())
        assert project.state == "stopped"


class TestClosing:
    def test_without_benefits_it_is_over_and_what_was_learned_is_shared(self, town: Town) -> None:
        project = a_closing(town)
        actions.close_project(project, by=town.stine, at=AT, mandate=a_decision())
        assert project.state == "closed"
        lesson = Lesson.objects.get()
        assert (lesson.text, lesson.product, lesson.contact, lesson.project_number) == (
            "Begynd med de svære sager.", "Skabelon til høringsbreve", town.mette, project.number,
        )  # fmt: skip

    def test_hours_of_the_coming_quarters_are_given_back(self, town: Town) -> None:
        project = a_closing(town)
        pool = save_pool(None, name="Konsulenter", leader_id=town.peter.pk, by=town.anna, at=AT)
        for quarter in (date(2027, 4, 1), date(2027, 7, 1)):
            allocate(
                project, pool=pool.pk, quarter=quarter, amount=Decimal(40), by=town.stine, at=AT, mandate=a_decision()
            )
        actions.close_project(project, by=town.stine, at=AT, mandate=a_decision())
        told = project.allocations.order_by("quarter").values_list("quarter", "released_on")
        assert list(told) == [(date(2027, 4, 1), None), (date(2027, 7, 1), AT.date())]

    def test_an_open_benefit_needs_its_owners_yes_and_a_day_and_then_is_followed(self, town: Town) -> None:
        project = a_closing(town)
        benefit = a_benefit(town, project, measure_on=None)

        def close() -> Any:
            return actions.close_project(project, by=town.stine, at=AT, mandate=a_decision())

        assert codes(close) == {"closing.benefit_not_accepted", "closing.benefit_without_date"}
        with pytest.raises(NotAllowed):
            accept_benefit(benefit, by=town.mette, at=AT)
        change_benefit(
            benefit, title=benefit.title, owner_id=town.jonas.pk, target="8 dage", measure_on=SOON, by=town.mette, at=AT
        )
        accept_benefit(benefit, by=town.jonas, at=AT)
        close()
        assert project.state == "follow_up"

    def test_another_owner_must_take_it_over_anew(self, town: Town) -> None:
        project = an_active(town)
        benefit = accept_benefit(a_benefit(town, project), by=town.jonas, at=AT)
        change_benefit(benefit, title=benefit.title, owner_id=town.stine.pk, by=town.mette, at=AT)
        assert (benefit.accepted_at, benefit.accepted_by) == (None, None)

    def test_an_owners_no_is_passed_over_by_a_body_alone_and_with_what_it_decides(self, town: Town) -> None:
        project = a_closing(town)
        benefit = a_benefit(town, project)
        decline_benefit(benefit, reason="Ikke vores", by=town.jonas, at=AT)
        words = "Økonomi måler den, til området har en ny leder"
        assert codes(lambda: actions.close_project(project, by=town.stine, at=AT, mandate=a_decision())) == {
            "closing.benefit_declined"
        }
        assert lacks_for("project.close", project, {"despite_no": words}) == []
        alone = codes(lambda: actions.close_project(project, by=town.anna, at=AT, reason="Aftalt", despite_no=words))
        assert alone == {"mandate.needed"}
        actions.close_project(project, by=town.stine, at=AT, mandate=a_decision(), despite_no=words)
        benefit.refresh_from_db()
        assert (project.state, benefit.settled_words) == ("follow_up", f"SG-2027-014: {words}")
        assert words in ProjectChange.objects.filter(project=project).latest("pk").reason
        accept_benefit(benefit, by=town.jonas, at=AT)
        assert benefit.settled_words == ""

    def test_no_follow_up_is_not_said_where_a_benefit_is_open(self, town: Town) -> None:
        project = a_closing(town)
        accept_benefit(a_benefit(town, project), by=town.jonas, at=AT)
        refused = refusal(
            lambda: actions.close_project(
                project, no_follow_up="Alt er høstet", by=town.stine, at=AT, mandate=a_decision()
            )
        )
        assert refused.code == "closing.open_benefits"

    def test_what_hangs_on_the_manager_goes_to_the_owner_in_one_click(self, town: Town) -> None:
        project = a_closing(town)
        task = ProjectTask(
            project=project, title="Luk testmiljøet", responsible=town.mette, created_at=AT, updated_at=AT
        )
        task.save()
        assert {reason.code for reason in lacks_for("project.close", project, {})} == {"closing.open_work"}
        assert actions.move_open_work(project, by=town.mette, at=AT) == 1
        task.refresh_from_db()
        assert task.responsible == town.jonas
        assert lacks_for("project.close", project, {}) == []

    def test_the_owners_of_changed_systems_are_told(self, town: Town) -> None:
        project = a_closing(town)
        system = create_system(name="Byggesag", owner_id=town.jonas.pk, by=None, at=AT)
        actions.link_system(project, system, role="changes", by=town.anna, at=AT)
        actions.link_system(
            project, create_system(name="Post", owner_id=town.jonas.pk, by=None, at=AT), by=town.anna, at=AT
        )
        [reason] = lacks_for("project.close", project, {})
        assert (reason.code, reason.facts) == ("closing.untold_owners", {"systems": ["Byggesag"]})
        actions.tell_system_owners(project, by=town.mette, at=AT)
        assert lacks_for("project.close", project, {}) == []

    def test_the_report_is_frozen_with_the_decision_and_compares_with_each_baseline(self, town: Town) -> None:
        project = a_closing(town, cost_tdkk=Decimal(800), hours=Decimal(1200))
        actions.close_project(project, by=town.stine, at=AT, mandate=a_decision())
        report = ClosingReport.objects.get(project=project)
        assert report.decision_ref == "SG-2027-014"
        assert report.frozen["against"] == [
            ["Færdigt", ["31. december 2027"], "19. maj 2027", "226 dage før"],
            ["Økonomi (1.000 kr.)", ["800"], "900", "100 mere"],
            ["Timer", ["1.200"], "1.200", "som ventet"],
        ]
        refused = refusal(lambda: actions.write_report(report, delivered="Nyt", by=town.mette, at=AT))
        assert refused.code == "closing.frozen"

    def test_reopened_and_closed_again_it_has_another_report(self, town: Town) -> None:
        project = a_closing(town)
        actions.close_project(project, by=town.stine, at=AT, mandate=a_decision())
        actions.reopen_project(project, by=town.stine, at=AT, mandate=a_decision(), reason="Klage")
        actions.report_finished(project, report="Nu også på mobil.", by=town.mette, at=AT)
        assert [report.delivered for report in ClosingReport.objects.order_by("pk")] == [
            "Indgangen er åben.", "Nu også på mobil.",
        ]  # fmt: skip


class TestFollowUp:
    def followed(self, town: Town) -> tuple[Project, Benefit]:
        project = a_closing(town)
        benefit = accept_benefit(a_benefit(town, project), by=town.jonas, at=AT)
        return actions.close_project(project, by=town.stine, at=AT, mandate=a_decision()), benefit

    def test_it_ends_when_each_benefit_has_its_outcome(self, town: Town) -> None:
        project, benefit = self.followed(town)
        refused = refusal(lambda: actions.finish_follow_up(project, by=town.anna, at=AT))
        assert (refused.code, refused.facts) == ("follow_up.open_benefits", {"benefits": ["Kortere ventetid"]})
        measure_benefit(benefit, value="9 dage", outcome="partly", by=town.jonas, at=AT)
        actions.finish_follow_up(project, by=town.anna, at=AT)
        assert project.state == "closed"

    def test_only_the_administrator_ends_it(self, town: Town) -> None:
        project, _ = self.followed(town)
        with pytest.raises(NotAllowed):
            actions.finish_follow_up(project, by=town.mette, at=AT)

    def test_an_answer_is_a_number_and_the_next_day_or_how_it_ended(self, town: Town) -> None:
        _, benefit = self.followed(town)
        then = AT.replace(month=9)
        assert codes(lambda: measure_benefit(benefit, value="10 dage", by=town.jonas, at=then)) == {
            "benefit.lacks_next"
        }
        assert codes(lambda: measure_benefit(benefit, outcome="realised", by=town.jonas, at=then)) == {
            "benefit.lacks_value"
        }
        assert codes(lambda: measure_benefit(benefit, next_on=date(2028, 3, 1), by=town.jonas, at=then)) == {
            "benefit.lacks_reason"
        }
        measure_benefit(benefit, value="10 dage", next_on=date(2028, 3, 1), by=town.jonas, at=then)
        assert (benefit.measure_on, Measurement.objects.get().value) == (date(2028, 3, 1), "10 dage")

    def test_one_with_its_outcome_is_not_written_over(self, town: Town) -> None:
        _, benefit = self.followed(town)
        measure_benefit(benefit, outcome="dropped", comment="Loven faldt", by=town.jonas, at=AT)
        refused = refusal(lambda: measure_benefit(benefit, value="1", next_on=SOON, by=town.jonas, at=AT))
        assert refused.code == "benefit.over"


def test_the_programme_group_may_not_stop_what_is_the_steering_groups(town: Town) -> None:
    right = right_of(an_active(town), "project.stop", AT.date())
    assert (body_may(right, "styregruppe", AT.date()), body_may(right, "programgruppe", AT.date())) == (True, False)
