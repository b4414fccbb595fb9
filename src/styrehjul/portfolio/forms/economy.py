"""A line of a project's money."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import choices
from styrehjul.portfolio.forms.parts import Amount, PartForm, TextLine
from styrehjul.portfolio.part_labels import ECONOMY_KIND


class EconomyForm(PartForm):
    """One year and one kind of money, in 1.000 kr."""

    year = forms.IntegerField(label=_("År"), min_value=2000, max_value=2100)
    kind = forms.ChoiceField(label=_("Art"), choices=choices(ECONOMY_KIND))
    budget = Amount(label=_("Budget i 1.000 kr."))
    forecast = Amount(label=_("Forventet i 1.000 kr."), help_text=_("Hvad det nu ser ud til at blive."))
    spent = Amount(label=_("Brugt indtil nu i 1.000 kr."))
    text = TextLine(label=_("Hvad er det?"), max_length=200, help_text=_("For eksempel: Licenser."))
    source = TextLine(label=_("Hvor kommer pengene fra?"), max_length=200)
    permanent = forms.BooleanField(label=_("Varig: fortsætter efter året"), required=False)
    price_level = forms.IntegerField(
        label=_("Prisniveau (år)"),
        required=False,
        min_value=2000,
        max_value=2100,
        help_text=_("Det år, beløbene er opgjort i priser for."),
    )

    MORE = ("text", "source", "permanent", "price_level")

    def prepare(self) -> None:
        """This year, at this year's prices."""
        if self.row is None:
            self.initial = {"year": self.on.year, **self.initial}

    def clean(self) -> dict[str, Any]:
        """Without a price level, this year's prices, or those the line is in already."""
        data: dict[str, Any] = super().clean() or {}
        data["price_level"] = data.get("price_level") or (self.row.price_level if self.row else self.on.year)
        return data

    def more_is_open(self) -> bool:
        """The price level always has a value; only what somebody wrote opens "Mere"."""
        written = any(self[name].value() not in (None, "", False) for name in ("text", "source", "permanent"))
        return written or any(field.errors for field in self.more())
