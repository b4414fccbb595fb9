"""A risk, or an opportunity."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import choices
from styrehjul.portfolio.domain.parts import RISK, RiskState
from styrehjul.portfolio.domain.risks import IMPACT, LIKELIHOOD, steps
from styrehjul.portfolio.forms.fields import people_choices
from styrehjul.portfolio.forms.parts import KeyField, PartForm, TextLine
from styrehjul.portfolio.part_labels import RISK_RESPONSE, RISK_SIGN, RISK_STATE
from styrehjul.portfolio.queries.settings import settings
from styrehjul.ui.forms import DayField, LongText


class RiskForm(PartForm):
    """What may happen, why and with what result; how likely and grave; what is done."""

    event = forms.CharField(
        label=_("Hvad kan ske?"), max_length=300, help_text=_("For eksempel: Leverancen bliver forsinket.")
    )
    cause = TextLine(label=_("Fordi …"), max_length=300, help_text=_("Årsagen: Leverandøren mangler udviklere."))
    consequence = TextLine(
        label=_("Så …"), max_length=300, help_text=_("Følgen: Ibrugtagningen når ikke sommerferien.")
    )
    likelihood = KeyField(label=_("Sandsynlighed"), required=False)
    impact = KeyField(label=_("Konsekvens"), required=False)
    actions = LongText(label=_("Hvad gør vi ved den?"), required=False, rows=3)
    owner_id = KeyField(label=_("Ansvarlig"), required=False)
    state = forms.ChoiceField(label=_("Hvordan står den?"), choices=choices(RISK_STATE))
    why = TextLine(label=_("Hvorfor lukkes den?"), max_length=300, help_text=_("Kun hvis den lukkes."))
    response = forms.ChoiceField(label=_("Måde at håndtere den på"), choices=choices(RISK_RESPONSE), required=False)
    review_on = DayField(label=_("Ses på igen"), required=False)
    sign = forms.ChoiceField(label=_("Fortegn"), choices=choices(RISK_SIGN), required=False)

    MORE = ("response", "review_on", "sign")

    def prepare(self) -> None:
        """The steps with their words, on the municipality's scale of today."""
        chosen = settings()
        scale = chosen.risk_steps
        for name, anchors, own in (
            ("likelihood", LIKELIHOOD, chosen.likelihood_words),
            ("impact", IMPACT, chosen.impact_words),
        ):
            told = ((str(number), f"{number}: {words}") for number, words in steps(anchors, scale, own))
            self.choose(name, [("", _("Ikke vurderet")), *told])
        self.choose("owner_id", people_choices(self.on, empty=_("Projektlederen")))
        if self.row is None:
            del self.fields["state"]
            del self.fields["why"]
            return
        here = RiskState(self.row.state)
        reached = {here} | {after for (before, _event), after in RISK.moves.items() if before == here}
        self.choose("state", [(key, words) for key, words in choices(RISK_STATE) if RiskState(key) in reached])
        if self.row.scale != scale:
            # A score of another scale is not a score of this one: it is made anew or left out.
            self.initial.update({"likelihood": None, "impact": None})
            was = _("Før: %(l)s × %(i)s på en skala til %(scale)s.")
            if self.row.likelihood:
                facts = {"l": self.row.likelihood, "i": self.row.impact, "scale": self.row.scale}
                self.fields["likelihood"].help_text = was % facts

    def clean(self) -> dict[str, Any]:
        """Without a sign it is a risk."""
        data: dict[str, Any] = super().clean() or {}
        data["sign"] = data.get("sign") or "-"
        return data

    def more_is_open(self) -> bool:
        """The sign always has a value; only what somebody chose opens "Mere"."""
        chosen = [self["response"].value(), self["review_on"].value(), self["sign"].value() == "+"]
        return any(chosen) or any(field.errors for field in self.more())
