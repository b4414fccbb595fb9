"""The minutes are written while the meeting runs: by keyboard alone, and by two people at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from styrehjul.meetings import actions
from styrehjul.meetings.domain.values import PointText
from styrehjul.meetings.models import Attendance, Decision, FollowUp, Meeting, Treatment
from tests.browsing import too_wide
from tests.journeys.scene import Town, steering_meeting
from tests.making import NOW
from tests.meetings.turn import SENT_AT, Turn, a_proposal, do

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

HERE = """() => {
    const e = document.activeElement, box = e.getBoundingClientRect();
    const bar = document.querySelector('.hold-nav');
    const over = getComputedStyle(bar).top === '0px' ? bar.getBoundingClientRect().bottom : 0;
    return {id: e.id, tag: e.tagName, text: (e.innerText || '').trim(),
            seen: box.height > 0 && box.bottom > over && box.top < innerHeight};
}"""


def a_running_meeting(town: Town) -> Meeting:
    """Eight items or more: what the year put there, a proposal, and three that the secretary added."""
    people = town.cast
    meeting, project = steering_meeting(), a_proposal(people)
    item = do(actions.put_proposal_on_meeting, project, meeting, by=people.peter, at=NOW)
    turn = Turn(people, meeting, project, item).ready()
    for title in ("Fælles support", "Flytning af arkivet", "Nye telefoner"):
        more = do(
            actions.add_item, meeting, title=title, kind="decision", responsible=people.peter, by=people.peter, at=NOW,
            fields={"summary": "Kort fortalt.", "financial_impact": "Ingen."}, points=[PointText("det sker")],
        )  # fmt: skip
        do(actions.make_ready, more, by=people.peter, at=NOW)
    turn.to_chair().approved().dispatched(SENT_AT)
    town.time_is(meeting.starts_at + timedelta(minutes=2))
    do(actions.start_meeting, meeting, by=people.peter, at=meeting.starts_at + timedelta(minutes=1))
    return meeting


def tabs_until(page: Any, found: str, presses: int = 60) -> None:
    """Press Tab until the focused element matches; at every stop it is in sight, and nothing lies over it."""
    for _press in range(presses):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        assert here["seen"], f"out of sight: {here}"
        if page.evaluate(f"document.activeElement.matches({found!r})"):
            return
    raise AssertionError(f"{found} was not reached")


def presses(page: Any, key: str, until: str) -> None:
    """One key, and the part it saves comes back."""
    with page.expect_response(lambda answer: "/afhold/" in answer.url):
        page.keyboard.press(key)
    page.wait_for_selector(until)


def at(item: Treatment) -> str:
    return f"#punkt-{item.pk}:focus"


def test_a_secretary_writes_the_minutes_of_eight_items_without_a_mouse(town: Town) -> None:
    """Each save leads on to the next item, what is half written elsewhere stays, and the last leads to the end (R33)."""
    meeting = a_running_meeting(town)
    items = list(meeting.treatments.order_by("position"))
    assert len(items) >= 8
    page = town.opens("Peter", f"{meeting.get_absolute_url()}afhold/")
    half = items[-1]
    page.locator(f"#b-{half.pk} summary").first.click()
    page.locator(f"#t{half.pk}").fill("Halvt skrevet")
    page.locator(f"#punkt-{items[0].pk}").focus()
    for item, after in zip(items, [*items[1:], None], strict=True):
        if page.locator(f"#b-{item.pk} .follow-form").count():
            tabs_until(page, f"#b-{item.pk} .follow-form button")
            presses(page, "Enter", at(after) if after else "#afslut:focus")
        elif item != half:
            tabs_until(page, f"#b-{item.pk} > details > summary")
            page.keyboard.press("Enter")
            tabs_until(page, f"#t{item.pk}")
            page.keyboard.type(f" Noteret ved {item.title}.")
            assert after is not None
            presses(page, "Control+Enter", at(after))
            assert "Gemt kl. 9.0" in page.inner_text(f"#b-{item.pk}")
        assert page.locator(f"#t{half.pk}").input_value() == "Halvt skrevet"
    tabs_until(page, f"#t{half.pk}")
    presses(page, "Control+Enter", "#afslut:focus")
    assert Decision.objects.filter(meeting=meeting).count() == len(items)
    assert Decision.objects.get(treatment=half).text == "Halvt skrevet"
    assert page.get_by_role("button", name="Afslut mødet", exact=True).count() == 1
    # A follow-up keeps the place where one was.
    first = items[0]
    page.locator(f"#f-{first.pk} summary").focus()
    page.keyboard.press("Enter")
    tabs_until(page, f"#f-{first.pk} [name$=text]")
    page.keyboard.type("Skriv til områderne")
    page.keyboard.press("Tab")
    page.keyboard.type(town.cast.olga.name)
    presses(page, "Enter", f"#f-{first.pk} summary:focus")
    assert FollowUp.objects.get().responsible == town.cast.olga


def test_two_who_write_at_once_lose_nothing(town: Town) -> None:
    """Stine writes on a tablet what Peter writes at the desk; both texts stand, and each sees that the other is there."""
    meeting = a_running_meeting(town)
    item = meeting.treatments.get(title="Fælles support")
    m = f"{meeting.get_absolute_url()}afhold/"
    peter = town.opens("Peter", m)
    peter.locator(f"#b-{item.pk} > details > summary").click()
    peter.locator(f"#t{item.pk}").fill("Peters ord")
    stine = town.page_of("Stine")
    stine.set_viewport_size({"width": 768, "height": 1024})
    stine.goto(f"{town.url}{m}")
    assert too_wide(stine) == 0
    stine.locator(f"#b-{item.pk} > details > summary").click()
    stine.locator(f"#t{item.pk}").fill("Stines ord")
    stine.locator(f"#b-{item.pk} > details").get_by_role("button", name="Gem punktet").click()
    stine.wait_for_selector(f"#b-{item.pk} .saved")
    box = stine.locator(".hold-nav").bounding_box()
    assert box["height"] < 80, "the list of items is one row"
    # Peter's save finds hers.
    peter.locator(f"#t{item.pk}").press("Control+Enter")
    peter.wait_for_selector(f"#b-{item.pk} .versus")
    both = peter.inner_text(f"#b-{item.pk}")
    assert "Peters ord" in both
    assert "Stines ord" in both
    assert Decision.objects.get(treatment=item).text == "Stines ord"
    assert [words for words in town.said if "409" not in words] == []
    town.said.clear()
    peter.goto(f"{town.url}{m}")
    assert "Stine Holm skriver også her" in peter.inner_text("#also")
    # Each notes another person's absence from a page that stood open: both stand.
    rows = list(Attendance.objects.filter(meeting=meeting).order_by("pk"))
    stine.goto(f"{town.url}{m}")
    for page, row in ((peter, rows[-1]), (stine, rows[-2])):
        page.locator(f"#a{row.person_id}").select_option("absent")
        with page.expect_navigation():
            page.get_by_role("button", name="Gem fremmøde").click()
    assert [Attendance.objects.get(pk=row.pk).status for row in rows[-2:]] == ["absent", "absent"]
