"""What stands around the road: topics, follow-ups, dropped items, settings, stand-ins, meetings from before."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from styrehjul.bodies.models import Body, Delegation
from styrehjul.documents.files import store_bytes
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings import actions
from styrehjul.meetings.content import for_item
from styrehjul.meetings.domain.states import AgendaState, MinutesState, TreatmentState
from styrehjul.meetings.models import Dispatch, Effect, Meeting, Treatment
from styrehjul.meetings.queries import leader_of, why_not
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project
from tests.making import NORDDJURS, NOW, a_cast, a_kommissorium
from tests.meetings.turn import MEETING_AT, a_meeting, a_proposal, a_running_turn, a_turn, do

pytestmark = pytest.mark.django_db
ENDED_AT = MEETING_AT + timedelta(hours=2)


def stand_in(turn_body: Body, person: Person, set_by: Person, **more: object) -> Delegation:
    return Delegation.objects.create(
        body=turn_body, kind="chair", person=person, set_by=set_by, start=date(2027, 5, 1), end=date(2027, 12, 31),
        created_at=NOW, updated_at=NOW, **more,
    )  # fmt: skip


def test_where_the_body_says_so_the_agenda_goes_out_on_approval() -> None:
    turn = a_turn()
    text = NORDDJURS.read_text().replace(
        "udsend_ved_godkendelse = { vaerdi = false, forslag = true }", "udsend_ved_godkendelse = true"
    )
    a_kommissorium(text.encode(), start=date(2027, 5, 1))
    turn.ready().to_chair().approved()
    assert turn.fresh.agenda_state == AgendaState.SENT
    assert Dispatch.objects.get().by == turn.cast.stine


def test_but_not_after_the_deadline_for_then_somebody_must_say_why() -> None:
    turn = a_turn()
    text = NORDDJURS.read_text().replace(
        "udsend_ved_godkendelse = { vaerdi = false, forslag = true }", "udsend_ved_godkendelse = true"
    )
    a_kommissorium(text.encode(), start=date(2027, 5, 1))
    late = datetime(2027, 6, 8, 9, 0, tzinfo=NOW.tzinfo)
    turn.ready().to_chair(late).approved(late)
    assert turn.fresh.agenda_state == AgendaState.APPROVED


def test_the_one_the_chair_handed_the_lead_to_leads_when_the_chair_is_away() -> None:
    turn = a_turn().ready().to_chair().approved()
    turn.dispatched()
    stand_in(turn.cast.steering, turn.cast.heads[0], turn.cast.stine, may_lead=True)
    assert leader_of(turn.fresh) == turn.cast.stine
    do(actions.enter_reply, turn.meeting, turn.cast.stine, reply="declined", by=turn.cast.stine, at=NOW)
    assert leader_of(turn.fresh) == turn.cast.heads[0]
    turn.started()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.heads[0], at=MEETING_AT)
    do(actions.end_meeting, turn.meeting, by=turn.cast.heads[0], at=ENDED_AT)
    assert Project.objects.get().state == "approved"


def test_an_item_goes_out_at_the_meeting_with_its_reason_and_keeps_its_number() -> None:
    turn = a_running_turn()
    with pytest.raises(Refused) as refused:
        do(actions.drop_item, turn.item, reason="", by=turn.cast.peter, at=MEETING_AT)
    assert refused.value.code == "reason.needed"
    do(actions.drop_item, turn.item, reason="Taget af i mødet", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    turn.item.refresh_from_db()
    assert (turn.item.state, turn.item.number, turn.item.outcome) == (TreatmentState.DROPPED, 4, "dropped")


def test_an_outcome_that_the_kind_does_not_have_is_refused() -> None:
    turn = a_running_turn()
    for outcome, code in (("noted", "item.outcome_not_offered"), ("nonsense", "item.outcome_unknown")):
        with pytest.raises(Refused) as refused:
            do(actions.record_decision, turn.item, outcome=outcome, by=turn.cast.peter, at=MEETING_AT)
        assert refused.value.code == code


def test_procedural_items_are_adopted_by_silence_and_the_rest_noted() -> None:
    turn = a_running_turn()
    do(actions.note_item, turn.fresh.treatments.get(standing_key="eventuelt"), by=turn.cast.peter, at=MEETING_AT)
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    outcomes = dict(turn.fresh.treatments.exclude(standing_key="").values_list("standing_key", "outcome"))
    assert outcomes == {
        "godkendelse_dagsorden": "adopted", "justering_projektportefoelje": "noted", "nye_projektforslag": "noted",
        "eventuelt": "noted",
    }  # fmt: skip
    numbered = turn.fresh.decisions.exclude(number="")
    assert [decision.number for decision in numbered] == ["SG-2027-001"]


def test_an_effect_that_the_product_does_not_know_is_a_conflict_and_no_crash() -> None:
    turn = a_running_turn()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    Effect.objects.filter(command="project.set_priority").update(command="project.paint")
    turn.ended()
    assert Effect.objects.get(command="project.paint").state == "conflict"
    assert Project.objects.get().state == "awaiting_decision"


def test_follow_ups_have_one_responsible_and_are_done_once() -> None:
    turn = a_running_turn()
    task = do(
        actions.add_follow_up, turn.item, text=" Indkald  gruppen ", responsible=turn.cast.olga, due=date(2027, 7, 1),
        by=turn.cast.peter, at=MEETING_AT,
    )  # fmt: skip
    assert task.text == "Indkald gruppen"
    with pytest.raises(NotAllowed):
        do(actions.finish_follow_up, task, by=turn.cast.jonas, at=ENDED_AT)
    done = do(actions.finish_follow_up, task, by=turn.cast.olga, at=ENDED_AT)
    again = do(actions.finish_follow_up, task, by=turn.cast.olga, at=ENDED_AT + timedelta(days=1))
    assert (done.state, again.done_at) == ("done", ENDED_AT)
    with pytest.raises(Refused) as refused:
        do(
            actions.add_follow_up, turn.item, text=" ", responsible=turn.cast.olga, due=None, by=turn.cast.peter,
            at=MEETING_AT,
        )  # fmt: skip
    assert refused.value.code == "followup.empty"


def test_topics_are_a_line_written_before_the_meeting_is_over() -> None:
    turn = a_running_turn()
    for text, kind in ((" ", "current"), ("Emne", "nonsense")):
        with pytest.raises(Refused) as refused:
            do(actions.add_topic, turn.meeting, kind=kind, text=text, by=turn.cast.stine, at=MEETING_AT)
        assert refused.value.code == "topic.empty"
    topic = do(actions.add_topic, turn.meeting, kind="current", text="Emne", by=turn.cast.stine, at=MEETING_AT)
    assert do(actions.finish_topic, topic, by=turn.cast.peter, at=MEETING_AT).done
    with pytest.raises(Refused) as refused:
        do(actions.carry_topic, topic, by=turn.cast.peter, at=MEETING_AT)
    assert refused.value.code == "meeting.no_next"
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    with pytest.raises(Refused) as refused:
        do(actions.add_topic, turn.fresh, kind="current", text="For sent", by=turn.cast.stine, at=ENDED_AT)
    assert refused.value.code == "meeting.already_ended"


def test_many_items_between_two_others_make_room_for_themselves() -> None:
    turn = a_turn()
    Treatment.objects.filter(pk=turn.item.pk).update(position=3001)
    Treatment.objects.filter(standing_key="eventuelt").update(position=3002)
    second = do(
        actions.put_proposal_on_meeting, a_proposal(turn.cast, title="To"), turn.meeting, by=turn.cast.peter, at=NOW
    )
    order = list(turn.fresh.treatments.order_by("position").values_list("pk", flat=True))
    assert order[-3:] == [turn.item.pk, second.pk, turn.fresh.treatments.get(standing_key="eventuelt").pk]
    assert len(set(turn.fresh.treatments.values_list("position", flat=True))) == 6


def test_a_meeting_from_before_counts_and_its_minutes_are_a_file() -> None:
    cast = a_cast()
    start = datetime(2027, 3, 9, 9, 0, tzinfo=NOW.tzinfo)
    held = {
        "body": cast.steering,
        "year": 2027,
        "slot": "q1",
        "starts_at": start,
        "ends_at": start + timedelta(hours=2),
    }
    meeting = do(actions.register_held_meeting, **held, by=cast.peter, at=NOW)
    assert (meeting.minutes_state, meeting.before_use) == (MinutesState.APPROVED, True)
    with pytest.raises(Refused) as refused:
        do(actions.register_held_meeting, **held, by=cast.peter, at=NOW)
    assert refused.value.code == "meeting.slot_taken"
    file = store_bytes(b"%PDF-1.4 gammelt", name="r.pdf", content_type="application/pdf", kind="upload", at=NOW)
    version = do(actions.attach_old_minutes, meeting, file, by=cast.peter, at=NOW)
    assert version.sha256 == file.sha256
    with pytest.raises(Refused) as refused:
        do(actions.attach_old_minutes, a_meeting(cast), file, by=cast.peter, at=NOW)
    assert refused.value.code == "minutes.not_before_use"


def test_standing_items_that_look_after_the_portfolio_and_tell_of_decisions() -> None:
    turn = a_running_turn()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    do(
        actions.add_follow_up, turn.item, text="Over tiden", responsible=turn.cast.olga, due=date(2027, 6, 10),
        by=turn.cast.peter, at=MEETING_AT,
    )  # fmt: skip
    turn.ended()
    later = datetime(2027, 9, 8, 9, 0, tzinfo=NOW.tzinfo)
    steering = a_meeting(
        turn.cast, starts_at=later, slot="q3", items=("orientering_direktion", "afsluttende_projekter", "moedeplan")
    )  # fmt: skip
    programme = a_meeting(
        turn.cast, body=turn.cast.programme, starts_at=later - timedelta(days=1), slot="q3",
        items=("opdatering_portefoelje_ansvar_opgaver", "fastlaeggelse_beslutningsbehov"),
    )  # fmt: skip
    said = {
        item.standing_key: str(for_item(item, at=later)["blocks"])
        for meeting in (steering, programme)
        for item in meeting.treatments.select_related("meeting")
    }
    assert "SG-2027-001" in said["orientering_direktion"]
    assert "Ingen projekter er meldt færdige." in said["afsluttende_projekter"]
    assert "Møderne i 2028 er ikke planlagt endnu." in said["moedeplan"]
    assert "Over tiden" in said["opdatering_portefoelje_ansvar_opgaver"]
    assert "Mødet forbereder ikke et andet møde." in said["fastlaeggelse_beslutningsbehov"]


def test_the_button_and_the_address_say_the_same() -> None:
    turn = a_turn()
    by_button = {
        name: [reason.code for reason in why_not(name, turn.fresh, turn.cast.peter, NOW)]
        for name in (
            "approve",
            "dispatch",
            "start",
            "end",
            "approve_minutes",
            "invite",
            "move",
            "cancel",
            "reorder",
            "add_item",
        )
    }
    assert by_button == {
        "approve": ["not_allowed.agenda.approve", "agenda.not_with_chair"],
        "dispatch": ["agenda.not_approved"],
        "start": ["meeting.not_sent", "meeting.too_early"],
        "end": ["meeting.not_running"],
        "approve_minutes": ["not_allowed.minutes.approve", "minutes.not_with_chair"],
        "invite": [], "move": [], "cancel": [], "reorder": [], "add_item": [],
    }  # fmt: skip
    item = turn.item
    assert [r.code for r in why_not("make_ready", item, turn.cast.olga, NOW)] == ["item.no_economy"]
    assert [r.code for r in why_not("record", item, turn.cast.peter, NOW)] == ["meeting.not_running"]
    assert [r.code for r in why_not("edit", item, turn.cast.jonas, NOW)] == ["not_allowed.treatment.edit"]
    turn.ready()
    ready = Treatment.objects.get(pk=item.pk)
    assert [r.code for r in why_not("make_ready", ready, turn.cast.olga, NOW)] == ["item.already_ready"]
    assert why_not("return_item", ready, turn.cast.peter, NOW) == []
    assert Meeting.objects.count() == 1
