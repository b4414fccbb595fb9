"""Everything that can be done to a project. `ACTION_OF` carries out a decision's command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from styrehjul.kernel.mandate import Mandate
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.baselines import set_baseline
from styrehjul.portfolio.actions.catalogue import (
    acknowledge_catalogue,
    adopt_entry,
    adopt_project,
    begin_assessment,
    finish_entry,
    hang_on_catalogue,
    load_catalogue,
    reconsider,
    set_aside,
)
from styrehjul.portfolio.actions.closing import (
    close_local,
    close_project,
    finish_follow_up,
    go_on,
    move_open_work,
    report_finished,
    stop_project,
    tell_system_owners,
    write_report,
)
from styrehjul.portfolio.actions.economy import set_economy_frame
from styrehjul.portfolio.actions.gates import (
    AnswerText,
    add_document,
    fill_sheet,
    pass_gate,
    place_in_phase,
    skip_phase,
    step_back_phase,
)
from styrehjul.portfolio.actions.keeping import (
    change_project,
    create_project,
    register_local,
)
from styrehjul.portfolio.actions.large import mark_all_by_rule, mark_by_rule, set_large
from styrehjul.portfolio.actions.links import (
    add_partner,
    drop_partner,
    link_goal,
    link_system,
    unlink_goal,
    unlink_system,
)
from styrehjul.portfolio.actions.parameters import add_parameter, change_parameter
from styrehjul.portfolio.actions.phases import (
    add_phase,
    change_phase_model,
    create_phase_model,
    discard_phase_draft,
    load_suggestion,
    move_phase,
    move_to_model,
    new_edition,
    remove_phase,
    retire_model,
    set_phase_defaults,
    set_template,
    take_into_use,
    write_phase,
)
from styrehjul.portfolio.actions.proposals import (
    approve_proposal,
    postpone_proposal,
    propose_project,
    put_on_agenda,
    reject_proposal,
    resubmit,
    return_proposal,
    send_back,
    submit_proposal,
    take_back,
    withdraw,
)
from styrehjul.portfolio.actions.resources import allocate, release_allocations
from styrehjul.portfolio.actions.roles import give_role, set_role
from styrehjul.portfolio.actions.rounds import ask_again, close_round, open_round, unchanged_by_link
from styrehjul.portfolio.actions.saved_views import remove_view, save_view, set_standard, share_view
from styrehjul.portfolio.actions.settings import change_settings
from styrehjul.portfolio.actions.status import (
    UNCHANGED,
    approve_status,
    closing_question,
    drop_draft,
    give_second_opinion,
    report_status,
    report_unchanged,
    return_status,
    save_draft,
)
from styrehjul.portfolio.actions.steering import (
    change_category,
    pause_project,
    reopen_project,
    resume_project,
    set_end_date,
    set_priority,
    start_project,
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
    "project.pass_gate": pass_gate,
    "project.step_back_phase": step_back_phase,
    "project.skip_phase": skip_phase,
    "national.adopt": adopt_project,
    "project.set_economy_frame": set_economy_frame,
    "project.allocate": allocate,
    "project.set_large": set_large,
    "project.set_baseline": set_baseline,
}
ACTION_OF: Mapping[str, CarriesOut] = {name: _from_stored(name, action) for name, action in _ACTIONS.items()}

__all__ = [
    "ACTION_OF",
    "UNCHANGED",
    "AnswerText",
    "CarriesOut",
    "acknowledge_catalogue",
    "add_document",
    "add_parameter",
    "add_partner",
    "add_phase",
    "adopt_entry",
    "adopt_project",
    "allocate",
    "approve_proposal",
    "approve_status",
    "ask_again",
    "begin_assessment",
    "change_category",
    "change_parameter",
    "change_phase_model",
    "change_project",
    "change_settings",
    "close_local",
    "close_project",
    "close_round",
    "closing_question",
    "create_phase_model",
    "create_project",
    "discard_phase_draft",
    "drop_draft",
    "drop_partner",
    "fill_sheet",
    "finish_entry",
    "finish_follow_up",
    "give_role",
    "give_second_opinion",
    "go_on",
    "hang_on_catalogue",
    "link_goal",
    "link_system",
    "load_catalogue",
    "load_suggestion",
    "mark_all_by_rule",
    "mark_by_rule",
    "move_open_work",
    "move_phase",
    "move_to_model",
    "new_edition",
    "open_round",
    "pass_gate",
    "pause_project",
    "place_in_phase",
    "postpone_proposal",
    "propose_project",
    "put_on_agenda",
    "reconsider",
    "register_local",
    "reject_proposal",
    "release_allocations",
    "remove_phase",
    "remove_view",
    "reopen_project",
    "report_finished",
    "report_status",
    "report_unchanged",
    "resubmit",
    "resume_project",
    "retire_model",
    "return_proposal",
    "return_status",
    "save_draft",
    "save_view",
    "send_back",
    "set_aside",
    "set_baseline",
    "set_economy_frame",
    "set_end_date",
    "set_large",
    "set_phase_defaults",
    "set_priority",
    "set_role",
    "set_standard",
    "set_template",
    "share_view",
    "skip_phase",
    "start_project",
    "step_back_phase",
    "stop_project",
    "submit_proposal",
    "take_back",
    "take_into_use",
    "tell_system_owners",
    "unchanged_by_link",
    "unlink_goal",
    "unlink_system",
    "withdraw",
    "write_phase",
    "write_report",
]  # fmt: skip
