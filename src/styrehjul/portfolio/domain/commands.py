"""What a body can do to a project by a decision: the commands, their words, and what each leaves behind.

A decision's effect is a command with arguments. Its arguments and expected facts are plain JSON values (text, number or
None; a day is "2027-12-31"), because they are stored with the recommendation long before they are carried out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from styrehjul.kernel.danish import day_text, listing
from styrehjul.kernel.refusal import Refused
from styrehjul.portfolio.domain.life import PROJECT, ProjectEvent, ProjectState

Fact = str | int | None


class ArgKind(StrEnum):
    """What an argument is, so that a form can ask for it and a stored one can be read back."""

    DAY = "day"
    NUMBER = "number"
    TEXT = "text"
    PERSON = "person"
    CHOICE = "choice"


@dataclass(frozen=True)
class Arg:
    """One argument of a command. `words` is the label on the form; a person is given by key."""

    name: str
    kind: ArgKind
    words: str
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Command:
    """One thing that can be decided about a project.

    `reads` are the facts that it reads or writes: what an effect expects to find. `event` moves the project's state.
    `deed` names it as the subject of a sentence: "At stoppe projektet kræver en beslutning".
    """

    command: str
    words: str
    deed: str
    reads: tuple[str, ...]
    args: tuple[Arg, ...] = ()
    event: ProjectEvent | None = None


CATEGORIES = (
    ("national", "national og fælleskommunal"),
    ("cross", "tværkommunal eller egen tværgående"),
    ("local", "lokal"),
)
SUBTYPES = (("own_cross", "eget tværgående"), ("inter_municipal", "tværkommunalt"))
ROLES = (("owner", "projektejer"), ("manager", "projektleder"))

_OWNER = Arg("owner_id", ArgKind.PERSON, "Projektejer")
_MANAGER = Arg("manager_id", ArgKind.PERSON, "Projektleder")
_PLANNED_END = Arg("planned_end", ArgKind.DAY, "Planlagt afslutning")
_REVISIT = Arg("revisit_on", ArgKind.DAY, "Tages op igen")

_ALL = (
    Command(
        "proposal.approve",
        "Projektforslaget godkendes",
        "At godkende projektforslaget",
        ("state",),
        (
            Arg("conditions", ArgKind.TEXT, "Betingelser"),
            Arg("priority", ArgKind.NUMBER, "Prioritet"),
            _OWNER,
            _MANAGER,
            _PLANNED_END,
            Arg("goal", ArgKind.TEXT, "Mål"),
        ),
        ProjectEvent.APPROVE,
    ),
    Command(
        "proposal.reject",
        "Projektforslaget afvises",
        "At afvise projektforslaget",
        ("state",),
        event=ProjectEvent.REJECT,
    ),
    Command(
        "proposal.postpone",
        "Projektforslaget udsættes",
        "At udsætte projektforslaget",
        ("state",),
        (_REVISIT,),
        ProjectEvent.POSTPONE,
    ),
    Command(
        "proposal.return",
        "Projektforslaget sendes retur",
        "At sende projektforslaget retur",
        ("state",),
        event=ProjectEvent.RETURN,
    ),
    Command(
        "project.start", "Projektet sættes i gang", "At sætte projektet i gang", ("state",), event=ProjectEvent.START
    ),
    Command(
        "project.pause",
        "Projektet sættes på pause",
        "At sætte projektet på pause",
        ("state",),
        (_REVISIT,),
        ProjectEvent.PAUSE,
    ),
    Command(
        "project.resume",
        "Projektet genoptages",
        "At genoptage projektet",
        ("state", "forecast_end"),
        (Arg("forecast_end", ArgKind.DAY, "Ny forventet afslutning"),),
        ProjectEvent.RESUME,
    ),
    Command("project.close", "Projektet afsluttes", "At afslutte projektet", ("state",), event=ProjectEvent.CLOSE),
    Command("project.stop", "Projektet stoppes", "At stoppe projektet", ("state",), event=ProjectEvent.STOP),
    Command("project.reopen", "Projektet genåbnes", "At genåbne projektet", ("state",), event=ProjectEvent.REOPEN),
    Command(
        "project.set_priority",
        "Projektet får en prioritet",
        "At ændre projektets prioritet",
        ("priority",),
        (Arg("priority", ArgKind.NUMBER, "Prioritet", required=True),),
    ),
    Command(
        "project.change_category",
        "Projektets kategori ændres",
        "At ændre projektets kategori",
        ("category", "subtype"),
        (
            Arg("category", ArgKind.CHOICE, "Kategori", required=True, choices=CATEGORIES),
            Arg("subtype", ArgKind.CHOICE, "Undertype", choices=SUBTYPES),
        ),
    ),
    Command(
        "project.set_end_date",
        "Projektet får en ny slutdato",
        "At ændre projektets slutdato",
        ("planned_end",),
        (Arg("planned_end", ArgKind.DAY, "Ny slutdato", required=True),),
    ),
    Command(
        "project.set_role",
        "Projektet får en anden projektejer eller projektleder",
        "At skifte projektejer eller projektleder",
        ("owner", "manager"),
        (
            Arg("kind", ArgKind.CHOICE, "Rolle", required=True, choices=ROLES),
            Arg("person_id", ArgKind.PERSON, "Person", required=True),
        ),
    ),
)
COMMANDS: Mapping[str, Command] = {row.command: row for row in _ALL}
OF_PROPOSALS = tuple(row.command for row in _ALL if row.command.startswith("proposal."))
OF_PROJECTS = tuple(row.command for row in _ALL if row.command.startswith("project."))

# The row of the policy table for a change that nobody decided. With a mandate the body has decided, and who
# may end its meeting was asked there.
ASKS = {
    "proposal.approve": "project.settle",
    "proposal.reject": "project.settle",
    "proposal.postpone": "project.settle",
    "proposal.return": "project.settle",
    "project.start": "project.steer",
    "project.pause": "project.steer",
    "project.resume": "project.steer",
    "project.close": "project.settle",
    "project.stop": "project.settle",
    "project.reopen": "project.settle",
    "project.set_priority": "project.set_priority",
    "project.change_category": "project.change_category",
    "project.set_end_date": "project.steer",
    "project.set_role": "project.set_role",
}


def effect_words(command: str, args: Mapping[str, Any]) -> str:
    """What the command does, as it reads after "at": "projektforslaget godkendes", "projektet får prioritet 3"."""
    own = _WORDS.get(command)
    words = COMMANDS[command].words
    return own(typed(command, args)) if own else words[0].lower() + words[1:]


def leaves(command: str, facts: Mapping[str, Fact], args: Mapping[str, Any]) -> dict[str, Fact]:
    """The facts as the command leaves them, so that the next effect of the same meeting knows what to expect."""
    row = COMMANDS[command]
    after = dict(facts)
    if row.event is not None and (state := after.get("state")) is not None:
        after["state"] = PROJECT.after(ProjectState(str(state)), row.event).value
    for name, value in args.items():
        if name in {"priority", "category", "subtype", "planned_end", "forecast_end"} and value not in (None, ""):
            after[name] = value.isoformat() if isinstance(value, date) else value
    if command == "project.change_category" and after.get("category") != "cross":
        after["subtype"] = ""
    if command == "project.set_role":
        after[str(args["kind"])] = int(args["person_id"])
    for role in ("owner", "manager"):
        if args.get(f"{role}_id"):
            after[role] = int(args[f"{role}_id"])
    return after


def arguments(command: str, args: Mapping[str, Any]) -> list[str]:
    """What is wrong with the stored arguments, in words; empty when the command can be carried out with them."""
    known = {arg.name: arg for arg in COMMANDS[command].args}
    faults = [f"{name} kendes ikke" for name in args if name not in known]
    for arg in known.values():
        value = args.get(arg.name)
        if value in (None, ""):
            faults += [f"{arg.words} mangler"] if arg.required else []
            continue
        try:
            _typed(arg, value)
        except ValueError:
            faults.append(f"{arg.words}: {value} kan ikke bruges")
    return faults


def typed(command: str, args: Mapping[str, Any]) -> dict[str, Any]:
    """The stored arguments as an action takes them: days as days, numbers as numbers, unset ones left out.

    Refused("effect.arguments") when one is missing or cannot be read.
    """
    if command not in COMMANDS:
        raise Refused("effect.unknown", command=command)
    if faults := arguments(command, args):
        raise Refused("effect.arguments", change=COMMANDS[command].words, faults=faults)
    known = {arg.name: arg for arg in COMMANDS[command].args}
    return {name: _typed(known[name], value) for name, value in args.items() if value not in (None, "")}


def _typed(arg: Arg, value: Any) -> Any:
    match arg.kind:
        case ArgKind.DAY:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        case ArgKind.NUMBER | ArgKind.PERSON:
            number = int(str(value))
            if number < 1:
                raise ValueError(value)
            return number
        case ArgKind.CHOICE:
            if value not in dict(arg.choices):
                raise ValueError(value)
            return str(value)
    return str(value)


def _approved(args: dict[str, Any]) -> str:
    parts = ["projektforslaget godkendes"]
    if "priority" in args:
        parts.append(f"projektet får prioritet {args['priority']}")
    if "planned_end" in args:
        parts.append(f"projektet skal være færdigt {day_text(args['planned_end'])}")
    return listing(parts) + (f" på betingelse af: {args['conditions']}" if "conditions" in args else "")


def _until(words: str, name: str, more: str) -> Callable[[dict[str, Any]], str]:
    return lambda args: f"{words} {more} {day_text(args[name])}" if name in args else words


_WORDS: Mapping[str, Callable[[dict[str, Any]], str]] = {
    "proposal.approve": _approved,
    "proposal.postpone": _until("projektforslaget udsættes", "revisit_on", "og tages op igen"),
    "project.pause": _until("projektet sættes på pause", "revisit_on", "og tages op igen"),
    "project.resume": _until("projektet genoptages", "forecast_end", "og forventes færdigt"),
    "project.set_priority": lambda args: f"projektet får prioritet {args['priority']}",
    "project.set_end_date": lambda args: f"projektets slutdato bliver {day_text(args['planned_end'])}",
    "project.change_category": lambda args: f"projektets kategori bliver {dict(CATEGORIES)[args['category']]}",
    "project.set_role": lambda args: f"projektet får en ny {dict(ROLES)[args['kind']]}",
}
