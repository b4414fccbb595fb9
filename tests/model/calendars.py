"""The steps on the appointment: planned, called, moved, given another place, called off."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from styrehjul.meetings import actions
from tests.making import NOW
from tests.model.scene import CLOSED, PG, SG, WORKING, material_of
from tests.model.walk import Step, Walk, somebody, those
from tests.model.world import OVER, Meeting


def plan(walk: Walk) -> Step | None:
    body = walk.one([SG, PG])
    if sum(1 for one in walk.world.meetings if one.minutes == "none" and one.calendar != "cancelled") > 4:
        return None
    who = somebody(walk, [*those(walk, lambda name: walk.world.secretariat(name, body)), "ada"])
    days = [day for day in WORKING if day > walk.world.now.date()]
    if not days:
        return None
    closed = walk.chance(0.1)
    day = walk.one(CLOSED if closed else days[:8])
    starts_at = datetime(day.year, day.month, day.day, 9, 0, tzinfo=NOW.tzinfo)
    may = walk.world.secretariat(who, body) or who == "ada"

    def then(row: Any) -> None:
        walk.scene.take_in(walk.world, row)

    return Step(
        "plan", who, may, ["closed day"] if closed else [],
        lambda by: actions.plan_meeting(
            body=walk.body(body), year=starts_at.year, slot="", extra=True, starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2), items=("godkendelse_dagsorden", "eventuelt"), place="Kattegat",
            by=by, at=walk.world.now,
        ),
        then, told=f"{body} {day}",
    )  # fmt: skip


def invite(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    who = somebody(walk, those(walk, lambda name: walk.world.secretariat(name, meeting.body)))
    lacks = [] if meeting.calendar == "planned" and meeting.minutes == "none" else ["state"]
    lacks += [] if meeting.starts_at > walk.world.now else ["past"]

    def then(_: Any) -> None:
        meeting.calendar = "invited"

    row = walk.row(meeting)
    return Step(
        "invite", who, walk.world.secretariat(who, meeting.body), lacks,
        lambda by: actions.invite(row, by=by, at=walk.world.now), then, told=str(meeting.key),
    )  # fmt: skip


def time_lacks(walk: Walk, meeting: Meeting, starts_at: datetime) -> list[str]:
    """Why the meeting cannot be given that time."""
    lacks = [] if meeting.calendar != "cancelled" and meeting.minutes == "none" else ["state"]
    lacks += ["closed day"] if starts_at.date() in CLOSED else []
    return lacks + ([] if starts_at > walk.world.now else ["past"])


def to_time(walk: Walk, meeting: Meeting, starts_at: datetime) -> None:
    """The meeting on its new time; what was sent is still what was sent, with the old one in its head."""
    if meeting.starts_at == starts_at:
        return
    meeting.starts_at = starts_at
    meeting.material = material_of(meeting.key)
    for item in meeting.live:
        item.due = meeting.material if item.ordinary else None
    walk.world.changed(meeting)
    if meeting.agenda == "sent" and meeting.current is not None:
        meeting.current.stands_for, meeting.moved = meeting.stands_for(), True


def move_meeting(walk: Walk) -> Step | None:
    meeting = walk.one(walk.world.meetings)

    def may(name: str) -> bool:
        return walk.world.secretariat(name, meeting.body) or walk.world.chairs(name, meeting.body)

    who = somebody(walk, those(walk, may))
    day = walk.one(WORKING + CLOSED)
    starts_at = datetime(day.year, day.month, day.day, walk.one([9, 10, 13]), 0, tzinfo=NOW.tzinfo)
    lacks = time_lacks(walk, meeting, starts_at)
    # Once the agenda is out, the chair moves the meeting, and nobody else does so alone.
    lacks += ["chair"] if meeting.agenda == "sent" and not walk.world.approves(who, meeting.body) else []

    def then(_: Any) -> None:
        to_time(walk, meeting, starts_at)

    row = walk.row(meeting)
    waivers = list(row.deadlines.values_list("code", flat=True))
    return Step(
        "move_meeting", who, may(who), lacks,
        lambda by: actions.move_meeting(
            row, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), waivers=waivers, by=by, at=walk.world.now
        ),
        then, told=f"{meeting.key} to {starts_at:%d.%m %H}",
    )  # fmt: skip


def change_place(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    who = somebody(walk, those(walk, lambda name: walk.world.secretariat(name, meeting.body)))
    if meeting.agenda in ("sent", "adopted"):
        return None
    place = walk.one(["Kattegat", "Skagerrak", "Øresund"])
    lacks = [] if meeting.calendar != "cancelled" and meeting.minutes == "none" else ["state"]

    def then(_: Any) -> None:
        if meeting.place != place:
            meeting.place = place
            walk.world.changed(meeting)

    row = walk.row(meeting)
    return Step(
        "change_place", who, walk.world.secretariat(who, meeting.body), lacks,
        lambda by: actions.set_room(row, place=place, room_state="wanted", by=by, at=walk.world.now), then,
        told=f"{meeting.key} {place}",
    )  # fmt: skip


def cancel(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    if not walk.chance(0.4):
        return None

    def may(name: str) -> bool:
        return walk.world.secretariat(name, meeting.body) or walk.world.chairs(name, meeting.body)

    who = somebody(walk, those(walk, may))
    lacks = [] if meeting.calendar != "cancelled" and meeting.minutes == "none" else ["state"]
    lacks += ["items"] if any(item.ordinary and item.state not in OVER for item in meeting.items) else []

    def then(_: Any) -> None:
        meeting.calendar = "cancelled"

    row = walk.row(meeting)
    return Step(
        "cancel", who, may(who), lacks,
        lambda by: actions.cancel_meeting(row, reason="For få sager", by=by, at=walk.world.now), then,
        told=str(meeting.key),
    )  # fmt: skip
