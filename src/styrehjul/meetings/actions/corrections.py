"""Corrections of approved minutes: written by the secretary, approved by the chair, shown beside what they correct."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import record, store
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, moved, needs, reason_given, refuse
from styrehjul.meetings.actions.minutes import keep_version
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.states import CORRECTION, CorrectionEvent, CorrectionState, MinutesState
from styrehjul.meetings.domain.values import BuiltMinutes
from styrehjul.meetings.mails.minutes import ask_for_correction, send_correction
from styrehjul.meetings.models import Correction, Meeting, MinutesVersion, Treatment
from styrehjul.meetings.queries.corrections import correctable, corrected_content
from styrehjul.meetings.queries.minutes import next_correction_number
from styrehjul.people.models import Person


@transaction.atomic
def propose_correction(
    meeting: Meeting, *, text: str, because: str, by: Person, at: datetime, treatment: Treatment | None = None
) -> Correction:
    """What is wrong in the approved minutes, and why it is put right. The minutes themselves are not edited."""
    needs(by, "minutes.correct", meeting, at)
    meeting = fresh(meeting)
    if meeting.minutes_state != MinutesState.APPROVED.value or not correctable(meeting):
        raise Refused("correction.nothing_approved")
    if not text.strip():
        raise Refused("correction.empty")
    if treatment is not None and treatment.meeting_id != meeting.pk:
        raise Refused("correction.other_meeting")
    correction = Correction(
        meeting=meeting, treatment=treatment, text=text.strip(), because=reason_given(because), made_by=by
    )
    store(correction, by=by, at=at, action="correction.propose")
    ask_for_correction(correction, at=at)
    return correction


@transaction.atomic
def approve_correction(correction: Correction, built: BuiltMinutes, *, by: Person, at: datetime) -> MinutesVersion:
    """The chair approves it: it gets its number, and a new edition of the minutes lists it in its foot."""
    needs(by, "minutes.approve", correction.meeting, at)
    meeting = fresh(correction.meeting)
    correction = fresh(correction)
    correction.state = moved(CORRECTION, CorrectionState(correction.state), CorrectionEvent.APPROVE)
    refuse(list(built.reasons))
    if hash_of(corrected_content(correction, by=by, at=built.built_at)) != built.sha256:
        raise Refused("minutes.changed_since")
    first = meeting.minutes_versions.order_by("number").first()
    version = keep_version(meeting, built, approval=first.approval if first else "", by=by, at=at)
    correction.number = next_correction_number(meeting)
    correction.approved_by, correction.decided_at = by, built.built_at
    store(correction, by=by, at=at, action="correction.approve")
    record(
        "minutes.corrected_version",
        meeting,
        by=by,
        at=at,
        changes={"version": version.number, "sha256": version.sha256},
    )
    send_correction(version, correction, at=at)
    return version


@transaction.atomic
def decline_correction(correction: Correction, *, reason: str, by: Person, at: datetime) -> Correction:
    """The chair does not approve it; it is kept with the reason and shown to nobody else."""
    needs(by, "minutes.approve", correction.meeting, at)
    correction = fresh(correction)
    said = reason_given(reason)
    correction.state = moved(CORRECTION, CorrectionState(correction.state), CorrectionEvent.DECLINE)
    correction.approved_by, correction.decided_at, correction.declined_because = by, at, said
    store(correction, by=by, at=at, action="correction.decline", reason=said)
    return correction
