"""Everything that can be done to a project. `ACTION_OF` carries out a decision's command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from styrehjul.kernel.mandate import Mandate
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.keeping import (
    change_project,
    create_project,
    register_local,
    report_status,
    report_unchanged,
)
from styrehjul.portfolio.actions.proposals import (
    approve_proposal,
    postpone_proposal,
    propose_project,
    put_on_agenda,
    reject_proposal,
    return_proposal,
    submit_proposal,
    take_back,
    withdraw,
)
from styrehjul.portfolio.actions.roles import give_role, set_role
from styrehjul.portfolio.actions.steering import (
    change_category,
    close_local,
    close_project,
    go_on,
    pause_project,
    reopen_project,
    report_finished,
    resume_project,
    set_end_date,
    set_priority,
    start_project,
    stop_project,
)
from styrehjul.portfolio.domain.commands import typed
from styrehjul.portfolio.models import Project


class CarriesOut(Protocol):
    """An action as a decision's effect calls it, with the arguments as they were stored."""

    def __call__(
        self,
        project: Project,
        *,
        by: Person | None,
        at: datetime,
        mandate: Mandate | None = None,
        reason: str = "",
        expected: Mapping[str, Any] | None = None,
        **args: Any,
    ) -> Project: ...


def _from_stored(command: str, action: Callable[..., Project]) -> CarriesOut:
    """`action` with stored arguments: days and numbers are read from their text first."""

    def carry_out(
        project: Project,
        *,
        by: Person | None,
        at: datetime,
        mandate: Mandate | None = None,
        reason: str = "",
        expected: Mapping[str, Any] | None = None,
        **args: Any,
    ) -> Project:
        values = typed(command, args)
        return action(project, by=by, at=at, mandate=mandate, reason=reason, expected=expected, **values)

    return carry_out


_ACTIONS: Mapping[str, Callable[..., Project]] = {
    "proposal.approve": approve_proposal,
    "proposal.reject": reject_proposal,
    "proposal.postpone": postpone_proposal,
    "proposal.return": return_proposal,
    "project.start": start_project,
    "project.pause": pause_project,
    "project.resume": resume_project,
    "project.close": close_project,
    "project.stop": stop_project,
    "project.reopen": reopen_project,
    "project.set_priority": set_priority,
    "project.change_category": change_category,
    "project.set_end_date": set_end_date,
    "project.set_role": set_role,
}
ACTION_OF: Mapping[str, CarriesOut] = {name: _from_stored(name, action) for name, action in _ACTIONS.items()}

__all__ = [
    "ACTION_OF", "CarriesOut", "approve_proposal", "change_category", "change_project", "close_local", "close_project",
    "create_project", "give_role", "go_on", "pause_project", "postpone_proposal", "propose_project", "put_on_agenda",
    "register_local", "reject_proposal", "reopen_project", "report_finished", "report_status", "report_unchanged",
    "resume_project", "return_proposal", "set_end_date", "set_priority", "set_role", "start_project", "stop_project",
    "submit_proposal", "take_back", "withdraw",
]  # fmt: skip
