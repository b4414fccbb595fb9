"""The meeting as an appointment: planned with its items and deadlines, called, moved, called off."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.domain.states import AgendaState, CalendarState, TreatmentState
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries import next_for
from styrehjul.meetings.tasks import close_agendas
from styrehjul.ui import refusals
from tests.making import NOW, a_cast
from tests.meetings.turn import MEETING_AT, a_meeting, a_turn, do

pytestmark = pytest.mark.django_db


def moved(meeting: Meeting, days: int, by: object, **more: object) -> Meeting:
    start = MEETING_AT + timedelta(days=days)
    return do(
        actions.move_meeting, meeting, starts_at=start, ends_at=start + timedelta(hours=2), by=by, at=NOW, **more
    )  # fmt: skip


def test_a_planned_meeting_has_its_deadlines_and_its_items_ready() -> None:
    meeting = a_meeting(a_cast())
    due = {deadline.code: deadline.at.astimezone(NOW.tzinfo).date().isoformat() for deadline in meeting.deadlines.all()}
    assert due["dispatch"] == "2027-06-02"
    assert due["material"] == "2027-05-26"
    assert due["minutes_draft"] == "2027-06-14"
    assert "review" not in due, "only with the extended preparation"
    assert {item.state for item in meeting.treatments.all()} == {TreatmentState.ON_AGENDA.value}
    assert all(item.responsible for item in meeting.treatments.all())


def test_the_same_slot_is_not_planned_twice_and_a_closing_day_not_at_all() -> None:
    cast = a_cast()
    a_meeting(cast)
    with pytest.raises(Refused) as refused:
        a_meeting(cast)
    assert refused.value.code == "meeting.slot_taken"
    with pytest.raises(Refused) as refused:
        a_meeting(cast, starts_at=datetime(2027, 5, 17, 9, 0, tzinfo=NOW.tzinfo), slot="q1")
    assert refusals.sentence(refused.value) == "Mandag 17. maj 2027 er Anden pinsedag."


def test_called_it_is_one_entry_in_each_calendar_and_moved_it_is_the_same_entry() -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    do(actions.invite, meeting, by=cast.peter, at=NOW)
    meeting.refresh_from_db()
    uid = meeting.ical_uid
    first = OutboxMessage.objects.get(kind="invitation", recipient=cast.stine.email)
    assert (first.calendar_method, meeting.ical_sequence) == ("REQUEST", 0)
    assert f"UID:{uid}" in first.calendar.replace("\r\n ", "")
    moved(meeting, 1, cast.peter)
    meeting.refresh_from_db()
    assert (meeting.ical_uid, meeting.ical_sequence) == (uid, 1)
    latest = OutboxMessage.objects.filter(kind="invitation", recipient=cast.stine.email).latest("pk")
    assert "SEQUENCE:1" in latest.calendar
    assert "Mødet var onsdag 9. juni kl. 9." in latest.text_body
    do(actions.cancel_meeting, meeting, reason="For få sager", by=cast.stine, at=NOW)
    called_off = OutboxMessage.objects.filter(recipient=cast.stine.email, calendar_method="CANCEL").get()
    assert "STATUS:CANCELLED" in called_off.calendar
    assert "SEQUENCE:2" in called_off.calendar


def test_called_twice_is_refused_and_a_call_names_everything_missing() -> None:
    cast = a_cast()
    meeting = a_meeting(cast, place="")
    with pytest.raises(Refused) as refused:
        do(actions.invite, meeting, by=cast.peter, at=MEETING_AT + timedelta(days=1))
    assert [reason.code for reason in refused.value.reasons] == ["meeting.in_past", "meeting.no_place"]
    do(actions.set_room, meeting, place="Kattegat", room_state="confirmed", by=cast.peter, at=NOW)
    do(actions.invite, meeting, by=cast.peter, at=NOW)
    with pytest.raises(Refused) as refused:
        do(actions.invite, meeting, by=cast.peter, at=NOW)
    assert refused.value.code == "meeting.already_invited"


@pytest.mark.parametrize(
    ("days", "code"), [(-30, "meeting.in_past"), (-4, "meeting.closed_day"), (3, "meeting.closed_day")]
)
def test_a_meeting_is_not_moved_into_the_past_or_to_a_day_when_nobody_works(days: int, code: str) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    with pytest.raises(Refused) as refused:
        moved(meeting, days, cast.peter)
    assert code in {reason.code for reason in refused.value.reasons}
    meeting.refresh_from_db()
    assert meeting.starts_at == MEETING_AT


def test_a_deadline_that_would_slide_into_the_past_asks_first() -> None:
    cast = a_cast()
    meeting = a_meeting(cast, starts_at=datetime(2027, 6, 23, 9, 0, tzinfo=NOW.tzinfo))
    start = datetime(2027, 6, 9, 9, 0, tzinfo=NOW.tzinfo)
    times = {"starts_at": start, "ends_at": start + timedelta(hours=2), "by": cast.peter, "at": NOW}
    with pytest.raises(Refused) as refused:
        do(actions.move_meeting, meeting, **times)
    codes = {reason.facts["deadline"] for reason in refused.value.reasons}
    assert codes == {"call"}
    do(actions.move_meeting, meeting, waivers=codes, **times)
    meeting.refresh_from_db()
    assert meeting.starts_at == start


def test_moved_the_tasks_get_their_new_dates() -> None:
    turn = a_turn()
    moved(turn.meeting, 7, turn.cast.peter)
    turn.item.refresh_from_db()
    assert turn.item.material_due_at is not None
    assert turn.item.material_due_at.astimezone(NOW.tzinfo).date().isoformat() == "2027-06-02"


def test_a_meeting_with_items_is_not_called_off_before_they_have_left() -> None:
    turn = a_turn()
    with pytest.raises(Refused) as refused:
        do(actions.cancel_meeting, turn.meeting, reason="Ferie", by=turn.cast.stine, at=NOW)
    assert refused.value.code == "item.must_leave"
    do(actions.move_item, turn.item, None, by=turn.cast.peter, at=NOW)
    do(actions.cancel_meeting, turn.meeting, reason="Ferie", by=turn.cast.stine, at=NOW)
    assert turn.fresh.calendar_state == CalendarState.CANCELLED


def test_answers_become_attendance() -> None:
    turn = a_turn().ready().to_chair().approved()
    turn.dispatched()
    away = turn.cast.heads[0]
    do(actions.enter_reply, turn.meeting, away, reply="declined", by=away, at=NOW)
    with pytest.raises(NotAllowed):
        do(actions.enter_reply, turn.meeting, turn.cast.stine, reply="declined", by=away, at=NOW)
    turn.started()
    assert turn.fresh.attendance.get(person=away).status == "apology"
    assert turn.fresh.attendance.get(person=turn.cast.stine).status == "present"
    assert turn.fresh.meeting_chair == turn.cast.stine
    assert turn.fresh.minutes_taker == turn.cast.peter


def test_without_the_chair_somebody_must_be_named_to_lead() -> None:
    turn = a_turn().ready().to_chair().approved()
    turn.dispatched()
    do(actions.enter_reply, turn.meeting, turn.cast.stine, reply="declined", by=turn.cast.stine, at=NOW)
    with pytest.raises(Refused) as refused:
        turn.started()
    assert refused.value.code == "meeting.nobody_leads"
    do(actions.start_meeting, turn.meeting, by=turn.cast.peter, at=MEETING_AT, leader=turn.cast.mette)
    assert turn.fresh.meeting_chair == turn.cast.mette


def test_a_meeting_is_not_started_before_its_day_or_before_its_agenda_is_sent() -> None:
    turn = a_turn().ready().to_chair().approved()
    with pytest.raises(Refused) as refused:
        do(actions.start_meeting, turn.meeting, by=turn.cast.peter, at=NOW)
    assert [reason.code for reason in refused.value.reasons] == ["meeting.not_sent", "meeting.too_early"]


def test_agendas_close_for_items_by_themselves_and_once() -> None:
    meeting = a_meeting(a_cast())
    assert close_agendas(NOW - timedelta(days=3)) == 0
    assert close_agendas(NOW + timedelta(days=1)) == 1
    assert close_agendas(NOW + timedelta(days=1)) == 0
    meeting.refresh_from_db()
    assert meeting.agenda_state == AgendaState.CLOSED


def test_an_extra_meeting_planned_close_to_its_day_is_not_born_late_and_asks_nothing_stale_after_it() -> None:
    cast = a_cast()
    starts_at = NOW + timedelta(days=5)
    extra = do(
        actions.plan_meeting, body=cast.steering, year=2027, slot="", starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1), extra=True, by=cast.peter, at=NOW,
    )  # fmt: skip
    due = {row.code: row.at for row in extra.deadlines.all()}
    assert {"items_closed", "material", "chair", "dispatch"} <= set(due)
    assert all(moment > NOW for moment in due.values())
    assert max(due[code] for code in ("items_closed", "material", "chair", "dispatch")) <= starts_at
    day = starts_at.date()
    titles = {
        todo.title: todo.level
        for todo in next_for(cast.peter, NOW.date())
        if todo.url.startswith(extra.get_absolute_url())
    }
    assert titles["Send dagsordenen til formanden"] != "red"
    after = [
        todo.title
        for todo in next_for(cast.peter, day + timedelta(days=1))
        if todo.url.startswith(extra.get_absolute_url())
    ]
    assert after == ["Mødet blev ikke holdt: flyt eller aflys det"]
