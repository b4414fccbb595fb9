"""One decision of the steering group moves the portfolio: the straight road from proposal to approved minutes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from styrehjul.audit.chain import verify
from styrehjul.audit.models import Event
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions, building
from styrehjul.meetings.domain.states import DecisionState, EffectState, MinutesState, TreatmentState
from styrehjul.meetings.models import Decision, Meeting
from styrehjul.portfolio.models import Project, ProjectChange
from tests.making import NOW
from tests.meetings.turn import MEETING_AT, a_turn, do

pytestmark = pytest.mark.django_db


def test_a_proposal_goes_from_six_answers_to_a_project_in_force_and_minutes_that_are_sent() -> None:
    turn = a_turn(priority=3)
    cast = turn.cast
    assert turn.item.responsible == cast.olga
    assert turn.item.material_due_at is not None
    assert [p.text for p in turn.item.points.all()] == ["projektforslaget godkendes", "projektet får prioritet 3"]
    assert OutboxMessage.objects.filter(kind="assignment", recipient=cast.olga.email).count() == 1
    turn.ready().to_chair(printed=True).approved()
    sent = turn.dispatched()
    assert OutboxMessage.objects.filter(kind="agenda").count() == len(sent.recipients)
    turn.started()
    decision = do(actions.record_decision, turn.item, outcome="approved", by=cast.peter, at=MEETING_AT)
    assert decision.text == "Indstillingen følges: at projektforslaget godkendes, og at projektet får prioritet 3."
    assert decision.state == DecisionState.PROVISIONAL
    assert Project.objects.get().state == "awaiting_decision"
    turn.ended()
    project = Project.objects.get()
    assert (project.state, project.priority) == ("approved", 3)
    decision = Decision.objects.get()
    assert decision.number == "SG-2027-001"
    assert decision.state == DecisionState.IN_FORCE
    assert {effect.state for effect in decision.effects.all()} == {EffectState.APPLIED}
    assert ProjectChange.objects.filter(decision_ref="SG-2027-001").exists()
    assert OutboxMessage.objects.filter(kind="result", recipient=cast.olga.email).count() == 1
    built = building.build_minutes(turn.fresh, at=MEETING_AT + timedelta(days=1), by=cast.stine)
    assert built.reasons == ()
    do(actions.approve_minutes, turn.meeting, built, by=cast.stine, at=MEETING_AT + timedelta(days=1))
    meeting = Meeting.objects.get()
    assert meeting.minutes_state == MinutesState.APPROVED
    assert set(meeting.treatments.values_list("state", flat=True)) == {TreatmentState.CLOSED.value}
    assert OutboxMessage.objects.filter(kind="minutes").count() == len(sent.recipients)
    assert verify().bad_seq is None
    assert Event.objects.filter(action="decision.in_force").count() == 1


def test_the_turn_leaves_an_event_for_each_move() -> None:
    turn = a_turn().ready().to_chair().approved()
    told = set(Event.objects.values_list("action", flat=True))
    assert {
        "meeting.plan", "treatment.insert", "treatment.propose", "treatment.accept", "treatment.assign",
        "treatment.ready", "treatment.make_ready", "treatment.place", "agenda.send_to_chair", "agenda.approve",
    } <= told  # fmt: skip
    assert turn.fresh.updated_at == NOW
