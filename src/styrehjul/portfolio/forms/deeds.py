"""What the page of one thing to do with a project asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.portfolio.domain.commands import CATEGORIES, ROLES, SUBTYPES
from styrehjul.portfolio.domain.deeds import Deed
from styrehjul.portfolio.forms.fields import (
    KeyField,
    TextLine,
    people_choices,
)
from styrehjul.ui.forms import DayField, Form, LongText, MoneyField


class DeedForm(Form):
    """The little page of one thing to do: its own fields, and why."""

    priority = forms.IntegerField(
        label=_("Prioritet"),
        min_value=1,
        max_value=999,
        help_text=_("1 er den vigtigste. De andre projekter beholder deres."),
    )
    planned_end = DayField(label=_("Ny slutdato"))
    new_end = DayField(label=_("Ny slutdato"), required=False)
    cost_tdkk = MoneyField(
        label=_("Økonomi i 1.000 kr."), required=False, max_digits=12, decimal_places=1,
        help_text=_("Lad stå tomt, hvis økonomien er som før."),
    )  # fmt: skip
    hours = MoneyField(label=_("Timer"), required=False, max_digits=9, decimal_places=1, min_value=0)
    spent_tdkk = MoneyField(
        label=_("Hvor mange penge er der brugt? I 1.000 kr."), required=False, max_digits=12, decimal_places=1,
        min_value=0,
    )  # fmt: skip
    spent_hours = MoneyField(
        label=_("Hvor mange timer er der brugt?"), required=False, max_digits=9, decimal_places=1, min_value=0
    )
    reused = LongText(
        label=_("Hvad kan bruges igen?"), rows=2, required=False, help_text=_("Skriv “intet”, hvis det er sådan.")
    )
    no_follow_up = TextLine(
        label=_("Ingen gevinster følges op, fordi"),
        max_length=300,
        help_text=_("Kun når der ingen åbne gevinster er. Ellers lad stå tomt."),
    )
    forecast_end = DayField(label=_("Forventes nu færdigt"), required=False)
    revisit_on = DayField(label=_("Tages op igen"), required=False)
    report = LongText(
        label=_("Slutrapport"),
        rows=10,
        help_text=_("Hvad blev leveret, hvordan gik det med tid og penge, hvad er lært, og hvem tager over?"),
    )
    outcome = LongText(label=_("Hvad kom der ud af det?"), rows=3)
    usable_by = TextLine(label=_("Hvem kan bruge det?"), max_length=300)
    to_follow = TextLine(label=_("Hvad skal følges?"), max_length=300)
    kind = forms.ChoiceField(label=_("Rolle"), choices=[(value, words.capitalize()) for value, words in ROLES])
    person_id = KeyField(label=_("Person"))
    category = forms.ChoiceField(
        label=_("Kategori"), choices=[(value, words.capitalize()) for value, words in CATEGORIES]
    )
    subtype = forms.ChoiceField(
        label=_("Undertype"), choices=[("", "–"), *((v, w.capitalize()) for v, w in SUBTYPES)], required=False
    )
    amount = MoneyField(label=_("Ramme i 1.000 kr."), max_digits=12, decimal_places=1, min_value=0)
    large = forms.ChoiceField(
        label=_("Er det et større projekt?"),
        choices=[("yes", _("Ja, det er et større projekt")), ("no", _("Nej"))],
        help_text=_("Sat i hånden bliver det stående, også når kommunens grænse ville sige noget andet."),
        widget=forms.RadioSelect,
    )
    reason = LongText(label=_("Hvorfor?"), rows=3, help_text=_("Begrundelsen står under ændringer siden sidste møde."))

    def __init__(self, *args: Any, deed: Deed, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept: Sequence[str] = (*deed.fields, *(("reason",) if deed.reason else ()))
        for name in list(self.fields):
            if name not in kept:
                del self.fields[name]
        if "person_id" in self.fields:
            person = self.fields["person_id"]
            assert isinstance(person, forms.ChoiceField)
            person.choices = people_choices(on, empty=_("Vælg"))
