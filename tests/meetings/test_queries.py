"""What waits for whom, and that asking costs the same whether there is one thing or three."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrehjul.meetings import actions
from styrehjul.meetings.actions.readers import mark_read
from styrehjul.meetings.queries import next_for
from styrehjul.meetings.queries.contents import agenda_content
from styrehjul.people.models import Person
from styrehjul.people.policy import TABLE
from styrehjul.ui import refusals
from tests.making import NOW, TODAY, Cast
from tests.meetings.turn import MEETING_AT, Turn, a_meeting, a_proposal, a_turn, do

SOURCE = Path(__file__).resolve().parents[2] / "src" / "styrehjul" / "meetings"


def asked(person: Person) -> int:
    person.__dict__.pop("_remembered", None)
    with CaptureQueriesContext(connection) as seen:
        next_for(Person.objects.get(pk=person.pk), TODAY)
    return len(seen)


def more(cast: Cast, number: int) -> None:
    """One more of each thing that the lists tell of."""
    start = datetime(2027, 6, 22, 9, 0, tzinfo=NOW.tzinfo) + timedelta(days=7 * number)
    meeting = a_meeting(cast, starts_at=start, slot=f"x{number}")
    a_proposal(cast, title=f"Venter {number}")
    item = do(
        actions.add_item, meeting, title=f"Punkt {number}", kind="information", responsible=cast.peter, by=cast.peter,
        at=NOW,
    )  # fmt: skip
    do(
        actions.add_follow_up, item, text=f"Opgave {number}", responsible=cast.peter, due=None, by=cast.peter, at=NOW
    )  # fmt: skip


@pytest.mark.django_db
def test_the_questions_do_not_grow_with_what_waits() -> None:
    turn = a_turn()
    more(turn.cast, 0)
    before = asked(turn.cast.peter)
    more(turn.cast, 1)
    more(turn.cast, 2)
    assert asked(turn.cast.peter) == before


@pytest.mark.django_db
def test_each_step_waits_for_the_one_who_takes_it() -> None:
    turn = a_turn()
    do(actions.set_room, turn.meeting, place="Kattegat", room_state="confirmed", by=turn.cast.peter, at=NOW)

    def titles(person: Person) -> list[str]:
        person.__dict__.pop("_remembered", None)
        return [todo.title for todo in next_for(person, TODAY)]

    assert titles(turn.cast.olga) == [f"Skriv punktet: {turn.item.title}"]
    assert titles(turn.cast.peter) == ["Send dagsordenen til formanden"]
    assert titles(turn.cast.stine) == []
    turn.ready().to_chair()
    assert titles(turn.cast.olga) == []
    assert titles(turn.cast.peter) == []
    assert titles(turn.cast.stine) == ["Læs og godkend dagsordenen"]
    turn.approved()
    assert titles(turn.cast.stine) == []
    assert titles(turn.cast.peter) == ["Udsend dagsordenen"]
    turn.dispatched()
    member = turn.cast.heads[0]
    assert "Læs dagsordenen" in titles(member)
    assert "Læs dagsordenen" not in titles(turn.cast.stine)
    do(mark_read, turn.fresh, by=member, at=NOW)
    assert "Læs dagsordenen" not in titles(member)
    turn.started()
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    assert "Afslut mødet" in titles(turn.cast.peter)
    turn.ended()
    assert titles(turn.cast.stine) == ["Godkend referatet"]


@pytest.mark.django_db
def test_late_is_red_and_near_is_yellow() -> None:
    turn = a_turn()
    levels = [next_for(turn.cast.olga, day)[0].level for day in (TODAY, TODAY + timedelta(6), TODAY + timedelta(9))]
    assert levels == ["wait", "yellow", "red"]


@pytest.mark.django_db
def test_the_content_is_the_same_text_each_time_it_is_read() -> None:
    turn: Turn = a_turn().ready().to_chair()
    version = turn.fresh.versions.get()
    assert agenda_content(turn.fresh, 1) == version.content
    assert agenda_content(turn.meeting, 1) == version.content


def test_every_refusal_of_meetings_has_its_words() -> None:
    codes: set[str] = set()
    for file in SOURCE.rglob("*.py"):
        codes |= set(re.findall(r'(?:Reason|Refused)\(\s*"([a-z_]+\.[a-z_]+)"', file.read_text()))
        codes |= set(re.findall(r', "(item\.[a-z_]+)"\)', file.read_text()))
    assert len(codes) > 50
    # Rights are named in the same way; their refusals are looked up as "not_allowed. ...".
    codes -= set(TABLE.actions())
    assert {code for code in codes if not refusals.has_words(code)} == set()
