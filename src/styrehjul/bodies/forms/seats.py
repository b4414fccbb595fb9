"""Seats, coverage agreements and delegations as they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.bodies.domain.model import SeatCount, SeatRule
from styrehjul.people.forms import PersonField
from styrehjul.people.models import OrgUnit
from styrehjul.ui.forms import DayField, Form, HiddenVersion, LongText


def areas_in(group: str | None, on: date) -> list[OrgUnit]:
    """The units of a group that exist that day."""
    return list(OrgUnit.objects.on(on).filter(groups__code=group or "").order_by("name"))


class SeatForm(Form):
    """Who gets a seat. The unit is asked for where there is one for each, the function where members have one."""

    unit = forms.ModelChoiceField(label=_("Område"), queryset=OrgUnit.objects.none())
    person = PersonField(label=_("Person"))
    function = forms.CharField(
        label=_("Funktion"), max_length=80, required=False, help_text=_("Vælg fra listen, eller skriv en anden.")
    )
    start = DayField(label=_("Fra"))
    end = DayField(label=_("Til og med"), required=False, help_text=_("Tom: indtil videre."))

    def __init__(self, *args: Any, seat: SeatRule, functions: Sequence[str], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if seat.rule is SeatCount.ONE_PER:
            found = areas_in(seat.group, on)
            field = self.fields["unit"]
            field.queryset = OrgUnit.objects.filter(pk__in=[unit.pk for unit in found]).order_by("name")  # type: ignore[attr-defined]  # a ModelChoiceField
        else:
            del self.fields["unit"]
        if functions or seat.function_required:
            self.fields["function"].widget.attrs["list"] = "functions"
        else:
            del self.fields["function"]


class HoldingForm(Form):
    """Other dates or another function for somebody who has a seat."""

    function = forms.CharField(
        label=_("Funktion"), max_length=80, required=False, widget=forms.TextInput(attrs={"list": "functions"})
    )
    start = DayField(label=_("Fra"))
    end = DayField(label=_("Til og med"), required=False)
    version = HiddenVersion()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["expected_version"] = data.pop("version", None)
        return data


class EndHoldingForm(Form):
    """When somebody leaves a seat."""

    last_day = DayField(label=_("Sidste dag i pladsen"))


class AgreementForm(Form):
    """A coverage agreement."""

    representative = PersonField(label=_("Repræsentant"), help_text=_("Den, der skal dække flere områder."))
    areas = forms.ModelMultipleChoiceField(
        label=_("Områder"), queryset=OrgUnit.objects.none(), widget=forms.CheckboxSelectMultiple,
        help_text=_("Også repræsentantens eget. Chefen for hvert af de andre får en opgave om at samtykke."),
    )  # fmt: skip
    start = DayField(label=_("Fra"))
    end = DayField(label=_("Til og med"), required=False)

    def __init__(self, *args: Any, seat: SeatRule, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys = [unit.pk for unit in areas_in(seat.group, on)]
        self.fields["areas"].queryset = OrgUnit.objects.filter(pk__in=keys).order_by("name")  # type: ignore[attr-defined]  # as its name


class ConsentForm(Form):
    """A head's answer; the note says how it was given where somebody else enters it."""

    given = forms.TypedChoiceField(
        label=_("Svar"), choices=[("1", _("Samtykke gives")), ("0", _("Samtykke gives ikke"))], coerce=lambda v: v == "1",
        widget=forms.RadioSelect,
    )  # fmt: skip
    note = LongText(label=_("Note"), required=False, rows=2)


class ReasonForm(Form):
    """Why."""

    reason = LongText(label=_("Begrundelse"), rows=3)


class ChairDelegationForm(Form):
    """What the chair hands over, to whom and for how long."""

    person = PersonField(label=_("Til"))
    start = DayField(label=_("Fra"))
    end = DayField(label=_("Til og med"))
    may_lead = forms.BooleanField(label=_("Leder møder"), required=False, initial=True)
    may_approve = forms.BooleanField(label=_("Godkender dagsordener og referater"), required=False)


class SecretaryDelegationForm(Form):
    """Who does the secretary's work for a time."""

    person = PersonField(label=_("Stedfortræder"))
    start = DayField(label=_("Fra"))
    end = DayField(label=_("Til og med"))
