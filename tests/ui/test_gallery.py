"""The gallery in a browser: every component at three widths, with no fault that axe, the console or the eye can find."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

FLAGS = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDTHS = (375, 768, 1280)


def chromium() -> str:
    """Where the browser is; without one the test is left out, unless nothing may be left out."""
    found = settings.CHROMIUM or shutil.which("chromium") or shutil.which("chromium-browser") or ""
    if not found and not settings.TEST_ALL:
        pytest.skip("no Chromium")
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api")
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, *root])
        yield started
        started.close()


@pytest.fixture(params=WIDTHS)
def gallery(browser: Any, live_server: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The gallery at one width; what the console said is kept on the page."""
    if not (settings.BUILD / "frontend").is_dir():
        pytest.skip("the front-end files are not built")
    context = browser.new_context(
        viewport={"width": request.param, "height": 900}, locale="da-DK", timezone_id="Europe/Copenhagen"
    )
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(f"{live_server.url}/ui/")
    page.wait_for_load_state("networkidle")
    yield page
    assert page.said == []
    context.close()


def violations(page: Any) -> list[str]:
    """What axe finds, as "rule: where"."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {node['target']}" for fault in found for node in fault["nodes"]]


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(gallery: Any) -> None:
    assert violations(gallery) == []
    assert gallery.evaluate("document.documentElement.scrollWidth") <= gallery.viewport_size["width"]


def test_menus_dialogs_and_questions_are_clean_when_they_are_open(gallery: Any) -> None:
    if gallery.viewport_size["width"] < 992:
        gallery.locator("summary", has_text="Menu").click()
        assert gallery.get_by_role("navigation", name="Menu", exact=True).get_by_role("link").count() == 11
        assert violations(gallery) == []
        gallery.keyboard.press("Escape")
        assert not gallery.locator("details.phone-menu").evaluate("menu => menu.open")
    gallery.get_by_text("Aflys mødet", exact=True).first.click()
    gallery.get_by_text("Flyt mødet", exact=True).first.click()
    assert gallery.locator("dialog[open]").count() == 1
    assert violations(gallery) == []
    gallery.keyboard.press("Escape")
    assert gallery.locator("dialog[open]").count() == 0


def test_every_control_can_be_reached_and_seen_by_keyboard(gallery: Any) -> None:
    gallery.keyboard.press("Tab")
    assert gallery.evaluate("document.activeElement.className") in ("skipnav", "")  # the summary of errors takes focus
    unreachable = gallery.evaluate(
        """() => [...document.querySelectorAll('main a, main button, main input:not([type=hidden]), main select')]
        .filter(e => e.tabIndex < 0 && !e.closest('dialog')).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert unreachable == []
