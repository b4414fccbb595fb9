"""What waits for a meeting can be written before it stands on one."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from styrehjul.documents.pdf import agenda_pdf
from styrehjul.meetings import actions
from styrehjul.meetings.models import Treatment
from tests.documents.making import an_agenda
from tests.documents.words import a_word, an_item_in_word
from tests.making import NOW, signed_in
from tests.meetings.pages import press, send, text_of
from tests.meetings.turn import Turn, a_turn, do

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def turn() -> Turn:
    made = a_turn()
    do(actions.move_item, made.item, None, by=made.cast.peter, at=NOW)
    return made


def write_url(turn: Turn) -> str:
    return reverse("meetings:edit_waiting", kwargs={"item": turn.item.pk})


def test_the_responsible_finds_the_way_from_the_matter_and_writes_it(turn: Turn) -> None:
    olga = signed_in(turn.cast.olga)
    matter = olga.get(f"/sager/{turn.item.matter_id}/")
    assert write_url(turn) in matter.content.decode()
    page = olga.get(write_url(turn))
    assert page.status_code == 200
    assert "Venter på et møde" in text_of(page)
    answer = press(olga, write_url(turn), write_url(turn), summary="Skrevet, mens det ventede.", do="save")
    assert (answer.status_code, answer.url) == (302, f"/sager/{turn.item.matter_id}/?laes=1")
    item = Treatment.objects.get(pk=turn.item.pk)
    assert (item.summary, item.meeting_id) == ("Skrevet, mens det ventede.", None)


def test_the_secretary_has_it_in_the_list_of_what_waits(turn: Turn) -> None:
    assert write_url(turn) in signed_in(turn.cast.peter).get(reverse("meetings:backlog")).content.decode()


def test_nobody_else_writes_it_and_on_a_meeting_it_is_written_there(turn: Turn) -> None:
    assert signed_in(turn.cast.jonas).get(write_url(turn)).status_code in (403, 404)
    do(actions.put_on_meeting, turn.item, turn.meeting, by=turn.cast.peter, at=NOW)
    assert signed_in(turn.cast.olga).get(write_url(turn)).status_code == 404


def test_annexes_are_laid_on_and_taken_off_before_it_stands_on_a_meeting(turn: Turn) -> None:
    olga, here = signed_in(turn.cast.olga), f"/sager/venter/{turn.item.pk}/"
    pdf = SimpleUploadedFile("tilbud.pdf", agenda_pdf(an_agenda()))
    done = send(olga, f"{here}bilag/", title="Tilbuddet", link="", file=pdf)
    assert (done.status_code, done.url) == (302, f"{write_url(turn)}#bilag")
    annex = turn.item.annexes.get()
    page = olga.get(write_url(turn)).content.decode()
    assert f'href="{here}bilag/{annex.pk}/"' in page
    got = olga.get(f"{here}bilag/{annex.pk}/")
    assert (got.status_code, b"".join(got)[:4] if got.streaming else got.content[:4]) == (200, b"%PDF")
    assert signed_in(turn.cast.jonas).get(f"{here}bilag/{annex.pk}/").status_code == 404
    refused = send(olga, f"{here}bilag/", title="Andet", link="", file=SimpleUploadedFile("kort.exe", b"MZ"))
    assert refused.status_code == 409
    assert "Filer af den type kan ikke lægges op" in text_of(refused)
    do(actions.put_on_meeting, turn.item, turn.meeting, by=turn.cast.peter, at=NOW)
    # It follows the item onto the meeting, and is no longer where it waited.
    assert olga.get(f"{here}bilag/{annex.pk}/").status_code == 404
    assert (
        olga.get(f"{turn.item.__class__.objects.get(pk=turn.item.pk).get_absolute_url()}bilag/{annex.pk}/").status_code
        == 200
    )
    do(actions.move_item, turn.item, None, by=turn.cast.peter, at=NOW)
    assert send(olga, f"{here}bilag/{annex.pk}/fjern/").status_code == 302
    assert not turn.item.annexes.exists()


def test_it_is_written_in_word_before_it_stands_on_a_meeting(turn: Turn) -> None:
    olga, here = signed_in(turn.cast.olga), f"/sager/venter/{turn.item.pk}/word/"
    assert olga.get(f"{here}skabelon/").content[:2] == b"PK"
    sent = send(olga, here, file=SimpleUploadedFile("punkt.docx", a_word(an_item_in_word)))
    assert sent.status_code == 302, text_of(sent)
    shown = olga.get(sent.url)
    assert shown.status_code == 200
    taken = press(olga, sent.url, take=["summary"])
    assert (taken.status_code, taken.url) == (302, f"/sager/{turn.item.matter_id}/?laes=1")
    item = Treatment.objects.get(pk=turn.item.pk)
    assert item.summary != turn.item.summary
    paper = item.working_papers.get()
    assert olga.get(f"{here}papir/{paper.pk}/").content[:2] == b"PK"
