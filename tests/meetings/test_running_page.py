"""The page of a running meeting: saved times, two who write, a new item at the table, and attendance by two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings import actions
from styrehjul.meetings.models import Attendance, Decision, Treatment
from styrehjul.meetings.queries.contents import minutes_content
from tests.making import signed_in
from tests.meetings.pages import hidden, press, queries, send, text_of
from tests.meetings.turn import MEETING_AT, SENT_AT, Turn, a_turn, do

pytestmark = pytest.mark.django_db


@pytest.fixture
def turn(now: object) -> Iterator[Turn]:
    made = a_turn().ready().to_chair().approved()
    made.dispatched(SENT_AT)
    with time_machine.travel(MEETING_AT):
        yield made.started()


def test_a_new_item_at_the_table_takes_the_next_number_and_says_why(turn: Turn) -> None:
    peter, hold = signed_in(turn.cast.peter), f"{turn.meeting.get_absolute_url()}afhold/"
    fields = {"nyt-title": "Vandskade", "nyt-kind": "decision", "nyt-because": "agreed", "nyt-responsible": ""}
    done = press(peter, hold, f"{hold}nyt-punkt/", **fields)
    item = Treatment.objects.get(title="Vandskade")
    assert done["Location"] == f"{hold}#punkt-{item.pk}"
    numbers = turn.meeting.treatments.exclude(pk=item.pk).values_list("number", flat=True)
    assert (item.state, item.number) == ("in_progress", max(filter(None, numbers)) + 1)
    assert "Kom på under mødet: Alle tilstedeværende er enige" in text_of(peter.get(hold))
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    with pytest.raises(Refused, match=r"item\.no_decision"):
        turn.ended()
    do(actions.record_decision, item, outcome="approved", text="Skaden udbedres", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    said = minutes_content(turn.fresh, 1)
    assert "Kom på under mødet: Alle tilstedeværende er enige" in said
    assert Decision.objects.get(treatment=item).number


def test_it_comes_on_only_when_somebody_lets_it_in_and_the_meeting_runs(turn: Turn) -> None:
    new = {"title": "Vandskade", "kind": "decision", "at": MEETING_AT}
    with pytest.raises(Refused, match=r"ad_hoc\.not_agreed"):
        do(actions.add_ad_hoc, turn.meeting, because="", by=turn.cast.peter, **new)
    with pytest.raises(NotAllowed):
        do(actions.add_ad_hoc, turn.meeting, because="agreed", by=turn.cast.olga, **new)
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    turn.ended()
    with pytest.raises(Refused, match=r"meeting\.already_ended"):
        do(actions.add_ad_hoc, turn.meeting, because="agreed", by=turn.cast.peter, **new)


def test_each_save_tells_when_and_by_whom_and_that_another_writes_too(turn: Turn) -> None:
    hold = f"{turn.meeting.get_absolute_url()}afhold/"
    peter, stine = signed_in(turn.cast.peter), signed_in(turn.cast.stine)
    done = press(
        peter, hold, f"{turn.item.get_absolute_url()}beslutning/", outcome="approved", text="Forslaget godkendes"
    )
    after = list(turn.meeting.treatments.order_by("position").values_list("pk", flat=True))
    assert done["Location"] == f"{hold}#punkt-{after[after.index(turn.item.pk) + 1]}"
    assert "Gemt kl. 9 af Peter Friis" in text_of(stine.get(hold))
    assert "Peter Friis skriver også her: punkt" in text_of(stine.get(hold))
    assert "skriver også her" not in text_of(peter.get(hold))
    with time_machine.travel(MEETING_AT + timedelta(minutes=20)):
        assert "skriver også her" not in text_of(signed_in(turn.cast.stine).get(hold))


def test_two_who_note_attendance_lose_nothing(turn: Turn) -> None:
    hold = f"{turn.meeting.get_absolute_url()}afhold/"
    form, rows = f"{hold}deltagere/", list(Attendance.objects.filter(meeting=turn.meeting).order_by("pk"))
    peter, stine = signed_in(turn.cast.peter), signed_in(turn.cast.stine)
    stood_open = {name: values[0] for name, values in hidden(stine.get(hold), form).items()}
    as_shown = {f"a{row.person_id}": row.status for row in rows}
    press(peter, hold, form, **as_shown | {f"a{rows[1].person_id}": "absent"})
    # Stine's page is older; she notes another person, and what Peter noted stands.
    assert stine.post(form, stood_open | as_shown | {f"a{rows[2].person_id}": "absent"}).status_code == 302
    assert [Attendance.objects.get(pk=row.pk).status for row in rows[1:3]] == ["absent", "absent"]
    # The same person noted otherwise is said, and nothing is saved over.
    other = {f"b{rows[1].person_id}": "present", f"a{rows[1].person_id}": "apology"}
    refused = send(stine, form, **other)
    assert refused.status_code == 409
    assert "En anden har imens noteret" in text_of(refused)
    assert Attendance.objects.get(pk=rows[1].pk).status == "absent"


def test_the_page_costs_the_same_with_one_save_and_with_four(turn: Turn) -> None:
    hold = f"{turn.meeting.get_absolute_url()}afhold/"
    peter = signed_in(turn.cast.peter)
    do(actions.record_decision, turn.item, outcome="approved", by=turn.cast.peter, at=MEETING_AT)
    once = queries(peter, hold)
    for row in turn.meeting.treatments.exclude(pk=turn.item.pk)[:3]:
        do(actions.record_decision, row, outcome="noted", by=turn.cast.stine, at=MEETING_AT)
    assert queries(peter, hold) == once
