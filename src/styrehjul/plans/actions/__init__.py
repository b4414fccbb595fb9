"""Everything that is written about the plans."""

from styrehjul.plans.actions.following import begin_activity, finish_activity, move_line, reopen_activity
from styrehjul.plans.actions.plans import (
    add_activity,
    approve_plan,
    change_line,
    make_draft,
    return_plan,
    set_sizes,
    submit_plan,
    suggest,
    take_back_plan,
    take_over,
)
from styrehjul.plans.actions.runs import ask_for_run, ask_for_study, fail_run, finish_run, start_run, stop_run

__all__ = [
    "add_activity",
    "approve_plan",
    "ask_for_run",
    "ask_for_study",
    "begin_activity",
    "change_line",
    "fail_run",
    "finish_activity",
    "finish_run",
    "make_draft",
    "move_line",
    "reopen_activity",
    "return_plan",
    "set_sizes",
    "start_run",
    "stop_run",
    "submit_plan",
    "suggest",
    "take_back_plan",
    "take_over",
]  # fmt: skip
