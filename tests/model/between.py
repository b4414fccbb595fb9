"""The steps of a written procedure: sent out, answered, taken on a meeting instead, and settled at its deadline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

from styrehjul.kernel.danish import ZONE
from styrehjul.meetings import actions
from styrehjul.meetings import models as m
from styrehjul.meetings.domain.agenda import hash_of
from tests.model.asking import answer as answer_needs
from tests.model.scene import SG
from tests.model.walk import Step, Walk, somebody, those
from tests.model.world import Circulation, Decision, Item

FITS = ("in_work", "returned", "ready", "on_agenda")


def circulate(walk: Walk) -> Step | None:
    fit = [i for i in walk.world.items if i.ordinary and i.kind == "decision" and i.body == SG and i.state in FITS]
    item: Item | None = walk.an_item(fit if fit and walk.chance(0.85) else [i for i in walk.world.items if i.ordinary])
    if item is None:
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.secretariat(name, item.body)))
    was = item.meeting
    lacks = ([] if item.body == SG else ["setting"]) + ([] if item.kind == "decision" else ["kind"])
    lacks += ["between meetings"] if item.written else []
    lacks += [] if was is None or was.takes_items else ["agenda"]
    lacks += [] if item.state in FITS else ["state"]
    lacks += [] if item.summary and item.responsible and item.points and item.economy else ["sections"]
    if any(e.command == "proposal.approve" and e.project.state != "awaiting_decision" for e in item.recommended):
        lacks.append("chain")
    silence, days = walk.chance(0.6), walk.one([1, 3, 10])
    due = walk.world.now.astimezone(ZONE).date() + timedelta(days=days)

    def then(row: Any) -> None:
        if was is not None:
            walk.world.changed(was)
            was.items.remove(item)
        if item.state in ("in_work", "returned"):
            item.ready_at = walk.world.now
        item.meeting, item.due, item.state, item.written = None, None, "sent", True
        asked = dict.fromkeys(row.answers.values_list("person_id", flat=True), "")
        until = datetime.combine(due, time(23, 59), tzinfo=ZONE)
        walk.world.circulations.append(Circulation(row.pk, item, until, silence, row.content, asked))

    row = walk.row(item)
    return Step(
        "circulate", who, walk.world.secretariat(who, item.body), lacks,
        lambda by: actions.circulate(row, due=due, silence_agrees=silence, by=by, at=walk.world.now), then,
        told=f"{item.key} until {due}{' silence agrees' if silence else ''}",
    )  # fmt: skip


def one_of(walk: Walk) -> Circulation | None:
    under_way = [c for c in walk.world.circulations if c.state == "open"]
    found: Circulation | None = walk.one(under_way if under_way and walk.chance(0.85) else walk.world.circulations)
    return found


def reply(walk: Walk) -> Step | None:
    asked = one_of(walk)
    if asked is None:
        return None
    world, body = walk.world, asked.item.body

    def may(name: str) -> bool:
        return any(world.holds(name, body, kind) for kind in ("chair", "deputy_chair", "member", "co_opted"))

    who = somebody(walk, those(walk, may))
    key = walk.scene.keys[who]
    said = walk.random.choices(["agrees", "disagrees", "meeting"], (8, 2, 1))[0]
    over = asked.state != "open" or world.now > asked.due
    lacks = (["over"] if over else []) + ([] if key in asked.answers else ["not asked"])

    def then(_: Any) -> None:
        asked.answers[key] = said
        in_order(walk, settle(walk, asked))

    row = m.Circulation.objects.get(pk=asked.key)
    return Step(
        "answer_in_writing", who, may(who), lacks,
        lambda by: actions.answer_in_writing(row, answer=said, by=by, at=world.now), then, told=f"{asked.key} {said}",
    )  # fmt: skip


def take_to_meeting(walk: Walk) -> Step | None:
    asked = one_of(walk)
    if asked is None or not walk.chance(0.3):
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.secretariat(name, asked.item.body)))
    reason = "" if walk.chance(0.2) else "Den skal drøftes"
    lacks = ([] if asked.state == "open" else ["over"]) + ([] if reason else ["reason"])
    row = m.Circulation.objects.get(pk=asked.key)
    return Step(
        "take_to_meeting", who, walk.world.secretariat(who, asked.item.body), lacks,
        lambda by: actions.take_to_meeting(row, reason=reason, by=by, at=walk.world.now), lambda _: in_order(walk, to_meeting(walk, asked)),
        told=str(asked.key),
    )  # fmt: skip


def deadline(walk: Walk) -> Step | None:
    """The worker comes by: what is due is settled, the rest is left alone."""
    if not any(c.state == "open" for c in walk.world.circulations):
        return None

    def then(_: Any) -> None:
        late = [c for c in walk.world.circulations if c.state == "open" and walk.world.now > c.due]
        in_order(walk, [item for asked in late for item in settle(walk, asked)])

    def act(_: Any) -> None:
        for row in m.Circulation.objects.filter(state="open").order_by("pk"):
            actions.settle_circulation(row, at=walk.world.now)

    return Step("deadline", walk.scene.names[0], True, [], act, then)


def in_order(walk: Walk, came: list[Item]) -> None:
    """The agendas that something came on: those that were there keep their order."""
    for to in dict.fromkeys(item.meeting for item in came):
        if to is not None:
            walk.checks.order(to, added=[item for item in came if item.meeting is to])


def settle(walk: Walk, asked: Circulation) -> list[Item]:
    """What the answers come to: one who wants a meeting gets it, all agreed decide, silence as it was said to count."""
    said, over = list(asked.answers.values()), walk.world.now > asked.due
    missing = "" in said
    if "meeting" in said or ("disagrees" in said and (over or not missing)):
        return to_meeting(walk, asked)
    if not missing or (over and any(said) and asked.silence_agrees):
        return decided(walk, asked)
    return to_meeting(walk, asked) if over else []


def to_meeting(walk: Walk, asked: Circulation) -> list[Item]:
    """On the next open agenda, or waiting for one."""
    item, asked.state = asked.item, "to_meeting"
    item.written = False
    item.state = "ready"
    to = walk.world.next_open(item.body, walk.world.now)
    if to is not None:
        item.meeting, item.due, item.state = to, to.material, "on_agenda"
        to.items.append(item)
        walk.world.changed(to)
    return [item]


def decided(walk: Walk, asked: Circulation) -> list[Item]:
    """Decided as it was recommended, with a number, carried out; the next agenda is told."""
    item, asked.state, world = asked.item, "agreed", walk.world
    row = m.Decision.objects.get(treatment_id=item.key)
    item.decision = Decision("approved", row.text, item.recommended, "in_force")
    world.decisions.append(item.decision)
    item.decision.number = world.number(item.body, world.now.astimezone(ZONE).year)
    walk.checks.that(
        hash_of(asked.content) == m.Circulation.objects.get(pk=asked.key).sha256, "the frozen text was changed"
    )
    item.outcome = "approved"
    world.carry(item.decision.effects)
    item.state = "treated" if any(e.state == "conflict" for e in item.decision.effects) else "closed"
    answer_needs(walk, item, None)
    made = m.Treatment.objects.filter(carried_from_id=item.key, kind="information").first()
    walk.checks.that(made is not None, f"item {item.key} was decided in writing and nobody is told")
    assert made is not None
    to = world.next_open(item.body, world.now)
    report = Item(
        made.pk, item.body, "information", f"Orientering: {item.title}"[:200], meeting=to, access=item.access,
        responsible=walk.scene.name_of(made.responsible_id), summary=made.summary, ready_at=world.now,
        state="on_agenda" if to else "ready", due=to.material if to else None,
    )  # fmt: skip
    report.points = [("orienteringen tages til efterretning", [])]
    world.items.append(report)
    if to is not None:
        to.items.append(report)
        world.changed(to)
    return [report]


BETWEEN: list[Callable[[Walk], Step | None]] = [circulate, circulate, reply, reply, take_to_meeting, deadline]
