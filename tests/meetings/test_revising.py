"""A decision changed after its meeting, one that waits for the minutes, one that revokes another, two that disagree."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine

from styrehjul.audit.chain import verify
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings import actions, building
from styrehjul.meetings.domain.revising import reversal
from styrehjul.meetings.domain.states import DecisionState, EffectState
from styrehjul.meetings.domain.values import EffectText, PointText
from styrehjul.meetings.models import Decision, Effect, Meeting, Treatment
from styrehjul.portfolio.models import Project, ProjectChange
from tests.making import NOW, signed_in
from tests.meetings.pages import press, send, text_of
from tests.meetings.turn import MEETING_AT, Turn, a_meeting, a_running_turn, do, quick_build

pytestmark = pytest.mark.django_db(transaction=True)
ENDED = MEETING_AT + timedelta(hours=2)
NEW = "Projektet godkendes, men får prioritet 5."


def in_force(turn: Turn) -> Decision:
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    return Decision.objects.get(treatment=turn.item)


def taken_back(turn: Turn) -> Decision:
    """The meeting is over, the decision in force, and the chair has sent the minutes back."""
    decision = in_force(turn)
    do(actions.return_minutes, turn.meeting, comment="Prioriteten er forkert", by=turn.cast.stine, at=ENDED)
    return decision


def revise(turn: Turn, decision: Decision, *, priority: int = 5, text: str = NEW, because: str = "Forkert tal") -> None:
    effects = [EffectText("project.set_priority", turn.project.pk, {"priority": priority})]
    do(
        actions.revise_decision, decision, outcome="approved_with_changes", text=text, because=because, effects=effects,
        by=turn.cast.peter, at=ENDED,
    )  # fmt: skip


def test_a_decision_in_force_is_changed_beside_its_first_words_and_its_effects_run_once() -> None:
    turn = a_running_turn(priority=3)
    decision = taken_back(turn)
    with pytest.raises(Refused) as over:
        do(actions.record_decision, turn.item, outcome="approved", text="Noget andet", by=turn.cast.peter, at=ENDED)
    assert over.value.code == "decision.in_force"
    revise(turn, decision, priority=7)
    revise(turn, decision)
    assert Project.objects.get().priority == 3
    turn.ended()
    assert Project.objects.get().priority == 5
    decision.refresh_from_db()
    assert (decision.text, decision.outcome, decision.number) == (NEW, "approved_with_changes", "SG-2027-001")
    revision = decision.revisions.get()
    assert (
        revision.former_text == "Indstillingen følges: at projektforslaget godkendes, og at projektet får prioritet 3."
    )
    assert revision.confirmed_by == turn.cast.stine
    before = ProjectChange.objects.count()
    do(actions.return_minutes, turn.meeting, comment="Læs igen", by=turn.cast.stine, at=ENDED)
    turn.ended()
    assert ProjectChange.objects.count() == before
    assert {effect.state for effect in Effect.objects.all()} == {EffectState.APPLIED}
    assert verify().bad_seq is None


def test_a_change_needs_a_reason_words_the_right_and_the_minutes_back() -> None:
    turn = a_running_turn(priority=3)
    decision = in_force(turn)
    with pytest.raises(Refused) as early:
        revise(turn, decision)
    assert early.value.code == "revision.not_with_secretary"
    do(actions.return_minutes, turn.meeting, comment="Ret", by=turn.cast.stine, at=ENDED)
    for given, code in (({"because": " "}, "reason.needed"), ({"text": " "}, "revision.no_text")):
        with pytest.raises(Refused) as refused:
            revise(turn, decision, **given)  # type: ignore[arg-type]  # texts alone
        assert refused.value.code == code
    with pytest.raises(NotAllowed):
        do(actions.revise_decision, decision, outcome="approved", text="x", because="y", by=turn.cast.olga, at=ENDED)
    revise(turn, decision)
    do(actions.drop_revision, decision.revisions.get(), by=turn.cast.peter, at=ENDED)
    assert not Effect.objects.filter(made_in_meeting=True).exists()
    turn.ended()
    built = building.build_minutes(turn.fresh, at=ENDED, by=turn.cast.stine)
    do(actions.approve_minutes, turn.meeting, built, by=turn.cast.stine, at=ENDED)
    with pytest.raises(Refused) as late:
        revise(turn, decision)
    assert late.value.code == "revision.minutes_approved"


def test_a_change_whose_project_moved_meanwhile_is_a_conflict_and_the_rest_stands() -> None:
    turn = a_running_turn(priority=3)
    decision = taken_back(turn)
    revise(turn, decision)
    Project.objects.update(priority=9)
    turn.ended()
    decision.refresh_from_db()
    assert decision.text == NEW
    assert Effect.objects.get(revision__decision=decision).state == EffectState.CONFLICT
    assert Project.objects.get().priority == 9


def test_the_secretary_changes_it_on_the_page_and_everybody_sees_both(now: datetime) -> None:
    turn = a_running_turn(priority=3)
    taken_back(turn)
    m, item = turn.meeting.get_absolute_url(), turn.item.get_absolute_url()
    with time_machine.travel(ENDED, tick=False):
        peter, stine, olga = signed_in(turn.cast.peter), signed_in(turn.cast.stine), signed_in(turn.cast.olga)
        held = peter.get(f"{m}afhold/")
        assert f'href="{item}aendring/"' in held.content.decode()
        assert f'action="{item}beslutning/"' not in held.content.decode()
        page = peter.get(f"{item}aendring/")
        # What would take the first decision back stands ready.
        assert 'value="project.stop" checked' in page.content.decode()
        sent = {"text": NEW, "outcome": "approved_with_changes", "p0-fx": "project.set_priority"}
        sent |= {"p0-project.set_priority-priority": "5"}
        assert press(peter, f"{item}aendring/", because="", **sent).status_code == 422
        assert press(peter, f"{item}aendring/", because="Forkert tal", **sent).status_code == 302
        assert f"Ændres til: {NEW}" in text_of(peter.get(f"{m}afhold/"))
        press(stine, f"{m}afhold/", f"{m}afslut/")
        press(stine, f"{m}referat/", f"{m}referat/godkend/")
        read = text_of(olga.get(f"{m}referat/"))
        first = read.index("og at projektet får prioritet 3.")
        assert first < read.index("Ændret efter mødet") < read.index(NEW) < read.index("Begrundelse: Forkert tal")
        shown = text_of(olga.get(f"/beslutninger/{Decision.objects.get().pk}/"))
        assert "Ændret efter mødet" in shown
        assert "og at projektet får prioritet 3." in shown
        assert send(peter, f"{item}aendring/", because="x", **sent).status_code == 409
    assert turn.meeting.minutes_versions.get().content.count(NEW) == 1


@pytest.mark.parametrize(
    ("command", "args", "expected", "back"),
    [
        ("project.pause", {}, {"state": "active"}, ("project.resume", {})),
        ("project.set_priority", {"priority": 3}, {"priority": 7}, ("project.set_priority", {"priority": 7})),
        ("project.set_priority", {"priority": 3}, {"priority": None}, None),
        ("project.set_role", {"kind": "owner", "person_id": 4}, {"owner": 2, "manager": 3},
         ("project.set_role", {"kind": "owner", "person_id": 2})),
        ("proposal.postpone", {}, {}, None),
    ],
)  # fmt: skip
def test_what_takes_an_effect_back(command: str, args: dict, expected: dict, back: tuple | None) -> None:  # type: ignore[type-arg]  # JSON
    assert reversal(command, args, expected) == back


def test_a_single_decision_may_wait_for_the_minutes(now: datetime) -> None:
    turn = a_running_turn(priority=3)
    m = turn.meeting.get_absolute_url()
    with time_machine.travel(ENDED, tick=False):
        peter, stine = signed_in(turn.cast.peter), signed_in(turn.cast.stine)
        send(peter, f"{turn.item.get_absolute_url()}beslutning/", outcome="approved", version="0", waits="1")
        press(stine, f"{m}afhold/", f"{m}afslut/")
        decision = Decision.objects.get()
        assert (decision.state, decision.number) == (DecisionState.CONFIRMED, "SG-2027-001")
        assert Project.objects.get().state == "awaiting_decision"
        press(stine, f"{m}referat/", f"{m}referat/godkend/")
        decision.refresh_from_db()
        assert decision.state == DecisionState.IN_FORCE
        assert Project.objects.get().state == "approved"
        assert (
            ProjectChange.objects.filter(decision_ref="SG-2027-001").count()
            == ProjectChange.objects.filter(decision_ref="SG-2027-001").values("pk").distinct().count()
        )


def a_second(turn: Turn, command: str, *, days: int = 98, slot: str = "q3") -> tuple[Meeting, Treatment]:
    """A later meeting that runs, with one item about the same project."""
    cast, starts = turn.cast, MEETING_AT + timedelta(days=days)
    later = a_meeting(cast, starts_at=starts, slot=slot, items=())
    point = PointText("det sker", (EffectText(command, turn.project.pk),))
    item = do(
        actions.add_item, later, title="Projektet igen", kind="decision", responsible=cast.peter, points=[point],
        matter=turn.item.matter, fields={"summary": "Kort.", "financial_impact": "Ingen"}, by=cast.peter, at=NOW,
    )  # fmt: skip
    do(actions.make_ready, item, by=cast.peter, at=NOW)
    built = quick_build(Meeting.objects.get(pk=later.pk))
    do(actions.send_to_chair, later, built, by=cast.peter, at=NOW)
    do(actions.approve_agenda, later, sha256=built.sha256, by=cast.stine, at=NOW)
    do(actions.dispatch, later, by=cast.peter, at=NOW)
    do(actions.start_meeting, later, by=cast.peter, at=starts)
    return later, Treatment.objects.get(pk=item.pk)


def test_a_later_decision_revokes_an_earlier_one_and_only_when_it_is_in_force(now: datetime) -> None:
    turn = a_running_turn(priority=3)
    first = in_force(turn)
    later, item = a_second(turn, "project.stop")
    with time_machine.travel(later.starts_at, tick=False):
        peter, stine, olga = signed_in(turn.cast.peter), signed_in(turn.cast.stine), signed_in(turn.cast.olga)
        hold = f"{later.get_absolute_url()}afhold/"
        assert "SG-2027-001 er i kraft og siger det modsatte" in text_of(peter.get(hold))
        record = f"{item.get_absolute_url()}beslutning/"
        wrong = send(peter, record, outcome="approved", version="0", supersedes="SG-2027-099")
        assert wrong.status_code == 409
        assert "Der er ingen beslutning med nummeret SG-2027-099." in text_of(wrong)
        send(peter, record, outcome="approved", version="0", supersedes="sg-2027-001")
        assert "SG-2027-001 ophæves af denne beslutning." in text_of(peter.get(hold))
        first.refresh_from_db()
        assert first.state == DecisionState.IN_FORCE
        press(stine, hold, f"{later.get_absolute_url()}afslut/")
        first.refresh_from_db()
        assert first.state == DecisionState.REVOKED
        old = text_of(olga.get(f"/beslutninger/{first.pk}/"))
        assert "Ophævet af SG-2027-002" in old
        new = Decision.objects.get(number="SG-2027-002")
        assert "Ophæver SG-2027-001" in text_of(olga.get(f"/beslutninger/{new.pk}/"))
        listed = text_of(olga.get("/beslutninger/?tilstand=revoked"))
        assert "SG-2027-001" in listed
        assert "1–1 af 1" in listed


def test_a_body_below_cannot_revoke_what_the_body_above_decided() -> None:
    turn = a_running_turn(priority=3)
    in_force(turn)
    cast, starts = turn.cast, MEETING_AT + timedelta(days=70)
    later = a_meeting(cast, body=cast.programme, starts_at=starts, slot="q3", items=())
    item = do(
        actions.add_item, later, title="Vi vil noget andet", kind="decision", responsible=cast.peter,
        points=[PointText("det sker")], fields={"summary": "Kort.", "financial_impact": "Ingen"}, by=cast.peter, at=NOW,
    )  # fmt: skip
    do(actions.make_ready, item, by=cast.peter, at=NOW)
    built = quick_build(Meeting.objects.get(pk=later.pk))
    do(actions.send_to_chair, later, built, by=cast.peter, at=NOW)
    do(actions.approve_agenda, later, sha256=built.sha256, by=cast.mette, at=NOW)
    do(actions.dispatch, later, by=cast.peter, at=NOW)
    do(actions.start_meeting, later, by=cast.peter, at=starts)
    with pytest.raises(Refused) as refused:
        do(
            actions.record_decision, item, outcome="approved", supersedes="SG-2027-001", by=cast.peter, at=starts
        )  # fmt: skip
    assert refused.value.code == "decision.of_body_above"
