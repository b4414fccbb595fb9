"""Whom a project touches."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.portfolio.domain.pressure import ANCHORS
from styrehjul.portfolio.forms.fields import area_choices
from styrehjul.portfolio.forms.parts import KeyField, PartForm, QuarterField, TextLine, quarters


class ImpactForm(PartForm):
    """Which area, from when to when, and how hard."""

    area_id = KeyField(label=_("Fagchefområde"))
    from_quarter = QuarterField(label=_("Fra"))
    to_quarter = QuarterField(label=_("Til og med"))
    intensity = forms.TypedChoiceField(
        label=_("Hvor meget mærkes det?"),
        coerce=int,
        choices=[(number, f"{number}: {words}") for number, words in ANCHORS],
        widget=forms.RadioSelect,
    )
    staff = forms.IntegerField(label=_("Hvor mange medarbejdere?"), required=False, min_value=0, max_value=100_000)
    go_live = forms.BooleanField(label=_("Noget tages i brug i perioden"), required=False)
    note = TextLine(label=_("Hvad bliver anderledes?"), max_length=300)

    MORE = ("staff", "go_live", "note")

    def prepare(self) -> None:
        """The areas, and the quarters."""
        self.choose("area_id", area_choices(self.on))
        self.choose("from_quarter", quarters(self.on, self.row.from_quarter if self.row else None))
        self.choose("to_quarter", quarters(self.on, self.row.to_quarter if self.row else None))
