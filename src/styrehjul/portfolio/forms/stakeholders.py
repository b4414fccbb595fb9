"""A stakeholder."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import choices
from styrehjul.portfolio.forms.parts import KeyField, PartForm, TextLine
from styrehjul.portfolio.part_labels import ATTITUDE


class StakeholderForm(PartForm):
    """Who, what they want, and how they are involved."""

    name = forms.CharField(label=_("Hvem?"), max_length=200, help_text=_("En person eller en gruppe."))
    interest = TextLine(label=_("Hvad er vigtigt for dem?"), max_length=300)
    involved = TextLine(label=_("Hvordan inddrages de?"), max_length=300)
    influence = KeyField(
        label=_("Indflydelse"),
        required=False,
        choices=[("", _("Ikke vurderet")), ("1", _("1: lille")), ("2", _("2: nogen")), ("3", _("3: stor"))],
    )
    attitude = forms.ChoiceField(label=_("Holdning"), choices=choices(ATTITUDE), required=False)

    MORE = ("influence", "attitude")
