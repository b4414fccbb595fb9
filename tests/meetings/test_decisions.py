"""Decisions in force: the chain of effects, conflicts with their ways out, and what cannot happen twice."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from styrehjul.audit.chain import verify
from styrehjul.audit.models import Event
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions, building
from styrehjul.meetings.domain.states import DecisionState, EffectState, MinutesState, TreatmentState
from styrehjul.meetings.domain.values import EffectText, PointText
from styrehjul.meetings.models import Decision, Effect, FollowUp, Meeting, Treatment
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project, ProjectChange
from styrehjul.ui import refusals
from tests.making import NOW
from tests.meetings.turn import MEETING_AT, Turn, a_meeting, a_proposal, a_running_turn, a_turn, do

pytestmark = pytest.mark.django_db
ENDED_AT = MEETING_AT + timedelta(hours=2)


def followed(turn: Turn, item: Treatment | None = None) -> Decision:
    return do(actions.record_decision, item or turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)


def with_start(turn: Turn) -> Turn:
    """approve -> start -> priority: three at-sentences, each expecting what the one before it leaves."""
    key = turn.project.pk
    points = [
        PointText("projektforslaget godkendes", (EffectText("proposal.approve", key, turn.item.points.first().effects.first().args),)),  # type: ignore[union-attr]  # put there by the proposal
        PointText("at projektet sættes i gang", (EffectText("project.start", key),)),
        PointText("projektet får prioritet 3", (EffectText("project.set_priority", key, {"priority": 3}),)),
    ]  # fmt: skip
    do(actions.edit_item, turn.item, by=turn.cast.olga, at=NOW, expected_version=None, fields={}, points=points)
    return turn


def test_approve_start_priority_is_a_chain() -> None:
    turn = with_start(a_turn(priority=None))
    effects = list(Effect.objects.order_by("point__position"))
    assert [effect.expected for effect in effects] == [
        {"state": "awaiting_decision"}, {"state": "approved"}, {"priority": None},
    ]  # fmt: skip
    assert [effect.point.text for effect in effects][1] == "projektet sættes i gang"
    turn.ready().to_chair().approved().dispatched()
    followed(turn.started())
    turn.ended()
    project = Project.objects.get()
    assert (project.state, project.priority) == ("active", 3)
    assert ProjectChange.objects.filter(decision_ref="SG-2027-001").count() >= 3


def test_a_start_before_its_approval_is_told_when_the_item_is_set_ready() -> None:
    turn = a_turn(priority=None)
    points = [PointText("projektet sættes i gang", (EffectText("project.start", turn.project.pk),))]
    fields = {"financial_impact": "Ingen"}
    do(actions.edit_item, turn.item, by=turn.cast.olga, at=NOW, expected_version=None, fields=fields, points=points)
    with pytest.raises(Refused) as refused:
        do(actions.make_ready, turn.item, by=turn.cast.olga, at=NOW)
    assert refused.value.code == "project.start"


def two_items() -> tuple[Turn, Treatment]:
    """Two proposals on one agenda, both recommended to be approved, both followed."""
    turn = a_turn(priority=3)
    other = a_proposal(turn.cast, title="Fælles booking af lokaler")
    item = do(actions.put_proposal_on_meeting, other, turn.meeting, by=turn.cast.peter, at=NOW)
    do(
        actions.edit_item, item, by=turn.cast.peter, at=NOW, expected_version=None, fields={"financial_impact": "Ingen"}
    )  # fmt: skip
    do(actions.make_ready, item, by=turn.cast.peter, at=NOW)
    turn.ready().to_chair().approved().dispatched()
    turn.started()
    followed(turn)
    followed(turn, item)
    return turn, item


def steal(turn: Turn, person: Person) -> None:
    """Somebody changes the priority without a decision while the meeting is held."""
    Project.objects.filter(pk=turn.project.pk).update(priority=8)


def test_a_project_that_changed_meanwhile_stops_its_own_decision_and_nothing_else() -> None:
    turn, other = two_items()
    steal(turn, turn.cast.mette)
    turn.ended()
    first, second = Decision.objects.order_by("serial")
    assert (first.number, second.number) == ("SG-2027-001", "SG-2027-002")
    assert {e.state for e in first.effects.all()} == {EffectState.CONFLICT}
    assert {e.state for e in second.effects.all()} == {EffectState.APPLIED}
    assert first.state == second.state == DecisionState.IN_FORCE
    stolen = Project.objects.get(pk=turn.project.pk)
    # The approval came before the priority in the same decision: it was undone with it.
    assert (stolen.state, stolen.priority) == ("awaiting_decision", 8)
    assert Project.objects.get(matters=other.matter).state == "approved"
    assert Meeting.objects.get().minutes_state == MinutesState.WITH_CHAIR
    failed = first.effects.get(command="project.set_priority")
    assert failed.found == {"priority": 8}
    assert failed.expected == {"priority": None}
    assert "ventet ingen, er 8" in failed.conflict_because
    task = FollowUp.objects.get()
    assert task.responsible == turn.cast.peter
    assert "SG-2027-001" in task.text
    assert OutboxMessage.objects.filter(kind="conflict", recipient=turn.cast.peter.email).count() == 1


def test_what_the_savepoint_undid_is_not_in_the_audit() -> None:
    turn, _ = two_items()
    steal(turn, turn.cast.mette)
    turn.ended()
    told = Event.objects.filter(action="proposal.approve", object_uuid=str(turn.project.uuid))
    assert not told.exists()
    assert verify().bad_seq is None


def test_the_chair_confirms_the_state_as_it_is_now_and_it_is_carried_out() -> None:
    turn, _ = two_items()
    steal(turn, turn.cast.mette)
    turn.ended()
    decision = Decision.objects.get(number="SG-2027-001")
    with pytest.raises(NotAllowed):
        do(actions.resolve_conflict, decision, by=turn.cast.peter, at=ENDED_AT)
    do(actions.resolve_conflict, decision, by=turn.cast.stine, at=ENDED_AT)
    project = Project.objects.get(pk=turn.project.pk)
    assert (project.state, project.priority) == ("approved", 3)
    assert {e.state for e in decision.effects.all()} == {EffectState.APPLIED}
    assert FollowUp.objects.get().state == "done"
    with pytest.raises(Refused) as refused:
        do(actions.resolve_conflict, decision, by=turn.cast.stine, at=ENDED_AT)
    assert refused.value.code == "decision.no_conflict"


def test_an_item_is_closed_when_its_minutes_are_approved_and_its_conflict_is_settled() -> None:
    turn, other = two_items()
    steal(turn, turn.cast.mette)
    turn.ended()
    built = building.build_minutes(turn.fresh, at=ENDED_AT)
    do(actions.approve_minutes, turn.meeting, built, by=turn.cast.stine, at=ENDED_AT)
    assert Treatment.objects.get(pk=other.pk).state == TreatmentState.CLOSED
    assert Treatment.objects.get(pk=turn.item.pk).state == TreatmentState.TREATED
    do(actions.resolve_conflict, Decision.objects.get(number="SG-2027-001"), by=turn.cast.stine, at=ENDED_AT)
    assert Treatment.objects.get(pk=turn.item.pk).state == TreatmentState.CLOSED


def test_an_effect_is_dropped_with_a_reason_and_the_rest_can_go_on() -> None:
    turn, _ = two_items()
    steal(turn, turn.cast.mette)
    turn.ended()
    decision = Decision.objects.get(number="SG-2027-001")
    effect = decision.effects.get(command="project.set_priority")
    with pytest.raises(Refused) as refused:
        do(actions.drop_effect, effect, reason=" ", by=turn.cast.peter, at=ENDED_AT)
    assert refused.value.code == "reason.needed"
    do(actions.drop_effect, effect, reason="Prioriteten er sat på anden vis", by=turn.cast.peter, at=ENDED_AT)
    assert FollowUp.objects.get().state == "open"
    do(actions.resolve_conflict, decision, by=turn.cast.stine, at=ENDED_AT)
    project = Project.objects.get(pk=turn.project.pk)
    assert (project.state, project.priority) == ("approved", 8)
    assert FollowUp.objects.get().state == "done"


def test_ended_twice_nothing_is_carried_out_twice() -> None:
    turn = a_running_turn()
    followed(turn)
    turn.ended()
    changes, mails = ProjectChange.objects.count(), OutboxMessage.objects.count()
    with pytest.raises(Refused) as refused:
        turn.ended()
    assert refused.value.code == "meeting.already_ended"
    do(actions.return_minutes, turn.meeting, comment="Ret stavefejl", by=turn.cast.stine, at=ENDED_AT)
    turn.ended()
    assert ProjectChange.objects.count() == changes
    assert OutboxMessage.objects.count() == mails
    assert Decision.objects.get().number == "SG-2027-001"
    assert Event.objects.filter(action="decision.in_force").count() == 1


def test_a_decision_in_force_is_not_written_over_when_the_minutes_come_back() -> None:
    turn = a_running_turn()
    before = followed(turn).text
    turn.ended()
    do(actions.return_minutes, turn.meeting, comment="Ret", by=turn.cast.stine, at=ENDED_AT)
    for outcome in ("not_approved", "approved"):
        with pytest.raises(Refused) as refused:
            do(actions.record_decision, turn.item, outcome=outcome, text="Andre ord", by=turn.cast.peter, at=ENDED_AT)
        assert refused.value.code == "decision.in_force"
    assert Decision.objects.get().text == before


def test_a_decision_item_without_a_decision_stops_the_end_and_information_is_noted() -> None:
    turn = a_turn()
    told = do(
        actions.add_item, turn.meeting, title="Orientering", kind="information", responsible=turn.cast.mette,
        fields={"summary": "Kort"}, by=turn.cast.peter, at=NOW,
    )  # fmt: skip
    do(actions.make_ready, told, by=turn.cast.mette, at=NOW)
    turn.ready().to_chair().approved().dispatched()
    turn.started()
    with pytest.raises(Refused) as refused:
        turn.ended()
    assert refusals.sentences(refused.value.reasons) == ["Punkt 4 mangler en beslutning."]
    followed(turn)
    turn.ended()
    told.refresh_from_db()
    assert (told.state, told.outcome) == (TreatmentState.TREATED, "noted")
    assert not Decision.objects.filter(treatment=told).exists()


def test_somebody_whose_attendance_is_not_noted_stops_the_end() -> None:
    turn = a_running_turn()
    followed(turn)
    do(actions.set_attendance, turn.meeting, {turn.cast.stine.pk: ""}, by=turn.cast.peter, at=MEETING_AT)
    with pytest.raises(Refused) as refused:
        turn.ended()
    assert refused.value.reasons[0].facts["names"] == ["Stine Holm"]


def test_the_secretary_ends_only_with_the_chair_beside_and_that_is_recorded() -> None:
    turn = a_running_turn()
    followed(turn)
    with pytest.raises(Refused) as refused:
        do(actions.end_meeting, turn.meeting, by=turn.cast.peter, at=ENDED_AT)
    assert refused.value.code == "meeting.chair_beside"
    do(actions.end_meeting, turn.meeting, by=turn.cast.peter, at=ENDED_AT, with_chair=True)
    decision = Decision.objects.get()
    assert (decision.confirmed_by, decision.on_behalf_of) == (turn.cast.peter, turn.cast.stine)
    assert OutboxMessage.objects.filter(kind="confirmed", recipient=turn.cast.stine.email).count() == 1
    assert Event.objects.get(action="meeting.end").on_behalf_of == str(turn.cast.stine.uuid)


def test_put_off_it_comes_again_on_the_next_meeting_and_the_old_one_stays() -> None:
    turn = a_turn()
    later = a_meeting(turn.cast, starts_at=datetime(2027, 9, 8, 9, 0, tzinfo=NOW.tzinfo), slot="q3")
    turn.ready().to_chair().approved().dispatched()
    turn.started()
    do(actions.record_decision, turn.item, outcome="postponed", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    turn.item.refresh_from_db()
    assert (turn.item.state, turn.item.meeting_id) == (TreatmentState.TREATED, turn.meeting.pk)
    again = Treatment.objects.get(carried_from=turn.item)
    assert (again.meeting, again.state, again.matter) == (later, TreatmentState.ON_AGENDA, turn.item.matter)
    assert [point.text for point in again.points.all()] == [point.text for point in turn.item.points.all()]
    assert [effect.command for effect in Effect.objects.filter(point__treatment=again)] == [
        "proposal.approve", "project.set_priority",
    ]  # fmt: skip
    assert Project.objects.get().state == "awaiting_decision"
    assert ProjectChange.objects.filter(kind="decided", new="Udsat til næste møde").exists()


def test_put_off_without_a_next_meeting_it_waits_for_one() -> None:
    turn = a_running_turn()
    do(actions.record_decision, turn.item, outcome="postponed", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    again = Treatment.objects.get(carried_from=turn.item)
    assert (again.meeting, again.state) == (None, TreatmentState.READY)


@pytest.mark.parametrize(
    ("outcome", "text", "state"),
    [("not_approved", "", "rejected"), ("returned", "Business casen mangler", "proposed")],
)
def test_another_answer_than_the_recommended_moves_the_proposal_too(outcome: str, text: str, state: str) -> None:
    turn = a_running_turn()
    followed(turn)
    do(actions.record_decision, turn.item, outcome=outcome, text=text, by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    assert Project.objects.get().state == state
    assert Project.objects.get().priority is None
    assert list(Decision.objects.get().effects.values_list("command", flat=True)) == [
        {"rejected": "proposal.reject", "proposed": "proposal.return"}[state]
    ]


def test_sent_back_must_say_what_is_missing() -> None:
    turn = a_running_turn()
    with pytest.raises(Refused) as refused:
        do(actions.record_decision, turn.item, outcome="returned", by=turn.cast.peter, at=MEETING_AT)
    assert refused.value.code == "item.no_decision_text"


def test_approved_with_changes_asks_for_the_effects_that_then_hold() -> None:
    turn = a_running_turn()
    with pytest.raises(Refused) as refused:
        do(
            actions.record_decision, turn.item, outcome="approved_with_changes", text="Godkendt med prioritet 5.",
            by=turn.cast.peter, at=MEETING_AT,
        )  # fmt: skip
    assert refused.value.code == "decision.effects_needed"
    recommended = Effect.objects.get(command="proposal.approve")
    wanted = [
        EffectText("proposal.approve", turn.project.pk, recommended.args),
        EffectText("project.set_priority", turn.project.pk, {"priority": 5}),
    ]
    do(
        actions.record_decision, turn.item, outcome="approved_with_changes", text="Godkendt med prioritet 5.",
        effects=wanted, by=turn.cast.peter, at=MEETING_AT,
    )  # fmt: skip
    turn.ended()
    project = Project.objects.get()
    assert (project.state, project.priority) == ("approved", 5)
    assert Effect.objects.get(args={"priority": 3}).state == EffectState.PENDING
    assert Effect.objects.get(args={"priority": 3}).decision is None


def test_written_again_the_recommended_effects_come_back() -> None:
    turn = a_running_turn()
    do(actions.record_decision, turn.item, outcome="not_approved", by=turn.cast.peter, at=MEETING_AT)
    followed(turn)
    turn.ended()
    assert Project.objects.get().state == "approved"
    assert not Effect.objects.filter(command="proposal.reject").exists()


def test_two_who_write_the_same_decision_do_not_overwrite_one_another() -> None:
    turn = a_running_turn()
    first = followed(turn)
    do(
        actions.record_decision, turn.item, outcome="approved", text="Godkendt, efter drøftelse.", by=turn.cast.peter,
        at=MEETING_AT, expected_version=first.version,
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        do(
            actions.record_decision, turn.item, outcome="approved", text="Noget andet.", by=turn.cast.stine,
            at=MEETING_AT, expected_version=first.version,
        )  # fmt: skip
    assert refused.value.code == "stale"
    assert refused.value.facts["mine"] == {"text": "Noget andet."}
    assert refused.value.facts["theirs"] == {"text": "Godkendt, efter drøftelse."}


def test_a_wrong_body_is_refused_with_the_rule_named() -> None:
    turn = a_turn()
    programme = a_meeting(
        turn.cast, body=turn.cast.programme, starts_at=datetime(2027, 6, 2, 9, 0, tzinfo=NOW.tzinfo), items=()
    )  # fmt: skip
    other = a_proposal(turn.cast, title="Et andet")
    with pytest.raises(Refused) as refused:
        do(actions.put_proposal_on_meeting, other, programme, by=turn.cast.peter, at=NOW)
    assert refused.value.code == "effect.wrong_body"
    told = refusals.sentence(refused.value)
    assert "styregruppen" in told
    assert "Nye projektforslag" in told
