"""Calling people to a meeting, as it is lived: the mail's buttons on a phone, the room, a year at once, and reminders."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.actions.reminding import remind
from styrehjul.meetings.models import Attendance, Meeting
from tests.browsing import PHONE, a_window, too_wide, violations
from tests.journeys.scene import Town, steering_meeting
from tests.making import NOW
from tests.meetings.turn import do

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def looked_at(page: Any) -> None:
    """Nothing to find on a desk or on a phone."""
    for width, height in ((1280, 800), (PHONE[0], PHONE[1])):
        page.set_viewport_size({"width": width, "height": height})
        assert violations(page) == []
        assert too_wide(page) <= 0


def called(town: Town) -> Meeting:
    meeting = steering_meeting()
    if meeting.calendar_state == "planned":
        do(actions.set_room, meeting, place="Kattegat", room_state="wanted", by=town.cast.peter, at=NOW)
        do(actions.invite, meeting, by=town.cast.peter, at=NOW)
    return Meeting.objects.get(pk=meeting.pk)


def test_a_member_answers_from_the_mail_on_a_phone_without_signing_in(town: Town, browser: Any) -> None:
    """Given an invitation, when Stine opens "Afbud" on her phone and presses, then the meeting has her answer.

    Opening alone writes nothing. The page is usable at 375 pixels and without a script, and the secretary sees the answer.
    """
    meeting = called(town)
    stine = town.cast.stine
    mail = OutboxMessage.objects.filter(recipient=stine.email, kind="invitation").latest("pk")
    link = re.search(r"Afbud:\n(\S+)", mail.text_body)
    assert link
    window = a_window(browser, PHONE, script=False, phone=True)
    page = window.new_page()
    page.goto(link.group(1))
    assert "Du har ikke svaret endnu." in page.inner_text("main")
    assert Attendance.objects.get(meeting=meeting, person=stine).reply == ""
    assert too_wide(page) <= 0
    page.get_by_role("button", name="Send afbud").click()
    assert "Du har sendt afbud." in page.inner_text("main")
    assert Attendance.objects.get(meeting=meeting, person=stine).reply == "declined"
    page.goto(f"{settings.PUBLIC_URL}{meeting.get_absolute_url()}")
    assert "log-ind" in page.url, "the link signs nobody in"
    window.close()
    window = a_window(browser, PHONE)
    page = window.new_page()
    page.goto(link.group(1))
    looked_at(page)
    page.goto(f"{settings.PUBLIC_URL}/svar/forkert/")
    looked_at(page)
    window.close()
    page = town.opens("Peter", meeting.get_absolute_url())
    assert "afbud" in page.inner_text("#deltagere")


def test_the_secretary_books_enters_answers_and_calls_the_year(town: Town) -> None:
    """Given a year that is laid out, when Peter opens the room, the answers and the year, then each page is whole."""
    meeting = called(town)
    m = meeting.get_absolute_url()
    page = town.opens("Peter", f"{m}lokale/")
    looked_at(page)
    page.get_by_text("Mere: reference og lokalets mailadresse").click()
    page.get_by_label("Reference").fill("Booking 4711")
    page.get_by_label("Booking af lokalet").select_option("confirmed")
    looked_at(page)
    page.get_by_role("button", name="Gem").click()
    assert "Booking 4711" in page.inner_text("#om")

    page.get_by_role("link", name="Før svar ind").click()
    looked_at(page)
    page.get_by_label("Stine Holm").select_option("accepted")
    page.get_by_role("button", name="Gem svarene").click()
    assert "deltager" in page.inner_text("#deltagere")

    page = town.opens("Peter", f"/moeder/indkald/{meeting.year}/")
    looked_at(page)
    before = Meeting.objects.filter(calendar_state="invited").count()
    if page.get_by_role("button", name="Indkald alle").count():
        if page.get_by_label("Sted for møder uden sted").count():
            page.get_by_label("Sted for møder uden sted").fill("Rådhuset")
        page.get_by_role("button", name="Indkald alle").click()
        assert "Der er indkaldt til" in page.inner_text("#messages")
        assert Meeting.objects.filter(calendar_state="invited").count() > before

    page = town.opens("Peter", "/konto/")
    looked_at(page)
    page.get_by_role("button", name="Slå påmindelser fra").click()
    assert "Slå påmindelser til" in page.inner_text("#paamindelser")


def test_the_digest_reads_well_on_a_phone(town: Town, browser: Any, tmp_path: Path) -> None:
    """Given a mail of reminders, when it is opened on a phone, then nothing has to be moved sideways to be read."""
    meeting = called(town)
    long_title = "Fælles indgang til selvbetjening for foreninger, institutioner og virksomheder i hele kommunen"
    item = do(
        actions.add_item, meeting, title=long_title, kind="decision", responsible=town.cast.peter, by=town.cast.peter, at=NOW
    )  # fmt: skip
    assert item.material_due_at is not None
    do(remind, item.material_due_at.date(), at=item.material_due_at)
    mail = OutboxMessage.objects.get(kind="digest", recipient=town.cast.peter.email)
    file = tmp_path / "mail.html"
    file.write_text(mail.html_body, encoding="utf-8")
    window = a_window(browser, PHONE, script=False, phone=True)
    page = window.new_page()
    page.goto(file.as_uri())
    assert long_title in page.inner_text("main")
    assert too_wide(page) <= 0
    assert page.locator("main a").first.bounding_box()["height"] >= 20
    window.close()
