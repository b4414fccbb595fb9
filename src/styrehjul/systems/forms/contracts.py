"""What is asked about a contract: its end and price first, the rest behind "Mere"."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.danish import sort_key
from styrehjul.systems.labels import PERIOD
from styrehjul.systems.models import System
from styrehjul.ui.forms import DayField, FoldedForm, Form, HiddenVersion, dress

YES_NO = [("", _("Vides ikke")), ("ja", _("Ja, den løber, til den siges op")), ("nej", _("Nej, den slutter på en dag"))]


class Kroner(forms.IntegerField):
    """Whole kroner, with or without dots."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            min_value=0,
            max_value=10**11,
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            **kwargs,
        )

    def to_python(self, value: Any) -> int | None:
        """1.200.000 kr. is a number too."""
        text = str(value or "").casefold().removesuffix("kr.").removesuffix("kr").replace(".", "").replace(" ", "")
        return super().to_python(text)


def system_choices(without: int | None = None) -> list[tuple[str, str]]:
    """Every system to choose among, in Danish order."""
    rows: list[tuple[int, str]] = list(System.objects.exclude(pk=without or 0).order_by("pk").values_list("pk", "name"))
    return [(str(pk), name) for pk, name in sorted(rows, key=lambda row: (sort_key(row[1]), row[0]))]


class ContractForm(FoldedForm):
    """A contract in its least form: a name, who delivers, the systems, the end and the price."""

    MORE = (
        "contract_no", "valid_from", "notice_by", "notice_extends", "irrevocable_until", "terminated_at",
        "procurement_year", "procurement_quarter", "acquisition", "other", "register_notes",
    )  # fmt: skip

    name = forms.CharField(label=_("Kontrakt"), max_length=300)
    supplier = forms.CharField(label=_("Leverandør"), max_length=200, required=False)
    systems = forms.TypedMultipleChoiceField(
        label=_("Systemer på kontrakten"), coerce=int, required=False,
        help_text=_("Hold Ctrl nede for at vælge flere."),
    )  # fmt: skip
    valid_to = DayField(label=_("Udløber"), required=False)
    is_continuous = forms.TypedChoiceField(
        label=_("Er den løbende?"), choices=YES_NO, required=False, coerce=lambda word: word == "ja", empty_value=None
    )
    notice_months = forms.IntegerField(label=_("Opsigelse, måneder"), required=False, min_value=0, max_value=120)
    operation = Kroner(label=_("Drift om året, kr."))
    contract_no = forms.CharField(label=_("Nummer"), max_length=100, required=False)
    valid_from = DayField(label=_("Gælder fra"), required=False)
    notice_by = forms.ChoiceField(
        label=_("Opsiges til udgangen af"),
        choices=[("", _("En hvilken som helst dag")), *PERIOD.items()],
        required=False,
    )
    notice_extends = forms.ChoiceField(
        label=_("Opsigelsen regnes fra udgangen af"),
        choices=[("", _("Den dag, der siges op")), *PERIOD.items()],
        required=False,
    )
    irrevocable_until = DayField(label=_("Kan tidligst siges op til"), required=False)
    terminated_at = DayField(label=_("Er sagt op"), required=False)
    procurement_year = forms.IntegerField(label=_("Genanskaffes, år"), required=False, min_value=2000, max_value=2100)
    procurement_quarter = forms.IntegerField(label=_("Genanskaffes, kvartal"), required=False, min_value=1, max_value=4)
    acquisition = Kroner(label=_("Anskaffelse, kr. én gang"))
    other = Kroner(label=_("Andet, kr."))
    register_notes = forms.CharField(
        label=_("Noter"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )
    version = HiddenVersion()

    def __init__(self, *args: Any, several_lines: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["systems"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = system_choices()
        field.widget.attrs["size"] = 8
        if several_lines:
            for name in ("operation", "acquisition", "other"):
                del self.fields[name]


class NoticeForm(Form):
    """Another last day for notice than the one reckoned."""

    on = DayField(label=_("Sidste dag for opsigelse"), required=False, help_text=_("Tomt: den dato, der er regnet ud."))
    reason = forms.CharField(label=_("Hvorfor"), required=False, max_length=1000)


class SharesForm(Form):
    """How the systems of a contract share its cost."""

    def __init__(self, *args: Any, systems: Iterable[tuple[System, Decimal | None]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for system, percent in systems:
            self.fields[f"s{system.pk}"] = forms.DecimalField(
                label=system.name, required=False, min_value=0, max_value=100, decimal_places=2, max_digits=5,
                initial=percent, localize=True, help_text=_("Procent"),
            )  # fmt: skip
        dress(self)

    def shares(self) -> dict[int, Decimal] | None:
        """System -> percent; None where every field is empty."""
        told = {int(name[1:]): value for name, value in self.cleaned_data.items()}
        if all(value is None for value in told.values()):
            return None
        return {key: value or Decimal(0) for key, value in told.items()}
