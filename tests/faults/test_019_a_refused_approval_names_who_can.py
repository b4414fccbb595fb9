"""Whoever may not approve an agenda was told of kinds of people, and not whom to turn to."""

from __future__ import annotations

import pytest

from styrehjul.bodies.actions import delegate_chair
from tests.making import NOW, TODAY, signed_in
from tests.meetings.pages import text_of
from tests.meetings.turn import a_turn, do

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_the_page_says_by_name_who_approves() -> None:
    turn = a_turn().ready().to_chair()
    peter, where = signed_in(turn.cast.peter), f"{turn.meeting.get_absolute_url()}godkend/"
    answer = peter.post(where, {"sha256": turn.sha256})
    assert answer.status_code == 403
    assert "Godkendes af Stine Holm, formand." in text_of(answer)
    do(
        delegate_chair, turn.cast.steering, turn.cast.jonas, start=TODAY, end=TODAY, may_approve=True, may_lead=False,
        by=turn.cast.stine, at=NOW,
    )  # fmt: skip
    answer = peter.post(where, {"sha256": turn.sha256})
    assert f"Godkendes af Stine Holm, formand, eller {turn.cast.jonas.name}, " in text_of(answer)


def test_nothing_is_told_where_the_very_meeting_is_hidden() -> None:
    turn = a_turn().ready().to_chair()
    answer = signed_in(turn.cast.olga).post(f"{turn.meeting.get_absolute_url()}godkend/", {"sha256": turn.sha256})
    assert answer.status_code in (403, 404)
    assert ("Stine Holm" in text_of(answer)) == (answer.status_code == 403)
