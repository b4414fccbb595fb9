"""Whoever was asked to answer in writing could read an annex that came to the item after the material was sent."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from styrehjul.documents.files import store_bytes
from styrehjul.meetings import actions
from styrehjul.meetings.models import Annex
from tests.making import NORDDJURS, NOW, a_cast, a_kommissorium, signed_in
from tests.meetings.turn import Turn, a_turn, do

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def an_annex(turn: Turn, title: str) -> Annex:
    def work() -> Annex:
        file = store_bytes(
            b"%PDF-1.7 " + title.encode(), name=f"{title}.pdf", content_type="application/pdf", kind="upload", at=NOW
        )
        return actions.add_annex(turn.item, title=title, file=file, closed=True, by=turn.cast.peter, at=NOW)

    made: Annex = do(work)
    return made


def test_only_what_was_sent_out_can_be_read_there() -> None:
    cast = a_cast()
    text = NORDDJURS.read_text().replace(
        "skriftlig_behandling = { vaerdi = false, forslag = true }", "skriftlig_behandling = true", 1
    )
    a_kommissorium(text.encode(), start=NOW.date() - timedelta(days=30))
    turn = a_turn(cast=cast).ready()
    sent = an_annex(turn, "Overslag")
    row = do(actions.circulate, turn.item, by=cast.peter, at=NOW)
    do(actions.take_to_meeting, row, reason="Skal drøftes", by=cast.peter, at=NOW)
    later = an_annex(turn, "Personaleforhold")

    member = signed_in(cast.stine)
    where = {
        annex: reverse("meetings:circulation_annex", kwargs={"pk": row.pk, "annex": annex.pk})
        for annex in (sent, later)
    }
    assert member.get(where[sent]).status_code == 200
    assert member.get(where[later]).status_code == 404
    assert "Personaleforhold" not in member.get(row.get_absolute_url()).content.decode()
    do(actions.remove_annex, sent, by=cast.peter, at=NOW)
    assert member.get(where[sent]).status_code == 200, "what was sent stays what it was"
