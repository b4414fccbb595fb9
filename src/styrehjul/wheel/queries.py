"""Reads about a year's wheel: meetings, standing items and activities by quarter, what is done and what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q

from styrehjul.bodies.domain.model import ActivityRule, CadenceKind, KommissoriumText, SlotKind, StandingRule
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import active_bodies, calendar, kommissorium_on, municipality, standing_of
from styrehjul.kernel.danish import ZONE, day_text, weekday_text
from styrehjul.kernel.days import quarter_end, quarter_of, quarter_start
from styrehjul.meetings.domain.states import AgendaState, CalendarState, MinutesState
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.people.models import Person
from styrehjul.people.queries import remembered
from styrehjul.ui.todo import ToDo
from styrehjul.wheel.domain.drawing import Entry, Wheel, draw
from styrehjul.wheel.domain.rolling import MadeActivity, MadeMeeting, RollStatus, YearProposal, proposal_for
from styrehjul.wheel.domain.status import count_of
from styrehjul.wheel.models import Occurrence

STATE_WORDS = {
    "held": "udført",
    "planned": "planlagt",
    "preparing": "forberedes",
    "missing": "mangler",
    "moved": "flyttet",
    "before_use": "før Styrehjul",
    "cancelled": "udgået",
    "optional": "valgfri",
    "not_rolled": "ikke oprettet endnu",
}


@dataclass(frozen=True)
class Line:
    """One standing item or activity in one quarter."""

    key: str
    title: str
    state: str
    url: str = ""
    note: str = ""
    movable: bool = False

    @property
    def words(self) -> str:
        """The state as people say it."""
        return STATE_WORDS[self.state]


@dataclass(frozen=True)
class MeetingLine:
    """One meeting in a quarter."""

    pk: int
    url: str
    day: date
    starts_at: datetime
    state: str
    words: str
    extra: bool
    body_name: str
    prepared_from: date | None = None
    prepared_to: date | None = None


@dataclass(frozen=True)
class Box:
    """One body in one quarter: a box of the kommissorium's appendix."""

    body: Body
    ring: int
    meetings: tuple[MeetingLine, ...]
    items: tuple[Line, ...]
    activities: tuple[Line, ...]
    before_use: bool = False


@dataclass(frozen=True)
class Quarter:
    """A quarter with a box for each body."""

    number: int
    start: date
    end: date
    current: bool
    before_use: bool
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Count:
    """How many meetings a body has of those it should have. `sentence` is "Styregruppe: 3 af 4 møder"."""

    body: Body
    held_or_planned: int
    expected: int | None
    extra: int
    sentence: str
    deviates: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Year:
    """Everything that the wheel's page shows of one year."""

    year: int
    rolled: bool
    in_use_from: date
    bodies: tuple[Body, ...]
    quarters: tuple[Quarter, ...]
    counts: tuple[Count, ...]
    seminars: tuple[Occurrence, ...]
    without: tuple[str, ...]
    dialogue_sentence: str

    @property
    def in_order(self) -> list[MeetingLine]:
        """The year's meetings by date, as a phone shows them."""
        found = [meeting for quarter in self.quarters for box in quarter.boxes for meeting in box.meetings]
        return sorted(found, key=lambda meeting: meeting.starts_at)

    @property
    def missing(self) -> list[tuple[Quarter, Box, Line]]:
        """What should have been done and was not, with its place."""
        return [
            (quarter, box, line)
            for quarter in self.quarters
            for box in quarter.boxes
            for line in (*box.items, *box.activities)
            if line.state == "missing"
        ]


def rules_day(year: int, today: date) -> date:
    """The day whose kommissorium draws a year's wheel: today in the present year, else the year's nearest end."""
    if year == today.year:
        return today
    return date(year, 12, 31) if year < today.year else date(year, 1, 1)


