"""The steps on items: put on, written, set ready, sent back, moved, taken off."""

from __future__ import annotations

from typing import Any

from styrehjul.meetings import actions
from styrehjul.meetings import models as m
from styrehjul.meetings.domain.values import EffectText, PointText
from tests.model.asking import put_back
from tests.model.portfolio import open_item
from tests.model.scene import SG
from tests.model.walk import Step, Walk, somebody, those
from tests.model.world import BEFORE_SENT, OVER, WITH_CHAIR, Effect, Item, Meeting

WORDS = ("kort", "lang", "ny", "fælles", "anden", "sidste")


def new_items(meeting: Meeting | None) -> list[str]:
    return [] if meeting is None or meeting.takes_items else ["agenda"]


def editing(walk: Walk, item: Item, who: str) -> list[str]:
    """Why the item cannot be written on now."""
    if item.state in OVER:
        return ["left"]
    if item.written:
        return ["between meetings"]
    lacks = new_items(item.meeting)
    if item.meeting is not None and item.meeting.agenda in WITH_CHAIR and not walk.world.prepares(who, item.body):
        lacks.append("locked")
    return lacks


def taken_in(walk: Walk, item: Item) -> None:
    """The order of the agenda after something was put on it: the others keep theirs."""
    meeting = item.meeting
    if meeting is not None:
        walk.checks.order(meeting, added=[item])


def add_item(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    who = somebody(walk, those(walk, lambda name: walk.world.prepares(name, meeting.body)))
    kind = walk.random.choices(("decision", "information", "discussion"), (6, 4, 1))[0]
    title = f"{walk.one(WORDS).capitalize()} sag {len(walk.world.items):03}"
    responsible = walk.random.choice(("olga", "jonas", "mette", "peter", ""))
    unknown = ["kind"] if kind == "discussion" and meeting.body == SG else []

    def then(row: Any) -> None:
        found = row or m.Treatment.objects.latest("pk")
        item = Item(found.pk, meeting.body, kind, title, meeting=meeting, responsible=responsible, due=meeting.material)
        item.state = "in_work" if responsible else "accepted"
        walk.world.items.append(item)
        meeting.items.append(item)
        walk.world.changed(meeting)
        taken_in(walk, item)

    row = walk.row(meeting)
    return Step(
        "add_item", who, walk.world.prepares(who, meeting.body), new_items(meeting) + unknown,
        lambda by: actions.add_item(
            row, title=title, kind=kind, responsible=walk.person(responsible), by=by, at=walk.world.now
        ),
        then, told=f"{title} ({kind}) on {meeting.key}",
    )  # fmt: skip


def edit_item(walk: Walk) -> Step | None:
    item = walk.an_item([i for i in walk.world.items if i.ordinary])
    return (
        None if item is None else edit_of(walk, item, somebody(walk, those(walk, lambda n: walk.world.edits(n, item))))
    )


def edit_of(walk: Walk, item: Item, who: str) -> Step:
    names = ["summary", "summary", "economy", "title", "access"]
    name = "late_because" if item.late(walk.world.now) and walk.chance(0.4) else walk.one(names)
    column = {"economy": "financial_impact"}.get(name, name)
    value = getattr(item, name)
    if name == "access":
        value = walk.one(["open", "closed", "closed_title_hidden"])
    elif walk.chance(0.85):
        value = " ".join([*value[:40].split(), walk.one(WORDS)])
    lacks = editing(walk, item, who) + (["empty"] if name == "title" and not value else [])

    def then(_: Any) -> None:
        if getattr(item, name) == value:
            return
        setattr(item, name, value)
        if item.state == "returned":
            item.state = "in_work"
        walk.world.changed(item.meeting)

    row = walk.row(item)
    return Step(
        "edit_item", who, walk.world.edits(who, item), lacks,
        lambda by: actions.edit_item(row, by=by, at=walk.world.now, expected_version=None, fields={column: value}),
        then, told=f"{item.key}.{column}",
    )  # fmt: skip


def write_points(walk: Walk) -> Step | None:
    item = walk.an_item([i for i in walk.world.items if i.ordinary and i.project is None])
    if item is None:
        return None
    return points_of(walk, item, somebody(walk, those(walk, lambda n: walk.world.edits(n, item))))


def points_of(walk: Walk, item: Item, who: str) -> Step:
    wanted: list[tuple[str, list[Effect]]] = [(f"sagen besluttes {walk.one(WORDS)}", [])]
    free = [p for p in walk.world.projects if p.state == "approved" and open_item(walk, p) is None]
    if item.body == SG and item.kind == "decision" and free and walk.chance(0.6):
        wanted.append(("projektet får en prioritet", [
            Effect("project.set_priority", walk.one(free), walk.random.randint(1, 9))
        ]))  # fmt: skip
    points = [
        PointText(text, tuple(EffectText(e.command, e.project.key, {"priority": e.priority}) for e in effects))
        for text, effects in wanted
    ]

    def then(_: Any) -> None:
        same = [(t, [(e.command, e.project, e.priority) for e in es]) for t, es in wanted]
        if same == [(t, [(e.command, e.project, e.priority) for e in es]) for t, es in item.points]:
            return
        item.points = wanted
        for effect in item.recommended:
            effect.expect()
        if item.state == "returned":
            item.state = "in_work"
        walk.world.changed(item.meeting)

    row = walk.row(item)
    return Step(
        "write_points", who, walk.world.edits(who, item), editing(walk, item, who),
        lambda by: actions.edit_item(row, by=by, at=walk.world.now, expected_version=None, fields={}, points=points),
        then, told=str(item.key),
    )  # fmt: skip


def add_annex(walk: Walk) -> Step | None:
    item = walk.an_item([i for i in walk.world.items if i.ordinary])
    if item is None:
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.edits(name, item)))
    good = walk.chance(0.9)

    def then(annex: Any) -> None:
        item.annexes[annex.pk] = walk.world.now
        walk.world.changed(item.meeting)

    row = walk.row(item)
    link = "https://norddjurs.example/bilag" if good else "ikke et link"
    return Step(
        "add_annex", who, walk.world.edits(who, item), editing(walk, item, who) + ([] if good else ["link"]),
        lambda by: actions.add_annex(row, title="Bilag", link=link, by=by, at=walk.world.now), then, told=str(item.key),
    )  # fmt: skip


