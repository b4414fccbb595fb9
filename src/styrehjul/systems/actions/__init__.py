"""What can be done to it-systems, a file per subject."""

from styrehjul.systems.actions.contracts import change_contract, create_contract, set_notice, set_shares
from styrehjul.systems.actions.register import change_system, create_system
from styrehjul.systems.actions.ties import tie_system
from styrehjul.systems.actions.watches import change_watch_settings, follow_watches, handle_watch

__all__ = [
    "change_contract",
    "change_system",
    "change_watch_settings",
    "create_contract",
    "create_system",
    "follow_watches",
    "handle_watch",
    "set_notice",
    "set_shares",
    "tie_system",
]
