"""Rolling a year, and changing what stands on its wheel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from secrets import token_urlsafe

from styrehjul.audit.unit import record, store
from styrehjul.bodies.domain.model import BodyRules
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import calendar, kommissorium_on
from styrehjul.kernel.danish import ZONE, weekday_text
from styrehjul.kernel.days import quarter_of
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions as meetings
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.people.models import Person
from styrehjul.people.policy import require
from styrehjul.wheel.actions.seminars import follow_cancelled, follow_change
from styrehjul.wheel.domain.rolling import PlannedMeeting, RollStatus, YearProposal
from styrehjul.wheel.models import CalendarSubscription, Occurrence
from styrehjul.wheel.queries import proposal_of, rules_day

FIRST_YEAR, YEARS_AHEAD = 2000, 10
DEFAULT_MINUTES = 120


@dataclass(frozen=True)
class Rolled:
    """What rolling made, and the proposal it was made from."""

    proposal: YearProposal
    meetings: tuple[Meeting, ...]
    activities: tuple[Occurrence, ...]


def _permit(by: Person | None, action: str, obj: object, at: datetime) -> None:
    """The table is asked for people; the system itself (a command, the demo) needs no seat."""
    if by is not None:
        require(by, action, obj, on=at.astimezone(ZONE).date())


def roll_year(year: int, *, by: Person | None, at: datetime) -> Rolled:
    """Make the meetings, deadlines, standing items and activities of a year that are not there yet.

    Rolling again makes nothing: a meeting is known by its body, year and slot, also when it was moved or cancelled.
    """
    _permit(by, "wheel.roll", None, at)
    today = at.astimezone(ZONE).date()
    if not FIRST_YEAR <= year <= today.year + YEARS_AHEAD:
        raise Refused("wheel.year_out_of_range", first=FIRST_YEAR, last=today.year + YEARS_AHEAD)
    proposal = proposal_of(year, today)
    text = kommissorium_on(rules_day(year, today))
    bodies = {body.code: body for body in Body.objects.all()}
    made: dict[tuple[str, date], Meeting] = {
        (m.body.code, m.starts_at.astimezone(ZONE).date()): m
        for m in Meeting.objects.filter(year__in=(year, year + 1)).select_related("body")
    }
    created = []
    # The meeting that is fed comes first, so that the one feeding it can point at it.
    for planned in sorted(proposal.new_meetings, key=lambda row: (row.feeds is not None, row.date)):
        meeting = _plan(planned, year, bodies[planned.body], text.body(planned.body), made, by=by, at=at)
        made[(planned.body, planned.date)] = meeting
        created.append(meeting)
    activities = [
        _make(
            Occurrence(
                key=row.key,
                body=bodies[row.body],
                year=year,
                slot=row.slot,
                quarter=row.quarter,
                on=row.date,
                title=row.title,
                optional=row.optional,
            ),
            by=by,
            at=at,
        )
        for row in proposal.new_activities
        if not row.optional
    ]
    if created or activities:
        record(
            "wheel.roll", by=by, at=at, changes={"year": year, "meetings": len(created), "activities": len(activities)}
        )
    return Rolled(proposal, tuple(created), tuple(activities))


def _plan(
    planned: PlannedMeeting,
    year: int,
    body: Body,
    rules: BodyRules,
    made: dict[tuple[str, date], Meeting],
    *,
    by: Person | None,
    at: datetime,
) -> Meeting:
    minutes = rules.settings.meeting_minutes or DEFAULT_MINUTES
    labels = {rule.code: rule for rule in rules.deadlines}
    return meetings.plan_meeting(
        body=body,
        year=year,
        slot=planned.slot or "",
        starts_at=planned.starts_at,
        ends_at=planned.starts_at + timedelta(minutes=minutes),
        feeds=made.get(planned.feeds) if planned.feeds else None,
        deadlines=[
            (d.code, d.label, role.value if (role := labels[d.code].responsible) else "", d.at, d.suggested)
            for d in planned.deadlines
            if d.at is not None
        ],
        items=planned.agenda,
        place=rules.settings.place or "",
        rolled=True,
        by=by,
        at=at,
    )


def _make(occurrence: Occurrence, *, by: Person | None, at: datetime) -> Occurrence:
    store(occurrence, by=by, at=at, action="occurrence.create")
    return occurrence


def add_occurrence(
    body: Body, *, title: str, on: date, place: str = "", notes: str = "", by: Person, at: datetime
) -> Occurrence:
    """Put a dialogue meeting, or another activity that nobody is owed, on the wheel."""
    _permit(by, "occurrence.change", body, at)
    _refuse_closed(on)
    optional = next((r for r in kommissorium_on(on).activities if r.optional and r.body == body.code), None)
    taken = Occurrence.objects.filter(body=body, year=on.year).count()
    occurrence = Occurrence(
        key=optional.key if optional else "",
        body=body,
        year=on.year,
        slot=f"extra-{taken + 1}",
        quarter=quarter_of(on),
        on=on,
        title=title,
        optional=True,
        place=place,
        notes=notes,
    )
    return _make(occurrence, by=by, at=at)


def change_occurrence(
    occurrence: Occurrence, *, on: date | None, place: str, notes: str, title: str, by: Person, at: datetime
) -> Occurrence:
    """Give an activity its date, place and notes. Inside its year it moves freely (kommissorium, appendix 1)."""
    _permit(by, "occurrence.change", occurrence, at)
    _refuse_over(occurrence)
    if on is not None and on != occurrence.on:
        if on.year != occurrence.year:
            raise Refused("occurrence.other_year", title=occurrence.title, year=occurrence.year)
        _refuse_closed(on)
        occurrence.moved = occurrence.moved or quarter_of(on) != occurrence.quarter
        occurrence.on, occurrence.quarter = on, quarter_of(on)
    was = Occurrence.objects.filter(pk=occurrence.pk).values_list("on", "place", "title").first()
    occurrence.place, occurrence.notes, occurrence.title = place, notes, title or occurrence.title
    store(occurrence, by=by, at=at, action="occurrence.change")
    if was != (occurrence.on, occurrence.place, occurrence.title):
        follow_change(occurrence, by=by, at=at)
    return occurrence


def hold_occurrence(occurrence: Occurrence, *, by: Person, at: datetime) -> Occurrence:
    """Note that the activity was held."""
    _permit(by, "occurrence.change", occurrence, at)
    _refuse_over(occurrence)
    if occurrence.on is None or occurrence.on > at.astimezone(ZONE).date():
        raise Refused("occurrence.held_in_future", title=occurrence.title)
    occurrence.status = "held"
    store(occurrence, by=by, at=at, action="occurrence.hold")
    return occurrence


def cancel_occurrence(occurrence: Occurrence, *, reason: str, by: Person, at: datetime) -> Occurrence:
    """Leave the activity out this year; the wheel then shows that the year is without it."""
    _permit(by, "occurrence.change", occurrence, at)
    _refuse_over(occurrence)
    if not reason.strip():
        raise Refused("reason.needed")
    occurrence.status, occurrence.reason = "cancelled", reason
    store(occurrence, by=by, at=at, action="occurrence.cancel", reason=reason)
    follow_cancelled(occurrence, by=by, at=at)
    return occurrence


def restore_occurrence(occurrence: Occurrence, *, by: Person, at: datetime) -> Occurrence:
    """Take a left-out activity back on the wheel."""
    _permit(by, "occurrence.change", occurrence, at)
    occurrence.status, occurrence.reason = "planned", ""
    store(occurrence, by=by, at=at, action="occurrence.restore")
    return occurrence


def move_standing_item(body: Body, key: str, *, year: int, quarter: int, by: Person, at: datetime) -> Occurrence:
    """Move a movable standing item to another quarter of the year; it follows on the agendas that are not sent."""
    _permit(by, "occurrence.change", body, at)
    rule = kommissorium_on(rules_day(year, at.astimezone(ZONE).date())).body(body.code).standing_item(key)
    if not rule.movable:
        raise Refused("wheel.item_not_movable", title=rule.title)
    placed = Treatment.objects.filter(body=body, meeting__year=year, standing_key=key).select_related("meeting")
    old = placed.exclude(state__in=("withdrawn", "rejected", "dropped")).first()
    if old is not None and old.meeting is not None and old.meeting.agenda_state in ("sent", "adopted"):
        raise Refused("wheel.item_already_sent", title=rule.title)
    occurrence = Occurrence.objects.filter(key=key, body=body, year=year).first() or Occurrence(
        key=key, body=body, year=year, slot="item", title=rule.title, quarter=quarter
    )
    occurrence.quarter, occurrence.moved, occurrence.status = quarter, True, "planned"
    store(occurrence, by=by, at=at, action="occurrence.move_item")
    if old is not None:
        meetings.remove_item(old, reason=f"Flyttet til {quarter}. kvartal", by=by, at=at)
    target = next(
        (
            m
            for m in Meeting.objects.filter(body=body, year=year, extra=False).exclude(calendar_state="cancelled")
            if quarter_of(m.starts_at.astimezone(ZONE).date()) == quarter and m.agenda_state not in ("sent", "adopted")
        ),
        None,
    )
    if target is not None:
        meetings.add_standing_item(target, key, by=by, at=at)
    return occurrence


def subscribe(person: Person, *, by: Person, at: datetime) -> CalendarSubscription:
    """Give a person a new secret calendar address; an old one stops working at once."""
    _permit(by, "subscription.own", person, at)
    CalendarSubscription.objects.filter(person=person).delete()
    subscription = CalendarSubscription.objects.create(person=person, token=token_urlsafe(32), made_at=at)
    record("subscription.create", person, by=by, at=at)
    return subscription


def unsubscribe(person: Person, *, by: Person, at: datetime) -> None:
    """Let the calendar address stop working."""
    _permit(by, "subscription.own", person, at)
    CalendarSubscription.objects.filter(person=person).delete()
    record("subscription.end", person, by=by, at=at)


def _refuse_closed(on: date) -> None:
    because = calendar().closed_because(on)
    if because:
        raise Refused("occurrence.not_working_day", day=weekday_text(on, year=True), because=because)


def _refuse_over(occurrence: Occurrence) -> None:
    if occurrence.status != "planned":
        raise Refused("occurrence.over", title=occurrence.title, state=occurrence.get_status_display().lower())


def status_words(planned: PlannedMeeting) -> str:
    """What rolling means for a meeting, for the preview."""
    return {
        RollStatus.NEW: "oprettes",
        RollStatus.UNCHANGED: "findes",
        RollStatus.MOVED: "flyttet, beholdes",
        RollStatus.BEFORE_USE: "før Styrehjul",
    }[planned.status]
