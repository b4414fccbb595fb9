"""Minutes on their way to approval: how the body approves them, how far the members are, what was put right."""

from __future__ import annotations

from datetime import date, datetime, time

from styrehjul.bodies.domain.model import DeadlineCode, DeadlineKind, MinutesApproval
from styrehjul.bodies.queries import calendar
from styrehjul.kernel.danish import ZONE, weekday_text
from styrehjul.meetings.domain.minutes import COMMENT_DAYS, RoundFacts
from styrehjul.meetings.domain.states import LEFT_AGENDA, CorrectionState, TreatmentState
from styrehjul.meetings.models import Correction, Meeting, MinutesRound, Treatment
from styrehjul.meetings.queries.seats import MEMBER_KINDS, day_of, receivers, rules_for
from styrehjul.people.models import Person

_OVER = [state.value for state in (*LEFT_AGENDA, TreatmentState.DROPPED, TreatmentState.TREATED, TreatmentState.CLOSED)]


def way_of(meeting: Meeting) -> MinutesApproval:
    """How the body's minutes are approved on the meeting's day; a body that says nothing leaves it to the chair."""
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    return (rules.settings.minutes_approval if rules else None) or MinutesApproval.CHAIR


def round_of(meeting: Meeting) -> MinutesRound | None:
    """The round that the members have now, or None."""
    return meeting.minutes_rounds.filter(ended_at=None).select_related("adopted_by__meeting__body").first()


def last_round(meeting: Meeting) -> MinutesRound | None:
    """The round that the members have, or had last."""
    return meeting.minutes_rounds.order_by("-number").first()


def comment_deadline(meeting: Meeting, at: datetime) -> datetime:
    """The end of the last day to comment, counted in working days from the sending."""
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    rule = rules.deadline(DeadlineCode.MINUTES_COMMENTS) if rules else None
    days = rule.number if rule and rule.kind is DeadlineKind.WORKING_DAYS_AFTER and rule.number else COMMENT_DAYS
    last = calendar().working_days_after(day_of(at), days)
    return datetime.combine(last, time(23, 59), tzinfo=ZONE)


def members_of(meeting: Meeting, on: date) -> list[Person]:
    """Those who approve the minutes where each member does: who sat at the meeting and still works here."""
    return [s.person for s in receivers(meeting) if s.kind in MEMBER_KINDS and s.person.works_on(on)]


def round_facts(found: MinutesRound, at: datetime) -> RoundFacts:
    """How far the round is, as the guards see it."""
    meeting = found.meeting
    answers = list(found.comments.filter(objection=True).values_list("answered_at", flat=True))
    missing: tuple[str, ...] = ()
    way = MinutesApproval(found.way)
    if way is MinutesApproval.EACH_MEMBER:
        given = set(found.consents.values_list("person_id", flat=True))
        missing = tuple(person.name for person in members_of(meeting, day_of(at)) if person.pk not in given)
    return RoundFacts(
        way=way,
        due_at=found.due_at.astimezone(ZONE),
        unanswered=sum(1 for answered in answers if answered is None),
        answered=sum(1 for answered in answers if answered is not None),
        missing=missing,
        adopted=_adopted(found.adopted_by),
    )


def _adopted(item: Treatment | None) -> str:
    if item is None or item.meeting is None:
        return ""
    place = f", punkt {item.number}" if item.number else ""
    return f"mødet {weekday_text(day_of(item.meeting.starts_at), year=True)}{place}"


def approving_item(meeting: Meeting) -> Treatment | None:
    """The item on a later agenda that is to approve the minutes, as long as it is still to be treated."""
    return meeting.approving_items.exclude(state__in=_OVER).select_related("meeting__body").order_by("pk").first()


def corrections_of(meeting: Meeting) -> list[Correction]:
    """The approved corrections by their numbers."""
    found = meeting.corrections.filter(state=CorrectionState.APPROVED.value).order_by("number")
    return list(found.select_related("treatment", "made_by", "approved_by"))


def waiting_corrections(meeting: Meeting) -> list[Correction]:
    """Corrections that the chair has not decided on."""
    found = meeting.corrections.filter(state=CorrectionState.PROPOSED.value).order_by("pk")
    return list(found.select_related("treatment", "made_by"))


def next_correction_number(meeting: Meeting) -> int:
    """The number that the next approved correction gets."""
    return meeting.corrections.filter(number__isnull=False).count() + 1
