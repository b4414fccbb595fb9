"""The pictures of the README and the manual, taken anew with STYREHJUL_PICTURES=1, from the demo as everybody gets it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from styrehjul.home.demo.make import make_demo
from styrehjul.meetings import actions, building
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.people.models import Person
from tests.browsing import DESK, PHONE, a_window, sign_in
from tests.making import NOW, ROOT, signed_in
from tests.meetings.turn import do

pytestmark = [
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not os.environ.get("STYREHJUL_PICTURES"), reason="pictures: STYREHJUL_PICTURES=1"),
]

PICTURES = ROOT / "docs" / "pictures"
MOST = 300_000
TALL = (1560, 1100)


def test_the_pictures_are_taken(browser: Any, server: str, clock: Any) -> None:
    """Given the demo on 19 May 2027, then the front page, a meeting in preparation, and the approval on a phone."""
    make_demo(now=NOW)
    PICTURES.mkdir(exist_ok=True)
    peter, stine = Person.objects.get(email="peter@demo.example"), Person.objects.get(email="stine@demo.example")
    meeting = Meeting.objects.filter(body__code="styregruppe", starts_at__gt=NOW).order_by("starts_at")[0]
    taken = [
        picture(browser, server, peter, "/", "overblik", DESK),
        picture(browser, server, peter, meeting.get_absolute_url(), "moede", DESK),
    ]
    with_the_chair(meeting, peter)
    taken.append(picture(browser, server, stine, f"{meeting.get_absolute_url()}godkend/", "godkend-telefon", PHONE))
    assert all(0 < file.stat().st_size < MOST for file in taken)


def with_the_chair(meeting: Meeting, secretary: Person) -> None:
    """What is not ready goes to another meeting; the rest is sent to the chair."""
    for item in Treatment.objects.filter(meeting=meeting, profile="ordinary").exclude(state="on_agenda"):
        do(actions.move_item, item, None, by=secretary, at=NOW)
    fresh = Meeting.objects.get(pk=meeting.pk)
    built = building.build_agenda(fresh, at=NOW)
    do(actions.send_to_chair, fresh, built, by=secretary, at=NOW)


def picture(browser: Any, url: str, who: Person, path: str, name: str, size: tuple[int, int]) -> Path:
    """One page as one person sees it: at the desk from the top, on the phone the end of it, where the button is."""
    window = a_window(browser, size, phone=size == PHONE)
    sign_in(window, url, signed_in(who).cookies)
    page = window.new_page()
    page.goto(f"{url}{path}")
    page.wait_for_load_state("networkidle")
    file = PICTURES / f"{name}.png"
    main = page.locator("main").bounding_box()
    end = main["y"] + main["height"]
    top = max(0, end - TALL[1]) if size == PHONE else 0
    height = min(end - top, TALL[1] if size == PHONE else TALL[0])
    page.screenshot(path=file, full_page=True, clip={"x": 0, "y": top, "width": size[0], "height": height})
    window.close()
    return file
