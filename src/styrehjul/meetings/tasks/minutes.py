"""What minutes do by themselves as time passes: come on the next agenda, and are approved when nothing is left open."""

from __future__ import annotations

import logging
from datetime import datetime

from django.utils import timezone

from styrehjul.audit.unit import run
from styrehjul.bodies.domain.model import MinutesApproval
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions import complete_minutes, put_minutes_on_next_meeting
from styrehjul.meetings.building import build_minutes
from styrehjul.meetings.domain.minutes import approved_by_members, lacks_for_completion
from styrehjul.meetings.domain.states import MinutesState
from styrehjul.meetings.models import Meeting, MinutesRound
from styrehjul.meetings.queries.meetings import next_open_meeting
from styrehjul.meetings.queries.minutes import approving_item, round_facts, round_of

logger = logging.getLogger("styrehjul.meetings")


def run_once(at: datetime | None = None) -> int:
    """What is due now; how much was done."""
    return minutes_of_members(at or timezone.now())


def minutes_of_members(at: datetime) -> int:
    """Minutes that lie with the members: put on the next agenda, or approved, where that is due. How much was done."""
    lying = Meeting.objects.filter(minutes_state=MinutesState.COMMENTING.value).select_related("body")
    return sum(advance_minutes(meeting, at=at) for meeting in lying.order_by("starts_at"))


def advance_minutes(meeting: Meeting, *, at: datetime) -> bool:
    """Do what these minutes wait for, if it is due; whether anything was done."""
    found = round_of(meeting)
    if found is None:
        return False
    facts = round_facts(found, at)
    if lacks_for_completion(facts, at=at):
        return _put_on_agenda(meeting, found, at=at)
    built = build_minutes(meeting, at=at, approval=approved_by_members(facts, at))
    try:
        run(lambda: complete_minutes(meeting, built, at=at))
    except Refused as refused:
        # Somebody was quicker, or the text cannot be printed: the page still says so, and the next turn tries again.
        logger.warning("minutes_not_approved", extra={"meeting": meeting.pk, "code": refused.code})
        return False
    return True


def approve_adopted(meeting: Meeting, *, at: datetime) -> None:
    """As a meeting has ended: the earlier minutes that its items approved, at once instead of at the next turn."""
    earlier = Meeting.objects.filter(approving_items__meeting=meeting, minutes_state=MinutesState.COMMENTING.value)
    for other in earlier.select_related("body").distinct():
        advance_minutes(other, at=at)


def _put_on_agenda(meeting: Meeting, found: MinutesRound, *, at: datetime) -> bool:
    wanted = found.way == MinutesApproval.NEXT_MEETING.value and found.adopted_by_id is None
    to = next_open_meeting(meeting.body, max(at, meeting.starts_at)) if wanted else None
    if to is None or approving_item(meeting) or to.treatments.filter(minutes_of=meeting).exists():
        return False
    draft = build_minutes(meeting, at=at, approval="")
    return run(lambda: put_minutes_on_next_meeting(meeting, draft, at=at)) is not None
