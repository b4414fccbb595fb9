"""Reminders: who is told, on which day, once, and nothing of what is done."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.days import Calendar
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.domain.reminders import Step, step_between
from styrehjul.meetings.models import DigestDay, Treatment
from styrehjul.meetings.queries.reminders import digests
from styrehjul.meetings.tasks import remind_people
from styrehjul.people.models import Person
from tests.making import NOW, Cast, signed_in
from tests.meetings.turn import Turn, a_turn, do

pytestmark = pytest.mark.django_db
DUE = date(2027, 5, 26)  # a Wednesday: ten working days before the meeting of 9 June


def morning(day: date, hour: int = 7) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=ZONE)


def writer(turn: Turn) -> Person:
    """Who is to write the item."""
    assert turn.item.responsible is not None
    return turn.item.responsible


def digests_on(day: date) -> dict[str, str]:
    """Address -> the text of the mail that day's reminders became."""
    remind_people(morning(day))
    rows = OutboxMessage.objects.filter(kind="digest", key__startswith=f"digest:{day.isoformat()}:")
    return {row.recipient: row.text_body for row in rows}


def the_turn() -> Turn:
    """An item that its responsible is to write by 26 May."""
    turn = a_turn()
    assert turn.item.material_due_at is not None
    assert turn.item.material_due_at.astimezone(ZONE).date() == DUE
    return turn


def test_the_responsible_is_told_at_once_and_then_two_days_before_on_the_day_and_after() -> None:
    turn = the_turn()
    cast, own = turn.cast, writer(turn).email
    assert OutboxMessage.objects.filter(kind="assignment", recipient=own).exists()
    told = {}
    for number in range(-6, 7):
        day = DUE + timedelta(days=number)
        told[day.isoformat()] = sorted(digests_on(day))
    assert {day: who for day, who in told.items() if who} == {
        "2027-05-24": [own],
        "2027-05-26": [own],
        "2027-05-27": sorted([own, cast.peter.email]),
        "2027-05-28": sorted([own, cast.stine.email]),
    }


def test_the_mail_says_what_by_when_whose_and_where() -> None:
    turn = the_turn()
    item = turn.item
    soon = digests_on(date(2027, 5, 24))[writer(turn).email]
    assert f"Frist 26. maj: Skriv punktet “{item.title}” (Styregruppe)" in soon
    assert item.get_absolute_url() in soon
    assert "/konto/" in soon
    assert "Frist i dag: Skriv punktet" in digests_on(DUE)[writer(turn).email]
    late = digests_on(DUE + timedelta(days=1))
    assert (
        f"Fristen 26. maj er overskredet: Skriv punktet “{item.title}” (Styregruppe, {writer(turn).name})"
        in late[turn.cast.peter.email]
    )
    row = OutboxMessage.objects.filter(kind="digest").latest("pk")
    assert row.subject == "1 frist venter på dig"
    assert '<meta name="viewport"' in row.html_body


def test_what_is_done_is_not_told() -> None:
    turn = the_turn().ready()
    assert digests_on(date(2027, 5, 24)) == {}
    assert digests_on(DUE + timedelta(days=1)) == {}
    assert turn.item.responsible is not None


def test_called_off_or_taken_off_nobody_is_reminded() -> None:
    turn = the_turn()
    do(actions.remove_item, turn.item, reason="Ikke moden", by=turn.cast.peter, at=NOW)
    assert digests_on(date(2027, 5, 24)) == {}


def test_one_mail_a_person_and_a_day_however_often_it_is_asked() -> None:
    turn = the_turn()
    other = a_turn_item(turn)
    day = date(2027, 5, 24)
    first = digests_on(day)
    for hour in (7, 8, 15, 23):
        assert remind_people(morning(day, hour)) == 0
    assert OutboxMessage.objects.filter(kind="digest").count() == len(first) == 1
    assert other.title in next(iter(first.values()))
    assert DigestDay.objects.count() == 1


def a_turn_item(turn: Turn) -> Treatment:
    """A second item of the same responsible on the same meeting."""
    who = turn.item.responsible
    return do(
        actions.add_item, turn.meeting, title="Nye skærme", kind="decision", responsible=who, by=turn.cast.peter, at=NOW
    )


def test_not_at_night_not_on_a_closed_day_and_a_day_that_was_missed_is_made_up_for() -> None:
    turn = the_turn()
    own = writer(turn).email
    digests_on(date(2027, 5, 21))
    assert remind_people(morning(date(2027, 5, 24), 6)) == 0
    assert remind_people(morning(date(2027, 5, 22))) == 0, "a Saturday"
    assert not OutboxMessage.objects.filter(kind="digest").exists()
    # The machine stood still on Monday: Tuesday says it.
    assert list(digests_on(date(2027, 5, 25))) == [own]