def year_of(year: int, on: date) -> Year:
    """The wheel of one year as it stands on the day `on`."""
    text = kommissorium_on(rules_day(year, on))
    bodies = [body for body in active_bodies(rules_day(year, on)) if any(b.code == body.code for b in text.bodies)]
    in_use_from = municipality().in_use_from
    meetings = list(
        Meeting.objects.filter(year=year, body__in=bodies)
        .select_related("body", "feeds", "feeds__body")
        .prefetch_related("deadlines")
        .order_by("starts_at")
    )
    treated = _treated(year, bodies)
    occurrences = list(
        Occurrence.objects.filter(year=year, body__in=bodies).select_related("body").order_by("on", "pk")
    )
    made = any(meeting.slot for meeting in meetings)
    proposal = _proposal(year, text, meetings, occurrences) if made else None
    passed = _passed(proposal)
    quarters = tuple(
        _quarter(number, year, on, text, bodies, meetings, treated, occurrences, in_use_from, passed)
        for number in range(1, 5)
    )
    counts = tuple(
        _count(body, text, proposal, meetings, in_use_from)
        for body in bodies
        if proposal and text.body(body.code).cadence.kind is not CadenceKind.AS_NEEDED
    )
    activity_keys = {rule.key: rule for rule in text.activities}
    kept = [o for o in occurrences if o.key in activity_keys or not o.key]
    return Year(
        year=year,
        rolled=made,
        in_use_from=in_use_from,
        bodies=tuple(bodies),
        quarters=quarters,
        counts=counts,
        seminars=tuple(o for o in kept if not o.optional and o.key),
        without=tuple(_without(text, kept, year, in_use_from, on, bool(meetings))),
        dialogue_sentence=_dialogue_sentence(kept, year),
    )


def _treated(year: int, bodies: Iterable[Body]) -> dict[tuple[int, str], list[tuple[int, str]]]:
    """(meeting, standing key) -> (treatment key, minutes state) of the year, one query."""
    found: dict[tuple[int, str], list[tuple[int, str]]] = defaultdict(list)
    rows = (
        Treatment.objects.filter(meeting__year=year, body__in=list(bodies))
        .exclude(standing_key="")
        .exclude(state__in=["withdrawn", "rejected"])
        .values_list("meeting_id", "standing_key", "pk", "state")
    )
    for meeting, key, pk, state in rows:
        found[(meeting, key)].append((pk, state))
    return found


def meeting_state(meeting: Meeting) -> str:
    """held, preparing, planned, before_use or cancelled: what the wheel fills, rims or leaves empty."""
    if meeting.calendar_state == CalendarState.CANCELLED:
        return "cancelled"
    if meeting.before_use:
        return "before_use"
    if meeting.ended_at or meeting.minutes_state in (MinutesState.WITH_CHAIR, MinutesState.APPROVED):
        return "held"
    if meeting.calendar_state == CalendarState.INVITED or meeting.agenda_state != AgendaState.OPEN:
        return "preparing"
    return "planned"


def meeting_line(meeting: Meeting) -> MeetingLine:
    """A meeting as the wheel and its table tell it."""
    day = meeting.starts_at.astimezone(ZONE).date()
    state = meeting_state(meeting)
    spoken = {
        "held": "afholdt",
        "preparing": "dagsorden forberedes",
        "planned": "planlagt",
        "cancelled": "aflyst",
        "before_use": "afholdt før Styrehjul",
    }[state]
    if state == "preparing" and meeting.agenda_state == AgendaState.SENT:
        spoken = "dagsorden udsendt"
    before = {d.code: d.at.astimezone(ZONE).date() for d in meeting.deadlines.all()}
    first = min((at for at in before.values() if at < day), default=None)
    return MeetingLine(
        pk=meeting.pk,
        url=meeting.get_absolute_url(),
        day=day,
        starts_at=meeting.starts_at,
        state=state,
        words=spoken + (", ekstra møde" if meeting.extra else ""),
        extra=meeting.extra,
        body_name=meeting.body.name,
        prepared_from=None if meeting.before_use else first,
        prepared_to=before.get("dispatch"),
    )


