"""A meeting moved after its agenda was sent: the secretary asks, the chair confirms, and then it moves."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs
from styrehjul.meetings.actions.meetings import lacks_for_move, move_meeting
from styrehjul.meetings.domain.changes import MOVE, MoveEvent, MoveState
from styrehjul.meetings.domain.states import CalendarState
from styrehjul.meetings.mails.changes import ask_move, tell_dependent, tell_move_declined
from styrehjul.meetings.models import Meeting, MoveRequest
from styrehjul.people.models import Person


@transaction.atomic
def request_move(
    meeting: Meeting,
    *,
    starts_at: datetime,
    ends_at: datetime,
    by: Person,
    at: datetime,
    reason: str = "",
    waivers: Collection[str] = (),
    expected_version: int | None = None,
) -> MoveRequest:
    """Ask the chair to confirm another time; a wish that waits already is replaced. The meeting has not moved."""
    needs(by, "meeting.move", meeting, at)
    # Tried on a row of its own: the meeting itself keeps its time.
    lacks_for_move(fresh(meeting, expected_version), starts_at, ends_at, waivers, at)
    meeting = fresh(meeting)
    waiting = meeting.move_requests.filter(state=MoveState.ASKED.value).first()
    if waiting is not None:
        _answered(waiting, MoveEvent.DECLINE, "", by=by, at=at)
    made = MoveRequest(
        meeting=meeting, starts_at=starts_at, ends_at=ends_at, waivers=sorted(waivers), reason=reason.strip(),
        asked_by=by,
    )  # fmt: skip
    store(made, by=by, at=at, action="move.ask", reason=made.reason)
    ask_move(made, at=at)
    return made


@transaction.atomic
def confirm_move(request: MoveRequest, *, by: Person, at: datetime) -> Meeting:
    """The chair confirms: the meeting moves, everybody at the table is told, and those who prepare for it too."""
    needs(by, "meeting.confirm_move", request.meeting, at)
    row = fresh(request)
    _answered(row, MoveEvent.CONFIRM, "", by=by, at=at)
    meeting = move_meeting(
        row.meeting, starts_at=row.starts_at, ends_at=row.ends_at, waivers=row.waivers, by=row.asked_by, at=at,
        confirmed=True,
    )  # fmt: skip
    flag_dependents(meeting, at=at)
    return meeting


@transaction.atomic
def decline_move(request: MoveRequest, *, by: Person, at: datetime, comment: str = "") -> MoveRequest:
    """The chair says no, or the one who asked takes the wish back: the meeting keeps its time."""
    if request.asked_by_id != by.pk:
        needs(by, "meeting.confirm_move", request.meeting, at)
    row = fresh(request)
    _answered(row, MoveEvent.DECLINE, comment.strip(), by=by, at=at)
    if row.asked_by_id != by.pk:
        tell_move_declined(row, comment.strip(), at=at)
    return row


def flag_dependents(meeting: Meeting, *, at: datetime) -> None:
    """The secretaries of the meetings that prepare this one are told that it has moved."""
    for other in meeting.fed_by.exclude(calendar_state=CalendarState.CANCELLED.value).select_related("body"):
        if other.starts_at > at:
            tell_dependent(other, meeting, at=at)


def waiting_for(meeting: Meeting) -> MoveRequest:
    """The wish that waits for the chair, or Refused."""
    found = meeting.move_requests.filter(state=MoveState.ASKED.value).select_related("asked_by").first()
    if found is None:
        raise Refused("move.confirm")
    return found


def _answered(row: MoveRequest, event: MoveEvent, comment: str, *, by: Person, at: datetime) -> None:
    row.state = MOVE.after(MoveState(row.state), event).value
    row.answered_by, row.answered_with = by, comment
    store(row, by=by, at=at, action=f"move.{event.value}", reason=comment)
