"""An item that the members were answering in writing could be put on a meeting, and then be decided twice."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.models import Treatment
from tests.making import NORDDJURS, NOW, a_cast, a_kommissorium
from tests.meetings.turn import a_meeting, a_turn, do

pytestmark = pytest.mark.django_db
OFF, ON = "skriftlig_behandling = { vaerdi = false, forslag = true }", "skriftlig_behandling = true"


def test_it_comes_on_a_meeting_only_by_being_taken_there() -> None:
    cast = a_cast()
    a_kommissorium(NORDDJURS.read_text().replace(OFF, ON, 1).encode(), start=NOW.date() - timedelta(days=30))
    turn = a_turn(cast=cast).ready()
    later = a_meeting(cast, starts_at=datetime(2027, 9, 8, 9, 0, tzinfo=NOW.tzinfo), slot="q3")
    row = do(actions.circulate, turn.item, by=cast.peter, at=NOW)
    with pytest.raises(Refused, match="between_meetings"):
        do(actions.put_on_meeting, Treatment.objects.get(pk=turn.item.pk), later, by=cast.peter, at=NOW)
    do(actions.take_to_meeting, row, reason="Den skal drøftes", by=cast.peter, at=NOW)
    item = Treatment.objects.get(pk=turn.item.pk)
    assert item.meeting is not None
    assert item.state == "on_agenda"
