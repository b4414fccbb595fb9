"""What must be there before a project may go on. Each guard gives every reason, not the first alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from styrehjul.kernel.refusal import Reason
from styrehjul.portfolio.domain.life import Category, ProjectState


@dataclass(frozen=True)
class ApprovalFacts:
    """The five that are asked for before a proposal is approved."""

    category: str
    has_owner: bool
    has_manager: bool
    purpose: str
    planned_end: date | None
    has_goal: bool


def lacks_for_approval(facts: ApprovalFacts) -> list[Reason]:
    """Owner, manager, purpose, planned end and goal; nothing is asked of a local project."""
    if facts.category == Category.LOCAL:
        return []
    lacking = {
        "project.lacks_owner": not facts.has_owner,
        "project.lacks_manager": not facts.has_manager,
        "project.lacks_purpose": not facts.purpose.strip(),
        "project.lacks_planned_end": facts.planned_end is None,
        "project.lacks_goal": not facts.has_goal,
    }
    return [Reason(code) for code, is_lacking in lacking.items() if is_lacking]


def lacks_to_start(category: str, has_manager: bool) -> list[Reason]:
    """Somebody must lead it. A local project has its one responsible from the beginning."""
    return [] if has_manager or category == Category.LOCAL else [Reason("project.lacks_manager")]


def is_status_old(state: str, status_on: date | None, on: date, after_days: int) -> bool:
    """Whether a running project has not been heard from for too long. One that never reported counts from nothing."""
    if state not in (ProjectState.ACTIVE, ProjectState.CLOSING):
        return False
    return status_on is None or (on - status_on).days > after_days
