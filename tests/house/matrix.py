"""The permission matrix: every right of the policy table x every kind of person x every object that it can be asked of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from styrehjul.people.models import Person
from styrehjul.people.policy import TABLE, may
from tests.house.world import ON, World

NOTHING = "–"
# Which objects a right is asked of: the beginnings of their rows; NOTHING where it is asked without an object.
SG_PG_MEETINGS, ITEMS, DECISIONS, PROJECTS = (
    ("SG meeting", "PG meeting"),
    ("SG item", "PG item"),
    ("SG decision", "PG decision"),
    ("project",),
)
ASKED_OF: dict[str, tuple[str, ...]] = {
    "page.see": (NOTHING,), "account.own": (NOTHING,), "audit.see": (NOTHING,), "setup.do": (NOTHING,), "todo.see": (NOTHING,),
    "wheel.see": (NOTHING,), "wheel.roll": (NOTHING,), "occurrence.see": ("occurrence",),
    "occurrence.change": (NOTHING, "body", "occurrence"), "subscription.own": ("person",), "seminar.join": ("seminar",), "seminar_task.finish": ("seminar task",),
    "person.see": ("person",), "person.change": ("person",), "role.change": ("person",),
    "orgunit.see": ("unit",), "orgunit.change": ("unit",),
    "body.see": ("body",), "kommissorium.see": ("kommissorium",), "kommissorium.change": ("kommissorium",),
    "seat.change": ("body", "seat holding"), "agreement.change": ("body", "agreement"),
    "delegation.chair": ("body",), "delegation.secretary": ("body",), "municipality.change": ("municipality",),
    "meeting.plan": (NOTHING, "body"), "topic.add": (*SG_PG_MEETINGS, "topic"), "proposal.place": SG_PG_MEETINGS,
    "followup.add": (*ITEMS, "body"),
    "presence.note": ITEMS, "need.raise": (NOTHING, "body"), "outside.change": (NOTHING,), "room.keep": (NOTHING,), "prior.waive": ITEMS,
    "circulation.start": ITEMS, "decision.by_chair": ITEMS,
    "item.propose": ("body",), "item.receive": ITEMS, "item.take_on": ITEMS, "review.see": ITEMS, "review.answer": ITEMS, "check.see": ITEMS, "check.answer": ITEMS,
    "project.propose": (NOTHING,), "project.create": (NOTHING,), "project.register_local": (NOTHING, "unit"),
    "import.projects": (NOTHING,), "import.organisation": (NOTHING,), "import.followups": (NOTHING,),
    "kitos.run": (NOTHING,), "import.systems": (NOTHING,), "import.contracts": (NOTHING,), "kitos.settings": (NOTHING,),
    "minutes.see": SG_PG_MEETINGS, "minutes.approve": SG_PG_MEETINGS,
    "decision.record": ITEMS,
    "view.save": (NOTHING,),
    "pool.change": (NOTHING,), "capacity.change": ("pool",), "allocation.confirm": ("allocation",),
    "allocation.give": PROJECTS, "risk.raise": PROJECTS,
    "phases.edit": (NOTHING,), "status_round.open": (NOTHING, "body"),
    "catalogue.load": (NOTHING,), "catalogue.assess": (NOTHING,), "catalogue.acknowledge": PROJECTS,
    "token.make": (NOTHING,), "token.revoke": ("person",),
    "briefing.settings": (NOTHING,),
    "goal.create": (NOTHING,), "strategy.create": (NOTHING,), "partnership.create": (NOTHING,), "system.create": (NOTHING,), "contract.keep": (NOTHING,), "watch.settings": (NOTHING,), "watch.handle": ("watch",), "lesson.write": (NOTHING,), "benefit.add": (NOTHING, *PROJECTS),
    "benefit.group": (NOTHING,), "benefit.settings": (NOTHING,), "prerequisite.finish": ("change of benefit",), "plan.solve": (NOTHING,), "plan.prepare": (NOTHING,), "plan.move": (NOTHING,),
}  # fmt: skip
BY_NOUN = {
    "meeting": SG_PG_MEETINGS,
    "agenda": SG_PG_MEETINGS,
    "changes": SG_PG_MEETINGS,
    "filing": SG_PG_MEETINGS,
    "treatment": ITEMS,
    "minutes": SG_PG_MEETINGS,
    "decision": DECISIONS,
    "project": PROJECTS,
    "followup": ("follow-up",),
    "need": ("need",),
    "circulation": ("circulation",),
    "project_task": ("task",),
    "goal": ("goal",),
    "measure": ("measure",),
    "strategy": ("strategy",),
    "partnership": ("partnership",),
    "system": ("system",),
    "lesson": ("lesson",),
    "benefit": ("benefit",),
    "view": ("saved view",),
    "briefing": ("briefing",),
    "activity": ("activity",),
}

Cells = dict[tuple[str, str], dict[str, bool]]


def objects_of(world: World, action: str) -> Iterator[tuple[str, Any]]:
    """The rows of one right: each object that it can be asked of."""
    for start in ASKED_OF.get(action) or BY_NOUN[action.partition(".")[0]]:
        if start == NOTHING:
            yield NOTHING, None
        for row, obj in world.objects.items():
            if row == start or row.startswith(f"{start}:"):
                yield row, obj


def asked(world: World) -> Iterator[tuple[str, str, Any, str, Person | None]]:
    """Every cell: the right, the object, the kind of person."""
    for action in sorted(TABLE.actions()):
        for row, obj in objects_of(world, action):
            for column, person in world.people.items():
                yield action, row, obj, column, person


def matrix(world: World, ask: Callable[[Person | None, str, Any, date], bool] | None = None) -> Cells:
    """What the policy table answers."""
    answer = ask or (lambda person, action, obj, on: may(person, action, obj, on=on))
    cells: Cells = {}
    for action, row, obj, column, person in asked(world):
        cells.setdefault((action, row), {})[column] = answer(person, action, obj, ON)
    return cells


HEAD = """# Permission matrix

