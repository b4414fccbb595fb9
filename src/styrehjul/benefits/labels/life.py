"""Words for what a benefit can be."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.benefits.domain.life import BenefitState
from styrehjul.kernel.choices import Labels

BENEFIT_STATE: Labels = {
    BenefitState.POTENTIAL: _("Mulig"),
    BenefitState.PLANNED: _("Planlagt"),
    BenefitState.UNDER_WAY: _("Under realisering"),
    BenefitState.REALISED: _("Realiseret"),
    BenefitState.PARTLY: _("Delvist realiseret"),
    BenefitState.NOT_REALISED: _("Ikke realiseret"),
    BenefitState.DROPPED: _("Bortfaldet"),
}
