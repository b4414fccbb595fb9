"""Every page that links lead to, as everybody who looks: it answers, has one heading, fits the screen, and axe finds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import Resolver404, resolve

from styrehjul.people.models import Person
from tests.browsing import DESK, PHONE, a_window, listen, sign_in, too_wide, violations
from tests.journeys.lived_in import lived_in
from tests.journeys.scene import Town
from tests.making import signed_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
GET_FROM = re.compile(r'hx-get="([^"]+)"')
# How many pages of one sort one person opens: what differs between more of them is data.
OF_EACH, OF_MANY = 1, {"meetings:item": 20, "meetings:detail": 8, "portfolio:detail": 6, "bodies:person": 3}
# Pages that look different from one person to the next.
PERSONAL = {"home:overview", "meetings:detail", "meetings:item", "portfolio:detail"}
LOOKING = {"secretary", "employee"}


@dataclass(frozen=True)
class Found:
    """A page, the sort of page it is, who came to it, and how much stands on it."""

    path: str
    sort: str
    who: str
    size: int

    @property
    def look(self) -> tuple[str, str]:
        """What decides how it looks: the view, not what is asked of it; for some pages the form, or who looks."""
        view = self.sort.partition("?")[0]
        view = view if view.startswith("portfolio:steer") else view.partition("|")[0]
        return view, self.who if view in PERSONAL and self.who in LOOKING else ""


def test_every_page_as_everybody(town: Town) -> None:
    """Given a municipality some months on, when everybody follows every link, then no page fails them.

    Each page answers, has exactly one h1, and its title. Each sort of page is looked at in the browser at 1280 and at
    375 pixels: nothing in the console, no report of the content policy, no sideways scrolling, nothing that axe finds
    against WCAG 2.2 A and AA.
    """
    roles = lived_in(town)
    cast = town.cast
    everybody: dict[str, Person | None] = {
        "secretary": cast.peter, "chair": cast.stine, "member": cast.jonas, "administrator": cast.ada,
        "manager": cast.mette, "employee": cast.olga, "visitor": None, **roles,
    }  # fmt: skip
    faults: list[str] = []
    seen: dict[tuple[str, str], Found] = {}
    for who, person in everybody.items():
        for found in pages_of(signed_in(person) if person else Client(), who, faults):
            # The fullest page of a sort is the one to look at.
            if found.look not in seen or found.size > seen[found.look].size:
                seen[found.look] = found
    assert not faults, "\n".join(faults)
    assert len(seen) > 80
    for who, person in everybody.items():
        look(town, person, [found for found in seen.values() if found.who == who], faults)
    assert not faults, "\n".join(faults)


def pages_of(client: Client, who: str, faults: list[str]) -> Iterator[Found]:
    """Every page that links lead to from the front page, at most a few of each sort."""
    waiting, known, opened = [("/", "")], {"/"}, dict[str, int]()
    while waiting:
        path, origin = waiting.pop(0)
        sort = sort_of(path)
        if not sort or opened.get(sort, 0) >= OF_MANY.get(sort, OF_EACH):
            continue
        opened[sort] = opened.get(sort, 0) + 1
        response = client.get(path, follow=False)
        if response.status_code in (301, 302):
            links = [response["Location"]]
        elif response.status_code != 200:
            faults.append(f"{who} {path}: {response.status_code}, linked from {origin}")
            continue
        elif not response["Content-Type"].startswith("text/html"):
            continue
        else:
            page = response.content.decode()
            if page.count("<h1") != 1:
                faults.append(f"{who} {path}: {page.count('<h1')} h1")
            if re.search(r"<title>\s*–", page):
                faults.append(f"{who} {path}: no title")
            yield Found(path, sort, who, len(page))
            links = [unescape(link) for link in [*HREF.findall(page), *GET_FROM.findall(page)]]
        for link in links:
            to = urljoin(f"http://testserver{path}", link).partition("#")[0]
            if not to.startswith("http://testserver/"):
                continue
            to = to.removeprefix("http://testserver")
            if to not in known:
                known.add(to)
                waiting.append((to, path))


def sort_of(path: str) -> str:
    """The view a path leads to, with its form and the names of what is asked for; "" for what is no page."""
    parts = urlsplit(path)
    try:
        match = resolve(parts.path)
    except Resolver404:
        return "" if parts.path.startswith("/static/") else f"unknown {parts.path}"
    asked = ",".join(sorted({pair.partition("=")[0] for pair in parts.query.split("&") if pair}))
    form = match.kwargs.get("slug") or match.kwargs.get("kind") or ""
    return f"{match.view_name}{form and '|'}{form}{asked and '?'}{asked}"


def look(town: Town, person: Person | None, pages: list[Found], faults: list[str]) -> None:
    """Open the pages in the browser as one person, wide and narrow."""
    if not pages:
        return
    window = a_window(town.browser, DESK)
    window.set_default_navigation_timeout(60_000)
    if person:
        sign_in(window, town.url, signed_in(person).cookies)
    page = window.new_page()
    listen(page, town.said)
    for found in pages:
        page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
        page.goto(f"{town.url}{found.path}")
        if page.locator("[hx-trigger=load]").count():
            page.wait_for_load_state("networkidle")
        check(page, found, DESK[0], faults)
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        check(page, found, PHONE[0], faults)
    window.close()


def check(page: Any, found: Found, width: int, faults: list[str]) -> None:
    if beyond := too_wide(page):
        faults.append(f"{found.who} {found.path} at {width}: {beyond} pixels too wide")
    found_by_axe = violations(page, colours=width == DESK[0])
    faults += [f"{found.who} {found.path} at {width}: {fault}" for fault in found_by_axe]
