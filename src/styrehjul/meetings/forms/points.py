"""At-sentences, their effects, and notes: fields that people add and take away, with or without JavaScript.

Each sentence has a number `i` in the form: `p<i>-text`, its ticked effects `p<i>-fx`, the project they concern
`p<i>-project`, and the arguments of each effect `p<i>-<command>-<argument>`. Each note has `m<i>-title` and `m<i>-text`.
The buttons `do=add_point`, `do=drop_point:2`, `do=up_point:2`, `do=add_memo`, `do=drop_memo:0` send the form as it
stands and get it back changed; nothing is saved by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.http import QueryDict

from styrehjul.meetings.forms.persons import find_people
from styrehjul.portfolio.domain.commands import COMMANDS, Arg, ArgKind, arguments

MOST = 60
_KEYS = (ArgKind.NUMBER, ArgKind.PERSON, ArgKind.GOAL, ArgKind.POOL)
# What is picked from a list that the municipality keeps.
Lists = Mapping[ArgKind, Sequence[tuple[str, str]]]


@dataclass(frozen=True)
class EffectDraft:
    """One effect as it stands in the form. `args` holds what was typed; `faults` says what is wrong with it."""

    command: str
    project_id: int | None
    args: Mapping[str, Any] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class PointDraft:
    """One at-sentence as it stands in the form."""

    text: str = ""
    project_id: int | None = None
    effects: tuple[EffectDraft, ...] = ()

    @property
    def is_empty(self) -> bool:
        """A sentence without words and effects is left out when the item is saved."""
        return not self.text.strip() and not self.effects

    @property
    def faults(self) -> list[str]:
        """What keeps the sentence from being saved."""
        missing = ["Skriv, hvad det indstilles, at der besluttes."] if self.effects and not self.text.strip() else []
        return missing + [fault for effect in self.effects for fault in effect.faults]


@dataclass(frozen=True)
class MemoDraft:
    """One note as it stands in the form."""

    title: str = ""
    text: str = ""


@dataclass(frozen=True)
class ArgField:
    """One argument of an effect, ready to be drawn."""

    name: str
    label: str
    kind: str
    value: str
    required: bool
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class EffectChoice:
    """One effect that a sentence may have: ticked or not, and why it may not be chosen here."""

    command: str
    words: str
    ticked: bool
    args: tuple[ArgField, ...]
    note: str = ""
    barred: str = ""


def points_from(data: QueryDict, *, on: date) -> list[PointDraft]:
    """The sentences in the order they were sent."""
    return [_point(data, index, on) for index in _indices(data, "p", "-text")]


def memos_from(data: QueryDict) -> list[MemoDraft]:
    """The notes in the order they were sent."""
    return [
        MemoDraft(data.get(f"m{index}-title", "").strip()[:200], data.get(f"m{index}-text", "").strip())
        for index in _indices(data, "m", "-title")
    ]


def _indices(data: QueryDict, letter: str, ending: str) -> list[int]:
    found = (name[len(letter) : -len(ending)] for name in data if name.startswith(letter) and name.endswith(ending))
    return sorted({int(part) for part in found if part.isdecimal() and len(part) < 4})[:MOST]


def _point(data: QueryDict, index: int, on: date) -> PointDraft:
    text = " ".join(data.get(f"p{index}-text", "").split())[:600]
    wanted = data.get(f"p{index}-project", "")
    project = int(wanted) if wanted.isdecimal() and len(wanted) < 12 else None
    effects = tuple(
        _effect(data, f"p{index}-{command}", command, project, on)
        for command in data.getlist(f"p{index}-fx")
        if command in COMMANDS
    )
    return PointDraft(text, project, effects)


def _effect(data: QueryDict, prefix: str, command: str, project: int | None, on: date) -> EffectDraft:
    args: dict[str, Any] = {}
    faults = [] if project else ["Vælg, hvilket projekt virkningen gælder."]
    for arg in COMMANDS[command].args:
        typed = data.get(f"{prefix}-{arg.name}", "").strip()
        if not typed:
            continue
        if arg.kind is ArgKind.PERSON and not typed.isdecimal():
            people = find_people(typed, on)
            if len(people) != 1:
                faults.append(f"{arg.words}: vi kender ikke {typed} som én bestemt person.")
                continue
            typed = str(people[0].pk)
        args[arg.name] = int(typed) if arg.kind in _KEYS and typed.isdecimal() else typed
    faults += [f"{fault}." for fault in arguments(command, args)]
    return EffectDraft(command, project, args, tuple(faults))


def choices_for(
    point: PointDraft,
    commands: Sequence[str],
    notes: Mapping[str, tuple[str, str]],
    names: Mapping[int, str],
    lists: Lists | None = None,
) -> Iterator[EffectChoice]:
    """The plain list of effects for one sentence. `notes` gives (remark, reason it is barred) per command."""
    ticked = {effect.command: effect for effect in point.effects}
    for command in dict.fromkeys([*commands, *ticked]):
        row = COMMANDS[command]
        typed = ticked[command].args if command in ticked else {}
        remark, barred = notes.get(command, ("", ""))
        yield EffectChoice(
            command,
            row.words,
            command in ticked,
            tuple(_field(arg, typed, names, lists or {}) for arg in row.args),
            remark,
            barred,
        )


def _field(arg: Arg, typed: Mapping[str, Any], names: Mapping[int, str], lists: Lists) -> ArgField:
    value = typed.get(arg.name, "")
    if arg.kind is ArgKind.PERSON and value:
        value = names.get(int(value), value)
    if arg.kind in (ArgKind.GOAL, ArgKind.POOL):
        # Picked from the list, like any choice.
        picks = tuple(lists.get(arg.kind, ()))
        return ArgField(arg.name, arg.words, ArgKind.CHOICE.value, str(value), arg.required, picks)
    return ArgField(arg.name, arg.words, arg.kind.value, str(value), arg.required, arg.choices)


def rearranged(do: str, points: list[PointDraft], memos: list[MemoDraft]) -> bool:
    """Carry out an add, drop or move button on the lists; False when the button is another one."""
    verb, _, number = do.partition(":")
    index = int(number) if number.isdecimal() and len(number) < 4 else -1
    match verb:
        case "add_point":
            project = next((point.project_id for point in points if point.project_id), None)
            points.append(PointDraft(project_id=project))
        case "drop_point" if 0 <= index < len(points):
            del points[index]
        case "up_point" if 0 < index < len(points):
            points[index - 1], points[index] = points[index], points[index - 1]
        case "down_point" if 0 <= index < len(points) - 1:
            points[index + 1], points[index] = points[index], points[index + 1]
        case "add_memo":
            memos.append(MemoDraft())
        case "drop_memo" if 0 <= index < len(memos):
            del memos[index]
        case "add_point" | "drop_point" | "up_point" | "down_point" | "add_memo" | "drop_memo":
            pass
        case _:
            return False
    return True


def with_project(points: list[PointDraft], project_id: int | None) -> list[PointDraft]:
    """The sentences with the item's own project where none was chosen."""
    return [replace(point, project_id=point.project_id or project_id) for point in points]
