"""Role by verb, every cell; and who sees a meeting's papers when (R92)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from styrehjul.bodies.models import Delegation
from styrehjul.meetings import actions, building
from styrehjul.meetings.models import FollowUp, Meeting, Treatment
from styrehjul.people.models import Person
from styrehjul.people.policy import TABLE, may, visible_to
from tests.making import NOW, TODAY, Cast, a_kommissorium
from tests.meetings.turn import MEETING_AT, Turn, a_turn, do

pytestmark = pytest.mark.django_db

# Of the steering group: the chair, the secretary, the chair of the group that prepares its meetings, a member, the
# responsible for the item, an employee without a seat, the administrator.
ROLES = ("chair", "secretary", "preparing", "member", "responsible", "employee", "administrator")
MATRIX: dict[str, str] = {
    "meeting.see": "chair secretary preparing member responsible employee administrator",
    "meeting.plan": "secretary administrator",
    "meeting.move": "chair secretary",
    "meeting.cancel": "chair secretary",
    "meeting.confirm_move": "chair",
    "meeting.invite": "secretary",
    "meeting.reply": "chair secretary preparing member",
    "meeting.lead": "chair secretary",
    "meeting.end": "chair secretary",
    "agenda.see": "chair secretary preparing",
    "agenda.prepare": "chair secretary preparing",
    "agenda.send_to_chair": "secretary",
    "agenda.approve": "chair",
    "agenda.return": "chair",
    "agenda.dispatch": "secretary",
    "agenda.material": "preparing",
    "treatment.see": "chair secretary preparing responsible",
    "treatment.edit": "chair secretary preparing responsible",
    "treatment.make_ready": "chair secretary preparing responsible",
    "treatment.return": "chair secretary preparing",
    "proposal.place": "secretary preparing",
    "decision.record": "chair secretary",
    "decision.by_chair": "chair",
    "decision.resolve": "chair",
    "decision.drop": "chair secretary",
    "decision.see": "chair secretary preparing member",
    "minutes.see": "chair secretary preparing",
    "minutes.approve": "chair",
    # While they are with the members only: tests/meetings/test_minutes_members.py.
    "minutes.comment": "",
    "minutes.consent": "",
    "minutes.answer": "secretary",
    "minutes.correct": "chair secretary",
    "topic.add": "chair secretary preparing member",
    "followup.see": "chair secretary preparing member responsible",
    "followup.add": "chair secretary",
    "followup.finish": "secretary responsible",
}


def people(turn: Turn) -> dict[str, Person]:
    cast = turn.cast
    plain = next(p for p in Person.objects.filter(name__startswith="Sofie"))
    return {
        "chair": cast.stine, "secretary": cast.peter, "preparing": cast.mette, "member": cast.heads[0],
        "responsible": cast.olga, "employee": plain, "administrator": cast.ada,
    }  # fmt: skip


def test_every_cell_of_role_and_verb() -> None:
    turn = a_turn()
    task = FollowUp(body=turn.cast.steering, text="x", responsible=turn.cast.olga)
    objects = {"treatment": turn.item, "followup": task}
    found = {
        action: " ".join(
            role
            for role, person in people(turn).items()
            if may(person, action, objects.get(action.split(".")[0], turn.meeting), on=TODAY)
        )
        for action in MATRIX
    }
    assert found == MATRIX


def test_no_verb_of_meetings_is_left_out_of_the_matrix() -> None:
    nouns = {"meeting", "agenda", "treatment", "decision", "minutes", "topic", "followup"}
    ours = {action for action in TABLE.actions() if action.split(".")[0] in nouns} | {"proposal.place"}
    assert ours == set(MATRIX)


def test_the_chair_of_another_body_and_yesterdays_secretary_have_no_right_here() -> None:
    turn = a_turn()
    assert not may(turn.cast.stine, "agenda.approve", Meeting(body=turn.cast.programme), on=TODAY)
    turn.cast.steering.holdings.filter(person=turn.cast.peter).update(end=TODAY - timedelta(days=1))
    turn.cast.peter.__dict__.pop("_remembered", None)
    assert not may(turn.cast.peter, "agenda.dispatch", turn.meeting, on=TODAY)


def test_a_dated_stand_in_does_the_secretarys_work_in_those_days_only() -> None:
    turn = a_turn()
    Delegation.objects.create(
        body=turn.cast.steering, kind="secretary", person=turn.cast.ada, set_by=turn.cast.peter, start=date(2027, 5, 1),
        end=date(2027, 5, 31), created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    assert may(turn.cast.ada, "agenda.dispatch", turn.meeting, on=TODAY)
    assert not may(turn.cast.ada, "agenda.approve", turn.meeting, on=TODAY)
    assert not may(turn.cast.ada, "agenda.dispatch", turn.meeting, on=date(2027, 6, 1))


def sees(cast: Cast, item: Treatment) -> dict[str, bool]:
    """Whether a member and an employee see the item; the filter must say the same as the test."""
    fresh = Treatment.objects.get(pk=item.pk)
    found = {}
    for role, person in {"member": cast.heads[0], "employee": cast.ada}.items():
        found[role] = may(person, "treatment.see", fresh, on=TODAY)
        listed = Treatment.objects.filter(visible_to(person, "treatment.see", on=TODAY)).filter(pk=item.pk).exists()
        assert listed == found[role], role
        agenda = may(person, "agenda.see", fresh.meeting, on=TODAY)
        shown = Meeting.objects.filter(visible_to(person, "agenda.see", on=TODAY)).exists()
        assert shown == agenda, role
    return found


def test_drafts_are_the_preparers_sent_items_the_members_and_open_ones_everybodys_after_the_meeting() -> None:
    turn = a_turn()
    assert sees(turn.cast, turn.item) == {"member": False, "employee": False}
    turn.ready().to_chair().approved()
    assert sees(turn.cast, turn.item) == {"member": False, "employee": False}
    turn.dispatched()
    assert sees(turn.cast, turn.item) == {"member": True, "employee": False}
    turn.started()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    assert sees(turn.cast, turn.item) == {"member": True, "employee": False}
    turn.ended()
    assert sees(turn.cast, turn.item) == {"member": True, "employee": True}
    meeting = turn.fresh
    assert not may(turn.cast.ada, "minutes.see", meeting, on=TODAY)
    built = building.build_minutes(meeting, at=MEETING_AT)
    do(actions.approve_minutes, meeting, built, by=turn.cast.stine, at=MEETING_AT)
    assert may(turn.cast.ada, "minutes.see", turn.fresh, on=TODAY)


@pytest.mark.parametrize("access", ["closed", "closed_title_hidden"])
def test_a_closed_item_is_the_members_and_never_everybodys(access: str) -> None:
    turn = a_turn()
    fields = {"access": access}
    do(actions.edit_item, turn.item, by=turn.cast.peter, at=NOW, expected_version=None, fields=fields)
    turn.ready().to_chair().approved().dispatched()
    turn.started()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    assert sees(turn.cast, turn.item) == {"member": True, "employee": False}
    decision = turn.item.decisions.get()
    assert not may(turn.cast.ada, "decision.see", decision, on=TODAY)
    assert may(turn.cast.heads[0], "decision.see", decision, on=TODAY)


@pytest.mark.parametrize(
    ("setting", "at_dispatch", "after"), [("aldrig", False, False), ("ved_udsendelse", True, True)]
)
def test_the_bodys_setting_says_from_when_everybody_reads(setting: str, at_dispatch: bool, after: bool) -> None:
    from tests.making import NORDDJURS

    turn = a_turn()
    text = NORDDJURS.read_text().replace(
        'dagsorden_kan_laeses = { vaerdi = "efter_moedet", forslag = true }', f'dagsorden_kan_laeses = "{setting}"'
    )
    a_kommissorium(text.encode(), start=date(2027, 5, 1))
    turn.ready().to_chair().approved().dispatched()
    assert sees(turn.cast, turn.item)["employee"] is at_dispatch
    turn.started()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    assert sees(turn.cast, turn.item)["employee"] is after
