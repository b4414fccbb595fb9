"""The steps on an agenda: its order, its way to the chair and back, approval and dispatch."""

from __future__ import annotations

from typing import Any

from styrehjul.meetings import actions
from styrehjul.meetings.queries.seats import receivers
from tests.model.items import new_items
from tests.model.scene import build
from tests.model.walk import Step, Walk, somebody, those
from tests.model.world import WITH_CHAIR, Meeting, Version


def reorder(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    who = somebody(walk, those(walk, lambda name: walk.world.prepares(name, meeting.body)))
    order = list(meeting.live)
    if len(order) < 2:
        return None
    place = walk.random.randrange(len(order) - 1)
    order[place], order[place + 1] = order[place + 1], order[place]
    wrong = walk.chance(0.1)
    keys = [item.key for item in order][: -1 if wrong else None]

    def then(_: Any) -> None:
        meeting.items = order + [item for item in meeting.items if item.state in ("withdrawn", "rejected")]
        walk.world.changed(meeting)

    row = walk.row(meeting)
    return Step(
        "reorder", who, walk.world.prepares(who, meeting.body), new_items(meeting) + (["order"] if wrong else []),
        lambda by: actions.reorder(row, keys, by=by, at=walk.world.now), then, told=str(meeting.key),
    )  # fmt: skip


def close_for_items(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    if meeting.calendar == "cancelled":
        return None  # nobody's concern: nothing is prepared any more
    who = somebody(walk, those(walk, lambda name: walk.world.prepares(name, meeting.body)))

    def then(_: Any) -> None:
        meeting.agenda = "closed"

    row = walk.row(meeting)
    return Step(
        "close_for_items", who, walk.world.prepares(who, meeting.body), [] if meeting.agenda == "open" else ["state"],
        lambda by: actions.close_for_items(row, by=by, at=walk.world.now), then, told=str(meeting.key),
    )  # fmt: skip


def send_to_chair(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    return to_chair(walk, meeting, somebody(walk, those(walk, lambda n: walk.world.secretariat(n, meeting.body))))


def to_chair(walk: Walk, meeting: Meeting, who: str) -> Step:
    lacks = [] if meeting.takes_items and meeting.agenda in ("open", "closed") else ["state"]
    lacks += [] if meeting.live and all(item.state == "on_agenda" for item in meeting.live) else ["items"]
    lacks += ["sections"] if any(i.ordinary and not i.ready() for i in meeting.live) else []
    row = walk.row(meeting)
    built = build(row, walk.world.now)
    if walk.chance(0.06):
        # Somebody wrote while the files were made.
        lacks.append("changed")
        built = type(built)(**{**vars(built), "sha256": "0" * 64})

    def then(_: Any) -> None:
        meeting.agenda = "to_chair"
        found = Version(built.number, built.sha256, built.content, meeting.stands_for())
        meeting.versions.append(found)

    return Step(
        "send_to_chair", who, walk.world.secretariat(who, meeting.body), lacks,
        lambda by: actions.send_to_chair(row, built, by=by, at=walk.world.now), then, told=str(meeting.key),
    )  # fmt: skip


def recall(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    who = somebody(walk, those(walk, lambda name: walk.world.secretariat(name, meeting.body)))

    def then(_: Any) -> None:
        meeting.agenda = "closed"

    row = walk.row(meeting)
    form = (f"{row.get_absolute_url()}traek-tilbage/", {"reason": "Forkert bilag"})
    return Step(
        "recall", who, walk.world.secretariat(who, meeting.body), [] if meeting.agenda in WITH_CHAIR else ["state"],
        lambda by: actions.recall_agenda(row, reason="Forkert bilag", by=by, at=walk.world.now), then, form,
        told=str(meeting.key),
    )  # fmt: skip


def return_agenda(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    who = somebody(walk, those(walk, lambda name: walk.world.approves(name, meeting.body)))
    pointed = [item for item in meeting.live if item.ordinary and item.state == "on_agenda" and walk.chance(0.4)]

    def then(_: Any) -> None:
        meeting.agenda = "closed"
        for item in pointed:
            item.state = "returned"

    row = walk.row(meeting)
    fields = {"comment": "Skriv prisen", "item": [str(item.key) for item in pointed]}
    return Step(
        "return_agenda", who, walk.world.approves(who, meeting.body), [] if meeting.agenda == "to_chair" else ["state"],
        lambda by: actions.return_agenda(
            row, comment="Skriv prisen", items=[item.key for item in pointed], by=by, at=walk.world.now
        ),
        then, (f"{row.get_absolute_url()}retur/", fields), told=str(meeting.key),
    )  # fmt: skip


def approve(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    return approve_of(walk, meeting, somebody(walk, those(walk, lambda n: walk.world.approves(n, meeting.body))))


def approve_of(walk: Walk, meeting: Meeting, who: str, *, blindly: bool = True) -> Step | None:
    """Of the version that the page shows; now and then of one that was read before it was changed."""
    if not meeting.versions:
        return None
    seen = meeting.versions[-1]
    if blindly and walk.chance(0.25):
        seen = walk.one(meeting.versions)
    sha = "f" * 64 if blindly and walk.chance(0.1) else seen.sha256
    last = meeting.versions[-1]
    lacks = [] if meeting.agenda == "to_chair" and meeting.takes_items else ["state"]
    lacks += [] if sha == last.sha256 else ["seen"]

    def then(_: Any) -> None:
        meeting.agenda = "approved"
        last.approved_by = who

    row = walk.row(meeting)
    return Step(
        "approve", who, walk.world.approves(who, meeting.body), lacks,
        lambda by: actions.approve_agenda(row, sha256=sha, by=by, at=walk.world.now), then,
        (f"{row.get_absolute_url()}godkend/", {"sha256": sha}), told=str(meeting.key),
    )  # fmt: skip


def dispatch(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    return dispatch_of(walk, meeting, somebody(walk, those(walk, lambda n: walk.world.secretariat(n, meeting.body))))


def dispatch_of(walk: Walk, meeting: Meeting, who: str, *, blindly: bool = True) -> Step:
    row = walk.row(meeting)
    listed = [seated.person.pk for seated in receivers(row)]
    lacks = [] if meeting.agenda == "approved" and meeting.takes_items else ["state"]
    if walk.chance(0.35 if blindly else 0.12):
        listed, lacks = listed[:-1], [*lacks, "receivers"]

    def then(_: Any) -> None:
        version = meeting.approval
        assert version is not None
        meeting.agenda = "sent"
        meeting.calendar = "invited"
        version.dispatched = 1
        meeting.mails += len(receivers(row))
        for number, item in enumerate(meeting.live, 1):
            item.number, item.state = number, "sent"

    late = "Formanden var syg"
    fields = {"recipient": [str(key) for key in listed], "late_because": late}
    return Step(
        "dispatch", who, walk.world.secretariat(who, meeting.body), lacks,
        lambda by: actions.dispatch(row, recipients=listed, late_because=late, by=by, at=walk.world.now), then,
        (f"{row.get_absolute_url()}udsend/", fields), told=str(meeting.key),
    )  # fmt: skip
