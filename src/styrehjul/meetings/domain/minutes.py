"""Minutes on their way to approval: who approves them, and what stands in the way of each step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from styrehjul.bodies.domain.model import MinutesApproval
from styrehjul.kernel.danish import ZONE, day_text, listing, moment_text
from styrehjul.kernel.refusal import Reason
from styrehjul.meetings.domain.states import MinutesState, Outcome

# Working days to comment in where the body has no deadline of its own.
COMMENT_DAYS = 5
WAY_WORDS = {
    MinutesApproval.CHAIR: "formanden",
    MinutesApproval.TACIT: "medlemmerne, stiltiende når fristen er gået",
    MinutesApproval.NEXT_MEETING: "organet på det næste møde",
    MinutesApproval.EACH_MEMBER: "hvert medlem",
}
APPROVING_OUTCOMES = (Outcome.ADOPTED, Outcome.APPROVED_WITH_CHANGES, Outcome.POSTPONED)
ADOPTS = frozenset({Outcome.ADOPTED, Outcome.APPROVED_WITH_CHANGES})


@dataclass(frozen=True)
class RoundFacts:
    """Minutes that lie with the members: objections without an answer, members who have not approved yet."""

    way: MinutesApproval
    due_at: datetime
    unanswered: int = 0
    answered: int = 0
    missing: tuple[str, ...] = ()
    # The meeting that approved them, in words.
    adopted: str = ""


def lacks_for_approval_by_chair(minutes: MinutesState, way: MinutesApproval) -> list[Reason]:
    """Why the chair cannot approve the minutes with one click."""
    if minutes is MinutesState.APPROVED:
        return [Reason("minutes.already_approved")]
    if minutes is MinutesState.COMMENTING:
        return [Reason("minutes.with_members", {"way": WAY_WORDS[way]})]
    if minutes is not MinutesState.WITH_CHAIR:
        return [Reason("minutes.not_with_chair")]
    return [] if way is MinutesApproval.CHAIR else [Reason("minutes.members_approve", {"way": WAY_WORDS[way]})]


def lacks_for_sending(minutes: MinutesState, way: MinutesApproval) -> list[Reason]:
    """Why the minutes cannot be laid before the members."""
    if minutes is MinutesState.APPROVED:
        return [Reason("minutes.already_approved")]
    if minutes is MinutesState.COMMENTING:
        return [Reason("minutes.already_sent")]
    if minutes is not MinutesState.WITH_CHAIR:
        return [Reason("minutes.not_with_chair")]
    return [Reason("minutes.chair_approves")] if way is MinutesApproval.CHAIR else []


def lacks_for_return(minutes: MinutesState) -> list[Reason]:
    """Why the minutes cannot be sent back to the secretary."""
    if minutes is MinutesState.APPROVED:
        return [Reason("minutes.already_approved")]
    return [] if minutes in (MinutesState.WITH_CHAIR, MinutesState.COMMENTING) else [Reason("minutes.not_with_chair")]


def lacks_for_comment(minutes: MinutesState, text: str) -> list[Reason]:
    """Why nothing can be said about the minutes now."""
    if minutes is not MinutesState.COMMENTING:
        return [Reason("minutes.not_commenting")]
    return [] if text.strip() else [Reason("minutes.comment_empty")]


def lacks_for_completion(facts: RoundFacts, *, at: datetime) -> list[Reason]:
    """What the minutes still wait for. Never approved while an objection stands without an answer."""
    reasons = [Reason("minutes.objections", {"count": facts.unanswered})] if facts.unanswered else []
    match facts.way:
        case MinutesApproval.TACIT if at < facts.due_at:
            reasons.append(Reason("minutes.not_due", {"due": facts.due_at}))
        case MinutesApproval.EACH_MEMBER if facts.missing:
            reasons.append(Reason("minutes.consents_missing", {"names": list(facts.missing)}))
        case MinutesApproval.NEXT_MEETING if not facts.adopted:
            reasons.append(Reason("minutes.not_adopted"))
    return reasons


def approved_by_members(facts: RoundFacts, at: datetime) -> str:
    """How and when the minutes were approved, as it stands in their foot."""
    answered = f" {facts.answered} indsigelser er besvaret." if facts.answered > 1 else ""
    answered = " Én indsigelse er besvaret." if facts.answered == 1 else answered
    match facts.way:
        case MinutesApproval.NEXT_MEETING:
            return f"Godkendt på {facts.adopted}.{answered}"
        case MinutesApproval.EACH_MEMBER:
            return f"Godkendt af hvert medlem, det sidste {_day(at)}.{answered}"
    return f"Godkendt stiltiende: fristen for indsigelser var {_day(facts.due_at)}.{answered}"


def _day(at: datetime) -> str:
    return day_text(at.astimezone(ZONE).date())


def approved_by_chair(name: str, at: datetime) -> str:
    """The same where the chair approved."""
    return f"Godkendt af {name} {moment_text(at)}."


def correction_line(
    number: int, item: str, text: str, because: str, made_by: str, approved_by: str, at: datetime
) -> str:
    """One correction as it stands in the foot of the minutes: what, of which item, why, by whom, when."""
    people = listing([f"skrevet af {made_by}"] * bool(made_by) + [f"godkendt af {approved_by}"] * bool(approved_by))
    told = f" Begrundelse: {because.rstrip('.')}." if because else ""
    said = f" {people[:1].upper()}{people[1:]} {_day(at)}." if people else f" {_day(at)}."
    return f"Rettelse {number} til {item}: {text.rstrip('.')}.{told}{said}"
