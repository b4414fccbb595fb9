"""The list of meetings, by quarter, with the filters of its address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.bodies.models import Body
from styrehjul.kernel.danish import ZONE, weekday_text
from styrehjul.kernel.days import quarter_of
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.reading.words import capital, day_of, headline, hours, place_words
from styrehjul.ui.dates import in_days


@dataclass(frozen=True)
class Row:
    """One meeting in the list."""

    url: str
    day: str
    body: str
    note: str
    when: str
    place: str
    headline: str
    level: str
    next: str


@dataclass(frozen=True)
class Group:
    """One quarter."""

    title: str
    aside: str
    rows: tuple[Row, ...]


def meetings(body: str, year: str) -> QuerySet[Meeting]:
    """The meetings of a body (by code) and a year; empty text takes all."""
    found = Meeting.objects.select_related("body").prefetch_related("deadlines").order_by("starts_at", "pk")
    if body:
        found = found.filter(body__code=body)
    if year.isdecimal() and len(year) == 4:
        first = datetime(int(year), 1, 1, tzinfo=ZONE)
        found = found.filter(starts_at__gte=first, starts_at__lt=first.replace(year=int(year) + 1))
    return found


def years() -> list[str]:
    """The years that have meetings, the latest first."""
    return [
        str(day.year) for day in Meeting.objects.order_by().datetimes("starts_at", "year", order="DESC", tzinfo=ZONE)
    ]


def body_choices() -> list[tuple[str, str]]:
    """The bodies by code."""
    return [(body.code, body.name) for body in Body.objects.order_by("position", "pk")]


def groups(rows: Sequence[Meeting], today: date) -> list[Group]:
    """The meetings by quarter, the quarters in the order of the year."""
    by_quarter: dict[tuple[int, int], list[Meeting]] = {}
    for row in rows:
        day = day_of(row.starts_at)
        by_quarter.setdefault((day.year, quarter_of(day)), []).append(row)
    return [
        Group(
            _("%(n)d. kvartal %(year)d") % {"n": quarter, "year": year},
            ngettext("%(n)d møde", "%(n)d møder", len(found)) % {"n": len(found)},
            tuple(_row(meeting, today) for meeting in found),
        )
        for (year, quarter), found in sorted(by_quarter.items())
    ]


def _row(meeting: Meeting, today: date) -> Row:
    words, level = headline(meeting)
    day = day_of(meeting.starts_at)
    return Row(
        url=meeting.get_absolute_url(),
        day=capital(weekday_text(day)),
        body=capital(meeting.body.name_definite),
        note=_("Ekstra møde") if meeting.extra else "",
        when=hours(meeting),
        place=place_words(meeting),
        headline=words,
        level=level,
        next=_next(meeting, day, today),
    )


def _next(meeting: Meeting, day: date, today: date) -> str:
    """What is due next, for a meeting that is still being prepared."""
    if meeting.calendar_state == s.C.CANCELLED:
        return meeting.cancelled_because
    if meeting.before_use or meeting.minutes_state != s.M.NONE:
        return ""
    code = {
        s.A.OPEN: ("items_closed", "material", "chair", "dispatch"),
        s.A.CLOSED: ("material", "chair", "dispatch"),
        s.A.TO_CHAIR: ("chair", "dispatch"),
        s.A.APPROVED: ("dispatch",),
    }.get(s.AgendaState(meeting.agenda_state), ())
    waiting = [deadline for deadline in meeting.deadlines.all() if deadline.code in code]
    coming = [deadline for deadline in waiting if day_of(deadline.at) >= today]
    if coming:
        return f"{coming[0].label}: {in_days(day_of(coming[0].at), today)}"
    if waiting:
        return f"{waiting[-1].label}: {in_days(day_of(waiting[-1].at), today)}"
    return in_days(day, today) if day >= today else ""


HEADERS = ("Dato", "Organ", "Begynder", "Slutter", "Sted", "Status", "Ekstra møde")
KEYS = ("dato", "organ", "begynder", "slutter", "sted", "status", "ekstra")


def table(rows: Sequence[Meeting]) -> list[tuple[str, ...]]:
    """The list as a file holds it."""
    return [
        (
            day_of(row.starts_at).isoformat(),
            row.body.name,
            row.starts_at.astimezone(ZONE).strftime("%H:%M"),
            row.ends_at.astimezone(ZONE).strftime("%H:%M"),
            row.place or place_words(row),
            headline(row)[0],
            _("ja") if row.extra else _("nej"),
        )
        for row in rows
    ]
