"""What meetings do by themselves as time passes, a file per subject. The worker turns each for itself."""

from styrehjul.meetings.tasks.meetings import (
    call_for_items,
    close_agendas,
    forget_words,
    give_up_on_rooms,
    keep_calendars,
    remind_people,
    settle_in_writing,
    take_answers,
    take_silence_for_yes,
)
from styrehjul.meetings.tasks.minutes import advance_minutes, approve_adopted, minutes_of_members

__all__ = [
    "advance_minutes", "approve_adopted", "call_for_items", "close_agendas", "forget_words", "give_up_on_rooms", "keep_calendars", "minutes_of_members",
    "remind_people", "settle_in_writing", "take_answers", "take_silence_for_yes",
]  # fmt: skip