What the policy table answers for each kind of person, in the municipality that the tests make: Norddjurs's kommissorium, seen the day
after a meeting of the steering group (SG) that the programme group (PG) prepares. Made by `tests/house/test_permission_matrix.py`; do not
edit by hand: `WRITE_MATRIX=1` before that test writes it anew. The same rights in Danish sentences stand on the page *Rettigheder*.

A right says **who**; whether it can be done now is a rule of the thing itself ([states](states.md)). A right on a closed item
that is not given is not told either: its page does not exist for that person.

| column | who |
|---|---|
"""
WHO = {
    "chair": "chairs the SG", "approver": "the SG's chair has handed over the approval for June", "leader": "the SG's chair has handed over the lead for June",
    "secretary": "secretary of both bodies", "stand-in": "stands in for the SG's secretary in June", "stand-in, later": "the same, but in July",
    "preparing": "chairs the PG, which prepares the SG's meetings; a member of the SG", "member": "a member of the SG", "PG member": "a member of the PG",
    "responsible": "responsible for the items", "to do": "responsible for the first follow-up", "author": "sent in the proposal",
    "owner": "owner of all projects but the proposal and the foreign unit's", "manager": "manager of the same", "coordinator": "local coordinator of the first unit",
    "portfolio adm.": "portfolio administrator", "administrator": "administrator", "employee": "no seat, no role",
    "ended": "a member and every role, but left in May", "nobody": "not signed in",
}  # fmt: skip


def document(world: World) -> str:
    """The whole file."""
    columns = list(world.people)
    parts = [HEAD + "\n".join(f"| {column} | {WHO[column]} |" for column in columns)]
    rows = list(matrix(world).items())
    for noun, group in groupby(rows, key=lambda row: row[0][0].partition(".")[0]):
        lines = [
            f"\n## {noun}\n",
            f"| right | of | {' | '.join(columns)} |",
            "|---" * (len(columns) + 2) + "|",
        ]
        for action, same in groupby(group, key=lambda row: row[0][0]):
            lines += _lines(action, list(same), columns)
        parts.append("\n".join(lines))
    return "\n".join(parts) + "\n"


def _lines(action: str, rows: list[tuple[tuple[str, str], dict[str, bool]]], columns: list[str]) -> list[str]:
    """One line for all objects of which the answers are the same."""
    alike: dict[tuple[bool, ...], list[str]] = {}
    for (_, row), cells in rows:
        alike.setdefault(tuple(cells[column] for column in columns), []).append(row)
    return [
        f"| {action} | {'; '.join(_shortened(names))} | {' | '.join('x' if cell else ' ' for cell in cells)} |"
        for cells, names in alike.items()
    ]


def _shortened(rows: list[str]) -> list[str]:
    """ "SG meeting: draft, sent; PG meeting: draft"."""
    found: dict[str, list[str]] = {}
    for row in rows:
        noun, _, variant = row.partition(":")
        found.setdefault(noun, []).append(variant)
    return [
        f"{noun}: {' / '.join(filter(None, variants))}" if any(variants) else noun for noun, variants in found.items()
    ]
