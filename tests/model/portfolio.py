"""The steps beside the meetings: proposals come and go, and a priority is set by the one whose it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from styrehjul.meetings import actions
from styrehjul.meetings import models as m
from styrehjul.portfolio import actions as portfolio
from tests.making import a_goal
from tests.model.scene import SG
from tests.model.walk import Step, Walk, somebody, those
from tests.model.world import OVER, Effect, Item, Project


def open_item(walk: Walk, project: Project, body: str = "") -> Item | None:
    """The item that stands to move the project, where there is one."""
    for item in walk.world.items:
        about = item.project is project or any(effect.project is project for effect in item.recommended)
        if about and item.state not in (*OVER, "treated", "closed") and (not body or item.body == body):
            return item
    return None


def propose(walk: Walk) -> Step | None:
    if sum(1 for project in walk.world.projects if project.state in ("proposed", "awaiting_decision")) > 4:
        return None
    who = walk.one(["olga", "jonas", "head", "mette"])
    title = f"Projektforslag {len(walk.world.projects)}"

    def then(row: Any) -> None:
        walk.world.projects.append(Project(row.pk, proposer=who))

    return Step(
        "propose", who, True, [],
        lambda by: portfolio.propose_project(
            title=title, lead_area=walk.scene.cast.areas[0], purpose="Kortere ventetid", summary="Én fælles løsning",
            goal_id=a_goal("9 af 10").pk, planned_end=date(2028, 6, 30), by=by, at=walk.world.now,
        ),
        then, told=title,
    )  # fmt: skip


def place(walk: Walk) -> Step | None:
    project = walk.one(
        [p for p in walk.world.projects if p.state in ("proposed", "awaiting_decision") or walk.chance(0.1)]
    )
    if project is None:
        return None
    here = [one for one in walk.world.meetings if one.body == SG and one.takes_items]
    meeting = walk.one(here) if here and walk.chance(0.7) else walk.a_meeting()

    def may(name: str) -> bool:
        return walk.world.secretariat(name, meeting.body) or walk.world.holds(name, meeting.body, "preparing_chair")

    who = somebody(walk, those(walk, may))
    lacks = [] if meeting.takes_items else ["agenda"]
    lacks += [] if meeting.body == SG else ["right"]
    lacks += [] if project.state in ("proposed", "awaiting_decision") else ["state"]
    lacks += ["open"] if open_item(walk, project, meeting.body) is not None else []
    # An item that would change it otherwise waits to be decided: the model keeps to one at a time.
    if not lacks and open_item(walk, project) is not None:
        return None

    def then(row: Any) -> None:
        found = m.Treatment.objects.get(pk=row.pk)
        item = Item(found.pk, meeting.body, "decision", found.title, meeting=meeting, responsible=project.proposer)
        item.summary, item.economy, item.project, item.due = (
            found.summary,
            found.financial_impact,
            project,
            meeting.material,
        )
        project.state = "awaiting_decision"
        item.points = [("projektforslaget godkendes", [Effect("proposal.approve", project)])]
        if project.priority:
            item.points.append(("prioritet", [Effect("project.set_priority", project, project.priority)]))
        for effect in item.recommended:
            effect.expect()
        walk.world.items.append(item)
        meeting.items.append(item)
        walk.world.changed(meeting)
        walk.checks.order(meeting, added=[item])

    row, there = walk.project(project.key), walk.row(meeting)
    return Step(
        "place_proposal", who, may(who), lacks,
        lambda by: actions.put_proposal_on_meeting(row, there, by=by, at=walk.world.now), then,
        told=f"{project.key} on {meeting.key}",
    )  # fmt: skip


def set_priority(walk: Walk) -> Step | None:
    """Outside an approved plan the portfolio's administrator may, with a reason."""
    project = walk.one(walk.world.projects)
    if project is None:
        return None
    who = somebody(walk, ["pia"])
    reason = walk.one(["Efter aftale", "Efter aftale", ""])
    value = walk.random.randint(1, 9)

    def then(_: Any) -> None:
        project.priority = value

    row = walk.project(project.key)
    return Step(
        "set_priority", who, who == "pia", [] if reason else ["reason"],
        lambda by: portfolio.set_priority(row, priority=value, reason=reason, by=by, at=walk.world.now), then,
        told=f"{project.key} {value}",
    )  # fmt: skip


def approve_outright(walk: Walk) -> Step | None:
    """Nobody approves a proposal without the body's decision."""
    project = walk.one([p for p in walk.world.projects if p.state == "awaiting_decision"])
    if project is None:
        return None
    who = somebody(walk, ["pia"])
    row = walk.project(project.key)
    return Step(
        "approve_outright", who, who == "pia", ["mandate"],
        lambda by: portfolio.approve_proposal(row, reason="Det haster", by=by, at=walk.world.now), lambda _: None,
        told=str(project.key),
    )  # fmt: skip


def take_back(walk: Walk) -> Step | None:
    """The proposal leaves the agenda behind the item's back: its decision will meet something else than it expects."""
    project = walk.one([p for p in walk.world.projects if p.state == "awaiting_decision"])
    if project is None or not walk.chance(0.5):
        return None
    who = somebody(walk, those(walk, walk.checks.makes_agendas))

    def then(_: Any) -> None:
        project.state = "proposed"

    row = walk.project(project.key)
    return Step(
        "take_back", who, walk.checks.makes_agendas(who), [],
        lambda by: portfolio.take_back(row, reason="Skal skrives om", by=by, at=walk.world.now), then,
        told=str(project.key),
    )  # fmt: skip


def withdraw(walk: Walk) -> Step | None:
    project = walk.one([p for p in walk.world.projects if p.state in ("proposed", "awaiting_decision")])
    if project is None or not walk.chance(0.3):
        return None

    def may(name: str) -> bool:
        return name in (project.proposer, "pia")

    who = somebody(walk, those(walk, may))

    def then(_: Any) -> None:
        project.state = "withdrawn"

    row = walk.project(project.key)
    return Step(
        "withdraw", who, may(who), [] if project.state == "proposed" else ["on agenda"],
        lambda by: portfolio.withdraw(row, reason="Løst på anden vis", by=by, at=walk.world.now), then,
        told=str(project.key),
    )  # fmt: skip


PORTFOLIO: list[Callable[[Walk], Step | None]] = [
    propose, propose, place, place, place, set_priority, set_priority, approve_outright, take_back, withdraw,
]  # fmt: skip
