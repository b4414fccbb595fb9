"""Every page that links lead to, as everybody who looks: it answers, fits, axe finds nothing; without script, and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from pytest_django.live_server_helper import LiveServer

from tests.browsing import DESK, PHONE, too_wide, violations
from tests.journeys import by_keyboard, without_script
from tests.journeys.crawl import Crawl, Found, crawl
from tests.journeys.scene import a_town
from tests.making import NOW

pytestmark = pytest.mark.journey
# Who sees most of what there is, and who sees least.
LOOKING = ("secretary", "chair", "administrator", "employee")
MENU = 9


@pytest.fixture(scope="module")
def transactional_db(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Instead of the one for each test: what these tests look at is made once, and none of them changes it."""
    with django_db_blocker.unblock():
        yield
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="module")
def crawled(transactional_db: None, browser: Any) -> Iterator[Crawl]:
    """A server, a municipality some months on, and every page that everybody in it comes to."""
    if not (settings.BUILD / "frontend").is_dir():
        pytest.skip("the front-end files are not built")
    server, address = LiveServer("localhost"), settings.PUBLIC_URL
    server._live_server_modified_settings.enable()
    settings.PUBLIC_URL = server.url
    with time_machine.travel(NOW) as clock:
        town = a_town(browser, server.url, clock)
        try:
            yield crawl(town)
        finally:
            town.close()
            settings.PUBLIC_URL = address
            server._live_server_modified_settings.disable()
            server.stop()


@pytest.fixture(autouse=True)
def nothing_is_said(crawled: Crawl) -> Iterator[None]:
    """Nothing in any console, and no report of the content policy."""
    crawled.town.said.clear()
    yield
    assert crawled.town.said == []


def test_every_page_as_everybody(crawled: Crawl) -> None:
    """Given a municipality some months on, when everybody follows every link, then no page fails them.

    Each page answers, has exactly one h1, and its title. Each sort of page is looked at in the browser at 1280 and at
    375 pixels: nothing in the console, no report of the content policy, no sideways scrolling, nothing that axe finds
    against WCAG 2.2 A and AA.
    """
    assert not crawled.faults, "\n".join(crawled.faults)
    seen, faults = crawled.fullest(), list[str]()
    assert len(seen) > 80
    for who in crawled.everybody:
        pages = [found for found in seen if found.who == who]
        if not pages:
            continue
        page = crawled.window_of(who)
        for found in pages:
            page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
            crawled.open(page, found)
            check(page, found, DESK[0], faults)
            page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
            check(page, found, PHONE[0], faults)
        page.context.close()
    assert not faults, "\n".join(faults)


def check(page: Any, found: Found, width: int, faults: list[str]) -> None:
    if beyond := too_wide(page):
        faults.append(f"{found.who} {found.path} at {width}: {beyond} pixels too wide")
    found_by_axe = violations(page, colours=width == DESK[0])
    faults += [f"{found.who} {found.path} at {width}: {fault}" for fault in found_by_axe]


def test_every_page_works_without_javascript(crawled: Crawl) -> None:
    """Given a browser without JavaScript, when people open their pages, then all of each page is there and works.

    The heading and the content are shown, the menu too; each form has a button that sends it to an address of ours;
    what is folded can be unfolded; and nothing stands there to press that does nothing.
    """
    faults = []
    for who in LOOKING:
        page = crawled.window_of(who, script=False)
        for found in crawled.fullest_of_each(who):
            page.goto(f"{crawled.town.url}{found.path}")
            faults += [f"{who} {found.path}: {fault}" for fault in without_script.faults_on(page)]
            if page.locator("nav.nav a:visible").count() != MENU:
                faults.append(f"{who} {found.path}: the menu is not there")
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        page.goto(crawled.town.url)
        page.locator("details.phone-menu > summary").click()
        entries = page.locator("details.phone-menu nav a:visible")
        assert entries.count() > MENU
        with page.expect_navigation():
            entries.nth(1).click()
        assert page.locator("h1").is_visible()
        page.context.close()
    assert not faults, "\n".join(faults)


def test_every_page_works_by_keyboard(crawled: Crawl) -> None:
    """Given nobody has a mouse, when they press Tab through a page, then all of it is reached and seen, wide and narrow.

    The first stop leads past the menu; nothing has a place of its own in the order; nobody is caught; on a phone the
    menu opens with Enter and shuts with Escape.
    """
    faults = []
    pages = crawled.fullest(LOOKING)
    for who in LOOKING:
        page = crawled.window_of(who)
        for place, found in enumerate(found for found in pages if found.who == who):
            page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
            crawled.open(page, found)
            for width, height in (DESK, PHONE):
                page.set_viewport_size({"width": width, "height": height})
                told = by_keyboard.faults_on(page, header=place == 0)
                faults += [f"{who} {found.path} at {width}: {fault}" for fault in told]
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        page.goto(crawled.town.url)
        faults += [f"{who}: {fault}" for fault in by_keyboard.phone_menu_faults(page)]
        page.context.close()
    assert not faults, "\n".join(faults)
