"""The steps between meetings: topics written and carried on, needs for decisions raised, ticked, sent on and answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from styrehjul.meetings import actions
from styrehjul.meetings import models as m
from tests.model.scene import PG, SG
from tests.model.walk import Step, Walk, somebody, those
from tests.model.world import Item, Meeting, Need, Topic

# What a decision in force answers; what is put off or sent back is asked on.
ANSWERS = ("approved", "approved_with_changes", "not_approved", "noted", "discussed", "adopted")


def _open_to(meeting: Meeting) -> list[str]:
    return [] if meeting.calendar != "cancelled" and meeting.minutes in ("none", "draft") else ["state"]


def _members(walk: Walk, body: str) -> Callable[[str], bool]:
    return lambda name: walk.world.prepares(name, body) or walk.world.at_table(name, body)


def add_topic(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    may = _members(walk, meeting.body)
    who = somebody(walk, those(walk, may))
    text = "" if walk.chance(0.1) else f"Emne {walk.random.randint(1, 9999)}"

    def then(row: Any) -> None:
        walk.world.topics.append(Topic(row.pk, meeting, text))

    row = walk.row(meeting)
    return Step(
        "add_topic", who, may(who), _open_to(meeting) + ([] if text else ["text"]),
        lambda by: actions.add_topic(row, kind="current", text=text, by=by, at=walk.world.now), then, told=str(meeting.key),
    )  # fmt: skip


def carry_topic(walk: Walk) -> Step | None:
    topic = walk.one(walk.world.topics)
    if topic is None:
        return None
    may = _members(walk, topic.meeting.body)
    who = somebody(walk, those(walk, may))
    to = walk.world.next_open(topic.meeting.body, topic.meeting.starts_at)
    lacks = (["carried"] if topic.carried else []) + ([] if to else ["no meeting"])

    def then(row: Any) -> None:
        topic.carried = True
        assert to is not None
        walk.checks.that(row.carried_from_id == topic.key, "the way back from a topic is lost")
        walk.world.topics.append(Topic(row.pk, to, topic.text))

    row = m.Topic.objects.get(pk=topic.key)
    return Step(
        "carry_topic", who, may(who), lacks, lambda by: actions.carry_topic(row, by=by, at=walk.world.now), then,
        told=str(topic.key),
    )  # fmt: skip


def raise_need(walk: Walk) -> Step | None:
    if sum(1 for need in walk.world.needs if need.state == "open") > 4:
        return None
    body = walk.one([SG, PG, PG])
    target = SG if body == PG else walk.one([SG, PG])
    may = _members(walk, body)
    who = somebody(walk, those(walk, may))
    question = "" if walk.chance(0.1) else f"Skal vi {walk.random.randint(1, 9999)}?"

    def then(row: Any) -> None:
        walk.world.needs.append(Need(row.pk, body, target, question, who))

    return Step(
        "raise_need", who, may(who), [] if question else ["text"],
        lambda by: actions.raise_need(
            walk.body(body), question=question, target=walk.body(target), by=by, at=walk.world.now
        ),
        then, told=f"{body} to {target}",
    )  # fmt: skip


def tick_need(walk: Walk) -> Step | None:
    need = walk.one([one for one in walk.world.needs if one.state == "open" or walk.chance(0.2)])
    if need is None:
        return None
    here = [one for one in walk.world.meetings if one.body == need.body or walk.chance(0.05)]
    meeting: Meeting | None = walk.one([one for one in here if one.minutes != "approved"])
    if meeting is None:
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.prepares(name, need.body)))
    tick = walk.chance(0.85)
    lacks = _open_to(meeting) + ([] if need.state == "open" else ["state"])
    lacks += [] if meeting.body == need.body else ["body"]

    def then(_: Any) -> None:
        need.ticked = meeting if tick else None

    row, at = m.DecisionNeed.objects.get(pk=need.key), walk.row(meeting)
    return Step(
        "tick_need", who, walk.world.prepares(who, need.body), lacks,
        lambda by: actions.tick_need(row, at, tick=tick, by=by, at=walk.world.now), then, told=f"{need.key} at {meeting.key}",
    )  # fmt: skip


def withdraw_need(walk: Walk) -> Step | None:
    need = walk.one(walk.world.needs)
    if need is None or not walk.chance(0.3):
        return None

    def may(name: str) -> bool:
        return walk.world.prepares(name, need.body) or need.by == name

    who = somebody(walk, those(walk, may))
    reason = "" if walk.chance(0.2) else "Er løst"
    lacks = ([] if need.state == "open" else ["state"]) + ([] if reason else ["reason"])

    def then(_: Any) -> None:
        need.state, need.ticked = "withdrawn", None

    row = m.DecisionNeed.objects.get(pk=need.key)
    return Step(
        "withdraw_need", who, may(who), lacks,
        lambda by: actions.withdraw_need(row, reason=reason, by=by, at=walk.world.now), then, told=str(need.key),
    )  # fmt: skip


def put_back(walk: Walk, item: Item) -> None:
    """The item left without an answer: what it came from is asked again."""
    for need in walk.world.needs:
        if need.item is item and need.state == "taken_forward":
            need.state, need.item = "open", None


def answer(walk: Walk, item: Item, new: Item | None) -> None:
    """When the meeting is ended: answered, asked on with the item that goes on, or there as before."""
    decided = item.decision is not None and item.decision.state == "in_force"
    for need in walk.world.needs:
        if need.item is not item or need.state != "taken_forward":
            continue
        if decided and item.decision is not None and item.decision.outcome in ANSWERS:
            need.state = "decided"
        elif new is not None:
            need.item = new
    if item.state in ("treated", "dropped") and item.decision is None:
        put_back(walk, item)


def sent_on(walk: Walk, meeting: Meeting) -> list[Item]:
    """Each ticked need is an item of the body that is to answer it, with the one who raised it."""
    came = []
    for need in [one for one in walk.world.needs if one.ticked is meeting and one.state == "open"]:
        row = m.DecisionNeed.objects.select_related("treatment").get(pk=need.key).treatment
        walk.checks.that(row is not None, f"need {need.key} was ticked and did not go on")
        assert row is not None
        to = next((one for one in walk.world.meetings if one.key == row.meeting_id), None)
        walk.checks.that(
            to is None or (to.takes_items and to.body == need.target), "a need went where nothing is taken"
        )
        item = Item(
            row.pk, need.target, "decision", need.question, meeting=to, responsible=need.by, summary=row.summary,
            due=to.material if to else None,
        )  # fmt: skip
        need.state, need.ticked, need.item = "taken_forward", None, item
        walk.world.items.append(item)
        if to is not None:
            to.items.append(item)
        came.append(item)
    return came


ASKING: list[Callable[[Walk], Step | None]] = [add_topic, carry_topic, raise_need, tick_need, tick_need, withdraw_need]
__all__ = ["ASKING", "answer", "put_back", "sent_on"]
