"""What can be done on the wheel, a file per subject."""

from styrehjul.wheel.actions.occurrences import (
    FIRST_YEAR,
    YEARS_AHEAD,
    Rolled,
    add_occurrence,
    cancel_occurrence,
    change_occurrence,
    hold_occurrence,
    move_standing_item,
    restore_occurrence,
    roll_year,
    status_words,
    subscribe,
    unsubscribe,
)

__all__ = [
    "FIRST_YEAR", "YEARS_AHEAD", "Rolled", "add_occurrence", "cancel_occurrence", "change_occurrence", "hold_occurrence", "move_standing_item",
    "restore_occurrence", "roll_year", "status_words", "subscribe", "unsubscribe",
]  # fmt: skip
