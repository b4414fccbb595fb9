"""The forms of the catalogue: taking an entry in, setting it aside, looking again, and choosing a file."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.portfolio.domain.record import Mandatory
from styrehjul.portfolio.forms.fields import KeyField, TextLine, area_choices, people_choices
from styrehjul.portfolio.models import NationalProject
from styrehjul.ui.forms import DayField, Form, HiddenVersion, LongText


class AdoptForm(Form):
    """What is ours when an entry becomes a project here."""

    mandatory = forms.ChoiceField(
        label=_("Er kommunen bundet?"),
        widget=forms.RadioSelect,
        choices=[
            (Mandatory.NONE.value, _("Nej, vi vælger selv. Det bliver et forslag.")),
            (Mandatory.LAW.value, _("Ja, af en lov. Projektet står som godkendt.")),
            (Mandatory.AGREEMENT.value, _("Ja, af en aftale. Projektet står som godkendt.")),
            (Mandatory.COMMITTED.value, _("Ja, vi har sagt ja før. Projektet står som godkendt.")),
        ],
        initial=Mandatory.NONE.value,
    )
    reference = TextLine(
        label=_("Hvilken lov, aftale eller beslutning?"),
        max_length=300,
        help_text=_("Udfyldes, når kommunen er bundet. Står loven i kataloget, bruges den."),
    )
    reason = LongText(label=_("Hvorfor?"), rows=3, help_text=_("Begrundelsen står under ændringer siden sidste møde."))
    lead_area = KeyField(label=_("Fagchefområde, der har ansvaret"))
    manager_id = KeyField(label=_("Hvem har ansvaret her?"), help_text=_("Bliver projektets projektleder."))
    owner_id = KeyField(label=_("Projektejer her"), required=False)
    planned_end = DayField(label=_("Vores frist"), required=False)
    version = HiddenVersion()

    def __init__(self, *args: Any, entry: NationalProject, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = entry.version
        for name, choices in (
            ("lead_area", area_choices(on)),
            ("manager_id", people_choices(on, empty=_("Vælg"))),
            ("owner_id", people_choices(on)),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices
        if entry.law:
            self.fields["reference"].initial = entry.law


class SetAsideForm(Form):
    """Why an entry is not for us, and when we look again."""

    reason = LongText(label=_("Hvorfor er det ikke relevant?"), rows=3)
    review_on = DayField(label=_("Se på det igen"))
    version = HiddenVersion()

    def __init__(self, *args: Any, entry: NationalProject, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = entry.version


class AgainForm(Form):
    """Why an entry is looked at again."""

    reason = LongText(label=_("Hvorfor vurderes det igen?"), rows=3)
    version = HiddenVersion()

    def __init__(self, *args: Any, entry: NationalProject, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = entry.version


class CatalogueFileForm(Form):
    """A file with a version of the catalogue."""

    file = forms.FileField(
        label=_("Fil med kataloget"),
        help_text=_(
            "Excel (.xlsx) eller CSV med kolonnerne nr, navn, program, ejer, start_aar, slut_aar, beskrivelse og kilde."
        ),
    )
