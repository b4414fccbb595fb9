"""The meeting plan of a year as one sheet, and the calendar feed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.db.models import Q

from styrehjul.bodies.models import SeatHolding
from styrehjul.bodies.queries import municipality
from styrehjul.documents import calendar as ics
from styrehjul.documents.pdf import meeting_plan_pdf
from styrehjul.documents.sheets import to_xlsx
from styrehjul.documents.values import PlanActivity, PlanBody, PlanDeadline, PlanDoc, PlanMeeting
from styrehjul.kernel.danish import ZONE, clock, day_text, weekday_text
from styrehjul.meetings.domain.states import CalendarState
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.reminders import open_duties
from styrehjul.people.models import Person
from styrehjul.wheel.models import Occurrence
from styrehjul.wheel.queries import Year

KEPT_CANCELLED = timedelta(days=90)
PLAN_CODES = ("call", "items_closed", "material", "management_meeting", "chair", "dispatch")


def _meetings(year: int) -> list[Meeting]:
    return list(
        Meeting.objects.filter(year=year)
        .exclude(calendar_state=CalendarState.CANCELLED.value)
        .select_related("body")
        .prefetch_related("deadlines")
        .order_by("starts_at")
    )


def plan_pdf(view: Year, at: datetime) -> bytes:
    """All bodies' dates and deadlines of the year on one A4."""
    meetings = _meetings(view.year)
    bodies = [
        PlanBody(
            name=body.name,
            meetings=tuple(
                PlanMeeting(
                    on=m.starts_at.astimezone(ZONE).date(),
                    time=f"kl. {clock(m.starts_at)}–{clock(m.ends_at)}",
                    place=m.place,
                    state="Ekstra møde" if m.extra else "",
                    deadlines=tuple(
                        PlanDeadline(d.label, d.at.astimezone(ZONE).date())
                        for code in PLAN_CODES
                        for d in m.deadlines.all()
                        if d.code == code
                    ),
                )
                for m in meetings
                if m.body_id == body.pk
            ),
        )
        for body in view.bodies
    ]
    return meeting_plan_pdf(
        PlanDoc(
            municipality=municipality().name,
            title=f"Mødeplan {view.year}",
            year=view.year,
            built_at=at,
            bodies=tuple(bodies),
            activities=tuple(
                PlanActivity(
                    when=weekday_text(o.on) if o.on else f"{o.quarter}. kvartal", title=o.title, responsible=o.body.name
                )
                for o in Occurrence.objects.filter(year=view.year, moved=False)
                .exclude(status="cancelled")
                .select_related("body")
                if o.slot != "item"
            ),
        )
    )


def plan_xlsx(year: int) -> bytes:
    """The same as a sheet: one row per meeting and deadline."""
    rows: list[tuple[str, date | str, str, str, str]] = []
    for m in _meetings(year):
        day = m.starts_at.astimezone(ZONE).date()
        rows.append((m.body.name, day, f"{clock(m.starts_at)}–{clock(m.ends_at)}", "Møde", m.place))
        rows += [
            (m.body.name, d.at.astimezone(ZONE).date(), clock(d.at), d.label, f"før mødet {day_text(day)}")
            for d in m.deadlines.all()
        ]
    rows += [
        (o.body.name, o.on or f"{o.quarter}. kvartal", "", o.title, "")
        for o in Occurrence.objects.filter(year=year, moved=False).exclude(status="cancelled").select_related("body")
        if o.slot != "item"
    ]
    return to_xlsx(f"Mødeplan {year}", ("Organ", "Dato", "Tid", "Hvad", "Bemærkning"), rows)


def feed_of(person: Person, at: datetime, host: str) -> tuple[bytes, datetime]:
    """The feed of one person: meetings of all bodies, their deadlines, activities, and what the person is to do.

    Only meetings of bodies where the person has a seat take up the time. Titles of items are in it where the item is
    the person's own and its title is not hidden. Returns the calendar and when anything in it last changed.
    """
    since = at - timedelta(days=400)
    meetings = list(
        Meeting.objects.filter(starts_at__gte=since)
        .filter(~Q(calendar_state=CalendarState.CANCELLED.value) | Q(updated_at__gte=at - KEPT_CANCELLED))
        .select_related("body")
        .prefetch_related("deadlines")
    )
    activities = list(
        Occurrence.objects.filter(on__gte=since.date())
        .exclude(slot="item")
        .filter(~Q(status="cancelled") | Q(updated_at__gte=at - KEPT_CANCELLED))
    )
    seats = list(SeatHolding.objects.filter(person=person))
    entries = [
        *_meeting_entries(meetings, seats, host),
        *_activity_entries(activities, host),
        *_own_entries(person, host),
    ]
    changed = max((entry.changed_at for entry in entries), default=at)
    return ics.feed(f"Styrehjul, {municipality().name}", entries), changed


def _meeting_entries(meetings: Iterable[Meeting], seats: Sequence[SeatHolding], host: str) -> Iterable[ics.FeedEntry]:
    for m in meetings:
        gone, day = m.calendar_state == CalendarState.CANCELLED, m.starts_at.astimezone(ZONE).date()
        yield ics.FeedEntry(
            uid=f"moede-{m.uuid}",
            starts=m.starts_at,
            ends=m.ends_at,
            summary=f"{m.body.name}{' (aflyst)' if gone else ''}",
            changed_at=m.updated_at,
            location=m.place,
            url=f"{host}{m.get_absolute_url()}",
            cancelled=gone,
            busy=any(h.body_id == m.body_id and h.start <= day and (h.end is None or day <= h.end) for h in seats),
        )
        if gone or m.before_use:
            continue
        for d in m.deadlines.all():
            yield ics.FeedEntry(
                uid=f"frist-{m.uuid}-{d.code}",
                starts=d.at.astimezone(ZONE).date(),
                ends=None,
                summary=f"{d.label}: {m.body.name} {day_text(day, year=False)}",
                changed_at=m.updated_at,
                url=f"{host}{m.get_absolute_url()}",
            )


def _activity_entries(activities: Iterable[Occurrence], host: str) -> Iterable[ics.FeedEntry]:
    for o in activities:
        if o.on is None:
            continue
        yield ics.FeedEntry(
            uid=f"aktivitet-{o.uuid}",
            starts=o.on,
            ends=None,
            summary=o.title,
            changed_at=o.updated_at,
            location=o.place,
            url=f"{host}/aarshjul/aktivitet/{o.pk}/",
            cancelled=o.status == "cancelled",
        )


def _own_entries(person: Person, host: str) -> Iterable[ics.FeedEntry]:
    """What the person is to do, on the day it is due. What is done is gone."""
    for duty in open_duties():
        if duty.responsible is None or duty.responsible.pk != person.pk:
            continue
        yield ics.FeedEntry(
            uid=f"opgave-{hashlib.sha256(duty.url.encode()).hexdigest()[:32]}",
            starts=duty.due,
            ends=None,
            summary=f"{duty.title} ({duty.context})",
            changed_at=duty.changed_at,
            url=f"{host}{duty.url}",
        )
