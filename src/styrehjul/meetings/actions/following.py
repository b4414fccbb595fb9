"""What meetings do when another version of the kommissorium comes into force."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import record
from styrehjul.bodies.domain.model import DeadlineKind
from styrehjul.bodies.models import Kommissorium
from styrehjul.kernel.danish import ZONE
from styrehjul.meetings.actions.meetings import Deadline, counted_deadlines, redate_items, write_deadlines
from styrehjul.meetings.domain.states import AgendaState, CalendarState
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.seats import day_of, rules_for
from styrehjul.people.models import Person

SENT = (AgendaState.SENT.value, AgendaState.ADOPTED.value)


@transaction.atomic
def follow_kommissorium(version: Kommissorium, by: Person | None, at: datetime) -> int:
    """Count the deadlines of meetings from the version's first day again; how many meetings changed.

    A meeting that is over, called off, or whose agenda is sent keeps its deadlines, and so does a deadline that would
    otherwise lie in the past: nobody is made late by a change of rules.
    """
    first = datetime.combine(version.applies_from, time.min, tzinfo=ZONE)
    coming = Meeting.objects.filter(starts_at__gte=max(first, at), ended_at__isnull=True).exclude(agenda_state__in=SENT)
    changed = 0
    for meeting in coming.exclude(calendar_state=CalendarState.CANCELLED.value).select_related("body"):
        changed += _follow(meeting, by, at)
    return changed


def _follow(meeting: Meeting, by: Person | None, at: datetime) -> bool:
    before: dict[str, Deadline] = {
        row.code: (row.code, row.label, row.responsible, row.at, row.suggested) for row in meeting.deadlines.all()
    }
    wanted = {row[0]: row for row in counted_deadlines(meeting)}
    past = {code for code, row in before.items() if code in wanted and wanted[code][3] < at <= row[3]}
    after = [row for code, row in wanted.items() if code not in past and before.get(code) != row]
    gone = [code for code, row in before.items() if code not in wanted and row[3] > at and not _is_typed(meeting, code)]
    if not after and not gone:
        return False
    changes: dict[str, Any] = {row[0]: [before[row[0]][3] if row[0] in before else None, row[3]] for row in after}
    changes |= {code: [before[code][3], None] for code in gone}
    meeting.deadlines.filter(code__in=gone).delete()
    write_deadlines(meeting, after)
    redate_items(meeting, by=by, at=at)
    record("meeting.deadlines", meeting, by=by, at=at, changes=changes)
    return True


def _is_typed(meeting: Meeting, code: str) -> bool:
    """Whether the deadline is a date of its own on each meeting, which no rule can count."""
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    rule = rules.deadline(code) if rules else None
    return rule is not None and rule.kind is DeadlineKind.ABSOLUTE
