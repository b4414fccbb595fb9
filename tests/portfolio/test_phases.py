"""Phases and gates: the municipality's own list, the sheet, who lets a project through, and what is never lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from styrehjul.documents.files import store_bytes
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.portfolio import actions
from styrehjul.portfolio.actions import AnswerText
from styrehjul.portfolio.domain.commands import effect_words
from styrehjul.portfolio.domain.phases import (
    CriterionText,
    DocumentText,
    GateText,
    PhaseFacts,
    PhaseText,
    conditions_in,
    earlier_phase,
    key_for,
)
from styrehjul.portfolio.models import (
    GateCondition,
    GatePassage,
    PhaseModel,
    Project,
    ProjectChange,
    ProjectDocument,
    ProjectTask,
)
from styrehjul.portfolio.queries.phases import default_model, gate_at, phase_part, phases_of, sheet_of
from tests.portfolio.town import AT, Town, a_decision, a_proposal, a_town, an_active

pytestmark = pytest.mark.django_db
FOUR = ("Idé", "Analyse", "Udvikling", "Afslutning")


@pytest.fixture
def town() -> Town:
    return a_town()


def refusal(work: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        work()
    return caught.value


def four_phases(town: Town, **gate: Any) -> PhaseModel:
    """Idé, analyse, udvikling, afslutning; the gate after analyse as told, and chosen for the cross-cutting ones."""
    model = actions.create_phase_model(name="Fire faser", by=town.anna, at=AT)
    for name in FOUR:
        phase = actions.add_phase(model, name=name, by=town.anna, at=AT)
        told = {"name": f"Efter {name.lower()}", **(gate if name == "Analyse" else {})}
        documents = (DocumentText("Business case"),) if name == "Analyse" else ()
        text = PhaseText(name, documents=documents, gate=GateText(**told) if name != "Afslutning" else None)
        actions.write_phase(phase, text, by=town.anna, at=AT)
    actions.take_into_use(model, by=town.anna, at=AT)
    actions.set_phase_defaults({("cross", False): model.code}, by=town.anna, at=AT)
    return model


def in_analysis(town: Town, **gate: Any) -> Project:
    """A running project in the phase Analyse."""
    four_phases(town, **gate)
    project = an_active(town)
    return actions.pass_gate(project, reason="Idéen holder", by=town.jonas, at=AT)


def a_file(name: str = "case.pdf") -> Any:
    return store_bytes(b"%PDF-1.7", name=name, content_type="application/pdf", kind="upload", at=AT)


class TestRules:
    def test_a_key_is_made_of_the_name_once(self) -> None:
        assert key_for("Gennemførelse & drift", []) == "gennemfoerelse-drift"
        assert key_for("Idé", ["ide"]) == "ide-2"
        assert key_for("!!", []) == "fase"

    def test_conditions_come_one_a_line_or_parted_by_semicolons(self) -> None:
        assert conditions_in("Bemand teamet; find penge\n\n Aftal drift ") == [
            "Bemand teamet",
            "find penge",
            "Aftal drift",
        ]

    def test_back_goes_one_phase_or_to_the_one_that_is_named(self) -> None:
        phases = [PhaseFacts("a", "Idé"), PhaseFacts("b", "Analyse"), PhaseFacts("c", "Udvikling")]
        assert earlier_phase(phases, "c").key == "b"
        assert earlier_phase(phases, "c", "idé").key == "a"
        assert refusal(lambda: earlier_phase(phases, "b", "Udvikling")).code == "phase.not_earlier"
        assert refusal(lambda: earlier_phase(phases, "a")).code == "phase.first"

    def test_an_effect_reads_as_a_sentence(self) -> None:
        assert effect_words("project.pass_gate", {}) == "projektet passerer sin faseovergang"
        told = effect_words("project.pass_gate", {"conditions": "teamet er bemandet", "due": "2027-03-01"})
        assert told == "projektet passerer sin faseovergang på betingelse af: teamet er bemandet, senest 1. marts 2027"
        assert effect_words("project.step_back_phase", {"phase": "Idé"}) == "projektet går tilbage til fasen Idé"
        assert (
            effect_words("project.pass_gate", {"outcome": "not_passed"}) == "projektet passerer ikke sin faseovergang"
        )


class TestTheList:
    def test_the_suggestion_comes_with_one_click_and_only_once(self, town: Town) -> None:
        model = actions.load_suggestion(by=town.anna, at=AT)
        names = [phase.name for phase in phases_of(model.pk)]
        assert names == ["Idé", "Analyse", "Gennemførelse", "Realisering", "Afsluttet"]
        assert default_model("national") == default_model("cross") == model
        assert phases_of(default_model("local").pk) == []  # type: ignore[union-attr]  # chosen by the suggestion
        assert refusal(lambda: actions.load_suggestion(by=town.anna, at=AT)).code == "phases.there_already"

    def test_only_the_administrators_edit_it(self, town: Town) -> None:
        with pytest.raises(NotAllowed):
            actions.create_phase_model(name="Min egen", by=town.mette, at=AT)

    def test_a_new_project_begins_in_the_first_phase_and_a_local_one_in_none(self, town: Town) -> None:
        model = four_phases(town)
        assert (a_proposal(town).phase_model, a_proposal(town).phase) == (model, "ide")
        local = actions.register_local(
            title="Skærme", purpose="Nye", unit=town.school, responsible_id=town.lis.pk, by=town.lis, at=AT
        )
        assert (local.phase_model, local.phase) == (None, "")

    def test_large_projects_may_have_another_list(self, town: Town) -> None:
        four_phases(town)
        large = actions.load_suggestion(by=town.anna, at=AT)
        actions.set_phase_defaults({("cross", True): large.code}, by=town.anna, at=AT)
        assert default_model("cross", large=True) == large
        assert default_model("cross") != large

    def test_a_loaded_project_gets_the_phase_it_names_and_keeps_a_word_that_nobody_knows(self, town: Town) -> None:
        four_phases(town)
        known = actions.create_project(
            title="A", category="cross", state="active", phase="udvikling", by=town.anna, at=AT
        )
        unknown = actions.create_project(
            title="B", category="cross", state="active", phase="Pilot", by=town.anna, at=AT
        )
        assert (known.phase, known.extra) == ("udvikling", {})
        assert (unknown.phase, unknown.extra) == ("", {"Fase": "Pilot"})
        placed = actions.place_in_phase(unknown, phase="Udvikling", by=town.anna, at=AT)
        assert placed.phase == "udvikling"
        assert (
            refusal(lambda: actions.place_in_phase(placed, phase="Idé", by=town.anna, at=AT)).code
            == "phase.placed_already"
        )

    def test_what_projects_stand_in_is_not_edited_but_copied(self, town: Town) -> None:
        project = in_analysis(town)
        model = project.phase_model
        assert model is not None
        refused = refusal(lambda: actions.add_phase(model, name="Pilot", by=town.anna, at=AT))
        assert refused.code == "phases.in_use"
        draft = actions.new_edition(model, by=town.anna, at=AT)
        assert refusal(lambda: actions.new_edition(model, by=town.anna, at=AT)).code == "phases.draft_there"
        pilot = actions.add_phase(draft, name="Pilot", by=town.anna, at=AT)
        actions.move_phase(pilot, up=True, by=town.anna, at=AT)
        actions.take_into_use(draft, by=town.anna, at=AT)
        assert [phase.name for phase in phases_of(draft.pk)] == ["Idé", "Analyse", "Udvikling", "Pilot", "Afslutning"]
        project.refresh_from_db()
        model.refresh_from_db()
        assert (project.phase_model, model.state) == (model, "retired")
        assert a_proposal(town, title="Ny").phase_model == draft

    def test_projects_are_moved_by_a_mapping_and_all_or_none(self, town: Town) -> None:
        project = in_analysis(town)
        other = actions.load_suggestion(by=town.anna, at=AT)
        project.refresh_from_db()
        skipped = actions.skip_phase(project, reason="Købt", by=town.jonas, at=AT)
        refused = refusal(lambda: actions.move_to_model([skipped], other, {}, by=town.anna, at=AT))
        assert refused.code == "phases.unmapped"
        actions.move_to_model([skipped], other, {"udvikling": "gennemfoerelse"}, by=town.anna, at=AT)
        skipped.refresh_from_db()
        assert (skipped.phase_model, skipped.phase) == (other, "gennemfoerelse")
        line = ProjectChange.objects.filter(kind="phase").order_by("-pk")[0]
        assert (line.old, line.new) == ("Udvikling", "Gennemførelse")
        assert GatePassage.objects.filter(project=skipped).count() == 1

    def test_a_phase_is_written_whole_and_what_is_left_out_goes(self, town: Town) -> None:
        model = actions.create_phase_model(name="Kort", by=town.anna, at=AT)
        phase = actions.add_phase(model, name="Alt", by=town.anna, at=AT)
        gate = GateText("Port", criteria=(CriterionText("Et"), CriterionText("To", blocking=True)))
        actions.write_phase(phase, PhaseText("Alt", documents=(DocumentText("Plan"),), gate=gate), by=town.anna, at=AT)
        kept = phase.gate.criteria.get(text="To")
        gate = GateText("Port", criteria=(CriterionText("To, igen", key=kept.pk),))
        actions.write_phase(phase, PhaseText("Alt", gate=gate), by=town.anna, at=AT)
        assert [row.text for row in phase.gate.criteria.all()] == ["To, igen"]
        assert not phase.documents.exists()
        actions.write_phase(phase, PhaseText("Alt"), by=town.anna, at=AT)
        assert gate_at(phases_of(model.pk)[0]) is None


class TestTheGate:
    def test_the_owner_passes_it_and_the_passage_is_kept(self, town: Town) -> None:
        project = in_analysis(town)
        passed = actions.pass_gate(project, reason="Casen holder", by=town.jonas, at=AT)
        assert passed.phase == "udvikling"
        lines = phase_part(passed).passages  # type: ignore[union-attr]  # it has phases
        assert [(line.gate, line.outcome, line.who) for line in lines] == [
            ("Efter analyse", "Passeret", "Jonas Bak"), ("Efter idé", "Passeret", "Jonas Bak"),
        ]  # fmt: skip
        change = ProjectChange.objects.filter(kind="phase").order_by("-pk")[0]
        assert (change.old, change.new, change.reason) == ("Analyse", "Udvikling (passeret)", "Casen holder")

    def test_the_manager_fills_in_but_does_not_pass(self, town: Town) -> None:
        project = in_analysis(town, criteria=(CriterionText("Er den prøvet?"),))
        with pytest.raises(NotAllowed):
            actions.pass_gate(project, reason="Nu", by=town.mette, at=AT)
        criterion = gate_at(phases_of(project.phase_model_id)[1]).criteria.get()  # type: ignore[union-attr]
        actions.fill_sheet(project, [AnswerText(criterion.pk, "yes", "Prøvet i to teams")], by=town.mette, at=AT)
        with pytest.raises(NotAllowed):
            actions.fill_sheet(project, [AnswerText(criterion.pk, "no")], by=town.olga, at=AT)
        actions.pass_gate(project, reason="Nu", by=town.jonas, at=AT)
        kept = GatePassage.objects.latest("pk").answers.get()
        assert (kept.answer, kept.note, kept.by) == ("yes", "Prøvet i to teams", town.mette)

    def test_without_a_reason_it_is_refused(self, town: Town) -> None:
        project = in_analysis(town)
        assert refusal(lambda: actions.pass_gate(project, by=town.jonas, at=AT)).code == "reason.needed"

    def test_what_advises_stops_nobody_and_what_blocks_stops_everybody(self, town: Town) -> None:
        asked = (CriterionText("Teamet er bemandet", blocking=True), CriterionText("Naboerne er spurgt"))
        project = in_analysis(town, criteria=asked)
        refused = refusal(lambda: actions.pass_gate(project, reason="Nu", by=town.jonas, at=AT))
        assert [(r.code, r.facts["criterion"]) for r in refused.reasons] == [("gate.criterion", "Teamet er bemandet")]
        decided = refusal(lambda: actions.pass_gate(project, by=town.stine, at=AT, mandate=a_decision()))
        assert decided.code == "gate.criterion"
        gate = gate_at(phases_of(project.phase_model_id)[1])
        assert gate is not None
        blocking = gate.criteria.get(blocking=True)
        refused = refusal(
            lambda: actions.fill_sheet(project, [AnswerText(blocking.pk, "not_relevant")], by=town.mette, at=AT)
        )
        assert refused.code == "gate.lacks_note"
        actions.fill_sheet(project, [AnswerText(blocking.pk, "yes")], by=town.mette, at=AT)
        assert actions.pass_gate(project, reason="Nu", by=town.jonas, at=AT).phase == "udvikling"

    def test_not_passed_stays_and_is_told(self, town: Town) -> None:
        project = in_analysis(town, criteria=(CriterionText("Teamet er bemandet", blocking=True),))
        stays = actions.pass_gate(project, outcome="not_passed", reason="Ingen team", by=town.jonas, at=AT)
        assert stays.phase == "analyse"
        assert GatePassage.objects.latest("pk").outcome == "not_passed"

    def test_conditions_become_tasks_of_the_manager(self, town: Town) -> None:
        project = in_analysis(town)
        refused = refusal(
            lambda: actions.pass_gate(project, outcome="passed_with_conditions", reason="Næsten", by=town.jonas, at=AT)
        )
        assert refused.code == "gate.lacks_conditions"
        due = date(2027, 8, 1)
        actions.pass_gate(
            project, conditions="Find en systemejer\nAftal drift", due=due, reason="Næsten", by=town.jonas, at=AT
        )
        assert GatePassage.objects.latest("pk").outcome == "passed_with_conditions"
        tasks = ProjectTask.objects.filter(project=project).order_by("pk")
        assert [(t.title, t.responsible, t.due, t.source) for t in tasks] == [
            ("Find en systemejer", town.mette, due, "gate"), ("Aftal drift", town.mette, due, "gate"),
        ]  # fmt: skip
        assert GateCondition.objects.filter(task__isnull=True).count() == 0

    def test_a_bodys_gate_is_passed_by_its_decision_alone(self, town: Town) -> None:
        project = in_analysis(town, passer="body")
        assert refusal(lambda: actions.pass_gate(project, reason="Nu", by=town.anna, at=AT)).code == "gate.body"
        passed = actions.ACTION_OF["project.pass_gate"](
            project, by=town.stine, at=AT, mandate=a_decision(), expected={"phase": "analyse"}, conditions="Aftal drift",
            due="2027-08-01",
        )  # fmt: skip
        assert passed.phase == "udvikling"
        passage = GatePassage.objects.latest("pk")
        assert (passage.decision_ref, passage.body_code) == ("SG-2027-014", "styregruppe")
        assert passage.conditions.get().due == date(2027, 8, 1)

    def test_an_effect_finds_the_phase_it_expected_or_is_refused(self, town: Town) -> None:
        project = in_analysis(town)
        again = refusal(
            lambda: actions.pass_gate(project, by=town.stine, at=AT, mandate=a_decision(), expected={"phase": "ide"})
        )
        assert again.code == "effect.not_as_expected"

    def test_a_gate_of_the_administrator_is_not_the_owners(self, town: Town) -> None:
        project = in_analysis(town, passer="administrator")
        with pytest.raises(NotAllowed):
            actions.pass_gate(project, reason="Nu", by=town.jonas, at=AT)
        assert actions.pass_gate(project, reason="Nu", by=town.anna, at=AT).phase == "udvikling"

    def test_the_last_phase_has_nothing_after_it(self, town: Town) -> None:
        project = in_analysis(town)
        for _step in range(2):
            project = actions.skip_phase(project, reason="Hurtigt", by=town.jonas, at=AT)
        assert project.phase == "afslutning"
        assert refusal(lambda: actions.skip_phase(project, reason="x", by=town.jonas, at=AT)).code == "phase.last"
        assert refusal(lambda: actions.pass_gate(project, reason="x", by=town.jonas, at=AT)).code == "gate.none"

    def test_a_phase_is_skipped_with_a_reason_unless_its_gate_blocks(self, town: Town) -> None:
        project = in_analysis(town, blocks=True)
        assert refusal(lambda: actions.skip_phase(project, reason="Købt", by=town.jonas, at=AT)).code == "gate.blocks"
        assert actions.skip_phase(project, by=town.stine, at=AT, mandate=a_decision()).phase == "udvikling"
        line = ProjectChange.objects.filter(kind="phase").order_by("-pk")[0]
        assert (line.new, line.decision_ref) == ("Udvikling (uden faseovergang)", "SG-2027-014")

    def test_back_keeps_what_was_passed(self, town: Town) -> None:
        project = in_analysis(town)
        back = actions.step_back_phase(project, phase="Idé", reason="Nyt behov", by=town.jonas, at=AT)
        assert back.phase == "ide"
        assert GatePassage.objects.filter(project=project).count() == 1
        actions.pass_gate(back, reason="Igen", by=town.jonas, at=AT)
        assert GatePassage.objects.filter(project=project).count() == 2

    def test_what_is_over_moves_no_more(self, town: Town) -> None:
        project = in_analysis(town)
        Project.objects.filter(pk=project.pk).update(state="closed")
        assert refusal(lambda: actions.pass_gate(project, reason="x", by=town.jonas, at=AT)).code == "phase.over"


class TestDocuments:
    def test_a_second_file_is_a_second_edition_and_the_gate_freezes_what_it_saw(self, town: Town) -> None:
        project = in_analysis(town)
        actions.add_document(project, name="Business case", file=a_file(), by=town.mette, at=AT)
        second = actions.add_document(project, name="business CASE", file=a_file("v2.pdf"), by=town.mette, at=AT)
        assert (second.name, second.edition, second.phase_key) == ("Business case", 2, "analyse")
        part = phase_part(project)
        assert part is not None
        assert [(line.name, line.newest, line.is_missing) for line in part.documents] == [
            ("Business case", second, False)
        ]
        actions.pass_gate(project, reason="Læst", by=town.jonas, at=AT)
        frozen = {row.edition: row.frozen_at for row in ProjectDocument.objects.filter(project=project)}
        assert frozen == {1: None, 2: AT}

    def test_a_criterion_about_documents_answers_itself(self, town: Town) -> None:
        asked = (CriterionText("Papirerne er der", "document", blocking=True),)
        project = in_analysis(town, criteria=asked)
        gate = gate_at(phases_of(project.phase_model_id)[1])
        assert gate is not None
        line = sheet_of(project, gate)[0]
        assert (line.answer, line.why) == ("no", "Mangler: Business case")
        actions.fill_sheet(project, [AnswerText(line.criterion.pk, "yes", "Tro mig")], by=town.mette, at=AT)
        assert sheet_of(project, gate)[0].answer == "no"
        actions.add_document(project, name="Business case", file=a_file(), by=town.mette, at=AT)
        assert sheet_of(project, gate)[0].answer == "yes"

    def test_nobody_else_adds_documents(self, town: Town) -> None:
        project = in_analysis(town)
        with pytest.raises(NotAllowed):
            actions.add_document(project, name="Plan", file=a_file(), by=town.olga, at=AT)
