"""What a run would change: new, changed, removed, back again; and whether so much would go that a person must see it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

# A few may always go: a fifth of three systems is one.
FEW = 3


@dataclass(frozen=True)
class Known:
    """An object as we have it: the values that Kitos owns, and whether it is marked as gone."""

    name: str
    values: Mapping[str, Any]
    gone: bool = False
    # Full runs in a row that did not find it.
    missed: int = 0


@dataclass(frozen=True)
class Change:
    """One field, before and after."""

    field: str
    old: Any
    new: Any


@dataclass
class Difference:
    """What would become of the objects of one kind. Every object stands in one of the lists."""

    new: list[str] = field(default_factory=list)
    changed: dict[str, list[Change]] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    # uuid -> "deleted" (Kitos says so) or "missing" (two full runs without it).
    removed: dict[str, str] = field(default_factory=dict)
    # Not found by this full run, and not yet missing.
    missed: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing would be written."""
        return not (self.new or self.changed or self.removed or self.missed or self.back)


def difference(
    known: Mapping[str, Known],
    told: Mapping[str, Mapping[str, Any]],
    *,
    here: Collection[str],
    full: bool,
    deleted: Mapping[str, datetime | None],
    same: Callable[[str, Any, Any], bool] = lambda field, old, new: bool(old == new),
) -> Difference:
    """Compare what we have with what was told.

    `told` are values by uuid; a field that is not told stays as it is. `here` are those that this run itself has seen:
    the others in `told` are read from what was kept. Only a full run can miss what it does not see.
    """
    found = Difference()
    for uuid, values in told.items():
        before = known.get(uuid)
        if before is None:
            if uuid not in deleted or uuid in here:
                found.new.append(uuid)
            continue
        if before.gone and uuid in here:
            found.back.append(uuid)
        changes = [
            Change(name, before.values.get(name), value)
            for name, value in values.items()
            if not same(name, before.values.get(name), value)
        ]
        if changes:
            found.changed[uuid] = changes
        elif uuid not in found.back:
            found.unchanged.append(uuid)
    for uuid, before in known.items():
        if before.gone or uuid in here:
            continue
        if uuid in deleted:
            found.removed[uuid] = "deleted"
        elif full:
            if before.missed >= 1:
                found.removed[uuid] = "missing"
            else:
                found.missed.append(uuid)
    for uuid in (*found.removed, *found.missed):
        found.changed.pop(uuid, None)
    found.unchanged = [uuid for uuid in found.unchanged if uuid not in found.removed and uuid not in found.missed]
    return found


def is_too_much(
    known: Mapping[str, Known], found: Difference, *, here: Collection[str], full: bool, percent: int
) -> str:
    """Why a person must look before this is written: "empty", "many" or "" (nothing stands in the way)."""
    standing = [uuid for uuid, one in known.items() if not one.gone]
    if full and standing and not here:
        return "empty"
    going = len(found.removed) + len(found.missed)
    return "many" if going > FEW and going * 100 > percent * len(standing) else ""
