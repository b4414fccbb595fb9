"""An item that was ready late could not be sent out in writing: it was asked about the deadline of the agenda it left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from styrehjul.meetings import actions
from styrehjul.meetings.models import Treatment
from styrehjul.meetings.queries.facts import came_late
from tests.making import NORDDJURS, NOW, a_cast, a_kommissorium
from tests.meetings.turn import a_turn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_what_leaves_the_agenda_leaves_its_deadline() -> None:
    cast = a_cast()
    text = NORDDJURS.read_text()
    text = text.replace("skriftlig_behandling = { vaerdi = false, forslag = true }", "skriftlig_behandling = true", 1)
    a_kommissorium(text.encode(), start=NOW.date() - timedelta(days=30))
    item = a_turn(cast=cast).ready().item
    item = Treatment.objects.get(pk=item.pk)
    assert item.material_due_at is not None
    assert item.set_ready_at is not None
    assert item.meeting is not None
    # Ready the day after the deadline, and nothing said of why.
    Treatment.objects.filter(pk=item.pk).update(material_due_at=item.set_ready_at - timedelta(days=1))
    item.meeting.created_at = item.set_ready_at - timedelta(days=9)
    item.meeting.save(update_fields=["created_at"])
    item = Treatment.objects.select_related("meeting").get(pk=item.pk)
    assert came_late(item)
    sent = actions.circulate(item, by=cast.peter, at=NOW)
    assert sent.treatment.meeting is None
