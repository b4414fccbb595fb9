"""The steps on a meeting whose agenda is out: the secretary asks for another time, the chair says yes or no."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from styrehjul.meetings import models as m
from styrehjul.meetings.actions import moving
from tests.making import NOW
from tests.model.calendars import time_lacks, to_time
from tests.model.scene import CLOSED, WORKING
from tests.model.walk import Step, Walk, somebody, those
from tests.model.world import Meeting


def ask(walk: Walk) -> Step | None:
    out = [one for one in walk.world.meetings if one.agenda == "sent" and one.minutes == "none"]
    meeting: Meeting | None = walk.one(out) if out and walk.chance(0.9) else walk.a_meeting()
    if meeting is None:
        return None

    def may(name: str) -> bool:
        return walk.world.secretariat(name, meeting.body) or walk.world.chairs(name, meeting.body)

    who = somebody(walk, those(walk, may))
    day = walk.one(WORKING + CLOSED)
    starts_at = datetime(day.year, day.month, day.day, walk.one([9, 10, 13]), 0, tzinfo=NOW.tzinfo)

    def then(_: Any) -> None:
        meeting.wish = (starts_at, who)

    row = walk.row(meeting)
    waivers = list(row.deadlines.values_list("code", flat=True))
    return Step(
        "request_move", who, may(who), time_lacks(walk, meeting, starts_at),
        lambda by: moving.request_move(
            row, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), waivers=waivers, by=by, at=walk.world.now
        ),
        then, told=f"{meeting.key} to {starts_at:%d.%m %H}",
    )  # fmt: skip


def _wished(walk: Walk) -> Meeting | None:
    found: Meeting | None = walk.one([one for one in walk.world.meetings if one.wish])
    return found


def confirm(walk: Walk) -> Step | None:
    meeting = _wished(walk)
    if meeting is None or meeting.wish is None:
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.approves(name, meeting.body)))
    starts_at, _ = meeting.wish

    def then(_: Any) -> None:
        meeting.wish = None
        to_time(walk, meeting, starts_at)

    row = m.MoveRequest.objects.get(meeting_id=meeting.key, state="asked")
    return Step(
        "confirm_move", who, walk.world.approves(who, meeting.body), time_lacks(walk, meeting, starts_at),
        lambda by: moving.confirm_move(row, by=by, at=walk.world.now), then, told=str(meeting.key),
    )  # fmt: skip


def decline(walk: Walk) -> Step | None:
    meeting = _wished(walk)
    if meeting is None or meeting.wish is None or not walk.chance(0.4):
        return None
    asker = meeting.wish[1]

    def may(name: str) -> bool:
        return name == asker or walk.world.approves(name, meeting.body)

    who = somebody(walk, those(walk, may))

    def then(_: Any) -> None:
        meeting.wish = None

    row = m.MoveRequest.objects.get(meeting_id=meeting.key, state="asked")
    return Step(
        "decline_move", who, may(who), [], lambda by: moving.decline_move(row, by=by, at=walk.world.now), then,
        told=str(meeting.key),
    )  # fmt: skip


MOVES: list[Callable[[Walk], Step | None]] = [ask, confirm, confirm, decline]
