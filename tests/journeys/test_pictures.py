"""The pictures of the README and the manual, taken anew with STYREHJUL_PICTURES=1, from the demo as everybody gets it."""

from __future__ import annotations

import os
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from styrehjul.bodies.domain.model import SeatKind
from styrehjul.documents.files import store_bytes
from styrehjul.home.demo.make import make_demo
from styrehjul.meetings import actions, building
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.queries import version_of
from styrehjul.meetings.queries.seats import receivers
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project
from tests.browsing import DESK, PHONE, a_window, sign_in
from tests.making import NOW, ROOT, signed_in
from tests.meetings.turn import do

pytestmark = [
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not os.environ.get("STYREHJUL_PICTURES"), reason="pictures: STYREHJUL_PICTURES=1"),
]

PICTURES = ROOT / "docs" / "pictures"
MOST = 150_000
TALL = (1560, 1100)
COLOURS = 128


def test_the_pictures_are_taken(browser: Any, server: str, clock: Any) -> None:
    """Given the demo on 19 May 2027, then a meeting from its preparation to its minutes, as each of them sees it."""
    make_demo(now=NOW)
    PICTURES.mkdir(exist_ok=True)
    peter, stine = person("peter"), person("stine")
    meeting = Meeting.objects.filter(body__code="styregruppe", starts_at__gt=NOW).order_by("starts_at")[0]
    m, item = meeting.get_absolute_url(), with_an_annex(meeting, peter)
    camera = Camera(browser, server)
    camera.takes(peter, "/", "overblik")
    camera.takes(peter, m, "moede")
    camera.takes(peter, f"{m}forbered/", "forbered")
    with_the_chair(meeting, peter)
    camera.takes(stine, f"{m}godkend/", "godkend-telefon", PHONE, end=True)
    sent(meeting, peter, stine)
    camera.takes(a_member(meeting), item.get_absolute_url(), "punkt-telefon", PHONE)
    clock.move_to(meeting.starts_at + timedelta(minutes=20))
    running(meeting, item, peter)
    camera.takes(peter, f"{m}afhold/", "afhold", at=f"#punkt-{item.pk}")
    clock.move_to(meeting.ends_at)
    written_up(meeting, stine)
    camera.takes(stine, f"{m}referat/", "referat", at=f"#i{item.pk}")
    assert len(camera.taken) == 7
    assert {file.name: file.stat().st_size for file in camera.taken if file.stat().st_size > MOST} == {}


def test_the_pictures_of_the_portfolio_are_taken(browser: Any, server: str, clock: Any) -> None:
    """Given the same demo, the pages of those who lead projects, register them, and keep the portfolio together."""
    make_demo(now=NOW)
    karen = person("karen")
    project = Project.objects.filter(
        roles__kind="manager", roles__person=person("mette"), roles__end=None, state="active"
    ).order_by("number")[0]
    camera = Camera(browser, server)
    camera.takes(karen, "/projekter/", "projekter")
    camera.takes(karen, "/projekter/?vis=tidslinje", "tidslinje")
    camera.takes(person("mette"), project.get_absolute_url(), "projekt")
    camera.takes(person("mette"), f"{project.get_absolute_url()}status/", "status-telefon", PHONE)
    camera.takes(person("emil"), "/projekter/lokalt/", "lokalt-telefon", PHONE)
    camera.takes(karen, f"/indsatsplan/{NOW.year + 1}/", "indsatsplan")
    camera.takes(karen, "/gevinster/", "gevinster")
    assert len(camera.taken) == 7
    assert {file.name: file.stat().st_size for file in camera.taken if file.stat().st_size > MOST} == {}


def person(name: str) -> Person:
    """Somebody of the demo."""
    return Person.objects.get(email=f"{name}@demo.example")


def a_member(meeting: Meeting) -> Person:
    """Somebody at the table who neither leads nor writes."""
    return next(one.person for one in receivers(meeting) if one.kind == SeatKind.MEMBER)


