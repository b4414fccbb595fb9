"""Every page that links lead to: found once for everybody, then looked at in more ways than one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

from styrehjul.people.models import Person
from tests.browsing import DESK, a_window, listen, sign_in
from tests.journeys.lived_in import lived_in
from tests.journeys.scene import Town
from tests.making import signed_in

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
        return self.view, self.who if self.view in PERSONAL and self.who in LOOKING else ""

    @property
    def view(self) -> str:
        """The view, with its form where each form is a page of its own."""
        view = self.sort.partition("?")[0]
        return view if view.startswith("portfolio:steer") else view.partition("|")[0]


@dataclass
class Crawl:
    """The town, everybody in it, and what each of them came to."""

    town: Town
    everybody: dict[str, Person | None]
    faults: list[str] = field(default_factory=list)
    pages: dict[str, list[Found]] = field(default_factory=dict)

    def fullest(self, whos: tuple[str, ...] = ()) -> list[Found]:
        """Of each look the page with most on it: that is the one to look at."""
        seen: dict[tuple[str, str], Found] = {}
        for who in whos or tuple(self.everybody):
            for found in self.pages[who]:
                if found.look not in seen or found.size > seen[found.look].size:
                    seen[found.look] = found
        return list(seen.values())

    def fullest_of_each(self, who: str) -> list[Found]:
        """Of each view the page with most on it for one person."""
        seen: dict[str, Found] = {}
        for found in self.pages[who]:
            if found.view not in seen or found.size > seen[found.view].size:
                seen[found.view] = found
        return list(seen.values())

    def window_of(self, who: str, *, script: bool = True) -> Any:
        """A page in the browser of that person."""
        window = a_window(self.town.browser, DESK, script=script)
        window.set_default_timeout(10_000)
        window.set_default_navigation_timeout(60_000)
        if person := self.everybody[who]:
            sign_in(window, self.town.url, signed_in(person).cookies)
        page = window.new_page()
        listen(page, self.town.said)
        return page

    def open(self, page: Any, found: Found) -> None:
        """Go there, and wait for the parts that come by themselves."""
        page.goto(f"{self.town.url}{found.path}")
        if page.locator("[hx-trigger=load]").count():
            page.wait_for_load_state("networkidle")


def crawl(town: Town) -> Crawl:
    """Everybody follows every link of a municipality some months on."""
    roles = lived_in(town)
    cast = town.cast
    made = Crawl(town, {
        "secretary": cast.peter, "chair": cast.stine, "member": cast.jonas, "administrator": cast.ada,
        "manager": cast.mette, "employee": cast.olga, "visitor": None, **roles,
    })  # fmt: skip
    for who, person in made.everybody.items():
        made.pages[who] = list(pages_of(signed_in(person) if person else Client(), who, made.faults))
    return made


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
