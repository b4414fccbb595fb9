"""The steps on what is decided already: changed once the minutes came back, the change taken back, or taken up again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from styrehjul.meetings import actions
from styrehjul.meetings import models as m
from tests.model.walk import Step, Walk, somebody, those
from tests.model.world import Effect, Item, Meeting

OVER = {"rejected", "withdrawn", "dropped", "treated", "closed"}


def revise(walk: Walk) -> Step | None:
    item: Item | None = walk.an_item([i for i in walk.world.items if i.decision is not None and i.ordinary])
    back = [
        i
        for i in walk.world.items
        if i.decision and i.ordinary and i.meeting and i.meeting.minutes == "draft" and i.meeting.ended
    ]
    item = walk.one(back) if back and walk.chance(0.8) else item
    if item is None or item.decision is None:
        return None
    decision = item.decision
    who = somebody(walk, those(walk, lambda name: walk.world.runs(name, item.body)))
    meeting = item.meeting
    text = "" if walk.chance(0.1) else f"Rettet beslutning {walk.random.randint(1, 999)}."
    because = "" if walk.chance(0.1) else "Regnefejl"
    here = meeting is not None and meeting.minutes == "draft" and meeting.ended and decision.state == "in_force"
    lacks = ([] if here else ["state"]) + ([] if text else ["text"]) + ([] if because else ["reason"])

    def then(_: Any) -> None:
        decision.revision = (decision.outcome, text)

    row = m.Decision.objects.get(treatment_id=item.key)
    return Step(
        "revise", who, walk.world.runs(who, item.body), lacks,
        lambda by: actions.revise_decision(
            row, outcome=decision.outcome, text=text, because=because, by=by, at=walk.world.now
        ),
        then, told=str(item.key),
    )  # fmt: skip


def drop_revision(walk: Walk) -> Step | None:
    item: Item | None = walk.one([i for i in walk.world.items if i.decision and i.decision.revision])
    if item is None or item.decision is None or not walk.chance(0.3):
        return None
    decision = item.decision
    who = somebody(walk, those(walk, lambda name: walk.world.runs(name, item.body)))

    def then(_: Any) -> None:
        decision.revision = None

    row = m.DecisionRevision.objects.get(decision__treatment_id=item.key, confirmed_at=None)
    return Step(
        "drop_revision", who, walk.world.runs(who, item.body), [],
        lambda by: actions.drop_revision(row, by=by, at=walk.world.now), then, told=str(item.key),
    )  # fmt: skip


def confirmed(walk: Walk, meeting: Meeting) -> None:
    """The meeting is ended anew: what was changed counts from now on, under the number it has."""
    for item in meeting.items:
        if item.decision is not None and item.decision.revision is not None:
            item.decision.outcome, item.decision.text = item.decision.revision
            item.outcome, item.decision.revision = item.decision.outcome, None


def take_up_again(walk: Walk) -> Step | None:
    stuck = [i for i in walk.world.items if i.decision and any(e.state == "conflict" for e in i.decision.effects)]
    item: Item | None = walk.one(stuck or ([i for i in walk.world.items if i.decision] if walk.chance(0.4) else []))
    if item is None or item.decision is None:
        return None
    world, decision = walk.world, item.decision

    def may(name: str) -> bool:
        return world.secretariat(name, item.body) or world.chairs(name, item.body)

    who = somebody(walk, those(walk, may))
    waiting = [e for e in decision.effects if e.state == "conflict"]
    to = world.next_open(item.body, world.now)
    # A proposal that was not approved may be put on anew by itself: a body has the same matter once.
    again = item.project is not None and any(
        i.project is item.project and i.body == item.body and i.state not in OVER for i in world.items if i is not item
    )
    lacks = ([] if waiting else ["no conflict"]) + ([] if to else ["no meeting"]) + (["open already"] if again else [])

    def then(row: Any) -> None:
        assert to is not None
        new = Item(
            row.pk, item.body, item.kind, item.title, meeting=to, responsible=item.responsible, summary=item.summary,
            economy=item.economy, access=item.access, project=item.project, due=to.material,
        )  # fmt: skip
        new.state = "in_work" if new.responsible else "accepted"
        new.late_because = row.late_because
        new.points = [
            (text, [Effect(e.command, e.project, e.priority) for e in effects if e in waiting])
            for text, effects in item.points
        ]
        for effect in new.recommended:
            effect.expect()
        for effect in waiting:
            effect.state = "dropped"
        if item.meeting is None or item.meeting.minutes == "approved":
            item.state = "closed" if item.state == "treated" else item.state
        world.items.append(new)
        to.items.append(new)
        world.changed(to)
        walk.checks.order(to, added=[new])

    row = m.Decision.objects.get(treatment_id=item.key)
    return Step(
        "take_up_again", who, may(who), lacks,
        lambda by: actions.take_up_again(row, by=by, at=walk.world.now), then, told=str(item.key),
    )  # fmt: skip


REVISITS: list[Callable[[Walk], Step | None]] = [revise, revise, drop_revision, take_up_again]
__all__ = ["REVISITS", "confirmed"]
