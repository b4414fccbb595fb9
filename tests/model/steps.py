"""Which step comes next: mostly what brings a meeting on, else anything by anybody."""

from __future__ import annotations

from collections.abc import Callable

from tests.model.agendas import (
    approve,
    approve_of,
    close_for_items,
    dispatch,
    dispatch_of,
    recall,
    reorder,
    return_agenda,
    send_to_chair,
    to_chair,
)
from tests.model.asking import ASKING
from tests.model.between import BETWEEN
from tests.model.calendars import cancel, change_place, invite, move_meeting, plan
from tests.model.changes import CHANGES
from tests.model.holding import HOLDING, forward_held
from tests.model.items import (
    add_annex,
    add_item,
    edit_item,
    edit_of,
    make_ready,
    move_item,
    points_of,
    put_on_meeting,
    ready_of,
    remove_annex,
    remove_item,
    responsible_of,
    return_item,
    set_responsible,
    write_points,
)
from tests.model.moves import MOVES
from tests.model.portfolio import PORTFOLIO
from tests.model.presence import PRESENCE
from tests.model.revisits import REVISITS
from tests.model.walk import Step, Walk, theirs
from tests.model.world import Item

Maker = Callable[[Walk], Step | None]


def next_step(walk: Walk) -> Step:
    """Mostly what brings a meeting on, else anything by anybody."""
    walk.pass_time()
    walk.look()
    for _ in range(200):
        if walk.often and walk.chance(0.3):
            makers: list[Maker] = [maker for maker in MAKERS if maker.__name__ in walk.often]
            made: Step | None = walk.one(makers)(walk)
        else:
            made = forward(walk) if walk.chance(0.45) else walk.one(MAKERS)(walk)
        if made is not None:
            return made
    raise AssertionError("nothing can be done")


def forward(walk: Walk) -> Step | None:
    """The next sensible thing at one meeting, by the one whose it is."""
    meeting = walk.one(
        [one for one in walk.world.meetings if one.calendar != "cancelled" and one.minutes != "approved"]
    )
    if meeting is None:
        return None
    body, world = meeting.body, walk.world
    secretary = theirs(walk, lambda name: world.secretariat(name, body))
    if meeting.agenda in ("open", "closed"):
        lacking = [i for i in meeting.live if i.ordinary and (i.state != "on_agenda" or not i.ready())]
        if lacking:
            return bring_on(walk, walk.one(lacking), secretary)
        if sum(1 for item in meeting.live if item.ordinary) < 2 and walk.chance(0.8):
            return add_item(walk)
        return to_chair(walk, meeting, secretary)
    if meeting.agenda == "to_chair":
        return approve_of(walk, meeting, theirs(walk, lambda name: world.approves(name, body)), blindly=False)
    if meeting.agenda == "approved":
        return dispatch_of(walk, meeting, secretary, blindly=False)
    return forward_held(walk, meeting)


def bring_on(walk: Walk, item: Item, secretary: str) -> Step | None:
    if not item.responsible:
        return responsible_of(walk, item, secretary)
    who = item.responsible if walk.chance(0.6) else secretary
    if item.kind == "decision" and not item.points:
        return points_of(walk, item, who)
    if not item.ready(walk.world.now):
        return edit_of(walk, item, who)
    return ready_of(walk, item, who)


MAKERS: list[Maker] = [
    add_item, add_item, edit_item, edit_item, edit_item, write_points, add_annex, remove_annex, set_responsible, make_ready,
    return_item, remove_item, move_item, put_on_meeting, reorder, close_for_items, send_to_chair, recall, return_agenda,
    approve, approve, dispatch, dispatch, plan, invite, move_meeting, change_place, cancel, *CHANGES, *HOLDING, *PORTFOLIO, *ASKING,
    *BETWEEN, *MOVES, *PRESENCE, *REVISITS,
]  # fmt: skip