def remove_annex(walk: Walk) -> Step | None:
    item = walk.an_item([i for i in walk.world.items if i.annexes])
    if item is None:
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.edits(name, item)))
    key = walk.one(list(item.annexes))

    def then(_: Any) -> None:
        del item.annexes[key]
        walk.world.changed(item.meeting)

    annex = m.Annex.objects.select_related("treatment").get(pk=key)
    return Step(
        "remove_annex", who, walk.world.edits(who, item), editing(walk, item, who),
        lambda by: actions.remove_annex(annex, by=by, at=walk.world.now), then, told=str(item.key),
    )  # fmt: skip


def set_responsible(walk: Walk) -> Step | None:
    item = walk.an_item([i for i in walk.world.items if i.ordinary])
    if item is None:
        return None
    return responsible_of(walk, item, somebody(walk, those(walk, lambda n: walk.world.prepares(n, item.body))))


def responsible_of(walk: Walk, item: Item, who: str) -> Step:
    new = walk.one(["olga", "jonas", "mette", "peter", "head"])

    def then(_: Any) -> None:
        if item.responsible == new:
            return
        item.responsible = new
        if item.state == "accepted":
            item.state = "in_work"
        walk.world.changed(item.meeting)

    row = walk.row(item)
    return Step(
        "set_responsible", who, walk.world.prepares(who, item.body), editing(walk, item, who),
        lambda by: actions.set_responsible(row, walk.person(new), by=by, at=walk.world.now), then,
        told=f"{item.key} {new}",
    )  # fmt: skip


def make_ready(walk: Walk) -> Step | None:
    item = walk.an_item([i for i in walk.world.items if i.ordinary])
    return (
        None if item is None else ready_of(walk, item, somebody(walk, those(walk, lambda n: walk.world.edits(n, item))))
    )


def ready_of(walk: Walk, item: Item, who: str) -> Step:
    lacks = editing(walk, item, who)
    if item.state not in ("in_work", "returned"):
        lacks.append("state")
    if not item.ready(walk.world.now):
        lacks.append("sections")
    if any(e.command == "proposal.approve" and e.project.state != "awaiting_decision" for e in item.recommended):
        lacks.append("chain")

    def then(_: Any) -> None:
        item.state, item.ready_at = "on_agenda" if item.meeting else "ready", walk.world.now

    row = walk.row(item)
    return Step(
        "make_ready", who, walk.world.edits(who, item), lacks,
        lambda by: actions.make_ready(row, by=by, at=walk.world.now), then, told=str(item.key),
    )  # fmt: skip


