"""What the yearly assessment asks before it is an answer."""

from __future__ import annotations

from styrehjul.kernel.refusal import Reason


def lacks_answer(needed: bool | None, what: str, follow_up: str = "") -> list[Reason]:
    """Yes or no, and in words what or why. A follow-up belongs to a yes."""
    if needed is None or not what.strip():
        return [Reason("assessment.lacks_answer")]
    if not needed and follow_up.strip():
        return [Reason("assessment.follow_up_without_answer")]
    return []
