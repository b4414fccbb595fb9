"""The agenda's way from open to sent: built, read and approved by the chair as exactly that version, dispatched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import record, store
from styrehjul.documents.files import store_bytes
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings.actions.calling import call
from styrehjul.meetings.actions.common import (
    WITH_CHAIR,
    fresh,
    moved,
    needs,
    reason_given,
    refuse,
    through,
    void_approval,
)
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.states import (
    AGENDA,
    Access,
    AgendaEvent,
    AgendaState,
    CalendarState,
    TreatmentEvent,
    TreatmentState,
)
from styrehjul.meetings.domain.values import BuiltAgenda
from styrehjul.meetings.mails.agenda import ask_approval, send_agenda, tell_agenda_returned, tell_approved
from styrehjul.meetings.mails.calling import call_for_items
from styrehjul.meetings.mails.items import tell_returned
from styrehjul.meetings.models import AgendaVersion, Approval, Dispatch, Meeting
from styrehjul.meetings.queries.calls import asked_for_items
from styrehjul.meetings.queries.contents import agenda_content, agenda_hash
from styrehjul.meetings.queries.facts import DISPATCH, deadline_of, items_of, meeting_facts, numbers_of
from styrehjul.meetings.queries.seats import capacity_of, day_of, receivers, rules_for
from styrehjul.meetings.queries.versions import next_number, version_of
from styrehjul.people.models import Person

E = TreatmentEvent


@transaction.atomic
def close_for_items(meeting: Meeting, *, by: Person | None, at: datetime) -> Meeting:
    """The date for items has passed: what comes later is asked for."""
    needs(by, "agenda.prepare", meeting, at)
    meeting = fresh(meeting)
    meeting.agenda_state = moved(AGENDA, AgendaState(meeting.agenda_state), AgendaEvent.CLOSE_FOR_ITEMS)
    store(meeting, by=by, at=at, action="agenda.close_for_items")
    return meeting


@transaction.atomic
def ask_for_items(meeting: Meeting, *, by: Person | None, at: datetime) -> Meeting:
    """The date for the call has come: those at the table are asked, once, what the meeting should take up."""
    needs(by, "agenda.prepare", meeting, at)
    meeting = fresh(meeting)
    if meeting.items_called_at is not None:
        return meeting
    meeting.items_called_at = at
    store(meeting, by=by, at=at, action="agenda.call_for_items")
    call_for_items(meeting, asked_for_items(meeting), at=at)
    return meeting


@transaction.atomic
def send_to_chair(meeting: Meeting, built: BuiltAgenda, *, by: Person, at: datetime) -> AgendaVersion:
    """*Send til formanden*: the version that was built is kept with its files, and its text is locked.

    Refused with every item that is not ready, and when anything was changed while the files were being made.
    """
    needs(by, "agenda.send_to_chair", meeting, at)
    meeting = fresh(meeting)
    items = items_of(meeting)
    refuse(guards.lacks_for_chair(meeting_facts(meeting, items=items)) + list(built.reasons))
    current = hash_of(agenda_content(meeting, next_number(meeting), built.frozen))
    if built.meeting_id != meeting.pk or current != built.sha256:
        raise Refused("agenda.changed_since")
    for item in items:
        if item.pk in built.frozen and item.frozen_content != built.frozen[item.pk]:
            item.frozen_content = built.frozen[item.pk]
            store(item, by=by, at=at, action="treatment.freeze")
    version = AgendaVersion.objects.create(
        meeting=meeting,
        number=built.number,
        content=built.content,
        sha256=built.sha256,
        members_pdf=_keep(built, built.members_pdf, "dagsorden-medlemmer", "agenda", by, at),
        open_pdf=_keep(built, built.open_pdf, "dagsorden", "agenda", by, at),
        reading_copy=_keep(built, built.reading_copy, "samlet-materiale", "reading_copy", by, at),
        audit_head=built.audit_head,
        made_at=built.built_at,
        made_by=by,
    )
    meeting.agenda_state = moved(AGENDA, AgendaState(meeting.agenda_state), AgendaEvent.SEND_TO_CHAIR)
    meeting.approval_voided_by, meeting.returned_with = "", ""
    store(meeting, by=by, at=at, action="agenda.send_to_chair")
    record("agenda.build", meeting, by=by, at=at, changes={"version": version.number, "sha256": version.sha256})
    ask_approval(meeting, version, at=at)
    return version


def _keep(built: BuiltAgenda, data: bytes, name: str, kind: str, by: Person, at: datetime) -> StoredFile | None:
    if not data:
        return None
    file = f"{name}-udgave-{built.number}.pdf"
    return store_bytes(data, name=file, content_type="application/pdf", kind=kind, at=at, created_by_id=str(by.uuid))


@transaction.atomic
def recall_agenda(meeting: Meeting, *, reason: str, by: Person, at: datetime) -> Meeting:
    """The secretary takes back an agenda that the chair has, or has approved, before it is dispatched."""
    needs(by, "agenda.send_to_chair", meeting, at)
    said = reason_given(reason)
    if fresh(meeting).agenda_state not in WITH_CHAIR:
        raise Refused("agenda.not_with_chair")
    return void_approval(meeting, said, by=by, at=at)


@transaction.atomic
def return_agenda(meeting: Meeting, *, comment: str, by: Person, at: datetime, items: Sequence[int] = ()) -> Meeting:
    """The chair sends the agenda back with a comment; items pointed at go back to their responsible."""
    needs(by, "agenda.return", meeting, at)
    meeting = fresh(meeting)
    said = reason_given(comment)
    meeting.agenda_state = moved(AGENDA, AgendaState(meeting.agenda_state), AgendaEvent.RETURN)
    meeting.returned_with = said
    store(meeting, by=by, at=at, action="agenda.return", reason=said)
    for item in meeting.treatments.filter(pk__in=list(items), state=TreatmentState.ON_AGENDA.value):
        through(item, E.RETURN, by=by, at=at)
        item.returned_because = said
        store(item, by=by, at=at, action="treatment.return", reason=said)
        tell_returned(item, said, by=by, at=at)
    tell_agenda_returned(meeting, said, by=by, at=at)
    return meeting


@transaction.atomic
def approve_agenda(meeting: Meeting, *, sha256: str, by: Person, at: datetime) -> Approval:
    """*Godkend*: the chair approves exactly the version whose hash they saw. Never the secretary.

    Refused when anything differs from it now. Where the body says so, the agenda is dispatched at once.
    """
    needs(by, "agenda.approve", meeting, at)
    meeting = fresh(meeting)
    version = version_of(meeting)
    facts = meeting_facts(meeting, items=(), with_effects=False)
    current = agenda_hash(meeting, version.number) if version else ""
    refuse(guards.lacks_for_approval(facts, seen=sha256, current=current))
    if version is None or version.sha256 != sha256:
        raise Refused("agenda.changed_since")
    approval = Approval.objects.create(
        version=version, person=by, capacity=capacity_of(by, meeting, day_of(at))[:120], sha256=sha256, at=at
    )
    meeting.agenda_state = moved(AGENDA, AgendaState(meeting.agenda_state), AgendaEvent.APPROVE)
    store(meeting, by=by, at=at, action="agenda.approve")
    record("agenda.approved_version", meeting, by=by, at=at, changes={"version": version.number, "sha256": sha256})
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    due = deadline_of(meeting, DISPATCH)
    if rules and rules.settings.dispatch_on_approval and (due is None or at <= due):
        _send_out(meeting, by=by, at=at, late_because="")
    else:
        tell_approved(meeting, version, by=by, at=at)
    return approval


@transaction.atomic
def dispatch(
    meeting: Meeting, *, by: Person, at: datetime, recipients: Sequence[int] | None = None, late_because: str = ""
) -> Dispatch:
    """*Udsend*: the approved version goes to everybody at the table, its numbers are fixed.

    `recipients` are the people that the page listed and the secretary confirmed. Refused without the chair's approval,
    when anything differs from what was approved, a second time, and after the deadline without a reason. A meeting
    that nobody was called to yet is called by the same click.
    """
    needs(by, "agenda.dispatch", meeting, at)
    meeting = fresh(meeting)
    to = receivers(meeting)
    reasons = guards.lacks_for_dispatch(
        meeting_facts(meeting, items=(), with_effects=False),
        at=at,
        late_because=late_because,
        receivers=sum(1 for seated in to if seated.has_address),
    )
    if recipients is not None and set(recipients) != {seated.person.pk for seated in to}:
        reasons.append(Reason("dispatch.receivers_changed"))
    refuse(reasons)
    return _send_out(meeting, by=by, at=at, late_because=late_because)


def _send_out(meeting: Meeting, *, by: Person, at: datetime, late_because: str) -> Dispatch:
    approval = Approval.objects.filter(version__meeting=meeting, voided_at__isnull=True).order_by("-pk").first()
    version = approval.version if approval else None
    if approval is None or version is None or agenda_hash(meeting, version.number) != approval.sha256:
        raise Refused("agenda.changed_since")
    due = deadline_of(meeting, DISPATCH)
    late = late_because.strip() if due and at > due else ""
    to = receivers(meeting)
    sent = Dispatch.objects.create(
        meeting=meeting,
        number=meeting.dispatches.count() + 1,
        version=version,
        at=at,
        by=by,
        late_because=late,
        recipients=[
            {"person": s.person.pk, "name": s.person.name, "seat": s.title or s.kind_words, "mail": s.has_address}
            for s in to
        ],
    )
    meeting.agenda_state = moved(AGENDA, AgendaState(meeting.agenda_state), AgendaEvent.DISPATCH)
    meeting.late_dispatch_because = late
    store(meeting, by=by, at=at, action="agenda.dispatch", reason=late)
    record(
        "agenda.dispatched_version", meeting, by=by, at=at, changes={"dispatch": sent.number, "sha256": version.sha256}
    )
    titles = _fix_numbers(meeting, by=by, at=at)
    send_agenda(sent, to, titles, at=at)
    if meeting.calendar_state == CalendarState.PLANNED.value:
        call(meeting, by=by, at=at)
    return sent


def _fix_numbers(meeting: Meeting, *, by: Person, at: datetime) -> list[tuple[int, str]]:
    """Give each item the number it was sent with; the titles as the open edition has them."""
    items = items_of(meeting)
    numbers = numbers_of(items)
    titles = []
    for item in items:
        number = numbers[item.pk]
        if number is None:
            continue
        through(item, E.SEND, by=by, at=at)
        item.number = number
        store(item, by=by, at=at, action="treatment.send")
        hidden = item.access == Access.CLOSED_TITLE_HIDDEN.value
        titles.append((number, "Lukket punkt" if hidden else item.title))
    return titles
