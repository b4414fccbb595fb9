"""What can be done with briefings: prepared from what happened, written, approved, sent and corrected."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import remove, store
from styrehjul.bodies.models import Body
from styrehjul.briefings.domain.states import BRIEFING, Audience, BriefingEvent, BriefingState
from styrehjul.briefings.domain.text import (
    LINE_MOST,
    Section,
    ToSend,
    as_json,
    digest,
    lacks_for_sending,
    moved_up,
    told_in,
)
from styrehjul.briefings.labels import AUDIENCE
from styrehjul.briefings.letters import tell_chair, tell_receiver
from styrehjul.briefings.models import Briefing, BriefingDelivery, BriefingReceiver, BriefingSettings
from styrehjul.briefings.paper import briefing_pdf
from styrehjul.briefings.queries.collecting import collect
from styrehjul.briefings.queries.receiving import last_sent, reached, receivers, settings
from styrehjul.documents.files import store_bytes
from styrehjul.kernel.days import quarter_of, quarter_start
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import day_of, permit
from styrehjul.people.models import Person

QUARTER_NAMES = {1: "1. kvartal", 2: "2. kvartal", 3: "3. kvartal", 4: "4. kvartal"}


@transaction.atomic
def prepare(
    body: Body,
    *,
    until: date,
    meeting: UUID | None = None,
    meeting_name: str = "",
    meeting_url: str = "",
    by: Person | None,
    at: datetime,
    asked: bool = True,
) -> Briefing:
    """The draft about what has happened since the body last told; of a meeting, the one there is already.

    With `asked` False it is the meeting's end that makes it, and nobody's right is asked.
    """
    if asked:
        permit(by, "briefing.write", body, at=at)
    there = Briefing.objects.filter(meeting_uuid=meeting, corrects=None).first() if meeting else None
    if there is not None:
        return there
    last = last_sent(body)
    since = last.until + timedelta(days=1) if last else quarter_start(until.year, quarter_of(until))
    row = Briefing(
        body=body,
        title=f"Orientering, {QUARTER_NAMES[quarter_of(until)]} {until.year}",
        meeting_uuid=meeting,
        meeting_name=meeting_name,
        meeting_url=meeting_url,
        since=min(since, until),
        until=until,
    )
    row.content = as_json(collect(body, row.since, until))
    store(row, by=by, at=at, action="briefing.prepare")
    return row


@transaction.atomic
def write(
    briefing: Briefing,
    *,
    title: str,
    summary: str,
    sections: Sequence[Section],
    restricted: bool = False,
    up: tuple[int, int] | None = None,
    expected_version: int | None = None,
    by: Person | None,
    at: datetime,
) -> Briefing:
    """Write the draft; `up` moves one line a place up. The chair's approval of an earlier text ends with it."""
    row = _open(briefing, expected_version)
    permit(by, "briefing.write", row, at=at)
    if not title.strip():
        raise Refused("briefing.lacks_title")
    lines = [line for section in sections for line in section.lines]
    longest = max((len(line.text) for line in lines), default=0)
    if longest > LINE_MOST:
        raise Refused("briefing.line_long", length=longest)
    # A line without words is taken away for good.
    kept = [replace(part, lines=tuple(line for line in part.lines if line.text.strip())) for part in sections]
    kept = list(moved_up(kept, *up)) if up else kept
    row.title, row.summary, row.restricted, row.content = title.strip(), summary.strip(), restricted, as_json(kept)
    row.state = BRIEFING.after(BriefingState(row.state), BriefingEvent.EDIT).value
    row.approved_by = row.approved_at = None
    store(row, by=by, at=at, action="briefing.write")
    return row


@transaction.atomic
def collect_again(briefing: Briefing, *, by: Person | None, at: datetime) -> Briefing:
    """Take in what has happened since; lines that were left out stay out, and what was written by hand stays."""
    row = _open(briefing)
    permit(by, "briefing.write", row, at=at)
    fresh = collect(row.body, row.since, max(row.until, day_of(at)))
    row.content = as_json(_joined(row.sections, fresh))
    row.until = max(row.until, day_of(at))
    row.state = BRIEFING.after(BriefingState(row.state), BriefingEvent.EDIT).value
    row.approved_by = row.approved_at = None
    store(row, by=by, at=at, action="briefing.collect")
    return row


