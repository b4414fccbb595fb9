"""The minutes: sent back by the chair, or approved, kept and sent."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import record, store
from styrehjul.documents.files import store_bytes
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, moved, needs, reason_given, refuse
from styrehjul.meetings.actions.decisions import close_treated, put_in_force
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.minutes import approved_by_chair, lacks_for_return
from styrehjul.meetings.domain.states import (
    MINUTES,
    DecisionState,
    MinutesEvent,
    MinutesState,
    TreatmentState,
)
from styrehjul.meetings.domain.values import BuiltMinutes
from styrehjul.meetings.mails.minutes import send_minutes, tell_taken_back
from styrehjul.meetings.models import Meeting, MinutesVersion
from styrehjul.meetings.queries.contents import minutes_content
from styrehjul.meetings.queries.facts import meeting_facts
from styrehjul.meetings.queries.minutes import round_of
from styrehjul.people.models import Person


@transaction.atomic
def return_minutes(meeting: Meeting, *, comment: str, by: Person, at: datetime) -> Meeting:
    """The chair sends the draft back, also from the members. What is in force stays in force."""
    needs(by, "minutes.approve", meeting, at)
    meeting = fresh(meeting)
    said = reason_given(comment)
    refuse(lacks_for_return(MinutesState(meeting.minutes_state)))
    meeting.minutes_state = moved(MINUTES, MinutesState(meeting.minutes_state), MinutesEvent.RETURN)
    meeting.returned_with = said
    store(meeting, by=by, at=at, action="minutes.return", reason=said)
    lying = round_of(meeting)
    if lying is not None:
        lying.ended_at = at
        store(lying, by=by, at=at, action="minutes.take_back", reason=said)
        tell_taken_back(lying, said, at=at)
    return meeting


@transaction.atomic
def approve_minutes(meeting: Meeting, built: BuiltMinutes, *, by: Person, at: datetime) -> MinutesVersion:
    """*Godkend referatet*: the minutes are kept as they were built, sent to the members, and never edited again.

    Decisions that waited for the minutes take force. Refused when anything was changed while they were being built,
    and where the body's members approve.
    """
    needs(by, "minutes.approve", meeting, at)
    meeting = fresh(meeting)
    refuse(guards.lacks_for_minutes(meeting_facts(meeting, items=(), with_effects=False)))
    return keep_approved(meeting, built, approval=approved_by_chair(by.name, at), by=by, at=at)


def keep_approved(
    meeting: Meeting, built: BuiltMinutes, *, approval: str, by: Person | None, at: datetime
) -> MinutesVersion:
    """Keep the minutes as they were built, put in force what waited for them, and send them; asked by whoever approves."""
    refuse(list(built.reasons))
    if built.meeting_id != meeting.pk or hash_of(minutes_content(meeting, built.number)) != built.sha256:
        raise Refused("minutes.changed_since")
    version = keep_version(meeting, built, approval=approval, by=by, at=at)
    meeting.minutes_state = moved(MINUTES, MinutesState(meeting.minutes_state), MinutesEvent.APPROVE)
    meeting.returned_with = ""
    store(meeting, by=by, at=at, action="minutes.approve")
    record(
        "minutes.approved_version", meeting, by=by, at=at, changes={"version": version.number, "sha256": version.sha256}
    )
    for decision in meeting.decisions.filter(state=DecisionState.CONFIRMED.value).order_by("treatment__position", "pk"):
        put_in_force(decision, by=by, at=at)
    for item in meeting.treatments.filter(state=TreatmentState.TREATED.value):
        close_treated(item, by=by, at=at)
    send_minutes(version, at=at)
    return version


def keep_version(
    meeting: Meeting, built: BuiltMinutes, *, approval: str, by: Person | None, at: datetime
) -> MinutesVersion:
    """The edition as it was built, with its two files."""
    return MinutesVersion.objects.create(
        meeting=meeting,
        number=built.number,
        content=built.content,
        sha256=built.sha256,
        pdf=keep_file(built, built.pdf, "referat-lukket", by, at),
        open_pdf=keep_file(built, built.open_pdf, "referat", by, at),
        approved_at=at,
        approved_by=by,
        approval=approval,
    )


def keep_file(built: BuiltMinutes, data: bytes, name: str, by: Person | None, at: datetime) -> StoredFile | None:
    """The printed minutes as a stored file; None where nothing was printed."""
    if not data:
        return None
    file = f"{name}-udgave-{built.number}.pdf"
    made_by = str(by.uuid) if by else ""
    return store_bytes(data, name=file, content_type="application/pdf", kind="minutes", at=at, created_by_id=made_by)


@transaction.atomic
def attach_old_minutes(meeting: Meeting, file: StoredFile, *, by: Person, at: datetime) -> MinutesVersion:
    """The minutes of a meeting held before the product was in use, as the file they are."""
    needs(by, "meeting.plan", meeting.body, at)
    meeting = fresh(meeting)
    if not meeting.before_use:
        raise Refused("minutes.not_before_use")
    number = meeting.minutes_versions.count() + 1
    version = MinutesVersion.objects.create(
        meeting=meeting,
        number=number,
        content="{}",
        sha256=file.sha256,
        pdf=file,
        open_pdf=file,
        approved_at=meeting.ends_at,
        approved_by=None,
    )
    record("minutes.attach", meeting, by=by, at=at, changes={"version": number, "sha256": file.sha256})
    return version
