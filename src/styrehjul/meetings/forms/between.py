"""Deciding between meetings: how long members have to answer, and what they answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.meetings import labels
from styrehjul.ui.forms import DayField, Form, LongText


class CirculateForm(Form):
    """The last day to answer, and what silence means."""

    due = DayField(label=_("Svar senest"))
    silence_agrees = forms.BooleanField(label=_("Den, der ikke svarer, regnes for enig"), required=False)


class AnswerForm(Form):
    """Enig, uenig or kræver møde."""

    answer = forms.ChoiceField(label=_("Dit svar"), choices=list(labels.ANSWER.items()), widget=forms.RadioSelect)
    comment = LongText(label=_("Bemærkning"), required=False, rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = list(labels.ANSWER.items())  # type: ignore[attr-defined]  # a ChoiceField
