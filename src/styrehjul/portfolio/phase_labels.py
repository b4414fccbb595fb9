"""What phases, gates and the catalogue's entries are called on the screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import Labels
from styrehjul.portfolio.domain.catalogue import AdoptionState, Verified
from styrehjul.portfolio.domain.phases import Answer, CriterionKind, Demand, Outcome, Passer, PhaseModelState

ADOPTION: Labels = {
    AdoptionState.NOT_ASSESSED: _("Ikke vurderet"),
    AdoptionState.UNDER_ASSESSMENT: _("Vurderes"),
    AdoptionState.ADOPTED: _("Følges her"),
    AdoptionState.NOT_RELEVANT: _("Ikke relevant"),
    AdoptionState.DONE: _("Færdig"),
}
VERIFIED: Labels = {
    Verified.YES: _("Navn og indhold står i kilden"),
    Verified.NAME_ONLY: _("Kun navnet står i kilden"),
    Verified.NO: _("Ikke efterprøvet"),
}
PHASE_MODEL_STATE: Labels = {
    PhaseModelState.DRAFT: _("Kladde"),
    PhaseModelState.IN_USE: _("I brug"),
    PhaseModelState.RETIRED: _("Bruges ikke til nye projekter"),
}
DEMAND: Labels = {
    Demand.REQUIRED: _("Skal være der"),
    Demand.OPTIONAL: _("Kan være der"),
    Demand.LARGE_ONLY: _("Skal være der i større projekter"),
}
PASSER: Labels = {
    Passer.OWNER: _("Projektejeren"),
    Passer.ADMINISTRATOR: _("Porteføljeadministratoren"),
    Passer.BODY: _("Et organ, ved beslutning"),
}
CRITERION_KIND: Labels = {
    CriterionKind.YES_NO: _("Ja eller nej"),
    CriterionKind.DOCUMENT: _("Fasens dokumenter er der"),
    CriterionKind.NUMBER: _("Et tal"),
    CriterionKind.BENEFIT_HAS_BASELINE: _("Gevinsterne har et tal for i dag"),
    CriterionKind.CAPACITY_CONFIRMED: _("Timerne er bekræftet"),
}
ANSWER: Labels = {
    Answer.YES: _("Ja"),
    Answer.NO: _("Nej"),
    Answer.NOT_RELEVANT: _("Ikke relevant"),
}
OUTCOME: Labels = {
    Outcome.PASSED: _("Passeret"),
    Outcome.PASSED_WITH_CONDITIONS: _("Passeret på betingelser"),
    Outcome.NOT_PASSED: _("Ikke passeret"),
}
