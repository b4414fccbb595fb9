"""The words that a system, a contract and a watch can stand in, plain."""

from __future__ import annotations

from enum import StrEnum


class Source(StrEnum):
    """Where what is known of it comes from: who owns the register's facts."""

    MANUAL = "manual"
    EXCEL = "excel"
    KITOS = "kitos"


class Lifecycle(StrEnum):
    """Where a system is in its life."""

    CONSIDERED = "considered"
    PILOT = "pilot"
    PHASING_IN = "phasing_in"
    OPERATIONAL = "operational"
    PHASING_OUT = "phasing_out"
    NOT_IN_USE = "not_in_use"
    UNKNOWN = "unknown"


class Scheme(StrEnum):
    """Which list of tasks a task stands in."""

    KLE = "kle"
    FORM = "form"
    OWN = "own"


class WatchKind(StrEnum):
    """What a day that must not be missed is about."""

    CONTRACT_END = "contract_end"
    NOTICE = "notice"
    PROCUREMENT = "procurement"
    SUPPORT_END = "support_end"
    USE_ENDS = "use_ends"
    TARGET = "target"
    RISK = "risk"
    OVERSIGHT = "oversight"


class WatchState(StrEnum):
    """Whether somebody has seen to it; `moved`: the day is another now, and a new watch stands in its place."""

    OPEN = "open"
    HANDLED = "handled"
    MOVED = "moved"
