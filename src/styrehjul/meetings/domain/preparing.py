"""Preparing in more steps: how an item comes in, who reads it before it is ready, and one that comes at the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from styrehjul.kernel.refusal import Reason
from styrehjul.meetings.domain.states import TreatmentState

# So many working days without a word count as having taken the item on.
SILENCE_WORKING_DAYS = 2
REVIEW_WORKING_DAYS = 3


class AdHoc(StrEnum):
    """What let an item onto the agenda while the meeting ran."""

    AGREED = "agreed"
    OBVIOUS = "obvious"


class Review(StrEnum):
    """What a reader said of an item."""

    OK = "ok"
    COMMENT = "comment"


class Check(StrEnum):
    """What somebody is asked to look at before an item is ready."""

    CHIEF = "chief"
    TECHNICAL = "technical"
    CONTRACT = "contract"
    DATA_PROTECTION = "data_protection"


# Those asked about an item's text, beside each other; the chief is asked before the secretary takes it in.
SIDES = (Check.TECHNICAL, Check.CONTRACT, Check.DATA_PROTECTION)


@dataclass(frozen=True)
class Checked:
    """One side of an item, who looks at it, and what was said."""

    side: str
    name: str
    answer: str
    remark: str


@dataclass(frozen=True)
class Read:
    """One reader of an open round: what was said, and whether a comment was answered."""

    name: str
    answer: str
    replied: bool


def lacks_for_proposal(title: str, *, extended: bool, body: str) -> list[Reason]:
    """Why an item cannot be proposed: the body does not prepare so, or there is no title."""
    if not extended:
        return [Reason("preparing.not_extended", {"body": body})]
    return [] if title.strip() else [Reason("item.no_title", {"title": "", "named": "Punktet"})]


def lacks_for_receiving(state: TreatmentState, title: str) -> list[Reason]:
    """Only what is proposed can be taken in, turned down or sent on."""
    return [] if state is TreatmentState.PROPOSED else [Reason("preparing.not_proposed", {"title": title})]


def lacks_after_review(readers: Sequence[Read], *, over: bool) -> list[Reason]:
    """Why an item that is being read is not ready: comments without an answer, and readers still awaited."""
    unanswered = [one.name for one in readers if one.answer == Review.COMMENT and not one.replied]
    awaited = [one.name for one in readers if not one.answer] if not over else []
    reasons = [Reason("review.unanswered", {"names": unanswered})] if unanswered else []
    return reasons + ([Reason("review.awaited", {"names": awaited})] if awaited else [])
