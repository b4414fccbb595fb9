"""The secretary's view of an agenda: items by what they lack and when they are due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.translation import gettext as _

from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.domain.guards import lacks_for_ready, warns_of
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.queries.chain import moved_on
from styrehjul.meetings.queries.extended import extended
from styrehjul.meetings.queries.facts import item_facts, length_of, numbers_of
from styrehjul.meetings.queries.seats import item_kinds
from styrehjul.meetings.reading.words import capital, day_of, item_badge, short_lack, short_warning
from styrehjul.ui.dates import in_days

_DONE = frozenset({s.ItemStatus.TREATED, s.ItemStatus.DROPPED})


@dataclass(frozen=True)
class PreparedRow:
    """One item with its health and its deadline."""

    number: str
    title: str
    url: str
    note: str
    kind: str
    responsible: str
    reasons: tuple[str, ...]
    warnings: tuple[str, ...]
    due: date | None
    due_words: str
    edited_by: str
    edited_at: datetime | None
    badge: str
    level: str
    # The state by its own name, where the body prepares in more steps.
    step: str = ""


def rows(meeting: Meeting, items: Sequence[Treatment], today: date) -> list[PreparedRow]:
    """Every item of the meeting, also those taken off, with all that each lacks."""
    numbers = numbers_of(items)
    day = day_of(meeting.starts_at)
    kinds = dict(item_kinds(meeting.body, day, every=True))
    editors = _editors(items)
    moved = moved_on(items)
    found = [_row(item, numbers[item.pk], kinds, editors, day, today, moved.get(item.pk, ())) for item in items]
    if not extended(meeting.body, day):
        return found
    return [replace(row, step=str(labels.TREATMENT[s.T(item.state)])) for row, item in zip(found, items, strict=True)]


def _row(
    item: Treatment,
    number: int | None,
    kinds: dict[str, str],
    editors: dict[int, tuple[str, datetime]],
    day: date,
    today: date,
    moved: tuple[str, ...],
) -> PreparedRow:
    state = s.T(item.state)
    done = s.SHOWN[state] in _DONE
    facts = item_facts(item, number, day, moved=moved)
    reasons = () if done else tuple(lacks_for_ready(facts))
    # What it lacks stands in a column of its own here; the badge says how far it is.
    badge, level = item_badge(state, [])
    level = "error" if reasons else level
    due = day_of(item.material_due_at) if item.material_due_at else None
    open_still = s.SHOWN[state] in (s.ItemStatus.DRAFT, s.ItemStatus.IN_REVIEW)
    note = item.left_because or (
        _("Sendt retur: %(why)s") % {"why": item.returned_because} if item.returned_because else ""
    )
    who, when = editors.get(item.pk, ("", None))
    return PreparedRow(
        number=str(number or ""),
        title=item.title,
        url=item.get_absolute_url(),
        note=note,
        kind=capital(kinds.get(item.kind, item.kind)),
        responsible=item.responsible.name if item.responsible else "",
        reasons=tuple(short_lack(reason) for reason in reasons),
        warnings=tuple(short_warning(reason) for reason in warns_of(facts)),
        due=due,
        due_words=in_days(due, today) if due and open_still else "",
        edited_by=who,
        edited_at=when,
        badge=badge,
        level=level,
    )


def _editors(items: Sequence[Treatment]) -> dict[int, tuple[str, datetime]]:
    """Treatment key -> who last touched it, and when; one query for all."""
    found: dict[int, tuple[str, datetime]] = {}
    edits = Treatment.history.filter(id__in=[item.pk for item in items]).exclude(history_user=None)
    for key, name, at in edits.order_by("history_date", "history_id").values_list(
        "id", "history_user__name", "history_date"
    ):
        found[key] = (name, at)
    return found


def over_time_words(meeting: Meeting, items: Sequence[Treatment]) -> str:
    """That the items ask for more time than there is, as one line; nothing when they fit."""
    wanted = sum(item.minutes_allotted or 0 for item in items if s.T(item.state) not in s.LEFT_AGENDA)
    facts = {"wanted": wanted, "length": length_of(meeting)}
    if wanted <= facts["length"]:
        return ""
    return _("Punkterne er sat til %(wanted)d minutter, og mødet varer %(length)d.") % facts


def other_meetings(meeting: Meeting, at: datetime) -> list[Meeting]:
    """The body's other meetings that an item can be moved to: ahead, not called off, not sent."""
    found = Meeting.objects.filter(body=meeting.body_id, starts_at__gt=at, minutes_state=s.M.NONE.value)
    found = found.exclude(pk=meeting.pk).exclude(calendar_state=s.C.CANCELLED.value)
    return list(
        found.exclude(agenda_state__in=(s.A.SENT.value, s.A.ADOPTED.value)).select_related("body").order_by("starts_at")
    )
