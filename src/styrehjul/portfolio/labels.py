"""What a project's states, categories and lights are called on the screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import Labels
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.life import Category, Light, ProjectRoleKind, ProjectState, Subtype
from styrehjul.portfolio.domain.record import Mandatory, Precision, StrategicLevel, SystemUse, Visibility
from styrehjul.portfolio.domain.settings import AllocationUnit, CrossCutting, PriorityScale
from styrehjul.portfolio.domain.status import NOT_RELEVANT, ReportState, RoundState, Track, Trend

PROJECT_STATE: Labels = {
    ProjectState.IDEA: _("Idé"),
    ProjectState.PROPOSED: _("Forslag"),
    ProjectState.AWAITING_DECISION: _("Til beslutning"),
    ProjectState.APPROVED: _("Godkendt"),
    ProjectState.ACTIVE: _("I gang"),
    ProjectState.PAUSED: _("På pause"),
    ProjectState.CLOSING: _("Under afslutning"),
    ProjectState.FOLLOW_UP: _("Gevinstopfølgning"),
    ProjectState.CLOSED: _("Afsluttet"),
    ProjectState.REJECTED: _("Afvist"),
    ProjectState.WITHDRAWN: _("Trukket"),
    ProjectState.STOPPED: _("Stoppet"),
}
CATEGORY: Labels = {
    Category.NATIONAL: _("Nationale og fælleskommunale"),
    Category.CROSS: _("Tværkommunale og egne tværgående"),
    Category.LOCAL: _("Lokale projekter"),
}
CATEGORY_SHORT: Labels = {
    Category.NATIONAL: _("National/fælleskommunal"),
    Category.CROSS: _("Tværgående"),
    Category.LOCAL: _("Lokal"),
}
SUBTYPE: Labels = {
    Subtype.INTER_MUNICIPAL: _("Tværkommunalt"),
    Subtype.OWN_CROSS: _("Eget tværgående"),
}
ROLE: Labels = {
    ProjectRoleKind.OWNER: _("Projektejer"),
    ProjectRoleKind.MANAGER: _("Projektleder"),
    ProjectRoleKind.LOCAL_COORDINATOR: _("Lokal koordinator"),
    ProjectRoleKind.PARTICIPANT: _("Deltager"),
}
PRECISION: Labels = {
    Precision.DAY: _("På dagen"),
    Precision.MONTH: _("Måned"),
    Precision.QUARTER: _("Kvartal"),
    Precision.YEAR: _("År"),
}
MANDATORY: Labels = {
    Mandatory.NONE: _("Nej, kommunen vælger selv"),
    Mandatory.LAW: _("Ja, det følger af lov"),
    Mandatory.AGREEMENT: _("Ja, det følger af en aftale"),
    Mandatory.COMMITTED: _("Ja, kommunen har givet tilsagn"),
}
STRATEGIC_LEVEL: Labels = {
    StrategicLevel.STRATEGIC: _("Strategisk"),
    StrategicLevel.TACTICAL: _("Taktisk"),
    StrategicLevel.OPERATIONAL: _("Operationelt"),
}
VISIBILITY: Labels = {
    Visibility.ALL: _("Alle ansatte"),
    Visibility.DRAFT_OWNER: _("Kun mig, indtil forslaget er indsendt"),
}
SYSTEM_USE: Labels = {
    SystemUse.INTRODUCES: _("Indfører"),
    SystemUse.REPLACES: _("Erstatter"),
    SystemUse.CHANGES: _("Ændrer"),
    SystemUse.INTEGRATES: _("Integrerer med"),
    SystemUse.RETIRES: _("Udfaser"),
    SystemUse.USES: _("Bruger"),
}
LIGHT: Labels = {
    Light.GREEN: _("Efter planen"),
    Light.YELLOW: _("Opmærksomhed"),
    Light.RED: _("Kritisk"),
    Light.NONE: _("Ingen status"),
}
CHANGE: Labels = {
    ChangeKind.NEW: _("Nyt"),
    ChangeKind.DECIDED: _("Besluttet"),
    ChangeKind.STARTED: _("Sat i gang"),
    ChangeKind.PAUSED: _("Sat på pause"),
    ChangeKind.RESUMED: _("Genoptaget"),
    ChangeKind.STOPPED: _("Stoppet"),
    ChangeKind.ENDED: _("Afslutning"),
    ChangeKind.PHASE: _("Fase"),
    ChangeKind.REOPENED: _("Genåbnet"),
    ChangeKind.WITHDRAWN: _("Trukket"),
    ChangeKind.ON_AGENDA: _("Dagsorden"),
    ChangeKind.LIGHT: _("Status"),
    ChangeKind.FORECAST: _("Forventet afslutning"),
    ChangeKind.START_DATE: _("Planlagt start"),
    ChangeKind.END_DATE: _("Planlagt afslutning"),
    ChangeKind.ECONOMY: _("Økonomisk ramme"),
    ChangeKind.PRIORITY: _("Prioritet"),
    ChangeKind.HOURS: _("Tildelte timer"),
    ChangeKind.LARGE: _("Større projekt"),
    ChangeKind.RESPONSIBLE: _("Ansvar"),
    ChangeKind.CATEGORY: _("Kategori"),
}
ALLOCATION_UNIT: Labels = {AllocationUnit.HOURS: _("Timer"), AllocationUnit.FTE: _("Årsværk")}
PRIORITY_SCALE: Labels = {PriorityScale.STEPS: _("Trin fra 1 til 5"), PriorityScale.RANK: _("Rækkefølge")}
CROSS_CUTTING: Labels = {
    CrossCutting.BOTH: _("De nationale og fælleskommunale samt de tværkommunale og egne tværgående"),
    CrossCutting.CROSS_ONLY: _("Kun de tværkommunale og egne tværgående"),
}
REPORT_STATE: Labels = {
    ReportState.DRAFT: _("Kladde"),
    ReportState.SUBMITTED: _("Til projektejerens godkendelse"),
    ReportState.FROZEN: _("Givet"),
}
ROUND_STATE: Labels = {RoundState.OPEN: _("Åben"), RoundState.CLOSED: _("Slut")}
TREND: Labels = {Trend.BETTER: _("Bedre"), Trend.SAME: _("Uændret"), Trend.WORSE: _("Værre")}
TRACK: Labels = {
    Track.BACK_TO_PLAN: _("Tilbage til planen"),
    Track.NEW_PLAN: _("Ny plan"),
    Track.CLOSE: _("Projektet bør lukkes"),
}
PARAMETER_LIGHT = {
    Light.GREEN.value: _("Grøn"),
    Light.YELLOW.value: _("Gul"),
    Light.RED.value: _("Rød"),
    NOT_RELEVANT: _("Ikke relevant"),
}
