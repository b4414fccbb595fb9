"""R34, R35 and R37 as people do them: calling a meeting, booking its room, being reminded."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from styrehjul.kernel.danish import ZONE
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.answers import reply_path
from styrehjul.meetings.tasks import give_up_on_rooms, remind_people
from tests.making import NOW, a_cast, signed_in
from tests.meetings.pages import press, send, text_of
from tests.meetings.turn import a_meeting, a_turn

pytestmark = pytest.mark.django_db


def entry(recipient: str) -> tuple[str, Any]:
    """The last calendar message to somebody: its method and its event."""
    row = OutboxMessage.objects.filter(recipient=recipient).exclude(calendar="").latest("pk")
    calendar: Any = Calendar.from_ical(row.calendar)
    (event,) = calendar.walk("VEVENT")
    return str(calendar["method"]), event


def test_r34_the_secretary_calls_moves_and_calls_off_one_entry_and_answers_show(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    m, peter = meeting.get_absolute_url(), signed_in(cast.peter)
    assert press(peter, m, f"{m}indkald/").status_code == 302
    method, first = entry(cast.stine.email)
    assert (method, first["sequence"]) == ("REQUEST", 0)

    seen = f"{m}flyt/?day=2027-06-10&start=09:00&end=11:00"
    moved = {"day": "2027-06-10", "start": "09:00", "end": "11:00", "version": Meeting.objects.get().version}
    assert "onsdag 9. juni" in text_of(peter.get(seen))
    assert send(peter, f"{m}flyt/", **moved).status_code == 302
    method, second = entry(cast.stine.email)
    assert (method, second["sequence"], second["uid"]) == ("REQUEST", 1, first["uid"])
    assert second["dtstart"].dt == datetime(2027, 6, 10, 9, 0, tzinfo=ZONE)

    row = meeting.attendance.get(person=cast.stine)
    assert Client().post(reply_path(row), {"svar": "deltager"}).status_code == 302
    assert send(signed_in(cast.heads[0]), f"{m}svar/", reply="declined").status_code == 302
    send(peter, f"{m}deltagere/", **{f"svar-{cast.heads[1].pk}": "tentative"})
    shown = text_of(peter.get(m))
    assert "Stine Holm Formand · deltager" in shown
    assert "· afbud" in shown
    assert "· måske" in shown

    assert send(peter, f"{m}aflys/", reason="For få sager").status_code == 302
    method, last = entry(cast.stine.email)
    assert (method, last["sequence"], last["uid"], str(last["status"])) == ("CANCEL", 2, first["uid"], "CANCELLED")


def test_r35_the_room_has_a_state_and_without_one_the_secretary_is_told_on_the_front_page(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast, place="")
    m, peter = meeting.get_absolute_url(), signed_in(cast.peter)
    assert "Find et lokale, og indkald" in text_of(peter.get("/opgaver/"))
    room = {"place": "Kattegat", "link": "", "room_state": "wanted", "room_reference": "", "room_address": "kattegat@norddjurs.example"}  # fmt: skip
    assert send(peter, f"{m}lokale/", **room).status_code == 302
    # A room with an address of its own is asked at once.
    assert "Lokalet har ikke svaret endnu" in text_of(peter.get("/opgaver/"))
    method, event = entry("kattegat@norddjurs.example")
    assert (method, event["sequence"]) == ("REQUEST", 0)
    send(peter, f"{m}indkald/")
    assert "afventer svar" in text_of(peter.get(m))
    with time_machine.travel(NOW + timedelta(hours=25), tick=False):
        give_up_on_rooms(NOW + timedelta(hours=25))
        told = signed_in(cast.peter)
        assert "intet svar" in text_of(told.get(m))
        assert "Lokalet svarer ikke" in text_of(told.get("/"))
        booked = room | {"room_state": "confirmed", "room_reference": "Booking 4711"}
        assert send(told, f"{m}lokale/", **booked).status_code == 302
        assert "bekræftet · Booking 4711" in text_of(told.get(m))
        assert "Lokalet svarer ikke" not in text_of(told.get("/opgaver/"))


def test_r37_the_responsible_has_a_date_is_reminded_before_it_and_sees_when_it_has_passed(now: datetime) -> None:
    turn = a_turn()
    responsible = turn.item.responsible
    assert responsible is not None
    due = date(2027, 5, 26)
    assert turn.item.material_due_at is not None
    assert turn.item.material_due_at.astimezone(ZONE).date() == due, "ten working days before 9 June"
    assert turn.item.title in text_of(signed_in(responsible).get("/opgaver/"))

    def told_on(day: date) -> list[str]:
        remind_people(datetime.combine(day, time(7), tzinfo=ZONE))
        found = OutboxMessage.objects.filter(kind="digest", key__contains=day.isoformat(), recipient=responsible.email)
        return list(found.values_list("text_body", flat=True))

    assert told_on(due - timedelta(days=5)) == []
    (before,) = told_on(due - timedelta(days=2))
    assert f"Frist 26. maj: Skriv punktet “{turn.item.title}”" in before
    with time_machine.travel(datetime.combine(due + timedelta(days=1), time(9), tzinfo=ZONE), tick=False):
        page = signed_in(responsible).get("/opgaver/")
        assert "1 over fristen" in text_of(page)
    (after,) = told_on(due + timedelta(days=1))
    assert "er overskredet" in after
