"""A decision that is changed after its meeting, one that falls by a later one, and two that say the opposite."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from styrehjul.kernel.refusal import Reason
from styrehjul.meetings.domain.states import DecisionState, MinutesState

# What undoes a command, where another command does.
_UNDOES = {
    "proposal.approve": "project.stop",
    "national.adopt": "project.stop",
    "project.start": "project.pause",
    "project.pause": "project.resume",
    "project.resume": "project.pause",
    "project.close": "project.reopen",
    "project.stop": "project.reopen",
    "project.reopen": "project.stop",
}
# What says the opposite of a command about the same project.
_GOES_ON = frozenset({"project.start", "project.resume", "project.reopen"})
_ENDS = frozenset({"project.close", "project.stop"})
OPPOSITE: Mapping[str, frozenset[str]] = {
    "proposal.approve": frozenset({"proposal.reject"}),
    "proposal.reject": frozenset({"proposal.approve"}),
    "national.adopt": frozenset({"proposal.reject"}),
    "project.pause": frozenset({"project.start", "project.resume"}),
    **{command: _ENDS | {"project.pause"} for command in _GOES_ON},
    # What was started is closed some day, which gainsays nothing; to stop it does.
    "project.stop": _GOES_ON | {"proposal.approve"},
}


def reversal(command: str, args: Mapping[str, Any], expected: Mapping[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """The command that takes back what this one did, with what was there before; None where nothing does."""
    if command in _UNDOES:
        return _UNDOES[command], {}
    before = {
        "project.set_priority": {"priority": expected.get("priority")},
        "project.set_end_date": {"planned_end": expected.get("planned_end")},
        "project.change_category": {"category": expected.get("category"), "subtype": expected.get("subtype")},
        "project.set_role": {"kind": args.get("kind"), "person_id": expected.get(str(args.get("kind")))},
    }.get(command)
    if not before or any(value in (None, "") for name, value in before.items() if name != "subtype"):
        return None
    return command, {name: value for name, value in before.items() if value not in (None, "")}


def lacks_for_revision(minutes: MinutesState, decision: DecisionState, *, ended: bool, number: str) -> list[Reason]:
    """Why a decision cannot be changed after its meeting."""
    if minutes is MinutesState.APPROVED:
        return [Reason("revision.minutes_approved", {"number": number})]
    if decision is not DecisionState.IN_FORCE or not ended:
        return [Reason("revision.not_in_force")]
    return [] if minutes is MinutesState.DRAFT else [Reason("revision.not_with_secretary")]


def lacks_for_superseding(number: str, state: DecisionState, *, same: bool, over: bool, body: str) -> list[Reason]:
    """Why a decision cannot revoke the one with that number. `over`: of the same body, or of one above it."""
    if same:
        return [Reason("decision.revokes_itself")]
    if state is not DecisionState.IN_FORCE:
        return [Reason("decision.not_in_force", {"number": number})]
    return [] if over else [Reason("decision.of_body_above", {"number": number, "body": body})]
