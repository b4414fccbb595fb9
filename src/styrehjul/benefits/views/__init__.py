"""The pages of benefits, a file per subject."""

from styrehjul.benefits.views.lists import index
from styrehjul.benefits.views.measuring import (
    add_day,
    correct,
    drop,
    end,
    later,
    measure,
    remove_day,
    reopen,
    suggest_days,
)
from styrehjul.benefits.views.register import change, create, detail, of_project
from styrehjul.benefits.views.transfer import (
    accept,
    add_change,
    change_settings,
    decline,
    finish_change,
    note,
    plan,
    remove_change,
    share,
    unshare,
)

__all__ = [
    "accept",
    "add_change",
    "add_day",
    "change",
    "change_settings",
    "correct",
    "create",
    "decline",
    "detail",
    "drop",
    "end",
    "finish_change",
    "index",
    "later",
    "measure",
    "note",
    "of_project",
    "plan",
    "remove_change",
    "remove_day",
    "reopen",
    "share",
    "suggest_days",
    "unshare",
]
