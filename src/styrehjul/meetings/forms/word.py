"""Forms of files beside items and meetings: a Word file chosen, what of it is taken, and a receipt of the records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.meetings.forms.item import ItemForm
from styrehjul.meetings.forms.points import MOST
from styrehjul.ui.forms import DayField, Form, HiddenVersion

TEXTS = ("summary", "case_presentation", "financial_impact", "next_steps")


class WordForm(Form):
    """*Indlæs fra Word*: the file."""

    file = forms.FileField(label=_("Word-fil"), help_text=_("En .docx-fil på højst 25 MB, uden makroer."))


class FilingForm(Form):
    """*Journaliseret*: the case number and the day."""

    kind = forms.CharField(widget=forms.HiddenInput)
    number = forms.IntegerField(widget=forms.HiddenInput)
    version = HiddenVersion(required=False)
    record_number = forms.CharField(label=_("Sagsnummer i ESDH"), max_length=60)
    filed_on = DayField(label=_("Journaliseret"))


def too_long(texts: dict[str, str], points: Sequence[str], memos: Sequence[Any]) -> str:
    """The label of the first section that a form would not take; "" when all is short enough."""
    fields: dict[str, Any] = ItemForm.base_fields
    for name, text in texts.items():
        limit = fields[name].max_length
        if limit and len(text) > limit:
            return str(fields[name].label)
    if len(points) > MOST:
        return str(_("Indstilling"))
    return str(_("Notat")) if len(memos) > MOST else ""
