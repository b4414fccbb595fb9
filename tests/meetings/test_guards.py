"""Each guard gives every reason at once, and none when nothing is in the way."""

from __future__ import annotations

from datetime import timedelta

from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.states import AgendaState, CalendarState, MinutesState, TreatmentState
from tests.meetings.test_domain import START, codes, item, meeting

BEFORE, AFTER = START - timedelta(days=1), START + timedelta(hours=1)


def test_an_invitation_says_all_that_is_missing() -> None:
    bare = meeting(has_place=False, chair="", secretary="", members=0, without_address=("Olga",))
    assert codes(guards.lacks_for_invitation(bare, at=AFTER)) == [
        "meeting.in_past", "meeting.no_place", "meeting.no_chair", "meeting.no_secretary", "meeting.no_members",
        "meeting.without_address",
    ]  # fmt: skip
    assert guards.lacks_for_invitation(meeting(), at=BEFORE) == []


def test_an_approval_needs_the_agenda_with_the_chair_and_the_same_hash() -> None:
    there = meeting(agenda=AgendaState.TO_CHAIR)
    assert guards.lacks_for_approval(there, seen="a", current="a") == []
    assert guards.lacks_for_approval(there, seen=None, current="a") == []
    assert codes(guards.lacks_for_approval(there, seen="a", current="b")) == ["agenda.changed_since"]
    assert codes(guards.lacks_for_approval(meeting(), seen="a", current="a")) == ["agenda.not_with_chair"]


def test_what_is_sent_is_not_sent_again_and_a_body_may_leave_the_approval_to_its_secretary() -> None:
    sent = meeting(agenda=AgendaState.SENT)
    assert codes(guards.lacks_for_dispatch(sent, at=BEFORE, late_because="", receivers=3)) == ["agenda.already_sent"]
    own = meeting(agenda=AgendaState.TO_CHAIR, approval_by_chair=False)
    assert codes(guards.lacks_for_dispatch(own, at=BEFORE, late_because="", receivers=3)) == [
        "agenda.not_approved_by_secretary"
    ]


def test_text_is_open_to_all_who_write_then_to_those_who_prepare_then_to_nobody() -> None:
    with_chair, sent = meeting(agenda=AgendaState.TO_CHAIR), meeting(agenda=AgendaState.SENT)
    assert guards.lacks_for_editing(meeting(), prepares=False) == []
    assert codes(guards.lacks_for_editing(with_chair, prepares=False)) == ["agenda.locked"]
    assert guards.lacks_for_editing(with_chair, prepares=True) == []
    assert codes(guards.lacks_for_editing(sent, prepares=True)) == ["agenda.sent"]
    assert codes(guards.lacks_for_new_items(sent)) == ["agenda.sent"]
    assert guards.lacks_for_new_items(with_chair) == []


def test_a_meeting_starts_on_its_day_with_its_agenda_sent_and_somebody_to_lead() -> None:
    ready = meeting(agenda=AgendaState.SENT)
    assert guards.lacks_for_start(ready, at=START.replace(hour=7)) == []
    assert codes(guards.lacks_for_start(ready, at=BEFORE)) == ["meeting.too_early"]
    assert codes(guards.lacks_for_start(meeting(leader=False), at=START)) == [
        "meeting.not_sent",
        "meeting.nobody_leads",
    ]
    assert codes(guards.lacks_for_start(meeting(minutes=MinutesState.DRAFT), at=START)) == ["meeting.begun"]
    gone = meeting(agenda=AgendaState.SENT, calendar=CalendarState.CANCELLED)
    assert codes(guards.lacks_for_start(gone, at=START)) == ["meeting.cancelled"]


def test_a_meeting_ends_with_every_decision_said_and_everybody_noted() -> None:
    begun = {"minutes": MinutesState.DRAFT, "agenda": AgendaState.ADOPTED}
    rows = (
        item(pk=1, no=1, state=TreatmentState.IN_PROGRESS),
        item(pk=2, no=2, state=TreatmentState.TREATED, decision_text=" "),
        item(pk=3, no=3, state=TreatmentState.TREATED, decision_text="Godkendt."),
        item(pk=4, no=4, state=TreatmentState.DROPPED),
        item(pk=5, no=None, state=TreatmentState.WITHDRAWN),
        item(pk=6, no=5, state=TreatmentState.IN_PROGRESS, kind="information"),
    )
    found = guards.lacks_for_end(meeting(**begun, items=rows, unmarked=("Olga",)))
    assert [(reason.code, reason.facts.get("no")) for reason in found] == [
        ("item.no_decision", 1), ("item.no_decision_text", 2), ("meeting.attendance_missing", None),
    ]  # fmt: skip
    assert codes(guards.lacks_for_end(meeting())) == ["meeting.not_running"]
    assert codes(guards.lacks_for_end(meeting(minutes=MinutesState.WITH_CHAIR))) == ["meeting.already_ended"]


def test_minutes_are_approved_once_and_only_when_the_chair_has_them() -> None:
    assert guards.lacks_for_minutes(meeting(minutes=MinutesState.WITH_CHAIR)) == []
    assert codes(guards.lacks_for_minutes(meeting(minutes=MinutesState.APPROVED))) == ["minutes.already_approved"]
    assert codes(guards.lacks_for_minutes(meeting())) == ["minutes.not_with_chair"]


def test_decisions_are_written_while_the_meeting_is_held_on_items_that_are_there() -> None:
    running = meeting(minutes=MinutesState.DRAFT)
    assert guards.lacks_for_recording(running, item(state=TreatmentState.IN_PROGRESS)) == []
    assert codes(guards.lacks_for_recording(meeting(), item())) == ["meeting.not_running"]
    assert codes(guards.lacks_for_recording(meeting(minutes=MinutesState.APPROVED), item())) == [
        "meeting.already_ended"
    ]
    assert codes(guards.lacks_for_recording(running, item(state=TreatmentState.DROPPED))) == ["item.left_agenda"]


def test_an_order_names_each_item_once() -> None:
    rows = (item(pk=1), item(pk=2), item(pk=3, state=TreatmentState.WITHDRAWN))
    assert guards.lacks_for_order([2, 1], rows) == []
    for wrong in ([1], [1, 2, 3], [1, 1, 2]):
        assert codes(guards.lacks_for_order(wrong, rows)) == ["agenda.order_differs"]


def test_an_item_is_named_by_its_number_or_its_title() -> None:
    assert item().facts["named"] == "Punkt 4"
    assert item(no=None).facts["named"] == 'Punktet "Nyt"'
