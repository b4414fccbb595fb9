"""Changes after dispatch: the set that is open, and what its changes are called in the version that carries them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from styrehjul.kernel.refusal import Reason
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings.domain.agenda import differing
from styrehjul.meetings.domain.changes import OPEN, ChangeKind, ChangeSetFacts, ChangeSetState
from styrehjul.meetings.domain.guards import ItemFacts, lacks_for_ready
from styrehjul.meetings.domain.states import Profile, TreatmentState
from styrehjul.meetings.models import Change, ChangeSet, Dispatch, Meeting
from styrehjul.meetings.queries.contents import agenda_content
from styrehjul.meetings.queries.facts import deadline_of
from styrehjul.meetings.queries.versions import dispatch_of
from styrehjul.people.models import Person

Json = dict[str, Any]
LATE = "late"
_OPEN = [state.value for state in OPEN]


def open_changes(meeting: Meeting) -> ChangeSet | None:
    """The set of changes that is being drafted, or that the chair has; a meeting has one at a time."""
    return meeting.change_sets.filter(state__in=_OPEN).select_related("built__made_by").first()


def changes_of(change_set: ChangeSet) -> list[Change]:
    """The set's changes in the order they were drafted. One query."""
    rows = change_set.changes.select_related("treatment", "file", "replaces", "of").order_by("pk")
    return list(rows)


def facts_of_changes(change_set: ChangeSet, late_because: str | None = None) -> ChangeSetFacts:
    """The set as the guards see it."""
    return ChangeSetFacts(
        state=ChangeSetState(change_set.state),
        changes=change_set.changes.count(),
        late_due=deadline_of(change_set.meeting, LATE),
        late_because=change_set.late_because if late_because is None else late_because,
    )


def lacks_of_drafts(changes: Sequence[Change]) -> list[Reason]:
    """What each drafted item lacks before the changes can go to the chair, the additional ones too. No query."""
    return [reason for change in changes for reason in _lacks_of_draft(change)]


def _lacks_of_draft(change: Change) -> list[Reason]:
    if change.kind not in (ChangeKind.ADDITIONAL.value, ChangeKind.CORRECTION.value):
        return []
    held, item = change.content, change.treatment
    fields = held["fields"]

    def text(name: str) -> str:
        return str(fields[name] if name in fields else getattr(item, name, "") or "").strip()

    points = [point for point in held.get("points") or () if point["text"].strip()]
    effects = [effect for point in points for effect in point["effects"]]
    unchanged = held.get("points") is None
    return lacks_for_ready(ItemFacts(
        pk=item.pk if item else 0,
        no=item.number if item else None,
        title=text("title"),
        kind=text("kind"),
        profile=Profile(item.profile) if item else Profile.ORDINARY,
        state=TreatmentState.SENT,
        responsible=held.get("responsible") is not None,
        summary=bool(text("summary")),
        points=1 if unchanged else len(points),
        economy=bool(text("financial_impact")),
        effects_without_project=0 if unchanged else sum(1 for effect in effects if effect["project_id"] is None),
    ))  # fmt: skip


def changed_content(meeting: Meeting, number: int, change_set: ChangeSet) -> str:
    """The agenda as it stands now, with the set's changes named against what was sent last.

    Asked where the changes are on the items: when the version is tried, and when it is sent.
    """
    sent = dispatch_of(meeting)
    before = json.loads(sent.version.content) if sent else {"items": []}
    after = json.loads(agenda_content(meeting, number))
    return agenda_content(meeting, number, None, _told(changes_of(change_set), before, after))


def _told(changes: Sequence[Change], before: Json, after: Json) -> list[Json]:
    was = {item["uuid"]: item for item in before["items"]}
    now = {item["uuid"]: item for item in after["items"]}
    found = []
    for change in changes:
        if change.of_id:
            # The annexes of an additional item come with it.
            continue
        key = str(change.treatment.uuid) if change.treatment else change.content["uuid"]
        item, kind = now[key], ChangeKind(change.kind)
        what, closed = "", False
        if kind is ChangeKind.CORRECTION:
            parts = [part for part in differing(was.get(key, {}), item) if part != "bilagene"]
            what = ", ".join(parts)
        elif kind is ChangeKind.NEW_ANNEX:
            what, closed = change.content["title"], change.content["closed"]
            if replaced := change.content.get("replaces", ""):
                what = f'{what} i stedet for "{replaced}"'
        found.append({
            "kind": kind.value, "item": key, "number": item["number"], "title": item["title"], "what": what,
            "reason": change.reason, "closed": closed,
        })  # fmt: skip
    return found


def received(meeting: Meeting, before: Dispatch) -> frozenset[int]:
    """Who has had the agenda as it was sent before: by a mail that did not fail, or because they have read it."""
    failed = set(
        OutboxMessage.objects.filter(
            subject_type="meeting",
            subject_uuid=str(meeting.uuid),
            kind__in=("agenda", "agenda_changed"),
            state="failed",
        ).values_list("recipient", flat=True)
    )
    read = set(meeting.read_marks.values_list("person_id", flat=True))
    mailed = {
        row["person"]
        for dispatch in meeting.dispatches.filter(number__lte=before.number)
        for row in dispatch.recipients
        if row["mail"]
    }
    addresses = dict(Person.objects.filter(pk__in=mailed).values_list("pk", "email"))
    return frozenset({pk for pk in mailed if addresses.get(pk) not in failed} | read)
