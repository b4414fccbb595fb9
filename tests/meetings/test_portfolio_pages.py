"""The portfolio at the meeting: since when it is told, two meetings held against each other, and the annex."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from styrehjul.documents.files import read_bytes
from styrehjul.documents.guard import check_pdf
from styrehjul.meetings.content import PROVIDERS
from styrehjul.meetings.models import Annex
from styrehjul.portfolio.actions import propose_project
from tests.documents.reading import text_of as words_of
from tests.making import signed_in
from tests.meetings.pages import send, text_of
from tests.meetings.turn import MEETING_AT, SENT_AT, a_meeting, a_running_turn, a_turn, do

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_the_changes_are_one_click_from_being_an_annex() -> None:
    turn = a_turn()
    peter = signed_in(turn.cast.peter)
    standing = turn.fresh.treatments.get(standing_key="justering_projektportefoelje")
    edit = f"{standing.get_absolute_url()}ret/"
    assert "Læg ændringerne i porteføljen på som bilag" in text_of(peter.get(edit))
    send(peter, f"{standing.get_absolute_url()}bilag/aendringer-i-portefoeljen/")
    annex = Annex.objects.get(treatment=standing)
    assert annex.file is not None
    made = read_bytes(annex.file)
    assert check_pdf(made) == []
    assert "Digital post på modtagerens sprog" in " ".join(words_of(made).split())
    assert (annex.accessible, annex.title.startswith("Ændringer i projektporteføljen siden")) == (True, True)


def test_other_items_have_no_such_annex() -> None:
    turn = a_turn()
    peter = signed_in(turn.cast.peter)
    assert "Læg ændringerne i porteføljen" not in text_of(peter.get(f"{turn.item.get_absolute_url()}ret/"))
    assert send(peter, f"{turn.item.get_absolute_url()}bilag/aendringer-i-portefoeljen/").status_code == 404


def test_since_the_last_meeting_and_between_two() -> None:
    turn = a_running_turn()
    with time_machine.travel(MEETING_AT + timedelta(days=1), tick=False):
        peter = signed_in(turn.cast.peter)
        code = turn.cast.steering.code
        answer = peter.get(f"/projekter/aendringer/?organ={code}", follow=True)
        address = answer.redirect_chain[-1][0]
        assert f"organ={code}" in address
        # From the portfolio that the meeting was sent, not from the meeting: what happened between is news too.
        assert "fra=2027-06-01T" in address
        page = peter.get("/projekter/aendringer/moeder/")
        assert "Siden mødet 9. juni 2027" in text_of(page)
        key = turn.meeting.pk
        wrong = peter.get(f"/projekter/aendringer/moeder/?foer={key}&efter={key}")
        assert "Vælg to forskellige møder i samme organ" in text_of(wrong)


def test_what_happened_between_the_sending_and_the_meeting_is_news_to_the_next_meeting() -> None:
    turn = a_running_turn()
    do(
        propose_project, title="Kom til efter udsendelsen", lead_area=turn.cast.areas[0], purpose="x",
        by=turn.cast.olga, at=SENT_AT + timedelta(days=3),
    )  # fmt: skip
    later = MEETING_AT + timedelta(days=91)
    coming = a_meeting(turn.cast, starts_at=later, slot="q3")
    told = str(PROVIDERS["justering_projektportefoelje"](coming, later - timedelta(days=14)))
    assert "Ændringer siden 1. juni 2027." in told
    assert "Kom til efter udsendelsen" in told
