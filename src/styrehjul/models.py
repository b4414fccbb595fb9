"""Every package's models, so that the one Django app finds them."""

from styrehjul.audit.models import ChainHead, Event, IdempotencyKey, PersonalPart
from styrehjul.bodies.models import (
    Body,
    CoverageAgreement,
    CoverageConsent,
    Delegation,
    Kommissorium,
    KommissoriumDraft,
    Municipality,
    SeatHolding,
)
from styrehjul.documents.models import StoredFile
from styrehjul.mail.models import InboxMark, OutboxMessage
from styrehjul.meetings.models import (
    AgendaVersion,
    Annex,
    AnswerHint,
    Approval,
    Attendance,
    Decision,
    DigestDay,
    Dispatch,
    Effect,
    FollowUp,
    Matter,
    Meeting,
    MeetingDeadline,
    Memo,
    MinutesVersion,
    RecommendationPoint,
    Topic,
    Treatment,
)
from styrehjul.people.models import (
    OneTimeAddress,
    OrgUnit,
    Person,
    Post,
    PostHolding,
    RoleHolding,
    UnitGroup,
    User,
)
from styrehjul.portfolio.models import Project, ProjectChange, ProjectRole, StatusReport
from styrehjul.wheel.models import CalendarSubscription, Occurrence

__all__ = [
    "AgendaVersion", "Annex", "AnswerHint", "Approval", "Attendance", "Body", "CalendarSubscription", "ChainHead", "CoverageAgreement", "CoverageConsent",
    "Decision", "Delegation", "DigestDay", "Dispatch", "Effect", "Event", "FollowUp", "IdempotencyKey", "InboxMark", "Kommissorium", "KommissoriumDraft", "Matter",
    "Meeting", "MeetingDeadline", "Memo", "MinutesVersion", "Municipality", "Occurrence", "OneTimeAddress", "OrgUnit",
    "OutboxMessage", "Person", "PersonalPart", "Post", "PostHolding", "Project", "ProjectChange", "ProjectRole",
    "RecommendationPoint", "RoleHolding", "SeatHolding", "StatusReport", "StoredFile", "Topic", "Treatment",
    "UnitGroup", "User",
]  # fmt: skip
