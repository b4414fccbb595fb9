"""The steps at and after the meeting: begun, decided, ended, its minutes approved; conflicts and their ways out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from styrehjul.kernel.danish import ZONE
from styrehjul.meetings import actions
from styrehjul.meetings import models as m
from styrehjul.meetings.domain.values import EffectText
from tests.model.asking import answer, put_back, sent_on
from tests.model.revisits import confirmed
from tests.model.scene import build_minutes
from tests.model.walk import Step, Walk, somebody, theirs, those
from tests.model.world import LEFT, UNNUMBERED, Decision, Effect, Item, Meeting

INSTEAD = {"not_approved": "proposal.reject", "postponed": "proposal.postpone", "returned": "proposal.return"}


def start(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    return start_of(walk, meeting, somebody(walk, those(walk, lambda name: walk.world.runs(name, meeting.body))))


def start_of(walk: Walk, meeting: Meeting, who: str) -> Step:
    lacks = [] if meeting.agenda == "sent" and meeting.calendar != "cancelled" else ["state"]
    lacks += [] if walk.world.now.astimezone(ZONE).date() >= meeting.starts_at.astimezone(ZONE).date() else ["early"]

    def then(_: Any) -> None:
        meeting.minutes, meeting.agenda = "draft", "adopted"
        for item in meeting.live:
            if item.state == "sent":
                item.state = "in_progress"

    row = walk.row(meeting)
    return Step(
        "start", who, walk.world.runs(who, meeting.body), lacks,
        lambda by: actions.start_meeting(row, by=by, at=walk.world.now), then, (f"{row.get_absolute_url()}start/", {}),
        told=str(meeting.key),
    )  # fmt: skip


def record(walk: Walk) -> Step | None:
    item = walk.one(
        [
            i
            for i in walk.world.items
            if i.ordinary and i.meeting and i.state in ("sent", "in_progress", "treated", "closed")
        ]
    )
    if item is None:
        return None
    return record_of(walk, item, somebody(walk, those(walk, lambda name: walk.world.runs(name, item.body))))


def record_of(walk: Walk, item: Item, who: str, outcome: str = "") -> Step:
    meeting = item.meeting
    assert meeting is not None
    decides = ["approved", "approved", "approved_with_changes", "not_approved", "postponed", "returned"]
    outcome = outcome or walk.one(
        decides if item.kind == "decision" else ["noted", "discussed", "postponed", "approved"]
    )
    lacks = [] if meeting.minutes == "draft" else ["minutes"]
    lacks += [] if item.state in ("in_progress", "treated") else ["state"]
    lacks += ["outcome"] if outcome == "approved" and item.kind != "decision" else []
    needs_text = outcome in ("approved_with_changes", "returned")
    text = f"Besluttet {walk.random.randint(1, 999)}." if needs_text or walk.chance(0.3) else ""
    if needs_text and walk.chance(0.1):
        text, lacks = "", [*lacks, "text"]
    lacks += ["in force"] if item.decision and item.decision.state == "in_force" else []
    kept = [effect for effect in item.recommended if walk.chance(0.5)] if outcome == "approved_with_changes" else []
    effects = [EffectText(e.command, e.project.key, walk.checks.args(e)) for e in kept]
    given = effects if outcome == "approved_with_changes" else None
    row = walk.row(item)

    def then(_: Any) -> None:
        decision = item.decision or Decision(outcome, "", [])
        if item.decision is None:
            item.decision = decision
            walk.world.decisions.append(decision)
        decision.outcome = outcome
        decision.text = text or m.Decision.objects.get(treatment_id=item.key).text
        decision.effects = follows(item, outcome, kept)
        item.state, item.outcome = "treated", outcome

    return Step(
        "record", who, walk.world.runs(who, item.body), lacks,
        lambda by: actions.record_decision(
            row, outcome=outcome, text=text, effects=given, by=by, at=walk.world.now
        ),
        then, None if given is not None else (f"{row.get_absolute_url()}beslutning/", {"outcome": outcome, "text": text}),
        told=f"{item.key} {outcome}",
    )  # fmt: skip


def follows(item: Item, outcome: str, kept: list[Effect]) -> list[Effect]:
    """The effects that go with the outcome; what was recommended keeps what it expected, the rest expects what is."""
    if outcome == "approved":
        return item.recommended
    if outcome == "approved_with_changes":
        for effect in kept:
            effect.expect()
        return kept
    approval = next((e for e in item.recommended if e.command == "proposal.approve"), None)
    if outcome in INSTEAD and approval is not None:
        made = Effect(INSTEAD[outcome], approval.project, made=True)
        made.expect()
        return [made]
    return []


def drop_item(walk: Walk) -> Step | None:
    item = walk.an_item(
        [i for i in walk.world.items if i.ordinary and i.meeting and i.state in ("sent", "in_progress", "treated")]
    )
    if item is None or not walk.chance(0.4):
        return None
    meeting = item.meeting
    who = somebody(walk, those(walk, lambda name: walk.world.runs(name, item.body)))
    lacks = [] if meeting.minutes == "draft" and item.state == "in_progress" else ["state"]

    def then(_: Any) -> None:
        item.state, item.outcome = "dropped", "dropped"
        put_back(walk, item)

    row = walk.row(item)
    return Step(
        "drop_item", who, walk.world.runs(who, item.body), lacks,
        lambda by: actions.drop_item(row, reason="Trukket på mødet", by=by, at=walk.world.now), then,
        (f"{row.get_absolute_url()}udgaar/", {"reason": "Trukket på mødet"}), told=str(item.key),
    )  # fmt: skip


def end(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    return end_of(walk, meeting, somebody(walk, those(walk, lambda name: walk.world.runs(name, meeting.body))))


def end_of(walk: Walk, meeting: Meeting, who: str, *, beside: bool | None = None) -> Step:
    beside = walk.chance(0.5) if beside is None else beside
    lacks = [] if meeting.minutes == "draft" else ["state"]
    lacks += ["decisions"] if any(undecided(item) for item in meeting.live) else []
    lacks += [] if beside or walk.world.chairs(who, meeting.body) else ["chair beside"]

    def then(_: Any) -> None:
        meeting.minutes, meeting.ended = "with_chair", True
        world = walk.world
        for item in meeting.live:
            if item.state in ("sent", "in_progress"):
                item.state, item.outcome = "treated", by_itself(item)
        for item in meeting.live:
            if item.decision is not None and item.decision.state == "provisional":
                if item.decision.outcome not in UNNUMBERED:
                    item.decision.number = world.draw(meeting)
                item.decision.state = "in_force"
                world.carry(item.decision.effects)
        confirmed(walk, meeting)
        # The product has carried all of them on when the model looks, so an agenda that got two is looked at once, with both.
        came = []
        for item in list(meeting.live):
            new = go_on(walk, item, meeting)
            answer(walk, item, new)
            came += [new] if new is not None else []
        came += sent_on(walk, meeting)
        for to in dict.fromkeys(new.meeting for new in came):
            if to is not None:
                walk.checks.order(to, added=[new for new in came if new.meeting is to])

    row = walk.row(meeting)
    return Step(
        "end", who, walk.world.runs(who, meeting.body), lacks,
        lambda by: actions.end_meeting(row, with_chair=beside, by=by, at=walk.world.now), then,
        (f"{row.get_absolute_url()}afslut/", {"with_chair": "1" if beside else ""}), told=str(meeting.key),
    )  # fmt: skip


def by_itself(item: Item) -> str:
    """What an item ends as when nobody said anything: silence adopts the agenda, the rest is noted."""
    if item.kind == "discussion":
        return "discussed"
    return "adopted" if item.kind == "decision" and not item.ordinary else "noted"


def undecided(item: Item) -> bool:
    return item.ordinary and item.kind == "decision" and item.state not in ("treated", "closed", "dropped")


def go_on(walk: Walk, item: Item, meeting: Meeting) -> Item | None:
    """Put off, it comes again on the next open agenda; sent back, it waits with the one responsible."""
    proposal = any(e.command == "proposal.approve" for e in item.recommended)
    if not item.ordinary or item.went_on or item.outcome not in ("postponed", "returned"):
        return None
    if item.outcome == "returned" and proposal:
        return None
    item.went_on = True
    row = m.Treatment.objects.filter(carried_from_id=item.key).first()
    walk.checks.that(row is not None, f"item {item.key} was {item.outcome} and did not go on")
    assert row is not None
    new = Item(
        row.pk, item.body, item.kind, item.title, responsible=item.responsible, summary=item.summary, economy=item.economy,
        access=item.access, annexes=dict(row.annexes.values_list("pk", "created_at")), project=item.project,
    )  # fmt: skip
    new.points = [(text, [Effect(e.command, e.project, e.priority) for e in effects]) for text, effects in item.points]
    for effect in new.recommended:
        effect.expect()
    walk.checks.that(len(new.annexes) == len(item.annexes), "an annex was lost on the way to the next meeting")
    walk.checks.that(row.points.count() == len(item.points), "a recommendation was lost on the way to the next meeting")
    walk.world.items.append(new)
    if item.outcome == "returned":
        new.state = "returned" if new.responsible else "accepted"
        return new
    to = walk.world.next_open(item.body, meeting.starts_at)
    new.state = "on_agenda" if to else "ready"
    if to is not None:
        new.meeting, new.due = to, to.material
        to.items.append(new)
    return new


def return_minutes(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    who = somebody(walk, those(walk, lambda name: walk.world.approves(name, meeting.body)))

    def then(_: Any) -> None:
        meeting.minutes = "draft"

    row = walk.row(meeting)
    return Step(
        "return_minutes", who, walk.world.approves(who, meeting.body), [] if meeting.minutes == "with_chair" else ["state"],
        lambda by: actions.return_minutes(row, comment="Navnene", by=by, at=walk.world.now), then,
        (f"{row.get_absolute_url()}referat/retur/", {"comment": "Navnene"}), told=str(meeting.key),
    )  # fmt: skip


def approve_minutes(walk: Walk) -> Step | None:
    meeting = walk.a_meeting()
    return minutes_of(walk, meeting, somebody(walk, those(walk, lambda n: walk.world.approves(n, meeting.body))))


def minutes_of(walk: Walk, meeting: Meeting, who: str) -> Step:
    row = walk.row(meeting)
    built = build_minutes(row, walk.world.now)
    lacks = [] if meeting.minutes == "with_chair" else ["state"]
    if walk.chance(0.1):
        # What was built before somebody wrote on.
        lacks.append("changed")
        built = type(built)(**{**vars(built), "sha256": "0" * 64})

    def then(_: Any) -> None:
        meeting.minutes, meeting.minutes_text = "approved", built.content
        for item in meeting.items:
            close(item)

    return Step(
        "approve_minutes", who, walk.world.approves(who, meeting.body), lacks,
        lambda by: actions.approve_minutes(row, built, by=by, at=walk.world.now), then, told=str(meeting.key),
    )  # fmt: skip


def close(item: Item) -> None:
    """The item is over when its minutes are approved and nothing of it is left to settle."""
    unsettled = item.decision is not None and any(e.state == "conflict" for e in item.decision.effects)
    if item.state == "treated" and not unsettled:
        item.state = "closed"


def resolve(walk: Walk) -> Step | None:
    item = walk.an_item([i for i in walk.world.items if i.decision is not None and i.decision.state == "in_force"])
    if item is None:
        return None
    decision = item.decision
    waiting = [effect for effect in decision.effects if effect.state == "conflict"]
    if not waiting and walk.chance(0.7):
        return None
    who = somebody(walk, those(walk, lambda name: walk.world.chairs(name, item.body)))
    lacks = [] if waiting else ["no conflict"]
    asks = [e for e in waiting if e.command != "project.set_priority"]
    lacks += ["state"] if any(e.project.state != "awaiting_decision" for e in asks) else []

    def then(_: Any) -> None:
        for effect in waiting:
            effect.expect()
        walk.checks.that(walk.world.carry(waiting), "the model could not carry out what the product did")
        if item.meeting is not None and item.meeting.minutes == "approved":
            close(item)

    row = m.Decision.objects.get(treatment_id=item.key)
    return Step(
        "resolve", who, walk.world.chairs(who, item.body), lacks,
        lambda by: actions.resolve_conflict(row, by=by, at=walk.world.now), then, told=str(item.key),
    )  # fmt: skip


def drop_effect(walk: Walk) -> Step | None:
    item = walk.an_item(
        [i for i in walk.world.items if i.decision and any(e.state == "conflict" for e in i.decision.effects)]
    )
    if item is None:
        return None
    who = somebody(walk, those(walk, lambda n: walk.world.secretariat(n, item.body) or walk.world.chairs(n, item.body)))
    effect = walk.one([e for e in item.decision.effects if e.state == "conflict"])

    def then(_: Any) -> None:
        effect.state = "dropped"
        if item.meeting is not None and item.meeting.minutes == "approved":
            close(item)

    row = m.Effect.objects.get(decision__treatment_id=item.key, command=effect.command, state="conflict")
    may = walk.world.secretariat(who, item.body) or walk.world.chairs(who, item.body)
    return Step(
        "drop_effect", who, may, [], lambda by: actions.drop_effect(row, reason="Ikke længere", by=by, at=walk.world.now),
        then, told=str(item.key),
    )  # fmt: skip


def forward_held(walk: Walk, meeting: Meeting) -> Step | None:
    """The next sensible thing from dispatch to approved minutes."""
    world, body = walk.world, meeting.body
    runner = theirs(walk, lambda name: world.runs(name, body))
    if meeting.minutes == "none":
        if world.now.date() < meeting.day:
            if walk.chance(0.06):
                return start_of(walk, meeting, runner)  # too early
            if walk.chance(0.7):
                return None
            world.now = datetime.combine(meeting.day, time(9, 5), tzinfo=ZONE)
        return start_of(walk, meeting, runner)
    if meeting.minutes == "draft":
        left = [item for item in meeting.live if undecided(item)]
        if left and walk.chance(0.1):
            return end_of(walk, meeting, runner, beside=True)  # with something undecided
        return (
            record_of(walk, walk.one(left), runner) if left else end_of(walk, meeting, runner, beside=walk.chance(0.85))
        )
    if meeting.minutes == "with_chair":
        if walk.chance(0.15):
            return return_minutes(walk)
        return minutes_of(walk, meeting, theirs(walk, lambda name: world.approves(name, body)))
    return None


HOLDING: list[Callable[[Walk], Step | None]] = [
    start, record, record, drop_item, end, end, return_minutes, approve_minutes, resolve, drop_effect,
]  # fmt: skip
__all__ = ["HOLDING", "LEFT", "forward_held"]
