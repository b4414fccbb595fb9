"""Hours that a project asks for, pools, and what they have."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.portfolio.domain.quarters import quarter_day
from styrehjul.portfolio.domain.settings import AllocationUnit
from styrehjul.portfolio.forms.fields import people_choices, unit_choices
from styrehjul.portfolio.forms.parts import Amount, KeyField, PartForm, QuarterField, TextLine, quarters
from styrehjul.portfolio.models import Pool
from styrehjul.portfolio.queries.settings import settings
from styrehjul.ui.forms import Form, HiddenVersion


def unit_label() -> Any:
    """What is asked for: "Timer" or "Årsværk", as the municipality counts."""
    return _("Årsværk") if settings().allocation_unit == AllocationUnit.FTE else _("Timer")


class HoursForm(PartForm):
    """Whose hours, in which quarter, and how many."""

    pool_id = KeyField(label=_("Pulje"), required=False)
    person_id = KeyField(
        label=_("Eller en bestemt person"), required=False, help_text=_("Vælg en pulje, en person eller begge dele.")
    )
    quarter = QuarterField(label=_("Kvartal"))
    amount = Amount(label=_("Timer"), required=True, decimal_places=2, min_value=0)
    reason = TextLine(label=_("Hvad skal de bruges til?"), max_length=300)

    def prepare(self) -> None:
        """The pools in use, and the unit that the municipality counts in."""
        self.fields["amount"].label = unit_label()
        pools = Pool.objects.filter(closed_on=None).values_list("pk", "name")
        self.choose("pool_id", [("", _("Ingen")), *((str(pk), name) for pk, name in pools)])
        self.choose("person_id", people_choices(self.on, empty=_("Ingen bestemt")))
        self.choose("quarter", quarters(self.on, self.row.quarter if self.row else None))
        self.initial.setdefault("quarter", quarter_day(self.on).isoformat())


class ConfirmForm(Form):
    """Why hours are promised."""

    reason = forms.CharField(label=_("Hvorfor bekræftes de?"), max_length=300)


class PoolForm(Form):
    """A pool's name, its unit and its leader."""

    name = forms.CharField(
        label=_("Navn"),
        max_length=120,
        help_text=_("En rolle eller en enhed, for eksempel: Projektledere i Digitalisering."),
    )
    unit_id = KeyField(label=_("Enhed"), required=False)
    leader_id = KeyField(label=_("Hvem leder puljen?"), required=False)
    version = HiddenVersion()

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("unit_id", unit_choices(on)), ("leader_id", people_choices(on, empty=_("Ingen endnu")))):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices


class CapacityForm(Form):
    """What a pool has in a quarter."""

    quarter = QuarterField(label=_("Kvartal"))
    gross = Amount(label=_("I alt"), required=True, decimal_places=2, min_value=0)
    absence = Amount(label=_("Fravær og drift"), required=False, decimal_places=2, min_value=0)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["quarter"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = quarters(on)
