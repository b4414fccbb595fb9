"""R23 as a person checks it on the running product: what the members of the steering group get before their meeting."""

from __future__ import annotations

import io
from datetime import datetime

import pikepdf
import pytest

from styrehjul.documents.files import store_bytes
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.domain.values import MemoText
from tests.documents.making import an_agenda
from tests.documents.reading import text_of as words_of
from tests.making import NOW, signed_in
from tests.meetings.pages import text_of
from tests.meetings.turn import MEETING_AT, a_turn, do

pytestmark = pytest.mark.django_db


def test_r23_each_member_gets_the_agenda_with_its_texts_memos_and_one_file_of_everything(now: datetime) -> None:
    from styrehjul.documents.pdf import agenda_pdf

    turn = a_turn()
    olga, peter = turn.cast.olga, turn.cast.peter
    memo = MemoText("Erfaringer fra Randers", "De har oversat breve i to år.")
    do(actions.edit_item, turn.item, by=olga, at=NOW, expected_version=None, fields={}, memos=[memo])
    annex = agenda_pdf(an_agenda(attachments=()))
    file = do(store_bytes, annex, name="projektforslag.pdf", content_type="application/pdf", kind="upload", at=NOW)
    do(actions.add_annex, turn.item, title="Projektforslag", file=file, by=peter, at=NOW)

    turn.ready().to_chair(printed=True).approved()
    turn.dispatched(at=NOW)

    told = {message.recipient for message in OutboxMessage.objects.filter(created_at__lt=MEETING_AT)}
    assert {turn.cast.stine.email, turn.cast.heads[0].email} <= told
    member = signed_in(turn.cast.heads[0])
    page = text_of(member.get(turn.item.get_absolute_url()))
    assert "Det indstilles, at" in page
    assert (
        page.index("Det indstilles, at")
        < page.index("Erfaringer fra Randers")
        < page.index("De har oversat breve i to år.")
    )
    agenda = words_of(member.get(f"{turn.meeting.get_absolute_url()}dagsorden.pdf").content)
    assert "De har oversat breve i to år." in " ".join(agenda.split())

    copy = member.get(f"{turn.meeting.get_absolute_url()}samlet/").content
    with pikepdf.open(io.BytesIO(copy)) as pdf, pdf.open_outline() as outline:
        titles = [str(item.title) for item in outline.root]
        pages = len(pdf.pages)
    number = page.split("Punkt ", 1)[1].split(" ", 1)[0]
    assert titles == ["Dagsorden", f"Bilag {number}.1 Projektforslag"]
    assert f"Læsekopi · Bilag {number}.1 · samlet side {pages} af {pages}" in words_of(copy, pages)
