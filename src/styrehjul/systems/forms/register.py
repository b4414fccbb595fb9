"""What is asked about a system: its name and owner first, the rest behind "Mere"."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.people.choosing import PersonField, UnitField
from styrehjul.systems.domain.register import OURS
from styrehjul.systems.forms.contracts import system_choices
from styrehjul.systems.labels import FACT, LIFECYCLE
from styrehjul.ui.forms import DayField, FoldedForm, Form, HiddenVersion


def _line(name: str, most: int = 200) -> forms.CharField:
    return forms.CharField(label=FACT[name], max_length=most, required=False)


class SystemForm(FoldedForm):
    """A system. Only its name must be told; what another register owns is not asked for."""

    MORE = (
        "support_ends_on", "description", "purpose", "short_name", "business_type", "program_version", "in_use_from",
        "in_use_to", "risk_next_on", "register_notes",
    )  # fmt: skip

    name = forms.CharField(label=_("System"), max_length=200, help_text=_("Det navn, som kommunen bruger."))
    owner_id = PersonField(label=_("Systemejer"), required=False)
    responsible_unit_id = UnitField(label=_("Ansvarlig enhed"), required=False)
    lifecycle = forms.ChoiceField(
        label=_("Livscyklus"), choices=[(state.value, words) for state, words in LIFECYCLE.items()]
    )
    supplier = _line("supplier")
    support_ends_on = DayField(
        label=FACT["support_ends_on"],
        required=False,
        help_text=_("Den dag, leverandøren holder op med at vedligeholde det."),
    )
    description = forms.CharField(
        label=FACT["description"], required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )
    purpose = forms.CharField(
        label=FACT["purpose"], required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )
    short_name = _line("short_name")
    business_type = _line("business_type")
    program_version = _line("program_version", 100)
    in_use_from = DayField(label=FACT["in_use_from"], required=False)
    in_use_to = DayField(label=FACT["in_use_to"], required=False)
    risk_next_on = DayField(label=FACT["risk_next_on"], required=False)
    register_notes = forms.CharField(
        label=FACT["register_notes"], required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )
    version = HiddenVersion()

    def __init__(self, *args: Any, on: date, owned: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner, unit = self.fields["owner_id"], self.fields["responsible_unit_id"]
        assert isinstance(owner, PersonField)
        assert isinstance(unit, UnitField)
        owner.offer(on, kept=self.initial.get("owner_id"))
        unit.offer(on)
        if owned:
            # Another register owns them.
            for name in [name for name in self.fields if name not in (*OURS, "version")]:
                del self.fields[name]
        else:
            # An address that asks for less than the page does, as the first one in a list, tells no lifecycle.
            self.fields["lifecycle"].required = False


class TiesForm(Form):
    """Which tasks a system serves, and which systems it draws on."""

    tasks = forms.CharField(
        label=_("Opgaver, systemet løser"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Én pr. linje: et KLE-nummer eller opgaven med jeres egne ord."),
    )  # fmt: skip
    draws_on = forms.TypedMultipleChoiceField(
        label=_("Systemer, det trækker på"), coerce=int, required=False, help_text=_("Hold Ctrl nede for at vælge flere."),
    )  # fmt: skip

    def __init__(self, *args: Any, system: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["draws_on"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = system_choices(without=system)
        field.widget.attrs["size"] = 10

    def clean_tasks(self) -> list[str]:
        """The lines, each once."""
        lines = (" ".join(line.split()) for line in self.cleaned_data["tasks"].splitlines())
        return list(dict.fromkeys(line for line in lines if line))