def _quarter(
    number: int,
    year: int,
    on: date,
    text: KommissoriumText,
    bodies: list[Body],
    meetings: list[Meeting],
    treated: dict[tuple[int, str], list[tuple[int, str]]],
    occurrences: list[Occurrence],
    in_use_from: date,
    passed: frozenset[tuple[str, int]],
) -> Quarter:
    start, end = quarter_start(year, number), quarter_end(year, number)
    whole_before_use = end < in_use_from
    boxes = []
    for ring, body in enumerate(bodies):
        here = [
            m for m in meetings if m.body_id == body.pk and quarter_of(m.starts_at.astimezone(ZONE).date()) == number
        ]
        before_use = whole_before_use or (not here and (body.code, number) in passed)
        mine = [o for o in occurrences if o.body_id == body.pk]
        rules = text.body(body.code)
        in_order = [m for m in meetings if m.body_id == body.pk and not m.extra]
        boxes.append(
            Box(
                body=body,
                ring=ring,
                meetings=tuple(meeting_line(meeting) for meeting in here),
                items=tuple(
                    _item_line(rule, text, here, treated, mine, number, end, on, before_use)
                    for rule in rules.standing_items
                    if rule.enabled
                    and rule.profile.value == "standing"
                    and number in _quarters(rule, mine, here, in_order)
                ),
                activities=tuple(_activity_lines(text, body, mine, number, end, on, before_use)),
                before_use=before_use,
            )
        )
    return Quarter(number, start, end, start <= on <= end, whole_before_use, tuple(boxes))


def _passed(proposal: YearProposal | None) -> frozenset[tuple[str, int]]:
    """The quarters in which a body's meeting lay before the day of taking into use: owed to nobody."""
    rows = proposal.meetings if proposal else ()
    return frozenset((row.body, row.quarter) for row in rows if row.status is RollStatus.BEFORE_USE)


def _quarters(
    rule: StandingRule | ActivityRule, occurrences: list[Occurrence], here: list[Meeting], in_order: list[Meeting]
) -> frozenset[int]:
    """The quarters that a rule belongs to this year: where it was moved to, else where its slot says."""
    moved = [o for o in occurrences if o.key == rule.key and o.moved]
    if moved and len(_slot_quarters(rule, in_order)) == 1:
        return frozenset(o.quarter for o in moved if o.status != "cancelled")
    return _slot_quarters(rule, in_order)


def _slot_quarters(rule: StandingRule | ActivityRule, in_order: list[Meeting]) -> frozenset[int]:
    slot = rule.slot
    if slot is None:
        return frozenset()
    if slot.kind is SlotKind.QUARTERS:
        return frozenset(slot.numbers)
    wanted = [(month, 1) for month in slot.numbers] if slot.kind is SlotKind.MONTHS else []
    wanted = [slot.day] if slot.kind is SlotKind.DATE and slot.day else wanted
    if wanted:
        on_agendas = isinstance(rule, StandingRule)
        return frozenset(_quarter_from(month, day, in_order if on_agendas else []) for month, day in wanted)
    days = [quarter_of(meeting.starts_at.astimezone(ZONE).date()) for meeting in in_order]
    if slot.kind is SlotKind.NTH_MEETINGS:
        return frozenset(days[n - 1] for n in slot.numbers if n <= len(days))
    return frozenset(days) or frozenset({1, 2, 3, 4})


def _quarter_from(month: int, day: int, in_order: list[Meeting]) -> int:
    """The quarter of the first meeting from that day on, which bears the item; without one, the day's own."""
    for meeting in in_order:
        at = meeting.starts_at.astimezone(ZONE).date()
        if (at.month, at.day) >= (month, day):
            return quarter_of(at)
    return (month - 1) // 3 + 1


def _item_line(
    rule: StandingRule,
    text: KommissoriumText,
    here: list[Meeting],
    treated: dict[tuple[int, str], list[tuple[int, str]]],
    occurrences: list[Occurrence],
    number: int,
    end: date,
    on: date,
    before_use: bool,
) -> Line:
    note = _doubt(rule, number, text)
    moved = any(o.key == rule.key and o.moved and o.quarter == number for o in occurrences)
    for meeting in here:
        for pk, _state in treated.get((meeting.pk, rule.key), []):
            over = end < on and not rule.optional and not before_use
            state = "held" if meeting.ended_at else "missing" if over else "moved" if moved else "planned"
            return Line(rule.key, rule.title, state, f"/moeder/{meeting.pk}/#punkt-{pk}", note, rule.movable)
    if before_use or any(meeting.before_use for meeting in here):
        return Line(rule.key, rule.title, "before_use", note=note, movable=rule.movable)
    state = "missing" if end < on and not rule.optional else "planned" if here else "not_rolled"
    return Line(rule.key, rule.title, state, note=note, movable=rule.movable)