def with_an_annex(meeting: Meeting, secretary: Person) -> Treatment:
    """The first item that is ready gets the year's plan as an annex."""
    item = Treatment.objects.filter(meeting=meeting, profile="ordinary", state="on_agenda").order_by("position")[0]
    plan = signed_in(secretary).get(f"/aarshjul/{meeting.year}/moedeplan.pdf")
    file = do(
        store_bytes, b"".join(plan), name="Mødeplan.pdf", content_type="application/pdf", kind="annex", at=NOW
    )  # fmt: skip
    do(actions.add_annex, item, title="Mødeplan", file=file, by=secretary, at=NOW)
    return item


def with_the_chair(meeting: Meeting, secretary: Person) -> None:
    """What is not ready goes to another meeting; the rest is sent to the chair."""
    for item in Treatment.objects.filter(meeting=meeting, profile="ordinary").exclude(state="on_agenda"):
        do(actions.move_item, item, None, by=secretary, at=NOW)
    fresh = Meeting.objects.get(pk=meeting.pk)
    built = building.build_agenda(fresh, at=NOW)
    do(actions.send_to_chair, fresh, built, by=secretary, at=NOW)


def sent(meeting: Meeting, secretary: Person, chair: Person) -> None:
    """Approved and dispatched."""
    version = version_of(meeting)
    assert version is not None
    do(actions.approve_agenda, meeting, sha256=version.sha256, by=chair, at=NOW)
    do(actions.dispatch, Meeting.objects.get(pk=meeting.pk), by=secretary, at=NOW)


def running(meeting: Meeting, item: Treatment, secretary: Person) -> None:
    """The meeting has begun, and one decision is written."""
    at = meeting.starts_at + timedelta(minutes=1)
    do(actions.start_meeting, Meeting.objects.get(pk=meeting.pk), by=secretary, at=at)
    text = "Indstillingen følges. Projektgruppen kommer tilbage med en tidsplan i september."
    do(actions.record_decision, item, outcome="approved", text=text, by=secretary, at=at + timedelta(minutes=9))
    do(
        actions.add_follow_up, item, text="Tidsplan til styregruppen", responsible=person("mette"),
        due=(at + timedelta(days=80)).date(), by=secretary, at=at + timedelta(minutes=10),
    )  # fmt: skip


def written_up(meeting: Meeting, chair: Person) -> None:
    """What is left is followed, and the meeting is ended: the minutes lie with the chair."""
    at = meeting.ends_at
    for item in Treatment.objects.filter(meeting=meeting, profile="ordinary", outcome="").exclude(kind="information"):
        do(actions.record_decision, item, outcome="approved", by=chair, at=at)
    do(actions.end_meeting, Meeting.objects.get(pk=meeting.pk), by=chair, at=at)


class Camera:
    """Takes pages as one person sees them, and keeps what it took small."""

    def __init__(self, browser: Any, url: str) -> None:
        self.browser, self.url = browser, url
        self.taken: list[Path] = []

    def takes(
        self, who: Person, path: str, name: str, size: tuple[int, int] = DESK, *, end: bool = False, at: str = ""
    ) -> None:
        """From the top; with `end` the end of the page, where the button is; with `at` what is seen when one is there."""
        window = a_window(self.browser, size, phone=size == PHONE)
        sign_in(window, self.url, signed_in(who).cookies)
        page = window.new_page()
        page.goto(f"{self.url}{path}{at}")
        page.wait_for_load_state("networkidle")
        assert "findes ikke" not in page.inner_text("h1"), f"{path} is no page"
        page.evaluate("at => at && scrollBy(0, -24)", at)
        data = page.screenshot() if at else page.screenshot(full_page=True, clip=self.clip(page, size, end))
        window.close()
        file = PICTURES / f"{name}.png"
        small = Image.open(BytesIO(data)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        small.save(file, optimize=True)
        self.taken.append(file)

    @staticmethod
    def clip(page: Any, size: tuple[int, int], end: bool) -> dict[str, float]:
        """What of the whole page is taken."""
        main = page.locator("main").bounding_box()
        bottom = main["y"] + main["height"]
        most = TALL[1] if size == PHONE else TALL[0]
        top = max(0, bottom - most) if end else 0
        return {"x": 0, "y": top, "width": size[0], "height": min(bottom - top, most)}
