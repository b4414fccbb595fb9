"""The policy table, whole: each right x each kind of person x each object, as a file that can be reviewed.

Every cell is the table's own answer; that the lists and the pages give the same answers is asked here too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.core.exceptions import FieldError

from styrehjul.people.models import Person
from styrehjul.people.policy import TABLE
from tests.house import matrix
from tests.house.repository import ROOT
from tests.house.world import ON, World, a_world

FILE = ROOT / "docs" / "reference" / "permission-matrix.md"
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[World]:
    with django_db_blocker.unblock(), a_world() as made:  # type: ignore[attr-defined]  # pytest-django's own, untyped
        yield made


def test_every_right_of_the_table_is_asked_of_something(world: World) -> None:
    for action in TABLE.actions():
        assert list(matrix.objects_of(world, action)), f"{action}: say in matrix.py what it is asked of"
    assert [action for action in matrix.ASKED_OF if action not in TABLE.actions()] == [], "no longer in the table"


def test_the_file_is_what_the_table_answers(world: World) -> None:
    now = matrix.document(world)
    if os.environ.get("WRITE_MATRIX"):
        FILE.write_text(now, encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == now, "review the change, then WRITE_MATRIX=1"


def test_nobody_and_somebody_who_has_left_may_do_nothing(world: World) -> None:
    assert [key for key, cells in matrix.matrix(world).items() if cells["nobody"] or cells["ended"]] == []


def test_the_dates_of_a_delegation_are_kept(world: World) -> None:
    """A stand-in of July is an employee in June, whatever the right."""
    found = matrix.matrix(world)
    assert [
        key for key, cells in found.items() if cells["stand-in, later"] != cells["employee"] and "person" not in key[1]
    ] == []
    assert any(cells["stand-in"] != cells["employee"] for cells in found.values())


def test_no_secretary_approves_what_the_secretary_wrote(world: World) -> None:
    found = matrix.matrix(world)
    for action in ("agenda.approve", "minutes.approve"):
        for (right, _), cells in found.items():
            if right == action:
                assert not cells["secretary"]
                assert not cells["stand-in"]


def test_a_list_holds_exactly_what_may_be_asked_one_by_one(world: World) -> None:
    """`Who.holds` and `Who.within` say the same of every object; else a list shows what its page refuses."""
    different, compared = [], 0
    for action in sorted(TABLE.actions()):
        for row, obj in matrix.objects_of(world, action):
            if obj is None:
                continue
            for part in TABLE.rows(action):
                if part.who.within is None:
                    continue
                for column, person in world.people.items():
                    if person is None or not person.works_on(ON):
                        continue
                    try:
                        listed = type(obj).objects.filter(part.who.within(person, ON), pk=obj.pk).exists()
                    except FieldError:
                        assert type(obj).__name__ in NEVER_LISTED, f"{part.who.code} cannot filter {type(obj).__name__}"
                        continue
                    compared += 1
                    if listed != part.who.holds(person, obj, ON):
                        different.append(f"{action} {row} {column}: {part.who.code} listed={listed}")
    assert different == []
    assert compared > 5000


# Never the rows of a list that is filtered by what a person may see: bodies and units are seen by all, the others are parts.
NEVER_LISTED = {
    "Body",
    "Circulation",
    "SeminarTask",
    "Topic",
    "OrgUnit",
    "CoverageAgreement",
    "Kommissorium",
    "Municipality",
}


# Rows that in this municipality give nobody what another row does not give as well, and why they stand.
SEATED = "chairs and secretaries have a seat in the body here; where a kommissorium gives them none, the row counts"
ELSEWHERE = (
    "counts where the kommissorium leaves the approval to the secretary: tests/meetings/test_other_municipality.py"
)
LEADING = "counts for whoever was named to lead a meeting that runs: tests/requirements/test_minutes.py"
COVERED = {
    ("agenda.approve", "secretary_approves"): ELSEWHERE,
    ("agenda.return", "secretary_approves"): ELSEWHERE,
    **{(action, who): SEATED for action in ("circulation.see", "followup.see", "item.propose", "need.raise", "need.see", "topic.add") for who in ("secretary", "chair", "preparing_chair")},
    **{("decision.see", who): SEATED for who in ("secretary", "chair_not_barred", "preparing_chair_not_barred")},
    **{(action, "secretary_approves"): ELSEWHERE for action in ("changes.approve", "meeting.confirm_move")},
    **{(action, "named_leader"): LEADING for action in ("followup.add", "presence.note")},
    ("decision.record", "named_leader_not_barred"): LEADING,
    ("meeting.reply", "secretary"): SEATED,
    ("outside.change", "preparing_chair"): "whoever chairs a body may; the preparing chair chairs one",
    ("project.put_on_agenda", "preparing_chair"): "whoever chairs a body may; the preparing chair chairs one",
}  # fmt: skip


def test_taking_away_any_one_row_changes_the_matrix(world: World) -> None:
    """The control of all this: a table that lacks a row is found out."""
    unnoticed = []
    for action in sorted(TABLE.actions()):
        parts = TABLE.rows(action)
        cells = [
            tuple(part.who.holds(person, obj, ON) for part in parts)
            for _, obj in matrix.objects_of(world, action)
            for person in world.people.values()
            if isinstance(person, Person) and person.works_on(ON)
        ]
        for place, part in enumerate(parts):
            if not any(cell[place] and sum(cell) == 1 for cell in cells):
                unnoticed.append((action, part.who.code))
    assert set(unnoticed) ^ set(COVERED) == set()
