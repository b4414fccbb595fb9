"""What is asked about a measure and its numbers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import choices
from styrehjul.people.choosing import PersonField
from styrehjul.strategy.labels import CADENCE, DIRECTION
from styrehjul.ui.forms import DayField, FoldedForm, Form, HiddenVersion, MoneyField


class NumberField(MoneyField):
    """A number as it is written in Danish: "64,5"."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"invalid": _("Skriv et tal, fx 64,5.")})
        super().__init__(**kwargs)


class MeasureForm(FoldedForm):
    """What is measured, where it is to be, and who is asked when."""

    MORE = ("direction", "start_value", "start_on", "source", "cadence")

    title = forms.CharField(
        label=_("Hvad måles?"), max_length=200, help_text=_("Fx “Andel selvbetjente henvendelser”.")
    )
    unit = forms.CharField(label=_("Enhed"), max_length=40, required=False, help_text=_("Fx % eller opkald."))
    target_value = NumberField(label=_("Tallet, der skal nås"))
    target_on = DayField(label=_("Hvornår?"), required=False)
    owner_id = PersonField(label=_("Hvem spørges?"), required=False, help_text=_("Ellers spørges målets ejer."))
    next_on = DayField(label=_("Næste måling"), required=False)
    direction = forms.ChoiceField(label=_("Retning"), choices=choices(DIRECTION))
    start_value = NumberField(label=_("Tallet ved begyndelsen"), required=False)
    start_on = DayField(label=_("Målt den"), required=False)
    source = forms.CharField(label=_("Hvor kommer tallet fra?"), max_length=200, required=False)
    cadence = forms.ChoiceField(
        label=_("Hvor tit?"), choices=[("", _("Kun den dag, der står")), *choices(CADENCE)], required=False
    )
    version = HiddenVersion()

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["owner_id"]
        assert isinstance(owner, PersonField)
        owner.offer(on, kept=self.initial.get("owner_id"))

    def behind_open(self) -> bool:
        """The direction is always chosen, so it opens nothing by itself."""
        return any(
            field.errors or field.value() not in (None, "", 0)
            for field in self.behind()
            if field.errors or field.name != "direction"
        )


class ValueForm(Form):
    """A number, and the day it is from."""

    value = NumberField(label=_("Tal"))
    on = DayField(label=_("Dato"))
    note = forms.CharField(label=_("Bemærkning"), max_length=300, required=False)


class CorrectionForm(Form):
    """The right number in the place of the wrong one."""

    value = NumberField(label=_("Det rigtige tal"))
    note = forms.CharField(label=_("Hvorfor?"), max_length=300, required=False)
