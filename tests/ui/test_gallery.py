"""The gallery in a browser: every component at three widths, with no fault that axe, the console or the eye can find."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browsing import a_window, violations

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

WIDTHS = (375, 768, 1280)


@pytest.fixture(params=WIDTHS)
def gallery(browser: Any, live_server: Any, settings: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The gallery at one width; what the console said is kept, and nothing may be said."""
    if not (settings.BUILD / "frontend").is_dir():
        pytest.skip("the front-end files are not built")
    settings.DEMO = True
    settings.ROOT_URLCONF = "tests.ui.gallery_urls"
    context = a_window(browser, (request.param, 900))
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{live_server.url}/ui/")
    page.wait_for_load_state("load")
    yield page
    assert said == []
    context.close()


def test_every_component_is_clean_closed_and_open_and_no_wider_than_the_screen(gallery: Any) -> None:
    width = gallery.viewport_size["width"]
    assert violations(gallery) == []
    assert gallery.evaluate("document.documentElement.scrollWidth") <= width
    gallery.get_by_text("Aflys mødet", exact=True).first.click()
    gallery.get_by_role("link", name="Flyt mødet").click()
    assert gallery.locator("dialog[open]").count() == 1
    assert violations(gallery) == []
    gallery.keyboard.press("Escape")
    assert gallery.locator("dialog[open]").count() == 0
    assert out_of_reach(gallery) == []


def test_the_menu_has_the_same_entries_at_every_width_and_needs_no_script(gallery: Any) -> None:
    gallery.goto(gallery.url + "skal/")
    narrow = gallery.viewport_size["width"] < 992
    menu = gallery.get_by_role("navigation", name="Menu" if narrow else "Hovedmenu", exact=True)
    if narrow:
        assert menu.count() == 0
        gallery.locator("summary", has_text="Menu").click()  # a details element: the browser's own
    names = [name.strip() for name in menu.get_by_role("link").all_inner_texts()]
    assert names[:9] == [
        "Overblik", "Årshjul", "Møder", "Projekter", "Systemer", "Gevinster", "Indsatsplan", "Strategi og viden",
        "Organisation",
    ]  # fmt: skip
    assert "Mine opgaver (9)" in gallery.locator("header").inner_text()
    assert menu.locator("[aria-current]").inner_text() == "Møder"
    assert violations(gallery) == [
        "page-has-heading-one: ['html']"  # the empty page has no heading; every real page has
    ]
    assert gallery.evaluate("document.documentElement.scrollWidth") <= gallery.viewport_size["width"]
    if narrow:
        gallery.keyboard.press("Escape")
        assert not gallery.locator("details.phone-menu").evaluate("menu => menu.open")


def out_of_reach(page: Any) -> list[str]:
    """Controls that the tab key never comes to."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('main a, main button, main input:not([type=hidden]), main select')]
        .filter(e => e.tabIndex < 0 && !e.closest('dialog')).map(e => e.outerHTML.slice(0, 80))"""
    )
    return found
