"""The road by keyboard alone: what a mouse can press, the tab key reaches, and the eye sees where it is."""

from __future__ import annotations

from typing import Any

import pytest

from styrehjul.meetings.models import Approval, Meeting
from tests.journeys.scene import Town, a_waiting_item

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

FOCUSED = """() => {
    const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
    const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    return {
        text: (e.innerText || e.getAttribute('aria-label') || e.value || '').trim(), tag: e.tagName, ring,
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < window.innerHeight,
    };
}"""


def test_the_agenda_is_sent_and_approved_without_a_mouse(town: Town) -> None:
    """Given an agenda whose items are ready, when Peter and Stine use only the keyboard, then it is sent and approved.

    The first press of Tab is the way past the menu; from there each press moves on, and where the focus is can be seen
    at every step. No step goes back, so nobody is caught.
    """
    turn = a_waiting_item(town).ready()
    page = town.opens("Peter", turn.meeting.get_absolute_url())
    skips_to_the_content(page)
    tabs_to(page, "Send til formanden")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Dagsordenen er sendt til formanden." in page.inner_text("main")
    assert Meeting.objects.get(pk=turn.meeting.pk).agenda_state == "to_chair"
    page = town.opens("Stine", f"{turn.meeting.get_absolute_url()}godkend/")
    skips_to_the_content(page)
    tabs_to(page, "Godkend")
    with page.expect_navigation():
        page.keyboard.press("Space")
    assert "Dagsordenen er godkendt." in page.inner_text("main")
    assert Approval.objects.get().person == town.cast.stine


def skips_to_the_content(page: Any) -> None:
    """The first thing that the tab key finds leads past the header."""
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUSED)
    assert first["text"] == "Gå til sidens indhold"
    assert first["seen"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"


def tabs_to(page: Any, name: str) -> None:
    """Press Tab until the focus stands on that button; each stop on the way can be seen."""
    for _press in range(120):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        assert here["tag"] != "BODY", f"the end of the page came before {name}"
        assert here["ring"], f"nothing shows that the focus is on {here}"
        assert here["seen"], f"the focus is out of sight on {here}"
        if here["tag"] == "BUTTON" and here["text"] == name:
            return
    raise AssertionError(f"{name} was not reached")
