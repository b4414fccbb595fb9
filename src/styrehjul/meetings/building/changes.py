"""The version that a set of changes would make: its changes tried on the items, read, and taken off again.

The trial is a transaction that is never kept; printing happens after it. What the chair approves is then put on the
items by the same steps, so that the same content, and the same hash, comes of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from styrehjul.audit.unit import run
from styrehjul.kernel.refusal import Reason
from styrehjul.meetings.actions.applying import carry_out
from styrehjul.meetings.building.agendas import files_of, print_agenda
from styrehjul.meetings.building.parts import Files
from styrehjul.meetings.domain.values import BuiltAgenda
from styrehjul.meetings.models import ChangeSet
from styrehjul.meetings.queries.changes import changed_content
from styrehjul.meetings.queries.versions import next_number
from styrehjul.people.models import Person


@dataclass(frozen=True)
class Tried:
    """What came of the trial: the version's content, its annexes, and what its items would lack."""

    number: int
    content: str
    files: Files
    reasons: tuple[Reason, ...]


class _Undone(Exception):  # noqa: N818 - not an error: the way out of a transaction that must not be kept
    def __init__(self, tried: Tried) -> None:
        super().__init__()
        self.tried = tried


def tried(change_set: ChangeSet, *, by: Person, at: datetime) -> Tried:
    """Carry the changes out, read the agenda, and undo it all."""
    meeting = change_set.meeting

    def trial() -> None:
        reasons = carry_out(change_set, by=by, at=at)
        number = next_number(meeting)
        raise _Undone(Tried(number, changed_content(meeting, number, change_set), files_of(meeting), tuple(reasons)))

    try:
        run(trial)
    except _Undone as done:
        return done.tried
    raise AssertionError("unreachable")


def build_changes(change_set: ChangeSet, *, by: Person, at: datetime) -> BuiltAgenda:
    """The version with its files, checked."""
    found = tried(change_set, by=by, at=at)
    return print_agenda(change_set.meeting, found.number, found.content, found.files, at=at, reasons=found.reasons)
