"""The chair's task showed the day of dispatch as its deadline, and the secretary was told to send what was sent."""

from __future__ import annotations

import pytest

from styrehjul.meetings.domain.guards import lacks_for_dispatch
from styrehjul.meetings.queries.facts import CHAIR_DEADLINE, deadline_of, meeting_facts
from styrehjul.meetings.queries.seats import day_of
from styrehjul.meetings.queries.todos import next_for
from tests.meetings.turn import NOW, a_turn


@pytest.mark.django_db
def test_the_chair_is_told_the_deadline_of_the_approval() -> None:
    turn = a_turn().ready().to_chair()
    (todo,) = next_for(turn.cast.stine, day_of(NOW))
    due = deadline_of(turn.fresh, CHAIR_DEADLINE)

    assert due is not None
    assert todo.due == day_of(due)


@pytest.mark.django_db
def test_an_agenda_that_lies_with_the_chair_is_awaited() -> None:
    turn = a_turn().ready()
    before = lacks_for_dispatch(meeting_facts(turn.fresh), at=NOW, late_because="", receivers=7)
    turn.to_chair()
    after = lacks_for_dispatch(meeting_facts(turn.fresh), at=NOW, late_because="", receivers=7)

    assert [reason.code for reason in before] == ["agenda.not_approved"]
    assert [reason.code for reason in after] == ["agenda.with_chair"]


@pytest.mark.django_db
def test_a_comment_that_ends_with_a_full_stop_gets_no_other() -> None:
    turn = a_turn().ready().to_chair()
    item = turn.item
    item.state, item.returned_because = "returned", "Skriv, hvad det koster."
    item.save()
    assert item.responsible is not None
    (todo,) = next_for(item.responsible, day_of(NOW))

    assert ".." not in todo.text
    assert todo.text.startswith("Sendt retur: Skriv, hvad det koster. ")
