"""The steps about who may not take part in an item: marked inhabil, ahead or at the table, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from styrehjul.meetings import actions
from styrehjul.meetings import models as m
from tests.model.walk import Step, Walk, somebody, those
from tests.model.world import Item

# Members and those responsible for items; what the marking takes from a chair or a secretary is tested elsewhere.
MARKED = ("head", "olga", "pia")


def mark(walk: Walk) -> Step | None:
    item: Item | None = walk.an_item([i for i in walk.world.items if i.ordinary])
    if item is None:
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.runs(name, item.body)))
    person = walk.one(MARKED)
    lacks = [] if item.meeting is not None and item.meeting.minutes in ("none", "draft") else ["not now"]

    def then(_: Any) -> None:
        item.barred.add(person)

    row, kind = walk.row(item), walk.one(["conflicted", "excluded"])
    return Step(
        "mark_inhabil", who, walk.world.runs(who, item.body), lacks,
        lambda by: actions.note_presence(row, kind=kind, person=walk.person(person), by=by, at=walk.world.now), then,
        told=f"{item.key} {person}",
    )  # fmt: skip


def unmark(walk: Walk) -> Step | None:
    item: Item | None = walk.one([i for i in walk.world.items if i.barred])
    if item is None or not walk.chance(0.4):
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.runs(name, item.body)))
    person = walk.one(sorted(item.barred))
    rows = m.ItemPresence.objects.filter(treatment_id=item.key, person_id=walk.scene.keys[person]).order_by("pk")
    row, last = rows[0], rows.count() == 1
    lacks = [] if item.meeting is not None and item.meeting.minutes in ("none", "draft") else ["not now"]

    def then(_: Any) -> None:
        if last:
            item.barred.discard(person)

    return Step(
        "unmark_inhabil", who, walk.world.runs(who, item.body), lacks,
        lambda by: actions.forget_presence(row, by=by, at=walk.world.now), then, told=f"{item.key} {person}",
    )  # fmt: skip


PRESENCE: list[Callable[[Walk], Step | None]] = [mark, mark, unmark]
