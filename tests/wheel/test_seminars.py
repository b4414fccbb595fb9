"""A seminar: hours and seats, programme, sign-up with a waiting list and calendar entries, tasks that move with the date."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from icalendar import Calendar

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.people.models import Person
from styrehjul.wheel.actions import cancel_occurrence, change_occurrence, roll_year, seminars
from styrehjul.wheel.domain.seminars import Place, SignUp, lacks_for_signing, moved_up, place_for
from styrehjul.wheel.models import Occurrence, Seminar, SeminarParticipant, SeminarTask
from tests.making import NOW, Cast, a_cast, a_person, signed_in
from tests.meetings.pages import queries, send, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
DAY = date(2027, 9, 16)


@pytest.fixture
def cast() -> Cast:
    return a_cast()


def seminar(cast: Cast, *, capacity: int | None = None, opened: bool = True, until: date | None = None) -> Seminar:
    """The year's seminar with its date, hours and seats."""
    roll_year(2027, by=None, at=NOW)
    occurrence = Occurrence.objects.get(key="digitaliseringsseminar", year=2027)
    change_occurrence(occurrence, on=DAY, place="Musikhuset", notes="", title="", by=cast.mette, at=NOW)
    made = seminars.plan_seminar(
        occurrence, starts_at=time(9), ends_at=time(15), capacity=capacity, sign_up_until=until, by=cast.mette, at=NOW
    )
    if opened:
        made = seminars.open_sign_up(made, by=cast.mette, at=NOW)
    return made


def home(made: Seminar) -> str:
    return f"/aarshjul/aktivitet/{made.occurrence_id}/"


def places(made: Seminar) -> dict[str, str]:
    return {row.person.name: row.place for row in made.participants.select_related("person")}


def entry(mail: OutboxMessage) -> Any:
    return next(part for part in Calendar.from_ical(mail.calendar).walk("VEVENT"))


class TestRules:
    def test_a_seat_while_there_is_one(self) -> None:
        assert [place_for(taken, 2) for taken in (0, 1, 2, 3)] == [Place.SEAT, Place.SEAT, Place.WAITING, Place.WAITING]
        assert place_for(900, None) is Place.SEAT

    def test_those_who_waited_longest_move_up_and_no_more_than_there_are_seats(self) -> None:
        assert moved_up(3, 5, [7, 8, 9]) == (7, 8)
        assert moved_up(6, 5, [7]) == ()
        assert moved_up(3, None, [7, 8]) == (7, 8)

    def test_the_last_day_is_the_last_day(self) -> None:
        facts = SignUp(DAY, opened=True, until=date(2027, 9, 1))
        assert lacks_for_signing(facts, date(2027, 9, 1)) == []
        assert [reason.code for reason in lacks_for_signing(facts, date(2027, 9, 2))] == ["seminar.closed"]
        assert [reason.code for reason in lacks_for_signing(facts, date(2027, 9, 17))] == ["seminar.over"]


def test_r52_signed_up_on_the_page_in_one_press_with_an_entry_for_oneself_alone(cast: Cast) -> None:
    made = seminar(cast)
    olga, stine = signed_in(cast.olga), signed_in(cast.stine)
    assert "Tilmeld mig" in text_of(olga.get(home(made)))
    send(olga, f"{home(made)}deltag/")
    send(stine, f"{home(made)}deltag/")
    assert "Du er tilmeldt." in text_of(olga.get(home(made)))
    mail = OutboxMessage.objects.get(recipient=cast.olga.email, kind="seminar")
    event = entry(mail)
    assert mail.calendar_method == "REQUEST"
    assert str(event["uid"]).startswith("seminar-")
    attendees = event["attendee"] if isinstance(event["attendee"], list) else [event["attendee"]]
    assert [str(one).lower() for one in attendees] == [f"mailto:{cast.olga.email}".lower()]
    assert event["dtstart"].dt == datetime(2027, 9, 16, 9, tzinfo=event["dtstart"].dt.tzinfo)
    assert "Olga Krog" in text_of(stine.get(f"{home(made)}deltagere/"))


def test_signing_up_twice_is_one_seat_and_one_mail(cast: Cast) -> None:
    made = seminar(cast)
    for _again in range(2):
        seminars.sign_up(made, by=cast.olga, at=NOW)
    assert places(made) == {"Olga Krog": "seat"}
    assert OutboxMessage.objects.filter(kind="seminar").count() == 1


