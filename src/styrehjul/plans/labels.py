"""What the states and kinds of plans are called."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from styrehjul.plans.domain.composing import Lock
from styrehjul.plans.domain.following import Deviation
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.domain.studies import RunKind, Standing

RUN_KIND: Mapping[StrEnum, Any] = {
    RunKind.SOLVE: _("Bedste sammensætning"),
    RunKind.MORE: _("Hvad får vi ud af mere kapacitet?"),
    RunKind.FRONTIER: _("Værdi for forskellig kapacitet"),
    RunKind.FLIPS: _("Hvor sikkert er det?"),
}
STANDING: Mapping[StrEnum, Any] = {
    Standing.MUST: _("Bundet"),
    Standing.CORE: _("Kerne"),
    Standing.BORDERLINE: _("På vippen"),
    Standing.UNDECIDED: _("På vippen (ikke afgjort)"),
    Standing.OUT: _("Ude"),
}
PLAN_STATE: Mapping[StrEnum, Any] = {
    PlanState.DRAFT: _("Udkast"),
    PlanState.SUBMITTED: _("Indstillet"),
    PlanState.LIVE: _("Gældende"),
    PlanState.SUPERSEDED: _("Afløst"),
}
LOCK: Mapping[StrEnum, Any] = {
    Lock.FREE: _("Frit"),
    Lock.MUST: _("Bundet"),
    Lock.RUNNING: _("I gang"),
    Lock.OUT: _("Holdes ude"),
}
DEVIATION: Mapping[StrEnum, Any] = {
    Deviation.STOPPED: _("Stoppet"),
    Deviation.CLOSED: _("Afsluttet"),
    Deviation.PAUSED: _("På pause"),
    Deviation.NOT_BEGUN: _("Ikke begyndt"),
    Deviation.UNPLANNED: _("I gang uden at være med"),
    Deviation.EARLY: _("Begyndt før tiden"),
    Deviation.MOVED: _("Flyttet"),
    Deviation.HOURS: _("Timer ændret"),
}
