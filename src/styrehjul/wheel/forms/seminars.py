"""What is asked about a seminar."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.people.choosing import PersonField
from styrehjul.ui.forms import DayField, Form, HiddenVersion


class SeminarForm(Form):
    """Its hours and seats."""

    starts_at = forms.TimeField(label=_("Begynder"))
    ends_at = forms.TimeField(label=_("Slutter"))
    capacity = forms.IntegerField(
        label=_("Pladser"), required=False, min_value=1, max_value=5000, help_text=_("Tom: så mange, der vil.")
    )
    sign_up_until = DayField(label=_("Sidste dag for tilmelding"), required=False)
    version = HiddenVersion()


class PointForm(Form):
    """A point of the programme."""

    starts_at = forms.TimeField(label=_("Fra"))
    ends_at = forms.TimeField(label=_("Til"))
    title = forms.CharField(label=_("Hvad"), max_length=200)
    who = forms.CharField(label=_("Hvem"), max_length=160, required=False)


class HolderForm(Form):
    """Who does it."""

    responsible = PersonField(label=_("Ansvarlig"), required=False)

    def __init__(self, *args: Any, on: date, kept: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["responsible"]
        assert isinstance(field, PersonField)
        field.offer(on, kept=kept, nobody=_("Ingen endnu"))


class TaskForm(HolderForm):
    """Something to be done."""

    title = forms.CharField(label=_("Opgave"), max_length=200)
    due = DayField(label=_("Frist"))
    field_order = ("title", "due", "responsible")