def return_item(walk: Walk) -> Step | None:
    item = walk.an_item([i for i in walk.world.items if i.ordinary])
    if item is None:
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.prepares(name, item.body)))
    said = walk.one(["Mangler tal", "Mangler tal", "Skriv mere", ""])
    lacks = editing(walk, item, who) + ([] if said else ["reason"])
    lacks += [] if item.state in ("in_work", "ready", "on_agenda") else ["state"]

    def then(_: Any) -> None:
        item.state = "returned"
        walk.world.changed(item.meeting)

    row = walk.row(item)
    form = (f"{row.get_absolute_url()}retur/", {"comment": said}) if item.meeting else None
    return Step(
        "return_item", who, walk.world.prepares(who, item.body), lacks,
        lambda by: actions.return_item(row, comment=said, by=by, at=walk.world.now), then, form, told=str(item.key),
    )  # fmt: skip


def remove_item(walk: Walk) -> Step | None:
    item = walk.an_item([i for i in walk.world.items if i.ordinary])
    if item is None:
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.prepares(name, item.body)))
    project = item.project
    may = walk.world.prepares(who, item.body)
    back = project is not None and project.state == "awaiting_decision"
    if may and back and item.state in BEFORE_SENT and not editing(walk, item, who):
        # A proposal goes back to its proposer, which those who stand in for the approval alone cannot bring about.
        may = walk.checks.makes_agendas(who)

    def then(_: Any) -> None:
        item.state = "withdrawn"
        put_back(walk, item)
        walk.world.changed(item.meeting)
        if back and project is not None:
            project.state = "proposed"

    row = walk.row(item)
    lacks = editing(walk, item, who) + ([] if item.state in BEFORE_SENT else ["state"])
    return Step(
        "remove_item", who, may, lacks,
        lambda by: actions.remove_item(row, reason="Udgår", by=by, at=walk.world.now), then, told=str(item.key),
    )  # fmt: skip


def move_item(walk: Walk) -> Step | None:
    item = walk.an_item([i for i in walk.world.items if i.ordinary and i.meeting is not None])
    if item is None:
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.prepares(name, item.body)))
    to: Meeting | None = walk.one([None, *walk.world.meetings])
    lacks = editing(walk, item, who) + new_items(to)
    lacks += ["body"] if to is not None and to.body != item.body else []
    was = item.meeting

    def then(_: Any) -> None:
        if to is was:
            return
        assert was is not None
        walk.world.changed(was)
        was.items.remove(item)
        item.meeting, item.due = to, to.material if to else None
        if item.state == "on_agenda":
            item.state = "ready"
        if to is not None:
            to.items.append(item)
            if item.state == "ready":
                item.state = "on_agenda"
            walk.world.changed(to)
            taken_in(walk, item)

    row, there = walk.row(item), walk.row(to) if to else None
    return Step(
        "move_item", who, walk.world.prepares(who, item.body), lacks,
        lambda by: actions.move_item(row, there, by=by, at=walk.world.now), then,
        told=f"{item.key} to {to.key if to else 'wait'}",
    )  # fmt: skip


def put_on_meeting(walk: Walk) -> Step | None:
    item = walk.an_item([i for i in walk.world.items if i.meeting is None])
    to = walk.a_meeting()
    if item is None:
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.prepares(name, to.body)))
    lacks = new_items(to) + (["body"] if to.body != item.body else []) + (["over"] if item.state in OVER else [])
    lacks += ["between meetings"] if item.written else []

    def then(_: Any) -> None:
        item.meeting, item.due = to, to.material
        to.items.append(item)
        if item.state == "ready":
            item.state = "on_agenda"
        walk.world.changed(to)
        taken_in(walk, item)

    row, there = walk.row(item), walk.row(to)
    return Step(
        "put_on_meeting", who, walk.world.prepares(who, to.body), lacks,
        lambda by: actions.put_on_meeting(row, there, by=by, at=walk.world.now), then, told=f"{item.key} to {to.key}",
    )  # fmt: skip
