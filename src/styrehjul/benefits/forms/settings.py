"""The benefits' settings as one form; each with its marked suggestion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.benefits.domain.days import months_of
from styrehjul.benefits.models import BenefitSettings
from styrehjul.ui.forms import Form, HiddenVersion

NAMES = ("measuring_months", "overdue_days", "correlation", "interval_percent", "calibration_least")


class SettingsForm(Form):
    """When benefits are measured, and how their figures are counted."""

    measuring_months = forms.CharField(
        label=_("Der måles så mange måneder efter målets dato"), max_length=40,
        help_text=_("Foreslås, når gevinsten overdrages. Forslag: 3, 6, 12, 24."),
    )  # fmt: skip
    overdue_days = forms.IntegerField(
        label=_("En måling er over fristen efter (dage)"), min_value=0, max_value=365,
        help_text=_("Derefter står gevinsten under programgruppens beslutningsbehov. Forslag: 14."),
    )  # fmt: skip
    correlation = forms.DecimalField(
        label=_("Hvor meget gevinster følges ad (fra 0 til 1)"), min_value=0, max_value=1, decimal_places=2,
        localize=True, help_text=_("0 betyder uafhængige, 1 at de følges helt ad. Forslag: 0,5."),
    )  # fmt: skip
    interval_percent = forms.IntegerField(
        label=_("Så mange procent af gangene ender tallet mellem det laveste og det højeste"), min_value=50,
        max_value=99, help_text=_("Forslag: 80."),
    )  # fmt: skip
    calibration_least = forms.IntegerField(
        label=_("Så mange gevinster skal der til, før forventning og resultat sammenlignes"), min_value=1,
        max_value=1000, help_text=_("Forslag: 10."),
    )  # fmt: skip
    version = HiddenVersion()

    def __init__(self, *args: Any, row: BenefitSettings, **kwargs: Any) -> None:
        initial = {name: getattr(row, name) for name in NAMES} | {"version": row.version if row.pk else 0}
        super().__init__(*args, initial=initial, **kwargs)

    def clean_measuring_months(self) -> str:
        """Whole months with commas between."""
        text = str(self.cleaned_data["measuring_months"])
        try:
            months_of(text)
        except ValueError:
            raise forms.ValidationError(_("Skriv hele måneder med komma imellem, for eksempel 3, 6, 12, 24.")) from None
        return text

    def chosen(self) -> Mapping[str, Any]:
        """What was chosen, without the version it was chosen from."""
        return {name: self.cleaned_data[name] for name in NAMES}
