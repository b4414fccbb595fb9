"""What an address asks of the portfolio: the choice of projects, the day, and the ways to see the same projects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from styrehjul.people.entry import person_of, today
from styrehjul.people.models import Person
from styrehjul.portfolio.queries.attention import Attention, attention
from styrehjul.portfolio.queries.index import SORTS, Line, in_order, lines_on
from styrehjul.portfolio.queries.lists import portfolio_on
from styrehjul.portfolio.queries.wanted import Wanted, filtered
from styrehjul.ui.lists import ListRequest, ListSpec

# What narrows the list, and what only tells how it is shown.
NARROWING = (
    "q", "kategori", "undertype", "omraade", "enhed", "ansvarlig", "maal", "system", "tilstand", "fase", "lys", "stor",
    "mangler", "mine", "kraever",
)  # fmt: skip
SHOWING = ("pr", "vis", "kolonner", "fra", "pr_hvad")
MORE = ("undertype", "enhed", "ansvarlig", "maal", "system", "fase", "lys", "stor", "mangler", "pr")
SPEC = ListSpec(filters=NARROWING + SHOWING, sorts=SORTS, default="prio", size=50)


@dataclass(frozen=True)
class Asked:
    """A request to the portfolio, read. `as_of` is a day that has been; None is now."""

    listing: ListRequest
    person: Person
    on: date
    as_of: date | None

    @classmethod
    def of(cls, request: HttpRequest) -> Asked:
        """Read the address."""
        on, listing = today(), ListRequest.of(request.GET, SPEC)
        day = listing.day("pr")
        return cls(listing, person_of(request), on, day if day and day < on else None)

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self.as_of or self.on

    @property
    def narrowed(self) -> bool:
        """Whether anything but the way of showing is chosen."""
        return any(self.listing.value(name) for name in NARROWING)

    @property
    def more_open(self) -> bool:
        """Whether something is chosen among what lies under "Flere valg"."""
        return any(self.listing.value(name) for name in MORE)

    @property
    def name(self) -> tuple[Any, ...]:
        """What the answer depends on beside the data: the address and the day, and who asks where that matters."""
        own = self.person.pk if self.listing.value("mine") else None
        # An own draft is seen by its author alone.
        return (self.listing.url(page=self.listing.number), self.on, own)

    def wanted(self) -> Wanted:
        """The choice of projects."""
        value = self.listing.value
        return Wanted(
            q=value("q"),
            category=value("kategori"),
            subtype=value("undertype"),
            area=self._key("omraade"),
            unit=self._key("enhed"),
            responsible=self._key("ansvarlig"),
            goal=value("maal"),
            system=self._key("system"),
            state=value("tilstand"),
            phase=value("fase"),
            light=value("lys"),
            large=value("stor"),
            lacking=value("mangler"),
            mine=self.person.pk if value("mine") else None,
            as_of=self.as_of,
        )

    def _key(self, name: str) -> int | None:
        text = self.listing.value(name)
        return int(text) if text.isdecimal() and len(text) < 10 else None

    def everything(self) -> QuerySet[Any]:
        """All projects of that day that everybody may see; with "mine" also the drafts that are one's own."""
        projects = portfolio_on(self.as_of)
        return projects if self.listing.value("mine") else projects.filter(visibility="all")


@dataclass(frozen=True)
class Found:
    """What answered: the lines in order, how many per category whatever category was chosen, and who needs attention."""

    lines: list[Line]
    counted: dict[str, int]
    attention: list[Attention]


def find(asked: Asked) -> Found:
    """The projects asked for. Three queries, whatever their number."""
    wanted = asked.wanted()
    lines = lines_on(filtered(asked.everything(), replace(wanted, category=""), asked.day), asked.day)
    counted: dict[str, int] = {}
    for line in lines:
        counted[line.category] = counted.get(line.category, 0) + 1
    if wanted.category == "tvaergaaende":
        lines = [line for line in lines if line.category in ("national", "cross")]
    elif wanted.category:
        lines = [line for line in lines if line.category == wanted.category]
    worst = attention(lines, asked.day, as_of=asked.as_of)
    if asked.listing.value("kraever"):
        keys = {one.line.key for one in worst}
        lines = [line for line in lines if line.key in keys]
    return Found(in_order(lines, asked.listing.sort), counted, worst)


def ways(asked: Asked, current: str) -> list[tuple[str, str, bool]]:
    """The ways to see the same projects, each with the choice kept."""
    url = asked.listing.url
    day = f"?pr={asked.as_of.isoformat()}" if asked.as_of else ""
    return [
        (_("Tabel"), f"/projekter/{url(vis='tabel', fra='', pr_hvad='')}", current == "tabel"),
        (_("Tidslinje"), f"/projekter/{url(vis='tidslinje', pr_hvad='')}", current == "tidslinje"),
        (_("Prioritering"), f"/projekter/{url(vis='boble', fra='', pr_hvad='')}", current == "boble"),
        (_("Efter mål"), f"/projekter/{url(vis='grupper', pr_hvad='maal', fra='')}", current == "maal"),
        (_("Efter ansvarlig"), f"/projekter/{url(vis='grupper', pr_hvad='ansvarlig', fra='')}", current == "ansvarlig"),
        (_("Efter system"), f"/projekter/{url(vis='grupper', pr_hvad='system', fra='')}", current == "system"),
        (_("Områder og enheder"), f"/projekter/omraader/{day}", current == "omraader"),
        (_("Større projekter"), "/projekter/stoerre/", current == "stoerre"),
        (_("Kapacitet"), "/projekter/kapacitet/", current == "kapacitet"),
        (_("Forandringstryk"), "/projekter/forandringstryk/", current == "forandringstryk"),
        (_("Ændringer"), "/projekter/aendringer/", current == "aendringer"),
    ]