def test_full_is_a_waiting_list_and_a_free_seat_goes_to_the_first_who_waits(cast: Cast) -> None:
    made = seminar(cast, capacity=1)
    seminars.sign_up(made, by=cast.olga, at=NOW)
    seminars.sign_up(made, by=cast.stine, at=NOW + timedelta(minutes=1))
    seminars.sign_up(made, by=cast.jonas, at=NOW + timedelta(minutes=2))
    assert places(made) == {"Olga Krog": "seat", "Stine Holm": "waiting", "Jonas Beck": "waiting"}
    seminars.withdraw(made, by=cast.olga, at=NOW + timedelta(minutes=3))
    assert places(made) == {"Olga Krog": "gone", "Stine Holm": "seat", "Jonas Beck": "waiting"}
    off = OutboxMessage.objects.get(kind="seminar_off", recipient=cast.olga.email)
    on = OutboxMessage.objects.get(kind="seminar", recipient=cast.stine.email)
    assert (off.calendar_method, on.calendar_method) == ("CANCEL", "REQUEST")
    assert entry(off)["uid"] == entry(on)["uid"]


def test_more_seats_move_the_waiting_list_up(cast: Cast) -> None:
    made = seminar(cast, capacity=1)
    for person in (cast.olga, cast.stine, cast.jonas):
        seminars.sign_up(made, by=person, at=NOW)
    seminars.plan_seminar(made.occurrence, starts_at=time(9), ends_at=time(15), capacity=2, by=cast.mette, at=NOW)
    assert sorted(places(made).values()) == ["seat", "seat", "waiting"]


def test_one_who_comes_back_stands_last_on_the_waiting_list(cast: Cast) -> None:
    made = seminar(cast, capacity=1)
    for minute, person in enumerate((cast.olga, cast.stine, cast.jonas)):
        seminars.sign_up(made, by=person, at=NOW + timedelta(minutes=minute))
    seminars.withdraw(made, by=cast.stine, at=NOW + timedelta(minutes=5))
    seminars.sign_up(made, by=cast.stine, at=NOW + timedelta(minutes=6))
    seminars.withdraw(made, by=cast.olga, at=NOW + timedelta(minutes=7))
    assert places(made) == {"Olga Krog": "gone", "Stine Holm": "waiting", "Jonas Beck": "seat"}


class TestRefused:
    def test_before_it_is_opened_and_after_the_last_day(self, cast: Cast) -> None:
        made = seminar(cast, opened=False, until=date(2027, 9, 1))
        with pytest.raises(Refused) as refused:
            seminars.sign_up(made, by=cast.olga, at=NOW)
        assert refused.value.code == "seminar.not_open"
        assert "Der er ikke åbnet for tilmelding endnu." in text_of(signed_in(cast.olga).get(home(made)))
        seminars.open_sign_up(made, by=cast.mette, at=NOW)
        with pytest.raises(Refused) as refused:
            seminars.sign_up(made, by=cast.olga, at=datetime(2027, 9, 2, 9, tzinfo=NOW.tzinfo))
        assert refused.value.code == "seminar.closed"

    def test_opened_without_a_date(self, cast: Cast) -> None:
        made = seminar(cast, opened=False)
        Occurrence.objects.filter(pk=made.occurrence_id).update(on=None)
        with pytest.raises(Refused) as refused:
            seminars.open_sign_up(made, by=cast.mette, at=NOW)
        assert refused.value.code == "seminar.lacks_date"

    def test_a_point_outside_the_day_or_backwards(self, cast: Cast) -> None:
        made = seminar(cast)
        for hours, code in (((8, 10), "seminar.point_outside"), ((11, 10), "seminar.ends_first")):
            with pytest.raises(Refused) as refused:
                seminars.add_point(
                    made, starts_at=time(hours[0]), ends_at=time(hours[1]), title="Oplæg", by=cast.mette, at=NOW
                )
            assert refused.value.code == code

    def test_planned_by_an_employee(self, cast: Cast) -> None:
        made = seminar(cast)
        with pytest.raises(NotAllowed):
            seminars.open_sign_up(made, by=cast.olga, at=NOW)