def test_a_person_may_turn_it_off_and_on_again() -> None:
    turn = the_turn()
    responsible = writer(turn)
    with time_machine.travel(NOW, tick=False):
        client = signed_in(responsible)
        assert "Slå påmindelser fra" in client.get("/konto/").content.decode()
        assert client.post("/konto/paamindelser/", {"paamind": "nej"}).status_code == 302
        assert "Slå påmindelser til" in client.get("/konto/").content.decode()
    assert digests_on(date(2027, 5, 24)) == {}
    # Those who are told because it is late get theirs all the same.
    assert list(digests_on(DUE + timedelta(days=1))) == [turn.cast.peter.email]
    with time_machine.travel(NOW, tick=False):
        client.post("/konto/paamindelser/", {"paamind": "ja"})
    assert responsible.email in digests_on(DUE + timedelta(days=2))


def test_a_hidden_title_stays_hidden_in_the_mail() -> None:
    turn = the_turn()
    Treatment.objects.filter(pk=turn.item.pk).update(access="closed_title_hidden")
    text = digests_on(date(2027, 5, 24))[writer(turn).email]
    assert "Skriv et lukket punkt (Styregruppe)" in text
    assert turn.item.title not in text


def test_an_overdue_follow_up_is_told_to_its_responsible_the_secretary_and_the_chair_until_it_is_done() -> None:
    turn = the_turn().ready().to_chair().approved()
    turn.dispatched()
    turn.started()
    cast: Cast = turn.cast
    at = morning(date(2027, 6, 9), 10)
    task = do(
        actions.add_follow_up,
        turn.item,
        text="Spørg leverandøren",
        responsible=cast.mette,
        due=date(2027, 6, 23),
        by=cast.peter,
        at=at,
    )
    assert list(digests_on(date(2027, 6, 21))) == [cast.mette.email]
    assert sorted(digests_on(date(2027, 6, 24))) == sorted([cast.mette.email, cast.peter.email])
    late = digests_on(date(2027, 6, 25))
    assert sorted(late) == sorted([cast.mette.email, cast.stine.email])
    assert "/opfoelgninger/?hvis=mine" in late[cast.mette.email]
    assert "?hvis=mine" not in late[cast.stine.email]
    other = do(
        actions.add_follow_up,
        turn.item,
        text="Skriv til alle",
        responsible=cast.mette,
        due=date(2027, 6, 30),
        by=cast.peter,
        at=at,
    )
    assert "Spørg leverandøren" in digests_on(date(2027, 6, 28))[cast.mette.email], "the late one stands there too"
    do(actions.finish_follow_up, task, by=cast.mette, at=at)
    do(actions.finish_follow_up, other, by=cast.mette, at=at)
    assert digests_on(date(2027, 6, 30)) == {}


def test_several_late_things_stand_together_and_the_number_of_queries_does_not_follow_them() -> None:
    turn = the_turn()
    with CaptureQueriesContext(connection) as one:
        digests(date(2027, 5, 27), date(2027, 5, 26))
    for number in range(3):
        who = turn.item.responsible
        do(
            actions.add_item,
            turn.meeting,
            title=f"Sag {number}",
            kind="decision",
            responsible=who,
            by=turn.cast.peter,
            at=NOW,
        )
    with CaptureQueriesContext(connection) as many:
        found = digests(date(2027, 5, 27), date(2027, 5, 26))
    assert {len(digest.lines) for digest in found} == {4}
    assert len(many) <= len(one)


@pytest.mark.parametrize(
    ("due", "soon", "today", "late", "later"),
    [
        (date(2027, 5, 26), "2027-05-24", "2027-05-26", "2027-05-27", "2027-05-28"),
        # Over Kristi himmelfart, the closed Friday and a weekend.
        (date(2027, 5, 10), "2027-05-04", "2027-05-10", "2027-05-11", "2027-05-12"),
        # A date on a Sunday is a date on the Friday.
        (date(2027, 5, 30), "2027-05-26", "2027-05-28", "2027-05-31", "2027-06-01"),
        # Over both clock changes of the year.
        (date(2027, 3, 30), "2027-03-23", "2027-03-30", "2027-03-31", "2027-04-01"),
        (date(2027, 11, 1), "2027-10-28", "2027-11-01", "2027-11-02", "2027-11-03"),
    ],
)
def test_steps_are_counted_in_working_days(due: date, soon: str, today: str, late: str, later: str) -> None:
    days = Calendar()
    found = {}
    for number in range(-12, 13):
        day = due + timedelta(days=number)
        step = step_between(due, day - timedelta(days=1), day, days)
        if step is not None:
            found[step] = day.isoformat()
    assert found == {Step.SOON: soon, Step.TODAY: today, Step.LATE: late, Step.LATER: later}
