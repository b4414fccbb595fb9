"""The end of a meeting: what will happen stands there first, and nothing to decide on ends without being chosen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from styrehjul.meetings import actions
from styrehjul.meetings.models import Treatment
from tests.making import signed_in
from tests.meetings.pages import press, text_of
from tests.meetings.turn import MEETING_AT, Turn, a_turn, do

pytestmark = pytest.mark.django_db


@pytest.fixture
def turn(now: object) -> Iterator[Turn]:
    with time_machine.travel(MEETING_AT):
        made = a_turn().ready().to_chair().approved()
        made.dispatched(MEETING_AT, late_because="Prøve")
        yield made.started()


def test_the_end_tells_what_it_will_do_and_names_what_is_open(turn: Turn) -> None:
    hold, stine = f"{turn.meeting.get_absolute_url()}afhold/", signed_in(turn.cast.stine)
    page = text_of(stine.get(hold))
    open_part = page[page.index("Til beslutning, men uden resultat") :]
    assert f". {turn.item.title} Vælg, eller skriv beslutningen ved punktet" in open_part
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    do(
        actions.add_follow_up, turn.item, text="Skriv til borgerne", responsible=turn.cast.olga, due=MEETING_AT.date(),
        by=turn.cast.peter, at=MEETING_AT,
    )  # fmt: skip
    page = text_of(stine.get(hold))
    told = page[page.index("Beslutninger") :]
    assert f"{turn.item.title}: Indstillingen følges" in told
    assert "Virkninger" in told
    assert turn.project.title in told
    assert "Skriv til borgerne" in told


def test_an_item_without_a_result_is_put_off_by_choice_and_never_silently(turn: Turn) -> None:
    hold, stine = f"{turn.meeting.get_absolute_url()}afhold/", signed_in(turn.cast.stine)
    refused = press(stine, hold, f"{turn.meeting.get_absolute_url()}afslut/")
    assert refused.status_code == 409
    assert "mangler en beslutning" in text_of(refused)
    standing = [
        row
        for row in turn.meeting.treatments.all()
        if row.profile == "standing" and row.kind not in ("information", "discussion")
    ]
    chosen = {f"rest-{row.pk}": "noted" for row in standing} | {f"rest-{turn.item.pk}": "postponed"}
    # What was chosen is still chosen after a refusal.
    again = press(
        stine, hold, f"{turn.meeting.get_absolute_url()}afslut/", **chosen | {f"rest-{standing[0].pk}": "approved"}
    )
    assert again.status_code == 409
    assert '<option value="postponed" selected>' in again.content.decode()
    assert press(stine, hold, f"{turn.meeting.get_absolute_url()}afslut/", **chosen).status_code == 302
    item = Treatment.objects.get(pk=turn.item.pk)
    assert (item.outcome, item.decisions.get().text) == ("postponed", "Udsat til næste møde.")
    assert {Treatment.objects.get(pk=row.pk).outcome for row in standing} == {"noted"}
    assert turn.fresh.minutes_state == "with_chair"
