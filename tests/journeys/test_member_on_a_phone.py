"""A member with a phone: the invitation is answered from the mail, the material is read, and a note is kept."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from styrehjul.audit.unit import run
from styrehjul.documents.files import store_bytes
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.models import Attendance, Note
from tests.browsing import PHONE, a_window, listen, sign_in, too_wide, violations
from tests.journeys.scene import Town
from tests.making import NOW, signed_in
from tests.meetings.turn import SENT_AT, a_turn, do

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def fits(page: Any) -> None:
    """Nothing to find, and nothing that must be scrolled sideways."""
    assert violations(page) == []
    assert too_wide(page) <= 0


def test_a_member_answers_reads_and_keeps_a_note_on_a_phone(town: Town, browser: Any) -> None:
    """Given an agenda that is out, when a member opens the mails on a phone, then all of it is done with a thumb."""
    turn = a_turn(cast=town.cast)
    paper = b"%PDF-1.7 prisen"
    file = run(lambda: store_bytes(paper, name="Prisen.pdf", content_type="application/pdf", kind="upload", at=NOW))
    do(actions.add_annex, turn.item, title="Prisen", file=file, by=town.cast.peter, at=NOW)
    do(actions.invite, turn.meeting, by=town.cast.peter, at=NOW)
    turn.ready().to_chair().approved()
    town.clock.move_to(SENT_AT + timedelta(hours=1))
    turn.dispatched()
    member = town.cast.heads[0]
    window = a_window(browser, PHONE, phone=True)
    window.set_default_timeout(10_000)
    page = window.new_page()
    listen(page, town.said)

    # The invitation: one press in the mail, one on the page; nobody signs in for that.
    mail = OutboxMessage.objects.get(kind="invitation", recipient=member.email)
    link = re.search(r"http\S+/svar/\S+", mail.text_body)
    assert link
    page.goto(link.group(0))
    fits(page)
    page.get_by_role("button", name="Jeg deltager").click()
    assert Attendance.objects.get(meeting=turn.meeting, person=member).reply == "accepted"
    assert "deltager" in page.inner_text("main").lower()

    # The agenda's own mail leads to the meeting; the item with its annex is two presses away.
    sign_in(window, town.url, signed_in(member).cookies)
    page.goto(f"{town.url}{turn.meeting.get_absolute_url()}")
    fits(page)
    page.get_by_role("link", name=turn.item.title).first.click()
    assert "Borgere forstår de breve" in page.inner_text("main")
    fits(page)
    with page.expect_download() as got:
        page.get_by_role("link", name=re.compile("Prisen")).first.click()
    assert got.value.path().read_bytes() == paper

    # A note of one's own, which nobody else reads.
    note = page.get_by_role("textbox", name="Min note")
    note.fill("Spørg til driften")
    page.get_by_role("button", name="Gem noten").first.click()
    assert "Noten er gemt" in page.inner_text("main")
    fits(page)
    kept = Note.objects.get()
    assert (kept.person, kept.text) == (member, "Spørg til driften")
    page.goto(f"{town.url}{turn.meeting.get_absolute_url()}mine-noter/")
    assert "Spørg til driften" in page.inner_text("main")
    fits(page)
    assert "Spørg til driften" not in signed_in(town.cast.stine).get(turn.item.get_absolute_url()).content.decode()
