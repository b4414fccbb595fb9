"""Two versions of an agenda beside each other, as much of them as one reader may read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrehjul.kernel.danish import ZONE, clock, weekday_text
from styrehjul.meetings.domain.changes import lines
from styrehjul.meetings.domain.difference import Difference, difference, read
from styrehjul.meetings.domain.states import Access
from styrehjul.meetings.models import AgendaVersion, Meeting
from styrehjul.meetings.queries.contents import opened, opened_changes
from styrehjul.meetings.queries.presence import of_the_body
from styrehjul.meetings.reading.agenda import visible_items
from styrehjul.people.models import Person

Json = dict[str, Any]
WHAT: Mapping[str, Any] = {
    "new": gettext_lazy("Nyt punkt"),
    "gone": gettext_lazy("Taget af"),
    "withdrawn": gettext_lazy("Udgået"),
    "changed": gettext_lazy("Ændret"),
    "hidden": gettext_lazy("Lukket punkt, ændret"),
}


@dataclass(frozen=True)
class Reader:
    """What one person may read of a meeting's versions: which items, and whether their closed parts too."""

    items: frozenset[str]
    insider: bool


@dataclass(frozen=True)
class Compared:
    """The difference, with the change list that the later version carries."""

    difference: Difference
    changes: tuple[str, ...]


def reader_of(meeting: Meeting, person: Person, on: date) -> Reader:
    """What the person may read; an item that is closed to them now is closed to them in every version."""
    seen = visible_items(meeting, person, on)
    keys = meeting.treatments.filter(pk__in=seen).values_list("uuid", flat=True)
    insider = of_the_body(person, meeting, on)
    return Reader(frozenset(str(key) for key in keys), insider)


def reader_of_drafted(meeting: Meeting, version: AgendaVersion, person: Person, on: date) -> Reader:
    """For whoever prepares or approves a version not yet sent: its new items are in no list that could hide them."""
    reader = reader_of(meeting, person, on)
    on_agenda = {str(key) for key in meeting.treatments.values_list("uuid", flat=True)}
    drafted = {item["uuid"] for item in read(version.content)["items"]} - on_agenda
    return Reader(reader.items | drafted, reader.insider)


def compared(old: AgendaVersion, new: AgendaVersion, reader: Reader) -> Compared:
    """What differs from `old` to `new`, as this reader may read it."""
    before, after = read(old.content), read(new.content)
    shown_before, shown_after = shown(before, reader), shown(after, reader)
    was = {item["uuid"]: item for item in before["items"]}
    now = {item["uuid"]: item for item in after["items"]}
    # What is hidden looks the same in both; that it differs is all that may be known.
    hidden = frozenset(
        key for key in {*was, *now} if not reads(was.get(key), reader) or not reads(now.get(key), reader)
    )
    marked = [_marked(item, was.get(item["uuid"]), now.get(item["uuid"]), hidden) for item in shown_after["items"]]
    told = difference(shown_before, {"items": marked}, head=_head(before["head"], after["head"], reader), hidden=hidden)
    return Compared(told, tuple(lines(shown_after.get("changes", ()))))


def _marked(item: Json, was: Json | None, now: Json | None, hidden: frozenset[str]) -> Json:
    return item | {"differs": was != now} if item["uuid"] in hidden and was != now else item


def reads(item: Json | None, reader: Reader) -> bool:
    """Whether the reader may read the item as it is in a version."""
    if item is None:
        return True
    return item["uuid"] in reader.items and (reader.insider or item["access"] == Access.OPEN.value)


def shown(content: Json, reader: Reader) -> Json:
    """A version's content with all left out that the reader may not read."""
    items = []
    for item in content["items"]:
        if not reads(item, reader):
            closed = item["access"] if item["access"] != Access.OPEN.value else Access.CLOSED.value
            items.append(opened(item | {"access": closed}))
        else:
            items.append(item if reader.insider else opened(item))
    found = content | {"items": items}
    if "changes" in content:
        readable = frozenset(item["uuid"] for item in content["items"] if reads(item, reader))
        found["changes"] = opened_changes(content, readable, closed_too=reader.insider)
    return found


def _head(old: Json, new: Json, reader: Reader) -> list[tuple[str, str, str]]:
    rows = [(_("Tid"), _when(old), _when(new)), (_("Organ"), old["body"], new["body"])]
    if reader.insider:
        # Where there is no room it is the link to take part by, which is for the body alone.
        rows.append((_("Sted"), old.get("place", ""), new.get("place", "")))
    return rows


def _when(head: Json) -> str:
    start = datetime.fromisoformat(head["starts_at"]).astimezone(ZONE)
    end = datetime.fromisoformat(head["ends_at"]).astimezone(ZONE)
    return f"{weekday_text(start.date(), year=True)} kl. {clock(start)}–{clock(end)}"
