"""What is asked about a strategy and a partnership."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import choices
from styrehjul.people.choosing import PersonField
from styrehjul.strategy.forms.keys import KeyField, strategies
from styrehjul.strategy.labels import STRATEGY_KIND
from styrehjul.ui.forms import DayField, FoldedForm, Form, HiddenVersion, LongText


class StrategyForm(FoldedForm):
    """A strategy: its name, which one it is, and its years."""

    MORE = ("text", "link", "contact_id", "replaces_id")

    title = forms.CharField(label=_("Titel"), max_length=200)
    kind = forms.ChoiceField(label=_("Hvilken strategi er det?"), choices=choices(STRATEGY_KIND))
    start = DayField(label=_("Gælder fra"))
    end = DayField(label=_("Gælder til"), required=False)
    owner_id = PersonField(label=_("Ejer"), required=False)
    text = LongText(label=_("Kort fortalt"), required=False, rows=4)
    link = forms.URLField(label=_("Link til strategien"), max_length=500, required=False, assume_scheme="https")
    contact_id = PersonField(label=_("Kontakt"), required=False)
    replaces_id = KeyField(label=_("Afløser"), required=False, help_text=_("Den tidligere kan stadig læses."))
    version = HiddenVersion()

    def __init__(self, *args: Any, on: date, strategy: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("owner_id", "contact_id"):
            field = self.fields[name]
            assert isinstance(field, PersonField)
            field.offer(on, kept=self.initial.get(name))
        replaces = self.fields["replaces_id"]
        assert isinstance(replaces, KeyField)
        replaces.offer([row for row in strategies() if row[0] != strategy])


class PartnershipForm(FoldedForm):
    """A partnership: with whom, for what, and until when."""

    MORE = ("contribution", "gain", "partner_contact", "agreement")

    title = forms.CharField(label=_("Navn"), max_length=200)
    partners = forms.CharField(label=_("Med hvem?"), max_length=300, help_text=_("En eller flere partnere."))
    purpose = LongText(label=_("Formål"), rows=3)
    contact_id = PersonField(label=_("Vores kontakt"), required=False)
    start = DayField(label=_("Gælder fra"))
    end = DayField(label=_("Gælder til"), required=False, help_text=_("Når dagen er gået, skal det vurderes."))
    contribution = LongText(label=_("Vi bidrager med"), required=False, rows=3)
    gain = LongText(label=_("Vi får"), required=False, rows=3)
    partner_contact = forms.CharField(label=_("Partnerens kontakt"), max_length=200, required=False)
    agreement = forms.URLField(label=_("Link til aftalen"), max_length=500, required=False, assume_scheme="https")
    version = HiddenVersion()

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        contact = self.fields["contact_id"]
        assert isinstance(contact, PersonField)
        contact.offer(on, kept=self.initial.get("contact_id"))


class RenewForm(Form):
    """How long it goes on."""

    end = DayField(label=_("Ny slutdato"))


class EndForm(Form):
    """What came of it."""

    outcome = LongText(label=_("Hvad kom der ud af det?"), rows=4)
