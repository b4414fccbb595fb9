"""What the kinds and states of a project's parts are called on the screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import Labels
from styrehjul.portfolio.domain.parts import (
    AllocationKind,
    Attitude,
    DependencyKind,
    EconomyKind,
    MilestoneKind,
    RiskResponse,
    RiskSign,
    RiskState,
    TaskSource,
    TaskState,
)

MILESTONE_KIND: Labels = {
    MilestoneKind.DELIVERY: _("Leverance"),
    MilestoneKind.GO_LIVE: _("Ibrugtagning"),
    MilestoneKind.GATE: _("Faseovergang"),
    MilestoneKind.EXTERNAL: _("Dato udefra"),
    MilestoneKind.BENEFIT_START: _("Gevinst begynder"),
}
TASK_STATE: Labels = {
    TaskState.OPEN: _("Åben"),
    TaskState.DOING: _("I gang"),
    TaskState.DONE: _("Udført"),
    TaskState.DROPPED: _("Udgået"),
}
TASK_SOURCE: Labels = {
    TaskSource.NONE: "–",
    TaskSource.DECISION: _("Beslutning"),
    TaskSource.MEETING: _("Møde"),
    TaskSource.GATE: _("Faseovergang"),
    TaskSource.RISK: _("Risiko"),
}
RISK_SIGN: Labels = {RiskSign.THREAT: _("Risiko"), RiskSign.OPPORTUNITY: _("Mulighed")}
RISK_RESPONSE: Labels = {
    RiskResponse.NONE: _("Ikke valgt"),
    RiskResponse.AVOID: _("Undgå"),
    RiskResponse.REDUCE: _("Mindske"),
    RiskResponse.TRANSFER: _("Overføre til andre"),
    RiskResponse.ACCEPT: _("Acceptere"),
}
RISK_STATE: Labels = {
    RiskState.OPEN: _("Åben"),
    RiskState.HAPPENED: _("Indtruffet"),
    RiskState.CLOSED: _("Lukket"),
}
DEPENDENCY_KIND: Labels = {
    DependencyKind.NEEDS_FINISHED: _("Kan først begynde, når det andet er færdigt"),
    DependencyKind.NEEDS_STARTED: _("Kan først begynde, når det andet er i gang"),
    DependencyKind.NEEDS_MILESTONE: _("Venter på en milepæl i det andet"),
    DependencyKind.SHARES_RESOURCE: _("Bruger de samme folk som det andet"),
    DependencyKind.EXCLUDES: _("Kan ikke laves sammen med det andet"),
    DependencyKind.NEEDS_LIVE: _("Kræver, at systemet er i drift"),
    DependencyKind.NEEDS_CHANGE: _("Kræver en ændring i systemet"),
    DependencyKind.NEEDS_CONTRACT: _("Kræver en aftale om systemet"),
    DependencyKind.EXTERNAL: _("Venter på noget uden for kommunen"),
}
ATTITUDE: Labels = {
    Attitude.UNKNOWN: _("Kendes ikke"),
    Attitude.FOR: _("For"),
    Attitude.NEUTRAL: _("Afventende"),
    Attitude.AGAINST: _("Imod"),
}
ECONOMY_KIND: Labels = {
    EconomyKind.OPERATION: _("Drift"),
    EconomyKind.INVESTMENT: _("Anlæg"),
    EconomyKind.SERVICE: _("Service"),
}
ALLOCATION_KIND: Labels = {AllocationKind.REQUESTED: _("Ønsket"), AllocationKind.CONFIRMED: _("Bekræftet")}
