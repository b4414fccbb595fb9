"""A milestone."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import choices
from styrehjul.portfolio.forms.fields import people_choices
from styrehjul.portfolio.forms.parts import KeyField, PartForm, TextLine
from styrehjul.portfolio.part_labels import MILESTONE_KIND
from styrehjul.ui.forms import DayField


class MilestoneForm(PartForm):
    """What is reached and when. Moving the day asks why."""

    title = forms.CharField(
        label=_("Hvad er nået?"), max_length=200, help_text=_("For eksempel: Kontrakt underskrevet.")
    )
    forecast_on = DayField(label=_("Forventet dato"))
    why = TextLine(label=_("Hvorfor er datoen flyttet?"), max_length=300, help_text=_("Kun hvis du flytter den."))
    actual_on = DayField(label=_("Nået den"), required=False, help_text=_("Lad stå tomt, indtil den er nået."))
    kind = forms.ChoiceField(label=_("Art"), choices=choices(MILESTONE_KIND), required=False)
    baseline_on = DayField(label=_("Lovet dato"), required=False)
    owner_id = KeyField(label=_("Ansvarlig"), required=False)

    MORE = ("kind", "baseline_on", "owner_id")

    def prepare(self) -> None:
        """A new one has not been moved, and what is expected is what is promised."""
        self.choose("owner_id", people_choices(self.on, empty=_("Projektlederen")))
        if self.row is None:
            del self.fields["why"]
            del self.fields["actual_on"]

    def clean(self) -> dict[str, Any]:
        """Without a kind it is a delivery."""
        data: dict[str, Any] = super().clean() or {}
        data["kind"] = data.get("kind") or "delivery"
        return data
