"""Meetings, matters and their treatments, what was approved and sent, what was decided."""

from styrehjul.meetings.models.answers import AnswerHint, DigestDay
from styrehjul.meetings.models.changes import Change, ChangeSet, MoveRequest
from styrehjul.meetings.models.checks import ItemCheck
from styrehjul.meetings.models.decisions import Decision, Effect, FollowUp
from styrehjul.meetings.models.leading import LeadHandover
from styrehjul.meetings.models.matters import Annex, Matter, Memo, RecommendationPoint, Treatment
from styrehjul.meetings.models.meetings import Attendance, Meeting, MeetingDeadline
from styrehjul.meetings.models.minutes import Correction, MinutesComment, MinutesConsent, MinutesRound
from styrehjul.meetings.models.needs import DecisionNeed
from styrehjul.meetings.models.papers import RecordFiling, WorkingPaper
from styrehjul.meetings.models.presence import ItemPresence
from styrehjul.meetings.models.priors import OutsideBody, PriorTreatment
from styrehjul.meetings.models.readers import Note, ReadMark
from styrehjul.meetings.models.reviews import ReviewAnswer, ReviewRound
from styrehjul.meetings.models.revisions import DecisionRevision
from styrehjul.meetings.models.rooms import Room, RoomTest
from styrehjul.meetings.models.topics import Topic
from styrehjul.meetings.models.versions import AgendaVersion, Approval, Dispatch, MinutesVersion
from styrehjul.meetings.models.written import Circulation, CirculationAnswer

__all__ = [
    "AgendaVersion",
    "Annex",
    "AnswerHint",
    "Approval",
    "Attendance",
    "Change",
    "ChangeSet",
    "Circulation",
    "CirculationAnswer",
    "Correction",
    "Decision",
    "DecisionNeed",
    "DecisionRevision",
    "DigestDay",
    "Dispatch",
    "Effect",
    "FollowUp",
    "ItemCheck",
    "ItemPresence",
    "LeadHandover",
    "Matter",
    "Meeting",
    "MeetingDeadline",
    "Memo",
    "MinutesComment",
    "MinutesConsent",
    "MinutesRound",
    "MinutesVersion",
    "MoveRequest",
    "Note",
    "OutsideBody",
    "PriorTreatment",
    "ReadMark",
    "RecommendationPoint",
    "RecordFiling",
    "ReviewAnswer",
    "ReviewRound",
    "Room",
    "RoomTest",
    "Topic",
    "Treatment",
    "WorkingPaper",
]
