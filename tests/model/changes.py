"""The steps after dispatch: changes are drafted beside the items, approved as a whole, sent as the difference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.building import changes as change_building
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.values import BuiltAgenda
from styrehjul.meetings.queries.changes import open_changes
from tests.model.asking import put_back
from tests.model.scene import build
from tests.model.walk import Step, Walk, somebody, those
from tests.model.world import Change, ChangeSet, Item, Meeting, Version

LATE = "Det kan ikke vente"


def a_sent_meeting(walk: Walk) -> Meeting | None:
    """Mostly one whose agenda is out and that has not begun."""
    out = [x for x in walk.world.meetings if x.agenda == "sent" and x.minutes == "none"]
    found: Meeting | None = walk.one(out) if out and walk.chance(0.85) else None
    return found or (walk.a_meeting() if walk.chance(0.2) else None)


def not_now(meeting: Meeting) -> list[str]:
    return (
        [] if meeting.agenda == "sent" and meeting.minutes == "none" and meeting.calendar != "cancelled" else ["state"]
    )


def drafting(meeting: Meeting) -> ChangeSet:
    """The set that a draft goes into; the chair no longer has it."""
    found = meeting.change_set or ChangeSet()
    found.state, found.built = "draft", None
    meeting.change_set = found
    return found


def draft(walk: Walk) -> Step | None:
    meeting = a_sent_meeting(walk)
    item: Item | None = walk.one([i for i in meeting.live if i.ordinary]) if meeting else None
    if meeting is None or item is None:
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.secretariat(name, meeting.body)))
    held = meeting.change_set.changes if meeting.change_set else []
    goes = walk.chance(0.25)
    if not goes and any(change.item is item and change.withdrawn for change in held):
        return None
    text = f"Rettet {walk.random.randint(1, 99)}"
    lacks = not_now(meeting) + ([] if item.state == "sent" else ["gone"])

    def then(_: Any) -> None:
        changes = drafting(meeting)
        kept = [change for change in changes.changes if change.item is not item]
        changes.changes = [*kept, Change(item, withdrawn=goes, summary=text)]

    row = walk.row(item)

    def act(by: Any) -> Any:
        if goes:
            return actions.draft_withdrawal(row, reason="Trukket", by=by, at=walk.world.now)
        return actions.draft_correction(
            row, by=by, at=walk.world.now, fields={"summary": text}, responsible=walk.person(item.responsible)
        )

    told = f"{item.key} {'goes out' if goes else text}"
    return Step("draft_change", who, walk.world.secretariat(who, meeting.body), lacks, act, then, told=told)


def stuck(changes: ChangeSet) -> bool:
    """A corrected item whose recommendation can no longer follow from its project's state."""
    return any(
        effect.command == "proposal.approve" and effect.project.state != "awaiting_decision"
        for change in changes.changes if not change.withdrawn for effect in change.item.recommended
    )  # fmt: skip


def ask(walk: Walk) -> Step | None:
    meeting = a_sent_meeting(walk)
    if meeting is None:
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.secretariat(name, meeting.body)))
    changes = meeting.change_set
    lacks = not_now(meeting)
    lacks += [] if changes is not None and changes.state == "draft" and changes.changes else ["nothing to ask about"]
    lacks += ["chain"] if changes is not None and stuck(changes) else []
    built = tried(walk, meeting)

    def then(_: Any) -> None:
        assert changes is not None
        changes.state, changes.built = "with_chair", Version(built.number, built.sha256, built.content, ())
        meeting.versions.append(changes.built)

    row = walk.row(meeting)
    return Step(
        "ask_for_changes", who, walk.world.secretariat(who, meeting.body), lacks,
        lambda by: actions.ask_for_changes(row, built, by=by, at=walk.world.now, late_because=LATE), then,
        told=str(meeting.key),
    )  # fmt: skip


def tried(walk: Walk, meeting: Meeting) -> BuiltAgenda:
    """The version that the changes would make, with its true content and no files; where it cannot be made, the former."""
    row = walk.row(meeting)
    plain = build(row, walk.world.now)
    found = open_changes(row)
    if found is None or not_now(meeting):
        return plain
    try:
        made = change_building.tried(found, by=walk.scene.cast.peter, at=walk.world.now)
    except Refused:
        return plain
    return replace(plain, number=made.number, content=made.content, sha256=hash_of(made.content), reasons=made.reasons)


def approve(walk: Walk) -> Step | None:
    meeting = a_sent_meeting(walk)
    if meeting is None:
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.approves(name, meeting.body)))
    changes = meeting.change_set
    version = changes.built if changes is not None else None
    seen = version.sha256 if version is not None and walk.chance(0.85) else "f" * 64
    lacks = not_now(meeting) + ([] if version is not None and seen == version.sha256 else ["seen"])
    lacks += ["chain"] if changes is not None and stuck(changes) else []

    def then(_: Any) -> None:
        assert changes is not None
        assert version is not None
        for change in changes.changes:
            put_on(walk, change)
        version.approved_by, version.dispatched, version.stands_for = who, 1, meeting.stands_for()
        meeting.change_set = None

    row = walk.row(meeting)
    return Step(
        "approve_changes", who, walk.world.approves(who, meeting.body), lacks,
        lambda by: actions.approve_changes(row, sha256=seen, by=by, at=walk.world.now, late_allowed=True), then,
        told=str(meeting.key),
    )  # fmt: skip


def put_on(walk: Walk, change: Change) -> None:
    item = change.item
    if not change.withdrawn:
        item.summary = change.summary
        return
    item.state, item.outcome = "dropped", "dropped"
    put_back(walk, item)
    if item.project is not None and item.project.state == "awaiting_decision":
        item.project.state = "proposed"


def give_back(walk: Walk) -> Step | None:
    meeting = a_sent_meeting(walk)
    if meeting is None or not walk.chance(0.4):
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.approves(name, meeting.body)))
    changes = meeting.change_set

    def then(_: Any) -> None:
        assert changes is not None
        changes.state, changes.built = "draft", None

    row = walk.row(meeting)
    lacks = [] if changes is not None and changes.state == "with_chair" else ["state"]
    return Step(
        "return_changes", who, walk.world.approves(who, meeting.body), lacks,
        lambda by: actions.return_changes(row, comment="Skriv tallet", by=by, at=walk.world.now), then,
        told=str(meeting.key),
    )  # fmt: skip


def drop(walk: Walk) -> Step | None:
    meeting = a_sent_meeting(walk)
    if meeting is None or not walk.chance(0.3):
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.secretariat(name, meeting.body)))

    def then(_: Any) -> None:
        meeting.change_set = None

    row = walk.row(meeting)
    return Step(
        "drop_changes", who, walk.world.secretariat(who, meeting.body), [] if meeting.change_set else ["none"],
        lambda by: actions.drop_changes(row, by=by, at=walk.world.now), then, told=str(meeting.key),
    )  # fmt: skip


CHANGES: list[Callable[[Walk], Step | None]] = [draft, draft, ask, ask, approve, approve, give_back, drop]
