"""Writes docs/reference/states.md: every state machine as a drawing, made from the tables that the product asks.

    .styrehjul/venv/bin/python scripts/draw_states.py

A test fails when the file no longer tells what the tables say.
"""

from __future__ import annotations

import os
import pkgutil
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "reference" / "states.md"
HEAD = """# States

What may follow what. Drawn by `scripts/draw_states.py` from the tables in each package's `domain/`; do not edit by hand. An event
that no arrow shows is refused, with the reason and the way forward. Who may make a move stands in
[the permission matrix](permission-matrix.md).
"""
TITLES = {
    "CALENDAR": "The meeting as an appointment",
    "AGENDA": "The agenda",
    "MINUTES": "The minutes",
    "CHANGE_SET": "Changes of an agenda that was sent",
    "MOVE": "The wish to move a meeting whose agenda was sent",
    "CORRECTION": "A correction of approved minutes",
    "DECISION": "A decision",
    "TREATMENT": "One body's handling of a matter",
    "NEED": "A need for a decision",
    "CIRCULATION": "A written procedure",
    "PROJECT": "A project that a body decides upon",
    "ADOPTION": "An entry of the national catalogue",
    "PHASE_MODEL": "An edition of a list of phases",
    "LOCAL_PROJECT": "A local project",
    "STATUS": "A status of a project",
    "ROUND": "A round of status",
    "TASK": "A task of a project",
    "RISK": "A risk of a project",
    "BENEFIT": "A benefit",
    "PLAN": "A version of the yearly plan",
    "BRIEFING": "A briefing",
    "OUTBOX": "A mail",
}

# What the drawing cannot say.
NOTES = {
    "MINUTES": "There is no state after approved: whoever may read the minutes can read them from that moment.",
}


def machines() -> dict[str, Any]:
    """Every machine by the name it is kept under."""
    import styrehjul
    from styrehjul.kernel.machine import Machine

    found: dict[str, Any] = {}
    for module in pkgutil.walk_packages(styrehjul.__path__, "styrehjul."):
        if ".domain" in module.name:
            kept = vars(import_module(module.name)).items()
            found |= {name: value for name, value in kept if isinstance(value, Machine) and value not in found.values()}
    return found


def labels() -> dict[str, str]:
    """What each state is called on the screen, by the enum's name and the state's."""
    from django.utils import translation

    found: dict[str, str] = {}
    for room in (
        "mail.labels",
        "portfolio.labels",
        "portfolio.part_labels",
        "portfolio.phase_labels",
        "benefits.labels.life",
        "plans.labels",
        "briefings.labels",
        "meetings.labels",
    ):
        for table in vars(import_module(f"styrehjul.{room}")).values():
            if isinstance(table, dict):
                with translation.override("da"):
                    found |= {f"{type(state).__name__}.{state}": str(text) for state, text in table.items()}
    return found


def drawn(name: str, machine: Any, words: dict[str, str]) -> str:
    """One machine as mermaid, its states by their Danish names."""
    states = dict.fromkeys([machine.start, *(state for state, _ in machine.moves), *machine.moves.values()])
    lines = [f"## {TITLES[name]}", "", "```mermaid", "stateDiagram-v2"]
    lines += [f'    state "{words[f"{type(state).__name__}.{state}"]}" as {state.value}' for state in states]
    lines.append(f"    [*] --> {machine.start.value}")
    lines += [f"    {a.value} --> {b.value}: {event.value}" for (a, event), b in machine.moves.items()]
    ends = [state for state in states if not any(a == state and b != state for (a, _), b in machine.moves.items())]
    lines += [f"    {state.value} --> [*]" for state in ends]
    return "\n".join([*lines, "```", "", *([NOTES[name], ""] if name in NOTES else [])])


def document() -> str:
    """The whole file."""
    words = labels()
    return "\n".join([HEAD, *(drawn(name, machine, words) for name, machine in machines().items())])


def main() -> None:
    """Set Django up for the labels alone, and write."""
    import django

    sys.path.insert(0, str(ROOT / "src"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "styrehjul.config.settings")
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({"STYREHJUL_DATA": folder, "STYREHJUL_DEBUG": "1"})
        django.setup()
        TARGET.write_text(document(), encoding="utf-8")


if __name__ == "__main__":
    main()