def _doubt(rule: StandingRule | ActivityRule, number: int, text: KommissoriumText) -> str:
    if rule.certainty < 1:
        return f"Kvartal: {number} (usikker læsning af bilaget; kan flyttes)"
    return "ikke i bilaget" if rule.source.value == "supplement" else ""


def _activity_lines(
    text: KommissoriumText,
    body: Body,
    occurrences: list[Occurrence],
    number: int,
    end: date,
    on: date,
    before_use: bool,
) -> Iterable[Line]:
    """Activities of a body in a quarter: those that were made, and empty optional ones as invitations."""
    rules = {rule.key: rule for rule in text.activities if rule.enabled and rule.body == body.code}
    for occurrence in occurrences:
        if occurrence.quarter != number or (occurrence.key and occurrence.key not in rules):
            continue
        state = {"held": "held", "cancelled": "cancelled"}.get(occurrence.status, "planned")
        if state == "planned" and occurrence.on and occurrence.on < on:
            state = "before_use" if before_use else "planned" if occurrence.optional else "missing"
        note = day_text(occurrence.on) if occurrence.on else "uden dato endnu"
        yield Line(
            occurrence.key, occurrence.title, state, f"/aarshjul/aktivitet/{occurrence.pk}/", note,
            bool(occurrence.key and rules[occurrence.key].movable),
        )  # fmt: skip


def proposal_of(year: int, on: date) -> YearProposal:
    """The year as the kommissorium would have it, around what is already made."""
    text = kommissorium_on(rules_day(year, on))
    meetings = Meeting.objects.filter(year=year).select_related("body", "feeds", "feeds__body")
    return _proposal(year, text, list(meetings), list(Occurrence.objects.filter(year=year).select_related("body")))


def _proposal(
    year: int, text: KommissoriumText, meetings: list[Meeting], occurrences: list[Occurrence]
) -> YearProposal:
    standing = {(body.code, rule.key) for body in text.bodies for rule in body.standing_items}
    return proposal_for(
        year,
        text,
        calendar(),
        [_made(meeting) for meeting in meetings],
        municipality().in_use_from,
        made_activities=[
            MadeActivity(o.key, o.slot, o.quarter, o.on, o.moved, o.status == "cancelled")
            for o in occurrences
            if o.key and (o.body.code, o.key) not in standing
        ],
        moved_items={
            (o.body.code, o.key): o.quarter for o in occurrences if (o.body.code, o.key) in standing and o.moved
        },
    )


def _made(meeting: Meeting) -> MadeMeeting:
    start = meeting.starts_at.astimezone(ZONE)
    return MadeMeeting(
        body=meeting.body.code,
        slot=meeting.slot or None,
        on=start.date(),
        start=start.time(),
        by_hand=meeting.moved_by_hand,
        extra=meeting.extra,
        cancelled=meeting.calendar_state == CalendarState.CANCELLED,
        feeds=(meeting.feeds.body.code, meeting.feeds.starts_at.astimezone(ZONE).date()) if meeting.feeds else None,
    )


def _count(
    body: Body, text: KommissoriumText, proposal: YearProposal, meetings: list[Meeting], in_use_from: date
) -> Count:
    """ "3 af 4 møder"; in the year of starting only what lies after the start counts."""
    counted = count_of(proposal, text, body.code, in_use_from)
    live = [m for m in meetings if m.body_id == body.pk and m.calendar_state != CalendarState.CANCELLED]
    cancelled = [m for m in meetings if m.body_id == body.pk and m.calendar_state == CalendarState.CANCELLED]
    return Count(
        body=body,
        held_or_planned=counted.planned if live else 0,
        expected=counted.wanted,
        extra=counted.extra,
        sentence=f"{body.name}: {counted.sentence}",
        deviates=counted.deviates,
        reasons=tuple(
            f"{weekday_text(m.starts_at.astimezone(ZONE).date())} blev aflyst: {m.cancelled_because}" for m in cancelled
        ),
    )


