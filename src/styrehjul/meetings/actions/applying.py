"""The changes of a set put on the items: tried when the version is built, done when the chair has approved it.

No right is asked here: whoever calls has asked. What was drafted is written in the name of the one who drafted it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from styrehjul.audit.unit import remove, store
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings.actions.common import fresh, through
from styrehjul.meetings.actions.needs import put_back
from styrehjul.meetings.actions.placing import place
from styrehjul.meetings.actions.points import write_memos, write_points
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.changes import ChangeKind
from styrehjul.meetings.domain.states import Outcome, TreatmentEvent, TreatmentState
from styrehjul.meetings.domain.values import EffectText, MemoText, PointText
from styrehjul.meetings.models import Annex, Change, ChangeSet, Matter, Meeting, Treatment
from styrehjul.meetings.queries.chain import chain_reasons
from styrehjul.meetings.queries.changes import changes_of
from styrehjul.meetings.queries.facts import item_facts
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person
from styrehjul.portfolio.actions import take_back
from styrehjul.portfolio.domain.life import ProjectState
from styrehjul.portfolio.models import Project

E = TreatmentEvent


def carry_out(change_set: ChangeSet, *, by: Person, at: datetime) -> list[Reason]:
    """Put every change on its item; what the items then lack."""
    items: dict[int, Treatment] = {}
    added: dict[int, Treatment] = {}
    for change in changes_of(change_set):
        match ChangeKind(change.kind):
            case ChangeKind.CORRECTION:
                item = _correct(_sent(change), change, by=by, at=at)
            case ChangeKind.WITHDRAWN:
                _withdraw(_sent(change), change, by=by, at=at)
                continue
            case ChangeKind.ADDITIONAL:
                item = added[change.pk] = _add(change_set.meeting, change, by=by, at=at)
            case ChangeKind.NEW_ANNEX:
                item = added[change.of_id] if change.of_id else _sent(change)
                _annex(item, change, by=by, at=at)
        items[item.pk] = item
    return _lacking(list(items), at)


def _sent(change: Change) -> Treatment:
    assert change.treatment is not None  # only an additional item has none
    item = fresh(change.treatment)
    if item.state != TreatmentState.SENT.value:
        raise Refused("item.left_agenda", **item_facts(item, item.number, day_of(item.updated_at)).facts)
    return item


def _correct(item: Treatment, change: Change, *, by: Person, at: datetime) -> Treatment:
    _fill(item, change.content)
    store(item, by=by, at=at, action="treatment.correct", reason=change.reason)
    _write(item, change.content, by=by, at=at)
    return item


def _fill(item: Treatment, content: dict[str, Any]) -> None:
    for name, value in content.get("fields", {}).items():
        setattr(item, name, value)
    if "responsible" in content:
        item.responsible_id = content["responsible"]


def _write(item: Treatment, content: dict[str, Any], *, by: Person, at: datetime) -> None:
    if content.get("points") is not None:
        write_points(item, points_of(content), by=by, at=at)
    if content.get("memos") is not None:
        write_memos(item, [MemoText(memo["title"], memo["text"]) for memo in content["memos"]], by=by, at=at)


def points_of(content: dict[str, Any]) -> list[PointText]:
    """The at-sentences that a change holds."""
    return [
        PointText(
            point["text"],
            tuple(EffectText(e["command"], e["project_id"], e["args"]) for e in point["effects"]),
        )
        for point in content.get("points") or ()
    ]


def _add(meeting: Meeting, change: Change, *, by: Person, at: datetime) -> Treatment:
    """The additional item: placed among its own kind, with the next free number whatever its place."""
    matter = Matter(title=change.content["fields"]["title"])
    store(matter, by=by, at=at, action="matter.create")
    item = Treatment(uuid=UUID(change.content["uuid"]), matter=matter, body=meeting.body)
    _fill(item, change.content)
    place(item, meeting, by=by, at=at)
    item.number = max((other or 0 for other in meeting.treatments.values_list("number", flat=True)), default=0) + 1
    store(item, by=by, at=at, action="treatment.create", reason=change.reason)
    _write(item, change.content, by=by, at=at)
    through(item, E.PROPOSE, E.ACCEPT, E.ASSIGN, E.MAKE_READY, E.PLACE, E.SEND, by=by, at=at)
    item.set_ready_by, item.set_ready_at = by, at
    store(item, by=by, at=at, action="treatment.send")
    return item


def _withdraw(item: Treatment, change: Change, *, by: Person, at: datetime) -> None:
    through(item, E.DROP, by=by, at=at)
    item.left_because, item.outcome = change.reason, Outcome.DROPPED.value
    store(item, by=by, at=at, action="treatment.drop", reason=change.reason)
    put_back(item, by=by, at=at)
    project = item.matter.project
    if project and project.state == ProjectState.AWAITING_DECISION.value:
        take_back(Project.objects.get(pk=project.pk), by=by, at=at, reason=change.reason)


def _annex(item: Treatment, change: Change, *, by: Person, at: datetime) -> None:
    last = item.annexes.order_by("-position").first()
    position = last.position + 1 if last else 1
    if change.replaces is not None:
        position = change.replaces.position
        remove(change.replaces, by=by, at=at, action="annex.remove")
    content = change.content
    made = Annex(
        treatment=item, position=position, title=content["title"], file=change.file, link=content.get("link", ""),
        closed=content["closed"],
    )  # fmt: skip
    store(made, by=by, at=at, action="annex.add")


def _lacking(keys: Sequence[int], at: datetime) -> list[Reason]:
    # Read again: what was asked for before the sentences were written is remembered on the object.
    found = Treatment.objects.select_related("body", "matter", "meeting").filter(pk__in=keys).order_by("position", "pk")
    return [
        reason
        for item in found
        for reason in guards.lacks_for_ready(item_facts(item, item.number, day_of(at))) + chain_reasons(item)
    ]
