"""What can be done to benefits, a file per subject."""

from styrehjul.benefits.actions.days import add_days, remove_day, suggest_days
from styrehjul.benefits.actions.measuring import (
    correct_measurement,
    drop_with_project,
    end_benefit,
    measure_benefit,
    measure_by_link,
    reopen_benefit,
)
from styrehjul.benefits.actions.register import add_benefit, change_benefit, plan_benefit
from styrehjul.benefits.actions.settings import change_settings
from styrehjul.benefits.actions.ties import (
    add_prerequisite,
    finish_prerequisite,
    remove_prerequisite,
    share_with,
    tie,
    unshare,
)
from styrehjul.benefits.actions.transfer import accept_benefit, decline_benefit, freeze_forecast, settle_refused

__all__ = [
    "accept_benefit",
    "add_benefit",
    "add_days",
    "add_prerequisite",
    "change_benefit",
    "change_settings",
    "correct_measurement",
    "decline_benefit",
    "drop_with_project",
    "end_benefit",
    "finish_prerequisite",
    "freeze_forecast",
    "measure_benefit",
    "measure_by_link",
    "plan_benefit",
    "remove_day",
    "remove_prerequisite",
    "reopen_benefit",
    "settle_refused",
    "share_with",
    "suggest_days",
    "tie",
    "unshare",
]
