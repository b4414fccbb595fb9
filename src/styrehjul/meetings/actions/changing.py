"""Changes after dispatch: drafted by the secretary, approved as a whole by the chair, sent as the difference.

Until the chair has approved them nothing is on the items: members read what was sent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction

from styrehjul.audit.unit import record, remove, store
from styrehjul.documents.files import store_bytes
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings.actions.applying import carry_out
from styrehjul.meetings.actions.common import fresh, needs, reason_given, refuse
from styrehjul.meetings.actions.items import FIELDS, clean_field
from styrehjul.meetings.domain import changes as c
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.states import TreatmentState
from styrehjul.meetings.domain.values import BuiltAgenda, MemoText, PointText
from styrehjul.meetings.mails.changes import ask_changes, send_changes, tell_changes_returned, tell_changes_voided
from styrehjul.meetings.models import AgendaVersion, Annex, Approval, Change, ChangeSet, Dispatch, Meeting, Treatment
from styrehjul.meetings.queries.changes import changed_content, facts_of_changes, open_changes
from styrehjul.meetings.queries.facts import meeting_facts
from styrehjul.meetings.queries.seats import capacity_of, day_of, item_kinds, receivers
from styrehjul.people.models import Person

PRIVATE = frozenset({"content"})
K, S, E = c.ChangeKind, c.ChangeSetState, c.ChangeSetEvent


@transaction.atomic
def draft_correction(
    item: Treatment,
    *,
    by: Person,
    at: datetime,
    fields: Mapping[str, Any],
    points: Sequence[PointText] | None = None,
    memos: Sequence[MemoText] | None = None,
    responsible: Person | None = None,
    reason: str = "",
    expected_version: int | None = None,
) -> Change:
    """Write what an item of the sent agenda is to become. The item itself stands as it was sent."""
    change_set = _drafting(_meeting_of(item), by=by, at=at)
    _refuse_gone(item)
    held = change_set.changes.filter(treatment=item, kind=K.CORRECTION.value).first()
    change = _fresh_change(held, change_set, K.CORRECTION, expected_version)
    change.treatment, change.reason = item, reason.strip()
    change.content = _content(fields, points, memos) | {"responsible": responsible.pk if responsible else None}
    refuse(_wrong(change_set.meeting, change.content["fields"]))
    return _keep(change, by=by, at=at)


@transaction.atomic
def draft_additional(
    meeting: Meeting,
    *,
    by: Person,
    at: datetime,
    fields: Mapping[str, Any],
    reason: str,
    points: Sequence[PointText] | None = None,
    memos: Sequence[MemoText] | None = None,
    responsible: Person | None = None,
    change: Change | None = None,
    expected_version: int | None = None,
) -> Change:
    """Write an item that comes on after the agenda was sent; `reason` says why it cannot wait."""
    change_set = _drafting(meeting, by=by, at=at)
    row = _fresh_change(change, change_set, K.ADDITIONAL, expected_version)
    said = reason.strip()
    key = row.content.get("uuid") or str(uuid4())
    row.content = _content(fields, points, memos) | {
        "responsible": responsible.pk if responsible else None, "uuid": key,
    }  # fmt: skip
    row.reason = said
    refuse(_wrong(meeting, row.content["fields"]) + ([] if said else [Reason("changes.cannot_wait")]))
    return _keep(row, by=by, at=at)


@transaction.atomic
def draft_annex(
    meeting: Meeting,
    *,
    by: Person,
    at: datetime,
    title: str,
    item: Treatment | None = None,
    additional: Change | None = None,
    file: StoredFile | None = None,
    link: str = "",
    closed: bool = False,
    replaces: Annex | None = None,
) -> Change:
    """An annex that comes on after dispatch, on an item that was sent or on an additional one."""
    change_set = _drafting(meeting, by=by, at=at)
    if (file is None) == (not link.strip()):
        raise Refused("annex.file_or_link")
    if link.strip() and not link.strip().startswith(("https://", "http://")):
        raise Refused("annex.link_wrong")
    if item is not None:
        _refuse_gone(item)
    if additional is not None and additional.change_set_id != change_set.pk:
        raise Refused("changes.gone")
    if replaces is not None and (item is None or replaces.treatment_id != item.pk):
        raise Refused("changes.other_annex")
    name = title.strip()[:200] or (file.name[:200] if file else link.strip()[:200])
    change = Change(change_set=change_set, kind=K.NEW_ANNEX.value, treatment=item, of=additional, file=file)
    change.replaces = replaces
    change.content = {"title": name, "link": link.strip(), "closed": closed}
    if replaces is not None:
        change.content["replaces"] = replaces.title
    return _keep(change, by=by, at=at)


@transaction.atomic
def draft_withdrawal(item: Treatment, *, reason: str, by: Person, at: datetime) -> Change:
    """The item is to go out; its number stays with the reason."""
    change_set = _drafting(_meeting_of(item), by=by, at=at)
    _refuse_gone(item)
    said = reason_given(reason)
    for other in change_set.changes.filter(treatment=item):
        # What else was drafted on it goes out with it.
        remove(other, by=by, at=at, action="change.remove")
    change = Change(change_set=change_set, kind=K.WITHDRAWN.value, treatment=item, reason=said)
    return _keep(change, by=by, at=at)


@transaction.atomic
def remove_change(change: Change, *, by: Person, at: datetime) -> ChangeSet:
    """Take one change out of the set."""
    change_set = _drafting(change.change_set.meeting, by=by, at=at)
    if change.change_set_id != change_set.pk:
        raise Refused("changes.gone")
    for annex in change.annexes.all():
        remove(annex, by=by, at=at, action="change.remove")
    remove(fresh(change), by=by, at=at, action="change.remove")
    return change_set


@transaction.atomic
def drop_changes(meeting: Meeting, *, by: Person, at: datetime) -> ChangeSet:
    """*Drop ændringerne*: the agenda stands as it was sent. What was drafted is kept with the set and never used."""
    needs(by, "changes.draft", meeting, at)
    fresh(meeting)
    change_set = _open(meeting)
    was_with_chair = change_set.state == S.WITH_CHAIR.value
    change_set.state = c.CHANGE_SET.after(S(change_set.state), E.DROP).value
    store(change_set, by=by, at=at, action="changes.drop")
    if was_with_chair:
        tell_changes_voided(change_set, by=by, at=at, dropped=True)
    return change_set


@transaction.atomic
def ask_for_changes(
    meeting: Meeting, built: BuiltAgenda, *, by: Person, at: datetime, late_because: str = ""
) -> ChangeSet:
    """*Send til formanden*: the version that the changes would make is kept with its files for the chair to read.

    Refused with all that the items would lack, and after the last moment for changes without a reason.
    """
    needs(by, "changes.draft", meeting, at)
    meeting = fresh(meeting)
    change_set = fresh(_open(meeting))
    facts = facts_of_changes(change_set, late_because)
    reasons = c.lacks_for_asking(meeting_facts(meeting, items=(), with_effects=False), facts, at=at)
    refuse(reasons + list(built.reasons))
    if built.meeting_id != meeting.pk or meeting.versions.filter(number__gte=built.number).exists():
        raise Refused("agenda.changed_since")
    change_set.built = keep_version(meeting, built, by=by, at=at)
    change_set.state = c.CHANGE_SET.after(S(change_set.state), E.SEND_TO_CHAIR).value
    change_set.late_because = late_because.strip() if c.is_late(facts, at) else ""
    change_set.returned_with = ""
    store(change_set, by=by, at=at, action="changes.send_to_chair")
    told = {"version": built.number, "sha256": built.sha256}
    record("agenda.build", meeting, by=by, at=at, changes=told)
    ask_changes(change_set, at=at)
    return change_set


def keep_version(meeting: Meeting, built: BuiltAgenda, *, by: Person, at: datetime) -> AgendaVersion:
    """The version with its three files, as they were made."""

    def kept(data: bytes, name: str, kind: str) -> StoredFile | None:
        if not data:
            return None
        file = f"{name}-udgave-{built.number}.pdf"
        return store_bytes(
            data, name=file, content_type="application/pdf", kind=kind, at=at, created_by_id=str(by.uuid)
        )

    return AgendaVersion.objects.create(
        meeting=meeting, number=built.number, content=built.content, sha256=built.sha256,
        members_pdf=kept(built.members_pdf, "dagsorden-medlemmer", "agenda"),
        open_pdf=kept(built.open_pdf, "dagsorden", "agenda"),
        reading_copy=kept(built.reading_copy, "samlet-materiale", "reading_copy"),
        audit_head=built.audit_head, made_at=built.built_at, made_by=by,
    )  # fmt: skip


@transaction.atomic
def return_changes(meeting: Meeting, *, comment: str, by: Person, at: datetime) -> ChangeSet:
    """The chair sends the changes back with a comment; nothing has changed for the members."""
    needs(by, "changes.approve", meeting, at)
    said = reason_given(comment)
    fresh(meeting)
    change_set = _open(meeting)
    change_set.state = c.CHANGE_SET.after(S(change_set.state), E.RETURN).value
    change_set.returned_with, change_set.built = said, None
    store(change_set, by=by, at=at, action="changes.return", reason=said)
    tell_changes_returned(change_set, said, by=by, at=at)
    return change_set


@transaction.atomic
def approve_changes(meeting: Meeting, *, sha256: str, by: Person, at: datetime, late_allowed: bool = False) -> Dispatch:
    """*Godkend og send*: exactly the changes that the chair read are put on the items and sent to the members.

    Refused when anything differs from what was read, a second time, and after the last moment for changes unless the
    chair says that they may go all the same.
    """
    needs(by, "changes.approve", meeting, at)
    meeting = fresh(meeting)
    change_set, version = _read_by_chair(meeting, sha256)
    to = receivers(meeting)
    facts = facts_of_changes(change_set)
    addressed = sum(1 for seated in to if seated.has_address)
    found = meeting_facts(meeting, items=(), with_effects=False)
    refuse(c.lacks_for_sending(found, facts, at=at, waived=late_allowed, receivers=addressed))
    refuse(carry_out(change_set, by=version.made_by, at=at))
    if hash_of(changed_content(meeting, version.number, change_set)) != version.sha256:
        raise Refused("agenda.changed_since")
    before = meeting.dispatches.select_related("version").order_by("-number")[0]
    capacity = capacity_of(by, meeting, day_of(at))[:120]
    Approval.objects.create(version=version, person=by, capacity=capacity, sha256=sha256, at=at)
    sent = Dispatch.objects.create(
        meeting=meeting,
        number=before.number + 1,
        version=version,
        at=at,
        by=by,
        late_because=change_set.late_because,
        recipients=[
            {"person": s.person.pk, "name": s.person.name, "seat": s.title or s.kind_words, "mail": s.has_address}
            for s in to
        ],
    )
    change_set.state = c.CHANGE_SET.after(S(change_set.state), E.SEND).value
    change_set.dispatch = sent
    store(change_set, by=by, at=at, action="changes.send", reason=change_set.late_because)
    told = {"dispatch": sent.number, "version": version.number, "sha256": sha256}
    record("agenda.dispatched_version", meeting, by=by, at=at, changes=told)
    send_changes(sent, before, to, at=at)
    return sent


def _read_by_chair(meeting: Meeting, sha256: str) -> tuple[ChangeSet, AgendaVersion]:
    change_set = open_changes(meeting)
    if change_set is None or change_set.built is None or change_set.state != S.WITH_CHAIR.value:
        raise Refused("changes.not_with_chair")
    if change_set.built.sha256 != sha256:
        raise Refused("agenda.changed_since")
    return change_set, change_set.built


def _meeting_of(item: Treatment) -> Meeting:
    if item.meeting is None:
        raise Refused("item.no_meeting", title=item.title)
    return item.meeting


def _open(meeting: Meeting) -> ChangeSet:
    found = open_changes(meeting)
    if found is None:
        raise Refused("changes.none_open")
    return found


def _drafting(meeting: Meeting, *, by: Person, at: datetime) -> ChangeSet:
    """The set that changes go into: a new one, or the open one, taken back where the chair has it."""
    needs(by, "changes.draft", meeting, at)
    meeting = fresh(meeting)
    refuse(c.lacks_for_change(meeting_facts(meeting, items=(), with_effects=False)))
    change_set = open_changes(meeting)
    if change_set is None:
        change_set = ChangeSet(meeting=meeting, number=meeting.change_sets.count() + 1)
        store(change_set, by=by, at=at, action="changes.begin")
    elif change_set.state == S.WITH_CHAIR.value:
        change_set.state = c.CHANGE_SET.after(S.WITH_CHAIR, E.VOID).value
        change_set.built = None
        store(change_set, by=by, at=at, action="changes.void")
        tell_changes_voided(change_set, by=by, at=at)
    return change_set


def _fresh_change(held: Change | None, change_set: ChangeSet, kind: c.ChangeKind, expected: int | None) -> Change:
    if held is None:
        if expected:
            raise Refused("changes.gone")
        return Change(change_set=change_set, kind=kind.value)
    if held.change_set_id != change_set.pk:
        raise Refused("changes.gone")
    return fresh(held, expected)


def _refuse_gone(item: Treatment) -> None:
    if fresh(item).state != TreatmentState.SENT.value:
        raise Refused("item.left_agenda", title=item.title, item=item.pk, named=f"Punkt {item.number}")


def _content(
    fields: Mapping[str, Any], points: Sequence[PointText] | None, memos: Sequence[MemoText] | None
) -> dict[str, Any]:
    if unknown := sorted(set(fields) - set(FIELDS)):
        raise ValueError(f"not an item's fields: {unknown}")
    return {
        "fields": {name: clean_field(name, value) for name, value in fields.items()},
        "points": None if points is None else [
            {
                "text": point.text,
                "effects": [
                    {"command": e.command, "project_id": e.project_id, "args": dict(e.args)} for e in point.effects
                ],
            }
            for point in points
        ],
        "memos": None if memos is None else [{"title": memo.title, "text": memo.text} for memo in memos],
    }  # fmt: skip


def _wrong(meeting: Meeting, fields: Mapping[str, Any]) -> list[Reason]:
    reasons = []
    if "title" in fields and not fields["title"]:
        reasons.append(Reason("item.no_title", {"title": "", "named": "Punktet"}))
    known = dict(item_kinds(meeting.body, day_of(meeting.starts_at), every=True))
    if "kind" in fields and fields["kind"] not in known:
        reasons.append(Reason("item.kind_unknown", {"kinds": list(known.values())}))
    return reasons


def _keep(change: Change, *, by: Person, at: datetime) -> Change:
    store(change, by=by, at=at, action="change.draft", private=PRIVATE)
    return change
