"""What the wheel keeps of its own, a file per subject."""

from styrehjul.wheel.models.occurrences import CalendarSubscription, Occurrence
from styrehjul.wheel.models.seminars import Seminar, SeminarParticipant, SeminarPoint, SeminarTask

__all__ = [
    "CalendarSubscription",
    "Occurrence",
    "Seminar",
    "SeminarParticipant",
    "SeminarPoint",
    "SeminarTask",
]
