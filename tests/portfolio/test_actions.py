"""Each move of a project: done, refused for its state, refused for who asks, and what it leaves behind."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from styrehjul.audit.models import Event
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.portfolio import actions
from styrehjul.portfolio.domain.commands import COMMANDS, leaves
from styrehjul.portfolio.domain.life import ProjectRoleKind
from styrehjul.portfolio.models import ClosingReport, Project, ProjectChange
from styrehjul.portfolio.queries import changes_since, facts_of, holder_of, lines_of
from tests.making import a_goal
from tests.portfolio.town import (
    AT,
    Town,
    a_decision,
    a_proposal,
    a_town,
    an_active,
    an_awaiting,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Town:
    return a_town()


def refusal(work: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        work()
    return caught.value


class TestProposal:
    def test_one_page_makes_a_proposal_with_its_people(self, town: Town) -> None:
        project = a_proposal(town)
        assert (project.number, project.state, project.subtype) == ("P-2027-001", "proposed", "own_cross")
        owner = holder_of(project, ProjectRoleKind.OWNER)
        assert owner is not None
        assert owner.person == town.jonas
        assert Event.objects.filter(action="project.propose", object_uuid=str(project.uuid)).exists()

    def test_anybody_may_propose_with_title_area_and_purpose_alone(self, town: Town) -> None:
        project = actions.propose_project(title="Robot", lead_area=town.care, purpose="Tid", by=town.olga, at=AT)
        assert (project.state, project.contact, project.org_unit) == ("proposed", town.olga, town.library)

    def test_numbers_are_drawn_in_order_and_pass_999(self, town: Town) -> None:
        first, second = a_proposal(town), a_proposal(town)
        assert [first.number, second.number] == ["P-2027-001", "P-2027-002"]
        Project.objects.filter(pk=second.pk).update(number="P-2027-999")
        assert a_proposal(town).number == "P-2027-1000"
        assert a_proposal(town).number == "P-2027-1001"

    def test_a_national_one_names_its_outside_owner(self, town: Town) -> None:
        assert refusal(lambda: a_proposal(town, category="national")).code == "project.lacks_external_owner"
        assert a_proposal(town, category="national", external_owner="KOMBIT").subtype == ""

    def test_an_inter_municipal_one_names_its_partners(self, town: Town) -> None:
        assert refusal(lambda: a_proposal(town, subtype="inter_municipal")).code == "project.lacks_partners"

    def test_an_idea_is_kept_and_sent_in_later(self, town: Town) -> None:
        idea = a_proposal(town, submit=False)
        assert idea.state == "idea"
        assert actions.submit_proposal(idea, by=town.mette, at=AT).state == "proposed"
        assert refusal(lambda: actions.submit_proposal(idea, by=town.mette, at=AT)).code == "project.propose"

    def test_only_the_secretary_and_the_chairs_put_it_on_an_agenda(self, town: Town) -> None:
        with pytest.raises(NotAllowed):
            actions.put_on_agenda(a_proposal(town), by=town.anna, at=AT)
        assert actions.put_on_agenda(a_proposal(town), by=town.peter, at=AT).state == "awaiting_decision"

    def test_withdrawing_takes_a_reason_and_not_from_an_agenda(self, town: Town) -> None:
        project = a_proposal(town)
        assert refusal(lambda: actions.withdraw(project, reason=" ", by=town.mette, at=AT)).code == "reason.needed"
        with pytest.raises(NotAllowed):
            actions.withdraw(project, reason="nej", by=town.olga, at=AT)
        actions.put_on_agenda(project, by=town.peter, at=AT)
        assert refusal(lambda: actions.withdraw(project, reason="x", by=town.mette, at=AT)).code == "project.on_agenda"
        actions.take_back(project, by=town.peter, at=AT)
        assert actions.withdraw(project, reason="Løst på anden vis", by=town.mette, at=AT).state == "withdrawn"


class TestDecision:
    def test_approve_start_and_priority_are_one_chain(self, town: Town) -> None:
        project = an_awaiting(town)
        facts = {**facts_of(project, "proposal.approve"), **facts_of(project, "project.set_priority")}
        chain: tuple[tuple[str, dict[str, Any]], ...] = (
            ("proposal.approve", {}),
            ("project.start", {}),
            ("project.set_priority", {"priority": 3}),
        )
        for command, args in chain:
            expected = {name: facts[name] for name in COMMANDS[command].reads}
            actions.ACTION_OF[command](project, by=town.stine, at=AT, mandate=a_decision(), expected=expected, **args)
            facts = leaves(command, facts, args)
        project.refresh_from_db()
        assert (project.state, project.priority, project.actual_start) == ("active", 3, date(2027, 5, 19))
        assert set(project.changes.exclude(decision_ref="").values_list("kind", "decision_ref")) == {
            ("decided", "SG-2027-014"), ("started", "SG-2027-014"), ("priority", "SG-2027-014"),
        }  # fmt: skip

    def test_approving_needs_a_decision_whoever_asks(self, town: Town) -> None:
        project = an_awaiting(town)
        refused = refusal(lambda: actions.approve_proposal(project, by=town.anna, at=AT, reason="haster"))
        assert (refused.code, refused.facts["body"]) == ("mandate.needed", "styregruppen")
        assert Project.objects.get(pk=project.pk).state == "awaiting_decision"

    def test_the_programme_group_cannot_do_what_is_the_steering_groups(self, town: Town) -> None:
        project = an_awaiting(town)
        mandate = a_decision("programgruppe", "PG-2027-003")
        refused = refusal(lambda: actions.approve_proposal(project, by=town.stine, at=AT, mandate=mandate))
        assert (refused.code, refused.facts["body"]) == ("mandate.needed", "styregruppen")

    def test_the_steering_group_may_start_though_the_right_is_the_programme_groups(self, town: Town) -> None:
        assert an_active(town).state == "active"

    def test_everything_that_is_lacking_is_told_at_once(self, town: Town) -> None:
        project = an_awaiting(town, ready=False)
        refused = refusal(lambda: actions.approve_proposal(project, by=town.stine, at=AT, mandate=a_decision()))
        assert [reason.code for reason in refused.reasons] == [
            "project.lacks_owner", "project.lacks_manager", "project.lacks_planned_end", "project.lacks_goal",
        ]  # fmt: skip

    def test_the_decision_may_bring_what_is_lacking(self, town: Town) -> None:
        project = an_awaiting(town, ready=False)
        actions.ACTION_OF["proposal.approve"](
            project, by=town.stine, at=AT, mandate=a_decision(), owner_id=town.jonas.pk, manager_id=town.mette.pk,
            planned_end="2028-06-30", goal=a_goal("Bedre overblik", at=AT).pk, priority="2",
        )  # fmt: skip
        project.refresh_from_db()
        assert (project.state, project.planned_end, project.priority) == ("approved", date(2028, 6, 30), 2)

    def test_a_project_that_changed_meanwhile_is_left_alone(self, town: Town) -> None:
        project = an_awaiting(town)
        actions.approve_proposal(project, by=town.stine, at=AT, mandate=a_decision(), priority=5)
        refused = refusal(
            lambda: actions.set_priority(
                project, priority=3, by=town.stine, at=AT, mandate=a_decision(), expected={"priority": None}
            )
        )
        assert refused.code == "effect.not_as_expected"
        assert (refused.facts["expected"], refused.facts["found"]) == ({"priority": None}, {"priority": 5})
        assert Project.objects.get(pk=project.pk).priority == 5

    def test_postponed_it_waits_and_rejected_it_is_over(self, town: Town) -> None:
        project = an_awaiting(town)
        actions.ACTION_OF["proposal.postpone"](
            project, by=town.stine, at=AT, mandate=a_decision(), revisit_on="2027-09-01"
        )
        assert (project.state, project.revisit_on) == ("awaiting_decision", date(2027, 9, 1))
        actions.reject_proposal(project, by=town.stine, at=AT, mandate=a_decision(ref="SG-2027-020"))
        assert project.state == "rejected"
        with pytest.raises(Refused, match=r"project\.approve"):
            actions.approve_proposal(project, by=town.stine, at=AT, mandate=a_decision())

    def test_stored_arguments_that_cannot_be_read_are_refused(self, town: Town) -> None:
        project = an_awaiting(town)
        wrong: tuple[dict[str, Any], ...] = ({"priority": "høj"}, {"planned_end": "2027-13-40"}, {"farve": "rød"})
        for args in wrong:
            with pytest.raises(Refused, match=r"effect\.arguments"):
                actions.ACTION_OF["proposal.approve"](project, by=town.stine, at=AT, mandate=a_decision(), **args)


class TestWithoutDecision:
    def test_the_manager_pauses_with_a_reason_and_the_line_says_so(self, town: Town) -> None:
        project = an_active(town)
        assert refusal(lambda: actions.pause_project(project, by=town.mette, at=AT)).code == "reason.needed"
        later = AT + timedelta(days=40)
        actions.pause_project(project, by=town.mette, at=later, reason="Leverandøren holder ferie")
        (line,) = lines_of(changes_since(AT + timedelta(days=1)))
        assert (line.undecided, line.told_by, line.reason) == (True, "Mette Lund", "Leverandøren holder ferie")
        # It was started by a decision, which the pause alters.
        assert line.alters == "SG-2027-014"

    def test_others_may_not(self, town: Town) -> None:
        project = an_active(town)
        for person in (town.olga, town.lis, town.stine):
            with pytest.raises(NotAllowed):
                actions.pause_project(project, by=person, at=AT, reason="x")

    def test_resumed_with_a_new_forecast(self, town: Town) -> None:
        project = an_active(town)
        actions.pause_project(project, by=town.mette, at=AT, reason="x", revisit_on=date(2027, 8, 1))
        actions.resume_project(project, by=town.mette, at=AT, reason="klar", forecast_end=date(2028, 3, 1))
        assert (project.state, project.forecast_end, project.revisit_on) == ("active", date(2028, 3, 1), None)

    def test_priority_outside_an_approved_plan_is_the_administrators(self, town: Town) -> None:
        project = an_active(town)
        with pytest.raises(NotAllowed):
            actions.set_priority(project, priority=1, by=town.mette, at=AT, reason="x")
        actions.set_priority(project, priority=1, by=town.anna, at=AT, reason="Direktionens ønske")
        (change,) = project.changes.filter(kind="priority")
        assert (change.decision_ref, change.old, change.new) == ("", "ingen", "1")

    def test_giving_one_a_priority_moves_no_other(self, town: Town) -> None:
        first, second = an_active(town), an_active(town)
        actions.set_priority(first, priority=1, by=town.anna, at=AT, reason="x")
        actions.set_priority(second, priority=1, by=town.anna, at=AT, reason="y")
        first.refresh_from_db()
        assert first.priority == 1

    def test_a_new_manager_takes_over_from_today(self, town: Town) -> None:
        project = an_active(town)
        tomorrow = AT + timedelta(days=1)
        actions.set_role(project, kind="manager", person_id=town.olga.pk, by=town.jonas, at=tomorrow, reason="Nyt job")
        now = holder_of(project, ProjectRoleKind.MANAGER)
        assert now is not None
        assert now.person == town.olga
        assert project.roles.get(person=town.mette).end == date(2027, 5, 19)

    def test_closing_takes_a_report_and_a_decision(self, town: Town) -> None:
        project = an_active(town)
        refused = refusal(lambda: actions.report_finished(project, report="  ", by=town.mette, at=AT))
        assert refused.code == "project.lacks_closing_report"
        actions.report_finished(project, report="Alt er leveret.", by=town.mette, at=AT)
        assert refusal(lambda: actions.close_project(project, by=town.anna, at=AT, reason="x")).code == "mandate.needed"
        lacking = refusal(lambda: actions.close_project(project, by=town.stine, at=AT, mandate=a_decision()))
        assert {reason.code for reason in lacking.reasons} == {
            "closing.lacks_handover", "closing.lacks_lessons", "closing.lacks_recommendation",
        }  # fmt: skip
        report = ClosingReport.objects.get()
        parts = {"handover": "IT-drift", "lessons": "Begynd med en afprøvning", "recommendation": "Afsluttes"}
        actions.write_report(report, by=town.mette, at=AT, **parts)
        actions.close_project(project, by=town.stine, at=AT, mandate=a_decision())
        assert (project.state, project.actual_end) == ("closed", date(2027, 5, 19))
        report.refresh_from_db()
        assert (report.decision_ref, report.frozen_at) == ("SG-2027-014", AT)


class TestRecord:
    def test_another_economy_beside_a_baseline_asks_why_and_is_told(self, town: Town) -> None:
        project = an_active(town, cost_tdkk=Decimal(500))
        assert refusal(lambda: actions.change_project(project, by=town.mette, at=AT, cost_tdkk=Decimal(800))).code == (
            "reason.needed"
        )
        actions.change_project(project, by=town.mette, at=AT, cost_tdkk=Decimal(500), gain="Ro")
        actions.change_project(project, by=town.mette, at=AT, cost_tdkk=Decimal(800), reason="To moduler mere")
        change = project.changes.get(kind="economy")
        assert (change.old, change.new, change.reason) == ("500.000 kr.", "800.000 kr.", "To moduler mere")

    def test_before_the_baseline_the_economy_is_only_written(self, town: Town) -> None:
        project = a_proposal(town)
        actions.change_project(project, by=town.mette, at=AT, cost_tdkk=Decimal(800))
        assert not project.changes.filter(kind="economy").exists()

    def test_two_who_write_at_once_are_told(self, town: Town) -> None:
        project = a_proposal(town)
        seen = project.version
        actions.change_project(project, title="Ny titel", by=town.mette, at=AT, expected_version=seen)
        refused = refusal(
            lambda: actions.change_project(project, title="Anden", by=town.mette, at=AT, expected_version=seen)
        )
        assert (refused.code, refused.facts["changed_by"]) == ("stale", "Mette Lund")

    def test_a_decided_end_is_not_written_over(self, town: Town) -> None:
        project = an_active(town)
        refused = refusal(lambda: actions.change_project(project, planned_end=date(2029, 1, 1), by=town.mette, at=AT))
        assert refused.code == "project.steered_field"

    def test_the_proposer_may_not_write_once_it_is_decided(self, town: Town) -> None:
        project = actions.propose_project(title="Robot", lead_area=town.care, purpose="Tid", by=town.olga, at=AT)
        actions.change_project(project, title="Robotten", by=town.olga, at=AT)
        actions.put_on_agenda(project, by=town.peter, at=AT)
        actions.reject_proposal(project, by=town.stine, at=AT, mandate=a_decision())
        with pytest.raises(NotAllowed):
            actions.change_project(project, title="Nej", by=town.olga, at=AT)

    def test_status_is_a_light_and_a_sentence(self, town: Town) -> None:
        project = an_active(town)
        refused = refusal(lambda: actions.report_status(project, light="red", by=town.mette, at=AT))
        assert {reason.code for reason in refused.reasons} == {"status.lacks_sentence", "status.lacks_track"}
        actions.report_status(
            project, light="red", sentence="Økonomien overskrides", forecast_end=date(2028, 2, 1),
            track="back_to_plan", track_by=date(2027, 9, 1), by=town.mette, at=AT,
        )  # fmt: skip
        assert (project.light, project.status_sentence, project.status_on) == (
            "red", "Økonomien overskrides", date(2027, 5, 19),
        )  # fmt: skip
        assert set(project.changes.values_list("kind", flat=True)) >= {"light", "forecast"}

    def test_unchanged_is_one_click_only_from_green(self, town: Town) -> None:
        project = an_active(town)
        assert refusal(lambda: actions.report_unchanged(project, by=town.mette, at=AT)).code == "status.not_green"
        actions.report_status(project, light="green", by=town.mette, at=AT)
        report = actions.report_unchanged(project, by=town.mette, at=AT + timedelta(days=90))
        assert (report.sentence, project.status_reports.count()) == ("Uændret siden sidst", 2)

    def test_no_status_on_a_proposal(self, town: Town) -> None:
        refused = refusal(lambda: actions.report_status(a_proposal(town), light="green", by=town.jonas, at=AT))
        assert refused.code == "status.not_running"


class TestLocal:
    def local(self, town: Town, **more: Any) -> Project:
        fields = {
            "title": "Tablets i 0. klasse", "purpose": "Mere leg", "unit": town.school, "responsible_id": town.lis.pk,
        }  # fmt: skip
        return actions.register_local(by=town.lis, at=AT, **{**fields, **more})

    def test_name_purpose_and_responsible_are_enough(self, town: Town) -> None:
        project = self.local(town)
        assert (project.category, project.state, project.org_unit) == ("local", "active", town.school)
        assert project.lead_area == town.schools

    def test_only_for_ones_own_units(self, town: Town) -> None:
        with pytest.raises(NotAllowed):
            self.local(town, unit=town.library)
        with pytest.raises(NotAllowed):
            actions.register_local(
                title="x", purpose="y", unit=town.library, responsible_id=town.olga.pk, by=town.olga, at=AT
            )

    def test_another_units_project_cannot_be_edited(self, town: Town) -> None:
        theirs = actions.register_local(
            title="Udlån", purpose="y", unit=town.library, responsible_id=town.olga.pk, by=town.anna, at=AT
        )
        with pytest.raises(NotAllowed):
            actions.change_project(theirs, title="Overtaget", by=town.lis, at=AT)
        with pytest.raises(NotAllowed):
            actions.report_status(theirs, light="green", by=town.lis, at=AT)
        assert actions.change_project(self.local(town), title="Ny", by=town.lis, at=AT).title == "Ny"

    def test_its_own_people_move_it_without_a_body(self, town: Town) -> None:
        project = self.local(town, state="idea")
        actions.start_project(project, by=town.lis, at=AT)
        actions.close_project(project, by=town.lis, at=AT, reason="Alle klasser har dem nu")
        assert project.state == "closed"

    def test_away_from_local_takes_a_decision(self, town: Town) -> None:
        project = self.local(town)
        refused = refusal(
            lambda: actions.change_category(project, category="cross", by=town.anna, at=AT, reason="Vokset")
        )
        assert (refused.code, refused.facts["body"]) == ("mandate.needed", "styregruppen")
        with pytest.raises(Refused, match=r"project\.steered_field"):
            actions.change_project(project, category="cross", by=town.anna, at=AT)
        actions.ACTION_OF["project.change_category"](
            project, category="cross", by=town.stine, at=AT, mandate=a_decision()
        )
        assert (project.category, project.subtype) == ("cross", "own_cross")


def test_nothing_of_a_refused_move_is_left(town: Town) -> None:
    project = an_awaiting(town, ready=False)
    before = (ProjectChange.objects.count(), project.history.count(), Event.objects.count())
    refusal(
        lambda: actions.approve_proposal(
            project, by=town.stine, at=AT, mandate=a_decision(), priority=1, owner_id=town.jonas.pk
        )
    )
    assert (ProjectChange.objects.count(), project.history.count(), Event.objects.count()) == before