def _without(
    text: KommissoriumText, occurrences: list[Occurrence], year: int, in_use_from: date, on: date, rolled: bool
) -> Iterable[str]:
    """Yearly activities that the year lacks: "2027 har intet internt digitaliseringsseminar"."""
    if not rolled or date(year, 12, 31) < in_use_from:
        return
    for rule in text.activities:
        if rule.optional or not rule.enabled:
            continue
        if not any(o.key == rule.key and o.status != "cancelled" for o in occurrences):
            yield f"{year} er uden {rule.title[:1].lower()}{rule.title[1:]}."


def _dialogue_sentence(occurrences: list[Occurrence], year: int) -> str:
    optional = [o for o in occurrences if o.optional and o.status != "cancelled"]
    if not optional:
        return ""
    return f"{len(optional)} {'dialogmøde' if len(optional) == 1 else 'dialogmøder'} i {year}"


def wheel_of(view: Year, on: date) -> Wheel:
    """The drawing of a year."""
    entries = []
    for quarter in view.quarters:
        for box in quarter.boxes:
            for meeting in box.meetings:
                entries.append(
                    Entry(
                        day=meeting.day,
                        ring=box.ring,
                        state=meeting.state,
                        words=f"{box.body.name} {weekday_text(meeting.day, year=True)}: {meeting.words}",
                        url=meeting.url,
                        prepared_from=meeting.prepared_from if meeting.state != "cancelled" else None,
                        prepared_to=meeting.prepared_to,
                    )
                )
    entries += _activity_entries(view)
    return draw(view.year, entries, bodies=max(len(view.bodies), 1), today=on)


def _activity_entries(view: Year) -> list[Entry]:
    rings = {body.pk: ring for ring, body in enumerate(view.bodies)}
    found = Occurrence.objects.filter(year=view.year, on__isnull=False).exclude(status="cancelled")
    return [
        Entry(
            day=o.on,
            ring=rings.get(o.body_id, 0),
            state=o.status,
            words=f"{o.title} {weekday_text(o.on, year=True)}: {'afholdt' if o.status == 'held' else 'planlagt'}",
            url=f"/aarshjul/aktivitet/{o.pk}/",
            shape="dot" if o.optional else "diamond",
        )
        for o in found
        if o.on and o.on.year == view.year
    ]


def middle_of(view: Year, on: date) -> dict[str, Any]:
    """The words in the middle of the wheel: today, and how long to the next meeting of the first body."""
    if view.year != on.year:
        return {"today": "", "lines": []}
    lines: list[tuple[int, str]] = []
    upcoming = [
        (line.day, box.body)
        for quarter in view.quarters
        for box in quarter.boxes
        for line in box.meetings
        if line.day >= on and line.state not in ("cancelled", "held") and box.ring == 0
    ]
    if upcoming:
        day, body = min(upcoming, key=lambda pair: pair[0])
        away = (day - on).days
        lines = [
            (32, "i dag" if away == 0 else f"{away} {'dag' if away == 1 else 'dage'} til"),
            (50, f"næste {body.name.lower()}møde"),
        ]
    return {"today": f"I dag {day_text(on, year=False)}", "lines": lines}


def next_for(person: Person, on: date) -> list[ToDo]:
    """For a secretary: roll next year in time, and what the wheel misses this year."""
    secretaries = standing_of(person, on).secretaries
    if not secretaries:
        return []
    todos = []
    if on.month >= 9 and not remembered(person, "next_rolled", on, lambda: _rolled(on.year + 1)):
        todos.append(
            ToDo(
                title=f"Opret årets møder for {on.year + 1}",
                url=f"/aarshjul/{on.year + 1}/",
                text="Møder, frister og faste punkter lægges ud fra kommissoriet",
                due=date(on.year, 12, 1),
                level="yellow" if on.month == 12 else "wait",
            )
        )
    return todos


def _rolled(year: int) -> bool:
    return Meeting.objects.filter(~Q(slot=""), year=year).exists()


def moment(day: date, at: time) -> datetime:
    """A clock time on a day in Denmark."""
    return datetime.combine(day, at, tzinfo=ZONE)
