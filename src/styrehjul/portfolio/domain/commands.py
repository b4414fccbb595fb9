"""What a body can do to a project by a decision: the commands, their words, and what each leaves behind.

A decision's effect is a command with arguments. Its arguments and expected facts are plain JSON values (text, number or
None; a day is "2027-12-31"), because they are stored with the recommendation long before they are carried out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from styrehjul.kernel.danish import day_text, listing, money_text, number_text
from styrehjul.kernel.refusal import Refused
from styrehjul.portfolio.domain.life import PROJECT, ProjectEvent, ProjectState
from styrehjul.portfolio.domain.quarters import quarter_words

Fact = str | int | None


class ArgKind(StrEnum):
    """What an argument is, so that a form can ask for it and a stored one can be read back."""

    DAY = "day"
    NUMBER = "number"
    TEXT = "text"
    PERSON = "person"
    CHOICE = "choice"
    AMOUNT = "amount"
    GOAL = "goal"
    POOL = "pool"


@dataclass(frozen=True)
class Arg:
    """One argument of a command. `words` is the label on the form; a person, a goal and a pool are given by key."""

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
YES_NO = (("yes", "ja"), ("no", "nej"))
ROLES = (("owner", "projektejer"), ("manager", "projektleder"))
OUTCOMES = (
    ("passed", "projektet passerer"),
    ("passed_with_conditions", "projektet passerer på betingelser"),
    ("not_passed", "projektet passerer ikke"),
)

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
            Arg("goal", ArgKind.GOAL, "Mål"),
            Arg("planned_start", ArgKind.DAY, "Begynder"),
            Arg("frame_tdkk", ArgKind.AMOUNT, "Ramme i 1.000 kr."),
            Arg("may_start", ArgKind.CHOICE, "Starter uden ny beslutning", choices=(("yes", "ja"),)),
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
    Command(
        "project.close",
        "Projektet afsluttes",
        "At afslutte projektet",
        ("state",),
        (
            Arg("no_follow_up", ArgKind.TEXT, "Ingen gevinster følges op, fordi"),
            Arg("despite_no", ArgKind.TEXT, "Når en ejer har sagt nej til en gevinst: det skal der ske med den"),
        ),
        ProjectEvent.CLOSE,
    ),
    Command(
        "project.stop",
        "Projektet stoppes",
        "At stoppe projektet",
        ("state",),
        (
            Arg("spent_tdkk", ArgKind.AMOUNT, "Brugt i 1.000 kr."),
            Arg("spent_hours", ArgKind.AMOUNT, "Brugte timer"),
            Arg("reused", ArgKind.TEXT, "Hvad kan bruges igen"),
        ),
        ProjectEvent.STOP,
    ),
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
        "project.set_baseline",
        "Projektet får en ny baseline",
        "At give projektet en ny baseline",
        ("planned_end", "baseline"),
        (
            Arg("planned_end", ArgKind.DAY, "Ny slutdato"),
            Arg("cost_tdkk", ArgKind.AMOUNT, "Økonomi i 1.000 kr."),
            Arg("hours", ArgKind.AMOUNT, "Timer"),
        ),
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
    Command(
        "project.set_economy_frame",
        "Projektet får en økonomisk ramme",
        "At ændre projektets økonomiske ramme",
        ("cost_tdkk",),
        (Arg("amount", ArgKind.AMOUNT, "Ramme i 1.000 kr.", required=True),),
    ),
    Command(
        "project.allocate",
        "Projektet får tildelt timer",
        "At tildele projektet timer",
        ("state",),
        (
            Arg("pool", ArgKind.POOL, "Pulje", required=True),
            Arg("quarter", ArgKind.DAY, "En dag i kvartalet", required=True),
            Arg("amount", ArgKind.AMOUNT, "Mængde", required=True),
        ),
    ),
    Command(
        "project.set_large",
        "Projektet bliver eller er ikke længere et større projekt",
        "At gøre projektet til et større projekt",
        ("large",),
        (Arg("large", ArgKind.CHOICE, "Større projekt", required=True, choices=YES_NO),),
    ),
    Command(
        "project.pass_gate",
        "Projektet passerer sin faseovergang",
        "At lade projektet passere sin faseovergang",
        ("phase",),
        (
            Arg("outcome", ArgKind.CHOICE, "Udfald", choices=OUTCOMES),
            Arg("conditions", ArgKind.TEXT, "Betingelser"),
            Arg("due", ArgKind.DAY, "Betingelserne er opfyldt senest"),
        ),
    ),
    Command(
        "project.step_back_phase",
        "Projektet går en fase tilbage",
        "At sende projektet en fase tilbage",
        ("phase",),
        (Arg("phase", ArgKind.TEXT, "Til fasen (ellers den forrige)"),),
    ),
    Command(
        "project.skip_phase",
        "Projektet springer sin fase over",
        "At lade projektet springe en fase over",
        ("phase",),
    ),
    Command(
        "national.adopt",
        "Det nationale projekt tages ind i kommunens portefølje",
        "At tage et nationalt eller fælleskommunalt projekt ind i porteføljen",
        ("state",),
        event=ProjectEvent.ADOPT,
    ),
)
COMMANDS: Mapping[str, Command] = {row.command: row for row in _ALL}
OF_PROPOSALS = tuple(row.command for row in _ALL if row.command.startswith("proposal."))
OF_PROJECTS = tuple(row.command for row in _ALL if row.command.startswith("project."))
# Only for a project that has phases.
OF_PHASES = ("project.pass_gate", "project.step_back_phase", "project.skip_phase")
# Only for a project that was prepared from the catalogue.
OF_CATALOGUE = tuple(row.command for row in _ALL if row.command.startswith("national."))

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
    "project.pass_gate": "project.pass_gate",
    "project.step_back_phase": "project.pass_gate",
    "project.skip_phase": "project.pass_gate",
    "national.adopt": "catalogue.assess",
    "project.set_baseline": "project.steer",
    "project.set_economy_frame": "project.steer",
    "project.allocate": "allocation.give",
    "project.set_large": "project.steer",
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
    if command in ("project.start", "project.set_baseline") and isinstance(after.get("baseline"), int):
        after["baseline"] = int(after["baseline"] or 0) + 1
    if command == "project.set_economy_frame":
        after["cost_tdkk"] = amount_fact(typed(command, args)["amount"])
    if command == "project.set_large":
        after["large"] = args["large"] == "yes"
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
        except (ValueError, ArithmeticError):
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
        case ArgKind.AMOUNT:
            amount = _amount(str(value))
            if not amount.is_finite() or amount < 0:
                raise ValueError(value)
            return amount
        case ArgKind.NUMBER | ArgKind.PERSON | ArgKind.GOAL | ArgKind.POOL:
            number = int(str(value))
            if number < 1:
                raise ValueError(value)
            return number
        case ArgKind.CHOICE:
            if value not in dict(arg.choices):
                raise ValueError(value)
            return str(value)
    return str(value)


def amount_fact(amount: Decimal | None) -> Fact:
    """An amount as a fact that can be kept and compared: "1200" and "1200.0" are the same money."""
    return None if amount is None else f"{amount.normalize():f}"


def _amount(text: str) -> Decimal:
    """An amount as a Dane writes it: "1.500", "2,5"; a stored one as it is."""
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", text):
        text = text.replace(".", "")
    return Decimal(text.replace(",", "."))


def _approved(args: dict[str, Any]) -> str:
    parts = ["projektforslaget godkendes"]
    if "priority" in args:
        parts.append(f"projektet får prioritet {args['priority']}")
    if "planned_end" in args:
        parts.append(f"projektet skal være færdigt {day_text(args['planned_end'])}")
    return listing(parts) + (f" på betingelse af: {args['conditions']}" if "conditions" in args else "")


def _gate_words(args: dict[str, Any]) -> str:
    """ "projektet passerer sin faseovergang på betingelse af: ... senest 1. marts 2027"."""
    if args.get("outcome") == "not_passed":
        return "projektet passerer ikke sin faseovergang"
    words = "projektet passerer sin faseovergang"
    if "conditions" in args:
        words += f" på betingelse af: {args['conditions']}"
    return words + (f", senest {day_text(args['due'])}" if "due" in args else "")


def _until(words: str, name: str, more: str) -> Callable[[dict[str, Any]], str]:
    return lambda args: f"{words} {more} {day_text(args[name])}" if name in args else words


_WORDS: Mapping[str, Callable[[dict[str, Any]], str]] = {
    "proposal.approve": _approved,
    "proposal.postpone": _until("projektforslaget udsættes", "revisit_on", "og tages op igen"),
    "project.pause": _until("projektet sættes på pause", "revisit_on", "og tages op igen"),
    "project.resume": _until("projektet genoptages", "forecast_end", "og forventes færdigt"),
    "project.set_priority": lambda args: f"projektet får prioritet {args['priority']}",
    "project.set_baseline": _until("projektet får en ny baseline", "planned_end", "og skal være færdigt"),
    "project.set_end_date": lambda args: f"projektets slutdato bliver {day_text(args['planned_end'])}",
    "project.change_category": lambda args: f"projektets kategori bliver {dict(CATEGORIES)[args['category']]}",
    "project.set_role": lambda args: f"projektet får en ny {dict(ROLES)[args['kind']]}",
    "project.set_economy_frame": lambda args: f"projektets økonomiske ramme bliver {money_text(args['amount'])}",
    "project.allocate": lambda args: (
        f"projektet får tildelt {number_text(args['amount'])} i {quarter_words(args['quarter'])}"
    ),
    "project.set_large": lambda args: (
        "projektet bliver et større projekt" if args["large"] == "yes" else "projektet er ikke et større projekt"
    ),
    "project.pass_gate": _gate_words,
    "project.step_back_phase": lambda args: (
        f"projektet går tilbage til fasen {args['phase']}" if "phase" in args else "projektet går en fase tilbage"
    ),
}
