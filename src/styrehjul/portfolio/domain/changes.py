"""What a steered change of a project is about, in the order in which a meeting hears it."""

from __future__ import annotations

from enum import StrEnum


class ChangeKind(StrEnum):
    """The members stand in the order of "Ændringer siden sidste møde"."""

    NEW = "new"
    DECIDED = "decided"
    STARTED = "started"
    PAUSED = "paused"
    RESUMED = "resumed"
    STOPPED = "stopped"
    ENDED = "ended"
    PHASE = "phase"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    ON_AGENDA = "on_agenda"
    LIGHT = "light"
    FORECAST = "forecast"
    START_DATE = "start_date"
    END_DATE = "end_date"
    ECONOMY = "economy"
    PRIORITY = "priority"
    HOURS = "hours"
    RESPONSIBLE = "responsible"
    LARGE = "large"
    CATEGORY = "category"


K = ChangeKind
ORDER = {kind.value: place for place, kind in enumerate(ChangeKind)}
# A project's course, as one thing: a pause without a decision alters the decision that started it.
COURSE = frozenset({K.DECIDED, K.STARTED, K.PAUSED, K.RESUMED, K.STOPPED, K.ENDED, K.REOPENED})
# What a body may have set. Only these read "uden beslutning"; a status report or a new proposal is nobody's decision.
STEERED = COURSE | {
    K.PHASE,
    K.START_DATE,
    K.END_DATE,
    K.PRIORITY,
    K.RESPONSIBLE,
    K.CATEGORY,
    K.ECONOMY,
    K.HOURS,
    K.LARGE,
}


def alters(kind: str, earlier: str) -> bool:
    """Whether a change of one kind alters what an earlier change of another kind had set."""
    return kind == earlier or (kind in COURSE and earlier in COURSE)
