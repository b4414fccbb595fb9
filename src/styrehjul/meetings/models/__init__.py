"""Meetings, matters and their treatments, what was approved and sent, what was decided."""

from styrehjul.meetings.models.decisions import Decision, Effect, FollowUp
from styrehjul.meetings.models.matters import Annex, Matter, Memo, RecommendationPoint, Treatment
from styrehjul.meetings.models.meetings import Attendance, Meeting, MeetingDeadline
from styrehjul.meetings.models.topics import Topic
from styrehjul.meetings.models.versions import AgendaVersion, Approval, Dispatch, MinutesVersion

__all__ = [
    "AgendaVersion",
    "Annex",
    "Approval",
    "Attendance",
    "Decision",
    "Dispatch",
    "Effect",
    "FollowUp",
    "Matter",
    "Meeting",
    "MeetingDeadline",
    "Memo",
    "MinutesVersion",
    "RecommendationPoint",
    "Topic",
    "Treatment",
]
