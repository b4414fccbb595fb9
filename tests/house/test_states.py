"""The state machines are whole, and the drawing of them tells what they say."""

from __future__ import annotations

from enum import StrEnum
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Any

import pytest

from styrehjul.ui import refusals
from tests.house.repository import ROOT

FILE = ROOT / "docs" / "reference" / "states.md"


def drawing() -> ModuleType:
    """The script, as a module."""
    spec = spec_from_file_location("draw_states", ROOT / "scripts" / "draw_states.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MACHINES: dict[str, Any] = drawing().machines()
# Moves that the worker makes and nobody asks for: they are never answered to a person.
OF_THE_WORKER = {"mail.claim", "mail.deliver", "mail.refuse", "mail.postpone", "mail.lose", "mail.hold", "mail.release"}
MOVES = {f"{machine.name}.{event.value}" for machine in MACHINES.values() for _, event in machine.moves} - OF_THE_WORKER


def test_the_drawing_is_what_the_tables_say() -> None:
    assert FILE.read_text(encoding="utf-8") == drawing().document(), "run scripts/draw_states.py"


def test_all_machines_are_found() -> None:
    assert {machine.name for machine in MACHINES.values()} == {
        "calendar",
        "agenda",
        "minutes",
        "treatment",
        "correction",
        "decision",
        "need",
        "circulation",
        "change_set",
        "move",
        "project",
        "project_task",
        "risk",
        "status",
        "status_round",
        "phase_model",
        "adoption",
        "benefit",
        "plan_version",
        "briefing",
        "mail",
    }


@pytest.mark.parametrize("name", MACHINES)
def test_every_state_can_be_reached_and_every_event_happens_somewhere(name: str) -> None:
    machine = MACHINES[name]
    reached, states = {machine.start}, type(machine.start)
    while found := {after for (state, _), after in machine.moves.items() if state in reached} - reached:
        reached |= found
    events: type[StrEnum] = type(next(iter(machine.moves))[1])
    assert {state.value for state in states} - {state.value for state in reached} - LATER.get(name, set()) == set()
    happening = {event for _, event in machine.moves}
    assert {event.value for event in events} - {event.value for event in happening} - LATER.get(name, set()) == set()


# States that a coming part of the product leads to.
LATER: dict[str, set[str]] = {}


@pytest.mark.parametrize("code", sorted(MOVES))
def test_every_move_has_words_for_when_it_cannot_be_made(code: str) -> None:
    assert refusals.has_words(code), f"no words for {code}"
