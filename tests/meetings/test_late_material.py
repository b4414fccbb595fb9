"""Material that came after its deadline is marked, with why it cannot wait, before the chair approves."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.versions import version_of
from tests.making import NOW, signed_in
from tests.meetings.pages import text_of
from tests.meetings.turn import Turn, a_turn, do, quick_build

pytestmark = pytest.mark.django_db
WHY = "Leverandøren svarede først i dag, og aftalen udløber 30. juni."


@pytest.fixture
def turn(now: object) -> Turn:
    return a_turn()


def due_of(turn: Turn) -> datetime:
    turn.item.refresh_from_db()
    assert turn.item.material_due_at is not None
    return turn.item.material_due_at


def write(turn: Turn, at: datetime, **fields: Any) -> None:
    do(actions.edit_item, turn.item, by=turn.cast.peter, at=at, expected_version=None, fields=fields)


def test_set_ready_after_the_deadline_asks_why_it_cannot_wait(turn: Turn) -> None:
    late = due_of(turn) + timedelta(hours=1)
    write(turn, late, financial_impact="Ingen")
    with pytest.raises(Refused) as refused:
        do(actions.make_ready, turn.item, by=turn.cast.olga, at=late)
    assert [reason.code for reason in refused.value.reasons] == ["item.late_because"]
    write(turn, late, late_because=WHY)
    do(actions.make_ready, turn.item, by=turn.cast.olga, at=late)
    turn.to_chair(late)
    version = version_of(turn.meeting)
    assert version is not None
    item = next(i for i in json.loads(version.content)["items"] if i["uuid"] == str(turn.item.uuid))
    assert item["late_because"] == WHY


def test_in_time_asks_nothing(turn: Turn) -> None:
    write(turn, NOW, financial_impact="Ingen")
    do(actions.make_ready, turn.item, by=turn.cast.olga, at=due_of(turn) - timedelta(minutes=1))
    turn.to_chair(due_of(turn) + timedelta(days=1))


def test_an_annex_after_the_deadline_makes_it_late_too(turn: Turn) -> None:
    turn.ready()
    late = due_of(turn) + timedelta(days=1)
    do(actions.add_annex, turn.item, title="Overslag", link="https://norddjurs.example/o", by=turn.cast.peter, at=late)
    with pytest.raises(Refused) as refused:
        do(actions.send_to_chair, turn.meeting, quick_build(turn.fresh, late), by=turn.cast.peter, at=late)
    assert [(reason.code, reason.facts["no"]) for reason in refused.value.reasons] == [("item.late_because", 4)]
    write(turn, late, late_because=WHY)
    turn.to_chair(late)


def test_a_deadline_that_had_passed_when_the_meeting_was_planned_binds_nobody(turn: Turn) -> None:
    late = due_of(turn) + timedelta(hours=1)
    Meeting.objects.filter(pk=turn.meeting.pk).update(created_at=late)
    write(turn, late, financial_impact="Ingen")
    do(actions.make_ready, turn.item, by=turn.cast.olga, at=late)


def test_the_mark_on_form_agenda_chairs_page_and_for_members(turn: Turn) -> None:
    late = due_of(turn) + timedelta(hours=1)
    with time_machine.travel(late, tick=False):
        page = signed_in(turn.cast.olga).get(turn.item.get_absolute_url()).content.decode()
        details = page[: page.index('name="late_because"')]
        assert "open" in details[details.rindex("<details") :].partition(">")[0]
        write(turn, late, financial_impact="Ingen", late_because=WHY)
        do(actions.make_ready, turn.item, by=turn.cast.olga, at=late)
        turn.to_chair(late)
        for person, address in (
            (turn.cast.peter, turn.meeting.get_absolute_url()),
            (turn.cast.stine, f"{turn.meeting.get_absolute_url()}godkend/"),
        ):
            assert "Materialet er modtaget efter fristen" in text_of(signed_in(person).get(address)), address
        turn.approved(late)
        turn.dispatched(late)
        member = signed_in(turn.cast.heads[0])
        assert "Materialet er modtaget efter fristen" in text_of(member.get(turn.meeting.get_absolute_url()))
        assert WHY in text_of(member.get(turn.item.get_absolute_url()))
