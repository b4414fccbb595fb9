"""Deciding between meetings, in a body whose kommissorium does not say so."""

from __future__ import annotations

import pytest
import time_machine

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from tests.making import signed_in
from tests.meetings.pages import text_of
from tests.meetings.turn import NOW, a_turn, do

pytestmark = pytest.mark.django_db


def test_it_is_off_until_the_body_uses_it() -> None:
    turn = a_turn().ready()
    with pytest.raises(Refused, match=r"written_procedure\.not_used"):
        do(actions.circulate, turn.item, by=turn.cast.peter, at=NOW)
    with pytest.raises(Refused, match=r"chair_decisions\.not_used"):
        do(actions.decide_by_chair, turn.item, reason="Haster", by=turn.cast.stine, at=NOW)
    with time_machine.travel(NOW, tick=False):
        assert "skriftlig høring" not in text_of(
            signed_in(turn.cast.peter).get(f"{turn.item.get_absolute_url()}?laes=1")
        )
