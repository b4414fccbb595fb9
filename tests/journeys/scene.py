"""What a journey is told with: people at their browsers, the clock, and every click that was needed.

`given` makes the town and brings a meeting as far as the journey wants, by the product's own actions; `when` is what
people do in the browser; `then` is what must be seen and stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from styrehjul.bodies.actions import change_municipality
from styrehjul.bodies.queries import municipality
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings.actions import put_proposal_on_meeting
from styrehjul.meetings.models import Meeting
from styrehjul.people.models import Person
from styrehjul.wheel.actions import roll_year
from tests.browsing import DESK, PHONE, a_window, listen, sign_in
from tests.making import NOW, START, Cast, a_cast, a_goal, signed_in
from tests.meetings.turn import Turn, a_proposal, do

IN_USE_FROM = date(2027, 5, 15)


@dataclass
class Town:
    """The municipality and everybody who looks at it."""

    browser: Any
    url: str
    clock: Any
    cast: Cast
    windows: dict[str, Any] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    clicks: list[str] = field(default_factory=list)
    script: bool = True

    def page_of(self, who: str) -> Any:
        """The page before this person: the chair reads on a phone, everybody else at a desk. Signs in when need be."""
        if who not in self.windows:
            on_phone = who == "Stine"
            window = a_window(self.browser, PHONE if on_phone else DESK, phone=on_phone, script=self.script)
            window.set_default_timeout(10_000)
            window.set_default_navigation_timeout(60_000)
            self.windows[who] = window.new_page()
            listen(self.windows[who], self.said)
            sign_in(window, self.url, signed_in(self.person(who)).cookies)
        return self.windows[who]

    def person(self, who: str) -> Person:
        """Somebody of the cast by first name."""
        return Person.objects.get(name__startswith=f"{who} ")

    def opens(self, who: str, path: str) -> Any:
        """Somebody comes to a page by its address: from a mail, a calendar entry, or by signing in."""
        page = self.page_of(who)
        page.goto(f"{self.url}{path}")
        return page

    def saves_with(self, who: str, name: str, path: str) -> Any:
        """Press a button that saves its own part of a page; without script it is a page like any other."""
        if not self.script:
            return self.clicks_on(who, name)
        page = self.page_of(who)
        self.clicks.append(f"{who}: {name}")
        button = page.get_by_role("button", name=name, exact=True).first
        # The answer is the page once more; what was pressed is gone when its part has been put in.
        with page.expect_response(lambda answer: answer.url.endswith(path) and answer.ok):
            button.click()
        button.wait_for(state="detached")
        return page

    def clicks_on(self, who: str, name: str, *, role: str = "button", inside: Any = None) -> Any:
        """Press a button or follow a link of the page; each is counted, whoever does it."""
        page = self.page_of(who)
        place = inside or page
        self.clicks.append(f"{who}: {name}")
        with page.expect_navigation():
            place.get_by_role(role, name=name, exact=True).first.click()
        return page

    def posts(self, who: str, path: str, **fields: str) -> Any:
        """Somebody goes around the page: a form of their own is sent to an address that has no button for them."""
        page = self.page_of(who)
        with page.expect_navigation():
            page.evaluate(
                """([path, fields, key]) => {
                    const form = document.createElement('form');
                    form.method = 'post';
                    form.action = path;
                    const token = document.querySelector('[name=csrfmiddlewaretoken]').value;
                    for (const [name, value] of Object.entries({csrfmiddlewaretoken: token, _key: key, ...fields})) {
                        const field = document.createElement('input');
                        field.type = 'hidden';
                        field.name = name;
                        field.value = value;
                        form.append(field);
                    }
                    document.body.append(form);
                    form.submit();
                }""",
                [path, fields, str(uuid4())],
            )
        return page

    def time_is(self, moment: datetime) -> None:
        """The clock goes on; sessions of that day are over, so everybody signs in anew."""
        self.clock.move_to(moment)
        self.close()

    def close(self) -> None:
        """Everybody shuts the browser."""
        for page in self.windows.values():
            page.context.close()
        self.windows.clear()

    def path_in_mail(self, to: str, kind: str) -> str:
        """The first link of the newest mail of a kind to somebody, as a path of this server."""
        mail = OutboxMessage.objects.filter(recipient=self.person(to).email, kind=kind).order_by("-pk").first()
        assert mail is not None, f"{to} got no mail of the kind {kind}"
        link = re.search(rf"{re.escape(self.url)}(/\S*)", mail.text_body)
        assert link is not None, mail.text_body
        return link.group(1)


def a_town(browser: Any, url: str, clock: Any) -> Town:
    """Every seat is taken, and the year is rolled: meetings of each body with their standing items.

    The town took Styrehjul into use on 15 May, so that the year's first meetings are not its concern.
    """
    town = Town(browser, url, clock, a_cast())
    do(change_municipality, municipality(), in_use_from=IN_USE_FROM, by=None, at=NOW)
    do(roll_year, START.year, by=None, at=NOW)
    a_goal()
    return town


def steering_meeting() -> Meeting:
    """The steering group's next meeting of the rolled year."""
    return Meeting.objects.filter(body__code="styregruppe", starts_at__gt=NOW).order_by("starts_at")[0]


def a_waiting_item(town: Town) -> Turn:
    """Olga's proposal stands on the steering group's next meeting, with a wish for priority 3."""
    project = a_proposal(town.cast)
    project.extra = {"wished_priority": 3}
    project.save()
    meeting = steering_meeting()
    item = do(put_proposal_on_meeting, project, meeting, by=town.cast.peter, at=NOW)
    return Turn(town.cast, meeting, project, item)