def test_a_moved_date_moves_open_tasks_and_the_entry_and_no_finished_task(cast: Cast) -> None:
    made = seminar(cast)
    seminars.sign_up(made, by=cast.olga, at=NOW)
    first, *rest = SeminarTask.objects.filter(seminar=made)
    seminars.finish_task(first, by=cast.mette, at=NOW)
    was = {task.pk: task.due for task in rest}
    moved = made.occurrence
    change_occurrence(moved, on=DAY + timedelta(days=7), place="Musikhuset", notes="", title="", by=cast.mette, at=NOW)
    assert SeminarTask.objects.get(pk=first.pk).due == first.due
    assert all(task.due == was[task.pk] + timedelta(days=7) for task in SeminarTask.objects.filter(pk__in=was))
    mails = OutboxMessage.objects.filter(kind="seminar", recipient=cast.olga.email).order_by("pk")
    events = [entry(mail) for mail in mails]
    assert [int(event["sequence"]) for event in events] == [0, 1]
    assert len({str(event["uid"]) for event in events}) == 1
    assert events[1]["dtstart"].dt.date() == DAY + timedelta(days=7)


def test_only_notes_changed_sends_nobody_anything(cast: Cast) -> None:
    made = seminar(cast)
    seminars.sign_up(made, by=cast.olga, at=NOW)
    change_occurrence(made.occurrence, on=DAY, place="Musikhuset", notes="Nyt", title="", by=cast.mette, at=NOW)
    assert OutboxMessage.objects.filter(kind="seminar").count() == 1


def test_called_off_is_taken_out_of_the_calendars_of_those_who_come(cast: Cast) -> None:
    made = seminar(cast, capacity=1)
    seminars.sign_up(made, by=cast.olga, at=NOW)
    seminars.sign_up(made, by=cast.stine, at=NOW)
    cancel_occurrence(made.occurrence, reason="Salen er optaget.", by=cast.mette, at=NOW)
    mail = OutboxMessage.objects.get(kind="seminar_off")
    assert (mail.recipient, mail.calendar_method) == (cast.olga.email, "CANCEL")
    assert "Salen er optaget." in mail.text_body


def test_r52_the_tasks_stand_with_whoever_holds_them_until_they_are_done(cast: Cast) -> None:
    made = seminar(cast)
    task = seminars.add_task(
        made, title="Bestil frokost", due=date(2027, 9, 9), responsible=cast.jonas, by=cast.mette, at=NOW
    )
    with time_machine.travel(datetime(2027, 9, 1, 9, tzinfo=NOW.tzinfo), tick=False):
        jonas = signed_in(cast.jonas)
        assert "Bestil frokost" in text_of(jonas.get("/opgaver/"))
        send(jonas, f"/aarshjul/seminaropgave/{task.pk}/")
        assert "Bestil frokost" not in text_of(jonas.get("/opgaver/"))
        assert send(signed_in(cast.olga), f"/aarshjul/seminaropgave/{task.pk}/").status_code == 403


def test_r52_a_task_is_given_to_another_and_seen_by_all_but_finished_by_few(cast: Cast) -> None:
    made = seminar(cast)
    task = made.tasks.order_by("due").first()
    assert task is not None
    send(signed_in(cast.mette), f"/aarshjul/seminaropgave/{task.pk}/ansvarlig/", responsible=str(cast.jonas.pk))
    task.refresh_from_db()
    assert task.responsible == cast.jonas
    jonas, olga = signed_in(cast.jonas).get(home(made)), signed_in(cast.olga).get(home(made))
    assert task.title in text_of(jonas)
    assert task.title in text_of(olga)
    finish = f"/aarshjul/seminaropgave/{task.pk}/".encode()
    assert finish in jonas.content
    assert finish not in olga.content


def test_the_programme_stands_in_the_order_of_the_day(cast: Cast) -> None:
    made = seminar(cast)
    for begins, title in ((13, "Værksteder"), (9, "Velkommen")):
        seminars.add_point(made, starts_at=time(begins), ends_at=time(begins + 1), title=title, by=cast.mette, at=NOW)
    page = text_of(signed_in(cast.olga).get(home(made)))
    assert page.index("Velkommen") < page.index("Værksteder")


def test_the_page_asks_the_database_as_much_for_three_as_for_one(cast: Cast) -> None:
    made = seminar(cast)
    mette = signed_in(cast.mette)

    def more() -> None:
        SeminarParticipant.objects.filter(seminar=made).count()
        seminars.sign_up(made, by=a_person(), at=NOW)
        seminars.add_point(made, starts_at=time(9), ends_at=time(10), title="Oplæg", by=cast.mette, at=NOW)
        seminars.add_task(made, title="Ring", due=DAY, by=cast.mette, at=NOW)

    more()
    one = queries(mette, home(made))
    more()
    more()
    assert queries(mette, home(made)) == one
    assert Person.objects.exists()
