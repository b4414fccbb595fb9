"""A meeting's preparation as steps with deadlines in words: what is done, what is now, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.kernel.danish import clock, day_text, weekday_text
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Approval, Meeting
from styrehjul.meetings.reading.words import day_of, hours, place_words
from styrehjul.ui.dates import in_days


@dataclass(frozen=True)
class Step:
    """One step. `state` is done, now or nothing."""

    title: str
    text: str
    state: str = ""
    url: str = ""


@dataclass(frozen=True)
class Standing:
    """How far the agenda is, counted: items, how many are ready, proposals that wait, and who will get it."""

    items: int
    ready: int
    waiting: int
    receivers: int
    chair_approves: bool = True
    # Where what waits is put on a meeting.
    waiting_url: str = ""


def steps_of(meeting: Meeting, standing: Standing, today: date) -> list[Step]:
    """The steps in their order. Deadlines of the body's own stand where their date puts them."""
    due = {deadline.code: deadline.at for deadline in meeting.deadlines.all()}
    agenda, minutes = s.AgendaState(meeting.agenda_state), s.MinutesState(meeting.minutes_state)
    now = _now(agenda, minutes, due, today)
    rows: list[tuple[str, datetime | None, str, str]] = [
        ("items", due.get("items_closed"), _("Emner"), _items_text(standing, due.get("items_closed"), today, now)),
        ("material", due.get("material"), _("Materiale"), _material_text(standing, due.get("material"), today, now)),
        (
            "chair",
            due.get("chair"),
            _("Formandens godkendelse") if standing.chair_approves else _("Godkendelse"),
            _latest(due.get("chair"), today, pending=now in ("items", "material", "chair")),
        ),
        ("dispatch", due.get("dispatch"), _("Udsendelse"), _dispatch_text(standing, due.get("dispatch"), today, now)),
        ("meeting", meeting.starts_at, _("Møde"), _meeting_text(meeting)),
        (
            "minutes",
            due.get("minutes_draft"),
            _("Referat"),
            _latest(due.get("minutes_draft"), today, pending=now == "minutes"),
        ),
    ]
    order = [code for code, *_rest in rows]
    place = order.index(now) if now else len(order)
    waiting = {"items": standing.waiting_url if standing.waiting and now in ("items", "material") else ""}
    states = {code: "done" if order.index(code) < place else "now" if code == now else "" for code in order}
    steps = [
        (at, Step(title, text, states[code], waiting.get(code, "")))
        for code, at, title, text in rows
        if at is not None or code in ("meeting", "minutes")
    ]
    return [step for _at, step in _with_own_deadlines(steps, meeting, today, place < len(order))]


def _now(agenda: s.AgendaState, minutes: s.MinutesState, due: dict[str, datetime], today: date) -> str:
    if minutes is s.M.APPROVED:
        return ""
    if minutes in (s.M.WITH_CHAIR, s.M.COMMENTING):
        return "minutes"
    if minutes is s.M.DRAFT or agenda in (s.A.SENT, s.A.ADOPTED):
        return "meeting"
    if agenda is s.A.APPROVED:
        return "dispatch"
    if agenda is s.A.TO_CHAIR:
        return "chair"
    closing = due.get("items_closed")
    return "items" if agenda is s.A.OPEN and closing is not None and day_of(closing) >= today else "material"


def _by(at: datetime, today: date, *, pending: bool) -> str:
    """ "onsdag 19. maj", with how late it is where it should have been done."""
    day = day_of(at)
    text = weekday_text(day) + (f" kl. {clock(at)}" if (clock(at)) not in ("0", "23.59") else "")
    return f"{text}, {in_days(day, today)}" if pending and day < today else text


def _items_text(standing: Standing, at: datetime | None, today: date, now: str) -> str:
    if at is None:
        return ""
    text = _("frist %(day)s") % {"day": _by(at, today, pending=False)}
    if standing.waiting and now in ("items", "material"):
        waiting = ngettext("%(n)d ønske venter", "%(n)d ønsker venter", standing.waiting) % {"n": standing.waiting}
        return f"{text}, {waiting}"
    return text


def _material_text(standing: Standing, at: datetime | None, today: date, now: str) -> str:
    if at is None:
        return ""
    pending = now in ("items", "material")
    counted = _("%(ready)d af %(all)d punkter er klar") % {"ready": standing.ready, "all": standing.items}
    text = _("frist %(day)s") % {"day": _by(at, today, pending=pending)}
    return f"{counted}, {text}" if pending and standing.items else text


def _dispatch_text(standing: Standing, at: datetime | None, today: date, now: str) -> str:
    if at is None:
        return ""
    to = ngettext("til %(n)d modtager", "til %(n)d modtagere", standing.receivers) % {"n": standing.receivers}
    return f"{_latest(at, today, pending=now in ('items', 'material', 'chair', 'dispatch'))} {to}"


def _latest(at: datetime | None, today: date, *, pending: bool) -> str:
    return _("senest %(day)s") % {"day": _by(at, today, pending=pending)} if at else ""


def _meeting_text(meeting: Meeting) -> str:
    parts = [f"{weekday_text(day_of(meeting.starts_at))} {hours(meeting)}", place_words(meeting)]
    return ", ".join(part for part in parts if part)


_KNOWN = frozenset({"items_closed", "material", "chair", "dispatch", "minutes_draft"})
# The product's own reminders, and steps that only a wider preparation shows.
_UNSEEN = frozenset({"call", "review", "late", "minutes_comments", "management_meeting"})


def _with_own_deadlines(
    steps: list[tuple[datetime | None, Step]], meeting: Meeting, today: date, preparing: bool
) -> list[tuple[datetime | None, Step]]:
    """Put the body's own deadlines before the first step that comes after them."""
    found = list(steps)
    for deadline in meeting.deadlines.all():
        if deadline.code in _KNOWN | _UNSEEN:
            continue
        passed = deadline.at < meeting.starts_at and day_of(deadline.at) < today
        text = _("senest %(day)s") % {"day": _by(deadline.at, today, pending=False)}
        step = Step(deadline.label, text, "done" if passed or not preparing else "")
        later = (i for i, (at, _step) in enumerate(found) if at is not None and at > deadline.at)
        found.insert(next(later, len(found)), (deadline.at, step))
    return found


def approval_words(approval: Approval) -> str:
    """ "Godkendt af Stine Holm (formand for styregruppen) 1. juni 2027 kl. 9.12, version 3"."""
    at = f"{day_text(day_of(approval.at))} kl. {clock(approval.at)}"
    capacity = f" ({approval.capacity[:1].lower()}{approval.capacity[1:]})" if approval.capacity else ""
    return _("Godkendt af %(who)s%(capacity)s %(at)s, version %(n)d") % {
        "who": approval.person.name,
        "capacity": capacity,
        "at": at,
        "n": approval.version.number,
    }
