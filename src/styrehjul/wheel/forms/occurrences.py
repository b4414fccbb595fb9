"""Forms of the wheel."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.bodies.models import Body
from styrehjul.ui.forms import DayField, Form, LongText


class OccurrenceForm(Form):
    """Date, place and notes of an activity."""

    title = forms.CharField(label=_("Titel"), max_length=200)
    on = DayField(label=_("Dato"), required=False, help_text=_("Kan stå tom, til datoen er fundet."))
    place = forms.CharField(label=_("Sted"), max_length=160, required=False)
    notes = LongText(label=_("Program og noter"), required=False, rows=8)


class NewOccurrenceForm(OccurrenceForm):
    """A new dialogue meeting or other activity."""

    body = forms.ModelChoiceField(label=_("Vært"), queryset=Body.objects.none(), empty_label=None)
    on = DayField(label=_("Dato"))
    field_order = ["title", "on", "body", "place", "notes"]


class ReasonForm(Form):
    """Why something is left out."""

    reason = LongText(label=_("Begrundelse"), rows=3)


class MoveItemForm(Form):
    """Which quarter a movable standing item has this year."""

    quarter = forms.TypedChoiceField(
        label=_("Kvartal"), coerce=int, choices=[(n, f"{n}. kvartal") for n in range(1, 5)]
    )
