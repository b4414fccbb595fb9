"""What a body decides about phases and about the national catalogue, from the recommendation to the project."""

from __future__ import annotations

import pytest

from styrehjul.meetings import actions
from styrehjul.meetings.content import content_of_meeting
from styrehjul.meetings.domain.decisions import command_instead
from styrehjul.meetings.domain.states import Outcome
from styrehjul.meetings.domain.values import EffectText, PointText
from styrehjul.meetings.forms.editing import commands_for
from styrehjul.meetings.models import Effect
from styrehjul.people.domain.roles import Role
from styrehjul.portfolio import actions as portfolio
from styrehjul.portfolio.domain.catalogue import EntryFacts
from styrehjul.portfolio.models import GatePassage, NationalProject, PhaseModel, Project
from tests.making import NOW, Cast, a_cast, a_person
from tests.meetings.turn import MEETING_AT, Turn, a_meeting, a_turn, do

pytestmark = pytest.mark.django_db
FUTURE = (
    EntryFacts(1, "Digital fuldmagt", owner="Digitaliseringsstyrelsen", description="Pårørende kan hjælpe"),
    EntryFacts(2, "Samtykke", owner="KL"),
)


def a_bodys_phases() -> PhaseModel:
    """The suggestion, with a first gate that only a body opens."""
    model = do(portfolio.load_suggestion, by=None, at=NOW)
    gate = model.phases.all()[0].gate
    gate.passer = "body"
    gate.save()
    return model


def test_a_gate_of_a_body_is_passed_by_its_decision_and_the_passage_names_it() -> None:
    cast = a_cast()
    a_bodys_phases()
    turn = a_turn(priority=None, cast=cast)
    approve = turn.item.points.first().effects.first().args  # type: ignore[union-attr]  # put there by the proposal
    key = turn.project.pk
    passing = {"conditions": "Find en systemejer", "due": "2027-09-01"}
    points = [
        PointText("projektforslaget godkendes", (EffectText("proposal.approve", key, approve),)),
        PointText("projektet passerer sin faseovergang", (EffectText("project.pass_gate", key, passing),)),
    ]
    do(actions.edit_item, turn.item, by=cast.olga, at=NOW, expected_version=None, fields={}, points=points)
    assert Effect.objects.get(command="project.pass_gate").expected == {"phase": "ide"}
    turn.ready().to_chair().approved().dispatched()
    do(actions.record_decision, turn.started().item, outcome="approved", by=cast.peter, at=MEETING_AT)
    turn.ended()
    project = Project.objects.get()
    assert (project.state, project.phase) == ("approved", "analyse")
    passage = GatePassage.objects.get()
    assert (passage.decision_ref, passage.body_code, passage.outcome) == (
        "SG-2027-001", "styregruppe", "passed_with_conditions",
    )  # fmt: skip
    assert project.tasks.get().title == "Find en systemejer"


def test_two_gates_in_one_meeting_follow_each_other() -> None:
    cast = a_cast()
    a_bodys_phases()
    turn = a_turn(priority=None, cast=cast)
    approve = turn.item.points.first().effects.first().args  # type: ignore[union-attr]  # put there by the proposal
    key = turn.project.pk
    points = [
        PointText("projektforslaget godkendes", (EffectText("proposal.approve", key, approve),)),
        PointText("projektet passerer sin faseovergang", (EffectText("project.pass_gate", key, {}),)),
        PointText("og den næste", (EffectText("project.pass_gate", key, {"outcome": "passed"}),)),
        PointText("og går en fase tilbage", (EffectText("project.step_back_phase", key, {}),)),
    ]
    do(actions.edit_item, turn.item, by=cast.olga, at=NOW, expected_version=None, fields={}, points=points)
    phases = [effect.expected.get("phase") for effect in Effect.objects.order_by("point__position", "pk")][1:]
    assert phases == ["ide", "analyse", "gennemfoerelse"]
    turn.ready().to_chair().approved().dispatched()
    do(actions.record_decision, turn.started().item, outcome="approved", by=cast.peter, at=MEETING_AT)
    turn.ended()
    assert {effect.state for effect in Effect.objects.all()} == {"applied"}
    assert Project.objects.get().phase == "analyse"
    assert GatePassage.objects.count() == 2


def test_phases_are_offered_where_a_project_has_some_and_the_catalogue_where_it_came_from_it() -> None:
    cast = a_cast()
    plain = a_turn(priority=None, cast=cast).project
    offered = commands_for(plain)
    assert "project.pass_gate" not in offered
    assert "national.adopt" not in offered
    do(portfolio.load_suggestion, by=None, at=NOW)
    with_phases = do(portfolio.propose_project, title="B", lead_area=cast.areas[0], purpose="x", by=cast.olga, at=NOW)
    assert "project.pass_gate" in commands_for(with_phases)


def from_catalogue(cast: Cast) -> Project:
    """Pia prepares a project from the catalogue as a proposal."""
    pia = a_person("Pia Porse", role=Role.PORTFOLIO_ADMINISTRATOR)
    do(portfolio.load_catalogue, FUTURE, file_name="k.csv", file_sha256="0", by=None, at=NOW)
    return do(
        portfolio.adopt_entry, NationalProject.objects.get(number=1), reason="Borgere spørger", manager_id=cast.mette.pk,
        lead_area=cast.areas[0], by=pia, at=NOW,
    )  # fmt: skip


def test_a_national_project_is_put_on_a_meeting_and_adopted_there() -> None:
    cast = a_cast()
    project, meeting = from_catalogue(cast), a_meeting(cast)
    item = do(actions.put_proposal_on_meeting, project, meeting, by=cast.peter, at=NOW)
    assert [point.text for point in item.points.all()] == [
        "det nationale projekt tages ind i kommunens portefølje",
    ]  # fmt: skip
    turn = Turn(cast, meeting, project, item).ready().to_chair().approved()
    turn.dispatched()
    do(actions.record_decision, turn.started().item, outcome="approved", by=cast.peter, at=MEETING_AT)
    turn.ended()
    project.refresh_from_db()
    assert project.state == "approved"
    assert project.changes.filter(decision_ref="SG-2027-001", kind="decided").exists()


def test_what_is_not_adopted_is_rejected_as_any_proposal() -> None:
    assert command_instead(Outcome.NOT_APPROVED, ["national.adopt"]) == "proposal.reject"


def test_the_programme_group_hears_what_nobody_has_assessed() -> None:
    cast = a_cast()
    from_catalogue(cast)
    meeting = a_meeting(cast, body=cast.programme, items=("opdatering_portefoelje_ansvar_opgaver",))
    told = str(content_of_meeting(meeting, at=NOW))
    assert "Samtykke (KL)" in told
    assert "Digital fuldmagt (Digitaliseringsstyrelsen)" not in told