def _joined(written: Sequence[Section], fresh: Sequence[Section]) -> list[Section]:
    """What was written, with the lines that are new. A line is known by the page it leads to and its words."""
    by_key = {section.key: section for section in fresh}
    found = []
    for section in written:
        known = {line.text for line in section.lines} | {line.url for line in section.lines if line.url}
        news = [
            line
            for line in (by_key.pop(section.key).lines if section.key in by_key else ())
            if line.text not in known and line.url not in known
        ]
        found.append(replace(section, lines=(*section.lines, *news)))
    return found + list(by_key.values())


@transaction.atomic
def to_chair(briefing: Briefing, *, by: Person | None, at: datetime) -> Briefing:
    """Send it to the chair, where the municipality has chosen that the chair approves."""
    row = _open(briefing)
    permit(by, "briefing.write", row, at=at)
    if not settings().chair_approves:
        raise Refused("briefing.is_approved_here")
    row.state = BRIEFING.after(BriefingState(row.state), BriefingEvent.SUBMIT).value
    row.returned_because = ""
    store(row, by=by, at=at, action="briefing.submit")
    tell_chair(row, at=at)
    return row


@transaction.atomic
def approve(briefing: Briefing, *, expected_version: int | None = None, by: Person | None, at: datetime) -> Briefing:
    """The chair approves exactly this text."""
    row = _open(briefing, expected_version)
    permit(by, "briefing.approve", row, at=at)
    row.state = BRIEFING.after(BriefingState(row.state), BriefingEvent.APPROVE).value
    row.approved_by, row.approved_at = by, at
    store(row, by=by, at=at, action="briefing.approve")
    return row


@transaction.atomic
def give_back(briefing: Briefing, *, because: str, by: Person | None, at: datetime) -> Briefing:
    """The chair sends it back, and says what is to be changed."""
    row = _open(briefing)
    permit(by, "briefing.approve", row, at=at)
    if not because.strip():
        raise Refused("briefing.lacks_reason")
    row.state = BRIEFING.after(BriefingState(row.state), BriefingEvent.RETURN).value
    row.returned_because = because.strip()
    store(row, by=by, at=at, action="briefing.return")
    return row


def ready(briefing: Briefing, audiences: Collection[Audience], on: date) -> ToSend:
    """What the rules ask before it goes to these audiences that day."""
    people = [person for audience in audiences for person in receivers(audience, on)[0]]
    states = {BriefingState.DRAFT.value, BriefingState.WITH_CHAIR.value}
    return ToSend(
        says_something=bool(briefing.summary.strip() or told_in(briefing.sections)),
        chosen=[audience.value for audience in audiences],
        receivers=[person.name for person in people],
        without_address=sorted({person.name for person in people if not person.email}),
        sent_already=reached(briefing) if briefing.pk else (),
        waits_for_chair=settings().chair_approves and briefing.state in states,
    )


@transaction.atomic
def send(
    briefing: Briefing,
    *,
    audiences: Collection[Audience],
    expected_version: int | None = None,
    by: Person | None,
    at: datetime,
) -> Briefing:
    """Send it to one audience or both. The first time makes it fixed: its PDF, its hash and who got it.

    Raises Refused with every reason at once: briefing.not_approved, empty, nobody_chosen, no_receivers, no_address,
    sent_already.
    """
    row = Briefing.objects.select_for_update(of=("self",)).select_related("body", "document").get(pk=briefing.pk)
    same_version(row, expected_version)
    permit(by, "briefing.send", row, at=at)
    chosen = sorted(set(audiences))
    reasons = lacks_for_sending(ready(row, chosen, day_of(at)))
    if reasons:
        for reason in reasons:
            if reason.code == "briefing.sent_already":
                reason.facts["audience"] = str(AUDIENCE[Audience(reason.facts["audience"])])
        raise Refused.because(reasons)
    if not row.is_sent:
        row.state = BRIEFING.after(BriefingState(row.state), BriefingEvent.SEND).value
        row.sent_by, row.sent_at = by, at
        row.sha256 = digest(row.title, row.summary, row.sections)
        row.document = store_bytes(
            briefing_pdf(row, at),
            name=f"{row.title}.pdf",
            content_type="application/pdf",
            kind="briefing",
            at=at,
            created_by_id=str(by.uuid) if by else "",
        )
        store(row, by=by, at=at, action="briefing.send")
    told: set[int] = set()
    for audience in chosen:
        for person in receivers(audience, day_of(at))[0]:
            delivery = BriefingDelivery(briefing=row, audience=audience.value, person=person, sent_at=at)
            store(delivery, by=by, at=at, action="briefing.deliver")
            if person.pk not in told:
                told.add(person.pk)
                tell_receiver(row, person, at=at)
    return row


