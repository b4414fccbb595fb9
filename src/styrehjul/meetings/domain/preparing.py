"""Preparing in more steps: how an item comes in, who reads it before it is ready, and one that comes at the table."""

from __future__ import annotations

from enum import StrEnum

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
