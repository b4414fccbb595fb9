"""*Ændringer* opened on the last 91 days, though everybody asks what has changed since the last meeting."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from styrehjul.meetings import actions
from tests.making import NOW, signed_in
from tests.meetings.turn import MEETING_AT, SENT_AT, a_running_turn, a_turn, do

pytestmark = pytest.mark.django_db


def test_where_nobody_has_met_it_is_a_quarter() -> None:
    with time_machine.travel(NOW, tick=False):
        page = signed_in(a_turn().cast.mette).get("/projekter/aendringer/", follow=True)
    assert page.status_code == 200
    assert "Ændringer siden 17. februar 2027" in page.content.decode()


def test_it_opens_on_what_has_changed_since_the_body_that_stands_first_met() -> None:
    turn = a_running_turn()
    do(actions.drop_item, turn.item, reason="Taget af i mødet", by=turn.cast.peter, at=MEETING_AT)
    held = turn.ended()
    assert held.ended_at is not None
    with time_machine.travel(held.ended_at + timedelta(days=3), tick=False):
        client = signed_in(turn.cast.mette)
        address = client.get("/projekter/aendringer/").headers["Location"]
        assert address == f"/projekter/aendringer/siden/{held.body.code}/"
        page = client.get("/projekter/aendringer/", follow=True)
        assert (page.context["body"], page.context["since"]) == (held.body, SENT_AT.date())
        assert "Regnet fra den dag, materialet til mødet blev sendt" in page.content.decode()
        asked = client.get("/projekter/aendringer/?siden=2027-03-01")
        assert (asked.status_code, asked.context["body"]) == (200, None), "a chosen day is what it says"
