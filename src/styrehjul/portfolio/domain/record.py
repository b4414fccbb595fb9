"""What a project's record can say of itself beside its life: why it must be done, at which level, and who may see it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from styrehjul.kernel.danish import MONTHS, day_text
from styrehjul.kernel.days import quarter_of


class Precision(StrEnum):
    """How exactly a day was said. The day kept is the last one of the month, quarter or year that was said."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Mandatory(StrEnum):
    """Whether the municipality may choose."""

    NONE = "none"
    LAW = "law"
    AGREEMENT = "agreement"
    COMMITTED = "committed"


class StrategicLevel(StrEnum):
    """Where the project belongs in the municipality's steering."""

    STRATEGIC = "strategic"
    TACTICAL = "tactical"
    OPERATIONAL = "operational"


class Visibility(StrEnum):
    """Who sees it. A draft is its author's own until it is shown or sent in."""

    ALL = "all"
    DRAFT_OWNER = "draft_owner"


class SystemUse(StrEnum):
    """What a project does to a system."""

    INTRODUCES = "introduces"
    REPLACES = "replaces"
    CHANGES = "changes"
    INTEGRATES = "integrates"
    RETIRES = "retires"
    USES = "uses"


def said(day: date | None, precision: str) -> str:
    """A day as exactly as it was said: "31. december 2027", "december 2027", "4. kvartal 2027" or "2027"."""
    if day is None:
        return ""
    match precision:
        case Precision.MONTH:
            return f"{MONTHS[day.month - 1]} {day.year}"
        case Precision.QUARTER:
            return f"{quarter_of(day)}. kvartal {day.year}"
        case Precision.YEAR:
            return str(day.year)
    return day_text(day)
