"""A real browser for the tests that need one: Chromium of this machine, started once, and what may never be seen in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings

# Without the background flags Chromium's own calls out are refused by the dozen and drown the log.
FLAGS = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE, DESK = (375, 800), (1280, 900)
REPORTS = "/csp-rapport/"


def chromium() -> str:
    """Where the browser is; without one the test is left out, unless nothing may be left out."""
    found = settings.CHROMIUM or shutil.which("chromium") or shutil.which("chromium-browser") or ""
    if not found and not settings.TEST_ALL:
        pytest.skip("no Chromium")
    return found


@contextmanager
def a_browser() -> Iterator[Any]:
    """Chromium with a new empty profile."""
    sync_api = pytest.importorskip("playwright.sync_api")
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, *root])
        yield started
        started.close()


def a_window(browser: Any, size: tuple[int, int] = DESK, *, script: bool = True, phone: bool = False) -> Any:
    """A window as in Denmark; `script` off is a browser without JavaScript."""
    width, height = size
    return browser.new_context(
        viewport={"width": width, "height": height}, locale="da-DK", timezone_id="Europe/Copenhagen",
        java_script_enabled=script, has_touch=phone,
    )  # fmt: skip


def sign_in(context: Any, url: str, cookies: Any) -> None:
    """Give the window the session of a signed-in test client."""
    host = urlsplit(url).hostname
    context.clear_cookies()
    context.add_cookies(
        [{"name": name, "value": morsel.value, "domain": host, "path": "/"} for name, morsel in cookies.items()]
    )


def listen(page: Any, said: list[str]) -> None:
    """Keep what must not happen on a page: an error in the console or script, a report of the content policy."""

    def console(message: Any) -> None:
        # A page of ours that answers 409 or 422 is shown; Chromium notes the number in the console all the same.
        is_page = message.location.get("url") == page.url and "responded with a status of 4" in message.text
        if message.type == "error" and not is_page:
            said.append(f"{page.url}: {message.text}")

    page.on("console", console)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("request", lambda request: said.append(f"report: {request.post_data}") if REPORTS in request.url else None)


def violations(page: Any, *, colours: bool = True) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA and good practice, as "rule: where".

    Contrast takes longer than all else together; `colours` leaves it out where the same colours were looked at already.
    """
    from axe_playwright_python.base import AXE_FILE_PATH

    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_axe(str(AXE_FILE_PATH)))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
    options = {
        "runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"], "reporter": "no-passes",
        "rules": {"color-contrast": {"enabled": colours}},
    }  # fmt: skip
    found = page.evaluate("options => axe.run(options).then(result => result.violations)", options)
    return [f"{fault['id']}: {node['target']}" for fault in found for node in fault["nodes"]]


@lru_cache
def _axe(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


def too_wide(page: Any) -> int:
    """How many pixels the page reaches beyond the screen."""
    # Between two pages there is a moment without any document to measure.
    page.wait_for_load_state()
    page.wait_for_selector("body")
    found: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return max(found, 0)