@transaction.atomic
def correct(briefing: Briefing, *, by: Person | None, at: datetime) -> Briefing:
    """A new draft with the same content, which tells what it corrects. What was sent stays as it was sent."""
    permit(by, "briefing.write", briefing, at=at)
    if not briefing.is_sent:
        raise Refused("briefing.not_sent")
    row = Briefing(
        body=briefing.body,
        title=f"Rettelse: {briefing.title.removeprefix('Rettelse: ')}"[:200],
        meeting_uuid=briefing.meeting_uuid,
        meeting_name=briefing.meeting_name,
        meeting_url=briefing.meeting_url,
        since=briefing.since,
        until=briefing.until,
        summary=briefing.summary,
        content=briefing.content,
        restricted=briefing.restricted,
        corrects=briefing,
    )
    store(row, by=by, at=at, action="briefing.correct")
    return row


@transaction.atomic
def drop(briefing: Briefing, *, by: Person | None, at: datetime) -> None:
    """Take a draft away that nobody was sent."""
    row = _open(briefing)
    permit(by, "briefing.write", row, at=at)
    BRIEFING.after(BriefingState(row.state), BriefingEvent.EDIT)
    remove(row, by=by, at=at, action="briefing.drop")


@transaction.atomic
def mark_read(briefing: Briefing, *, by: Person, at: datetime) -> None:
    """ "Jeg har læst den": the person's own word, kept with its time. A second time changes nothing."""
    permit(by, "briefing.receive", briefing, at=at)
    for row in briefing.deliveries.select_for_update().filter(person=by, read_at=None):
        row.read_at = at
        store(row, by=by, at=at, action="briefing.read")


@transaction.atomic
def add_receiver(audience: Audience, person: Person | None, *, by: Person | None, at: datetime) -> None:
    """Put somebody on an audience's list; nobody takes over those who are proposed. Once is enough."""
    permit(by, "briefing.settings", at=at)
    people, proposed = receivers(audience, day_of(at))
    wanted = [*(people if proposed else ()), *([person] if person else ())]
    there = set(
        BriefingReceiver.objects.select_for_update().filter(audience=audience.value).values_list("person", flat=True)
    )
    for one in wanted:
        if one.pk not in there:
            there.add(one.pk)
            row = BriefingReceiver(audience=audience.value, person=one)
            store(row, by=by, at=at, action="briefing_receiver.add")


@transaction.atomic
def remove_receiver(audience: Audience, person: Person, *, by: Person | None, at: datetime) -> None:
    """Take somebody off an audience's list; of those proposed, the others are taken over."""
    permit(by, "briefing.settings", at=at)
    add_receiver(audience, None, by=by, at=at)
    for row in BriefingReceiver.objects.select_for_update().filter(audience=audience.value, person=person):
        remove(row, by=by, at=at, action="briefing_receiver.remove")


@transaction.atomic
def change_settings(
    *,
    chair_approves: bool,
    asks_receipt: bool,
    expected_version: int | None = None,
    by: Person | None,
    at: datetime,
) -> BriefingSettings:
    """Whether the chair approves, and whether receivers are asked to say that they have read."""
    permit(by, "briefing.settings", at=at)
    row = BriefingSettings.objects.select_for_update().first() or BriefingSettings()
    if row.pk:
        same_version(row, expected_version)
    row.chair_approves, row.asks_receipt = chair_approves, asks_receipt
    store(row, by=by, at=at, action="briefing.settings")
    return row


def _open(briefing: Briefing, expected_version: int | None = None) -> Briefing:
    """The row, locked and not yet sent."""
    row: Briefing = Briefing.objects.select_for_update(of=("self",)).select_related("body").get(pk=briefing.pk)
    same_version(row, expected_version)
    if row.is_sent:
        raise Refused("briefing.is_sent")
    return row
