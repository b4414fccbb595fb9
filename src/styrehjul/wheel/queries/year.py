"""One year of the wheel: meetings, standing items and activities by quarter, what is done and what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from styrehjul.audit.current import kept
from styrehjul.bodies.domain.model import ActivityRule, CadenceKind, KommissoriumText, SlotKind, StandingRule
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import active_bodies, kommissorium_on, municipality
from styrehjul.briefings.domain.states import STANDING
from styrehjul.briefings.queries.receiving import Told, told_in_year
from styrehjul.kernel.danish import ZONE, day_text, weekday_text
from styrehjul.kernel.days import quarter_end, quarter_of, quarter_start
from styrehjul.meetings.domain.states import AgendaState, CalendarState, MinutesState
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.wheel.domain.rolling import RollStatus, YearProposal
from styrehjul.wheel.domain.status import count_of
from styrehjul.wheel.models import Occurrence
from styrehjul.wheel.queries.proposals import around, rules_day
from styrehjul.wheel.queries.values import Box, Count, Line, MeetingLine, Quarter, Year

# (meeting, standing key, treatment key) of each standing item that a meeting of the year has.
Treated = tuple[tuple[int, str, int], ...]


def year_of(year: int, on: date, treated: Treated | None = None) -> Year:
    """The wheel of one year as it stands on the day `on`; `treated` where it is known already."""
    text = kommissorium_on(rules_day(year, on))
    bodies = [body for body in active_bodies(rules_day(year, on)) if any(b.code == body.code for b in text.bodies)]
    in_use_from = municipality().in_use_from
    meetings = list(
        Meeting.objects.filter(year=year, body__in=bodies)
        .select_related("body", "feeds", "feeds__body")
        .prefetch_related("deadlines")
        .order_by("starts_at")
    )
    standing: dict[tuple[int, str], list[int]] = defaultdict(list)
    for meeting, key, item in treated_in(year) if treated is None else treated:
        standing[(meeting, key)].append(item)
    # With what points back to each: only rows that have everything with them are kept for the next reader.
    occurrences = list(
        Occurrence.objects.filter(year=year, body__in=bodies)
        .select_related("body__parent__parent", "seminar")
        .order_by("on", "pk")
    )
    told = kept(("told", year), lambda: told_in_year(year), of=())
    made = any(meeting.slot for meeting in meetings)
    proposal = around(year, text, meetings, occurrences) if made else None
    passed = _passed(proposal)
    quarters = tuple(
        _quarter(number, year, on, text, bodies, meetings, standing, occurrences, in_use_from, passed, told)
        for number in range(1, 5)
    )
    counts = tuple(
        _count(body, text, proposal, meetings, in_use_from)
        for body in bodies
        if proposal and text.body(body.code).cadence.kind is not CadenceKind.AS_NEEDED
    )
    activity_keys = {rule.key: rule for rule in text.activities}
    known = [o for o in occurrences if o.key in activity_keys or not o.key]
    return Year(
        year=year,
        rolled=made,
        in_use_from=in_use_from,
        bodies=tuple(bodies),
        quarters=quarters,
        counts=counts,
        seminars=tuple(o for o in known if not o.optional and o.key),
        without=tuple(_without(text, known, year, in_use_from, on, bool(meetings))),
        dialogue_sentence=_dialogue_sentence(known, year),
    )


def treated_in(year: int) -> Treated:
    """The standing items on the year's meetings: all that the wheel knows of items, which change oftener than it."""
    rows = (
        Treatment.objects.filter(meeting__year=year)
        .exclude(standing_key="")
        .exclude(state__in=["withdrawn", "rejected"])
        .order_by("position", "pk")
        .values_list("meeting_id", "standing_key", "pk")
    )
    return kept(("treated", year), lambda: tuple(rows), of=())


def meeting_state(meeting: Meeting) -> str:
    """held, preparing, planned, before_use or cancelled: what the wheel fills, rims or leaves empty."""
    if meeting.calendar_state == CalendarState.CANCELLED:
        return "cancelled"
    if meeting.before_use:
        return "before_use"
    if meeting.ended_at or meeting.minutes_state in (
        MinutesState.WITH_CHAIR,
        MinutesState.COMMENTING,
        MinutesState.APPROVED,
    ):
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
    treated: dict[tuple[int, str], list[int]],
    occurrences: list[Occurrence],
    in_use_from: date,
    passed: frozenset[tuple[str, int]],
    told: Mapping[tuple[int, str, int], Told],
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
                    _briefed(
                        _item_line(rule, text, here, treated, mine, number, end, on, before_use),
                        told.get((body.pk, STANDING[rule.key].value, number)),
                        over=end < on,
                    )
                    if rule.key in STANDING
                    else _item_line(rule, text, here, treated, mine, number, end, on, before_use)
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
    treated: dict[tuple[int, str], list[int]],
    occurrences: list[Occurrence],
    number: int,
    end: date,
    on: date,
    before_use: bool,
) -> Line:
    note = _doubt(rule, number, text)
    moved = any(o.key == rule.key and o.moved and o.quarter == number for o in occurrences)
    for meeting in here:
        for pk in treated.get((meeting.pk, rule.key), []):
            over = end < on and not rule.optional and not before_use
            state = "held" if meeting.ended_at else "missing" if over else "moved" if moved else "planned"
            return Line(rule.key, rule.title, state, f"/moeder/{meeting.pk}/#punkt-{pk}", note, rule.movable)
    if before_use or any(meeting.before_use for meeting in here):
        return Line(rule.key, rule.title, "before_use", note=note, movable=rule.movable)
    state = "missing" if end < on and not rule.optional else "planned" if here else "not_rolled"
    return Line(rule.key, rule.title, state, note=note, movable=rule.movable)


def _briefed(line: Line, told: Told | None, *, over: bool) -> Line:
    """An item that informs somebody is done when they have been told, not when the meeting was held (R44)."""
    if told is not None and told.sent_at is not None:
        return replace(line, state="held", url=told.url, note=f"sendt {day_text(told.sent_at.astimezone(ZONE).date())}")
    if line.state == "before_use":
        return line
    if told is not None:
        line = replace(line, url=told.url, note="kladden venter på at blive sendt", draft=True)
    if over:
        return replace(line, state="missing")
    return replace(line, state="planned") if line.state == "held" else line


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
