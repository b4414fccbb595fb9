"""Words for the figures of benefits: ceilings and the way into the budget."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.benefits.domain.credit import Rule
from styrehjul.benefits.domain.trail import Step
from styrehjul.kernel.choices import Labels

RULE: Labels = {
    Rule.SPLIT: _("Efter aftalte andele"),
    Rule.ORDER: _("Den første tager først"),
}
STEP: Labels = {
    Step.PROPOSED: _("Foreslået"),
    Step.DECIDED: _("Besluttet"),
    Step.IN_BUDGET: _("Indarbejdet i budgettet"),
    Step.VERIFIED: _("Verificeret i regnskabet"),
    Step.REVERTED: _("Tilbageført"),
}
